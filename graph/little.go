package graph

import (
	"slices"

	"github.com/cncfgraph/cncfgraph/data"
	"github.com/cncfgraph/cncfgraph/graph/forget"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/resolve"
	"github.com/cncfgraph/cncfgraph/graph/snapshot"
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

// buildLittle is build for quads that are little.
func (b *builder) buildLittle(quads []rdf.Quad) (*snapshot.Builder, error) {
	keys, err := resolve.ReadIndex(data.Keys, false)
	if err != nil {
		return nil, err
	}
	p, err := resolve.MergeInto(&base{b.base, keys}, quads)
	if err != nil {
		return nil, err
	}
	b.tell(StageBuild, 0, 0)
	s := &snapshot.Builder{Budget: memoryBudget}
	if err := s.AddSnapshot(b.base.snap, p.Hidden); err != nil {
		return nil, err
	}
	for _, q := range p.Added {
		if err := s.Add(q); err != nil {
			return nil, err
		}
	}
	return s, nil
}
