package graph

import (
	"fmt"

	"github.com/cncfgraph/cncfgraph/data"
	"github.com/cncfgraph/cncfgraph/graph/forget"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/resolve"
	"github.com/cncfgraph/cncfgraph/graph/snapshot"
	"github.com/cncfgraph/cncfgraph/graph/store"
)

// Default returns the graph that is built into the program.
func Default() (*Graph, error) {
	snap, err := snapshot.FromTrustedBytes(data.Snapshot)
	if err != nil {
		return nil, fmt.Errorf("open the built-in graph: %w", err)
	}
	return newGraph(snap), nil
}

// DefaultVersion tells the built-in graph from that of other builds.
func DefaultVersion() (string, error) { return snapshot.Fingerprint(data.Snapshot) }

// OpenFile returns the graph of the snapshot in the file at path, such as one that a
// database keeps or data/default.snapshot.
func OpenFile(path string) (*Graph, error) {
	snap, err := snapshot.Open(path)
	if err != nil {
		return nil, err
	}
	return newGraph(snap), nil
}

// CreateOptions say what a database holds beside its own sources.
type CreateOptions struct {
	NoDefault bool // hold them alone, without the default graph
}

// Create makes the folder dir a database, over the default graph unless opts say
// otherwise. See [store.Create] for the errors.
func Create(dir string, opts *CreateOptions) (*store.DB, error) {
	if opts != nil && opts.NoDefault {
		return store.Create(dir, "")
	}
	base, err := DefaultVersion()
	if err != nil {
		return nil, err
	}
	return store.Create(dir, base)
}

// Open returns the graph of the database in the folder dir: the statements of its
// sources and, unless it was made without, of the default graph, with identity
// resolved over all of them. It is read from the snapshot that an earlier Open
// left there if nothing has changed since; see Graph.Note. The error wraps
// fs.ErrNotExist where there is no folder, store.ErrNotDatabase where it is none.
func Open(dir string) (*Graph, error) {
	db, err := store.Open(dir)
	if err != nil {
		return nil, err
	}
	base := &Graph{}
	recipe := fmt.Sprintf("snapshot %d, identity %s", snapshot.FormatVersion, resolve.Version)
	if db.Default() != "" {
		if base, err = Default(); err != nil {
			return nil, err
		}
		now, err := DefaultVersion()
		if err != nil {
			return nil, err
		}
		recipe += ", over " + now
	}
	forgotten, err := db.Forgotten()
	if err != nil {
		return nil, err
	}
	snap, note, err := db.Snapshot(recipe, func(quads []rdf.Quad) ([]byte, error) { return build(base, quads, forgotten) })
	if err != nil {
		return nil, fmt.Errorf("open database %s: %w", dir, err)
	}
	g := newGraph(snap)
	g.note = note
	return g, nil
}

// Note returns what went wrong when g was opened and was mended, such as a
// damaged snapshot that was built anew; nil where nothing did.
func (g *Graph) Note() error { return g.note }

// New returns a graph of the quads, in memory, with identity resolved.
func New(quads []rdf.Quad) (*Graph, error) {
	snap, err := build(&Graph{}, quads, &forget.List{})
	if err != nil {
		return nil, fmt.Errorf("build graph: %w", err)
	}
	s, err := snapshot.FromBytes(snap)
	if err != nil {
		return nil, fmt.Errorf("build graph: %w", err)
	}
	return newGraph(s), nil
}

// build returns the snapshot of the quads of base, which may be the zero Graph,
// and quads, without what is said of those forgotten. Entities of base keep the ids
// that they have there.
func build(base *Graph, quads []rdf.Quad, forgotten *forget.List) ([]byte, error) {
	opts := &resolve.Options{}
	if base.snap != nil {
		overruled := overruledBy(quads)
		for q := range base.All() {
			if !overruled(q) {
				quads = append(quads, q)
			}
		}
		opts.Keep = func(iri string) bool {
			id, ok := base.ID(rdf.NewIRI(iri))
			return ok && base.Canonical(id) == id
		}
	}
	merged, err := resolve.Merge(forgotten.Drop(quads), opts)
	if err != nil {
		return nil, err
	}
	return snapshot.Build(merged)
}
