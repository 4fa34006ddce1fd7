package quadstore_test

import (
	"context"
	"fmt"
	"log"

	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"

	"github.com/cncfgraph/cncfgraph/graph/quadstore"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/snapshot"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Example asks with a path of Cayley who has given a talk about NATS.
func Example() {
	talk := vocab.Entity(vocab.KindTalk, "nats-and-kubernetes")
	speaker := vocab.Entity(vocab.KindSpeaker, "hana")
	nats := vocab.Entity(vocab.KindProject, "nats")
	line := vocab.Evidence{Source: "https://example.org/meetup.md", Line: 8}.Label()
	data, err := snapshot.Build([]rdf.Quad{
		{Subject: talk, Predicate: rdf.NewIRI(vocab.About), Object: nats, Label: line},
		{Subject: talk, Predicate: rdf.NewIRI(vocab.Performer), Object: speaker, Label: line},
		{Subject: speaker, Predicate: rdf.NewIRI(vocab.Name), Object: rdf.NewString("Hana"), Label: line},
	})
	if err != nil {
		log.Fatal(err)
	}
	s, err := snapshot.FromBytes(data)
	if err != nil {
		log.Fatal(err)
	}

	qs := quadstore.New(s)
	names := path.StartPath(qs, quad.IRI(nats.Value)).
		In(quad.IRI(vocab.About)).
		Out(quad.IRI(vocab.Performer)).
		Out(quad.IRI(vocab.Name))
	err = names.Iterate(context.Background()).EachValue(qs, func(v quad.Value) {
		fmt.Println(quad.NativeOf(v))
	})
	if err != nil {
		log.Fatal(err)
	}
	// Output: Hana
}
