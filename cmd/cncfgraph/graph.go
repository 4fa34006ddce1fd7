package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/draw"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

func newGraph() *cobra.Command {
	var (
		near  queries.NeighborhoodOptions
		style draw.Options
		kinds []string
	)
	c := &cobra.Command{
		Use:   "graph NAME...",
		Short: "Draw what surrounds one or several entities",
		Long: `Draw what surrounds one or several entities of any kind: the entities within --depth
steps, the most relevant ones where there are more than --max-nodes, and every
link among them. The output is a diagram for Graphviz; equal graphs give equal bytes.`,
		Example: `  cncfgraph graph istio --depth 1 -o dot | dot -Tsvg > istio.svg
  cncfgraph graph thanos cortex --kinds project,talk -o json`,
		Args:              minArgs("the entity"),
		ValidArgsFunction: completeNames(vocab.KindProject),
		RunE: func(c *cobra.Command, args []string) error {
			format, err := outputFormat(c, "dot")
			if err != nil {
				return err
			}
			if near.Kinds, err = parseKinds(kinds); err != nil {
				return err
			}
			if err := errors.Join(oneOf("layout", style.Layout, draw.Layouts), oneOf("direction", style.Direction, draw.Directions)); err != nil {
				return err
			}
			return withGraph(c, func(ctx context.Context, g *graph.Graph) error {
				network, err := queries.Neighborhood(ctx, g, args, &near)
				switch {
				case err != nil:
					return err
				case format == "dot":
					return draw.DOT(c.OutOrStdout(), network.Diagram(), &style)
				}
				return networkAnswer(network).print(c, format)
			})
		},
	}
	addOutputFlags(c, "dot")
	c.Flags().Lookup("output").DefValue = "dot"
	_ = c.Flags().Set("output", "dot") // fails only for a flag that does not exist
	c.Flags().IntVar(&near.Depth, "depth", 1, "reach entities within `N` steps")
	c.Flags().IntVar(&near.Nodes, "max-nodes", 40, "show at most `N` entities; -1 for all")
	c.Flags().StringSliceVar(&kinds, "kinds", nil, "show only entities of these `kinds`: project, talk, speaker, event, category, organization, source")
	c.Flags().StringVar(&style.Layout, "layout", draw.Layouts[0], "layout `engine`: "+strings.Join(draw.Layouts, ", "))
	c.Flags().StringVar(&style.Direction, "direction", draw.Directions[0], "`direction` of edges: "+strings.Join(draw.Directions, ", "))
	c.Flags().BoolVar(&style.NoLegend, "no-legend", false, "leave out the legend")
	return c
}

// oneOf checks the value of a flag.
func oneOf(flag, value string, legal []string) error {
	if slices.Contains(legal, value) {
		return nil
	}
	return usagef("unknown %s %q; one of %s", flag, value, strings.Join(legal, ", "))
}

// parseKinds returns the kinds with the given names.
func parseKinds(names []string) ([]vocab.Kind, error) {
	var kinds []vocab.Kind
next:
	for _, name := range names {
		for _, k := range vocab.Kinds {
			if name == string(k) || name == string(k)+"s" {
				kinds = append(kinds, k)
				continue next
			}
		}
		return nil, usagef("unknown kind %q; one of %v", name, vocab.Kinds)
	}
	return kinds, nil
}

func networkAnswer(n *queries.Network) answer {
	a := answer{value: n, header: []string{"FROM", "RELATION", "TO", "STATEMENTS", "EVIDENCE"}}
	for _, e := range n.Edges {
		a.rows = append(a.rows, []string{e.From.Name, strings.ReplaceAll(e.Relation, "_", " "), e.To.Name, fmt.Sprint(e.Count), someEvidence(e.Evidence, 1)})
	}
	a.names = refs(n.Nodes, func(node queries.NetworkNode) queries.Entity { return node.Entity })
	return a
}
