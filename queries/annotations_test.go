package queries_test

import (
	"bytes"
	"slices"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/internal/golden"
	"github.com/cncfgraph/cncfgraph/internal/judge"
	"github.com/cncfgraph/cncfgraph/queries"
)

func TestAnnotations(t *testing.T) {
	g := smallGraph(t)
	quads := queries.Annotations(g, slices.Collect(g.Match(0, 0, 0)))
	var out bytes.Buffer
	if err := rdf.WriteJSONLD(&out, rdf.Context{Prefixes: vocab.Prefixes, References: vocab.References()}, slices.Values(quads)); err != nil {
		t.Fatal(err)
	}
	golden.Compare(t, "testdata/annotations.jsonld", out.Bytes())
	// Blank nodes get other names, so that what is said of them is compared.
	said := func(quads []rdf.Quad) []string {
		var list []string
		for _, q := range quads {
			if q.Object.Kind != rdf.Blank {
				list = append(list, q.Predicate.String()+" "+q.Object.String())
			}
		}
		slices.Sort(list)
		return list
	}
	if got, want := said(judge.JSONLD(t, out.Bytes())), said(quads); !slices.Equal(got, want) {
		t.Errorf("jsonld.js reads\n%q\nwant\n%q", got, want)
	}
}
