package main

import (
	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

// described is up to how many completions are described: nobody reads more.
const described = 1000

// completeNames completes an argument with the names of entities of the kinds, nothing
// with those of the first. The scripts of the shells quote what they need to.
func completeNames(kinds ...vocab.Kind) cobra.CompletionFunc {
	return func(c *cobra.Command, _ []string, toComplete string) ([]cobra.Completion, cobra.ShellCompDirective) {
		g, err := openGraph(c)
		if err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		defer func() { _ = g.Close() }() // nothing was written
		if toComplete == "" {
			kinds = kinds[:1] // all that there is helps nobody
		}
		names, err := queries.Completions(c.Context(), g, toComplete, kinds...)
		if err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		several := len(kinds) > 1
		list := make([]cobra.Completion, len(names))
		for i, n := range names {
			list[i] = printable(n.Text)
			if len(names) > described {
				continue
			}
			description := g.Name(n.Entity)
			if several {
				description += " (" + string(g.Kind(n.Entity)) + ")"
			}
			list[i] = cobra.CompletionWithDesc(list[i], printable(description))
		}
		return list, cobra.ShellCompDirectiveNoFileComp
	}
}
