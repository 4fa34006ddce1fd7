// Command defaultgraph compiles the YAML of the folder data into the default
// graph, data/default.snapshot and data/default.keys, which the program embeds. `go
// generate ./data` runs it. The same files give the same bytes.
package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/cncfgraph/cncfgraph/extract/catalogue"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
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
	compiled, keys, err := compile(os.DirFS(dir))
	if err != nil {
		return err
	}
	return errors.Join(
		os.WriteFile(filepath.Join(dir, "default.snapshot"), compiled, 0o644),
		os.WriteFile(filepath.Join(dir, "default.keys"), keys, 0o644),
	)
}

// compile returns the snapshot of what the YAML files state, identity resolved, and the
// keys of its entities.
func compile(files fs.FS) (compiled, keys []byte, err error) {
	stated, err := catalogue.Quads(files)
	if err != nil {
		return nil, nil, err
	}
	merged, err := resolve.Merge(stated, nil)
	if err != nil {
		return nil, nil, err
	}
	compiled, err = snapshot.Build(merged)
	if err != nil {
		return nil, nil, err
	}
	s, err := snapshot.FromBytes(compiled)
	if err != nil {
		return nil, nil, err
	}
	return compiled, resolve.BuildIndex(merged, func(iri string) uint32 {
		id, _ := s.ID(rdf.NewIRI(iri))
		return uint32(id)
	}), nil
}
