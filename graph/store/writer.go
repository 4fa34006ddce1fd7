package store

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/gofrs/flock"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
)

// folderWriter holds the database's lock until it is closed.
type folderWriter struct {
	db      *DB
	ctx     context.Context // of the work
	lock    *flock.Flock
	changed bool
}

// Writer takes the database's lock, which the Writer holds until it is closed. The
// error wraps ErrLocked, and names the process that holds it, where there is another.
func (db *DB) Writer(ctx context.Context) (Writer, error) {
	lock := flock.New(filepath.Join(db.dir, lockFile))
	got, err := lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("lock database: %w", err)
	}
	writer := filepath.Join(db.dir, writerFile)
	if !got {
		holder := "another process"
		if pid, err := os.ReadFile(writer); err == nil { // else the holder has not written it yet
			holder = "process " + strings.TrimSpace(string(pid))
		}
		return nil, fmt.Errorf("%s: %w by %s", db.dir, ErrLocked, holder)
	}
	err = errors.Join(os.WriteFile(writer, []byte(strconv.Itoa(os.Getpid())+"\n"), 0o644), db.tidy())
	if err != nil {
		return nil, errors.Join(err, lock.Unlock())
	}
	return &folderWriter{db: db, lock: lock, ctx: ctx}, nil
}

// tidy removes what a Writer left unfinished that was killed.
func (db *DB) tidy() error {
	for _, dir := range []string{db.dir, filepath.Join(db.dir, sourcesDir)} {
		entries, err := os.ReadDir(dir)
		if ignoreMissing(err) != nil {
			return err
		}
		for _, e := range entries {
			if isUnfinished(e.Name()) {
				if err := ignoreMissing(os.Remove(filepath.Join(dir, e.Name()))); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// Close lets another Writer in.
func (w *folderWriter) Close() error {
	var err error
	if w.changed {
		err = replaceFile(filepath.Join(w.db.dir, generationFile), content(rand.Text()+"\n"))
	}
	return errors.Join(err, os.Remove(filepath.Join(w.db.dir, writerFile)), w.lock.Unlock())
}

// Put stores the source in its file.
func (w *folderWriter) Put(key rdf.Term, quads []rdf.Quad) (changed bool, err error) {
	if err := w.ctx.Err(); err != nil {
		return false, err
	}
	forgotten, err := w.db.Forgotten(w.ctx)
	if err != nil {
		return false, err
	}
	source, err := NewSource(key, quads, forgotten)
	if err != nil {
		return false, err
	}
	stored, err := w.db.Source(key)
	switch {
	case errors.Is(err, ErrNoSource):
	case err != nil:
		return false, err
	default:
		if err := source.CheckReplaces(stored, w.db.place(key)); err != nil {
			return false, err
		}
		if slices.Equal(stored.Quads, source.Quads) {
			w.db.keepPlace(source)
			return false, nil
		}
	}
	if err := w.replace(source); err != nil {
		return false, fmt.Errorf("source %s: %w", key.Value, err)
	}
	w.db.keepPlace(source)
	return true, nil
}

// replace writes the file of the source. What is left of a source of which nothing
// is left is no file.
func (w *folderWriter) replace(s Source) error {
	path := w.db.sourcePath(s.Key)
	if len(s.Quads) == 0 {
		w.changed = true
		return ignoreMissing(removeFile(path))
	}
	text, err := s.Text()
	if err != nil {
		return err
	}
	w.changed = true
	return replaceFile(path, content(text))
}

// Retract removes the file of the source.
func (w *folderWriter) Retract(key rdf.Term) error {
	if err := w.ctx.Err(); err != nil {
		return err
	}
	err := removeFile(w.db.sourcePath(key))
	if errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("%w: %s", ErrNoSource, key.Value)
	}
	if err == nil {
		_ = os.Remove(w.db.placePath(key)) // one that stays is replaced with the source
	}
	w.changed = true
	return err
}
