package quadstore_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"github.com/cncfgraph/cncfgraph/graph/quadstore"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/snapshot"
)

func TestReadOnly(t *testing.T) {
	qs := quadstore.New(build(t, talks(60)))
	q := quad.Quad{Subject: about, Predicate: about, Object: about}
	if err := qs.ApplyDeltas([]graph.Delta{{Quad: q, Action: graph.Add}}, graph.IgnoreOpts{}); !errors.Is(err, quadstore.ErrReadOnly) {
		t.Errorf("ApplyDeltas: %v", err)
	}
	if _, err := qs.NewQuadWriter(); !errors.Is(err, quadstore.ErrReadOnly) {
		t.Errorf("NewQuadWriter: %v", err)
	}
}

func TestRegister(t *testing.T) {
	if graph.IsRegistered(quadstore.Name) {
		t.Fatal("registered by import")
	}
	quadstore.Register()
	quadstore.Register()
	b, err := snapshot.Build(talks(60))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "s")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	qs, err := graph.NewQuadStore(quadstore.Name, path, nil)
	if err != nil {
		t.Fatal(err)
	}
	if qs.ValueOf(about) == nil {
		t.Error("a store without its nodes")
	}
	if err := qs.Close(); err != nil {
		t.Error(err)
	}
	if _, err := graph.NewQuadStore(quadstore.Name, path+"-none", nil); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing file: %v", err)
	}
	if err := graph.InitQuadStore(quadstore.Name, path, nil); !errors.Is(err, quadstore.ErrReadOnly) {
		t.Errorf("init: %v", err)
	}
}

// listed returns what it yields, as refs.
func listed(t *testing.T, it graph.Iterator) []graph.Ref {
	t.Helper()
	defer it.Close()
	var out []graph.Ref
	for it.Next(context.Background()) {
		out = append(out, it.Result())
	}
	if err := it.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// TestNodes checks that the nodes are those of a memstore, and what each method
// says about each.
func TestNodes(t *testing.T) {
	ctx := context.Background()
	quads := talks(60)
	qs, mem := quadstore.New(build(t, quads)), inMemory(t, quads)
	names := func(qs graph.QuadStore) (out []string) {
		for _, ref := range listed(t, qs.NodesAllIterator()) {
			out = append(out, qs.NameOf(ref).String())
		}
		slices.Sort(out)
		return out
	}
	if got, want := names(qs), names(mem); !slices.Equal(got, want) {
		t.Errorf("nodes\n%q, want\n%q", got, want)
	}
	stats, err := qs.Stats(ctx, true)
	if want, _ := mem.Stats(ctx, true); err != nil || stats != want {
		t.Errorf("stats %v, error %v; want %v", stats, err, want)
	}
	for _, ref := range listed(t, qs.NodesAllIterator()) {
		v := qs.NameOf(ref)
		if got := qs.ValueOf(v); got != ref {
			t.Errorf("%v is node %v and node %v", v, ref, got)
		}
		if !qs.NodesAllIterator().Contains(ctx, ref) {
			t.Errorf("%v is not among the nodes", v)
		}
		for _, d := range quad.Directions {
			it := qs.QuadIterator(d, ref)
			quads := listed(t, it)
			size, err := qs.QuadIteratorSize(ctx, d, ref)
			if want := len(listed(t, mem.QuadIterator(d, mem.ValueOf(v)))); len(quads) != want || size.Size != int64(want) || !size.Exact || err != nil {
				t.Errorf("%v at %v: %d quads, size %v, error %v; want %d", v, d, len(quads), size, err, want)
			}
			for _, q := range quads {
				if qs.QuadDirection(q, d) != ref || qs.Quad(q).Get(d) != v || !it.Contains(ctx, q) {
					t.Errorf("%v is not at %v of %v", v, d, qs.Quad(q))
				}
			}
		}
	}
}

// TestForeign asks for what is not in the store.
func TestForeign(t *testing.T) {
	ctx := context.Background()
	quads := []rdf.Quad{{Subject: rdf.NewIRI("x:a"), Predicate: rdf.NewIRI("x:b"), Object: rdf.NewIRI("x:c"), Label: rdf.NewIRI("x:doc#L1")}}
	qs, other := quadstore.New(build(t, quads)), inMemory(t, quads)
	for _, v := range []quad.Value{
		nil, quad.IRI("x:none"), quad.IRI("x:doc#L2"), quad.Int(1), quad.String("x:a"), quad.BNode("a"),
		quad.IRI("x:doc"), // the source of a label is a term of the snapshot, and no node
	} {
		if ref := qs.ValueOf(v); ref != nil {
			t.Errorf("ValueOf(%v) = %v", v, ref)
		}
	}
	a := other.ValueOf(quad.IRI("x:a"))
	if qs.NameOf(a) != nil || qs.NameOf(nil) != nil || qs.NodesAllIterator().Contains(ctx, a) {
		t.Error("the node of another store has a name")
	}
	for _, ref := range []graph.Ref{nil, a} {
		if qs.QuadDirection(ref, quad.Subject) != nil || qs.Quad(ref) != (quad.Quad{}) {
			t.Error("the quad of another store has ends")
		}
		if n := len(listed(t, qs.QuadIterator(quad.Subject, ref))); n != 0 {
			t.Errorf("%d quads of another store's node", n)
		}
	}
	label := qs.ValueOf(quad.IRI("x:doc#L1"))
	if n := len(listed(t, qs.QuadIterator(quad.Subject, label))); n != 0 {
		t.Errorf("a label is the subject of %d quads", n)
	}
	if n := len(listed(t, qs.QuadIterator(quad.Label, label))); n != 1 {
		t.Errorf("a label has %d quads", n)
	}
}
