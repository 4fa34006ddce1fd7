// Package gizmo answers Cayley's query language Gizmo, a JavaScript in which
// paths through a graph are written. It links a JavaScript engine, which costs
// every program that imports it ten megabytes and its start some milliseconds, and
// an evil script can take a core and any memory without end: neither a context nor
// a limit holds it. So it is for a process of its own that can be killed, as
// cmd/cncfgraph-gizmo is.
package gizmo

import (
	"context"
	"fmt"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/quad"

	"github.com/cncfgraph/cncfgraph/graph"
)

// Results hands each result of the script to use, no more than limit unless that
// is 0: for what all and the like find, a map from tags, of which "id" is the node
// itself, to nodes; for what the script emits, that; and what the whole script
// yields if it is a plain value, as a count. IRIs are in angle brackets, literals
// without language and datatype.
func Results(ctx context.Context, g *graph.Graph, script string, limit int, use func(any) error) error {
	qs := g.QuadStore()
	it, err := gizmo.NewSession(qs).Execute(ctx, script, query.Options{Collation: query.Raw, Limit: limit})
	if err != nil {
		return fmt.Errorf("gizmo: %w", err)
	}
	defer func() { _ = it.Close() }() // stops the script, and that cannot fail
	for it.Next(ctx) {
		r, ok := it.Result().(*gizmo.Result)
		if !ok {
			continue
		}
		value, ok := valueOf(qs, r)
		if !ok {
			continue
		}
		if err := use(value); err != nil {
			return err
		}
	}
	if err := it.Err(); err != nil {
		return fmt.Errorf("gizmo: %w", err)
	}
	return ctx.Err() // a cancelled iteration may end without an error
}

// valueOf returns the result as JSON has it, and false for one that is no answer,
// as a path that is not followed.
func valueOf(qs cayley.QuadStore, r *gizmo.Result) (any, bool) {
	if r.Tags == nil {
		switch r.Val.(type) {
		case string, bool, int64, float64, map[string]any, []any:
			return r.Val, true
		}
		return nil, false
	}
	tags := map[string]any{}
	for name, ref := range r.Tags {
		if v := qs.NameOf(ref); v != nil {
			tags[name] = text(v)
		}
	}
	return tags, true
}

// text returns v as text.
func text(v quad.Value) string {
	switch v := v.(type) {
	case quad.String:
		return string(v)
	case quad.LangString:
		return string(v.Value)
	case quad.TypedString:
		return string(v.Value)
	}
	return quad.StringOf(v)
}
