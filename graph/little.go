package graph

import (
	"iter"
	"slices"

	"github.com/cncfgraph/cncfgraph/data"
	"github.com/cncfgraph/cncfgraph/graph/forget"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/resolve"
)

// littleShare is the part of the base up to which quads are little beside it: of more
// of them identity is sooner resolved over all than by what each of them meets.
const littleShare = 4

// isLittle tells whether quads can be merged by what of the base they meet. What is told
// of identity may take apart what the base holds for one, and who is forgotten may stand
// anywhere in it.
func (b *builder) isLittle(quads []rdf.Quad, forgotten *forget.List) bool {
	return b.base != nil && len(quads) <= b.base.Quads()/littleShare && forgotten.Empty() &&
		!slices.ContainsFunc(quads, func(q rdf.Quad) bool { _, told := resolve.Told(q); return told })
}

// mergeLittle is merge for quads that are little.
func (b *builder) mergeLittle(quads []rdf.Quad, _ *forget.List) (merged iter.Seq[rdf.Quad], count int, err error) {
	keys, err := resolve.ReadIndex(data.Keys, false)
	if err != nil {
		return nil, 0, err
	}
	p, err := resolve.MergeInto(&base{b.base, keys}, quads)
	if err != nil {
		return nil, 0, err
	}
	return func(yield func(rdf.Quad) bool) {
		hidden := p.Hidden
		for q := range b.base.All() {
			if len(hidden) > 0 && q == hidden[0] {
				hidden = hidden[1:]
			} else if !yield(q) {
				return
			}
		}
		for _, q := range p.Added {
			if !yield(q) {
				return
			}
		}
	}, b.base.Quads() - len(p.Hidden) + len(p.Added), nil
}
