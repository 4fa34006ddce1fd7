package main

import (
	"context"
	"slices"
	"strings"

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

// newGet returns get with the kind that args, which follow it, begin with, else with
// all kinds.
func newGet(args []string) *cobra.Command {
	c := &cobra.Command{
		Use:   "get KIND [NAME...]",
		Short: "List projects, talks, speakers, events, categories, organizations or sources",
		Example: `  cncfgraph get talks --project nats
  cncfgraph get projects --maturity graduated --as-of 2018-12-01
  cncfgraph get speakers --project kubernetes -o name`,
		Args: func(c *cobra.Command, args []string) error {
			if err := minArgs("the kind")(c, args); err != nil {
				return err
			}
			return unknownKind(c, args[0])
		},
		RunE: func(*cobra.Command, []string) error { return nil },
	}
	all := listings
	if len(args) > 0 {
		if i := slices.IndexFunc(all, func(l listing) bool { return l.plural == args[0] || string(l.kind) == args[0] }); i >= 0 {
			all = all[i : i+1]
		}
	}
	for _, l := range all {
		c.AddCommand(newListing(l))
	}
	return c
}

// unknownKind refuses a kind that get does not list.
func unknownKind(c *cobra.Command, written string) error {
	plurals := make([]string, len(listings))
	for i, l := range listings {
		plurals[i] = l.plural
	}
	return usagef("%s: %w", c.CommandPath(), oneOf("kind", written, plurals))
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
			var err error
			if filter.Maturity, err = parseLevels(maturity); err != nil {
				return err
			}
			return ask(c, func(ctx context.Context, g *graph.Graph) (answer, error) {
				a, err := l.list(ctx, g, &filter)
				a.empty = "no " + l.plural
				return a, err
			})
		},
	}
	addOutputFlags(c)
	addLimit(c, &filter.Limit, 0, "list at most `N` "+l.plural)
	addAsOfFlag(c)
	addFilterFlags(c, l.filters, &filter, &maturity)
	return c
}

// addFilterFlags adds the flags named, each of which sets a field of f.
func addFilterFlags(c *cobra.Command, names []string, f *queries.Filter, maturity *[]string) {
	for _, flag := range [...]struct {
		name  string
		to    *string
		usage string
		kind  vocab.Kind // of the entity that it names, "" for none
		date  bool
	}{
		{"project", &f.Project, "that are about this `project`", vocab.KindProject, false},
		{"mentions", &f.Mentions, "in which this `project` is named", vocab.KindProject, false},
		{"speaker", &f.Speaker, "of talks by this `speaker`", vocab.KindSpeaker, false},
		{"event", &f.Event, "of this `event` or series", vocab.KindEvent, false},
		{"category", &f.Category, "of this `category`", vocab.KindCategory, false},
		{"place", &f.Place, "of events at this `place`, a city or country", "", false},
		{"since", &f.Since, "from this `date` on", "", true},
		{"until", &f.Until, "up to this `date`", "", true},
	} {
		if !slices.Contains(names, flag.name) {
			continue
		}
		if flag.date {
			addDate(c, flag.to, flag.name, flag.usage)
			continue
		}
		c.Flags().StringVar(flag.to, flag.name, "", flag.usage)
		if flag.kind != "" {
			_ = c.RegisterFlagCompletionFunc(flag.name, completeNames(flag.kind)) // fails only for a flag that does not exist
		}
	}
	if slices.Contains(names, "maturity") {
		levels := wordsOf(vocab.Levels[:])
		c.Flags().StringSliceVar(maturity, "maturity", nil, "at this maturity `level`: "+strings.Join(levels, ", "))
		completeFixed(c, "maturity", levels)
	}
}
