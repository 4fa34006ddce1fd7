package main

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

// documentFormats are the values of --output of an answer that is a text for people.
var documentFormats = []string{"markdown", "html"}

func newReport() *cobra.Command {
	c := &cobra.Command{
		Use:     "report event EVENT",
		Short:   "Write the final report of an event",
		Example: "  cncfgraph report event 'KubeCon + CloudNativeCon Europe 2026' -o markdown",
		Args: func(c *cobra.Command, args []string) error {
			if err := minArgs("what to report on: event")(c, args); err != nil {
				return err
			}
			return usagef("%s: unknown subject %q; one of event", c.CommandPath(), args[0])
		},
		RunE: func(*cobra.Command, []string) error { return nil },
	}
	c.AddCommand(newEventReport())
	return c
}

func newEventReport() *cobra.Command {
	var (
		opts    queries.EventReportOptions
		style   drawing
		cluster string
	)
	c := &cobra.Command{
		Use:   "event EVENT",
		Short: "Write the final report of an event or of a whole series",
		Long: `Write the final report of an event: the projects that talks were about, with their
maturity on its first day; new and returning speakers; companies; categories with CNCF
projects, covered and not covered; and how it compares with the previous edition. Talks
of events held within it count too. Of a series it is the report over all editions.

A speaker is new where the graph knows no talk of theirs from before the first day, and
new to the series where it knows none at an earlier edition. A company counts where it is
stated beside the speaker's name in the programme, so that it is the one of that time.

-o markdown is for a wiki, html one page that needs no other file, dot, svg and mermaid a
diagram of the projects.`,
		Example: `  cncfgraph report event 'KubeCon + CloudNativeCon Europe 2026' -o markdown > report.md
  cncfgraph report event 'Cloud Native Meetup Tokyo #7' -o html --limit 0 > report.html
  cncfgraph report event 'KubeCon + CloudNativeCon Europe 2026' --cluster category -o svg > projects.svg
  cncfgraph report event promcon-2018 --previous promcon-2017 -o json`,
		Args:              exactArgs("the event"),
		ValidArgsFunction: completeNames(vocab.KindEvent),
		RunE: func(c *cobra.Command, args []string) error {
			format, err := outputFormat(c, slices.Concat(documentFormats, pictures)...)
			if err := errors.Join(err, style.check(), oneOf("cluster", cluster, queries.ReportClusters)); err != nil {
				return err
			}
			return withGraph(c, func(ctx context.Context, g *graph.Graph) error {
				r, err := queries.EventReport(ctx, g, args[0], &opts)
				if err != nil {
					return err
				}
				if slices.Contains(pictures, format) {
					return style.print(c, format, r.Diagram(g, cluster))
				}
				return printReport(c, g, format, r)
			})
		},
	}
	addAsOfFlag(c)
	addOutputFlags(c, slices.Concat(documentFormats, pictures)...)
	style.addFlags(c)
	addLimit(c, &opts.Limit, 25, "show at most `N` entries of each section")
	c.Flags().StringVar(&opts.Previous, "previous", "", "compare with this `event`, not with the previous edition")
	_ = c.RegisterFlagCompletionFunc("previous", completeNames(vocab.KindEvent)) // fails only for a flag that does not exist
	c.Flags().StringVar(&cluster, "cluster", queries.ReportClusters[0], "put projects of a diagram together by `what`: "+strings.Join(queries.ReportClusters, ", "))
	completeFixed(c, "cluster", queries.ReportClusters)
	return c
}

// printReport prints the report in the format, which is no picture.
func printReport(c *cobra.Command, g *graph.Graph, format string, r *queries.Report) error {
	switch format {
	case "markdown":
		return reportDocument(r).writeMarkdown(c.OutOrStdout())
	case "html":
		return reportDocument(r).writeHTML(c.OutOrStdout())
	}
	return reportAnswer(r).of(g).print(c, format)
}
