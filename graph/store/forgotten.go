package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/cncfgraph/cncfgraph/graph/forget"
)

// forgottenFile lists who is kept out of the database.
const forgottenFile = "forgotten"

// Forgotten returns who is kept out of the database.
func (db *DB) Forgotten(context.Context) (*forget.List, error) {
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

// Forget removes the people from the files of all sources, and removes the graphs
// built before.
func (w *folderWriter) Forget(list *forget.List) (removed int, err error) {
	all, err := w.db.Forgotten(w.ctx)
	if err != nil {
		return 0, err
	}
	all.Join(list)
	// First, so that a source that comes in between is read with it.
	w.changed = true
	if err := replaceFile(filepath.Join(w.db.dir, forgottenFile), content(all.Bytes())); err != nil {
		return 0, err
	}
	for s, err := range w.db.Sources(w.ctx) {
		if err != nil {
			return removed, err
		}
		kept := s.Without(all)
		if len(kept.Quads) == len(s.Quads) {
			continue
		}
		removed += len(s.Quads) - len(kept.Quads)
		if err := w.replace(kept); err != nil {
			return removed, err
		}
	}
	return removed, w.db.cache().Clear()
}
