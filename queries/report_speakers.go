package queries

import (
	"cmp"
	"encoding/json"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Standing tells whether somebody or something was there before. JSON has it as
// null where there is nothing to have been at before.
type Standing string

// The standings.
const (
	New       Standing = "new"       // nothing earlier is known
	Returning Standing = "returning" // something earlier is known
	Unknown   Standing = "unknown"   // nothing earlier is known, but something of which the date is not
)

// MarshalJSON returns s as a JSON string, null where s is empty.
func (s Standing) MarshalJSON() ([]byte, error) { return json.Marshal(Text(s)) }

// ReportedSpeakers are the speakers of an event, by whether the graph knows an
// earlier talk of theirs: a talk that ended before the first day of the event. The
// first talk of a speaker in a series takes the place of that day in the report of
// the series. Each list has those with the most talks first.
type ReportedSpeakers struct {
	Count               int                      `json:"count"`
	New                 Section[ReportedSpeaker] `json:"new"`
	Returning           Section[ReportedSpeaker] `json:"returning"`
	Unknown             Section[ReportedSpeaker] `json:"unknown"`              // no earlier talk is known, but one without a date
	Series              *StandingCounts          `json:"in_series"`            // nil where the event is in no series
	WithoutOrganization int                      `json:"without_organization"` // of whom no organisation is stated beside a talk
}

// StandingCounts are the numbers of speakers by their standing in the series: of an
// event, whether they spoke at an earlier edition; of a series, whether they spoke
// at more than one.
type StandingCounts struct {
	New       int `json:"new"`
	Returning int `json:"returning"`
	Unknown   int `json:"unknown"`
}

// ReportedSpeaker is a speaker of an event.
type ReportedSpeaker struct {
	Entity
	Organizations   []Entity         `json:"organizations"` // as stated beside the talks
	Talks           int              `json:"talks"`
	EarlierTalks    int              `json:"earlier_talks"`     // before the event, anywhere
	EarlierInSeries int              `json:"earlier_in_series"` // of these at earlier editions; of a series, talks after the first edition
	Standing        Standing         `json:"standing"`
	InSeries        Standing         `json:"in_series"`
	Evidence        []vocab.Evidence `json:"evidence"` // that the speaker gave the talks
}

// ReportedOrganization is an organisation whose people spoke at an event.
type ReportedOrganization struct {
	Entity
	Speakers int              `json:"speakers"`
	Talks    int              `json:"talks"`
	Evidence []vocab.Evidence `json:"evidence"` // that the speakers work for it, stated beside their talks
}

// past counts what else is known of somebody or something.
type past struct{ earlier, undated int }

// count counts what was in the order given: -1 for earlier, 0 for not known.
func (p *past) count(order int) {
	switch {
	case order < 0:
		p.earlier++
	case order == 0:
		p.undated++
	}
}

// standing returns what the past comes to.
func (p past) standing() Standing {
	switch {
	case p.earlier > 0:
		return Returning
	case p.undated > 0:
		return Unknown
	}
	return New
}

// gave tells whether the talk is one of the event.
func (r *reporter) gave(talk graph.ID) bool {
	_, found := slices.BinarySearch(r.talks, talk)
	return found
}

// inSeries tells whether the talk was at an edition of the event's series.
func (r *reporter) inSeries(talk graph.ID) bool {
	return some(r.g.Objects(talk, vocab.SuperEvent), func(event graph.ID) bool { return event == r.series || r.editionOf[event] != 0 })
}

// order returns -1 where the talk was before the date, 1 where it was not, and 0
// where that is not known.
func (r *reporter) order(talk graph.ID, date string) int {
	if d := r.date(talk); d != "" && date != "" {
		switch {
		case earlier(d, date):
			return -1
		case firstDay(d) >= vocab.LastDay(date):
			return 1
		}
		return 0
	}
	for event := range r.g.Objects(talk, vocab.SuperEvent) {
		if c := newEdition(r.g, event).compare(r.this); c != 0 {
			return c
		}
	}
	return 0
}

// past returns what is known of the speaker from before the talks of the event.
func (r *reporter) past(speaker graph.ID, talks []graph.ID) past {
	var p past
	began := r.first(talks)
	for talk := range r.g.Subjects(vocab.Performer, speaker) {
		if !r.gave(talk) {
			p.count(r.order(talk, began))
		}
	}
	return p
}

// first returns the date of the event, that of the first of the talks where the
// event is a series.
func (r *reporter) first(talks []graph.ID) string {
	if !r.whole {
		return r.began
	}
	first := ""
	for _, talk := range talks {
		if d := r.date(talk); d != "" && (first == "" || firstDay(d) < firstDay(first)) {
			first = d
		}
	}
	return first
}

// pastInSeries returns what is known of the speaker at earlier editions, of a series
// at editions after the first of the speaker.
func (r *reporter) pastInSeries(speaker graph.ID, talks []graph.ID) past {
	var p past
	if r.whole {
		editions := map[graph.ID]int{}
		for _, talk := range talks {
			for event := range r.g.Objects(talk, vocab.SuperEvent) {
				editions[r.editionOf[event]]++
			}
		}
		if len(editions) > 1 {
			p.earlier = len(talks) - r.atFirst(talks)
		}
		return p
	}
	for talk := range r.g.Subjects(vocab.Performer, speaker) {
		if !r.gave(talk) && r.inSeries(talk) {
			p.count(r.order(talk, r.began))
		}
	}
	return p
}

// atFirst returns how many of the talks were at the edition of the first of them.
func (r *reporter) atFirst(talks []graph.ID) int {
	first, n := r.first(talks), 0
	for _, talk := range talks {
		if r.date(talk) == first {
			n++
		}
	}
	return n
}

// reportedSpeakers returns the speakers.
func (r *reporter) reportedSpeakers(limit int) ReportedSpeakers {
	all := ReportedSpeakers{Count: len(r.speakers)}
	lists := map[Standing][]ReportedSpeaker{}
	var inSeries StandingCounts
	for id, talks := range r.speakers {
		s := r.reportedSpeaker(id, talks)
		lists[s.Standing] = append(lists[s.Standing], s)
		switch s.InSeries {
		case New:
			inSeries.New++
		case Returning:
			inSeries.Returning++
		case Unknown:
			inSeries.Unknown++
		}
		if len(s.Organizations) == 0 {
			all.WithoutOrganization++
		}
	}
	for _, list := range lists {
		slices.SortFunc(list, func(a, b ReportedSpeaker) int {
			return cmp.Or(cmp.Compare(b.Talks, a.Talks), compareEntities(a.Entity, b.Entity))
		})
	}
	all.New, all.Returning, all.Unknown = newSection(lists[New], limit), newSection(lists[Returning], limit), newSection(lists[Unknown], limit)
	if r.series != 0 {
		all.Series = &inSeries
	}
	return all
}

// reportedSpeaker returns the speaker who gave the talks.
func (r *reporter) reportedSpeaker(id graph.ID, talks []graph.ID) ReportedSpeaker {
	past := r.past(id, talks)
	s := ReportedSpeaker{
		Entity: entity(r.g, id), Organizations: entities(r.g, r.employs[id]), Talks: len(talks),
		EarlierTalks: past.earlier, Standing: past.standing(),
	}
	if r.series != 0 {
		past := r.pastInSeries(id, talks)
		s.EarlierInSeries, s.InSeries = past.earlier, past.standing()
	}
	var labels []graph.Label
	for _, talk := range talks {
		labels = append(labels, labelsOf(r.g, talk, vocab.Performer, id)...)
	}
	s.Evidence = evidenceOf(r.g, labels)
	return s
}

// organizations returns the organisations whose people spoke, those with the most
// speakers first, then those with the most talks, then in the order of their names.
func (r *reporter) organizations() []ReportedOrganization {
	list := make([]ReportedOrganization, 0, len(r.employed))
	for id, e := range r.employed {
		list = append(list, ReportedOrganization{entity(r.g, id), len(e.speakers), len(e.talks), evidenceOf(r.g, e.labels)})
	}
	slices.SortFunc(list, func(a, b ReportedOrganization) int {
		return cmp.Or(cmp.Compare(b.Speakers, a.Speakers), cmp.Compare(b.Talks, a.Talks), compareEntities(a.Entity, b.Entity))
	})
	return list
}
