// Package quadstore lets Cayley query a snapshot: a read-only graph.QuadStore
// that Cayley's paths, Gizmo and GraphQL run on.
//
// Terms are quad.IRI, quad.BNode, quad.String, quad.LangString and
// quad.TypedString, nothing else: quad.Int(42) is in no snapshot, the
// TypedString "42" with the full IRI of xsd:integer may be. IRIs are full and
// without angle brackets. Labels are nodes, as everywhere in Cayley, with their
// lines: <…/memo.md#L8>. A statement that stands on several lines is several
// quads, one a label; where each node is wanted once, a path needs Unique.
package quadstore

import (
	"context"
	"errors"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/quad"

	"github.com/cncfgraph/cncfgraph/graph/snapshot"
)

// Name is the name of the backend that Register makes known.
const Name = "snapshot"

// ErrReadOnly is returned for every attempt to write.
var ErrReadOnly = errors.New("snapshots are read-only: build a new one instead")

// QuadStore is a snapshot as a Cayley store. It is safe for concurrent use,
// Close apart.
type QuadStore struct {
	s *snapshot.Snapshot
}

var _ graph.QuadStore = (*QuadStore)(nil)

// New returns s as a Cayley store. Closing it closes s.
func New(s *snapshot.Snapshot) *QuadStore { return &QuadStore{s} }

// Register makes the backend Name known to Cayley, whose address is the path of
// a snapshot's file: graph.NewQuadStore(quadstore.Name, path, nil) opens it.
// Once is enough, more does no harm; but like all of Cayley's registry it must
// not run beside other uses of the registry.
func Register() {
	if graph.IsRegistered(Name) {
		return
	}
	graph.RegisterQuadStore(Name, graph.QuadStoreRegistration{
		NewFunc: func(path string, _ graph.Options) (graph.QuadStore, error) {
			s, err := snapshot.Open(path)
			if err != nil {
				return nil, err
			}
			return New(s), nil
		},
		InitFunc:     func(string, graph.Options) error { return ErrReadOnly },
		IsPersistent: true,
	})
}

// ValueOf returns the node that v is, nil where no quad has it.
func (qs *QuadStore) ValueOf(v quad.Value) graph.Ref {
	t, ok := termOf(v)
	if !ok {
		return nil
	}
	if id, ok := qs.s.ID(t); ok && qs.isNode(id) {
		return node(id)
	}
	if l, ok := qs.s.Label(t); ok {
		return qs.labelNode(l)
	}
	return nil
}

// NameOf returns the value of a node, nil where ref is none.
func (qs *QuadStore) NameOf(ref graph.Ref) quad.Value {
	switch ref := ref.(type) {
	case graph.PreFetchedValue:
		return ref.NameOf()
	case node:
		if l, ok := ref.label(); ok {
			return valueOf(qs.s.LabelTerm(l))
		}
		return valueOf(qs.s.Term(ref.id()))
	}
	return nil
}

// Quad returns the quad that ref stands for, an empty one where it is none.
func (qs *QuadStore) Quad(ref graph.Ref) quad.Quad {
	st, ok := ref.(statement)
	if !ok {
		return quad.Quad{}
	}
	return quad.Quad{
		Subject:   valueOf(qs.s.Term(st.Subject)),
		Predicate: valueOf(qs.s.Term(st.Predicate)),
		Object:    valueOf(qs.s.Term(st.Object)),
		Label:     valueOf(qs.s.LabelTerm(st.Label)),
	}
}

// QuadDirection returns the node at end d of the quad ref, nil where it has none.
func (qs *QuadStore) QuadDirection(ref graph.Ref, d quad.Direction) graph.Ref {
	if st, ok := ref.(statement); ok {
		return qs.end(st, d)
	}
	return nil
}

// QuadIterator returns the quads that have the node ref at end d.
func (qs *QuadStore) QuadIterator(d quad.Direction, ref graph.Ref) graph.Iterator {
	p, ok := qs.fix(pattern{}, d, ref)
	if !ok {
		return iterator.NewNull()
	}
	return graph.NewLegacy(&statements{qs, p}, nil)
}

// QuadIteratorSize returns how many quads QuadIterator yields.
func (qs *QuadStore) QuadIteratorSize(_ context.Context, d quad.Direction, ref graph.Ref) (graph.Size, error) {
	p, ok := qs.fix(pattern{}, d, ref)
	if !ok {
		return graph.Size{Exact: true}, nil
	}
	return qs.size(p), nil
}

// QuadsAllIterator returns all quads, by subject, predicate and object.
func (qs *QuadStore) QuadsAllIterator() graph.Iterator {
	return graph.NewLegacy(&statements{qs: qs}, nil)
}

// NodesAllIterator returns every term and label of a quad once.
func (qs *QuadStore) NodesAllIterator() graph.Iterator {
	return graph.NewLegacy(&nodes{qs}, nil)
}

// Stats returns the number of quads, and of nodes: if exact, by counting them;
// else at most that many.
func (qs *QuadStore) Stats(_ context.Context, exact bool) (graph.Stats, error) {
	stats := graph.Stats{
		Nodes: graph.Size{Size: int64(qs.s.Terms()) + int64(qs.s.Labels())},
		Quads: graph.Size{Size: int64(qs.s.Quads()), Exact: true},
	}
	if exact {
		stats.Nodes = graph.Size{Exact: true}
		for range qs.allNodes() {
			stats.Nodes.Size++
		}
	}
	return stats, qs.s.Err()
}

// ApplyDeltas returns ErrReadOnly.
func (qs *QuadStore) ApplyDeltas([]graph.Delta, graph.IgnoreOpts) error {
	return fmt.Errorf("apply deltas: %w", ErrReadOnly)
}

// NewQuadWriter returns ErrReadOnly.
func (qs *QuadStore) NewQuadWriter() (quad.WriteCloser, error) {
	return nil, fmt.Errorf("write quads: %w", ErrReadOnly)
}

// Close closes the snapshot.
func (qs *QuadStore) Close() error { return qs.s.Close() }
