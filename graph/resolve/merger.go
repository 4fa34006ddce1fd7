package resolve

import (
	"fmt"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// num is the number of an entity. Numbers are in the byte order of the IRIs.
type num int32

// fact is where something is said of an entity: the id under which it is said,
// and the number of the label.
type fact struct {
	of    num
	label int32
}

// merger is the state of one Merge. Records hang on the root of each set of
// equals, which is its smallest number; what a record says of other entities
// holds their numbers as stated, to be looked up with find.
type merger struct {
	iris    []string
	numbers map[string]num
	parent  []num
	settled []bool        // by root: all ids of the set were compared with each other before
	enemies map[num][]num // by root: entities that it must not become one with

	talks    map[num]*talk
	speakers map[num]*speaker
	events   map[num]*event
	types    map[num][]int32 // by id as stated: labels of its rdf:type

	labels       []rdf.Term
	labelNumbers map[rdf.Term]int32
	labelSources []int32 // number of the source of each label
	strings      interner
	titles       titles

	elsewhere elsewhere // what the quads leave out

	earlier []sameAs   // sorted by old
	reasons []rdf.Quad // found by this Merge
	keep    func(iri string) bool
}

// elsewhere counts the talks of a graph of which a merger holds a region.
type elsewhere struct {
	talks int
	about map[int32]int // by project
}

// sameAs is an owl:sameAs quad of an earlier Merge.
type sameAs struct {
	old, canonical num
	label          rdf.Term
}

// interner numbers strings.
type interner struct{ numbers map[string]int32 }

func (in *interner) number(s string) int32 {
	n, ok := in.numbers[s]
	if !ok {
		if in.numbers == nil {
			in.numbers = map[string]int32{}
		}
		n = int32(len(in.numbers))
		in.numbers[s] = n
	}
	return n
}

// label returns the number of t.
func (m *merger) label(t rdf.Term) int32 {
	n, ok := m.labelNumbers[t]
	if !ok {
		n = int32(len(m.labels))
		m.labelNumbers[t] = n
		m.labels = append(m.labels, t)
		m.labelSources = append(m.labelSources, m.strings.number(vocab.ParseLabel(t.Value).Source))
	}
	return n
}

// join makes one what the rules find to be one.
func (m *merger) join() {
	for m.settle(m.eventPhase()) {
	}
	for changed := true; changed; {
		changed = m.settle(m.talkPhase())
		changed = m.settle(m.speakerPhase()) || changed
	}
}

// find returns the root of n's set of equals.
func (m *merger) find(n num) num {
	for m.parent[n] != n {
		m.parent[n] = m.parent[m.parent[n]]
		n = m.parent[n]
	}
	return n
}

// unite makes the sets of a and b one and joins their records.
func (m *merger) unite(a, b num) {
	a, b = m.find(a), m.find(b)
	if a == b {
		return
	}
	a, b = min(a, b), max(a, b)
	m.parent[b] = a
	m.settled[a] = m.settled[a] && m.settled[b]
	if enemies, ok := m.enemies[b]; ok {
		m.enemies[a] = append(m.enemies[a], enemies...)
		delete(m.enemies, b)
	}
	joinRecords(m.talks, a, b, (*talk).join)
	joinRecords(m.speakers, a, b, (*speaker).join)
	joinRecords(m.events, a, b, (*event).join)
}

// joinRecords joins the record of b to that of a.
func joinRecords[R any](records map[num]R, a, b num, join func(R, R)) {
	other, ok := records[b]
	if !ok {
		return
	}
	if r, ok := records[a]; ok {
		join(r, other)
	} else {
		records[a] = other
	}
	delete(records, b)
}

// foes tells whether the entities with the roots a and b must not become one.
func (m *merger) foes(a, b num) bool {
	for _, e := range m.enemies[a] {
		if m.find(e) == b {
			return true
		}
	}
	return false
}

// explain records why the sets that a and b belong to became one.
func (m *merger) explain(reason string, a, b fact) {
	if b.of < a.of {
		a, b = b, a
	}
	q := rdf.Quad{Subject: rdf.NewIRI(m.iris[a.of]), Predicate: rdf.NewIRI(reason), Object: rdf.NewIRI(m.iris[b.of])}
	for _, label := range [...]int32{a.label, b.label} {
		q.Label = m.labels[label]
		m.reasons = append(m.reasons, q)
	}
}

// pair returns the numbers of p's entities; ok is false where the quads do not
// speak of both.
func (m *merger) pair(p Pair) (a, b num, ok bool, err error) {
	if !ofOneKind(p.A, p.B) {
		return 0, 0, false, fmt.Errorf("%s: %q and %q are not two entities of one kind", vocab.ParseLabel(p.Label.Value), p.A, p.B)
	}
	a, okA := m.numbers[p.A]
	b, okB := m.numbers[p.B]
	return a, b, okA && okB, nil
}
