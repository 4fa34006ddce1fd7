//go:build !unix

package main

import (
	"syscall"
	"testing"
)

func ownGroup() *syscall.SysProcAttr { return nil }

func interruptGroup(t *testing.T, _ int) {
	t.Helper()
	t.Skip("groups of processes are those of Unix")
}
