package main

import (
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// exitMemory is the exit code for too much memory. cncfgraph gizmo knows it.
const exitMemory = 3

// reserve is what the process may take beyond its limit before the system refuses
// more: one demand so large that the watch would see it too late.
const reserve = 256 << 20

// limitMemory ends the process when it has more bytes in use than limit.
func limitMemory(limit int64) {
	debug.SetMemoryLimit(limit) // collects more eagerly near it
	limitData(uint64(limit + reserve))
	go func() {
		for range time.Tick(5 * time.Millisecond) {
			if memoryInUse() > uint64(limit) {
				os.Exit(exitMemory)
			}
		}
	}()
}

// memoryInUse returns how many bytes the process holds.
func memoryInUse() uint64 {
	samples := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(samples)
	return samples[0].Value.Uint64() - samples[1].Value.Uint64()
}
