package main

import (
	"fmt"
	"strconv"

	"github.com/cncfgraph/cncfgraph/queries"
)

// reportDocument returns the report as a text.
func reportDocument(r *queries.Report) *document {
	d := &document{Title: r.Event.Name}
	w := reportWriter{d, r}
	w.event()
	if r.Talks.Count == 0 {
		d.paragraph(plain("The graph knows no talk of it."))
		return d
	}
	w.sums()
	w.editions()
	w.projects()
	w.speakers()
	w.organizations()
	w.categories()
	w.talks()
	w.sources()
	return d
}

// reportWriter writes a report into a document.
type reportWriter struct {
	*document
	*queries.Report
}

// event writes what is said of the event itself.
func (w reportWriter) event() {
	e := w.Event
	parts := []phrase{plain(dateSpan(e)), plain(string(e.Location))}
	if e.Series != nil {
		parts = append(parts, plain("an edition of "+e.Series.Name))
	}
	if e.PartOf != nil {
		parts = append(parts, plain("held within "+e.PartOf.Name))
	}
	switch {
	case e.IsSeries:
		parts = append(parts, plain("a series of "+counted(e.Parts, "edition")+" with talks"))
	case e.Parts > 0:
		parts = append(parts, plain("with "+counted(e.Parts, "event")+" held within it"))
	}
	if e.URL != "" {
		parts = append(parts, linked("page of the event", string(e.URL)))
	}
	if len(e.Evidence) > 0 {
		parts = append(parts, append(plain("evidence: "), evidencePhrase(e.Evidence, 2)...))
	}
	w.paragraph(joined(" · ", parts...))
}

// sums writes the sums, beside those of the previous edition where there is one.
func (w reportWriter) sums() {
	w.heading(2, "In numbers")
	p := w.Previous
	columns := []string{"", "Number#"}
	if p != nil {
		columns = []string{"", p.This.Event.Name + "#", commaText(p.Previous.Event.Name, string(p.Previous.Date)) + "#"}
	}
	var rows [][]phrase
	row := func(name string, n int, before func(queries.EditionCounts) int) {
		cells := []phrase{plain(name), number(n)}
		if p != nil {
			cells = append(cells, nil)
			if before != nil {
				cells[2] = number(before(p.Previous))
			}
		}
		rows = append(rows, cells)
	}
	row("Talks", w.Talks.Count, func(c queries.EditionCounts) int { return c.Talks })
	row("Talks about a known project", w.Talks.About, func(c queries.EditionCounts) int { return c.About })
	row("Talks that only name one", w.Talks.Named, func(c queries.EditionCounts) int { return c.Named })
	row("Talks without a known project", w.Talks.None, func(c queries.EditionCounts) int { return c.Talks - c.About - c.Named })
	row("Projects with a talk about them", w.Projects.Count, func(c queries.EditionCounts) int { return c.Projects })
	row("Speakers", w.Speakers.Count, func(c queries.EditionCounts) int { return c.Speakers })
	row("Speakers without an earlier talk in the graph", w.Speakers.New.Count, func(c queries.EditionCounts) int { return c.New })
	if s := w.Speakers.Series; s != nil && !w.Event.IsSeries {
		row("Speakers without a talk at an earlier edition", s.New, func(c queries.EditionCounts) int { return c.NewInSeries })
	}
	row("Companies", w.Organizations.Count, func(c queries.EditionCounts) int { return c.Organizations })
	w.table(columns, rows)
	if p == nil {
		return
	}
	w.paragraph(plain("At both spoke " + peopleText(p.Both) + "."))
	w.changes("With a talk here and none there", p.Come)
	w.changes("With a talk there and none here", p.Gone)
}

// changes writes which projects came or went.
func (w reportWriter) changes(what string, projects []queries.Entity) {
	if len(projects) > 0 {
		w.paragraph(plain(fmt.Sprintf("%s: %s, %s.", what, counted(len(projects), "project"), entityNames(projects))))
	}
}

// editions writes the sums of the editions of a series.
func (w reportWriter) editions() {
	if len(w.Editions) == 0 {
		return
	}
	w.heading(2, "Editions")
	var rows [][]phrase
	for _, e := range w.Editions {
		rows = append(rows, []phrase{plain(e.Event.Name), plain(string(e.Date)), number(e.Talks), number(e.Projects), number(e.Speakers), number(e.New), number(e.Organizations)})
	}
	w.table([]string{"Edition", "Date", "Talks#", "Projects#", "Speakers#", "New#", "Companies#"}, rows)
}

// omitted says how many entries are left out.
func (w reportWriter) omitted(n int, plural string) {
	if n > 0 {
		w.paragraph(plain(fmt.Sprintf("And %d more %s.", n, plural)))
	}
}

// peopleText returns "nobody", "1 person", "2 people".
func peopleText(n int) string {
	switch n {
	case 0:
		return "nobody"
	case 1:
		return "1 person"
	}
	return strconv.Itoa(n) + " people"
}

// number returns n as a phrase.
func number(n int) phrase { return plain(strconv.Itoa(n)) }

// maturityLink returns the level of the project, which leads to its evidence.
func maturityLink(p queries.ReportedProject) phrase {
	if p.Milestone == nil {
		return plain(levelText(p.Maturity))
	}
	return linked(string(p.Maturity), p.Milestone.Evidence.Label().Value)
}

// editionsText says in words whether earlier editions had a talk about a project.
func editionsText(s queries.Standing) string {
	switch s {
	case queries.New:
		return "none"
	case queries.Returning:
		return "yes"
	case queries.Unknown:
		return "not known"
	}
	return ""
}

// wereText returns "3 more projects were".
func wereText(n int, what string) string {
	if n == 1 {
		return "1 " + what + " was"
	}
	return counted(n, what) + " were"
}

// withoutColumn takes a column out of a table.
func withoutColumn(names []string, rows [][]phrase, i int) ([]string, [][]phrase) {
	names = append(names[:i:i], names[i+1:]...)
	for j, row := range rows {
		rows[j] = append(row[:i:i], row[i+1:]...)
	}
	return names, rows
}
