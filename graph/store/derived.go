package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/snapshot"
)

// cache returns the snapshots that stand in the folder itself.
func (db *DB) cache() *Cache {
	return &Cache{Dir: filepath.Join(db.dir, derivedDir), Built: filepath.Join(db.dir, builtFile)}
}

// Snapshot returns the snapshot that b makes of all statements, and keeps it in the
// folder; see [Cache.Snapshot].
func (db *DB) Snapshot(ctx context.Context, b *Build) (s *snapshot.Snapshot, note, err error) {
	return db.cache().Snapshot(ctx, db, b)
}

// States yields the state of the sources and each later one.
func (db *DB) States(ctx context.Context) iter.Seq2[string, error] {
	return Polled(ctx, db.State, nil)
}

// maxReads is how often the sources are read anew because one of them changed
// meanwhile.
const maxReads = 4

// Statements returns what all sources state, and the state that they are in. It
// reads again where a source changed meanwhile; where one does each time, under a
// Writer that is faster than it, the statements are those of each source at some
// time of late, and of no state that can be named.
func (db *DB) Statements(ctx context.Context, progress func(done, total int)) (*Statements, error) {
	before, err := db.State(ctx)
	if err != nil {
		return nil, err
	}
	s := &Statements{}
	for range maxReads {
		if s.Forgotten, err = db.Forgotten(ctx); err != nil {
			return nil, err
		}
		if s.Quads, err = db.quads(ctx, progress); err != nil {
			return nil, err
		}
		after, err := db.State(ctx)
		if err != nil {
			return nil, err
		}
		if after == before {
			s.State = after
			return s, nil
		}
		before = after
	}
	return s, nil
}

// quads returns the statements of all sources, with progress told how many sources
// of how many are read.
func (db *DB) quads(ctx context.Context, progress func(done, total int)) ([]rdf.Quad, error) {
	files, err := db.sourceFiles()
	if err != nil {
		return nil, err
	}
	lists := make([][]rdf.Quad, 0, len(files))
	for s, err := range db.read(ctx, files) {
		if err != nil {
			return nil, err
		}
		if lists = append(lists, s.Quads); progress != nil {
			progress(len(lists), len(files))
		}
	}
	return slices.Concat(lists...), nil
}

// State returns a hash of the generation, and of the name, size and time of change
// of each source's file and of the list of who is kept out.
func (db *DB) State(context.Context) (string, error) {
	generation, err := os.ReadFile(filepath.Join(db.dir, generationFile))
	if ignoreMissing(err) != nil {
		return "", err
	}
	h := sha256.New()
	h.Write(fmt.Appendf(nil, "%q\n", generation))
	add := func(info fs.FileInfo) {
		h.Write(fmt.Appendf(nil, "%s %d %d\n", info.Name(), info.Size(), info.ModTime().UnixNano()))
	}
	if info, err := os.Stat(filepath.Join(db.dir, forgottenFile)); err == nil {
		add(info)
	} else if ignoreMissing(err) != nil {
		return "", err
	}
	files, err := db.sourceFiles()
	if err != nil {
		return "", err
	}
	for _, f := range files {
		info, err := f.Info()
		if errors.Is(err, fs.ErrNotExist) {
			continue // retracted meanwhile
		}
		if err != nil {
			return "", err
		}
		add(info)
	}
	return hex.EncodeToString(h.Sum(nil)[:16]), nil
}
