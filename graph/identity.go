package graph

import (
	"iter"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/resolve"
)

// withoutOverruled yields the quads of base but for those that quads overrule.
func withoutOverruled(base iter.Seq[rdf.Quad], quads []rdf.Quad) iter.Seq[rdf.Quad] {
	overruled := overruledBy(quads)
	return func(yield func(rdf.Quad) bool) {
		for q := range base {
			if !overruled(q) && !yield(q) {
				return
			}
		}
	}
}

// overruledBy tells of a quad whether it says of two ids that they are one, or two,
// and quads say the opposite: what a user tells goes before the default graph.
func overruledBy(quads []rdf.Quad) func(rdf.Quad) bool {
	type saying struct{ a, b, predicate string }
	told := map[saying]bool{}
	of := func(q rdf.Quad) (saying, bool) {
		p, ok := resolve.Told(q)
		return saying{min(p.A, p.B), max(p.A, p.B), q.Predicate.Value}, ok
	}
	pairs := map[[2]string]bool{}
	for _, q := range quads {
		if s, ok := of(q); ok {
			told[s], pairs[[2]string{s.a, s.b}] = true, true
		}
	}
	return func(q rdf.Quad) bool {
		if len(told) == 0 {
			return false
		}
		s, ok := of(q)
		return ok && pairs[[2]string{s.a, s.b}] && !told[s]
	}
}
