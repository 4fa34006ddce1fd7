package queries

import (
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

// order returns -1 where the talk was before the date, 1 where it was not, and 0
// where that is not known.
func (r *reporter) order(talk graph.ID, date string) int {
	if d := r.dateOf(talk); d != "" && date != "" {
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

// first returns the date of the event, that of the first of the talks where the
// event is a series.
func (r *reporter) first(talks []graph.ID) string {
	if !r.whole {
		return r.began
	}
	first := ""
	for _, talk := range talks {
		if d := r.dateOf(talk); d != "" && (first == "" || firstDay(d) < firstDay(first)) {
			first = d
		}
	}
	return first
}

// laterEditions returns how many of the talks of a series were at later editions than
// the first of them.
func (r *reporter) laterEditions(talks []graph.ID) int {
	places := make([]int, 0, len(talks))
	for _, talk := range talks {
		for event := range r.g.Objects(talk, vocab.SuperEvent) {
			if place, ok := r.places[r.editionOf[event]]; ok {
				places = append(places, place)
				break
			}
		}
	}
	later := 0
	for _, place := range places {
		if place > slices.Min(places) {
			later++
		}
	}
	return later
}

// pasts are what is known of a speaker from before the talks of an event: anywhere, and
// at earlier editions; of a series at editions after the speaker's first.
type pasts struct{ all, inSeries past }

// pastsOf returns the pasts of the speaker.
func (r *reporter) pastsOf(speaker graph.ID) pasts {
	p, ok := r.pasts[speaker]
	if ok {
		return p
	}
	talks := r.speakers[speaker]
	began := r.first(talks)
	for talk := range r.g.Subjects(vocab.Performer, speaker) {
		if r.gave(talk) {
			continue
		}
		order := r.order(talk, began)
		p.all.count(order)
		if r.inSeries(talk) {
			p.inSeries.count(order)
		}
	}
	if r.whole {
		p.inSeries.earlier = r.laterEditions(talks)
	}
	r.pasts[speaker] = p
	return p
}

// reportedSpeakers returns the speakers.
func (r *reporter) reportedSpeakers(limit int) ReportedSpeakers {
	all := ReportedSpeakers{Count: len(r.speakers)}
	lists := map[Standing]map[graph.ID]bool{New: {}, Returning: {}, Unknown: {}}
	var inSeries StandingCounts
	for id := range r.speakers {
		p := r.pastsOf(id)
		lists[p.all.standing()][id] = true
		switch p.inSeries.standing() {
		case New:
			inSeries.New++
		case Returning:
			inSeries.Returning++
		case Unknown:
			inSeries.Unknown++
		}
		if len(r.employs[id]) == 0 {
			all.WithoutOrganization++
		}
	}
	section := func(s Standing) Section[ReportedSpeaker] {
		return sectionOf(ranked(r.shown, lists[s], func(id graph.ID) int { return len(r.speakers[id]) }), limit, r.speaker)
	}
	all.New, all.Returning, all.Unknown = section(New), section(Returning), section(Unknown)
	if r.series != 0 {
		all.Series = &inSeries
	}
	return all
}

// speaker returns the speaker.
func (r *reporter) speaker(id graph.ID) ReportedSpeaker {
	talks, past := r.speakers[id], r.pastsOf(id)
	s := ReportedSpeaker{
		Entity: r.shown.entity(id), Organizations: r.shown.entities(r.employs[id]), Talks: len(talks),
		EarlierTalks: past.all.earlier, Standing: past.all.standing(),
	}
	if r.series != 0 {
		s.EarlierInSeries, s.InSeries = past.inSeries.earlier, past.inSeries.standing()
	}
	var labels []graph.Label
	for _, talk := range talks {
		labels = append(labels, labelsOf(r.g, talk, vocab.Performer, id)...)
	}
	s.Evidence = r.shown.evidence(labels)
	return s
}

// organizations returns the organisations whose people spoke, those with the most
// speakers first, then those with the most talks, then in the order of their names.
func (r *reporter) organizations(limit int) Section[ReportedOrganization] {
	speakers := func(id graph.ID) int { return len(r.employed[id].speakers) }
	talks := func(id graph.ID) int { return len(r.employed[id].talks) }
	return sectionOf(ranked(r.shown, r.employed, speakers, talks), limit, func(id graph.ID) ReportedOrganization {
		return ReportedOrganization{r.shown.entity(id), speakers(id), talks(id), r.shown.evidence(r.employed[id].labels)}
	})
}
