// Command defaultgraph compiles the YAML of the folder data into the default
// graph, data/default.snapshot, which the program embeds. `go generate ./data`
// runs it. The same files give the same bytes.
package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/cncfgraph/cncfgraph/extract/catalogue"
	"github.com/cncfgraph/cncfgraph/graph/resolve"
	"github.com/cncfgraph/cncfgraph/graph/snapshot"
)

func main() {
	if err := run("."); err != nil {
		fmt.Fprintln(os.Stderr, "defaultgraph:", err)
		os.Exit(1)
	}
}

// run compiles the files of the folder dir.
func run(dir string) error {
	compiled, err := compile(os.DirFS(dir))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "default.snapshot"), compiled, 0o644)
}

// compile returns the snapshot of what the YAML files state, identity resolved.
func compile(files fs.FS) ([]byte, error) {
	stated, err := catalogue.Quads(files)
	if err != nil {
		return nil, err
	}
	merged, err := resolve.Merge(stated, nil)
	if err != nil {
		return nil, err
	}
	return snapshot.Build(merged)
}
