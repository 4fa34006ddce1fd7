package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/store"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

func newForget() *cobra.Command {
	return &cobra.Command{
		Use:   "forget PERSON",
		Short: "Remove a person from a database, and keep them out",
		Long: `Remove a person from a database, under all their ids, and keep them out when a
source that speaks of them is ingested again, or another one tells the same of them:
a profile, or their full name with an employer, an event or a project of theirs.
Others of that name stay. Of the built-in graph they are left out for this database.

The database keeps hashes of what tells the person, and no name. Documents stay as
they are, and so do titles of talks that hold the name.`,
		Example: `  cncfgraph forget 'Ada Nord' --db mine
  cncfgraph forget speaker/ada-nord-abcd2345 --db mine`,
		Args:              exactArgs("the person"),
		ValidArgsFunction: completeNames(vocab.KindSpeaker),
		RunE: func(c *cobra.Command, args []string) error {
			name, _ := databaseName(c)
			db, err := openStore(c, name)
			if err != nil {
				return err
			}
			return errors.Join(forget(c, db, args[0]), db.Close())
		},
	}
}

// forget removes the person from the database, and builds its graph anew.
func forget(c *cobra.Command, db store.Database, name string) error {
	g, err := graphOf(c, db)
	if err != nil {
		return err
	}
	id, err := queries.Find(c.Context(), g, name, &queries.FindOptions{Kinds: []vocab.Kind{vocab.KindSpeaker}})
	if err != nil {
		return errors.Join(err, g.Close())
	}
	_, slug := g.EntityID(id)
	removed, err := graph.Forget(c.Context(), db, g, id)
	if err := errors.Join(err, g.Close()); err != nil {
		return err
	}
	if g, err = graphOf(c, db); err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.ErrOrStderr(), "speaker/%s is forgotten: %s removed from the sources of %s\n", printable(slug), counted(removed, "statement"), printable(db.Name()))
	return errors.Join(err, g.Close())
}
