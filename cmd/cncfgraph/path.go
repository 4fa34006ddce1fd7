package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/draw"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

func newPath() *cobra.Command {
	var (
		opts  queries.PathOptions
		via   []string
		style drawing
	)
	c := &cobra.Command{
		Use:   "path A B",
		Short: "Show how one entity leads to another, step by step",
		Long: `Show the cheapest paths from one entity to another, over the links between entities in
either direction; each step with its source and line.

A step costs 1 where its relation says much (uses, built on), up to 15 where it says
little (possibly mentions). Passing an entity costs the logarithm to base 2 of the
number of its links: 2 for one of 4 links, 10 for one of 1,024. So a path leads through
a hub such as Kubernetes, or through a large category, only where no other says more. A
path that costs more than the cheapest and 5 is left out.`,
		Example: `  cncfgraph path nats istio
  cncfgraph path nats istio --avoid opentelemetry --limit 1 -o svg > path.svg
  cncfgraph path thanos linkerd --via talk,speaker
  cncfgraph path envoy helm --max 3 --relations uses,built_on,integrates_with -o json`,
		Args:              exactArgs("the first entity", "the second entity"),
		ValidArgsFunction: completeNames(vocab.Kinds[:]...),
		RunE: func(c *cobra.Command, args []string) (err error) {
			if opts.Via, err = parseKinds(via, vocab.Kinds[:]); err != nil {
				return err
			}
			return askDrawn(c, &style, func(ctx context.Context, g *graph.Graph) (answer, func() draw.Diagram, error) {
				paths, err := queries.Path(ctx, g, args[0], args[1], &opts)
				if err != nil {
					return answer{}, nil, err
				}
				return pathAnswer(paths), func() draw.Diagram { return paths.Diagram(g) }, nil
			})
		},
	}
	addAsOfFlag(c)
	addOutputFlags(c, pictures...)
	style.addFlags(c)
	addNumber(c, &opts.Limit, "limit", 3, bounds{least: 1, want: "1 or more, for of paths there is no end"}, "show at most `N` paths")
	addNumber(c, &opts.Steps, "max", 0, bounds{least: 0, want: "1 or more, or 0 for any number"}, "show paths of at most `N` steps; 0 for any number")
	c.Flags().StringSliceVar(&via, "via", nil, "lead only through entities of these `kinds`: project, category, talk, event, speaker, organization, source (default all but source)")
	c.Flags().StringArrayVar(&opts.Avoid, "avoid", nil, "lead around this `entity`; may be repeated")
	c.Flags().StringSliceVar(&opts.Relations, "relations", nil, "follow only these `relations`: "+strings.Join(queries.Relations(), ", "))
	completeFixed(c, "relations", queries.Relations())
	completeFixed(c, "via", kindNames())
	_ = c.RegisterFlagCompletionFunc("avoid", completeNames(vocab.Kinds[:]...)) // fails only for a flag that does not exist
	return c
}

func pathAnswer(paths *queries.Paths) answer {
	a := answer{
		value:      paths,
		header:     []string{"PATH", "COST", "FROM", "RELATION", "TO", "EVIDENCE"},
		wideHeader: []string{"PATH", "COST", "FROM", "RELATION", "TO", "STATEMENT", "EVIDENCE"},
		empty:      "no path leads from " + paths.From.Name + " to " + paths.To.Name,
	}
	if paths.From == paths.To {
		a.empty = paths.From.Name + " is where the path begins and ends"
	}
	for i, p := range paths.Paths {
		refs := []string{paths.From.Ref()}
		number, cost := strconv.Itoa(i+1), fmt.Sprintf("%.2f", p.Cost)
		for _, s := range p.Steps {
			a.rows = append(a.rows, []string{number, cost, s.From.Name, strings.ReplaceAll(s.Relation, "_", " "), s.To.Name, someEvidence(s.Evidence, 1)})
			a.wide = append(a.wide, func() []string {
				return []string{number, cost, s.From.Ref(), s.Relation, s.To.Ref(), s.Text, allEvidence(s.Evidence)}
			})
			a.evidence = append(a.evidence, s.Evidence)
			refs = append(refs, s.To.Ref())
		}
		a.names = append(a.names, strings.Join(refs, " "))
	}
	return a
}
