package resolve

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// rewritten returns the sorted quads with canonical ids, and the identity quads. What
// is told of ids that are nothing is left out, as it would look like something.
func (m *merger) rewritten(quads []rdf.Quad) []rdf.Quad {
	canonical := m.canonical()
	same := make([]rdf.Quad, 0, len(quads)) // what stays as it is, in order
	changed := m.reasons
	for _, q := range quads {
		switch r := m.replaced(q, canonical); {
		case isIdentity(q), m.isIdle(q):
		case r == q:
			same = append(same, q)
		default:
			changed = append(changed, r)
		}
	}
	for n := range m.iris {
		if to := canonical[m.find(num(n))]; to != num(n) {
			changed = m.appendSameAs(changed, num(n), to)
		}
	}
	return mergeSorted(same, rdf.Sort(changed))
}

// isIdle tells whether q says that two ids are one or two, and nothing else is said
// of one of them.
func (m *merger) isIdle(q rdf.Quad) bool {
	p, ok := Told(q)
	if !ok {
		return false
	}
	_, knownA := m.numbers[p.A]
	_, knownB := m.numbers[p.B]
	return !knownA || !knownB
}

// mergeSorted merges two sorted lists without repeated quads into one.
func mergeSorted(a, b []rdf.Quad) []rdf.Quad {
	out := make([]rdf.Quad, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		c := a[0].Compare(b[0])
		if c <= 0 {
			out = append(out, a[0])
			a = a[1:]
		} else {
			out = append(out, b[0])
		}
		if c >= 0 {
			b = b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// isReason tells whether q gives the reason of a merge, for ids as stated.
func isReason(q rdf.Quad) bool {
	if !strings.HasPrefix(q.Predicate.Value, vocab.Base) {
		return false
	}
	_, ok := vocab.IdentityReasons[q.Predicate.Value]
	return ok
}

// replaced returns q with canonical ids as subject and object. Reasons, and what is
// told to be different, are about ids as stated and stay.
func (m *merger) replaced(q rdf.Quad, canonical map[num]num) rdf.Quad {
	if isReason(q) || q.Predicate.Value == vocab.DifferentFrom {
		return q
	}
	for _, t := range [...]*rdf.Term{&q.Subject, &q.Object} {
		if n, ok := m.numbers[t.Value]; ok && t.Kind == rdf.IRI {
			t.Value = m.iris[canonical[m.find(n)]]
		}
	}
	return q
}

// canonical returns the canonical entity of each root: one to keep, else one that
// was canonical before, else any; of several the first.
func (m *merger) canonical() map[num]num {
	const kept, before, other = 0, 1, 2
	standing := make([]int, len(m.iris))
	for n, iri := range m.iris {
		standing[n] = other
		if m.keep != nil && m.keep(iri) {
			standing[n] = kept
		}
	}
	for _, e := range m.earlier {
		standing[e.canonical] = min(standing[e.canonical], before)
	}
	for _, e := range m.earlier {
		if standing[e.old] == before {
			standing[e.old] = other
		}
	}
	canonical := map[num]num{}
	for n := range m.iris {
		root := m.find(num(n))
		if best, ok := canonical[root]; !ok || standing[n] < standing[best] {
			canonical[root] = num(n)
		}
	}
	return canonical
}

// appendSameAs appends old owl:sameAs to, under each evidence of old's type: in
// this Merge's quads or, as they say it of another id by then, in earlier ones.
func (m *merger) appendSameAs(quads []rdf.Quad, old, to num) []rdf.Quad {
	q := rdf.Quad{Subject: rdf.NewIRI(m.iris[old]), Predicate: rdf.NewIRI(vocab.SameAs), Object: rdf.NewIRI(m.iris[to])}
	for _, label := range m.types[old] {
		q.Label = m.labels[label]
		quads = append(quads, q)
	}
	first, _ := slices.BinarySearchFunc(m.earlier, old, func(e sameAs, n num) int { return cmp.Compare(e.old, n) })
	for _, e := range m.earlier[first:] {
		if e.old != old {
			break
		}
		q.Label = e.label
		quads = append(quads, q)
	}
	return quads
}
