package quadstore

import (
	"context"
	"fmt"

	"github.com/cayleygraph/cayley/graph"

	"github.com/cncfgraph/cncfgraph/graph/snapshot"
)

// statements is the set of quads that fit a pattern.
type statements struct {
	qs *QuadStore
	pattern
}

func (it *statements) String() string                      { return fmt.Sprintf("Snapshot%+v", it.pattern) }
func (it *statements) SubIterators() []graph.IteratorShape { return nil }

func (it *statements) Iterate() graph.Scanner {
	return &statementsScan{statements: *it}
}

func (it *statements) Lookup() graph.Index {
	return &statementsLookup{statements: *it}
}

func (it *statements) Optimize(context.Context) (graph.IteratorShape, bool) { return it, false }

func (it *statements) Stats(context.Context) (graph.IteratorCosts, error) {
	return graph.IteratorCosts{NextCost: 1, ContainsCost: 1, Size: it.qs.size(it.pattern)}, nil
}

// statementsScan lists a set of quads.
type statementsScan struct {
	statements
	cursor *snapshot.Cursor // nil before the first
	result graph.Ref
}

func (it *statementsScan) TagResults(map[string]graph.Ref) {}
func (it *statementsScan) NextPath(context.Context) bool   { return false }
func (it *statementsScan) Result() graph.Ref               { return it.result }
func (it *statementsScan) Close() error                    { return nil }

func (it *statementsScan) Next(context.Context) bool {
	st, ok := it.step()
	it.result = nil
	if ok {
		it.result = st
	}
	return ok
}

// step returns the next statement that fits.
func (it *statementsScan) step() (statement, bool) {
	if it.cursor == nil {
		it.cursor = it.qs.cursor(it.pattern)
	}
	for {
		st, ok := it.cursor.Next()
		if !ok || it.fits(statement(st)) {
			return statement(st), ok
		}
	}
}

func (it *statementsScan) Err() error {
	if it.cursor == nil {
		return nil
	}
	return it.cursor.Err()
}

// statementsLookup tells whether a quad is in a set.
type statementsLookup struct {
	statements
	result graph.Ref
}

func (it *statementsLookup) TagResults(map[string]graph.Ref) {}
func (it *statementsLookup) NextPath(context.Context) bool   { return false }
func (it *statementsLookup) Result() graph.Ref               { return it.result }
func (it *statementsLookup) Err() error                      { return nil }
func (it *statementsLookup) Close() error                    { return nil }

func (it *statementsLookup) Contains(_ context.Context, ref graph.Ref) bool {
	st, ok := ref.(statement)
	if !ok || !it.fits(st) {
		it.result = nil
		return false
	}
	it.result = ref
	return true
}
