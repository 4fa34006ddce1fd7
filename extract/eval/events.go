package eval

import (
	"slices"

	"github.com/cncfgraph/cncfgraph/extract"
)

// sameEvent is the similarity of names from which they are one event's.
const sameEvent = 0.8

// scoreEvent scores whether the event that the document is about was found, and
// its date. Other events are passed over: documents name many.
func (s *scorer) scoreEvent() {
	want := s.gold.Event
	if want == nil {
		return
	}
	names := append([]string{want.Name}, s.gold.EventAccept...)
	i := slices.IndexFunc(s.doc.Events, func(e extract.Event) bool {
		return slices.ContainsFunc(names, func(name string) bool { return eventNamed(name, e.Name) })
	})
	if i < 0 {
		s.Event.Missed = append(s.Event.Missed, s.finding(0, want.Name, ""))
		return
	}
	s.Event.TP++
	s.scoreDate(want, s.doc.Events[i])
}

// eventNamed tells whether two names are those of one event: similar, with the same
// numbers, which tell the editions of a series apart.
func eventNamed(want, got string) bool {
	return similarity(want, got) >= sameEvent && slices.Equal(digits(want), digits(got))
}

// scoreDate scores the date of the event found.
func (s *scorer) scoreDate(want *Event, got extract.Event) {
	date := string(got.Date)
	switch {
	case want.Date != "" && date == want.Date:
		s.Date.TP++
		return
	case want.Date != "":
		s.Date.Missed = append(s.Date.Missed, s.finding(0, want.Date, want.Name))
	case date == want.DateInferred:
		return
	}
	if date != "" {
		s.Date.Extra = append(s.Date.Extra, s.finding(got.Line, date, want.Name))
	}
}
