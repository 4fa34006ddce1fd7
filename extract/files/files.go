// Package files finds the documents that paths name and the keys of the sources
// they become. It is the only part of extraction that touches the disk.
package files

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// DefaultMaxSize is the size in bytes above which a file is passed over.
const DefaultMaxSize = 32 << 20

// Errors of files that are no documents.
var (
	ErrNotRegular  = errors.New("not a regular file")
	ErrTooLarge    = errors.New("file too large")
	ErrNoDocuments = errors.New("no documents in the folder")
	ErrNoMatch     = errors.New("matches nothing")
	ErrHidden      = errors.New("hidden file")
	ErrLeaves      = errors.New("link leaves the folder")
	ErrChecksum    = errors.New("another checksum than the manifest's")
)

// File is a document on disk.
type File struct {
	Key  rdf.Term // of the source it becomes
	Path string   // to read it, as the caller's path led there

	License  string   // of the document, an address or a name; "" where it is not said
	Checksum string   // "sha256:…" that its bytes must have, "" for any
	Manifest rdf.Term // key of the manifest that lists it, zero for none
}

// Options say which files are documents. The zero Options, or nil, take the
// defaults.
type Options struct {
	// Collection is the first part of the key of each file; by default it is the
	// name of the folder given, or of the folder that a file given stands in.
	Collection string
	// Source is the key of the one file given, in place of a file: key.
	Source string
	// MaxSize is the size in bytes above which a file is passed over; 0 means
	// DefaultMaxSize.
	MaxSize int64
}

// Note tells of a file that was passed over, and why.
type Note struct {
	Path   string
	Reason error // wraps one of this package's errors
}

// Find returns the documents that paths name: a file is one, a folder means its
// regular files at any depth in the byte order of their paths. Files below a
// folder that are hidden, are links that leave it, are no regular files or are
// larger than the limit are passed over with a note; a path given that is any
// of these but hidden is an error, as is a missing path or a folder with no
// document. Each error names its path; the other paths are found all the same.
func Find(paths []string, opts *Options) (found []File, passed []Note, errs []error) {
	if opts == nil {
		opts = &Options{}
	}
	f := finder{opts: *opts}
	if f.opts.MaxSize == 0 {
		f.opts.MaxSize = DefaultMaxSize
	}
	for _, p := range paths {
		if err := f.add(p, len(paths)); err != nil {
			errs = append(errs, err)
		}
	}
	return f.found, f.passed, errs
}

// Read returns the bytes of the file, or an error that wraps ErrTooLarge where it
// has grown beyond max bytes (0: DefaultMaxSize), ErrChecksum where they are not those
// that a manifest tells.
func (f File) Read(maxSize int64) ([]byte, error) {
	if maxSize == 0 {
		maxSize = DefaultMaxSize
	}
	in, err := os.Open(f.Path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = in.Close() }() // nothing was written
	data, err := io.ReadAll(io.LimitReader(in, maxSize+1))
	if err == nil && int64(len(data)) > maxSize {
		err = tooLarge(f.Path, maxSize)
	}
	if err == nil && f.Checksum != "" {
		if sum := Checksum(data); f.Checksum != sum {
			err = fmt.Errorf("%s: %w: %s", f.Path, ErrChecksum, sum)
		}
	}
	return data, err
}

// Checksum returns "sha256:…" of a document's bytes, which is its identifier.
func Checksum(data []byte) string {
	return fmt.Sprintf("sha256:%x", sha256.Sum256(data))
}

type finder struct {
	opts   Options
	found  []File
	passed []Note
}

// add finds the documents of one path among count.
func (f *finder) add(p string, count int) error {
	info, err := os.Stat(p)
	if err != nil {
		return err
	}
	switch {
	case info.IsDir() && f.opts.Source != "":
		return fmt.Errorf("%s: a source key names one file, not a folder", p)
	case f.opts.Source != "" && count > 1:
		return fmt.Errorf("%s: a source key names one file, not %d", p, count)
	case info.IsDir():
		return f.addFolder(p)
	}
	if err := f.check(p, info); err != nil {
		return err
	}
	if f.opts.Source != "" {
		key, err := vocab.SourceKey(f.opts.Source)
		if err != nil {
			return err
		}
		f.found = append(f.found, File{Key: key, Path: p})
		return nil
	}
	collection, err := f.collection(filepath.Dir(p))
	if err != nil {
		return err
	}
	return f.addFile(collection, filepath.Base(p), p)
}

// collection returns the name of the folder dir in keys.
func (f *finder) collection(dir string) (string, error) {
	if f.opts.Collection != "" {
		return f.opts.Collection, nil
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	name := filepath.Base(abs)
	if name == string(filepath.Separator) || name == "." {
		return "", fmt.Errorf("%s: the folder has no name; give it one with --collection", dir)
	}
	return name, nil
}

func (f *finder) addFile(collection, rel, p string) error {
	key, err := vocab.SourceKey(vocab.FileKey(collection, rel))
	if err != nil {
		return fmt.Errorf("%s: %w", p, err)
	}
	f.found = append(f.found, File{Key: key, Path: p})
	return nil
}

func (f *finder) addFolder(dir string) error {
	collection, err := f.collection(dir)
	if err != nil {
		return err
	}
	before := len(f.found)
	err = f.walk(dir, func(rel string) error {
		return f.addFile(collection, rel, filepath.Join(dir, filepath.FromSlash(rel)))
	})
	if err == nil && len(f.found) == before {
		err = fmt.Errorf("%s: %w", dir, ErrNoDocuments)
	}
	return err
}

// walk calls use with the slash-separated path, from dir, of each document below the
// folder dir, in order, and passes over what is none.
func (f *finder) walk(dir string, use func(rel string) error) error {
	root, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return err
	}
	return fs.WalkDir(os.DirFS(dir), ".", func(rel string, d fs.DirEntry, err error) error {
		p := filepath.Join(dir, filepath.FromSlash(rel))
		switch {
		case err != nil:
			f.passed = append(f.passed, Note{Path: p, Reason: err})
			return nil
		case rel == ".":
			return nil
		case strings.HasPrefix(path.Base(rel), "."):
			f.passed = append(f.passed, Note{Path: p, Reason: ErrHidden})
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			return nil
		}
		if reason := f.checkInside(root, p, d); reason != nil {
			f.passed = append(f.passed, Note{Path: p, Reason: reason})
			return nil
		}
		return use(rel)
	})
}

// checkInside returns why the file p below root is no document, nil if it is one.
func (f *finder) checkInside(root, p string, d fs.DirEntry) error {
	if d.Type()&fs.ModeSymlink != 0 {
		target, err := filepath.EvalSymlinks(p)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, target)
		if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
			return ErrLeaves
		}
	}
	return f.checkPath(p)
}

// checkPath returns why the file p is no document, nil if it is one.
func (f *finder) checkPath(p string) error {
	info, err := os.Stat(p)
	if err != nil {
		return err
	}
	return f.check(p, info)
}

// check returns why the file with info is no document, nil if it is one.
func (f *finder) check(p string, info fs.FileInfo) error {
	switch {
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s: %w", p, ErrNotRegular)
	case info.Size() > f.opts.MaxSize:
		return tooLarge(p, f.opts.MaxSize)
	}
	return nil
}

func tooLarge(p string, maxSize int64) error {
	return fmt.Errorf("%s: %w: over %d bytes", p, ErrTooLarge, maxSize)
}
