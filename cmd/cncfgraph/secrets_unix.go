//go:build unix

package main

import (
	"strings"
	"unsafe"
)

// withoutSecrets returns a copy of the process's arguments, and overwrites passwords
// in the process's own, which ps shows to everyone on the machine.
func withoutSecrets(args []string) []string {
	list := make([]string, len(args))
	for i, arg := range args {
		list[i] = strings.Clone(arg)
		for _, s := range secrets(arg) {
			// The strings of os.Args are the memory that ps reads, and not Go's.
			text := unsafe.Slice(unsafe.StringData(arg), len(arg))[s.from:s.to]
			for j := range text {
				text[j] = 'x'
			}
		}
	}
	return list
}
