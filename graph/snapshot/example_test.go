package snapshot_test

import (
	"fmt"
	"log"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/snapshot"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Example finds who uses Envoy, and where that is said.
func Example() {
	istio, envoy := vocab.Entity(vocab.KindProject, "istio"), vocab.Entity(vocab.KindProject, "envoy")
	uses := rdf.NewIRI(vocab.Base + "uses")
	line := vocab.Evidence{Source: "https://example.org/mesh.md", Line: 101}
	data, err := snapshot.Build([]rdf.Quad{{Subject: istio, Predicate: uses, Object: envoy, Label: line.Label()}})
	if err != nil {
		log.Fatal(err)
	}
	s, err := snapshot.FromBytes(data)
	if err != nil {
		log.Fatal(err)
	}

	predicate, _ := s.ID(uses)
	object, ok := s.ID(envoy)
	if !ok {
		log.Fatal("no quad has Envoy")
	}
	for st := range s.Match(0, predicate, object) {
		fmt.Println(s.Term(st.Subject), s.Evidence(st.Label))
	}
	// Output: <https://w3id.org/cncfgraph/project/istio> https://example.org/mesh.md:101
}
