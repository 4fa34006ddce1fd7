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

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// sourcePath returns the path of the file of the source with the key.
func (db *DB) sourcePath(key string) string {
	return filepath.Join(db.dir, sourcesDir, fileName(key))
}

// fileName returns the name of the file of the source with the key.
func fileName(key string) string {
	sum := sha256.Sum256([]byte(key))
	return hex.EncodeToString(sum[:16]) + ".nq"
}

// sourceFiles returns the files of all sources, in the order of their names.
func (db *DB) sourceFiles() ([]fs.DirEntry, error) {
	entries, err := os.ReadDir(filepath.Join(db.dir, sourcesDir))
	if err != nil {
		return nil, err
	}
	var files []fs.DirEntry
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".nq") {
			files = append(files, e)
		}
	}
	return files, nil
}

// Quads returns the statements of all sources, source by source. The error wraps
// ErrDamaged, and names file and line, where a file is not as it was written.
func (db *DB) Quads() ([]rdf.Quad, error) { return db.quads(nil) }

// quads is Quads, with progress told how many sources of how many are read.
func (db *DB) quads(progress func(done, total int)) ([]rdf.Quad, error) {
	files, err := db.sourceFiles()
	if err != nil {
		return nil, err
	}
	var quads []rdf.Quad
	for i, f := range files {
		of, err := readSource(filepath.Join(db.dir, sourcesDir, f.Name()))
		if progress != nil {
			progress(i+1, len(files))
		}
		if errors.Is(err, fs.ErrNotExist) {
			continue // retracted meanwhile
		}
		if err != nil {
			return nil, err
		}
		quads = append(quads, of...)
	}
	return quads, nil
}

// Source returns the statements of the source with the key, sorted. The error
// wraps ErrNoSource where there is none.
func (db *DB) Source(key rdf.Term) ([]rdf.Quad, error) {
	quads, err := readSource(db.sourcePath(key.Value))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w: %s", ErrNoSource, key.Value)
	}
	return quads, err
}

// Has tells whether there is a source with the key.
func (db *DB) Has(key rdf.Term) bool {
	_, err := os.Stat(db.sourcePath(key.Value))
	return err == nil
}

// readSource returns the statements in the file at path, which must be those of
// one source, and of the one that the file is named after.
func readSource(path string) ([]rdf.Quad, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var quads []rdf.Quad
	key := ""
	r := rdf.NewReader(bytes.NewReader(data))
	for {
		q, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("%w %s:%w", ErrDamaged, path, err)
		}
		source := sourceOf(q)
		if source != key && fileName(source) == filepath.Base(path) {
			key = source
		}
		if source == "" || source != key {
			return nil, fmt.Errorf("%w %s:%d: statement of another source", ErrDamaged, path, r.Line())
		}
		quads = append(quads, q)
	}
	if len(quads) == 0 {
		return nil, fmt.Errorf("%w %s:1: no statement", ErrDamaged, path)
	}
	return quads, nil
}

// sourceOf returns the key of the source that q's label stands for, "" for none.
func sourceOf(q rdf.Quad) string {
	if q.Label.Kind != rdf.IRI {
		return ""
	}
	return vocab.ParseLabel(q.Label.Value).Source
}

// readFrom returns the path that the source was read from, "" where it is not said.
func readFrom(quads []rdf.Quad) string {
	for _, q := range quads {
		if q.Predicate.Value == vocab.ReadFrom {
			return q.Object.Value
		}
	}
	return ""
}
