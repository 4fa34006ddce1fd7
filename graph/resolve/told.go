package resolve

import (
	"fmt"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// told are the pairs that people say are one or two: those of the options, then
// those that quads state.
type told struct {
	same, different []Pair
	stated          int // how many of same are stated by quads, which hold their reason
}

// gatherTold returns what opts and the quads tell. Pairs of which the quads do not
// speak are passed over, as is a pair that is stated to be one and to be two: then
// it is two.
func gatherTold(quads []rdf.Quad, opts *Options) told {
	t := told{same: slices.Clone(opts.Same), different: slices.Clone(opts.Different)}
	for _, q := range quads {
		if pair, ok := Told(q); ok && q.Predicate.Value == vocab.DifferentFrom {
			t.different = append(t.different, pair)
		} else if ok {
			t.same = append(t.same, pair)
			t.stated++
		}
	}
	return t
}

// Told returns the pair that q, a vocab.SameAsStated or vocab.DifferentFrom, says to
// be one or two. It is false for other quads.
func Told(q rdf.Quad) (Pair, bool) {
	if q.Predicate.Value != vocab.SameAsStated && q.Predicate.Value != vocab.DifferentFrom || q.Object.Kind != rdf.IRI {
		return Pair{}, false
	}
	return Pair{q.Subject.Value, q.Object.Value, q.Label}, ofOneKind(q.Subject.Value, q.Object.Value) && q.Subject != q.Object
}

// obey applies what was said before and what is told.
func (m *merger) obey(t told) error {
	for _, e := range m.earlier {
		m.unite(e.old, e.canonical)
	}
	for _, p := range t.different {
		a, b, ok, err := m.pair(p)
		if err != nil {
			return err
		}
		if ok {
			a, b := m.find(a), m.find(b)
			m.enemies[a] = append(m.enemies[a], b)
			m.enemies[b] = append(m.enemies[b], a)
		}
	}
	for i, p := range t.same {
		a, b, ok, err := m.pair(p)
		if err != nil {
			return err
		}
		if !ok || m.find(a) == m.find(b) {
			continue
		}
		stated := i >= len(t.same)-t.stated
		if stated && m.foes(m.find(a), m.find(b)) {
			continue
		}
		m.unite(a, b)
		if !stated {
			label := m.label(p.Label)
			m.explain(vocab.SameAsStated, fact{a, label}, fact{b, label})
		}
	}
	for _, p := range t.different {
		if a, b, ok, _ := m.pair(p); ok && m.find(a) == m.find(b) {
			return fmt.Errorf("%s: %s and %s: %w", vocab.ParseLabel(p.Label.Value), p.A, p.B, ErrContradiction)
		}
	}
	return nil
}
