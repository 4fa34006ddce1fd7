package main

import (
	"context"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/queries"
)

func newStats() *cobra.Command {
	c := &cobra.Command{
		Use:   "stats",
		Short: "Count what the graph holds",
		Example: `  cncfgraph stats
  cncfgraph stats -o json --db mine`,
		Args: exactArgs(),
		RunE: func(c *cobra.Command, _ []string) error {
			return ask(c, func(ctx context.Context, g *graph.Graph) (answer, error) {
				counts, err := queries.Stats(ctx, g)
				if err != nil {
					return answer{}, err
				}
				return statsAnswer(counts), nil
			})
		},
	}
	addAsOfFlag(c)
	addOutputFlags(c)
	return c
}

func statsAnswer(n *queries.Counts) answer {
	a := answer{value: n, header: []string{"WHAT", "COUNT"}}
	for _, row := range []struct {
		what  string
		count int
	}{
		{"quads", n.Quads},
		{"sources", n.Sources},
		{"projects", n.Projects},
		{"CNCF projects", n.CNCFProjects},
		{"talks", n.Talks},
		{"talks with speakers", n.TalksWithSpeakers},
		{"speakers", n.Speakers},
		{"maintainers", n.Maintainers},
		{"events", n.Events},
		{"organizations", n.Organizations},
		{"categories", n.Categories},
	} {
		a.rows = append(a.rows, []string{row.what, strconv.Itoa(row.count)})
		a.names = append(a.names, row.what)
	}
	return a
}
