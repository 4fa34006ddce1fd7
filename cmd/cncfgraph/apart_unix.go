//go:build unix

package main

import "syscall"

// apart has a process start in a group of its own, so that a terminal that interrupts
// this program does not interrupt that one, not even before it can ignore it.
func apart() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setpgid: true} }
