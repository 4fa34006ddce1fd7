package main

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

func TestMeasures(t *testing.T) {
	want := graded{"a": 2, "b": 1}
	ideal := 3 + 1/math.Log2(3)
	for _, test := range []struct {
		ranking      string
		gain, recall float64
	}{
		{"a b", 1, 1},
		{"b a", (1 + 3/math.Log2(3)) / ideal, 1},
		{"x a", 3 / math.Log2(3) / ideal, 0.5},
		{"1 2 3 4 5 6 7 8 9 10 a b", 0, 0},
		{"", 0, 0},
	} {
		ranking := strings.Fields(test.ranking)
		if got := gain(ranking, want); math.Abs(got-test.gain) > 1e-12 {
			t.Errorf("nDCG of %s is %v, want %v", test.ranking, got, test.gain)
		}
		if got := recall(ranking, want); got != test.recall {
			t.Errorf("recall of %s is %v, want %v", test.ranking, got, test.recall)
		}
	}
}

// chain returns a graph in which a uses hub, b uses hub and c uses b.
func chain(t *testing.T) *graph.Graph {
	t.Helper()
	label := vocab.Evidence{Source: "https://example.org/a.yml", Line: 1, EndLine: 1}.Label()
	project := func(id string) rdf.Term { return vocab.Entity(vocab.KindProject, id) }
	var quads []rdf.Quad
	for _, id := range []string{"a", "b", "c", "hub"} {
		quads = append(quads, rdf.Quad{Subject: project(id), Predicate: rdf.NewIRI(vocab.Type), Object: rdf.NewIRI(vocab.Project), Label: label})
	}
	for _, pair := range [][2]string{{"a", "hub"}, {"b", "hub"}, {"c", "b"}} {
		quads = append(quads, rdf.Quad{Subject: project(pair[0]), Predicate: rdf.NewIRI(vocab.Uses.Predicate), Object: project(pair[1]), Label: label})
	}
	g, err := graph.New(quads)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = g.Close() }) // nothing was written
	return g
}

func TestMethods(t *testing.T) {
	want := map[string]string{
		"common neighbours":                  "b",
		"Adamic–Adar":                        "b",
		"resource allocation":                "b",
		"SimRank":                            "b", // both have the hub
		"personalised PageRank":              "hub b c",
		"popularity: relations stated to it": "hub b",
		"**related**":                        "hub",
	}
	for _, m := range newMethods(chain(t)) {
		ranking, err := m.rank("a")
		if err != nil {
			t.Fatal(err)
		}
		if w, ok := want[m.name]; ok && strings.Join(ranking, " ") != w {
			t.Errorf("%s: %v, want %s", m.name, ranking, w)
		}
		delete(want, m.name)
	}
	for name := range want {
		t.Errorf("there is no method %q", name)
	}
}

// TestHidden hides all three pairs, each in a fold of its own.
func TestHidden(t *testing.T) {
	r, err := hidden(chain(t))
	if err != nil {
		t.Fatal(err)
	}
	if r.Relations != 3 || r.Asked != 6 {
		t.Errorf("%d relations, %d questions; want 3 and 6", r.Relations, r.Asked)
	}
	for _, row := range r.Rows {
		if row.n != 6 {
			t.Errorf("%s was asked %v times", row.Name, row.n)
		}
	}
}

func TestStatements(t *testing.T) {
	g := chain(t)
	file := filepath.Join(t.TempDir(), "statements")
	for text, want := range map[string]string{
		"a: hub:2 b\n\nb: c\n": "",
		"a: planet":            `1: no project "planet"`,
		"a: hub\nplanet: a":    `2: no project "planet"`,
		"a: hub:much":          `1: grade "much"`,
	} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		judged, err := readStatements(file, g)
		if want != "" {
			if err == nil || !strings.HasSuffix(err.Error(), want) {
				t.Errorf("%q: %v, want %s", text, err, want)
			}
			continue
		}
		if err != nil || judged["a"]["hub"] != 2 || judged["a"]["b"] != 1 || len(judged) != 2 {
			t.Errorf("%q: %v, %v", text, judged, err)
		}
		table, err := againstStatements(g, judged)
		if err != nil {
			t.Fatal(err)
		}
		rows := strings.Split(strings.TrimSpace(table), "\n")
		if len(rows) != 2+len(newMethods(g)) || !slices.ContainsFunc(rows, func(r string) bool { return strings.HasPrefix(r, "| **related** |") }) {
			t.Errorf("the table is\n%s", table)
		}
	}
}
