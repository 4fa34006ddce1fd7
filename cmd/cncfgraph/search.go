package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

func newSearch() *cobra.Command {
	var (
		opts  queries.SearchOptions
		kinds []string
	)
	c := &cobra.Command{
		Use:   "search WORDS...",
		Short: "Find entities by their names, titles and aliases",
		Long: `Find entities by their names, titles, aliases and handles, in any script and case.
Listed first are those that are named so, then by an alias, then those with a name
that begins so, then those with a name that has a word for each of the words, in any
order; where that is few or none, those whose name differs by a few letters. Projects
come before others, and what more is stated of before the rest.`,
		Example: `  cncfgraph search openteletry
  cncfgraph search クバネティス
  cncfgraph search sidecar mesh --kind talk --limit 5
  cncfgraph search observability day -o name`,
		Args: minArgs("the words"),
		RunE: func(c *cobra.Command, args []string) error {
			var err error
			if opts.Kinds, err = parseKinds(kinds, vocab.Kinds[:]); err != nil {
				return err
			}
			return ask(c, func(ctx context.Context, g *graph.Graph) (answer, error) {
				found, err := queries.Search(ctx, g, strings.Join(args, " "), &opts)
				if err != nil {
					return answer{}, err
				}
				return searchAnswer(found), nil
			})
		},
	}
	addOutputFlags(c)
	c.Flags().StringSliceVar(&kinds, "kind", nil, "list only entities of this `kind`: "+strings.Join(kindNames(), ", "))
	completeFixed(c, "kind", kindNames())
	addAsOfFlag(c)
	addLimit(c, &opts.Limit, 20, "list at most `N` entities")
	return c
}

func searchAnswer(found *queries.SearchResults) answer {
	a := answer{
		value:      found,
		header:     []string{"NAME", "KIND", "MATCH", "MATCHED"},
		wideHeader: []string{"NAME", "KIND", "ID", "MATCH", "MATCHED", "EVIDENCE"},
		empty:      "nothing is named like " + found.Query,
	}
	for _, r := range found.Results {
		match := string(r.Match)
		if r.Edits > 0 {
			match += ", " + counted(r.Edits, "letter")
		}
		a.rows = append(a.rows, []string{r.Name, string(r.Kind), match, r.Matched})
		a.wide = append(a.wide, func() []string {
			return []string{r.Name, string(r.Kind), r.ID, match, r.Matched, someEvidence(r.Evidence, 1)}
		})
		a.evidence = append(a.evidence, r.Evidence)
		a.names = append(a.names, r.Ref())
	}
	return a
}
