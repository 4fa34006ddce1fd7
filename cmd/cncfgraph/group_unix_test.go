//go:build unix

package main

import (
	"syscall"
	"testing"
)

// ownGroup makes a process the first of a group, as a shell does for a terminal.
func ownGroup() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setpgid: true} }

// interruptGroup does what a terminal does when its user interrupts.
func interruptGroup(t *testing.T, first int) {
	t.Helper()
	if err := syscall.Kill(-first, syscall.SIGINT); err != nil && err != syscall.ESRCH {
		t.Error(err)
	}
}
