// Command cncfgraph-gizmo runs a Gizmo script, which it reads from stdin, on a
// graph and prints the results as JSON. CNCFGRAPH_DB names the database, as for
// cncfgraph; without it the graph is the built-in one. It is started by cncfgraph
// gizmo, which kills it when its time is over; it ends itself when it takes too much
// memory.
//
// It is a program of its own because of the JavaScript engine: that would make
// every start of cncfgraph slower, and what a script does can be stopped for
// certain only together with its process.
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/gizmo"
	"github.com/cncfgraph/cncfgraph/graph/postgres"
)

func main() {
	limit := flag.Int("limit", 0, "print at most `N` results; 0 for all")
	memory := flag.Int64("memory", 0, "end with exit code 3 when more `BYTES` of memory are in use; 0 for no limit")
	flag.Parse()
	if *memory > 0 {
		limitMemory(*memory)
	}
	if err := run(os.Stdin, os.Stdout, os.Getenv("CNCFGRAPH_DB"), *limit); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run reads a script from in and writes its results on the graph of the database db,
// "" for the built-in graph, to out.
func run(in io.Reader, out io.Writer, db string, limit int) error {
	script, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	open := graph.Default
	if db != "" {
		open = func() (*graph.Graph, error) { return openDatabase(db) }
	}
	g, err := open()
	if err != nil {
		return err
	}
	w := bufio.NewWriter(out)
	separator := "{\n  \"results\": ["
	err = gizmo.Results(context.Background(), g, string(script), limit, func(v any) error {
		b, err := encode(v)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(w, "%s\n    %s", separator, b)
		separator = ","
		return err
	})
	if err != nil {
		return err
	}
	end := "\n  ]\n}\n"
	if separator != "," {
		end = separator + "]\n}\n"
	}
	if _, err := w.WriteString(end); err != nil {
		return err
	}
	return w.Flush()
}

// openDatabase opens the graph of the database in a folder or in PostgreSQL.
func openDatabase(name string) (*graph.Graph, error) {
	if !postgres.IsAddress(name) {
		return graph.Open(name)
	}
	ctx := context.Background()
	db, err := postgres.Open(ctx, name, nil)
	if err != nil {
		return nil, err
	}
	g, err := graph.OpenDatabase(ctx, db, nil)
	return g, errors.Join(err, db.Close())
}

// encode returns v as JSON on one line, with < and > as they are.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSpace(b.Bytes()), err
}
