package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/draw"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

// exportFormats are the values of --output of export.
var exportFormats = slices.Concat([]string{"nquads", "trig", "jsonld", "annotations", "csv"}, graphData)

func newExport() *cobra.Command {
	e := exporting{}
	c := &cobra.Command{
		Use:   "export [NAME...]",
		Short: "Write the graph, or a part of it, for other tools",
		Long: `Write the whole graph, or the entities named and what is within --depth steps of them.

nquads, trig and jsonld are RDF with every statement; the label of each quad is its
evidence. nquads is canonical and sorted. Ids that were merged stand as owl:sameAs,
with the ground of each merge. The context of jsonld is in it. annotations are the
mentions of projects as Web Annotations, in JSON-LD.

csv, graphml and cytoscape hold the entities as nodes and the relations among them
as edges. csv writes nodes.csv and edges.csv into the folder --to, with the header
that Gephi and Kùzu or that neo4j-admin expect.`,
		Example: `  cncfgraph export > cncf.nq
  cncfgraph export istio linkerd --depth 2 -o trig
  cncfgraph export --db mine -o jsonld > mine.jsonld
  cncfgraph export --kinds project,category -o csv --to tables
  cncfgraph export "service mesh" -o graphml > mesh.graphml`,
		ValidArgsFunction: completeNames(vocab.KindProject),
		RunE: func(c *cobra.Command, args []string) error {
			if err := e.parse(c); err != nil {
				return err
			}
			return withGraph(c, func(ctx context.Context, g *graph.Graph) error {
				if slices.Contains(graphData, e.format) || e.format == "csv" {
					return e.writeNetwork(ctx, c, g, args)
				}
				return e.writeRDF(ctx, c, g, args)
			})
		},
	}
	c.Flags().StringVarP(&e.format, "output", "o", "nquads", "output `format`: "+strings.Join(exportFormats, ", "))
	completeFixed(c, "output", exportFormats)
	c.Flags().StringVar(&e.to, "to", "", "`folder` that csv is written into")
	c.Flags().StringVar(&e.header, "header", draw.CSVHeaders[0], "`header` of csv: "+strings.Join(draw.CSVHeaders, ", "))
	e.part.addFlags(c, -1)
	return c
}

// exporting says what is written, and how.
type exporting struct {
	format, to, header string
	part               nearness
}

// parse checks the flags.
func (e *exporting) parse(c *cobra.Command) error {
	if err := oneOf("output format", e.format, exportFormats); err != nil {
		return err
	}
	if err := oneOf("header", e.header, draw.CSVHeaders); err != nil {
		return err
	}
	if (e.to == "") != (e.format != "csv") {
		return usagef("%s: csv is two files and goes into a folder: -o csv --to FOLDER", c.CommandPath())
	}
	return e.part.parse()
}

// whole tells whether nothing bounds what is written.
func (e *exporting) whole(names []string) bool {
	return len(names) == 0 && len(e.part.Kinds) == 0 && len(e.part.Relations) == 0
}

// writeRDF writes quads.
func (e *exporting) writeRDF(ctx context.Context, c *cobra.Command, g *graph.Graph, names []string) error {
	if e.format == "nquads" && e.whole(names) {
		return writeNQuads(ctx, c, g)
	}
	var part []graph.Statement
	var err error
	if e.whole(names) {
		part = slices.Collect(g.Match(0, 0, 0))
	} else if part, err = queries.Part(ctx, g, names, &e.part.NeighborhoodOptions); err != nil {
		return err
	}
	graph.SortByEvidence(part)
	context := rdf.Context{Prefixes: vocab.Prefixes, References: vocab.References()}
	switch e.format {
	case "annotations":
		return rdf.WriteJSONLD(c.OutOrStdout(), context, slices.Values(queries.Annotations(g, part)))
	case "trig":
		return rdf.WriteTriG(c.OutOrStdout(), slices.Concat(vocab.Prefixes, vocab.EntityPrefixes()), g.Stated(part))
	case "jsonld":
		return rdf.WriteJSONLD(c.OutOrStdout(), context, g.Stated(part))
	}
	return rdf.Write(c.OutOrStdout(), rdf.Sort(slices.Collect(g.Stated(part))))
}

// writeNetwork writes nodes and edges.
func (e *exporting) writeNetwork(ctx context.Context, c *cobra.Command, g *graph.Graph, names []string) error {
	ask := func() (*queries.Network, error) { return queries.Everything(ctx, g, &e.part.NeighborhoodOptions) }
	if len(names) > 0 {
		ask = func() (*queries.Network, error) {
			return queries.Neighborhood(ctx, g, names, &e.part.NeighborhoodOptions)
		}
	}
	network, err := ask()
	if err != nil {
		return err
	}
	if e.format != "csv" {
		return writeGraphData(c.OutOrStdout(), e.format, network.Data())
	}
	return e.writeCSV(c, network.Data())
}

// writeCSV writes nodes.csv and edges.csv into the folder, which is made.
func (e *exporting) writeCSV(c *cobra.Command, d draw.Diagram) (err error) {
	if err := os.MkdirAll(e.to, 0o755); err != nil {
		return err
	}
	var files [2]*os.File
	for i, name := range [...]string{"nodes.csv", "edges.csv"} {
		if files[i], err = os.Create(filepath.Join(e.to, name)); err != nil {
			return err
		}
		defer func() {
			if closed := files[i].Close(); err == nil {
				err = closed
			}
		}()
	}
	if err := draw.CSV(files[0], files[1], d, e.header); err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.ErrOrStderr(), "%s, %s in %s\n", counted(len(d.Nodes), "node"), counted(len(d.Edges), "edge"), e.to)
	return err
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
