// Command programs turns files of public records into data/programs/*.yaml and
// data/observed.yaml: the facts of each talk, event, maintainer and change of
// maturity in the project's own schema, each with
// the line or the page that states it. It reads them as `cncfgraph ingest` does.
//
//	go run ./internal/cmd/programs FOLDER data
//
// FOLDER holds the files under the names that sources.go lists, with the public
// address of each. What a file says and its output lacks, such as a project that
// the catalogue does not know, is counted on stderr. docs/data.md describes the
// output.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/cncfgraph/cncfgraph/extract"
	"github.com/cncfgraph/cncfgraph/extract/link"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: programs FOLDER data")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "programs:", err)
		os.Exit(1)
	}
}

// run writes the file of each source of the folder in to the folder out.
func run(in, out string) error {
	linker, err := link.Default()
	if err != nil {
		return err
	}
	for _, s := range sources() {
		data, err := os.ReadFile(filepath.Join(in, filepath.FromSlash(s.file)))
		if err != nil {
			return err
		}
		text, notes, err := convert(linker, s, data)
		if err != nil {
			return err
		}
		fmt.Fprintf(os.Stderr, "%s: %s\n", s.file, notes)
		if err := os.WriteFile(filepath.Join(out, filepath.FromSlash(s.out)+".yaml"), text, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// convert returns the file of the source s, whose bytes are data, and what is
// worth a note on them. A row that cannot be used is an error here.
func convert(linker *link.Linker, s source, data []byte) (text []byte, notes string, err error) {
	doc, err := extract.New(linker, nil).Extract(s.key(), s.file, data)
	if err != nil {
		return nil, "", err
	}
	if doc.Records == nil {
		return nil, "", fmt.Errorf("%s: no file of records", s.file)
	}
	for _, p := range doc.Records.Problems {
		return nil, "", fmt.Errorf("%s:%d: %s", s.file, p.Line, p.Reason)
	}
	w := writer{source: s, doc: doc, linker: linker}
	if s.commits != "" {
		text, err = w.histories()
	} else {
		text, err = w.file()
	}
	notes = fmt.Sprintf("%d rows, %d talks, %d events, %d maintainers, %d milestones; %d without a page, %d with a project that is not known",
		doc.Records.Rows, len(doc.Talks)-w.pageless, len(doc.Events), len(doc.Maintainers)-w.unknown, len(doc.Maturity)-w.strange, w.pageless, w.unknown+w.strange)
	return text, notes, err
}
