package graph_test

import (
	"fmt"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// What a project uses, and where that is said.
func ExampleGraph_Statements() {
	g, err := graph.Default()
	if err != nil {
		panic(err)
	}
	defer g.Close()
	istio, ok := g.Entity(vocab.KindProject, "istio")
	if !ok {
		panic("no Istio")
	}
	envoy, _ := g.Entity(vocab.KindProject, "envoy")
	for s := range g.Statements(istio, vocab.Uses.Predicate, envoy) {
		if evidence := g.Evidence(s.Label); evidence.Source != "" {
			fmt.Println(g.Name(s.Subject), "uses", g.Name(s.Object))
			break
		}
	}
	// Output:
	// Istio uses Envoy
}

// Match with 0 for any term counts and lists by what is given.
func ExampleGraph_Match() {
	g, err := graph.Default()
	if err != nil {
		panic(err)
	}
	defer g.Close()
	envoy, _ := g.Entity(vocab.KindProject, "envoy")
	for s := range g.Match(envoy, g.Predicate(vocab.Graduated.Predicate()), 0) {
		fmt.Println(g.Term(s.Object).Value)
		break
	}
	// Output:
	// 2018-11-28
}
