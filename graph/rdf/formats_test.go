package rdf_test

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/internal/golden"
	"github.com/cncfgraph/cncfgraph/internal/judge"
)

// prefixes of the tests: one is a part of another, and one is also a scheme.
var prefixes = []rdf.Prefix{
	{Name: "ex", Namespace: "http://example/"},
	{Name: "exs", Namespace: "http://example/s/"},
	{Name: "xsd", Namespace: xsd},
	{Name: "urn", Namespace: "http://example/urn#"},
}

// awkward are quads in which something is hard to write, by label.
func awkward() []rdf.Quad {
	var quads []rdf.Quad
	add := func(s, p, o, label rdf.Term) {
		quads = append(quads, rdf.Quad{Subject: s, Predicate: p, Object: o, Label: label})
	}
	s, p := iri("http://example/s/one"), iri("http://example/p")
	typ := iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
	for n, text := range []string{
		"", `"`, `\`, `ends in \`, "two\nlines\r\n\ttab", "</svg>", "-->", "\u202Edeggub", "nul \x00\x01\x7f", `"""`, "'''",
		"@value", "2018-11-28", "true", strings.Repeat("x", 10_000), "長い\u2028名", "\U0001F680",
	} {
		label := iri(fmt.Sprintf("file:a/b.md#L%d-L%d", n+1, n+3))
		add(s, p, rdf.NewString(text), label)
		add(s, p, rdf.NewLangString(text, "ja"), label)
		add(s, p, rdf.NewLangString(text, "zh-Hans-CN"), label)
		add(s, p, rdf.NewTyped(text, "http://example/type"), label)
	}
	label := iri("https://example.org/landscape.yml#L812")
	for _, o := range []string{
		"http://example/", "http://example/s/two", "http://example/s/a/b", "http://example/-a", "http://example/a.b", "http://example//a",
		"http://example/a%20b", "http://example/例え", "http://example/s/#", "urn:isbn:1", "ex:a", "file:a/b", "http://example/urn#1",
	} {
		add(s, p, iri(o), label)
		add(s, iri("http://example/ref"), iri(o), label)
		add(iri(o), typ, iri("http://example/Class"), label)
		add(s, iri(o), rdf.NewTyped("2018-11-28", xsd+"date"), label)
	}
	add(s, typ, rdf.NewString("no IRI"), label)
	add(s, typ, iri("http://example/Class"), label)
	add(s, typ, iri("http://example/Other"), label)
	add(s, iri("http://example/ref"), rdf.NewString("no IRI"), label)
	add(s, iri("http://example/ref"), rdf.NewString("no IRI"), rdf.Term{})
	add(iri("http://example/s/two"), p, iri("http://example/o"), rdf.Term{})
	slices.SortFunc(quads, func(a, b rdf.Quad) int {
		if c := a.Label.Compare(b.Label); c != 0 {
			return c
		}
		return a.Compare(b)
	})
	return slices.Compact(quads)
}

func TestWriteTriG(t *testing.T) {
	var out bytes.Buffer
	if err := rdf.WriteTriG(&out, prefixes, slices.Values(awkward())); err != nil {
		t.Fatal(err)
	}
	golden.Compare(t, "testdata/awkward.trig", out.Bytes())
	judge.Equal(t, judge.Oxigraph(t, "application/trig", out.Bytes()), awkward())
}

func TestWriteNQuads(t *testing.T) {
	var out bytes.Buffer
	if err := rdf.Write(&out, awkward()); err != nil {
		t.Fatal(err)
	}
	judge.Equal(t, judge.Oxigraph(t, "application/n-quads", out.Bytes()), awkward())
}

func TestWriteJSONLD(t *testing.T) {
	var out bytes.Buffer
	c := rdf.Context{Prefixes: prefixes, References: []string{"http://example/ref", "https://elsewhere/ref"}}
	if err := rdf.WriteJSONLD(&out, c, slices.Values(awkward())); err != nil {
		t.Fatal(err)
	}
	golden.Compare(t, "testdata/awkward.jsonld", out.Bytes())
	judge.Equal(t, judge.JSONLD(t, out.Bytes()), awkward())
}

func TestWriteNothing(t *testing.T) {
	var trig, jsonld bytes.Buffer
	none := slices.Values([]rdf.Quad(nil))
	if err := rdf.WriteTriG(&trig, nil, none); err != nil || trig.Len() > 0 {
		t.Errorf("TriG: %q, %v", trig.String(), err)
	}
	if err := rdf.WriteJSONLD(&jsonld, rdf.Context{}, none); err != nil {
		t.Error(err)
	}
	judge.Equal(t, judge.JSONLD(t, jsonld.Bytes()), nil)
}

func ExampleWriteTriG() {
	label := rdf.NewIRI("https://example.org/memo.md#L3")
	quads := []rdf.Quad{
		{Subject: rdf.NewIRI("http://example/talk"), Predicate: rdf.NewIRI("http://example/about"), Object: rdf.NewIRI("http://example/nats"), Label: label},
		{Subject: rdf.NewIRI("http://example/talk"), Predicate: rdf.NewIRI("http://example/name"), Object: rdf.NewString("NATS"), Label: label},
	}
	if err := rdf.WriteTriG(os.Stdout, []rdf.Prefix{{Name: "ex", Namespace: "http://example/"}}, slices.Values(quads)); err != nil {
		panic(err)
	}
	// Output:
	// @prefix ex: <http://example/> .
	//
	// <https://example.org/memo.md#L3> {
	//   ex:talk ex:about ex:nats ;
	//     ex:name "NATS" .
	// }
}
