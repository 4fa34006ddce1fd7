package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/draw"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

// graphData are the values of --output of graph and export that programs read.
var graphData = []string{"graphml", "cytoscape"}

func newGraph() *cobra.Command {
	var (
		near  nearness
		style drawing
	)
	c := &cobra.Command{
		Use:   "graph NAME...",
		Short: "Draw what surrounds one or several entities",
		Long: `Draw what surrounds one or several entities of any kind: the entities within --depth
steps, the most relevant ones where there are more than --max-nodes, and every
link among them. Equal graphs give equal bytes.

-o dot is for Graphviz, mermaid for Markdown, graphml for Gephi and yEd. -o svg needs
the program cncfgraph-svg beside this one or Graphviz, png and pdf need Graphviz.`,
		Example: `  cncfgraph graph istio -o svg > istio.svg
  cncfgraph graph thanos --depth 2 --max-nodes 40 --theme dark -o svg > thanos.svg
  cncfgraph graph "service mesh" --cluster maturity -o mermaid
  cncfgraph graph thanos cortex --kinds project --relations uses,built_on --as-of 2022 -o graphml`,
		Args:              minArgs("the entity"),
		ValidArgsFunction: completeNames(vocab.KindProject),
		RunE: func(c *cobra.Command, args []string) error {
			format, err := outputFormat(c, slices.Concat(pictures, graphData)...)
			if err := errors.Join(err, style.check(), near.parse()); err != nil {
				return err
			}
			return withGraph(c, func(ctx context.Context, g *graph.Graph) error {
				network, err := queries.Neighborhood(ctx, g, args, &near.NeighborhoodOptions)
				switch {
				case err != nil:
					return err
				case slices.Contains(pictures, format):
					return style.print(c, format, network.Diagram())
				case slices.Contains(graphData, format):
					return writeGraphData(c.OutOrStdout(), format, network.Data())
				}
				return networkAnswer(network).of(g).print(c, format)
			})
		},
	}
	addOutputFlags(c, slices.Concat(pictures, graphData)...)
	c.Flags().Lookup("output").DefValue = "dot"
	_ = c.Flags().Set("output", "dot") // fails only for a flag that does not exist
	near.addFlags(c, 40)
	style.addFlags(c)
	return c
}

// writeGraphData writes d in the format, one of graphData.
func writeGraphData(w io.Writer, format string, d draw.Diagram) error {
	if format == "cytoscape" {
		return draw.Cytoscape(w, d)
	}
	return draw.GraphML(w, d)
}

// nearness says which part of the graph is taken.
type nearness struct {
	queries.NeighborhoodOptions
	kinds []string
}

// addFlags adds the flags that say so.
func (n *nearness) addFlags(c *cobra.Command, nodes int) {
	addNumber(c, &n.Depth, "depth", 1, positive, "reach entities within `N` steps")
	addNumber(c, &n.Nodes, "max-nodes", nodes, minusOne, "show at most `N` entities; -1 for all")
	c.Flags().StringSliceVar(&n.kinds, "kinds", nil, "show only entities of these `kinds`: project, talk, speaker, event, category, organization, source")
	c.Flags().StringSliceVar(&n.Relations, "relations", nil, "follow only these `relations`: "+strings.Join(queries.Relations(), ", "))
	addAsOfFlag(c)
	c.Flags().StringVar(&n.Cluster, "cluster", "", "put nodes together by `what`: "+strings.Join(queries.Clusters, ", "))
}

// parse reads the values of the flags.
func (n *nearness) parse() (err error) {
	n.Kinds, err = parseKinds(n.kinds, vocab.Kinds[:])
	return err
}

func networkAnswer(n *queries.Network) answer {
	a := answer{value: n, header: []string{"FROM", "RELATION", "TO", "STATEMENTS", "EVIDENCE"}}
	for _, e := range n.Edges {
		a.rows = append(a.rows, []string{e.From.Name, strings.ReplaceAll(e.Relation, "_", " "), e.To.Name, fmt.Sprint(e.Count), someEvidence(e.Evidence, 1)})
		a.evidence = append(a.evidence, e.Evidence)
	}
	a.names = refs(n.Nodes, func(node queries.NetworkNode) queries.Entity { return node.Entity })
	return a
}
