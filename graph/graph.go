package graph

import (
	"iter"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/snapshot"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// ID is the number of a term in one graph, counted from 1 in the byte order of
// the terms' canonical N-Quads form. 0 is no term; in a pattern, any term.
type ID = snapshot.ID

// Label is the number of a label in one graph. 0 is no label.
type Label = snapshot.Label

// Statement is a quad in numbers.
type Statement = snapshot.Statement

// Graph is a read-only graph.
type Graph struct {
	snap       *snapshot.Snapshot
	predicates atomic.Pointer[map[string]predicate] // those asked for so far
	kinds      func() kindRanges
	note       error
	view       atomic.Pointer[Graph] // what View hands out, made by the first one
	past       *past                 // which statements count; nil for all
}

// newGraph returns the graph over snap, which it owns.
func newGraph(snap *snapshot.Snapshot) *Graph {
	g := &Graph{snap: snap}
	g.predicates.Store(&map[string]predicate{})
	g.kinds = sync.OnceValue(g.findKinds)
	return g
}

// Close releases the file that the graph is read from, if there is one.
func (g *Graph) Close() error { return g.snap.Close() }

// Snapshot returns the snapshot that g reads.
func (g *Graph) Snapshot() *snapshot.Snapshot { return g.snap }

// Err returns the first error met while reading: the file that g is mapped from
// became shorter or could not be read. Answers since then may lack something.
func (g *Graph) Err() error { return g.snap.Err() }

// Terms returns the number of terms.
func (g *Graph) Terms() int { return g.snap.Terms() }

// Quads returns the number of quads.
func (g *Graph) Quads() int {
	if g.past == nil {
		return g.snap.Quads()
	}
	return g.Count(0, 0, 0)
}

// ID returns the number of t. It is false where no quad has t as its subject,
// predicate or object.
func (g *Graph) ID(t rdf.Term) (ID, bool) { return g.snap.ID(t) }

// Term returns the term with the number id, the zero Term for 0.
func (g *Graph) Term(id ID) rdf.Term {
	if id == 0 {
		return rdf.Term{}
	}
	return g.snap.Term(id)
}

// Search returns the number of the first term whose canonical N-Quads form is not
// below text in byte order. So the dates from 2020 on are the objects with a number
// of at least Search("\"2020").
func (g *Graph) Search(text string) ID { return g.snap.Search(text) }

// Match yields the statements with the given subject, predicate and object,
// where 0 stands for any. See [snapshot.Snapshot.Match] for the order.
func (g *Graph) Match(subject, predicate, object ID) iter.Seq[Statement] {
	return func(yield func(Statement) bool) { g.match(subject, predicate, object, yield) }
}

// match is Match's iterator. It and those like it stand apart, so that what returns
// them is inlined and a loop makes no garbage.
func (g *Graph) match(subject, predicate, object ID, yield func(Statement) bool) {
	for s := range g.snap.Match(subject, predicate, object) {
		if (g.past == nil || g.past.counts(s)) && !yield(s) {
			return
		}
	}
}

// AppendMatch appends what Match yields to dst: the quick way to few statements. It is
// false, and nothing is appended, where there are more than limit, unless that is
// negative; in a view that AsOf made, those count too that are left out.
func (g *Graph) AppendMatch(dst []Statement, subject, predicate, object ID, limit int) ([]Statement, bool) {
	all, ok := g.snap.AppendMatch(dst, subject, predicate, object, limit)
	if g.past == nil {
		return all, ok
	}
	kept := all[:len(dst)]
	for _, s := range all[len(dst):] {
		if g.past.counts(s) {
			kept = append(kept, s)
		}
	}
	return kept, ok
}

// Count returns how many statements Match yields.
func (g *Graph) Count(subject, predicate, object ID) int {
	if g.past == nil {
		return g.snap.Count(subject, predicate, object)
	}
	n := 0
	for range g.Match(subject, predicate, object) {
		n++
	}
	return n
}

// Labelled yields the statements whose evidence is in source.
func (g *Graph) Labelled(source ID) iter.Seq[Statement] {
	return func(yield func(Statement) bool) {
		for s := range g.snap.Labelled(source) {
			if (g.past == nil || g.past.counts(s)) && !yield(s) {
				return
			}
		}
	}
}

// Evidence returns the source and lines that l stands for.
func (g *Graph) Evidence(l Label) vocab.Evidence { return g.snap.Evidence(l) }

// Source returns the source that l stands for a line of, 0 for none.
func (g *Graph) Source(l Label) ID {
	source, _, _ := g.snap.Lines(l)
	return source
}

// All yields every quad, in the order of [rdf.Sort].
func (g *Graph) All() iter.Seq[rdf.Quad] {
	if g.past == nil {
		return g.snap.All()
	}
	return func(yield func(rdf.Quad) bool) {
		for _, q := range rdf.Sort(slices.Collect(g.Stated(slices.Collect(g.Match(0, 0, 0))))) {
			if !yield(q) {
				return
			}
		}
	}
}

// predicate is a predicate with its links, if the snapshot keeps them.
type predicate struct {
	id     ID
	links  snapshot.Links
	linked bool
}

// Predicate returns the number of the predicate iri, 0 where no quad has it.
// Mind that 0 means any term to Match; Statements, Objects and Subjects take
// an absent predicate for what it is.
func (g *Graph) Predicate(iri string) ID { return g.predicate(iri).id }

// predicate returns what is known of the predicate iri.
func (g *Graph) predicate(iri string) predicate {
	known := g.predicates.Load()
	if p, ok := (*known)[iri]; ok {
		return p
	}
	id, ok := g.snap.ID(rdf.NewIRI(iri))
	if !ok {
		return predicate{}
	}
	p := predicate{id: id}
	if g.past == nil || g.past.timeless[id] {
		p.links, p.linked = g.snap.Links(id)
	}
	for {
		grown := make(map[string]predicate, len(*known)+1)
		for k, v := range *known {
			grown[k] = v
		}
		grown[iri] = p
		if g.predicates.CompareAndSwap(known, &grown) {
			return p
		}
		known = g.predicates.Load()
	}
}

// Links are the distinct pairs of subject and object of a predicate, to be walked
// through at the speed of arrays.
type Links = snapshot.Links

// Links returns the links of the predicate, with no pairs where no quad has it. It
// is false for predicates of which the graph keeps none; those that lead from talk
// to project, speaker and event, from project to category and from each to its name
// have links. Objects and Subjects use them by themselves.
func (g *Graph) Links(predicate string) (Links, bool) {
	p := g.predicate(predicate)
	return p.links, p.linked || p.id == 0
}

// NameIndex has the names in a graph by their keys, by their words, and by what is
// nearly spelt like these.
type NameIndex = snapshot.Names

// NameIndex returns the index of the names in g. Names are timeless: a view that AsOf
// made has them all, whatever the day.
func (g *Graph) NameIndex() NameIndex { return g.snap.Names() }

// View calls use with a graph that answers as g does, and quicker where use reads
// a great deal from a database. The view must not be used by other goroutines or
// after use. See [snapshot.Snapshot.View] for a file that is cut short meanwhile.
func (g *Graph) View(use func(view *Graph) error) error {
	var err error
	fault := g.snap.View(func(snap *snapshot.Snapshot) {
		view := g.view.Load()
		if view == nil {
			view = newGraph(snap)
			view.kinds, view.note, view.past = g.kinds, g.note, g.past
			g.view.Store(view)
		}
		err = use(view)
	})
	if err == nil {
		err = fault
	}
	return err
}

// Statements yields the statements with the predicate; 0 as subject or object
// stands for any. Nothing is yielded where no quad has the predicate.
func (g *Graph) Statements(subject ID, predicate string, object ID) iter.Seq[Statement] {
	return func(yield func(Statement) bool) {
		if p := g.Predicate(predicate); p != 0 {
			g.match(subject, p, object, yield)
		}
	}
}

// Objects yields the distinct objects of subject's statements with the
// predicate, in order of ID.
func (g *Graph) Objects(subject ID, predicate string) iter.Seq[ID] {
	return func(yield func(ID) bool) { g.objects(subject, predicate, yield) }
}

// objects is the iterator of Objects.
func (g *Graph) objects(subject ID, predicate string, yield func(ID) bool) {
	p := g.predicate(predicate)
	if p.linked {
		p.links.Objects(subject)(yield)
		return
	}
	if subject == 0 || p.id == 0 {
		return
	}
	var last ID
	for s := range g.Match(subject, p.id, 0) {
		if s.Object == last {
			continue
		}
		if last = s.Object; !yield(last) {
			return
		}
	}
}

// AppendObjects appends what Objects yields to list, for callers that ask very often.
func (g *Graph) AppendObjects(list []ID, subject ID, predicate string) []ID {
	if p := g.predicate(predicate); p.linked {
		return p.links.AppendObjects(list, subject)
	}
	return slices.AppendSeq(list, g.Objects(subject, predicate))
}

// Subjects yields the distinct subjects of the statements with the predicate
// and object, in order of ID.
func (g *Graph) Subjects(predicate string, object ID) iter.Seq[ID] {
	return func(yield func(ID) bool) { g.subjects(predicate, object, yield) }
}

// subjects is the iterator of Subjects.
func (g *Graph) subjects(predicate string, object ID, yield func(ID) bool) {
	p := g.predicate(predicate)
	if p.linked {
		p.links.Subjects(object)(yield)
		return
	}
	if object == 0 || p.id == 0 {
		return
	}
	var last ID
	for s := range g.Match(0, p.id, object) {
		if s.Subject == last {
			continue
		}
		if last = s.Subject; !yield(last) {
			return
		}
	}
}

// Has tells whether g states the fact, by any label. Each argument names a term.
func (g *Graph) Has(subject ID, predicate string, object ID) bool {
	if subject == 0 || object == 0 {
		return false
	}
	p := g.Predicate(predicate)
	return p != 0 && g.Count(subject, p, object) > 0
}
