//go:build !windows

package main

import "os"

// takesEscapes tells whether the terminal reads escape sequences; outside Windows
// all do, or say in TERM that they are dumb.
func takesEscapes(*os.File) bool { return true }
