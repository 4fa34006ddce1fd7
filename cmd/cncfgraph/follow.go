package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/extract/files"
	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/store"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

// following says which documents a database is to follow: those that paths name, or
// those of a manifest.
type following struct {
	paths    []string
	manifest string // path
	prune    bool

	watch    bool
	interval time.Duration

	told map[rdf.Term]bool // sources that were told to have vanished
}

func (f *following) addFlags(c *cobra.Command) {
	c.Flags().StringVar(&f.manifest, "manifest", "", "read what has changed of the documents that `FILE` lists; docs/manifest.md")
	c.Flags().BoolVar(&f.watch, "watch", false, "read what changes until interrupted")
	addDuration(c, &f.interval, "interval", time.Second, "with --watch, the `time` between two looks, and for which a file must rest")
	c.Flags().BoolVar(&f.prune, "prune", false, "with --manifest or --watch, retract what is not there any more")
}

// check returns what is wrong with the flags.
func (f *following) check(c *cobra.Command) error {
	if f.prune && f.manifest == "" && !f.watch {
		return usagef("--prune is for --manifest and --watch")
	}
	if f.manifest == "" && !f.watch {
		return nil
	}
	for _, other := range []string{"refresh", "source", "identities"} {
		if c.Flags().Changed(other) {
			return usagef("--%s does not go with --manifest and --watch", other)
		}
	}
	return nil
}

// documents are those that a database is to follow, as they are at one time.
type documents struct {
	found  []files.File
	passed []files.Note
	absent []files.Vanished          // listed, and not there
	errs   []error                   // of what is no document
	had    func(old files.File) bool // whether a file was one of them, when it was read
}

// find returns the documents.
func (f *following) find(r *reading) (*documents, error) {
	var d documents
	if f.manifest == "" {
		d.found, d.passed, d.errs = files.Find(f.paths, &r.Options)
		collections := map[string]bool{}
		for _, file := range d.found {
			collections[collection(file.Key)] = true
		}
		d.had = func(old files.File) bool {
			return old.Manifest.IsZero() && collections[collection(old.Key)] && f.names(old.Path)
		}
		return &d, nil
	}
	data, err := os.ReadFile(f.manifest)
	if err != nil {
		return nil, err
	}
	m, err := files.ReadManifest(f.manifest, data, r.Collection)
	if err != nil {
		return nil, err
	}
	d.found, d.passed, d.absent, d.errs = m.Find(&r.Options)
	d.had = func(old files.File) bool { return old.Manifest == m.Key() }
	return &d, nil
}

// collection returns the part of a file's key that names its collection.
func collection(key rdf.Term) string {
	name, _, _ := strings.Cut(key.Value, "/")
	return name
}

// names tells whether one of the paths is the given one or a folder that it is below.
func (f *following) names(path string) bool {
	for _, p := range f.paths {
		if rel, err := filepath.Rel(p, path); err == nil && filepath.IsLocal(rel) {
			return true
		}
	}
	return false
}

// once stores the documents that have changed since they were stored.
func (f *following) once(c *cobra.Command, in *intake, r *reading) error {
	d, err := f.find(r)
	if err != nil {
		return err
	}
	tellPassed(c, d.passed)
	f.tellNone(c, d)
	return f.store(c, in, r, d, d.found)
}

// tellNone tells on stderr that a manifest names no document: it lists none, or its globs
// match none.
func (f *following) tellNone(c *cobra.Command, d *documents) {
	if f.manifest != "" && len(d.found)+len(d.absent)+len(d.errs) == 0 {
		_, _ = fmt.Fprintf(c.ErrOrStderr(), "note: %s names no document\n", printable(f.manifest))
	}
}

// store stores those of the documents that are picked and have changed since they were
// stored, and tells, or retracts, those that are there no more.
func (f *following) store(c *cobra.Command, in *intake, r *reading, d *documents, picked []files.File) error {
	x, err := r.extractor()
	if err != nil {
		return err
	}
	stored, err := storedFiles(c, in.name)
	if err != nil {
		return in.failed(err)
	}
	var changed []files.File
	for _, file := range picked {
		if stored[file.Key].isOf(file, x.Stamp().String(), r.MaxSize) {
			in.unchanged++
		} else {
			changed = append(changed, file)
		}
	}
	vanished := d.vanished(stored)
	err = r.eachFile(c, x, changed, d.errs, in.put)
	return errors.Join(err, f.tellVanished(in, vanished, err == nil))
}

// vanished returns the files of sources that are stored and not there any more. A
// document that is listed and was never there becomes an error.
func (d *documents) vanished(stored map[rdf.Term]storedFile) []files.File {
	there := map[rdf.Term]bool{}
	for _, file := range d.found {
		there[file.Key] = true
	}
	var gone []files.File
	for key, s := range stored {
		if !there[key] && d.had(s.File) {
			gone = append(gone, s.File)
			there[key] = true
		}
	}
	sortByKey(gone)
	for _, v := range d.absent {
		if !there[v.Key] {
			d.errs = append(d.errs, v.Err)
		}
	}
	return gone
}

// tellVanished tells which sources have no document any more, and retracts them where
// that is asked for and the other documents are sound.
func (f *following) tellVanished(in *intake, gone []files.File, sound bool) error {
	for _, file := range gone {
		what := "vanished"
		if f.prune && sound {
			if in.writer == nil {
				if err := in.open(); err != nil {
					return err
				}
			}
			if err := in.writer.Retract(file.Key); err != nil && !errors.Is(err, store.ErrNoSource) {
				return in.failed(err)
			}
			in.retracted++
			what = "vanished and retracted"
		} else if f.told[file.Key] {
			continue
		}
		if f.told == nil {
			f.told = map[rdf.Term]bool{}
		}
		f.told[file.Key] = true
		if _, err := fmt.Fprintf(in.c.ErrOrStderr(), "%s: %s, read from %s\n", what, printable(file.Key.Value), printable(file.Path)); err != nil {
			return err
		}
	}
	return nil
}

// storedFile is a file as it was when it became a source.
type storedFile struct {
	files.File
	checksum  string // of its bytes
	extractor string // that read it
}

// isOf tells whether file is what the source was made of, by the extractor. A file
// that cannot be read is not.
func (s storedFile) isOf(file files.File, extractor string, maxSize int64) bool {
	if s.Path != file.Path || s.License != file.License || s.Manifest != file.Manifest || s.extractor != extractor {
		return false
	}
	data, err := file.Read(maxSize)
	return err == nil && files.Checksum(data) == s.checksum
}

// storedFiles returns the files of the sources in the database that name names, none
// where there is no database.
func storedFiles(c *cobra.Command, name string) (map[rdf.Term]storedFile, error) {
	g, err := openDatabase(c, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer func() { _ = g.Close() }() // nothing was written
	list, err := queries.Sources(c.Context(), g, nil)
	if err != nil {
		return nil, err
	}
	stored := map[rdf.Term]storedFile{}
	for _, s := range list.Sources {
		if s.ReadFrom != "" { // else it is of the built-in graph
			file := fileOf(g, s.ID)
			id, _ := g.ID(file.Key)
			stored[file.Key] = storedFile{file, g.Value(id, vocab.Identifier), string(s.Extractor)}
		}
	}
	return stored, nil
}

// fileOf returns the file that the source with the key was read from, as it is to be
// read again.
func fileOf(g *graph.Graph, key string) files.File {
	f := files.File{Key: rdf.NewIRI(key)}
	id, _ := g.ID(f.Key)
	f.Path, f.License = g.Value(id, vocab.ReadFrom), g.Value(id, vocab.License)
	for manifest := range g.Objects(id, vocab.ListedIn) {
		f.Manifest = g.Term(manifest)
	}
	return f
}

// sortByKey sorts files by their keys.
func sortByKey(list []files.File) {
	slices.SortFunc(list, func(a, b files.File) int { return strings.Compare(a.Key.Value, b.Key.Value) })
}
