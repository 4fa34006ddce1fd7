package graph

import (
	"cmp"
	"iter"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
)

// Stated yields the statements as quads, in the order given.
func (g *Graph) Stated(statements []Statement) iter.Seq[rdf.Quad] {
	return func(yield func(rdf.Quad) bool) {
		for _, s := range statements {
			q := rdf.Quad{Subject: g.Term(s.Subject), Predicate: g.Term(s.Predicate), Object: g.Term(s.Object), Label: g.snap.LabelTerm(s.Label)}
			if !yield(q) {
				return
			}
		}
	}
}

// SortByEvidence orders statements by source and line, then by subject, predicate and
// object.
func SortByEvidence(statements []Statement) {
	slices.SortFunc(statements, func(a, b Statement) int {
		return cmp.Or(cmp.Compare(a.Label, b.Label), cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Predicate, b.Predicate), cmp.Compare(a.Object, b.Object))
	})
}
