package main

import (
	"bufio"
	"context"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph"
)

func newExport() *cobra.Command {
	c := &cobra.Command{
		Use:   "export",
		Short: "Write the whole graph as RDF",
		Long: `Write the whole graph as canonical N-Quads, sorted. The label of each quad is its
evidence. Ids that were merged stand as owl:sameAs, with the ground of each merge.`,
		Example: `  cncfgraph export > cncf.nq
  cncfgraph export --db mine -o nquads`,
		Args: exactArgs(),
		RunE: func(c *cobra.Command, _ []string) error {
			if format, _ := c.Flags().GetString("output"); format != "nquads" {
				return usagef("unknown output format %q; one of nquads", format)
			}
			return withGraph(c, func(ctx context.Context, g *graph.Graph) error { return writeNQuads(ctx, c, g) })
		},
	}
	c.Flags().StringP("output", "o", "nquads", "output `format`: nquads")
	return c
}

// writeNQuads writes every quad of g to the command's output.
func writeNQuads(ctx context.Context, c *cobra.Command, g *graph.Graph) error {
	out := bufio.NewWriterSize(c.OutOrStdout(), 64<<10)
	var line []byte
	for q := range g.All() {
		if err := ctx.Err(); err != nil {
			return err
		}
		line = append(q.Append(line[:0]), '\n')
		if _, err := out.Write(line); err != nil {
			return err
		}
	}
	return out.Flush()
}
