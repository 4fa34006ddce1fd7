package main

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

func newTimeline() *cobra.Command {
	var opts queries.TimelineOptions
	c := &cobra.Command{
		Use:   "timeline PROJECT",
		Short: "Show when a project reached which maturity level",
		Long: `Show when a project was accepted and reached each maturity level, with the evidence.
A level counts from its day on; of a date without a day, from its last day on.`,
		Example: `  cncfgraph timeline envoy
  cncfgraph timeline linkerd --as-of 2018-11-28
  cncfgraph timeline nats --talks`,
		Args:              exactArgs("the project"),
		ValidArgsFunction: completeNames(vocab.KindProject),
		RunE: func(c *cobra.Command, args []string) error {
			return ask(c, func(ctx context.Context, g *graph.Graph) (answer, error) {
				t, err := queries.ProjectTimeline(ctx, g, args[0], &opts)
				if err != nil {
					return answer{}, err
				}
				return timelineAnswer(t), nil
			})
		},
	}
	addOutputFlags(c)
	addAsOfFlag(c)
	c.Flags().BoolVar(&opts.Talks, "talks", false, "show the talks about the project too")
	addLimit(c, &opts.Limit, 0, "show at most the latest `N` entries")
	return c
}

func timelineAnswer(t *queries.Timeline) answer {
	a := answer{
		value:      t,
		header:     []string{"DATE", "WHAT", "EVIDENCE"},
		wideHeader: []string{"DATE", "KIND", "WHAT", "EVIDENCE"},
		empty:      "no milestone of " + t.Project.Name + " is known",
	}
	for _, e := range t.Entries {
		a.rows = append(a.rows, []string{e.Date, e.Text, shortEvidence(e.Evidence)})
		a.wide = append(a.wide, func() []string { return []string{e.Date, e.Kind, e.Text, e.Evidence.String()} })
		a.evidence = append(a.evidence, []vocab.Evidence{e.Evidence})
		name := t.Project.Ref()
		if e.Talk != nil {
			name = e.Talk.Ref()
		}
		a.names = append(a.names, name)
	}
	return a
}
