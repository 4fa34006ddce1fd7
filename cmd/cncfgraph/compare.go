package main

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

func newCompare() *cobra.Command {
	var opts queries.CompareOptions
	c := &cobra.Command{
		Use:   "compare PROJECT PROJECT...",
		Short: "Set projects side by side",
		Long: `Set two or more projects side by side: maturity with its dates, categories, talks by
year, speakers, the organisations behind them, relations, and the talks and speakers they
share. In the rows of talks, "+3" are talks that only name the project. -o wide adds the
evidence of each cell, -o json all of it.`,
		Example: `  cncfgraph compare linkerd istio
  cncfgraph compare flux argo -o wide
  cncfgraph compare thanos cortex mimir --as-of 2021 -o json`,
		Args:              minArgs("the project", "the second project"),
		ValidArgsFunction: completeNames(vocab.KindProject),
		RunE: func(c *cobra.Command, args []string) error {
			return ask(c, func(ctx context.Context, g *graph.Graph) (answer, error) {
				comparison, err := queries.Compare(ctx, g, args, &opts)
				if err != nil {
					return answer{}, err
				}
				return compareAnswer(comparison), nil
			})
		},
	}
	addAsOfFlag(c)
	addOutputFlags(c)
	addLimit(c, &opts.Limit, 3, "name at most `N` speakers, companies and shared talks")
	return c
}

// compareAnswer returns the comparison as a table with a column for each project.
func compareAnswer(x *queries.Comparison) answer {
	a := answer{value: x, header: []string{"FACT"}, wideHeader: []string{"FACT"}, named: true}
	for _, p := range x.Projects {
		name := printable(p.Name)
		a.header, a.wideHeader = append(a.header, name), append(a.wideHeader, name, "EVIDENCE")
		a.names = append(a.names, p.Ref())
	}
	t := compareRows{&a, x.Projects}
	t.add("maturity", maturityCell)
	for _, level := range vocab.Levels {
		t.add(string(level), func(p queries.ComparedProject) cell { return levelCell(p, level) })
	}
	t.add("categories", func(p queries.ComparedProject) cell { return entitiesCell(p.Categories) })
	t.add("relations", func(p queries.ComparedProject) cell { return relationsCell(x.Relations, p) })
	t.add("talks", talksCell)
	for _, year := range years(x.Projects) {
		name := "talks in " + string(year)
		if year == "" {
			name = "talks without a date"
		}
		t.add(name, func(p queries.ComparedProject) cell { return yearCell(p, year) })
	}
	t.add("first talk", func(p queries.ComparedProject) cell { return talkCell(p.First) })
	t.add("last talk", func(p queries.ComparedProject) cell { return talkCell(p.Last) })
	t.add("speakers", func(p queries.ComparedProject) cell { return speakersCell(p.Speakers) })
	t.add("created by", func(p queries.ComparedProject) cell { return entitiesCell(p.CreatedBy) })
	t.add("maintainers", maintainersCell)
	t.add("shared talks", func(p queries.ComparedProject) cell { return sharedTalksCell(x.SharedTalks, p) })
	t.add("shared speakers", func(p queries.ComparedProject) cell { return sharedSpeakersCell(x.SharedSpeakers, p) })
	t.add("homepage", func(p queries.ComparedProject) cell { return valuesCell(p.Homepage) })
	t.add("repositories", func(p queries.ComparedProject) cell { return valuesCell(p.Repositories) })
	return a
}

// cell is a cell of a comparison.
type cell struct {
	text     string
	evidence []vocab.Evidence
}

// compareRows are the rows of a comparison.
type compareRows struct {
	*answer
	projects []queries.ComparedProject
}

// add adds a row, unless all its cells are empty.
func (t compareRows) add(fact string, of func(queries.ComparedProject) cell) {
	row, wide, empty := []string{fact}, []string{fact}, true
	var cites []vocab.Evidence
	for _, p := range t.projects {
		c := of(p)
		row, wide = append(row, c.text), append(wide, c.text, someEvidence(c.evidence, 1))
		cites = append(cites, c.evidence[:min(1, len(c.evidence))]...)
		empty = empty && c.text == ""
	}
	if !empty {
		t.rows, t.wide, t.evidence = append(t.rows, row), append(t.wide, func() []string { return wide }), append(t.evidence, cites)
	}
}

func maturityCell(p queries.ComparedProject) cell {
	for _, m := range slices.Backward(p.Milestones) {
		if queries.Text(m.Level) == p.Maturity {
			return cell{string(p.Maturity), []vocab.Evidence{m.Evidence}}
		}
	}
	return cell{levelText(p.Maturity), nil}
}

func levelCell(p queries.ComparedProject, level vocab.Level) cell {
	var dates []string
	var c cell
	for _, m := range p.Milestones {
		if m.Level == level {
			dates, c.evidence = append(dates, m.Date), append(c.evidence, m.Evidence)
		}
	}
	c.text = strings.Join(dates, ", ")
	return c
}

func entitiesCell(list []queries.StatedEntity) cell {
	var c cell
	names := make([]string, len(list))
	for i, e := range list {
		names[i], c.evidence = e.Name, append(c.evidence, e.Evidence...)
	}
	c.text = strings.Join(names, "; ")
	return c
}

func valuesCell(list []queries.StatedValue) cell {
	var c cell
	values := make([]string, len(list))
	for i, v := range list {
		values[i], c.evidence = v.Value, append(c.evidence, v.Evidence...)
	}
	c.text = strings.Join(values, " ")
	return c
}

func relationsCell(list []queries.ProjectRelation, p queries.ComparedProject) cell {
	var c cell
	var texts []string
	for _, r := range list {
		if r.From == p.Entity || r.To == p.Entity {
			texts, c.evidence = append(texts, r.Text), append(c.evidence, r.Evidence...)
		}
	}
	c.text = strings.Join(texts, "; ")
	return c
}

// talksText returns how many talks are about a project, and how many only name it.
func talksText(about, named int) string {
	if named == 0 {
		return strconv.Itoa(about)
	}
	return fmt.Sprintf("%d +%d", about, named)
}

func talksCell(p queries.ComparedProject) cell {
	c := cell{text: talksText(p.About, p.Named)}
	for _, y := range p.Years {
		c.evidence = append(c.evidence, y.Evidence...)
	}
	return c
}

// years returns the years in which there were talks about one of the projects.
func years(projects []queries.ComparedProject) []queries.Text {
	var list []queries.Text
	undated := false
	for _, p := range projects {
		for _, y := range p.Years {
			undated = undated || y.Year == ""
			if y.Year != "" && !slices.Contains(list, y.Year) {
				list = append(list, y.Year)
			}
		}
	}
	slices.Sort(list)
	if undated {
		list = append(list, "")
	}
	return list
}

func yearCell(p queries.ComparedProject, year queries.Text) cell {
	for _, y := range p.Years {
		if y.Year == year {
			return cell{talksText(y.About, y.Named), y.Evidence}
		}
	}
	return cell{"0", nil}
}

func talkCell(t *queries.DatedTalk) cell {
	if t == nil {
		return cell{}
	}
	c := cell{t.Date, t.Evidence}
	if t.Event != nil {
		c.text += ", " + t.Event.Name
	}
	return c
}

func speakersCell(s queries.Section[queries.ComparedSpeaker]) cell {
	c := cell{text: strconv.Itoa(s.Count)}
	names := make([]string, len(s.Entries))
	for i, p := range s.Entries {
		names[i], c.evidence = fmt.Sprintf("%s %d", p.Name, p.Talks), append(c.evidence, p.Evidence...)
	}
	return c.list(names, s.Count)
}

func sharedSpeakersCell(s queries.Section[queries.ComparedSpeaker], p queries.ComparedProject) cell {
	c := cell{text: strconv.Itoa(p.SharedSpeakers)}
	var names []string
	for _, x := range s.Entries {
		if slices.Contains(x.Projects, p.Entity) {
			names, c.evidence = append(names, x.Name), append(c.evidence, x.Evidence...)
		}
	}
	return c.list(names, p.SharedSpeakers)
}

func maintainersCell(p queries.ComparedProject) cell {
	c := cell{text: strconv.Itoa(p.Maintainers)}
	names := make([]string, len(p.Companies.Entries))
	for i, o := range p.Companies.Entries {
		names[i], c.evidence = fmt.Sprintf("%s %d", o.Name, o.Maintainers), append(c.evidence, o.Evidence...)
	}
	return c.list(names, p.Companies.Count)
}

func sharedTalksCell(s queries.Section[queries.SharedTalk], p queries.ComparedProject) cell {
	c := cell{text: strconv.Itoa(p.SharedTalks)}
	var titles []string
	for _, t := range s.Entries {
		if slices.Contains(t.Projects, p.Entity) || slices.Contains(t.Mentions, p.Entity) {
			titles, c.evidence = append(titles, t.Name), append(c.evidence, t.Evidence...)
		}
	}
	return c.list(titles, p.SharedTalks)
}

// list returns the cell with the first of the count names.
func (c cell) list(names []string, count int) cell {
	if len(names) == 0 {
		return c
	}
	c.text += ": " + strings.Join(names, ", ")
	if count > len(names) {
		c.text += ", …"
	}
	return c
}
