package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

// listing is a kind of entity that get lists.
type listing struct {
	kind    vocab.Kind
	plural  string
	short   string
	example string
	filters []string // the flags that narrow the list
	list    func(context.Context, *graph.Graph, *queries.Filter) (answer, error)
}

func newGet() *cobra.Command {
	c := &cobra.Command{
		Use:   "get KIND [NAME...]",
		Short: "List projects, talks, speakers, events, categories, organizations or sources",
		Example: `  cncfgraph get talks --project nats
  cncfgraph get projects --maturity graduated --as-of 2018-12-01
  cncfgraph get speakers --project kubernetes -o name`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("%s: missing the kind; see %s --help", c.CommandPath(), c.CommandPath())
			}
			return usagef("%s: unknown kind %q", c.CommandPath(), args[0])
		},
		RunE: func(*cobra.Command, []string) error { return nil },
	}
	for _, l := range listings {
		c.AddCommand(newListing(l))
	}
	return c
}

// newListing returns the command that lists one kind.
func newListing(l listing) *cobra.Command {
	var (
		filter   queries.Filter
		maturity []string
	)
	c := &cobra.Command{
		Use:               l.plural + " [NAME...]",
		Aliases:           []string{string(l.kind)},
		Short:             l.short,
		Example:           l.example,
		ValidArgsFunction: completeNames(l.kind),
		RunE: func(c *cobra.Command, args []string) error {
			filter.Names = args
			for _, m := range maturity {
				filter.Maturity = append(filter.Maturity, vocab.Level(m))
			}
			return ask(c, func(ctx context.Context, g *graph.Graph) (answer, error) {
				a, err := l.list(ctx, g, &filter)
				a.empty = "no " + l.plural
				return a, err
			})
		},
	}
	addOutputFlags(c)
	c.Flags().IntVar(&filter.Limit, "limit", 0, fmt.Sprintf("list at most `N` %s; 0 for all", l.plural))
	addFilterFlags(c, l.filters, &filter, &maturity)
	return c
}

// addFilterFlags adds the flags named.
func addFilterFlags(c *cobra.Command, names []string, f *queries.Filter, maturity *[]string) {
	for _, name := range names {
		switch name {
		case "project":
			c.Flags().StringVar(&f.Project, name, "", "that are about this `project`")
		case "mentions":
			c.Flags().StringVar(&f.Mentions, name, "", "in which this `project` is named")
		case "speaker":
			c.Flags().StringVar(&f.Speaker, name, "", "of talks by this `speaker`")
		case "event":
			c.Flags().StringVar(&f.Event, name, "", "of this `event` or series")
		case "category":
			c.Flags().StringVar(&f.Category, name, "", "of this `category`")
		case "maturity":
			c.Flags().StringSliceVar(maturity, name, nil, "at this maturity `level`: sandbox, incubating, graduated, archived")
			_ = c.RegisterFlagCompletionFunc(name, cobra.FixedCompletions([]string{"sandbox", "incubating", "graduated", "archived"}, cobra.ShellCompDirectiveNoFileComp)) // fails only for a flag that does not exist
			continue
		case "place":
			c.Flags().StringVar(&f.Place, name, "", "of events at this `place`")
		case "since":
			c.Flags().StringVar(&f.Since, name, "", "from this `date` on")
		case "until":
			c.Flags().StringVar(&f.Until, name, "", "up to this `date`")
		case "as-of":
			c.Flags().StringVar(&f.AsOf, name, "", "as it was on this `date`")
		}
		if k := vocab.Kind(name); k == vocab.KindProject || k == vocab.KindSpeaker || k == vocab.KindEvent || k == vocab.KindCategory {
			_ = c.RegisterFlagCompletionFunc(name, completeNames(k)) // fails only for a flag that does not exist
		}
	}
}
