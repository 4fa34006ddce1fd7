package queries

import (
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
)

// linked is a predicate of a graph that a question steps along very often: by its
// links, or where the graph has none of it, as in a view of the past, by its
// statements.
type linked struct {
	g         *graph.Graph
	predicate string
	links     graph.Links
	ok        bool
}

func newLinked(g *graph.Graph, predicate string) linked {
	links, ok := g.Links(predicate)
	return linked{g, predicate, links, ok}
}

// objects appends the distinct objects of the subject to dst, in order of ID.
func (l *linked) objects(dst []graph.ID, subject graph.ID) []graph.ID {
	if l.ok {
		return l.links.AppendObjects(dst, subject)
	}
	return slices.AppendSeq(dst, l.g.Objects(subject, l.predicate))
}

// subjects appends the distinct subjects of the object to dst, in order of ID.
func (l *linked) subjects(dst []graph.ID, object graph.ID) []graph.ID {
	if l.ok {
		return l.links.AppendSubjects(dst, object)
	}
	return slices.AppendSeq(dst, l.g.Subjects(l.predicate, object))
}

// countObjects returns how many objects the subject has.
func (l *linked) countObjects(subject graph.ID) int {
	if l.ok {
		return l.links.CountObjects(subject)
	}
	n := 0
	for range l.g.Objects(subject, l.predicate) {
		n++
	}
	return n
}

// countSubjects returns how many subjects the object has.
func (l *linked) countSubjects(object graph.ID) int {
	if l.ok {
		return l.links.CountSubjects(object)
	}
	n := 0
	for range l.g.Subjects(l.predicate, object) {
		n++
	}
	return n
}
