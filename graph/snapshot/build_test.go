package snapshot_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/snapshot"
)

func TestBuildIsDeterministic(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for name, quads := range graphs() {
		want := bytesOf(t, quads)
		for range 5 {
			again := slices.Concat(quads, quads[:len(quads)/2])
			random.Shuffle(len(again), func(i, j int) { again[i], again[j] = again[j], again[i] })
			if !bytes.Equal(bytesOf(t, again), want) {
				t.Errorf("%s: other bytes for the same quads", name)
			}
		}
	}
}

func TestBuildErrors(t *testing.T) {
	good := rdf.Quad{Subject: iri("s"), Predicate: iri("p"), Object: iri("o"), Label: iri("l")}
	for _, c := range []struct {
		name   string
		change func(*rdf.Quad)
		want   string
	}{
		{"no subject", func(q *rdf.Quad) { q.Subject = rdf.Term{} }, "subject"},
		{"literal subject", func(q *rdf.Quad) { q.Subject = rdf.NewString("s") }, "subject"},
		{"no predicate", func(q *rdf.Quad) { q.Predicate = rdf.Term{} }, "predicate"},
		{"blank predicate", func(q *rdf.Quad) { q.Predicate = rdf.NewBlank("p") }, "predicate"},
		{"no object", func(q *rdf.Quad) { q.Object = rdf.Term{} }, "object"},
		{"literal label", func(q *rdf.Quad) { q.Label = rdf.NewString("l") }, "label"},
		{"unknown kind", func(q *rdf.Quad) { q.Object.Kind = 9 }, "object"},
		{"relative IRI", func(q *rdf.Quad) { q.Subject = rdf.NewIRI("s") }, "absolute"},
		{"space in an IRI", func(q *rdf.Quad) { q.Object = iri("a b") }, "IRI"},
		{"invalid label", func(q *rdf.Quad) { q.Label = iri("l>#L2") }, "label"},
		{"blank node without a label", func(q *rdf.Quad) { q.Object = rdf.NewBlank("") }, "blank"},
		{"blank node with a space", func(q *rdf.Quad) { q.Object = rdf.NewBlank("a b") }, "object"},
		{"invalid UTF-8", func(q *rdf.Quad) { q.Object = rdf.NewString("\xff") }, "UTF-8"},
		{"faulty language", func(q *rdf.Quad) { q.Object = rdf.NewLangString("x", "en us") }, "object"},
		{"language and datatype", func(q *rdf.Quad) { q.Object = rdf.Term{Kind: rdf.Literal, Lang: "en", Datatype: "x:y"} }, "N-Quads"},
		{"datatype no IRI", func(q *rdf.Quad) { q.Object = rdf.NewTyped("1", "integer") }, "absolute"},
		{"written-out xsd:string", func(q *rdf.Quad) { q.Object = rdf.Term{Kind: rdf.Literal, Datatype: rdf.XSDString} }, "N-Quads"},
	} {
		q := good
		c.change(&q)
		for _, quads := range [][]rdf.Quad{{q}, {good, q}} {
			_, err := snapshot.Build(quads)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s: error %v, want one about %q", c.name, err, c.want)
			}
		}
	}
}
