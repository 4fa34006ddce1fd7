package resolve

import (
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// rewritten returns quads with canonical ids, and the identity quads.
func (m *merger) rewritten(quads []rdf.Quad) []rdf.Quad {
	canonical := m.canonical()
	out := make([]rdf.Quad, 0, len(quads)+len(m.reasons))
	for _, q := range quads {
		if isIdentity(q) {
			continue
		}
		if !isReason(q) {
			q.Subject = m.replace(q.Subject, canonical)
			q.Object = m.replace(q.Object, canonical)
		}
		out = append(out, q)
	}
	out = append(out, m.reasons...)
	for n := range m.iris {
		if to := canonical[m.find(num(n))]; to != num(n) {
			out = m.appendSameAs(out, num(n), to)
		}
	}
	return rdf.Sort(out)
}

// isReason tells whether q gives the reason of a merge, for ids as stated.
func isReason(q rdf.Quad) bool {
	_, ok := vocab.IdentityReasons[q.Predicate.Value]
	return ok
}

func (m *merger) replace(t rdf.Term, canonical map[num]num) rdf.Term {
	if t.Kind != rdf.IRI {
		return t
	}
	if n, ok := m.numbers[t.Value]; ok {
		t.Value = m.iris[canonical[m.find(n)]]
	}
	return t
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
	for _, e := range m.earlier {
		if e.old == old {
			q.Label = e.label
			quads = append(quads, q)
		}
	}
	return quads
}
