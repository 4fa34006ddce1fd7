// Command defaultgraph compiles the YAML of the folder data into the default
// graph, data/default.snapshot and data/default.keys, and data/words.json, which the
// program embeds. `go generate ./data` runs it. The same files give the same bytes.
package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/cncfgraph/cncfgraph/extract/catalogue"
	"github.com/cncfgraph/cncfgraph/extract/link"
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
	made, err := compile(os.DirFS(dir))
	if err != nil {
		return err
	}
	return errors.Join(
		os.WriteFile(filepath.Join(dir, "default.snapshot"), made.snapshot, 0o644),
		os.WriteFile(filepath.Join(dir, "default.keys"), made.keys, 0o644),
		os.WriteFile(filepath.Join(dir, "words.json"), made.words, 0o644),
	)
}

// compiled is what the program embeds.
type compiled struct {
	snapshot []byte // what the YAML files state, identity resolved
	keys     []byte // of its entities
	words    []byte // words.yaml
}

// compile returns what the YAML files make.
func compile(files fs.FS) (*compiled, error) {
	text, err := fs.ReadFile(files, "words.yaml")
	if err != nil {
		return nil, err
	}
	words, err := link.CompactWords("words.yaml", text)
	if err != nil {
		return nil, err
	}
	stated, err := catalogue.Quads(files)
	if err != nil {
		return nil, err
	}
	merged, err := resolve.Merge(stated, nil)
	if err != nil {
		return nil, err
	}
	built, err := snapshot.Build(merged)
	if err != nil {
		return nil, err
	}
	s, err := snapshot.FromBytes(built)
	if err != nil {
		return nil, err
	}
	keys := resolve.BuildIndex(merged, func(iri string) uint32 {
		id, _ := s.ID(rdf.NewIRI(iri))
		return uint32(id)
	})
	return &compiled{built, keys, words}, nil
}
