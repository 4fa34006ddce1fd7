package queries

import (
	"fmt"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// datesOutOfOrder finds histories that fall back to a lower level without an
// archival between, events that end before they begin, and talks given outside of
// the days of their events.
func datesOutOfOrder(g *graph.Graph) []Finding {
	var found []Finding
	h := newHistories(g)
	h.askForMany()
	for id := range instances(g, vocab.Project) {
		for _, history := range h.all(id) {
			found = append(found, fallsBack(g, id, history.milestones)...)
		}
	}
	for id := range instances(g, vocab.Event) {
		start, end := g.Value(id, vocab.StartDate), g.Value(id, vocab.EndDate)
		if start != "" && vocab.LastDay(end) != "" && vocab.LastDay(end) < firstDay(start) {
			f := finding(g, fmt.Sprintf("%s begins on %s and ends on %s", g.Name(id), start, end), id)
			f.Evidence = statementEvidence(g, id, vocab.StartDate, vocab.EndDate)
			found = append(found, f)
		}
		for talk := range g.Subjects(vocab.SuperEvent, id) {
			date := g.Value(talk, vocab.StartDate)
			if g.Kind(talk) != vocab.KindTalk || start == "" || end == "" || vocab.LastDay(date) == "" {
				continue
			}
			if vocab.LastDay(date) < firstDay(start) || firstDay(date) > vocab.LastDay(end) {
				f := finding(g, fmt.Sprintf("%s is of %s, but %s was from %s to %s", g.Name(talk), date, g.Name(id), start, end), talk, id)
				f.Evidence = statementEvidence(g, talk, vocab.StartDate)
				found = append(found, f)
			}
		}
	}
	return found
}

// fallsBack finds each milestone of the history that is of a lower level than the
// one before it.
func fallsBack(g *graph.Graph, project graph.ID, history []Milestone) []Finding {
	var found []Finding
	var last *Milestone
	for i := range history {
		m := &history[i]
		if m.Level == vocab.Accepted {
			continue
		}
		if last != nil && last.Level != vocab.Archived && m.day() != last.day() &&
			slices.Index(vocab.Levels[:], m.Level) < slices.Index(vocab.Levels[:], last.Level) {
			found = append(found, Finding{
				Text:     fmt.Sprintf("%s is %s from %s on, after it was %s from %s on", g.Name(project), m.Level, m.Date, last.Level, last.Date),
				Entities: []Entity{entity(g, project)}, Evidence: []vocab.Evidence{m.Evidence, last.Evidence},
			})
		}
		last = m
	}
	return found
}

// contradictedHistories finds the histories that a correction gainsays.
func contradictedHistories(g *graph.Graph) []Finding {
	var found []Finding
	h := newHistories(g)
	h.askForMany()
	for id := range instances(g, vocab.Project) {
		all := h.all(id)
		if len(all) == 0 || h.rank(all[0].source).rank != vocab.RankCorrected {
			continue
		}
		for _, other := range all[1:] {
			conflicts := h.compareHistories(id, all[0], other)
			if len(conflicts) == 0 {
				continue
			}
			f := Finding{Entities: []Entity{entity(g, id)}, Text: g.Name(id) + ": " + conflicts[0].Text}
			for _, c := range conflicts {
				f.Evidence = append(f.Evidence, c.Other.Evidence, c.Counts.Evidence)
			}
			f.Evidence = eachOnce(f.Evidence)
			found = append(found, f)
		}
	}
	return found
}

// eachOnce returns list without repeats, in its order.
func eachOnce(list []vocab.Evidence) []vocab.Evidence {
	var once []vocab.Evidence
	for _, e := range list {
		if !slices.Contains(once, e) {
			once = append(once, e)
		}
	}
	return once
}

// statementEvidence returns the evidence of the subject's statements with the
// predicates.
func statementEvidence(g *graph.Graph, subject graph.ID, predicates ...string) []vocab.Evidence {
	var labels []graph.Label
	for _, p := range predicates {
		labels = append(labels, labelsOf(g, subject, p, 0)...)
	}
	return evidenceOf(g, labels)
}

// undatedEvents finds the events that no source dates.
func undatedEvents(g *graph.Graph) []Finding {
	var found []Finding
	for id := range instances(g, vocab.Event) {
		if g.Kind(id) == vocab.KindEvent && g.Value(id, vocab.StartDate) == "" {
			found = append(found, finding(g, g.Name(id)+" has no date", id))
		}
	}
	return found
}
