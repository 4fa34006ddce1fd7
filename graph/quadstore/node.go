package quadstore

import (
	"iter"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"github.com/cncfgraph/cncfgraph/graph/snapshot"
)

// node is a node of the graph: the ID of a term or, with labelBit, the number of
// a label whose IRI is no term.
type node uint64

const labelBit node = 1 << 32

// Key makes node a graph.Ref.
func (n node) Key() interface{} { return n }

// id returns the ID of the term that n is, 0 where it is none.
func (n node) id() snapshot.ID {
	if n >= labelBit {
		return 0
	}
	return snapshot.ID(n)
}

// label returns the label that n is if it is no term.
func (n node) label() (snapshot.Label, bool) {
	return snapshot.Label(n), n >= labelBit
}

// statement is a quad.
type statement snapshot.Statement

// Key makes statement a graph.Ref.
func (st statement) Key() interface{} { return st }

// labelNode returns the node that l is, nil for no label.
func (qs *QuadStore) labelNode(l snapshot.Label) graph.Ref {
	if l == 0 {
		return nil
	}
	if id := qs.s.LabelID(l); id != 0 {
		return node(id)
	}
	return node(l) | labelBit
}

// labelOf returns the label that the node n is, 0 where it is none.
func (qs *QuadStore) labelOf(n node) snapshot.Label {
	if l, ok := n.label(); ok {
		return l
	}
	l, _ := qs.s.Label(qs.s.Term(n.id()))
	return l
}

// isNode tells whether a quad has the term id. A snapshot has one more kind of
// term: the source of labels that all have lines.
func (qs *QuadStore) isNode(id snapshot.ID) bool {
	return qs.s.Count(id, 0, 0) > 0 || qs.s.Count(0, 0, id) > 0 || qs.s.Count(0, id, 0) > 0 || qs.labelOf(node(id)) != 0
}

// end returns the node at end d of st, nil where it has none.
func (qs *QuadStore) end(st statement, d quad.Direction) graph.Ref {
	switch d {
	case quad.Subject:
		return node(st.Subject)
	case quad.Predicate:
		return node(st.Predicate)
	case quad.Object:
		return node(st.Object)
	case quad.Label:
		return qs.labelNode(st.Label)
	}
	return nil
}

// allNodes returns every node once: terms, then labels that are no terms.
func (qs *QuadStore) allNodes() iter.Seq[node] {
	return func(yield func(node) bool) {
		n := node(0)
		for qs.next(&n) && yield(n) {
		}
	}
}

// next moves n to the node behind it, from 0 to the first, and tells whether
// there is one.
func (qs *QuadStore) next(n *node) bool {
	for *n < labelBit {
		*n++
		if uint64(*n) > uint64(qs.s.Terms()) {
			*n = labelBit
		} else if qs.isNode(n.id()) {
			return true
		}
	}
	for *n < labelBit+node(qs.s.Labels()) {
		*n++
		if l, _ := n.label(); qs.s.LabelID(l) == 0 {
			return true
		}
	}
	return false
}

// has tells whether ref is a node.
func (qs *QuadStore) has(ref graph.Ref) bool {
	n, ok := ref.(node)
	if !ok {
		return false
	}
	if l, ok := n.label(); ok {
		return l > 0 && int(l) <= qs.s.Labels() && qs.s.LabelID(l) == 0
	}
	return n > 0 && qs.isNode(n.id())
}
