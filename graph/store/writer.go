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
	"github.com/cncfgraph/cncfgraph/graph/vocab"
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
	path := filepath.Join(db.dir, lockFile)
	lock := flock.New(path)
	got, err := lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("lock database: %w", err)
	}
	if !got {
		pid, _ := os.ReadFile(path) // the holder may not have written it yet
		return nil, fmt.Errorf("%s: %w by process %s", db.dir, ErrLocked, strings.TrimSpace(string(pid)))
	}
	if err := os.WriteFile(path, []byte(strconv.Itoa(os.Getpid())+"\n"), 0o644); err != nil {
		return nil, errors.Join(err, lock.Unlock())
	}
	return &Writer{db: db, lock: lock}, nil
}

// Close lets another Writer in.
func (w *Writer) Close() error {
	var err error
	if w.changed {
		err = replaceFile(filepath.Join(w.db.dir, generationFile), []byte(rand.Text()+"\n"))
	}
	return errors.Join(err, w.lock.Unlock())
}

// Put makes quads the statements of the source with the key, in place of those
// it had. It changes nothing, and returns false, where they are the same. Each
// quad must have a label whose source is the key. The error wraps ErrForeignKey
// where the key is that of a file and was given to a file elsewhere.
func (w *Writer) Put(key rdf.Term, quads []rdf.Quad) (changed bool, err error) {
	if len(quads) == 0 {
		return false, fmt.Errorf("source %s: no statement", key.Value)
	}
	for _, q := range quads {
		if vocab.ParseLabel(q.Label.Value).Source != key.Value {
			return false, fmt.Errorf("source %s: statement %s is not labelled with it", key.Value, q)
		}
	}
	quads = rdf.Sort(slices.Clone(quads))
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
	var text bytes.Buffer
	if err := rdf.Write(&text, quads); err != nil {
		return false, err
	}
	w.changed = true
	return true, replaceFile(w.db.sourcePath(key.Value), text.Bytes())
}

// Retract removes the source with the key and all its statements. The error wraps
// ErrNoSource where there is none.
func (w *Writer) Retract(key rdf.Term) error {
	w.changed = true
	err := removeFile(w.db.sourcePath(key.Value))
	if errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("%w: %s", ErrNoSource, key.Value)
	}
	return err
}
