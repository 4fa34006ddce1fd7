package main

import (
	"errors"
	"fmt"
	"io/fs"
	"time"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/proxy"
	"github.com/cncfgraph/cncfgraph/graph/store"
)

// openStore opens the database that name names: a folder, or the address of one in
// PostgreSQL.
func openStore(c *cobra.Command, name string) (store.Database, error) {
	if !isAddress(name) {
		return asDatabase(store.Open(name))
	}
	p, err := startPostgres(c)
	if err != nil {
		return nil, err
	}
	return asDatabase(proxy.Open(c.Context(), p, name))
}

// openOrCreateStore is openStore, but makes the database, over the default graph that
// base identifies, where there is none.
func openOrCreateStore(c *cobra.Command, name, base string) (store.Database, error) {
	db, err := openStore(c, name)
	if !errors.Is(err, fs.ErrNotExist) {
		return db, err
	}
	if !isAddress(name) {
		return asDatabase(store.Create(name, base))
	}
	p, err := startPostgres(c)
	if err != nil {
		return nil, err
	}
	db, err = asDatabase(proxy.Create(c.Context(), p, name, base))
	if errors.Is(err, fs.ErrExist) { // another program was faster
		return openStore(c, name)
	}
	return db, err
}

// asDatabase returns db as a Database, which is nil where there is an error.
func asDatabase[DB store.Database](db DB, err error) (store.Database, error) {
	if err != nil {
		return nil, err
	}
	return db, nil
}

// openDatabase opens the graph of the database that name names.
func openDatabase(c *cobra.Command, name string) (*graph.Graph, error) {
	db, err := openStore(c, name)
	if err != nil {
		return nil, err
	}
	g, err := graphOf(c, db)
	return g, errors.Join(err, db.Close())
}

// graphOf opens the graph of the database. What had to be mended is told on stderr,
// and on a terminal how far a long build is.
func graphOf(c *cobra.Command, db store.Database) (*graph.Graph, error) {
	var building buildProgress
	opts := &graph.OpenOptions{}
	if w := c.ErrOrStderr(); isTerminal(w) {
		building.bar = func(count int, what string) *progress { return newBar(w, count, what) }
		opts.Progress = building.show
	}
	g, err := graph.OpenDatabase(c.Context(), db, opts)
	building.current.clear()
	if err == nil && g.Note() != nil {
		_, err = fmt.Fprintf(c.ErrOrStderr(), "note: %s\n", printable(g.Note().Error()))
	}
	return g, err
}

// patience is how long a build is left without a bar.
const patience = 300 * time.Millisecond

// buildProgress shows a bar for each stage of a build that takes long.
type buildProgress struct {
	bar     func(count int, what string) *progress
	begun   time.Time
	stage   graph.Stage // that current is of
	current *progress
}

// show shows that done of total steps of the stage are done; total is 0 where
// that is not known.
func (b *buildProgress) show(stage graph.Stage, done, total int) {
	if b.begun.IsZero() {
		b.begun = time.Now()
	}
	if time.Since(b.begun) < patience {
		return
	}
	if b.current == nil || b.stage != stage {
		b.current.clear()
		if total == 0 {
			total = -1
		}
		b.stage, b.current = stage, b.bar(total, string(stage))
	}
	b.current.set(done)
}
