package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
)

// sourceSuffix ends the name of a source's file, after the source's id.
const sourceSuffix = ".nq"

// sourcePath returns the path of the file of the source with the key.
func (db *DB) sourcePath(key rdf.Term) string {
	return filepath.Join(db.dir, sourcesDir, SourceID(key.Value)+sourceSuffix)
}

// sourceFiles returns the files of all sources, in the order of their names.
func (db *DB) sourceFiles() ([]fs.DirEntry, error) {
	entries, err := os.ReadDir(filepath.Join(db.dir, sourcesDir))
	if err != nil {
		return nil, err
	}
	var files []fs.DirEntry
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), sourceSuffix) {
			files = append(files, e)
		}
	}
	return files, nil
}

// Sources yields all sources, in the order of their ids. The error wraps
// ErrDamaged, and names file and line, where a file is not as it was written.
func (db *DB) Sources(ctx context.Context) iter.Seq2[Source, error] {
	return func(yield func(Source, error) bool) {
		files, err := db.sourceFiles()
		if err != nil {
			yield(Source{}, err)
			return
		}
		db.read(ctx, files)(yield)
	}
}

// read yields the sources in the files, in their order, without those that were
// retracted meanwhile. Its errors are those of Sources.
func (db *DB) read(ctx context.Context, files []fs.DirEntry) iter.Seq2[Source, error] {
	return func(yield func(Source, error) bool) {
		for _, f := range files {
			if err := ctx.Err(); err != nil {
				yield(Source{}, err)
				return
			}
			s, err := readSource(filepath.Join(db.dir, sourcesDir, f.Name()))
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
			if !yield(s, err) || err != nil {
				return
			}
		}
	}
}

// Source returns the source with the key. The error wraps ErrNoSource where there
// is none.
func (db *DB) Source(key rdf.Term) (Source, error) {
	s, err := readSource(db.sourcePath(key))
	if errors.Is(err, fs.ErrNotExist) {
		return Source{}, fmt.Errorf("%w: %s", ErrNoSource, key.Value)
	}
	return s, err
}

// Has tells whether there is a source with the key.
func (db *DB) Has(_ context.Context, key rdf.Term) (bool, error) {
	_, err := os.Stat(db.sourcePath(key))
	return err == nil, ignoreMissing(err)
}

// readSource returns the source in the file at path, which must be the one that
// the file is named after.
func readSource(path string) (Source, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return Source{}, err
	}
	return ParseSource(path, strings.TrimSuffix(filepath.Base(path), sourceSuffix), data)
}
