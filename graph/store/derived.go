package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/snapshot"
)

const derivedSuffix = ".snapshot"

// ErrMissing is the note for a snapshot that was built before, of sources that
// have not changed since, and is gone.
var ErrMissing = errors.New("derived file is missing")

// Build says how the statements of all sources become a snapshot.
type Build struct {
	// Recipe names what the snapshot depends on beside the sources.
	Recipe string

	// Make writes the snapshot of quads to w. It may be called twice.
	Make func(w io.Writer, quads []rdf.Quad) error

	// Progress, if not nil, is told how many of the sources are read.
	Progress func(done, total int)
}

// Snapshot returns the snapshot that b makes of all statements. One that was made
// earlier is taken where neither the sources nor the recipe have changed since. A
// damaged or missing one is made anew, and one that cannot be kept, as in a
// folder that is read-only, lives in memory; note then says so.
func (db *DB) Snapshot(b *Build) (s *snapshot.Snapshot, note, err error) {
	built := db.builtState() // read first, as Snapshot elsewhere may build and remove meanwhile
	state, err := db.state(b.Recipe)
	if err != nil {
		return nil, nil, err
	}
	s, err = snapshot.Open(db.derivedPath(state))
	if errors.Is(err, fs.ErrNotExist) && built == state && db.unchanged(b.Recipe, state) {
		if s, err = snapshot.Open(db.derivedPath(state)); errors.Is(err, fs.ErrNotExist) {
			err = fmt.Errorf("%s: %w", db.derivedPath(state), ErrMissing)
		}
	}
	switch {
	case err == nil:
		return s, nil, nil
	case !errors.Is(err, fs.ErrNotExist):
		note = fmt.Errorf("%w; built anew", err)
	}
	quads, state, err := db.settledQuads(state, b)
	if err != nil {
		return nil, note, err
	}
	s, cannotKeep, err := db.make(state, b, quads)
	if cannotKeep != nil {
		note = errors.Join(note, fmt.Errorf("the graph is built anew at each start: %w", cannotKeep))
	}
	return s, note, err
}

// maxReads is how often the sources are read anew because one of them changed
// meanwhile.
const maxReads = 4

// settledQuads returns the statements, and the state of the sources that they are
// from. It reads again where a source changed meanwhile; where one does each time,
// under a Writer that is faster than it, the statements are those of each source
// at some time of late, and of no state that can be named.
func (db *DB) settledQuads(state string, b *Build) (quads []rdf.Quad, of string, err error) {
	for range maxReads {
		if quads, err = db.quads(b.Progress); err != nil {
			return nil, "", err
		}
		after, err := db.state(b.Recipe)
		if err != nil {
			return nil, "", err
		}
		if after == state {
			return quads, state, nil
		}
		state = after
	}
	return quads, "", nil
}

// make builds the snapshot of quads and opens it. One of a state is kept for the
// next time; where it cannot be, cannotKeep says why, and the snapshot lives in
// memory, as one of no state does.
func (db *DB) make(state string, b *Build, quads []rdf.Quad) (s *snapshot.Snapshot, cannotKeep, err error) {
	if state != "" {
		if cannotKeep = db.keep(state, b, quads); cannotKeep == nil {
			s, err = snapshot.Open(db.derivedPath(state))
			if !errors.Is(err, fs.ErrNotExist) { // else another process has put a newer one in its place
				return s, nil, err
			}
		}
	}
	var data bytes.Buffer
	if err := b.Make(&data, quads); err != nil {
		return nil, nil, err // and no fault of the folder
	}
	s, err = snapshot.FromBytes(data.Bytes())
	return s, cannotKeep, err
}

// keep stores the snapshot of the state and, if that is still the state, removes
// those of others.
func (db *DB) keep(state string, b *Build, quads []rdf.Quad) error {
	path := db.derivedPath(state)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	if err := replaceFile(path, func(w io.Writer) error { return b.Make(w, quads) }); err != nil {
		return err
	}
	db.markBuilt(state) // before others are removed, which are then not taken for missing
	kept, err := os.Stat(path)
	if err != nil {
		return nil
	}
	if now, err := db.state(b.Recipe); err != nil || now != state {
		return nil
	}
	// From here on the state may change, and another process keep the snapshot of a
	// newer one: only what was written before ours is removed. Another process may
	// read or remove an old one just now; what stays is removed the next time.
	entries, _ := os.ReadDir(filepath.Dir(path))
	for _, e := range entries {
		old := filepath.Ext(e.Name()) == derivedSuffix && e.Name() != filepath.Base(path) && isBefore(e, kept.ModTime())
		if old || isAbandoned(e) {
			_ = os.Remove(filepath.Join(filepath.Dir(path), e.Name()))
		}
	}
	return nil
}

// markBuilt notes the state of the snapshot that was kept last. Where it cannot,
// a snapshot that goes missing is built again without a word. The unfinished file
// is not in the folder that a new Writer tidies.
func (db *DB) markBuilt(state string) {
	f, err := os.CreateTemp(filepath.Join(db.dir, derivedDir), unfinished+"*")
	if err != nil {
		return
	}
	_, err = f.WriteString(state + "\n")
	if errors.Join(err, f.Close()) != nil || os.Rename(f.Name(), filepath.Join(db.dir, builtFile)) != nil {
		_ = os.Remove(f.Name())
	}
}

// unchanged tells whether state is still the state of the sources, and that of the
// snapshot that was kept last.
func (db *DB) unchanged(recipe, state string) bool {
	now, err := db.state(recipe)
	return err == nil && now == state && db.builtState() == state
}

// builtState returns the state of the snapshot that was kept last, "" for none.
func (db *DB) builtState() string {
	state, _ := os.ReadFile(filepath.Join(db.dir, builtFile)) // without it nothing is known to be missing
	return strings.TrimSpace(string(state))
}

// isBefore tells whether the file e was written before t.
func isBefore(e fs.DirEntry, t time.Time) bool {
	info, err := e.Info()
	return err == nil && info.ModTime().Before(t)
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
