package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

func newGaps() *cobra.Command {
	var (
		opts   queries.GapOptions
		filter queries.Filter
		levels []string
	)
	c := &cobra.Command{
		Use:   "gaps",
		Short: "List CNCF projects and categories that no talk was about",
		Long: `List the CNCF projects that no talk was about, with the last talk about each, and the
categories with CNCF projects without a talk about a project in them: since a date, at
an event or a series, or ever. That a talk only names a project closes no gap. With
--maturity only projects are listed; without it archived ones are left out.`,
		Example: `  cncfgraph gaps --maturity incubating --since 2024-01-01
  cncfgraph gaps --event 'KubeCon + CloudNativeCon Europe 2026'
  cncfgraph gaps --event 'KubeCon + CloudNativeCon' --since 2025 --category 'service mesh'
  cncfgraph gaps -o json`,
		Args: exactArgs(),
		RunE: func(c *cobra.Command, _ []string) error {
			opts.Since, opts.Event, opts.Category = filter.Since, filter.Event, filter.Category
			var err error
			if opts.Maturity, err = parseLevels(levels); err != nil {
				return err
			}
			return ask(c, func(ctx context.Context, g *graph.Graph) (answer, error) {
				gaps, err := queries.Gaps(ctx, g, &opts)
				if err != nil {
					return answer{}, err
				}
				return gapsAnswer(gaps), nil
			})
		},
	}
	addAsOfFlag(c)
	addOutputFlags(c)
	addLimit(c, &opts.Limit, 0, "list at most `N` projects, and as many categories")
	addFilterFlags(c, []string{"event", "category", "since", "maturity"}, &filter, &levels)
	return c
}

func gapsAnswer(gaps *queries.GapList) answer {
	a := answer{
		value:      gaps,
		header:     []string{"WHAT", "NAME", "MATURITY", "LAST TALK", "EVENT", "EVIDENCE"},
		wideHeader: []string{"WHAT", "NAME", "ID", "MATURITY", "SINCE", "CATEGORIES", "LAST TALK", "TITLE", "EVENT", "EVIDENCE"},
		empty:      "no gaps",
	}
	for _, p := range gaps.Projects {
		date, title, event, some := "never", "", "", ""
		var cites []vocab.Evidence
		if p.Undated > 0 {
			date = fmt.Sprintf("not known (%s without a date)", counted(p.Undated, "talk"))
		}
		if t := p.LastTalk; t != nil {
			cites = t.Evidence
			date, title, some = t.Date, t.Name, someEvidence(t.Evidence, 1)
			if t.Event != nil {
				event = t.Event.Name
			}
		}
		a.evidence = append(a.evidence, cites)
		a.rows = append(a.rows, []string{"project", p.Name, string(p.Maturity), date, event, some})
		a.wide = append(a.wide, func() []string {
			return []string{"project", p.Name, p.Ref(), string(p.Maturity), p.Milestone.Date, strings.Join(p.Categories, ", "), date, title, event, allEvidence(cites)}
		})
		a.names = append(a.names, p.Ref())
	}
	for _, c := range gaps.Categories {
		n := counted(c.Projects, "CNCF project")
		a.rows = append(a.rows, []string{"category", c.Name, n, "", "", ""})
		a.wide = append(a.wide, func() []string {
			return []string{"category", c.Name, c.Ref(), n, "", entityNames(c.Names), "", "", "", ""}
		})
		a.names = append(a.names, c.Ref())
	}
	return a
}
