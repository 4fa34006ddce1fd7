package main

import "golang.org/x/sys/unix"

// limitData lets the system refuse more memory than limit. Where it does not let
// itself be told, the watch alone holds.
func limitData(limit uint64) {
	_ = unix.Setrlimit(unix.RLIMIT_DATA, &unix.Rlimit{Cur: limit, Max: limit})
}
