package gizmo_test

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/gizmo"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
)

func small(t *testing.T) *graph.Graph {
	t.Helper()
	quads, err := rdf.ReadAll(strings.NewReader(`
<x:istio> <x:uses> <x:envoy> <x:doc#L1> .
<x:istio> <x:uses> <x:envoy> <x:doc#L2> .
<x:istio> <x:name> "Istio" <x:doc#L1> .
<x:envoy> <x:name> "エンボイ"@ja <x:doc#L3> .
`))
	if err != nil {
		t.Fatal(err)
	}
	g, err := graph.New(quads)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { g.Close() })
	return g
}

func results(ctx context.Context, g *graph.Graph, script string, limit int) (string, error) {
	list := []any{}
	err := gizmo.Results(ctx, g, script, limit, func(v any) error {
		list = append(list, v)
		return nil
	})
	b, _ := json.Marshal(list)
	return string(b), err
}

func TestResults(t *testing.T) {
	g := small(t)
	for _, test := range []struct {
		script string
		limit  int
		want   string
	}{
		{`g.V("<x:istio>").out("<x:uses>").unique().all()`, 0, `[{"id":"\u003cx:envoy\u003e"}]`},
		{`g.V("<x:istio>").out("<x:uses>").all()`, 0, `[{"id":"\u003cx:envoy\u003e"},{"id":"\u003cx:envoy\u003e"}]`},
		{`g.V("<x:istio>").out("<x:uses>").all()`, 1, `[{"id":"\u003cx:envoy\u003e"}]`},
		{`g.V("<x:envoy>").tag("project").out("<x:name>").all()`, 0, `[{"id":"エンボイ","project":"\u003cx:envoy\u003e"}]`},
		{`g.V("<x:istio>").out("<x:uses>").count()`, 0, `[2]`},
		{`g.emit({a: [1, "b"]})`, 0, `[{"a":[1,"b"]}]`},
		{`g.V("<x:none>").all()`, 0, `[]`},
		{`g.V("<x:istio>")`, 0, `[]`},
	} {
		if got, err := results(t.Context(), g, test.script, test.limit); err != nil || got != test.want {
			t.Errorf("%s: %s, error %v; want %s", test.script, got, err, test.want)
		}
	}
}

func TestErrors(t *testing.T) {
	g := small(t)
	for script, want := range map[string]string{
		`g.V(`:            "SyntaxError",
		`g.nonsense()`:    "TypeError",
		`throw "no more"`: "no more",
	} {
		if _, err := results(t.Context(), g, script, 0); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want %s", script, err, want)
		}
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if _, err := results(ctx, g, `while (true) {}`, 0); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("an endless script: error %v", err)
	}
}
