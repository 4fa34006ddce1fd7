package main

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/draw"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

func newWhy() *cobra.Command {
	var (
		opts      queries.WhyOptions
		documents string
		style     drawing
	)
	c := &cobra.Command{
		Use:   "why A B",
		Short: "Show every statement that links two entities",
		Long: `Show every statement that links two entities: those that are about both, then those
that link both to one talk, event, category or other entity; each with its source and line.

Where the document stands below the folder you are in, or below --documents, and is as
it was when it was read, the lines are quoted.`,
		Example: `  cncfgraph why istio envoy
  cncfgraph why prometheus thanos --since 2024
  cncfgraph why nats fluentd -o json
  cncfgraph why linkerd flagger -o mermaid`,
		Args:              exactArgs("the first entity", "the second entity"),
		ValidArgsFunction: completeNames(vocab.Kinds[:]...),
		RunE: func(c *cobra.Command, args []string) error {
			q, err := newQuoter(documents)
			switch {
			case err == nil:
				defer q.close()
				opts.Quote = q.quote
			case documents != "":
				return err
			}
			return askDrawn(c, &style, func(ctx context.Context, g *graph.Graph) (answer, func() draw.Diagram, error) {
				links, err := queries.Why(ctx, g, args[0], args[1], &opts)
				if err != nil {
					return answer{}, nil, err
				}
				return whyAnswer(links, opts.Since), func() draw.Diagram { return links.Diagram(g) }, nil
			})
		},
	}
	addAsOfFlag(c)
	addOutputFlags(c, pictures...)
	style.addFlags(c)
	addLimit(c, &opts.Limit, 0, "show at most `N` statements")
	addDate(c, &opts.Since, "since", "show what is of this `DATE` or later; what has no date is left out")
	c.Flags().StringVar(&documents, "documents", "", "quote documents below this `folder` (default the one you are in)")
	_ = c.MarkFlagDirname("documents") // fails only for a flag that does not exist
	return c
}

func whyAnswer(links *queries.Explanation, since string) answer {
	a := answer{
		value:      links,
		header:     []string{"STATEMENT", "DATE", "EVIDENCE"},
		wideHeader: []string{"STATEMENT", "RELATION", "VIA", "DATE", "EVIDENCE"},
		empty:      "nothing links " + links.From.Name + " and " + links.To.Name,
	}
	if since != "" {
		a.empty += " since " + since
	}
	quoted := slices.ContainsFunc(links.Statements, func(s queries.LinkStatement) bool { return s.Quote != "" })
	if quoted {
		a.header, a.wideHeader = append(a.header, "QUOTE"), append(a.wideHeader, "QUOTE")
	}
	for _, s := range links.Statements {
		via := ""
		if s.Via != nil {
			via = s.Via.Ref()
		}
		row := []string{s.Text, string(s.Date), shortEvidence(s.Evidence)}
		wide := []string{s.Text, s.Relation, via, string(s.Date), s.Evidence.String()}
		if quoted {
			row, wide = append(row, shortQuote(string(s.Quote))), append(wide, shortQuote(string(s.Quote)))
		}
		a.rows, a.wide = append(a.rows, row), append(a.wide, func() []string { return wide })
		a.evidence = append(a.evidence, []vocab.Evidence{s.Evidence})
		a.names = append(a.names, s.Subject.Ref()+" "+s.Relation+" "+s.Object.Ref())
	}
	return a
}
