package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

// reportAnswer returns the report as a table: a row for each sum and each entry.
func reportAnswer(r *queries.Report) answer {
	a := answer{
		value:      r,
		header:     []string{"WHAT", "NAME", "DETAIL", "EVIDENCE"},
		wideHeader: []string{"WHAT", "NAME", "ID", "DETAIL", "EVIDENCE"},
		names:      refs(r.Projects.Entries, func(p queries.ReportedProject) queries.Entity { return p.Entity }),
	}
	t := reportRows{&a}
	t.addEvent(r)
	t.addCounts(r)
	for _, p := range r.Projects.Entries {
		t.add("project", p.Entity, projectDetail(p), p.Evidence)
	}
	t.addOmitted("project", r.Projects.Omitted)
	for _, p := range r.Mentioned.Entries {
		t.add("mentioned", p.Entity, projectDetail(p), p.Evidence)
	}
	t.addOmitted("mentioned", r.Mentioned.Omitted)
	for _, list := range [...]queries.Section[queries.ReportedSpeaker]{r.Speakers.New, r.Speakers.Returning, r.Speakers.Unknown} {
		for _, s := range list.Entries {
			t.add("speaker", s.Entity, speakerDetail(s), s.Evidence)
		}
		t.addOmitted("speaker", list.Omitted)
	}
	for _, o := range r.Organizations.Entries {
		t.add("organization", o.Entity, counted(o.Speakers, "speaker")+", "+counted(o.Talks, "talk"), o.Evidence)
	}
	t.addOmitted("organization", r.Organizations.Omitted)
	for _, c := range r.Covered.Entries {
		t.add("category", c.Entity, fmt.Sprintf("%d of %s, %s", len(c.Covered), counted(c.Projects, "CNCF project"), counted(c.Talks, "talk")), nil)
	}
	t.addOmitted("category", r.Covered.Omitted)
	for _, c := range r.Missed.Entries {
		t.add("missed category", c.Entity, counted(c.Projects, "CNCF project"), nil)
	}
	t.addOmitted("missed category", r.Missed.Omitted)
	return a
}

// reportEvidence is how much evidence of an entry the wide table shows: a project may
// have that of hundreds of talks.
const reportEvidence = 3

// reportRows are the rows of a report.
type reportRows struct{ *answer }

// add adds a row.
func (t reportRows) add(what string, e queries.Entity, detail string, evidence []vocab.Evidence) {
	ref := ""
	if e.ID != "" {
		ref = e.Ref()
	}
	t.rows = append(t.rows, []string{what, e.Name, detail, someEvidence(evidence, 1)})
	t.answer.evidence = append(t.answer.evidence, evidence)
	t.wide = append(t.wide, func() []string {
		return []string{what, e.Name, ref, detail, allEvidence(evidence[:min(reportEvidence, len(evidence))])}
	})
}

// addCount adds a sum.
func (t reportRows) addCount(what, name string, n int) {
	t.add(what, queries.Entity{Name: name}, strconv.Itoa(n), nil)
}

// addOmitted says how many entries are left out.
func (t reportRows) addOmitted(what string, n int) {
	if n > 0 {
		t.add(what, queries.Entity{}, fmt.Sprintf("and %d more", n), nil)
	}
}

// addEvent adds what is said of the event itself.
func (t reportRows) addEvent(r *queries.Report) {
	e := r.Event
	t.add("event", e.Entity, commaText(dateSpan(e), string(e.Location)), e.Evidence)
	if e.Series != nil {
		t.add("series", *e.Series, "", nil)
	}
	if e.PartOf != nil {
		t.add("part of", *e.PartOf, "", nil)
	}
	for _, n := range r.Editions {
		t.add("edition", n.Event, commaText(string(n.Date), editionDetail(n)), nil)
	}
	if p := r.Previous; p != nil {
		t.add("previous edition", p.Previous.Event, commaText(string(p.Previous.Date), editionDetail(p.Previous)), nil)
		t.addCount("speakers", "at both editions", p.Both)
	}
}

// addCounts adds the sums.
func (t reportRows) addCounts(r *queries.Report) {
	t.addCount("talks", "all", r.Talks.Count)
	t.addCount("talks", "about a known project", r.Talks.About)
	t.addCount("talks", "only naming one", r.Talks.Named)
	t.addCount("talks", "without one", r.Talks.None)
	t.addCount("speakers", "all", r.Speakers.Count)
	t.addCount("speakers", "new", r.Speakers.New.Count)
	t.addCount("speakers", "returning", r.Speakers.Returning.Count)
	t.addCount("speakers", "unknown", r.Speakers.Unknown.Count)
	if s := r.Speakers.Series; s != nil {
		t.addCount("speakers", "new to the series", s.New)
		t.addCount("speakers", "returning to the series", s.Returning)
	}
	t.addCount("organizations", "all", r.Organizations.Count)
	t.addCount("projects", "with a talk about them", r.Projects.Count)
	t.addCount("projects", "only named", r.Mentioned.Count)
	for _, l := range r.Levels {
		t.add("level", queries.Entity{Name: levelText(l.Level)}, counted(l.Projects, "project")+", "+counted(l.Talks, "talk"), nil)
	}
}

// editionDetail says in words what the sums are.
func editionDetail(n queries.EditionCounts) string {
	return strings.Join([]string{counted(n.Talks, "talk"), counted(n.Projects, "project"), counted(n.Speakers, "speaker"), strconv.Itoa(n.New) + " new"}, ", ")
}

// projectDetail says in words what a report says of a project.
func projectDetail(p queries.ReportedProject) string {
	detail := []string{levelText(p.Maturity)}
	if p.Talks > 0 {
		detail = append(detail, counted(p.Talks, "talk"))
	}
	if p.Mentions > 0 {
		detail = append(detail, counted(p.Mentions, "mention"))
	}
	if p.InSeries == queries.New {
		detail = append(detail, "new to the series")
	}
	return strings.Join(detail, ", ")
}

// speakerDetail says in words what a report says of a speaker.
func speakerDetail(s queries.ReportedSpeaker) string {
	return commaText(string(s.Standing), counted(s.Talks, "talk"), strings.ReplaceAll(entityNames(s.Organizations), ", ", " / "))
}

// levelText returns the level, in words where it is none.
func levelText(level queries.Text) string {
	if level == "" {
		return "no CNCF project"
	}
	return string(level)
}

// dateSpan returns the days of the event in words.
func dateSpan(e queries.ReportedEvent) string {
	if e.End == "" || e.End == e.Date {
		return string(e.Date)
	}
	return string(e.Date) + " to " + string(e.End)
}

// commaText joins what is not empty by commas.
func commaText(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), ", ")
}
