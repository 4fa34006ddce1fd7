package main

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/internal/judge"
)

// exported returns the whole built-in graph as quads.
func exported(t *testing.T) (text []byte, quads []rdf.Quad) {
	t.Helper()
	text = output(t, "export")
	quads, err := rdf.ReadAll(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return text, quads
}

// TestExportsAreRead lets others read the whole graph in each format of RDF.
func TestExportsAreRead(t *testing.T) {
	text, quads := exported(t)
	t.Run("nquads", func(t *testing.T) { judge.Equal(t, judge.Oxigraph(t, "application/n-quads", text), quads) })
	t.Run("trig", func(t *testing.T) {
		judge.Equal(t, judge.Oxigraph(t, "application/trig", output(t, "export", "-o", "trig")), quads)
	})
	t.Run("jsonld", func(t *testing.T) { judge.Equal(t, judge.JSONLD(t, output(t, "export", "-o", "jsonld")), quads) })
}

// TestExportsAgree compares the nodes and edges in CSV with those in GraphML, of all
// projects and what they are linked to. With talks, NetworkX would take long.
func TestExportsAgree(t *testing.T) {
	dir := t.TempDir()
	part := []string{"export", "--kinds", "project,category,organization"}
	output(t, append(part, "-o", "csv", "--to", dir)...)
	rows := 0
	for _, name := range []string{"nodes.csv", "edges.csv"} {
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		table, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
		if err != nil || len(table) < 2000 {
			t.Fatalf("%s: %d rows, %v", name, len(table), err)
		}
		rows += len(table) - 1
	}
	if got := judge.GraphML(t, output(t, append(part, "-o", "graphml")...))[0]; len(got) != rows {
		t.Errorf("NetworkX reads %d nodes and edges in GraphML, CSV has %d", len(got), rows)
	}
}

// TestExportBuildsTheSameGraph builds a graph of what is exported: identity, which is
// resolved anew, comes to the same.
func TestExportBuildsTheSameGraph(t *testing.T) {
	_, quads := exported(t)
	g, err := graph.New(quads)
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	i := 0
	for q := range g.All() {
		if i >= len(quads) || q != quads[i] {
			t.Fatalf("quad %d is %v", i, q)
		}
		i++
	}
	if i != len(quads) {
		t.Errorf("%d quads, want %d", i, len(quads))
	}
}
