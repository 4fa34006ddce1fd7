package quadstore

import (
	"context"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// linked is the set of quads that fit a pattern and have one of a set of nodes
// at end dir. Cayley's LinksTo lists all quads of each node; this one looks up
// those that fit.
type linked struct {
	qs *QuadStore
	pattern
	dir   quad.Direction
	nodes graph.IteratorShape
}

func (it *linked) String() string {
	return fmt.Sprintf("Snapshot%+v by %v", it.pattern, it.dir)
}

func (it *linked) SubIterators() []graph.IteratorShape { return []graph.IteratorShape{it.nodes} }

func (it *linked) Iterate() graph.Scanner {
	return &linkedScan{linked: it, nodes: it.nodes.Iterate()}
}

func (it *linked) Lookup() graph.Index {
	return &linkedLookup{linked: it, nodes: it.nodes.Lookup()}
}

func (it *linked) Optimize(ctx context.Context) (graph.IteratorShape, bool) {
	nodes, changed := it.nodes.Optimize(ctx)
	if !changed {
		return it, false
	}
	return &linked{it.qs, it.pattern, it.dir, nodes}, true
}

// Stats makes the same guesses as Cayley's LinksTo, with which its plans have
// been tuned.
func (it *linked) Stats(ctx context.Context) (graph.IteratorCosts, error) {
	const quadsOfNode = 20
	costs, err := it.nodes.Stats(ctx)
	return graph.IteratorCosts{
		NextCost:     costs.NextCost + 2,
		ContainsCost: costs.ContainsCost + 1,
		Size:         graph.Size{Size: costs.Size.Size * quadsOfNode},
	}, err
}

// linkedScan lists the quads node by node.
type linkedScan struct {
	*linked
	nodes  graph.Scanner
	quads  *statementsScan // of the node, nil before the first
	result graph.Ref
}

func (it *linkedScan) TagResults(tags map[string]graph.Ref) { it.nodes.TagResults(tags) }
func (it *linkedScan) NextPath(ctx context.Context) bool    { return it.nodes.NextPath(ctx) }
func (it *linkedScan) Result() graph.Ref                    { return it.result }
func (it *linkedScan) Close() error                         { return it.nodes.Close() }

func (it *linkedScan) Next(ctx context.Context) bool {
	for {
		if it.quads != nil {
			if st, ok := it.quads.step(); ok {
				it.result = st
				return true
			}
			if it.quads.Err() != nil {
				return false
			}
		}
		if !it.nodes.Next(ctx) {
			return false
		}
		it.quads = nil
		if p, ok := it.qs.fix(it.pattern, it.dir, it.nodes.Result()); ok {
			it.quads = &statementsScan{statements: statements{it.qs, p}}
		}
	}
}

func (it *linkedScan) Err() error {
	if it.quads != nil && it.quads.Err() != nil {
		return it.quads.Err()
	}
	return it.nodes.Err()
}

// linkedLookup tells whether a quad is in the set.
type linkedLookup struct {
	*linked
	nodes  graph.Index
	result graph.Ref
}

func (it *linkedLookup) TagResults(tags map[string]graph.Ref) { it.nodes.TagResults(tags) }
func (it *linkedLookup) NextPath(ctx context.Context) bool    { return it.nodes.NextPath(ctx) }
func (it *linkedLookup) Result() graph.Ref                    { return it.result }
func (it *linkedLookup) Err() error                           { return it.nodes.Err() }
func (it *linkedLookup) Close() error                         { return it.nodes.Close() }

func (it *linkedLookup) Contains(ctx context.Context, ref graph.Ref) bool {
	st, ok := ref.(statement)
	if !ok || !it.fits(st) || !it.nodes.Contains(ctx, it.qs.end(st, it.dir)) {
		return false
	}
	it.result = ref
	return true
}
