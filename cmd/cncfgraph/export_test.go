package main

import (
	"bytes"
	"encoding/csv"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
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

// TestExportIsDescribed fails for a class, a predicate or a datatype of the built-in
// graph that docs/vocabulary.md does not describe, and for a typed literal that is not
// in canonical form.
func TestExportIsDescribed(t *testing.T) {
	_, quads := exported(t)
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "vocabulary.md"))
	if err != nil {
		t.Fatal(err)
	}
	terms := map[string]bool{}
	for _, q := range quads {
		terms[q.Predicate.Value] = true
		if q.Predicate.Value == vocab.Type {
			terms[q.Object.Value] = true
		}
		switch q.Object.Datatype {
		case "":
		case vocab.XSDInteger:
			if n, err := strconv.Atoi(q.Object.Value); err != nil || strconv.Itoa(n) != q.Object.Value {
				t.Errorf("%v is not canonical", q)
			}
		default:
			if date, err := vocab.Date(q.Object.Value); err != nil || date != q.Object {
				t.Errorf("%v is not canonical", q)
			}
		}
	}
	if len(terms) < 40 {
		t.Errorf("only %d classes and predicates", len(terms))
	}
	for _, iri := range slices.Sorted(maps.Keys(terms)) {
		described := slices.ContainsFunc(vocab.Prefixes, func(p rdf.Prefix) bool {
			local, ok := strings.CutPrefix(iri, p.Namespace)
			return ok && bytes.Contains(page, []byte("`"+p.Name+":"+local+"`"))
		})
		if !described {
			t.Errorf("%s is not described", iri)
		}
	}
	for _, p := range vocab.Prefixes {
		if row := "| `" + p.Name + ":` | `" + p.Namespace + "` |"; !bytes.Contains(page, []byte(row)) {
			t.Errorf("no row %s", row)
		}
	}
}
