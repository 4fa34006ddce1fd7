package rdf_test

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
)

func ExampleReadAll() {
	quads, err := rdf.ReadAll(strings.NewReader(
		`<https://w3id.org/cncfgraph/project/istio> <https://w3id.org/cncfgraph/uses> <https://w3id.org/cncfgraph/project/envoy> <file:memo.md#L3> .`))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, q := range quads {
		fmt.Println(q.Object.Value, "says", q.Label.Value)
	}
	// Output: https://w3id.org/cncfgraph/project/envoy says file:memo.md#L3
}

func ExampleReader() {
	r := rdf.NewReader(strings.NewReader("<a:s> <a:p> \"o\" .\n<a:s> p\n"))
	for {
		q, err := r.Read()
		var syntax *rdf.SyntaxError
		if errors.As(err, &syntax) {
			fmt.Printf("line %d, column %d: %s\n", syntax.Line, syntax.Column, syntax.Msg)
			continue
		}
		if err != nil {
			break // io.EOF
		}
		fmt.Println(r.Line(), q.Object)
	}
	// Output:
	// 1 "o"
	// line 2, column 7: predicate: unexpected 'p'
}

func ExampleWrite() {
	label := rdf.NewIRI("file:memo.md#L3")
	quads := []rdf.Quad{
		{Subject: rdf.NewIRI("a:talk"), Predicate: rdf.NewIRI("http://schema.org/name"), Object: rdf.NewLangString("NATS の \"世界\"", "ja"), Label: label},
		{Subject: rdf.NewIRI("a:talk"), Predicate: rdf.NewIRI("http://schema.org/about"), Object: rdf.NewIRI("a:nats"), Label: label},
	}
	if err := rdf.Write(os.Stdout, rdf.Sort(quads)); err != nil {
		fmt.Println(err)
	}
	// Output:
	// <a:talk> <http://schema.org/about> <a:nats> <file:memo.md#L3> .
	// <a:talk> <http://schema.org/name> "NATS の \"世界\""@ja <file:memo.md#L3> .
}
