package quadstore

import (
	"context"

	"github.com/cayleygraph/cayley/graph"
)

// nodes is the set of all nodes.
type nodes struct{ qs *QuadStore }

func (it *nodes) String() string                      { return "Snapshot(nodes)" }
func (it *nodes) SubIterators() []graph.IteratorShape { return nil }
func (it *nodes) Iterate() graph.Scanner              { return &nodesScan{qs: it.qs} }
func (it *nodes) Lookup() graph.Index                 { return &nodesScan{qs: it.qs} }

func (it *nodes) Optimize(context.Context) (graph.IteratorShape, bool) { return it, false }

func (it *nodes) Stats(context.Context) (graph.IteratorCosts, error) {
	size := int64(it.qs.s.Terms()) + int64(it.qs.s.Labels())
	return graph.IteratorCosts{NextCost: 1, ContainsCost: 1, Size: graph.Size{Size: size}}, nil
}

// nodesScan is a place among all nodes, or the one looked up last.
type nodesScan struct {
	qs     *QuadStore
	at     node
	result graph.Ref
}

func (it *nodesScan) String() string                  { return "Snapshot(nodes)" }
func (it *nodesScan) TagResults(map[string]graph.Ref) {}
func (it *nodesScan) NextPath(context.Context) bool   { return false }
func (it *nodesScan) Result() graph.Ref               { return it.result }
func (it *nodesScan) Err() error                      { return it.qs.s.Err() }
func (it *nodesScan) Close() error                    { return nil }

func (it *nodesScan) Next(context.Context) bool {
	it.result = nil
	if !it.qs.next(&it.at) {
		return false
	}
	it.result = it.at
	return true
}

func (it *nodesScan) Contains(_ context.Context, ref graph.Ref) bool {
	it.result = nil
	if !it.qs.has(ref) {
		return false
	}
	it.result = ref
	return true
}
