package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

// helperPath returns the path of the helper executable cncfgraph-NAME, which does
// what is too heavy for every start of this one: the file beside this program,
// else the one on PATH.
func helperPath(name string) (string, error) {
	file := "cncfgraph-" + name
	if runtime.GOOS == "windows" {
		file += ".exe"
	}
	if self, err := os.Executable(); err == nil {
		beside := filepath.Join(filepath.Dir(self), file)
		if info, err := os.Stat(beside); err == nil && info.Mode().IsRegular() {
			return beside, nil
		}
	}
	path, err := exec.LookPath(file)
	if err != nil {
		return "", fmt.Errorf("%s needs the program %s beside cncfgraph or on PATH; go install github.com/cncfgraph/cncfgraph/cmd/...@latest installs both", name, file)
	}
	return path, nil
}
