package store

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/cncfgraph/cncfgraph/graph/forget"
)

// forgottenFile lists who is kept out of the database.
const forgottenFile = "forgotten"

// Forgotten returns who is kept out of the database.
func (db *DB) Forgotten() (*forget.List, error) {
	path := filepath.Join(db.dir, forgottenFile)
	data, err := os.ReadFile(path)
	if ignoreMissing(err) != nil {
		return nil, err
	}
	list, err := forget.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("%s:%w", path, err)
	}
	return list, nil
}

// Forget removes the people of the list from all sources, and keeps them out from
// now on: Put leaves out what is said of them. It returns how many statements it
// removed, and removes the graphs built before.
func (w *Writer) Forget(list *forget.List) (removed int, err error) {
	all, err := w.db.Forgotten()
	if err != nil {
		return 0, err
	}
	all.Join(list)
	// First, so that a source that comes in between is read with it.
	w.changed = true
	if err := replaceFile(filepath.Join(w.db.dir, forgottenFile), content(all.Bytes())); err != nil {
		return 0, err
	}
	files, err := w.db.sourceFiles()
	if err != nil {
		return 0, err
	}
	for _, f := range files {
		path := filepath.Join(w.db.dir, sourcesDir, f.Name())
		quads, err := readSource(path)
		if err != nil {
			return removed, err
		}
		kept := all.Drop(quads)
		if len(kept) == len(quads) {
			continue
		}
		removed += len(quads) - len(kept)
		if err := w.replaceSource(path, kept); err != nil {
			return removed, err
		}
	}
	return removed, w.removeDerived()
}

// removeDerived removes every graph that was built of the sources.
func (w *Writer) removeDerived() error {
	dir := filepath.Join(w.db.dir, derivedDir)
	entries, err := os.ReadDir(dir)
	if ignoreMissing(err) != nil {
		return err
	}
	for _, e := range entries {
		if err := ignoreMissing(os.Remove(filepath.Join(dir, e.Name()))); err != nil {
			return err
		}
	}
	return nil
}
