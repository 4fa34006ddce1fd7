package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

func newConflicts() *cobra.Command {
	var (
		opts  queries.ConflictOptions
		kinds []string
	)
	c := &cobra.Command{
		Use:   "conflicts [PROJECT...]",
		Short: "Show where sources disagree on the maturity of projects",
		Long: `Show where sources disagree on the maturity of projects, with the evidence of both
sides. The whole history that counts for a project is compared with that of every
other source that has one, and held against what documents say of its level.

Kinds: date (the same level from another day on), level (a level that only one of
the two has), statement (a document says what the history does not bear out at
its date).`,
		Example: `  cncfgraph conflicts
  cncfgraph conflicts kubernetes tikv -o wide
  cncfgraph conflicts --kind statement --db mine --exit-code`,
		ValidArgsFunction: completeNames(vocab.KindProject),
		RunE: func(c *cobra.Command, args []string) error {
			opts.Projects = args
			for _, k := range kinds {
				opts.Kinds = append(opts.Kinds, queries.ConflictKind(k))
			}
			n := 0
			err := ask(c, func(ctx context.Context, g *graph.Graph) (answer, error) {
				list, err := queries.Conflicts(ctx, g, &opts)
				if err != nil {
					return answer{}, err
				}
				n = len(list.Conflicts) + list.Omitted
				return conflictsAnswer(list), nil
			})
			if err != nil {
				return err
			}
			return found(c, n, "conflict")
		},
	}
	addAsOfFlag(c)
	addOutputFlags(c)
	addExitCodeFlag(c)
	c.Flags().StringSliceVar(&kinds, "kind", nil, "only conflicts of this `kind`: date, level, statement")
	addLimit(c, &opts.Limit, 0, "show at most `N` conflicts")
	completeFixed(c, "kind", []string{"date", "level", "statement"})
	return c
}

func conflictsAnswer(list *queries.ConflictList) answer {
	a := answer{
		value:      list,
		header:     []string{"PROJECT", "KIND", "LEVEL", "COUNTS", "EVIDENCE", "OTHER", "EVIDENCE"},
		wideHeader: []string{"PROJECT", "KIND", "LEVEL", "WHAT", "EVIDENCE", "OTHER EVIDENCE"},
		empty:      "no conflicts",
	}
	said := func(s queries.ConflictSide) string {
		return strings.TrimSpace(fmt.Sprintf("%s %s", s.Level, s.Date))
	}
	for _, x := range list.Conflicts {
		a.rows = append(a.rows, []string{
			x.Project.Name, string(x.Kind), string(x.Level),
			said(x.Counts), shortEvidence(x.Counts.Evidence), said(x.Other), shortEvidence(x.Other.Evidence),
		})
		a.wide = append(a.wide, func() []string {
			return []string{x.Project.Name, string(x.Kind), string(x.Level), x.Text, x.Counts.Evidence.String(), x.Other.Evidence.String()}
		})
		a.evidence = append(a.evidence, []vocab.Evidence{x.Counts.Evidence, x.Other.Evidence})
		a.names = append(a.names, x.Project.Ref())
	}
	return a
}
