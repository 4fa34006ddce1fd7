package queries

import (
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// overlap tells whether the dates, which may lack day and month, may be one day.
func overlap(a, b string) bool {
	return firstDay(a) <= vocab.LastDay(b) && firstDay(b) <= vocab.LastDay(a)
}

// reached tells whether the history has the level from a day of the date on.
func reached(history []Milestone, level vocab.Level, date string) bool {
	return slices.ContainsFunc(history, func(m Milestone) bool { return m.Level == level && overlap(m.Date, date) })
}

// heldLevel tells whether the project was at the level on a day of the date, at
// any time where that is empty. It was accepted from its first milestone on.
func heldLevel(history []Milestone, level vocab.Level, date string) bool {
	if level == vocab.Accepted {
		return date == "" || firstDay(history[0].Date) <= vocab.LastDay(date)
	}
	if date == "" {
		return slices.ContainsFunc(history, func(m Milestone) bool { return m.Level == level })
	}
	return levelIn(history, firstDay(date)) == level || reached(history, level, date)
}

// levelAt returns the milestone that gives the level on the day, the last one
// where day is empty, and the first one before there was any. To be accepted says
// nothing about the level, and takes none away but that of an archived project.
func levelAt(history []Milestone, day string) Milestone {
	at := history[0]
	for _, m := range history {
		if day != "" && m.day() > day {
			break
		}
		if m.Level != vocab.Accepted || at.Level == vocab.Accepted || at.Level == vocab.Archived {
			at = m
		}
	}
	return at
}

// compareHistories returns the conflicts of another history of the project with
// the one that counts, level by level.
func (h *histories) compareHistories(project graph.ID, counts, other sourceHistory) []Conflict {
	a, b := counts.milestones, other.milestones
	seen := h.rank(other.source).rank == vocab.RankObserved
	var list []Conflict
	add := func(kind ConflictKind, level vocab.Level, x, y Milestone) {
		list = append(list, h.conflict(kind, project, level, h.side(counts.source, x), h.side(other.source, y)))
	}
	for _, level := range vocab.Levels {
		x, y := unmatched(a, b, level, seen)
		for len(x) > 0 && len(y) > 0 {
			if level == vocab.Accepted || !onAcceptance(a, x[0]) || !onAcceptance(b, y[0]) { // else told of the acceptance
				add(ConflictDate, level, x[0], y[0])
			}
			x, y = x[1:], y[1:]
		}
		for _, m := range x {
			if tellsOf(b, a, m, seen) {
				add(ConflictLevel, level, m, levelAt(b, m.day()))
			}
		}
		for _, m := range y {
			if tellsOf(a, b, m, false) {
				add(ConflictLevel, level, levelAt(a, m.day()), m)
			}
		}
	}
	return list
}

// unmatched returns the milestones of the level in a and in b that the other has
// not on the same day. What was seen in a list, in b, agrees with any day before.
func unmatched(a, b []Milestone, level vocab.Level, seen bool) (x, y []Milestone) {
	ofLevel := func(m Milestone) bool { return m.Level != level }
	x, y = slices.DeleteFunc(slices.Clone(a), ofLevel), slices.DeleteFunc(slices.Clone(b), ofLevel)
	agree := func(m, n Milestone) bool { return overlap(m.Date, n.Date) || seen && firstDay(m.Date) <= n.day() }
	for i := 0; i < len(x); i++ {
		// The last that agrees is the nearest: the list shows a level late, not early.
		for j := range slices.Backward(y) {
			later := slices.ContainsFunc(x[i+1:], func(m Milestone) bool { return agree(m, y[j]) })
			if agree(x[i], y[j]) && !later {
				x, y = slices.Delete(x, i, i+1), slices.Delete(y, j, j+1)
				i--
				break
			}
		}
	}
	return x, y
}

// onAcceptance tells whether the level of m is the one at which the project was
// accepted.
func onAcceptance(history []Milestone, m Milestone) bool {
	return m.Level != vocab.Accepted && reached(history, vocab.Accepted, m.Date)
}

// tellsOf tells whether the history should have the milestone m of another one: it
// gives dates of acceptance, where m is one, or tells of the time and says there
// that the project was at another level. What a list shows of a time begins with
// the first level that was seen in it.
func tellsOf(history, other []Milestone, m Milestone, seen bool) bool {
	accepts := slices.ContainsFunc(history, func(n Milestone) bool { return n.Level == vocab.Accepted })
	switch {
	case m.Level == vocab.Accepted:
		return accepts
	case accepts && onAcceptance(other, m): // the level of the acceptance may be left unsaid
		return slices.ContainsFunc(history, func(n Milestone) bool { return onAcceptance(history, n) })
	case seen:
		return history[0].day() <= m.day()
	}
	return true
}
