package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

func newDiff() *cobra.Command {
	var (
		opts         queries.DiffOptions
		since, until string
	)
	c := &cobra.Command{
		Use:   "diff A B | diff --since DATE",
		Short: "Show what changed between two graphs, or since a date",
		Long: `Show what changed from one graph to another: moved maturity levels, dates of levels,
projects, talks, speakers and events that came and went, and records that became one
or were parted. A and B are each the folder of a database, the file of a snapshot,
or "default" for the built-in graph.

With --since it is what came in one graph from that day on: levels reached, projects
accepted and archived, talks, events, and speakers who spoke for the first time.`,
		Example: `  cncfgraph diff default mine
  cncfgraph diff old.snapshot data/default.snapshot -o markdown
  cncfgraph diff --since 2026-01-01 --until 2026-03 -o markdown`,
		Args: func(c *cobra.Command, args []string) error {
			switch {
			case since != "":
				return exactArgs()(c, args)
			case until != "":
				return usagef("%s: --until goes with --since", c.CommandPath())
			}
			return exactArgs("the first graph", "the second graph")(c, args)
		},
		RunE: func(c *cobra.Command, args []string) error {
			d := diffing{opts: opts, since: since, until: until, args: args}
			return d.run(c)
		},
	}
	addAsOfFlag(c)
	addOutputFlags(c, "markdown")
	addExitCodeFlag(c)
	addDate(c, &since, "since", "what came from this `DATE` on, in one graph")
	addDate(c, &until, "until", "with --since: to the end of this `DATE`")
	addLimit(c, &opts.Limit, 0, "show at most `N` entities of a kind that came, and that went")
	return c
}

// diffing is one run of diff.
type diffing struct {
	opts         queries.DiffOptions
	since, until string
	args         []string
}

func (d *diffing) run(c *cobra.Command) error {
	format, err := outputFormat(c, "markdown")
	if err != nil {
		return err
	}
	changes, err := d.changes(c)
	if err != nil {
		return err
	}
	if format == "markdown" {
		err = writeChanges(c.OutOrStdout(), d.title(), changes)
	} else {
		err = changesAnswer(changes).print(c, format)
	}
	if err != nil {
		return err
	}
	return found(c, changes.Count(), "change")
}

// title says in words what is compared.
func (d *diffing) title() string {
	switch {
	case d.until != "":
		return "Changes from " + d.since + " to " + d.until
	case d.since != "":
		return "Changes since " + d.since
	}
	return "Changes from " + d.args[0] + " to " + d.args[1]
}

func (d *diffing) changes(c *cobra.Command) (changes *queries.Changes, err error) {
	if d.since != "" {
		err = withGraph(c, func(ctx context.Context, g *graph.Graph) (err error) {
			changes, err = queries.Since(ctx, g, d.since, d.until, &d.opts)
			return err
		})
		return changes, err
	}
	past := pastNamed(c)
	a, err := graphNamed(c, d.args[0])
	if err != nil {
		return nil, err
	}
	b, err := graphNamed(c, d.args[1])
	if err != nil {
		return nil, errors.Join(err, a.Close())
	}
	from, err := past(a)
	if err == nil {
		var to *graph.Graph
		if to, err = past(b); err == nil {
			changes, err = queries.Diff(c.Context(), from, to, &d.opts)
		}
	}
	return changes, errors.Join(err, a.Err(), b.Err(), a.Close(), b.Close())
}

// graphNamed opens "default", a database, or the snapshot in a file.
func graphNamed(c *cobra.Command, name string) (*graph.Graph, error) {
	if name == "default" {
		return graph.Default()
	}
	if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
		return graph.OpenFile(name)
	}
	return openDatabase(c, name)
}

func changesAnswer(changes *queries.Changes) answer {
	a := answer{
		value:      changes,
		header:     []string{"WHAT", "CHANGE", "NAME", "DETAIL", "EVIDENCE"},
		wideHeader: []string{"WHAT", "CHANGE", "NAME", "ID", "DETAIL", "EVIDENCE"},
		empty:      "no changes",
	}
	add := func(what, change string, e queries.Entity, detail string, evidence []vocab.Evidence) {
		a.rows = append(a.rows, []string{what, change, e.Name, detail, someEvidence(evidence, 2)})
		a.wide = append(a.wide, func() []string { return []string{what, change, e.Name, e.Ref(), detail, allEvidence(evidence)} })
		a.evidence = append(a.evidence, evidence)
		a.names = append(a.names, e.Ref())
	}
	for _, x := range changes.Levels {
		add("level", "moved", x.Project, moveText(x), x.Evidence)
	}
	for _, x := range changes.Redated {
		add("level", "redated", x.Project, redatingText(x), x.Evidence)
	}
	for _, section := range changeSections(changes) {
		for _, e := range section.entities.New {
			add(section.what, "new", e.Entity, string(e.Date), e.Evidence)
		}
		for _, e := range section.entities.Gone {
			add(section.what, "gone", e.Entity, string(e.Date), e.Evidence)
		}
	}
	for _, m := range changes.Merged {
		add(string(m.One.Kind), "merged", m.One, mergeText(m), nil)
	}
	for _, m := range changes.Parted {
		add(string(m.One.Kind), "parted", m.One, mergeText(m), nil)
	}
	return a
}

// changeSection is the entities of a kind that changed.
type changeSection struct {
	what, plural string
	entities     queries.EntityChanges
}

func changeSections(c *queries.Changes) []changeSection {
	return []changeSection{
		{"project", "Projects", c.Projects}, {"talk", "Talks", c.Talks}, {"speaker", "Speakers", c.Speakers}, {"event", "Events", c.Events},
	}
}

// moveText says from where to where a project moved.
func moveText(x queries.LevelChange) string {
	level := func(t queries.Text) string {
		if t == "" {
			return "none"
		}
		return string(t)
	}
	return strings.TrimSuffix(fmt.Sprintf("%s → %s, %s", level(x.From), level(x.To), x.Date), ", ")
}

func redatingText(x queries.Redating) string {
	return fmt.Sprintf("%s: %s → %s", x.Level, x.From, x.To)
}

// mergeText names the several, and why they are one.
func mergeText(m queries.MergeChange) string {
	ids := refs(m.Several, func(e queries.Entity) queries.Entity { return e })
	return strings.Join(ids, ", ") + ": " + strings.Join(m.Reasons, ", ")
}
