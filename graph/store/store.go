// Package store keeps databases. A [Database] holds the statements of each source as
// sorted N-Quads, which are the system of record; from all of them a [Build] makes a
// snapshot, which a [Cache] keeps, and which can be deleted at any time.
//
// A [DB] is the database in a folder:
//
//	cncfgraph.json        format version, and the default graph it was made over
//	sources/HASH.nq       one a source; HASH is that of the source's key
//	derived/STATE.snapshot  the graph built from the sources in the state STATE
//	built                 the STATE of the snapshot that was kept last
//	built.lock            held by the one process that builds
//	generation            changed by each process that wrote, when it ends
//	forgotten             marks of people who are kept out
//	lock                  held by the one process that writes
//	writer                the number of that process
//
// A source's file is replaced by renaming a finished one over it, so readers need
// no lock and never see half a source.
package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// FormatVersion is the version of the folder's layout that this package writes
// and reads.
const FormatVersion = 1

const (
	metaFile   = "cncfgraph.json"
	sourcesDir = "sources"
	derivedDir = "derived"
	placesDir  = "places"
	lockFile   = "lock"
	// writerFile is not lockFile, which others cannot read on Windows while it is held.
	writerFile = "writer"
	// generationFile tells apart states of the sources that sizes and times do not,
	// where a file is replaced twice within one tick of the file system's clock.
	generationFile = "generation"
	// builtFile tells a snapshot that was never built from one that is gone.
	builtFile = "built"
)

// Errors of databases.
var (
	ErrNotDatabase = errors.New("not a cncfgraph database")
	ErrLocked      = errors.New("database is being written to")
	ErrForeignKey  = errors.New("key belongs to a file from elsewhere")
	ErrNoSource    = errors.New("no such source")
	ErrDamaged     = errors.New("damaged source")
)

// DB is the database in a folder. Its methods may be called at any time by any number
// of goroutines and processes; only one Writer exists at a time.
type DB struct {
	dir  string
	meta meta
}

// meta is what metaFile holds.
type meta struct {
	Format  int    `json:"format"`
	Default string `json:"default"` // "sha256:…" of the default graph below, "" for none
}

// Create makes the folder dir a database over the default graph that base
// identifies, "" for none. The folder may exist if it is empty, or holds what a
// Create that was interrupted left; one that holds anything else is fs.ErrExist.
// The error wraps ErrLocked where another process makes it one at this moment.
func Create(dir, base string) (db *DB, err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	if err := vacant(dir); err != nil {
		return nil, err
	}
	db = &DB{dir: dir, meta: meta{Format: FormatVersion, Default: base}}
	w, err := db.Writer(context.Background())
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	// Another process may have been faster.
	if err := vacant(dir); err != nil {
		return nil, err
	}
	for _, name := range []string{sourcesDir, derivedDir} {
		if err := os.MkdirAll(filepath.Join(dir, name), 0o755); err != nil {
			return nil, err
		}
	}
	data, err := json.Marshal(db.meta)
	if err != nil {
		return nil, err
	}
	return db, replaceFile(filepath.Join(dir, metaFile), content(append(data, '\n')))
}

// vacant returns fs.ErrExist if the folder dir holds something that Create does
// not make before it makes metaFile.
func vacant(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		switch name := e.Name(); {
		case name == lockFile, name == writerFile, isUnfinished(name):
		case name == sourcesDir, name == derivedDir:
			if within, err := os.ReadDir(filepath.Join(dir, name)); err == nil && len(within) == 0 {
				continue
			}
			fallthrough
		default:
			return &fs.PathError{Op: "create database", Path: dir, Err: fs.ErrExist}
		}
	}
	return nil
}

// Open opens the database in the folder dir. The error wraps fs.ErrNotExist where
// there is no folder, ErrNotDatabase where it is none or of another version, both where
// the folder has no more in it than Create leaves when it is stopped on its way.
func Open(dir string) (*DB, error) {
	if _, err := os.Stat(dir); err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	path := filepath.Join(dir, metaFile)
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		if vacant(dir) == nil {
			return nil, fmt.Errorf("%s: %w: no %s in it: %w", dir, ErrNotDatabase, metaFile, fs.ErrNotExist)
		}
		return nil, fmt.Errorf("%s: %w: no %s in it", dir, ErrNotDatabase, metaFile)
	}
	if err != nil {
		return nil, err
	}
	db := &DB{dir: dir}
	if err := json.Unmarshal(data, &db.meta); err != nil {
		return nil, fmt.Errorf("%s: %w: %w", path, ErrNotDatabase, err)
	}
	if db.meta.Format != FormatVersion {
		return nil, fmt.Errorf("%s: %w: format version %d, this program reads %d", path, ErrNotDatabase, db.meta.Format, FormatVersion)
	}
	return db, nil
}

// Dir returns the folder of the database.
func (db *DB) Dir() string { return db.dir }

// Name returns the folder as it was named when the database was opened.
func (db *DB) Name() string { return db.dir }

// Default identifies the default graph that the database was made over, as
// given to Create; "" for none.
func (db *DB) Default() string { return db.meta.Default }

// Close does nothing: a folder is held by its Writer alone.
func (db *DB) Close() error { return nil }
