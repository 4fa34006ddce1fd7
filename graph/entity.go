package graph

import (
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// kindRanges tells which IDs are IRIs of which kind: as IDs are in the order of
// bytes, the entities of a kind stand together.
type kindRanges [len(vocab.Kinds)]struct{ from, to ID } // half open

// findKinds finds the ranges.
func (g *Graph) findKinds() kindRanges {
	var ranges kindRanges
	for i, k := range vocab.Kinds {
		prefix := "<" + vocab.Base + string(k)
		ranges[i].from, ranges[i].to = g.snap.Search(prefix+"/"), g.snap.Search(prefix+"0") // '0' comes behind '/'
	}
	return ranges
}

// Range returns the IDs, from inclusive, to exclusive, of the entities of the
// kind. Ids that were merged into another one's are among them. Sources have
// IRIs of their own and no range.
func (g *Graph) Range(k vocab.Kind) (from, to ID) {
	if i := slices.Index(vocab.Kinds[:], k); i >= 0 {
		return g.kinds()[i].from, g.kinds()[i].to
	}
	return 0, 0
}

// Kind returns the kind of the entity, "" for a term that is none.
func (g *Graph) Kind(id ID) vocab.Kind {
	if id == 0 {
		return ""
	}
	for i, r := range g.kinds() {
		if id >= r.from && id < r.to {
			return vocab.Kinds[i]
		}
	}
	document, _ := g.snap.ID(rdf.NewIRI(vocab.Document))
	if g.Whole().Has(id, vocab.Type, document) {
		return vocab.KindSource
	}
	return ""
}

// Entity returns the entity of kind k with the id: a slug, a source's key for a
// source. An id that was merged into another finds that other.
func (g *Graph) Entity(k vocab.Kind, id string) (ID, bool) {
	term := vocab.Entity(k, id)
	if k == vocab.KindSource {
		key, err := vocab.SourceKey(id)
		if err != nil {
			return 0, false
		}
		term = key
	}
	n, ok := g.snap.ID(term)
	if !ok {
		return 0, false
	}
	n = g.Canonical(n)
	if g.Kind(n) != k {
		return 0, false
	}
	return n, true
}

// Canonical returns the id that stands for id: the one that id was merged into,
// else id itself.
func (g *Graph) Canonical(id ID) ID {
	for range maxSameAs {
		next := id
		for o := range g.Objects(id, vocab.SameAs) {
			next = o
			break
		}
		if next == id {
			break
		}
		id = next
	}
	return id
}

// maxSameAs bounds how many owl:sameAs Canonical follows. The resolver writes
// chains of one; a graph written by others may hold longer ones, or a circle.
const maxSameAs = 8

// EntityID returns the kind and the id by which Entity finds the entity.
func (g *Graph) EntityID(id ID) (k vocab.Kind, slug string) {
	term := g.Term(id)
	if k, slug, ok := vocab.KindOf(term.Value); ok && term.Kind == rdf.IRI && k != vocab.KindSource {
		return k, slug // a source's id is its whole key
	}
	return g.Kind(id), term.Value
}

// Value returns the text of the object of subject's statements with the
// predicate, "" where there is none. Of several objects it takes the one with
// the most evidence, of those the first by ID.
func (g *Graph) Value(subject ID, predicate string) string {
	if best := g.mostEvidence(subject, predicate); best != 0 {
		return g.Term(best).Value
	}
	return ""
}

// mostEvidence returns the object that the most quads state, 0 for none.
func (g *Graph) mostEvidence(subject ID, predicate string) ID {
	if subject == 0 {
		return 0
	}
	p := g.predicate(predicate)
	switch {
	case p.id == 0:
		return 0
	case p.linked && p.links.CountObjects(subject) < 2:
		var only [1]ID // without a choice there is nothing to count
		p.links.AppendObjects(only[:0], subject)
		return only[0]
	}
	var best, current ID
	bestCount, count := 0, 0
	for s := range g.Match(subject, p.id, 0) {
		if s.Object != current {
			current, count = s.Object, 0
		}
		count++
		if count > bestCount {
			best, bestCount = current, count
		}
	}
	return best
}

// Date returns the day, month or year in which the entity was or appeared: a talk's
// own or its event's, an event's first, the day a source was issued; "" where none
// is stated.
func (g *Graph) Date(id ID) string { return g.Term(g.DateID(id)).Value }

// DateID returns the number of the literal that Date reads, 0 where no date is stated.
// Many entities share a date, so that who asks of many reads each but once.
func (g *Graph) DateID(id ID) ID {
	switch g.Kind(id) {
	case vocab.KindTalk:
		if date := g.mostEvidence(id, vocab.StartDate); date != 0 {
			return date
		}
		for event := range g.Objects(id, vocab.SuperEvent) {
			if date := g.mostEvidence(event, vocab.StartDate); date != 0 {
				return date
			}
		}
	case vocab.KindEvent:
		return g.mostEvidence(id, vocab.StartDate)
	case vocab.KindSource:
		return g.mostEvidence(id, vocab.Issued)
	}
	return 0
}

// Names of entities: the predicates of proper names, then those of other names.
var (
	properNames = [...]string{vocab.ProjectName, vocab.Name, vocab.PrefLabel, vocab.Title}
	otherNames  = [...]string{vocab.AltLabel, vocab.AlternateName, vocab.Nick}
)

// Name returns the name to show for the entity: of its proper names the one
// with the most evidence, of those the first in byte order; without one another
// name, a handle, the file name of a source, or the id.
func (g *Graph) Name(id ID) string {
	if name := g.usualName(id); name != "" {
		return name
	}
	for _, predicates := range [...][]string{properNames[:], otherNames[:], {vocab.Profile}} {
		for _, p := range predicates {
			if name := strings.TrimSpace(g.Value(id, p)); name != "" {
				return trimProfile(p, name)
			}
		}
	}
	kind, slug := g.EntityID(id)
	if kind == vocab.KindSource {
		return lastSegment(slug)
	}
	return slug
}

// usualName returns the name of an entity that has one proper name, by the
// predicate that entities of its kind are named with; "" for any other.
func (g *Graph) usualName(id ID) string {
	p := g.predicate(usualPredicate(g.Kind(id)))
	if !p.linked {
		return ""
	}
	var few [2]ID
	if names := p.links.AppendObjects(few[:0], id); len(names) == 1 {
		return strings.TrimSpace(g.Term(names[0]).Value)
	}
	return ""
}

// usualPredicate returns the predicate of the proper names of the kind.
func usualPredicate(k vocab.Kind) string {
	switch k {
	case vocab.KindProject:
		return vocab.ProjectName
	case vocab.KindCategory:
		return vocab.PrefLabel
	case vocab.KindSource, "":
		return vocab.Title
	}
	return vocab.Name
}

// trimProfile reduces a profile's address to the handle that it ends in.
func trimProfile(predicate, name string) string {
	if predicate != vocab.Profile {
		return name
	}
	return lastSegment(name)
}

// lastSegment returns what the address ends in, behind its last slash.
func lastSegment(address string) string {
	address = strings.TrimRight(address, "/")
	return address[strings.LastIndexByte(address, '/')+1:]
}

// Names returns every name of the entity, but for known misspellings: first the
// one that Name returns, then the others, proper names before other ones, each
// once and in byte order.
func (g *Graph) Names(id ID) []string {
	names := []string{g.Name(id)}
	var predicates [len(properNames) + len(otherNames)]ID
	for i := range predicates {
		if i < len(properNames) {
			predicates[i] = g.Predicate(properNames[i])
		} else {
			predicates[i] = g.Predicate(otherNames[i-len(properNames)])
		}
	}
	add := func(predicates []ID) {
		start, last := len(names), ID(0)
		for s := range g.Match(id, 0, 0) {
			if s.Object == last || !slices.Contains(predicates, s.Predicate) {
				continue
			}
			last = s.Object
			if name := strings.TrimSpace(g.Term(s.Object).Value); name != "" && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
		slices.Sort(names[start:])
	}
	add(predicates[:len(properNames)])
	add(predicates[len(properNames):])
	return names
}
