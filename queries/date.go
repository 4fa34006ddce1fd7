package queries

import (
	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// dateOf returns the day, month or year in which the entity was or appeared: a
// talk's own or its event's, an event's first, the day a source was issued; ""
// where none is stated.
func dateOf(g *graph.Graph, id graph.ID) string {
	switch g.Kind(id) {
	case vocab.KindTalk:
		if date := g.Value(id, vocab.StartDate); date != "" {
			return date
		}
		for event := range g.Objects(id, vocab.SuperEvent) {
			if date := g.Value(event, vocab.StartDate); date != "" {
				return date
			}
		}
	case vocab.KindEvent:
		return g.Value(id, vocab.StartDate)
	case vocab.KindSource:
		return g.Value(id, vocab.Issued)
	}
	return ""
}

// firstDay returns the first day of the date, which may lack day and month.
func firstDay(date string) string {
	switch len(date) {
	case len("2006"):
		return date + "-01-01"
	case len("2006-01"):
		return date + "-01"
	}
	return date
}

// known tells whether what happened on the date, and is stated by labels,
// counts on the day asOf: a dated thing from its date, an undated one from
// the day its first source was issued, else always.
func known(g *graph.Graph, date, asOf string, labels []graph.Label) bool {
	if asOf == "" {
		return true
	}
	if day := vocab.LastDay(date); day != "" {
		return day <= asOf
	}
	first := ""
	for _, l := range labels {
		source, _, _ := g.Snapshot().Lines(l)
		issued := vocab.LastDay(g.Value(source, vocab.Issued))
		if issued == "" {
			return true
		}
		if first == "" || issued < first {
			first = issued
		}
	}
	return first <= asOf
}
