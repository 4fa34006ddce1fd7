package store

import (
	"context"
	"iter"
	"slices"
	"time"

	"github.com/cncfgraph/cncfgraph/graph/forget"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/snapshot"
)

// Database is where sources are kept: a folder, which is [DB], or a server that a
// team shares, as in package postgres. Its methods may be called at any time by any
// number of goroutines.
type Database interface {
	// Name names the database in messages. There is no password in it.
	Name() string

	// Default identifies the default graph that the database was made over, ""
	// for none.
	Default() string

	// Has tells whether there is a source with the key.
	Has(ctx context.Context, key rdf.Term) (bool, error)

	// Sources yields all sources. After an error it yields nothing more; the error
	// wraps ErrDamaged where a source is not as it was written.
	Sources(ctx context.Context) iter.Seq2[Source, error]

	// Forgotten returns who is kept out of the database.
	Forgotten(ctx context.Context) (*forget.List, error)

	// Snapshot returns the snapshot that b makes of all statements; see
	// [Cache.Snapshot].
	Snapshot(ctx context.Context, b *Build) (s *snapshot.Snapshot, note, err error)

	// States yields the state that the sources are in, and each later one soon
	// after it came, until ctx is done. Of states that follow closely the last one
	// is yielded. After an error, as where a server cannot be reached, it goes on.
	States(ctx context.Context) iter.Seq2[string, error]

	// Writer returns a Writer, whose work ends with ctx. The error wraps ErrLocked
	// where the database takes one Writer at a time and there is another.
	Writer(ctx context.Context) (Writer, error)

	// Close gives back what the Database holds. Graphs opened from it stay.
	Close() error
}

// Writer changes a database. Each method stores its change whole or not at all.
type Writer interface {
	// Put makes quads the statements of the source with the key, in place of those
	// it had. It changes nothing, and returns false, where they are the same. Each
	// quad must have a label whose source is the key. The error wraps ErrForeignKey
	// where the key is that of a file and was given to a file elsewhere. What is
	// said of people whom the database is to forget is left out.
	Put(key rdf.Term, quads []rdf.Quad) (changed bool, err error)

	// Retract removes the source with the key and all its statements. The error
	// wraps ErrNoSource where there is none.
	Retract(key rdf.Term) error

	// Forget removes the people of the list from all sources, and keeps them out
	// from now on. It returns how many statements it removed. Where it is
	// interrupted they are kept out all the same, and the next Forget finishes it.
	Forget(list *forget.List) (removed int, err error)

	// Close ends the work.
	Close() error
}

// Quads returns the statements of all sources of the database, source by source.
func Quads(ctx context.Context, db Database) ([]rdf.Quad, error) {
	var lists [][]rdf.Quad
	for s, err := range db.Sources(ctx) {
		if err != nil {
			return nil, err
		}
		lists = append(lists, s.Quads)
	}
	return slices.Concat(lists...), nil
}

// PollInterval is how often a database is asked for its state where it does not
// tell of changes by itself.
const PollInterval = time.Second

// Polled yields what state returns, and again each time that it has changed, until
// ctx is done. It asks when wake receives, and at least every PollInterval; a nil
// wake never does. An error is yielded once, until state answers again.
func Polled(ctx context.Context, state func(context.Context) (string, error), wake <-chan struct{}) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		tick := time.NewTicker(PollInterval)
		defer tick.Stop()
		last, failed := "", false
		for {
			now, err := state(ctx)
			switch {
			case ctx.Err() != nil:
				return
			case err != nil:
				if !failed && !yield("", err) {
					return
				}
				failed = true
			case now != last || failed:
				last, failed = now, false
				if !yield(now, nil) {
					return
				}
			}
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
			case <-wake:
			}
		}
	}
}
