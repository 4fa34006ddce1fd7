package files

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
)

// Find returns the documents that the manifest lists, in its order; a file that
// several entries name is that of the first. What a glob matches is passed over with
// a note as Find does below a folder, and so is a glob that matches nothing. A path that
// names no document is an error with the manifest's line, but a path that names nothing
// is vanished: its key is returned, and the caller knows whether there was something. Of
// opts only MaxSize counts.
func (m *Manifest) Find(opts *Options) (found []File, passed []Note, vanished []Vanished, errs []error) {
	f := finder{}
	if opts != nil {
		f.opts.MaxSize = opts.MaxSize
	}
	if f.opts.MaxSize == 0 {
		f.opts.MaxSize = DefaultMaxSize
	}
	named := map[string]bool{} // paths
	for _, e := range m.entries {
		before, noted := len(f.found), len(f.passed)
		err := m.add(&f, e)
		switch {
		case errors.Is(err, fs.ErrNotExist) && e.glob == "":
			vanished = append(vanished, Vanished{e.key, fmt.Errorf("%s:%d: %w", m.path, e.line, err)})
		case err != nil:
			errs = append(errs, fmt.Errorf("%s:%d: %w", m.path, e.line, err))
		}
		told := slices.ContainsFunc(f.passed[noted:], func(n Note) bool { return !errors.Is(n.Reason, ErrHidden) })
		if e.glob != "" && err == nil && len(f.found) == before && !told {
			f.passed = append(f.passed, Note{e.glob, fmt.Errorf("%s:%d: glob %q %w", m.path, e.line, e.glob, ErrNoMatch)})
		}
		kept := f.found[:before]
		for _, file := range f.found[before:] {
			if !named[file.Path] {
				named[file.Path] = true
				file.License, file.Checksum, file.Manifest = e.license, e.checksum, m.key
				kept = append(kept, file)
			}
		}
		f.found = kept
	}
	return f.found, f.passed, vanished, errs
}

// Vanished is a document that is listed and not there.
type Vanished struct {
	Key rdf.Term
	Err error // says where it is listed
}

// add finds the documents of an entry.
func (m *Manifest) add(f *finder, e entry) error {
	dir := filepath.Dir(m.path)
	if e.glob != "" {
		f.opts.Collection = e.collection
		return f.walk(dir, func(rel string) error {
			if !matches(strings.Split(e.glob, "/"), strings.Split(rel, "/")) || path.Join(dir, rel) == path.Clean(m.path) {
				return nil
			}
			return f.addFile(e.collection, rel, filepath.Join(dir, filepath.FromSlash(rel)))
		})
	}
	p := filepath.FromSlash(e.path)
	if !filepath.IsAbs(p) {
		p = filepath.Join(dir, p)
	}
	if err := f.checkPath(p); err != nil {
		return err
	}
	f.found = append(f.found, File{Key: e.key, Path: p})
	return nil
}

// matches tells whether the segments of a path are those of a glob, in which ** stands
// for any number of them.
func matches(glob, name []string) bool {
	switch {
	case len(glob) == 0:
		return len(name) == 0
	case glob[0] == "**":
		return matches(glob[1:], name) || len(name) > 0 && matches(glob, name[1:])
	case len(name) == 0:
		return false
	}
	ok, err := path.Match(glob[0], name[0])
	return err == nil && ok && matches(glob[1:], name[1:])
}
