package quadstore

import (
	"context"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// ends is what stands at one end of the quads that fit a pattern, once for each
// quad; other ends can be saved under tags. It does what Cayley's HasA over
// LinksTo does with a look-up of one range.
type ends struct {
	qs *QuadStore
	pattern
	dir  quad.Direction
	save map[quad.Direction][]string
}

func (it *ends) String() string {
	return fmt.Sprintf("Snapshot%+v.%v", it.pattern, it.dir)
}
func (it *ends) SubIterators() []graph.IteratorShape { return nil }
func (it *ends) Iterate() graph.Scanner              { return it.scan(it.pattern) }
func (it *ends) Lookup() graph.Index                 { return &endsLookup{endsScan{ends: it}} }

func (it *ends) Optimize(context.Context) (graph.IteratorShape, bool) { return it, false }

func (it *ends) Stats(context.Context) (graph.IteratorCosts, error) {
	size := it.qs.size(it.pattern)
	size.Exact = false // nodes repeat
	return graph.IteratorCosts{NextCost: 1, ContainsCost: 2, Size: size}, nil
}

func (it *ends) scan(p pattern) *endsScan {
	return &endsScan{ends: it, quads: statementsScan{statements: statements{it.qs, p}}}
}

// endsScan lists the ends of quads.
type endsScan struct {
	*ends
	quads statementsScan
	at    statement
	ok    bool // there is a result
}

func (it *endsScan) NextPath(context.Context) bool { return false }
func (it *endsScan) Err() error                    { return it.quads.Err() }
func (it *endsScan) Close() error                  { return nil }

func (it *endsScan) Result() graph.Ref {
	if !it.ok {
		return nil
	}
	return it.qs.end(it.at, it.dir)
}

func (it *endsScan) TagResults(tags map[string]graph.Ref) {
	if !it.ok {
		return
	}
	for d, names := range it.save {
		for _, name := range names {
			tags[name] = it.qs.end(it.at, d)
		}
	}
}

// Next keeps the last result where there is no further one: Cayley asks for its
// tags again when another branch of the query goes on.
func (it *endsScan) Next(context.Context) bool {
	for {
		st, ok := it.quads.step()
		if !ok {
			return false
		}
		if st.Label == 0 && len(it.save[quad.Label]) > 0 {
			continue // a quad that lacks what is to be saved is none
		}
		it.at, it.ok = st, true
		return true
	}
}

// endsLookup tells whether a node is an end; its paths are the quads.
type endsLookup struct{ endsScan }

func (it *endsLookup) Contains(ctx context.Context, ref graph.Ref) bool {
	p, ok := it.qs.fix(it.pattern, it.dir, ref)
	if !ok {
		it.ok = false
		return false
	}
	it.endsScan = *it.scan(p)
	return it.Next(ctx)
}

func (it *endsLookup) NextPath(ctx context.Context) bool { return it.ok && it.Next(ctx) }
