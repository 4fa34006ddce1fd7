package quadstore

import (
	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"github.com/cncfgraph/cncfgraph/graph/snapshot"
)

// pattern is a set of quads by those of their ends that are fixed; 0 is any. A
// quad without a label fits only where the label is any.
type pattern struct {
	subject, predicate, object snapshot.ID
	label                      snapshot.Label
}

// fix returns p with end d fixed to ref, and false where no quad can fit.
func (qs *QuadStore) fix(p pattern, d quad.Direction, ref graph.Ref) (pattern, bool) {
	n, ok := ref.(node)
	if !ok {
		return p, false
	}
	if d == quad.Label {
		l := qs.labelOf(n)
		ok = l != 0 && (p.label == 0 || p.label == l)
		p.label = l
		return p, ok
	}
	end := p.end(d)
	if end == nil || n.id() == 0 || *end != 0 && *end != n.id() {
		return p, false
	}
	*end = n.id()
	return p, true
}

// end returns the term at end d of p, nil for the label.
func (p *pattern) end(d quad.Direction) *snapshot.ID {
	switch d {
	case quad.Subject:
		return &p.subject
	case quad.Predicate:
		return &p.predicate
	case quad.Object:
		return &p.object
	}
	return nil
}

// fits tells whether st is in the set.
func (p *pattern) fits(st statement) bool {
	return (p.subject == 0 || p.subject == st.Subject) &&
		(p.predicate == 0 || p.predicate == st.Predicate) &&
		(p.object == 0 || p.object == st.Object) &&
		(p.label == 0 || p.label == st.Label)
}

// cursor returns a cursor over statements of which those that fit p are all
// there are: the shorter one of the statements with p's terms and of those with
// its label.
func (qs *QuadStore) cursor(p pattern) *snapshot.Cursor {
	if p.label == 0 {
		return qs.s.Find(p.subject, p.predicate, p.object)
	}
	byLabel := qs.s.FindLabel(p.label)
	if p.subject == 0 && p.predicate == 0 && p.object == 0 {
		return byLabel
	}
	byTerms := qs.s.Find(p.subject, p.predicate, p.object)
	if byTerms.Len() < byLabel.Len() {
		return byTerms
	}
	return byLabel
}

// size returns how many quads fit p, or at most fit.
func (qs *QuadStore) size(p pattern) graph.Size {
	exact := p.label == 0 || p == pattern{label: p.label}
	return graph.Size{Size: int64(qs.cursor(p).Len()), Exact: exact}
}
