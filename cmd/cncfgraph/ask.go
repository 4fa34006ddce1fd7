package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"path"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
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
		return a.print(c, format)
	})
}

// withGraph opens the graph that the command line names and calls use with it, as it
// was on the day that --as-of names.
func withGraph(c *cobra.Command, use func(context.Context, *graph.Graph) error) error {
	date, _ := c.Flags().GetString("as-of") // "" too for a command without the flag
	if _, err := vocab.Date(date); date != "" && err != nil {
		return usagef("--as-of: %w", err)
	}
	g, err := openGraph(c)
	if err != nil {
		return err
	}
	err = g.View(func(view *graph.Graph) error {
		if date != "" {
			if view, err = view.AsOf(date); err != nil {
				return err
			}
		}
		return use(c.Context(), view)
	})
	return errors.Join(err, g.Close())
}

// addAsOfFlag adds --as-of to a command that asks the graph.
func addAsOfFlag(c *cobra.Command) {
	c.Flags().String("as-of", "", "answer as it was at the end of this `DATE`: YYYY-MM-DD, YYYY-MM or YYYY")
}

// shortEvidence names a source by the last part of its address, with the line:
// "landscape.yml:812".
func shortEvidence(e vocab.Evidence) string {
	if u, err := url.Parse(e.Source); err == nil {
		p := u.Path
		if p == "" {
			p = u.Opaque
		}
		if base := path.Base(p); base != "." && base != "/" {
			e.Source = base
		}
	}
	if decoded, err := url.PathUnescape(e.Source); err == nil {
		e.Source = decoded
	}
	return e.String()
}

// someEvidence shows the first n pieces of evidence and counts the others.
func someEvidence(list []vocab.Evidence, n int) string {
	var shown []string
	for _, e := range list[:min(n, len(list))] {
		shown = append(shown, shortEvidence(e))
	}
	text := strings.Join(shown, ", ")
	if more := len(list) - len(shown); more > 0 {
		text += fmt.Sprintf(" +%d", more)
	}
	return text
}

// allEvidence shows all pieces of evidence, whole.
func allEvidence(list []vocab.Evidence) string {
	all := make([]string, len(list))
	for i, e := range list {
		all[i] = e.String()
	}
	return strings.Join(all, " ")
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
