package queries

import (
	"context"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Everything returns the network of all entities, by kind and id, as far as the
// options leave them. It takes no depth and no number of nodes.
func Everything(ctx context.Context, g *graph.Graph, opts *NeighborhoodOptions) (*Network, error) {
	e, o, err := newExplorer(g, opts)
	if err != nil {
		return nil, err
	}
	all := make([]*neighbour, 0, 1024)
	for id := range e.all() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		n := &neighbour{id: id}
		e.found[id] = n
		all = append(all, n)
	}
	o.Depth = 0
	return e.network(nil, all, nil, o), nil
}

// all yields every entity of the kinds.
func (e *explorer) all() func(func(graph.ID) bool) {
	return func(yield func(graph.ID) bool) {
		for _, k := range vocab.Kinds {
			if !slices.Contains(e.kinds, k) {
				continue
			}
			for id := range ofKind(e.g, k) {
				if !yield(id) {
					return
				}
			}
		}
	}
}

// ofKind yields the entities of the kind, under the ids that stand for them; as of a
// day only those of which it was stated what they are.
func ofKind(g *graph.Graph, k vocab.Kind) func(func(graph.ID) bool) {
	if k == vocab.KindSource {
		return instances(g, vocab.Document)
	}
	return func(yield func(graph.ID) bool) {
		from, to := g.Range(k)
		for id := from; id < to; id++ {
			if g.Canonical(id) == id && (g.Day() == "" || isStated(g, id)) && !yield(id) {
				return
			}
		}
	}
}
