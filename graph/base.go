package graph

import (
	"slices"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/resolve"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// base is a graph to which others are added; it implements [resolve.Base].
type base struct {
	*Graph
	keys *resolve.Index
}

// Canonical returns the id that stands for iri.
func (b *base) Canonical(iri string) (string, bool) {
	id, ok := b.ID(rdf.NewIRI(iri))
	if !ok {
		return "", false
	}
	if c := b.Graph.Canonical(id); c != id {
		return b.Term(c).Value, true
	}
	return iri, true
}

// About returns the statements about the entity.
func (b *base) About(iri string) []rdf.Quad {
	id := b.entity(iri)
	if id == 0 {
		return nil
	}
	list := slices.Collect(b.Match(id, 0, 0))
	list = slices.AppendSeq(list, b.Statements(0, vocab.SameAs, id))
	list = slices.AppendSeq(list, b.Statements(0, vocab.Maintainer, id))
	return slices.Collect(b.Stated(list))
}

// Naming returns the statements with the entity as object.
func (b *base) Naming(iri string) []rdf.Quad {
	id := b.entity(iri)
	if id == 0 {
		return nil
	}
	return slices.Collect(b.Stated(slices.Collect(b.Match(0, 0, id))))
}

// Subjects returns the entities that lead to the entity by the predicate.
func (b *base) Subjects(predicate, iri string) []string {
	var list []string
	for id := range b.Graph.Subjects(predicate, b.entity(iri)) {
		list = append(list, b.Term(id).Value)
	}
	return list
}

// entity returns the number of the entity, 0 for one that is none.
func (b *base) entity(iri string) ID {
	id, _ := b.ID(rdf.NewIRI(iri))
	return id
}

// Sharing returns the entities that have the key.
func (b *base) Sharing(k resolve.Key, limit int) []string {
	var list []string
	for id := range b.keys.Sharing(k) {
		if len(list) == limit {
			break
		}
		list = append(list, b.Term(ID(id)).Value)
	}
	return list
}

// Talks returns the number of talks.
func (b *base) Talks() int { return b.keys.Talks() }

// TalksAbout returns the number of talks about the project.
func (b *base) TalksAbout(project string) int {
	subjects := slices.Collect(b.Graph.Subjects(vocab.About, b.entity(project)))
	from, to := b.Range(vocab.KindTalk)
	first, _ := slices.BinarySearch(subjects, from)
	end, _ := slices.BinarySearch(subjects, to)
	return end - first
}
