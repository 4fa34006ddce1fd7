package main

import (
	"context"
	"errors"
	"os"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/queries"
)

// ask opens the graph, asks question of it and prints the answer in the format
// that -o names.
func ask(c *cobra.Command, question func(context.Context, *graph.Graph) (answer, error)) error {
	format, err := outputFormat(c)
	if err != nil {
		return err
	}
	return withGraph(c, func(ctx context.Context, g *graph.Graph) error {
		a, err := question(ctx, g)
		if err != nil {
			return err
		}
		return a.of(g).print(c, format)
	})
}

// answerGC is by how many percent the memory in use may grow before garbage is
// collected while a question is answered.
const answerGC = 400

// withGraph opens the graph that the command line names and calls use with it, as it
// was on the day that --as-of names.
func withGraph(c *cobra.Command, use func(context.Context, *graph.Graph) error) error {
	past := pastNamed(c)
	if os.Getenv("GOGC") == "" {
		// An answer lives as long as the process: most are printed before there is
		// anything to collect.
		debug.SetGCPercent(answerGC)
	}
	g, err := openGraph(c)
	if err != nil {
		return err
	}
	err = g.View(func(view *graph.Graph) error {
		if view, err = past(view); err != nil {
			return err
		}
		return use(c.Context(), view)
	})
	return errors.Join(err, g.Close())
}

// pastNamed returns what gives a graph as it was on the day that --as-of names, the
// graph itself where it names none.
func pastNamed(c *cobra.Command) func(*graph.Graph) (*graph.Graph, error) {
	date, _ := c.Flags().GetString("as-of") // "" too for a command without the flag
	if date == "" {
		return func(g *graph.Graph) (*graph.Graph, error) { return g, nil }
	}
	return func(g *graph.Graph) (*graph.Graph, error) { return g.AsOf(date) }
}

// addAsOfFlag adds --as-of to a command that asks the graph.
func addAsOfFlag(c *cobra.Command) {
	addDate(c, new(string), "as-of", "answer as it was at the end of this `DATE`: YYYY-MM-DD, YYYY-MM or YYYY")
}

// entityNames joins the names of entities.
func entityNames(list []queries.Entity) string {
	names := make([]string, len(list))
	for i, e := range list {
		names[i] = e.Name
	}
	return strings.Join(names, ", ")
}

// refs returns what each entity is found by: "project/envoy".
func refs[T any](list []T, of func(T) queries.Entity) []string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = of(x).Ref()
	}
	return out
}
