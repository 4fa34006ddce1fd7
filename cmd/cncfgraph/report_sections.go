package main

import (
	"fmt"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

// projects writes the projects and their levels.
func (w reportWriter) projects() {
	w.heading(2, "Projects")
	levels := "Levels are the latest known."
	switch {
	case w.LevelsOn != "":
		levels = "Levels are those on " + string(w.LevelsOn) + "."
	case w.Event.IsSeries:
		levels = "Levels are those at the last edition with a talk about the project, the latest known where that has no date."
	}
	cncf := w.Projects.Count
	var rows [][]phrase
	for _, l := range w.Levels {
		rows = append(rows, []phrase{plain(levelText(l.Level)), number(l.Projects), number(l.Talks)})
		if l.Level == "" {
			cncf -= l.Projects
		}
	}
	text := fmt.Sprintf("Talks were about %s, %d of them CNCF projects.", counted(w.Projects.Count, "project"), cncf)
	if w.Mentioned.Count > 0 {
		text += " " + wereText(w.Mentioned.Count, "more project") + " only named in talks."
	}
	w.paragraph(plain(text + " " + levels))
	w.table([]string{"Maturity", "Projects#", "Talks#"}, rows)
	rows = nil
	columns := []string{"Project", "Maturity", "Talks#", "Mentions#", "Earlier editions", "Evidence"}
	for _, p := range w.Projects.Entries {
		rows = append(rows, []phrase{
			plain(p.Name), maturityLink(p), number(p.Talks), number(p.Mentions), plain(editionsText(p.InSeries)), evidencePhrase(p.Evidence, 2),
		})
	}
	if w.Speakers.Series == nil || w.Event.IsSeries {
		columns, rows = withoutColumn(columns, rows, 4)
	}
	w.table(columns, rows)
	w.omitted(w.Projects.Omitted, "projects")
	if len(w.Mentioned.Entries) > 0 {
		w.heading(3, "Only named")
		rows = nil
		for _, p := range w.Mentioned.Entries {
			rows = append(rows, []phrase{plain(p.Name), maturityLink(p), number(p.Mentions), evidencePhrase(p.Evidence, 2)})
		}
		w.table([]string{"Project", "Maturity", "Mentions#", "Evidence"}, rows)
		w.omitted(w.Mentioned.Omitted, "projects")
	}
}

// speakers writes the speakers.
func (w reportWriter) speakers() {
	s := w.Speakers
	w.heading(2, "Speakers")
	text := fmt.Sprintf("%s, %d of whom gave the first talk here that the graph knows, and %d had spoken before", counted(s.Count, "speaker"), s.New.Count, s.Returning.Count)
	if s.Unknown.Count > 0 {
		text += fmt.Sprintf("; of %d the graph knows another talk, but not its date", s.Unknown.Count)
	}
	text += "."
	switch {
	case s.Series == nil:
	case w.Event.IsSeries:
		text += fmt.Sprintf(" %d spoke at more than one edition.", s.Series.Returning)
	default:
		text += fmt.Sprintf(" %d spoke at an earlier edition, %d did not", s.Series.Returning, s.Series.New)
		if s.Series.Unknown > 0 {
			text += fmt.Sprintf(", of %d that is not known", s.Series.Unknown)
		}
		text += "."
	}
	w.paragraph(plain(text))
	w.speakerTable("First talk", s.New)
	w.speakerTable("Spoke before", s.Returning)
	w.speakerTable("Perhaps spoke before", s.Unknown)
}

// speakerTable writes speakers of one standing.
func (w reportWriter) speakerTable(heading string, list queries.Section[queries.ReportedSpeaker]) {
	if list.Count == 0 {
		return
	}
	w.heading(3, heading)
	columns := []string{"Speaker", "Company", "Talks#", "Earlier talks#", "At earlier editions#", "Evidence"}
	if w.Event.IsSeries {
		columns[4] = "At later editions#"
	}
	var rows [][]phrase
	for _, s := range list.Entries {
		rows = append(rows, []phrase{
			plain(s.Name), plain(entityNames(s.Organizations)), number(s.Talks), number(s.EarlierTalks), number(s.EarlierInSeries), evidencePhrase(s.Evidence, 1),
		})
	}
	if w.Speakers.Series == nil || !w.Event.IsSeries && heading != "Spoke before" {
		columns, rows = withoutColumn(columns, rows, 4)
	}
	if heading != "Spoke before" {
		columns, rows = withoutColumn(columns, rows, 3)
	}
	w.table(columns, rows)
	w.omitted(list.Omitted, "speakers")
}

// organizations writes the companies.
func (w reportWriter) organizations() {
	w.heading(2, "Companies")
	switch {
	case w.Organizations.Count == 0:
		w.paragraph(plain("No source states a company beside a speaker."))
	case w.Speakers.WithoutOrganization > 0:
		w.paragraph(plain(fmt.Sprintf("As the sources state them beside the talks; of %s they state none.", counted(w.Speakers.WithoutOrganization, "speaker"))))
	default:
		w.paragraph(plain("As the sources state them beside the talks."))
	}
	var rows [][]phrase
	for _, o := range w.Organizations.Entries {
		rows = append(rows, []phrase{plain(o.Name), number(o.Speakers), number(o.Talks), evidencePhrase(o.Evidence, 1)})
	}
	w.table([]string{"Company", "Speakers#", "Talks#", "Evidence"}, rows)
	w.omitted(w.Organizations.Omitted, "companies")
}

// categories writes the categories with CNCF projects, covered and not.
func (w reportWriter) categories() {
	w.heading(2, "Categories")
	w.paragraph(plain("Of the landscape, those with CNCF projects that are not archived. One is covered where a talk was about a project in it."))
	var rows [][]phrase
	for _, c := range w.Covered.Entries {
		covered := fmt.Sprintf("%d of %d", len(c.Covered), c.Projects)
		rows = append(rows, []phrase{plain(c.Name), number(c.Talks), plain(covered), someNames(c.Covered)})
	}
	w.table([]string{"Covered", "Talks#", "CNCF projects#", "With a talk about them"}, rows)
	w.omitted(w.Covered.Omitted, "categories")
	rows = nil
	for _, c := range w.Missed.Entries {
		rows = append(rows, []phrase{plain(c.Name), number(c.Projects), someNames(c.Uncovered)})
	}
	w.table([]string{"Not covered", "CNCF projects#", "Of these"}, rows)
	w.omitted(w.Missed.Omitted, "categories")
}

// someNames returns the first names, and how many there are more.
func someNames(list []queries.Entity) phrase {
	const most = 6
	text := entityNames(list[:min(most, len(list))])
	if more := len(list) - most; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return plain(text)
}

// talks writes the programme, if the report holds it whole.
func (w reportWriter) talks() {
	if w.Talks.Count == 0 || w.Talks.Omitted > 0 {
		return
	}
	w.heading(2, "Talks")
	var rows [][]phrase
	for _, t := range w.Talks.Entries {
		title := plain(t.Title)
		for _, address := range []queries.Text{t.Video, t.Slides} {
			if address != "" {
				title = linked(t.Title, string(address))
			}
		}
		rows = append(rows, []phrase{plain(string(t.Date)), title, plain(entityNames(t.Speakers)), plain(entityNames(t.Projects)), evidencePhrase(t.Evidence, 1)})
	}
	w.table([]string{"Date", "Talk", "Speakers", "About", "Evidence"}, rows)
}

// sources writes which documents state the talks.
func (w reportWriter) sources() {
	if len(w.Sources.Entries) == 0 {
		return
	}
	w.heading(2, "Sources")
	var rows [][]phrase
	for _, s := range w.Sources.Entries {
		rows = append(rows, []phrase{linked(evidenceName(vocab.Evidence{Source: s.ID}), s.ID), number(s.Talks)})
	}
	w.table([]string{"Document", "Talks#"}, rows)
	w.omitted(w.Sources.Omitted, "documents")
}
