package quadstore_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/cayley/graph/shape"
	"github.com/cayleygraph/quad"

	"github.com/cncfgraph/cncfgraph/graph/quadstore"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/snapshot"
)

// rebuilt lets Cayley's own test suites, which write, test a store that cannot
// be written to: writes go to a memstore, and every read goes to a snapshot that
// was built from it. The suites use values that are no RDF, such as literals as
// predicates; each is kept as an IRI with a number of its own.
type rebuilt struct {
	t      testing.TB
	mem    *memstore.QuadStore
	stale  bool
	store  *quadstore.QuadStore
	values []quad.Value
	terms  map[string]rdf.Term // by the value's string, which is what makes two values one node in Cayley
}

func newRebuilt(t testing.TB) (graph.QuadStore, graph.Options, func()) {
	return &rebuilt{t: t, mem: memstore.New(), stale: true, terms: make(map[string]rdf.Term)}, nil, func() {}
}

// term returns the term that stands for v.
func (r *rebuilt) term(v quad.Value) rdf.Term {
	if v == nil {
		return rdf.Term{}
	}
	t, ok := r.terms[v.String()]
	if !ok {
		t = rdf.NewIRI(fmt.Sprintf("value:%d", len(r.values)))
		r.terms[v.String()] = t
		r.values = append(r.values, v)
	}
	return t
}

// value returns the value that the term v stands for.
func (r *rebuilt) value(v quad.Value) quad.Value {
	var n int
	if iri, ok := v.(quad.IRI); !ok {
		return v
	} else if _, err := fmt.Sscanf(string(iri), "value:%d", &n); err != nil {
		r.t.Fatal(err)
	}
	return r.values[n]
}

// reads returns the store of the quads written so far.
func (r *rebuilt) reads() *quadstore.QuadStore {
	if !r.stale {
		return r.store
	}
	var quads []rdf.Quad
	it := r.mem.QuadsAllIterator()
	defer it.Close()
	for it.Next(context.Background()) {
		q := r.mem.Quad(it.Result())
		quads = append(quads, rdf.Quad{
			Subject: r.term(q.Subject), Predicate: r.term(q.Predicate), Object: r.term(q.Object), Label: r.term(q.Label),
		})
	}
	r.store, r.stale = quadstore.New(build(r.t, quads)), false
	return r.store
}

func build(t testing.TB, quads []rdf.Quad) *snapshot.Snapshot {
	t.Helper()
	b, err := snapshot.Build(quads)
	if err != nil {
		t.Fatal(err)
	}
	s, err := snapshot.FromBytes(b)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func (r *rebuilt) ApplyDeltas(in []graph.Delta, opts graph.IgnoreOpts) error {
	r.stale = true
	return r.mem.ApplyDeltas(in, opts)
}

func (r *rebuilt) NewQuadWriter() (quad.WriteCloser, error) {
	w, err := r.mem.NewQuadWriter()
	return staleWriter{w, r}, err
}

// staleWriter notes what is written past ApplyDeltas.
type staleWriter struct {
	quad.WriteCloser
	r *rebuilt
}

func (w staleWriter) WriteQuad(q quad.Quad) error {
	_, err := w.WriteQuads([]quad.Quad{q})
	return err
}

func (w staleWriter) WriteQuads(quads []quad.Quad) (int, error) {
	w.r.stale = true
	return w.WriteCloser.WriteQuads(quads)
}

func (r *rebuilt) ValueOf(v quad.Value) graph.Ref {
	if v == nil {
		return nil
	}
	store := r.reads() // gives a term to every value written
	if t, ok := r.terms[v.String()]; ok {
		return store.ValueOf(quad.IRI(t.Value))
	}
	return nil
}

func (r *rebuilt) NameOf(ref graph.Ref) quad.Value {
	if fetched, ok := ref.(graph.PreFetchedValue); ok {
		return fetched.NameOf()
	}
	return r.value(r.reads().NameOf(ref))
}

func (r *rebuilt) Quad(ref graph.Ref) quad.Quad {
	q := r.reads().Quad(ref)
	return quad.Quad{
		Subject: r.value(q.Subject), Predicate: r.value(q.Predicate), Object: r.value(q.Object), Label: r.value(q.Label),
	}
}

func (r *rebuilt) QuadIterator(d quad.Direction, ref graph.Ref) graph.Iterator {
	return r.reads().QuadIterator(d, ref)
}

func (r *rebuilt) QuadIteratorSize(ctx context.Context, d quad.Direction, ref graph.Ref) (graph.Size, error) {
	return r.reads().QuadIteratorSize(ctx, d, ref)
}

func (r *rebuilt) QuadDirection(ref graph.Ref, d quad.Direction) graph.Ref {
	return r.reads().QuadDirection(ref, d)
}

func (r *rebuilt) NodesAllIterator() graph.Iterator { return r.reads().NodesAllIterator() }
func (r *rebuilt) QuadsAllIterator() graph.Iterator { return r.reads().QuadsAllIterator() }

func (r *rebuilt) Stats(ctx context.Context, exact bool) (graph.Stats, error) {
	return r.reads().Stats(ctx, exact)
}

func (r *rebuilt) OptimizeShape(s shape.Shape) (shape.Shape, bool) {
	return r.reads().OptimizeShape(s)
}

func (r *rebuilt) Close() error { return nil }
