//go:build !unix

package main

import "syscall"

// apart does nothing here: the process ignores interrupts itself, once it runs.
func apart() *syscall.SysProcAttr { return nil }
