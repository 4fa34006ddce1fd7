package main

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/draw"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

func newWhy() *cobra.Command {
	var (
		opts  queries.WhyOptions
		style drawing
	)
	c := &cobra.Command{
		Use:   "why A B",
		Short: "Show every statement that links two entities",
		Long: `Show every statement that links two entities: those that are about both, then those
that link both to one talk, event, category or other entity; each with its source and line.`,
		Example: `  cncfgraph why istio envoy
  cncfgraph why nats fluentd -o json
  cncfgraph why linkerd flagger -o mermaid`,
		Args:              exactArgs("the first entity", "the second entity"),
		ValidArgsFunction: completeNames(vocab.KindProject),
		RunE: func(c *cobra.Command, args []string) error {
			return askDrawn(c, &style, func(ctx context.Context, g *graph.Graph) (answer, func() draw.Diagram, error) {
				links, err := queries.Why(ctx, g, args[0], args[1], &opts)
				if err != nil {
					return answer{}, nil, err
				}
				return whyAnswer(links), func() draw.Diagram { return links.Diagram(g) }, nil
			})
		},
	}
	addAsOfFlag(c)
	addOutputFlags(c, pictures...)
	style.addFlags(c)
	c.Flags().IntVar(&opts.Limit, "limit", 0, "show at most `N` statements; 0 for all")
	return c
}

func whyAnswer(links *queries.Explanation) answer {
	a := answer{
		value:      links,
		header:     []string{"STATEMENT", "DATE", "EVIDENCE"},
		wideHeader: []string{"STATEMENT", "RELATION", "VIA", "DATE", "EVIDENCE"},
		empty:      "nothing links " + links.From.Name + " and " + links.To.Name,
	}
	for _, s := range links.Statements {
		via := ""
		if s.Via != nil {
			via = s.Via.Ref()
		}
		a.rows = append(a.rows, []string{s.Text, string(s.Date), shortEvidence(s.Evidence)})
		a.wide = append(a.wide, []string{s.Text, s.Relation, via, string(s.Date), s.Evidence.String()})
		a.names = append(a.names, s.Subject.Ref()+" "+s.Relation+" "+s.Object.Ref())
	}
	return a
}
