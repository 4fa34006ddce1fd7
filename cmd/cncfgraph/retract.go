package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/store"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

func newRetract() *cobra.Command {
	return &cobra.Command{
		Use:   "retract SOURCE...",
		Short: "Remove sources from a database",
		Long: `Remove sources, with everything that they state, from a database: afterwards it is
as if they had never been ingested. A source is named by its key, as get sources
shows it, by its title, or by the path of the file that it was read from.`,
		Example: `  cncfgraph retract --db mine file:notes/memo.md
  cncfgraph retract --db mine notes/memo.md https://example.org/report`,
		Args:              minArgs("a source"),
		ValidArgsFunction: completeSources,
		RunE: func(c *cobra.Command, args []string) error {
			name, _ := databaseName(c)
			db, err := openStore(c, name)
			if err != nil {
				return err
			}
			return errors.Join(retract(c, db, args), db.Close())
		},
	}
}

// retract removes the sources that names name, all of them or, where a name is
// that of none, none.
func retract(c *cobra.Command, db store.Database, names []string) error {
	finder := sourceFinder{c: c, db: db}
	defer finder.close()
	keys := make([]rdf.Term, len(names))
	for i, name := range names {
		key, err := finder.find(name)
		if err != nil {
			return err
		}
		keys[i] = key
	}
	slices.SortFunc(keys, rdf.Term.Compare)
	keys = slices.Compact(keys)
	w, err := db.Writer(c.Context())
	if err != nil {
		return err
	}
	for _, key := range keys {
		if err := w.Retract(key); err != nil {
			return errors.Join(err, w.Close())
		}
	}
	if err := w.Close(); err != nil {
		return err
	}
	g, err := graphOf(c, db)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.ErrOrStderr(), "%s retracted from %s\n", counted(len(keys), "source"), printable(db.Name()))
	return errors.Join(err, g.Close())
}

// sourceFinder finds the sources of a database.
type sourceFinder struct {
	c  *cobra.Command
	db store.Database
	g  *graph.Graph // nil until something is looked for in it
}

// find returns the key of the source that name names. By its key a source is found
// even where the graph cannot be built because it is damaged.
func (f *sourceFinder) find(name string) (rdf.Term, error) {
	name = strings.TrimPrefix(name, string(vocab.KindSource)+"/")
	if key, err := vocab.SourceKey(name); err == nil {
		if there, err := f.db.Has(f.c.Context(), key); there || err != nil {
			return key, err
		}
	}
	if f.g == nil {
		g, err := graphOf(f.c, f.db)
		if err != nil {
			return rdf.Term{}, err
		}
		f.g = g
	}
	if key, ok, err := f.readFrom(name); ok || err != nil {
		return key, err
	}
	id, err := queries.Find(f.c.Context(), f.g, name, &queries.FindOptions{Kinds: []vocab.Kind{vocab.KindSource}})
	if err != nil {
		return rdf.Term{}, err
	}
	key := f.g.Term(id)
	if there, err := f.db.Has(f.c.Context(), key); err != nil {
		return rdf.Term{}, err
	} else if !there {
		return rdf.Term{}, fmt.Errorf("source %s is part of the built-in graph and cannot be retracted", key.Value)
	}
	return key, nil
}

// readFrom returns the key of the source that was read from the file, whose path is
// written as it was then, in full, or from where the user is.
func (f *sourceFinder) readFrom(path string) (key rdf.Term, ok bool, err error) {
	paths := []string{path, filepath.Clean(path)}
	if here, err := filepath.Abs("."); err == nil {
		if rel, err := filepath.Rel(here, path); err == nil { // path is one in full
			paths = append(paths, rel)
		} else {
			paths = append(paths, filepath.Join(here, path))
		}
	}
	for _, p := range paths {
		literal, _ := f.g.ID(rdf.NewString(p))
		for source := range f.g.Subjects(vocab.ReadFrom, literal) {
			key := f.g.Term(source)
			if there, err := f.db.Has(f.c.Context(), key); there || err != nil {
				return key, there, err
			}
		}
	}
	return rdf.Term{}, false, nil
}

func (f *sourceFinder) close() {
	if f.g != nil {
		_ = f.g.Close() // nothing was written
	}
}

// completeSources completes the keys of the sources of the database.
func completeSources(c *cobra.Command, _ []string, prefix string) ([]cobra.Completion, cobra.ShellCompDirective) {
	name, _ := databaseName(c)
	db, err := openStore(c, name)
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	defer func() { _ = db.Close() }() // nothing was written
	g, err := graphOf(c, db)
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	defer func() { _ = g.Close() }() // nothing was written
	list, err := queries.Sources(c.Context(), g, nil)
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var keys []cobra.Completion
	for _, s := range list.Sources {
		if !strings.HasPrefix(s.ID, prefix) {
			continue
		}
		if there, err := db.Has(c.Context(), rdf.NewIRI(s.ID)); err == nil && there {
			keys = append(keys, s.ID+"\t"+printable(s.Name))
		}
	}
	return keys, cobra.ShellCompDirectiveNoFileComp
}
