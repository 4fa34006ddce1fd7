package graph

import (
	"context"
	"fmt"
	"io"
	"iter"
	"slices"

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
// database keeps or data/default.snapshot, as it is: identity is that of when the file
// was built.
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
	base, err := opts.Base()
	if err != nil {
		return nil, err
	}
	return store.Create(dir, base)
}

// Base identifies the default graph that a database is to be made over, "" for none.
func (opts *CreateOptions) Base() (string, error) {
	if opts != nil && opts.NoDefault {
		return "", nil
	}
	return DefaultVersion()
}

// OpenOptions adjust OpenDatabase. A nil *OpenOptions stands for the zero OpenOptions.
type OpenOptions struct {
	// Progress, if not nil, is told how far a graph is that has to be built:
	// done of total, which are 0 in a stage that cannot tell. It is called by the
	// goroutine that called OpenDatabase.
	Progress func(stage Stage, done, total int)
}

// Stage is a part of the work of building a graph.
type Stage string

// The stages, in their order.
const (
	StageRead    Stage = "reading sources"
	StageResolve Stage = "resolving identity"
	StageBuild   Stage = "building"
)

// Open returns the graph of the database in the folder dir; see OpenDatabase. The
// error wraps fs.ErrNotExist where there is no folder, store.ErrNotDatabase where it
// is none.
func Open(dir string) (*Graph, error) {
	db, err := store.Open(dir)
	if err != nil {
		return nil, err
	}
	return OpenDatabase(context.Background(), db, nil)
}

// OpenDatabase returns the graph of the database: the statements of its sources and,
// unless it was made without, of the default graph, with identity resolved over all
// of them. It is read from the snapshot that an earlier OpenDatabase kept if nothing
// has changed since; see Graph.Note. It does not need the database any more.
func OpenDatabase(ctx context.Context, db store.Database, opts *OpenOptions) (*Graph, error) {
	var b builder
	if opts != nil {
		b.progress = opts.Progress
	}
	recipe := fmt.Sprintf("snapshot %d, identity %s", snapshot.FormatVersion, resolve.Version)
	if db.Default() != "" {
		var err error
		if b.base, err = Default(); err != nil {
			return nil, err
		}
		now, err := DefaultVersion()
		if err != nil {
			return nil, err
		}
		recipe += ", over " + now
	}
	snap, note, err := db.Snapshot(ctx, &store.Build{
		Recipe: recipe,
		Make: func(w io.Writer, statements *store.Statements) error {
			s, err := b.build(statements.Quads, statements.Forgotten)
			if err == nil {
				_, err = s.WriteTo(w)
			}
			return err
		},
		Progress: func(done, total int) { b.tell(StageRead, done, total) },
	})
	if err != nil {
		return nil, fmt.Errorf("open database %s: %w", db.Name(), err)
	}
	g := newGraph(snap)
	g.note = note
	return g, nil
}

// Follow yields the graph of the database, and again each time that its sources have
// changed, until ctx is done. Each graph is the caller's to close. After an error, as
// where a server cannot be reached, it goes on.
func Follow(ctx context.Context, db store.Database, opts *OpenOptions) iter.Seq2[*Graph, error] {
	return func(yield func(*Graph, error) bool) {
		for _, err := range db.States(ctx) {
			var g *Graph
			if err == nil {
				g, err = OpenDatabase(ctx, db, opts)
			}
			if ctx.Err() != nil {
				if g != nil {
					_ = g.Close() // nothing was written
				}
				return
			}
			if !yield(g, err) {
				return
			}
		}
	}
}

// Note returns what went wrong when g was opened and was mended, such as a
// damaged snapshot that was built anew; nil where nothing did.
func (g *Graph) Note() error { return g.note }

// New returns a graph of the quads, in memory, with identity resolved.
func New(quads []rdf.Quad) (*Graph, error) {
	var b builder
	built, err := b.build(quads, &forget.List{})
	if err != nil {
		return nil, fmt.Errorf("build graph: %w", err)
	}
	snap, err := built.Bytes()
	if err != nil {
		return nil, fmt.Errorf("build graph: %w", err)
	}
	s, err := snapshot.FromBytes(snap)
	if err != nil {
		return nil, fmt.Errorf("build graph: %w", err)
	}
	return newGraph(s), nil
}

// builder makes snapshots of graphs.
type builder struct {
	base     *Graph // whose entities keep their ids; nil for none
	progress func(stage Stage, done, total int)
}

// tell passes on how far the work is.
func (b *builder) tell(stage Stage, done, total int) {
	if b.progress != nil {
		b.progress(stage, done, total)
	}
}

// build returns the snapshot of the quads of the base and of quads, without what is
// said of those forgotten, with identity resolved, ready to be written.
func (b *builder) build(quads []rdf.Quad, forgotten *forget.List) (*snapshot.Builder, error) {
	b.tell(StageResolve, 0, 0)
	if b.isLittle(quads, forgotten) {
		return b.buildLittle(quads)
	}
	return b.buildAll(quads, forgotten)
}

// buildAll is build with identity resolved over all quads.
func (b *builder) buildAll(quads []rdf.Quad, forgotten *forget.List) (*snapshot.Builder, error) {
	all, err := b.merge(quads, forgotten)
	if err != nil {
		return nil, err
	}
	s := &snapshot.Builder{Budget: memoryBudget}
	for done, q := range all {
		if done%(1<<16) == 0 {
			b.tell(StageBuild, done, len(all))
		}
		if err := s.Add(q); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// merge returns the quads of the base and of quads, without what is said of those
// forgotten, with identity resolved.
func (b *builder) merge(quads []rdf.Quad, forgotten *forget.List) ([]rdf.Quad, error) {
	var opts *resolve.Options
	if b.base != nil {
		opts = resolve.Over((&base{Graph: b.base}).Canonical, quads)
		quads = slices.AppendSeq(slices.Clip(quads), withoutOverruled(b.base.All(), quads))
	}
	return resolve.Merge(forgotten.Drop(quads), opts)
}

// memoryBudget is how much memory a build takes beside the quads themselves.
const memoryBudget = 1 << 30
