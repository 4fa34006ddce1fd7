package main

import (
	"slices"

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
		return append(list, sharedNames(names)...), cobra.ShellCompDirectiveNoFileComp
	}
}

// sharedNames returns each name that several of the entities have, once. A shell leaves
// out the ids that stand for it, which do not begin as what was typed does, unless it
// looks for that anywhere in a word; so it goes on to the name, and the command then
// says which there are.
func sharedNames(names []queries.Completion) []cobra.Completion {
	var list []cobra.Completion
	for _, n := range names {
		is := func(other queries.Completion) bool { return other.Text == n.Shared }
		if name := printable(n.Shared); name != "" && !slices.Contains(list, name) && !slices.ContainsFunc(names, is) {
			list = append(list, name)
		}
	}
	return list
}
