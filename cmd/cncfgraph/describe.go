package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

func newDescribe() *cobra.Command {
	var opts queries.DescribeOptions
	c := &cobra.Command{
		Use:   "describe NAME",
		Short: "Show everything known of one entity, with the evidence",
		Long: `Show everything known of one project, talk, speaker, event, category, organisation or
source: its names, its maturity, its facts each with source and line, and on what
ground several records were taken for this one entity.`,
		Example: `  cncfgraph describe argo
  cncfgraph describe 'Cloud Native Meetup Tokyo #1'`,
		Args:              exactArgs("the entity"),
		ValidArgsFunction: completeNames(vocab.Kinds[:]...),
		RunE: func(c *cobra.Command, args []string) error {
			return ask(c, func(ctx context.Context, g *graph.Graph) (answer, error) {
				d, err := queries.Describe(ctx, g, args[0], &opts)
				if err != nil {
					return answer{}, err
				}
				return describeAnswer(d), nil
			})
		},
	}
	addAsOfFlag(c)
	addOutputFlags(c)
	addNumber(c, &opts.Limit, "limit", 0, bounds{least: 0, all: true, want: "1 or more, 0 for 20, or -1 for all"}, "show at most `N` facts of one relation; 0 for 20, -1 for all")
	return c
}

func describeAnswer(d *queries.Description) answer {
	a := answer{
		value:      d,
		header:     []string{"FACT", "VALUE", "EVIDENCE"},
		wideHeader: []string{"FACT", "VALUE", "ID", "EVIDENCE"},
		names:      []string{d.Entity.Ref()},
	}
	add := func(fact, value, id string, evidence []vocab.Evidence) {
		a.rows = append(a.rows, []string{fact, value, someEvidence(evidence, 3)})
		a.evidence = append(a.evidence, evidence)
		a.wide = append(a.wide, func() []string { return []string{fact, value, id, allEvidence(evidence)} })
	}
	add(string(d.Entity.Kind), d.Entity.Name, d.Entity.ID, d.Evidence)
	if d.Maturity != "" {
		add("maturity", string(d.Maturity), "", nil)
	}
	for _, m := range d.Milestones {
		add(string(m.Level)+" since", m.Date, "", []vocab.Evidence{m.Evidence})
	}
	for _, f := range d.Facts {
		if slices.ContainsFunc(d.Milestones, func(m queries.Milestone) bool { return f.Relation == string(m.Level) && string(f.Value) == m.Date }) {
			continue // shown above
		}
		value, id := string(f.Value), ""
		if f.Entity != nil {
			value, id = f.Entity.Name, f.Entity.Ref()
		}
		add(strings.ReplaceAll(f.Relation, "_", " "), value, id, f.Evidence)
	}
	for _, o := range d.Omitted {
		add(strings.ReplaceAll(o.Relation, "_", " "), fmt.Sprintf("and %d more", o.Count), "", nil)
	}
	for _, m := range d.Merges {
		add("merged", fmt.Sprintf("%s with %s: %s", m.ID, m.With, m.Reason), "", m.Evidence)
	}
	return a
}
