package store

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
)

// place returns the full path that the source with the key was read from on this
// machine, "" where it is not known. Sources say the path as it was given, so that
// they are the same everywhere; by their places two files of one relative path are
// told apart. They are kept as they lie from the database, with which the documents may
// be moved or copied.
func (db *DB) place(key rdf.Term) string {
	text, err := os.ReadFile(db.placePath(key))
	place, whole := strings.CutSuffix(string(text), "\n")
	if err != nil || !whole {
		return ""
	}
	if !filepath.IsAbs(place) {
		place = filepath.Join(fullPath(db.dir), place)
	}
	return place
}

// keepPlace remembers where the source was read from. A place that cannot be kept is
// known again when the file is read again.
func (db *DB) keepPlace(s Source) {
	from := readFrom(s.Quads)
	if from == "" {
		return
	}
	place, path := fullPath(from), db.placePath(s.Key)
	if db.place(s.Key) == place || os.MkdirAll(filepath.Dir(path), 0o755) != nil {
		return
	}
	if from, err := filepath.Rel(fullPath(db.dir), place); err == nil {
		place = from
	}
	_ = os.WriteFile(path, []byte(place+"\n"), 0o644)
}

func (db *DB) placePath(key rdf.Term) string {
	return filepath.Join(db.dir, placesDir, SourceID(key.Value))
}

// fullPath returns the path in full, or as it is where the working folder is gone.
func fullPath(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		return full
	}
	return path
}
