package store

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/snapshot"
)

const derivedSuffix = ".snapshot"

// Snapshot returns the snapshot that build makes of all statements. One that was
// made earlier is taken where neither the sources nor recipe, which says how
// build works, have changed since. A damaged one is made anew, and one that
// cannot be kept, as in a folder that is read-only, lives in memory; note then
// says so.
func (db *DB) Snapshot(recipe string, build func([]rdf.Quad) ([]byte, error)) (s *snapshot.Snapshot, note, err error) {
	state, err := db.state(recipe)
	if err != nil {
		return nil, nil, err
	}
	s, err = snapshot.Open(db.derivedPath(state))
	if err == nil {
		return s, nil, nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		note = fmt.Errorf("%w; built anew", err)
	}
	data, state, err := db.build(state, recipe, build)
	if err != nil {
		return nil, note, err
	}
	if state != "" {
		if err := db.keep(state, data); err != nil {
			note = errors.Join(note, fmt.Errorf("the graph is built in memory at each start: %w", err))
		}
	}
	s, err = snapshot.FromBytes(data)
	return s, note, err
}

// maxReads is how often the sources are read anew because one of them changed
// meanwhile.
const maxReads = 4

// build returns what build makes of the statements, and the state of the sources
// that they are from. It reads again where a source changed meanwhile; where one
// does each time, under a Writer that is faster than it, the statements are those
// of each source at some time of late, and of no state that can be named.
func (db *DB) build(state, recipe string, build func([]rdf.Quad) ([]byte, error)) (data []byte, of string, err error) {
	var quads []rdf.Quad
	for range maxReads {
		if quads, err = db.Quads(); err != nil {
			return nil, "", err
		}
		after, err := db.state(recipe)
		if err != nil {
			return nil, "", err
		}
		if after == state {
			of = state
			break
		}
		state = after
	}
	data, err = build(quads)
	return data, of, err
}

// keep stores the snapshot of the state and removes those of other states.
func (db *DB) keep(state string, data []byte) error {
	path := db.derivedPath(state)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	if err := replaceFile(path, data); err != nil {
		return err
	}
	// Another process may read or remove an old one just now; what stays is
	// removed the next time.
	entries, _ := os.ReadDir(filepath.Dir(path))
	for _, e := range entries {
		if e.Name() != filepath.Base(path) && (filepath.Ext(e.Name()) == derivedSuffix || isAbandoned(e)) {
			_ = os.Remove(filepath.Join(filepath.Dir(path), e.Name()))
		}
	}
	return nil
}

// isAbandoned tells whether e is a snapshot that nobody can still be writing.
func isAbandoned(e fs.DirEntry) bool {
	info, err := e.Info()
	return err == nil && isUnfinished(e.Name()) && time.Since(info.ModTime()) > time.Hour
}

func (db *DB) derivedPath(state string) string {
	return filepath.Join(db.dir, derivedDir, state+derivedSuffix)
}

// state returns a hash of the recipe, of the generation, and of the name, size
// and time of change of each source's file.
func (db *DB) state(recipe string) (string, error) {
	generation, err := os.ReadFile(filepath.Join(db.dir, generationFile))
	if ignoreMissing(err) != nil {
		return "", err
	}
	files, err := db.sourceFiles()
	if err != nil {
		return "", err
	}
	h := sha256.New()
	h.Write(fmt.Appendf(nil, "%q %q\n", recipe, generation))
	for _, f := range files {
		info, err := f.Info()
		if errors.Is(err, fs.ErrNotExist) {
			continue // retracted meanwhile
		}
		if err != nil {
			return "", err
		}
		h.Write(fmt.Appendf(nil, "%s %d %d\n", f.Name(), info.Size(), info.ModTime().UnixNano()))
	}
	return hex.EncodeToString(h.Sum(nil)[:16]), nil
}
