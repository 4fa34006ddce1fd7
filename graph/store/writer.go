package store

import (
	"bytes"
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

// Writer changes a database. It holds the database's lock until it is closed.
type Writer struct {
	db      *DB
	lock    *flock.Flock
	changed bool
}

// Writer takes the database's lock. The error wraps ErrLocked, and names the
// process that holds it, where there is another Writer.
func (db *DB) Writer() (*Writer, error) {
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
	return &Writer{db: db, lock: lock}, nil
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
func (w *Writer) Close() error {
	var err error
	if w.changed {
		err = replaceFile(filepath.Join(w.db.dir, generationFile), content(rand.Text()+"\n"))
	}
	return errors.Join(err, os.Remove(filepath.Join(w.db.dir, writerFile)), w.lock.Unlock())
}

// Put makes quads the statements of the source with the key, in place of those
// it had. It changes nothing, and returns false, where they are the same. Each
// quad must have a label whose source is the key. The error wraps ErrForeignKey
// where the key is that of a file and was given to a file elsewhere. What is said of
// people whom the database is to forget is left out.
func (w *Writer) Put(key rdf.Term, quads []rdf.Quad) (changed bool, err error) {
	if len(quads) == 0 {
		return false, fmt.Errorf("source %s: no statement", key.Value)
	}
	for _, q := range quads {
		if sourceOf(q) != key.Value {
			return false, fmt.Errorf("source %s: statement %s is not labelled with it", key.Value, q)
		}
	}
	forgotten, err := w.db.Forgotten()
	if err != nil {
		return false, err
	}
	quads = rdf.Sort(slices.Clone(forgotten.Drop(quads)))
	stored, err := w.db.Source(key)
	switch {
	case errors.Is(err, ErrNoSource):
	case err != nil:
		return false, err
	default:
		if was, is := readFrom(stored), readFrom(quads); strings.HasPrefix(key.Value, "file:") && was != "" && is != "" && was != is {
			return false, fmt.Errorf("%s: %w: %s was read from %s", is, ErrForeignKey, key.Value, was)
		}
		if slices.Equal(stored, quads) {
			return false, nil
		}
	}
	if err := w.replaceSource(w.db.sourcePath(key.Value), quads); err != nil {
		return false, fmt.Errorf("source %s: %w", key.Value, err)
	}
	return true, nil
}

// replaceSource writes the sorted quads to the file of their source at path. What
// is left of a source of which nothing is left is no file.
func (w *Writer) replaceSource(path string, quads []rdf.Quad) error {
	if len(quads) == 0 {
		w.changed = true
		return ignoreMissing(removeFile(path))
	}
	var text bytes.Buffer
	if err := rdf.Write(&text, quads); err != nil {
		return err
	}
	// A term that is none in N-Quads must not get into a file that can then not be
	// read.
	if err := written(quads, text.Bytes()); err != nil {
		return err
	}
	w.changed = true
	return replaceFile(path, content(text.Bytes()))
}

// written returns an error if text is not what the quads are read from.
func written(quads []rdf.Quad, text []byte) error {
	again, err := rdf.ReadAll(bytes.NewReader(text))
	if err == nil && slices.Equal(again, quads) {
		return nil
	}
	for i, q := range quads {
		if i == len(again) || again[i] != q {
			return fmt.Errorf("statement %s cannot be written as N-Quads", q)
		}
	}
	return err
}

// Retract removes the source with the key and all its statements. The error wraps
// ErrNoSource where there is none.
func (w *Writer) Retract(key rdf.Term) error {
	err := removeFile(w.db.sourcePath(key.Value))
	if errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("%w: %s", ErrNoSource, key.Value)
	}
	w.changed = true
	return err
}
