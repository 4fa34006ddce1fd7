//go:build !unix

package main

// withoutSecrets returns the process's arguments, which cannot be changed.
func withoutSecrets(args []string) []string { return args }
