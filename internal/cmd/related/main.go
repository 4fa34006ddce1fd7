// Command related writes docs/related.md: how well "related" finds again relations
// that it was not told of, beside other methods.
//
//	go run ./internal/cmd/related > docs/related.md
//	go run ./internal/cmd/related -statements FILE    # measured against statements of people
//
// FILE has a project a line with those that somebody said it works with, depends on
// or is like, by their ids, each with a grade or with 1:
//
//	contour: kubernetes:2 envoy:2 cert-manager
package main

import (
	_ "embed"
	"flag"
	"fmt"
	"io"
	"os"
	"text/template"

	"github.com/cncfgraph/cncfgraph/graph"
)

//go:embed page.md
var page string

func main() {
	statements := flag.String("statements", "", "measure against the statements in the `file`")
	flag.Parse()
	if err := run(os.Stdout, *statements); err != nil {
		fmt.Fprintln(os.Stderr, "related:", err)
		os.Exit(1)
	}
}

func run(out io.Writer, statements string) error {
	g, err := graph.Default()
	if err != nil {
		return err
	}
	defer g.Close() //nolint:errcheck // it was only read
	if statements != "" {
		judged, err := readStatements(statements, g)
		if err != nil {
			return err
		}
		table, err := againstStatements(g, judged)
		if err != nil {
			return err
		}
		_, err = io.WriteString(out, table)
		return err
	}
	found, err := hidden(g)
	if err != nil {
		return err
	}
	return template.Must(template.New("page").Parse(page)).Execute(out, found)
}
