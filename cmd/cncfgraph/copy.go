package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph/store"
)

func newCopy() *cobra.Command {
	return &cobra.Command{
		Use:   "copy FROM TO",
		Short: "Copy a database, between a folder and PostgreSQL too",
		Long: `Copy a database, with its sources and with whom it is to forget, to another place: a
folder, or the address of a database in PostgreSQL, which is made if there is none.
Both answer and export the same. Where TO holds sources that FROM lacks, nothing is
copied. A copy that was interrupted is finished by copying again.`,
		Example: `  cncfgraph copy mine postgres://ada@db.example.org/graph
  cncfgraph copy postgres://ada@db.example.org/graph backup`,
		Args: exactArgs("the database to copy from", "the database to copy to"),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
		RunE: func(c *cobra.Command, args []string) error {
			from, err := openStore(c, args[0])
			if err != nil {
				return err
			}
			return errors.Join(copyDatabase(c, from, args[1]), from.Close())
		},
	}
}

// copyDatabase copies the database to the one that name names.
func copyDatabase(c *cobra.Command, from store.Database, name string) error {
	to, err := openOrCreateStore(c, name, from.Default())
	if err != nil {
		return err
	}
	bar := newCounter(c.ErrOrStderr(), "sources")
	stored, unchanged, err := store.Copy(c.Context(), from, to, bar.set)
	bar.clear()
	if err == nil {
		_, err = fmt.Fprintf(c.ErrOrStderr(), "%s copied, %d unchanged in %s\n", counted(stored, "source"), unchanged, printable(to.Name()))
	}
	return errors.Join(err, to.Close())
}
