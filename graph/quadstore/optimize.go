package quadstore

import (
	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/shape"
)

var _ shape.Optimizer = (*QuadStore)(nil)

// OptimizeShape turns look-ups of quads that have fixed nodes at some ends into
// one range of the snapshot: Cayley by itself lists the quads of one node and
// looks each up among those of the others.
func (qs *QuadStore) OptimizeShape(s shape.Shape) (shape.Shape, bool) {
	switch s := s.(type) {
	case shape.Quads:
		return qs.optimizeQuads(s)
	case shape.QuadsAction:
		var p pattern
		for d, ref := range s.Filter {
			var ok bool
			if p, ok = qs.fix(p, d, ref); !ok {
				return shape.Null{}, true
			}
		}
		return endsShape{ends{qs, p, s.Result, s.Save}}, true
	case shape.NodesFrom:
		if quads, ok := s.Quads.(statementsShape); ok {
			return endsShape{ends{qs: qs, pattern: quads.pattern, dir: s.Dir}}, true
		}
	}
	return s, false
}

// optimizeQuads joins the filters of s that are one fixed node each.
func (qs *QuadStore) optimizeQuads(s shape.Quads) (shape.Shape, bool) {
	var p pattern
	var rest shape.Quads
	for _, filter := range s {
		ref, ok := shape.One(filter.Values)
		if !ok {
			rest = append(rest, filter)
			continue
		}
		if p, ok = qs.fix(p, filter.Dir, ref); !ok {
			return shape.Null{}, true
		}
	}
	fixed := statementsShape{statements{qs, p}}
	switch {
	case p == pattern{}:
		return s, false
	case len(rest) == 0:
		return fixed, true
	}
	both := shape.Intersect{fixed}
	for _, filter := range rest {
		both = append(both, linkedShape{qs, p, filter})
	}
	return both, true
}

// statementsShape is a set of quads as a part of a query.
type statementsShape struct{ statements }

// BuildIterator makes statementsShape a shape.Shape.
func (s statementsShape) BuildIterator(graph.QuadStore) graph.Iterator {
	return graph.NewLegacy(&s.statements, nil)
}

// Optimize makes statementsShape a shape.Shape.
func (s statementsShape) Optimize(r shape.Optimizer) (shape.Shape, bool) { return offer(s, r) }

// linkedShape is a set of quads, those that fit a pattern and have a node of a
// filter, as a part of a query.
type linkedShape struct {
	qs *QuadStore
	pattern
	filter shape.QuadFilter
}

// BuildIterator makes linkedShape a shape.Shape.
func (s linkedShape) BuildIterator(qs graph.QuadStore) graph.Iterator {
	nodes := graph.AsShape(s.filter.Values.BuildIterator(qs))
	return graph.NewLegacy(&linked{s.qs, s.pattern, s.filter.Dir, nodes}, nil)
}

// Optimize makes linkedShape a shape.Shape.
func (s linkedShape) Optimize(r shape.Optimizer) (shape.Shape, bool) { return offer(s, r) }

// endsShape is a set of nodes as a part of a query.
type endsShape struct{ ends }

// BuildIterator makes endsShape a shape.Shape.
func (s endsShape) BuildIterator(graph.QuadStore) graph.Iterator {
	return graph.NewLegacy(&s.ends, nil)
}

// Optimize makes endsShape a shape.Shape.
func (s endsShape) Optimize(r shape.Optimizer) (shape.Shape, bool) { return offer(s, r) }

// offer lets r, if there is one, optimize s.
func offer(s shape.Shape, r shape.Optimizer) (shape.Shape, bool) {
	if r == nil {
		return s, false
	}
	return r.OptimizeShape(s)
}
