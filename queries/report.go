package queries

import (
	"cmp"
	"context"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// EventReportOptions say what a report holds.
type EventReportOptions struct {
	Previous string // the event to compare with; "" for the previous edition
	Limit    int    // most entries of each section; 0 for all
}

// Report is the final report of an event: what was spoken about there, by
// whom, and what was not. Of a series it is the report over all its editions.
//
// Levels are those of the first day of the event, of a series those of the last
// edition that had a talk about the project. An event without a date has that of the
// event it is part of, or of its first talk; where these have none either, LevelsOn is
// null and levels are the latest known. Of a date without a day, levels are those of its
// first day, so that none is told too early.
type Report struct {
	Event    ReportedEvent `json:"event"`
	LevelsOn Text          `json:"levels_on"` // day; null for a series too

	Talks         ReportedTalks                 `json:"talks"`
	Projects      Section[ReportedProject]      `json:"projects"`  // that a talk was about, those with the most talks first
	Mentioned     Section[ReportedProject]      `json:"mentioned"` // that were only named in talks
	Levels        []LevelShare                  `json:"levels"`    // from graduated down
	Speakers      ReportedSpeakers              `json:"speakers"`
	Organizations Section[ReportedOrganization] `json:"organizations"` // those with the most speakers first
	Covered       Section[ReportedCategory]     `json:"covered"`       // categories with CNCF projects, those with the most talks first
	Missed        Section[ReportedCategory]     `json:"missed"`        // such without a talk, those with the most projects first
	Previous      *EditionComparison            `json:"previous"`      // nil where no previous edition is known
	Editions      []EditionCounts               `json:"editions"`      // of a series, those with talks, the earliest first
	Sources       Section[ReportedSource]       `json:"sources"`       // those that state the most talks first
}

// Section is a list in a report.
type Section[T any] struct {
	Count   int `json:"count"` // of all entries
	Entries []T `json:"entries"`
	Omitted int `json:"omitted"` // entries beyond the limit
}

// newSection returns the first limit entries of list, all where that is 0.
func newSection[T any](list []T, limit int) Section[T] {
	kept, omitted := limited(list, limit)
	return Section[T]{len(list), append([]T{}, kept...), omitted}
}

// sectionOf returns the section of what entry yields for each element of list, which
// is asked for the first limit of them alone.
func sectionOf[T any](list []named, limit int, entry func(graph.ID) T) Section[T] {
	kept, omitted := limited(list, limit)
	s := Section[T]{len(list), make([]T, len(kept)), omitted}
	for i, n := range kept {
		s.Entries[i] = entry(n.id)
	}
	return s
}

// ranked returns the keys of m, those first of which the counts, one after another,
// are the greatest, then in the order of their names.
func ranked[V any](shown *entityCache, m map[graph.ID]V, counts ...func(graph.ID) int) []named {
	list := make([]named, 0, len(m))
	for id := range m {
		list = append(list, named{id, shown.entity(id).Name})
	}
	slices.SortFunc(list, func(a, b named) int {
		for _, count := range counts {
			if c := cmp.Compare(count(b.id), count(a.id)); c != 0 {
				return c
			}
		}
		return cmp.Or(compareNames(a.name, b.name), cmp.Compare(a.id, b.id))
	})
	return list
}

// ReportedEvent is the event of a report.
type ReportedEvent struct {
	Entity
	IsSeries bool             `json:"is_series"`
	Series   *Entity          `json:"series"`  // nil for none
	PartOf   *Entity          `json:"part_of"` // the event that it was held within, nil for none
	Date     Text             `json:"date"`    // first day; of a series that of the first edition
	End      Text             `json:"end"`     // last day; of a series that of the last edition
	Location Text             `json:"location"`
	URL      Text             `json:"url"`
	Parts    int              `json:"parts"` // events held within it, of which talks count too
	Evidence []vocab.Evidence `json:"evidence"`
}

// ReportedTalks are the talks of an event. A talk that is about a project and
// names others counts as about one.
type ReportedTalks struct {
	Section[Talk]     // the earliest first
	About         int `json:"about"`           // that are about a known project
	Named         int `json:"named"`           // that only name one
	None          int `json:"none"`            // without a known project
	NoSpeakers    int `json:"without_speaker"` // without a known speaker
}

// EditionComparison sets an event beside an earlier one of its series.
type EditionComparison struct {
	This     EditionCounts `json:"this"`
	Previous EditionCounts `json:"previous"`
	Both     int           `json:"speakers_of_both"`
	Come     []Entity      `json:"projects_come"` // with a talk about them here and none there
	Gone     []Entity      `json:"projects_gone"` // the other way round
}

// EditionCounts are the sums of one event.
type EditionCounts struct {
	Event         Entity `json:"event"`
	Date          Text   `json:"date"`
	Talks         int    `json:"talks"`
	About         int    `json:"talks_about"` // that are about a known project
	Named         int    `json:"talks_named"` // that only name one
	Projects      int    `json:"projects"`
	Speakers      int    `json:"speakers"`
	New           int    `json:"new_speakers"`  // of whom no earlier talk is known
	NewInSeries   int    `json:"new_in_series"` // of whom no talk at an earlier edition is known
	Organizations int    `json:"organizations"`
}

// ReportedSource is a document that states talks of an event.
type ReportedSource struct {
	Entity
	Talks int `json:"talks"`
}

// EventReport returns the report of the event, or over all editions of the
// series, that is named so.
func EventReport(ctx context.Context, g *graph.Graph, event string, opts *EventReportOptions) (*Report, error) {
	o := EventReportOptions{}
	if opts != nil {
		o = *opts
	}
	kinds := &FindOptions{Kinds: []vocab.Kind{vocab.KindEvent}}
	id, err := Find(ctx, g, event, kinds)
	if err != nil {
		return nil, err
	}
	r := newReporter(g, id, nil)
	previous := graph.ID(0)
	switch {
	case o.Previous != "":
		if previous, err = Find(ctx, g, o.Previous, kinds); err != nil {
			return nil, err
		}
	case r.series != 0 && !r.whole:
		previous = previousEdition(g, r.series, r.this)
	}
	r.findEmployers()
	report := r.report(o.Limit)
	if previous != 0 {
		before := newReporter(g, previous, r)
		before.findEmployers()
		report.Previous = r.compareWith(before)
	}
	if r.whole {
		if report.Editions, err = r.editions(ctx); err != nil {
			return nil, err
		}
	}
	return report, ctx.Err()
}

// reporter writes the report of an event.
type reporter struct {
	*coverage
	*reportScope
	whole  bool // whether the event is a series
	partOf graph.ID
	this   edition
	began  string                    // date
	pasts  map[graph.ID]pasts        // of speakers, filled as they are asked for
	levels map[graph.ID]projectLevel // of projects, filled as they are asked for
}

// reportScope is what the reports of the events of one series have in common.
type reportScope struct {
	dates     *talkDates
	series    graph.ID              // 0 for none
	editionOf map[graph.ID]graph.ID // of the events of the series
	places    map[graph.ID]int      // of the editions, the earliest first
	ofSeries  []graph.ID            // the series and what is below it, in order of ID
	shown     *entityCache
	histories *histories
	cncf      map[graph.ID]bool // projects of which a level is stated
}

// newReporter returns the reporter of the event, which takes from another one, that may
// be nil, what they have in common.
func newReporter(g *graph.Graph, event graph.ID, other *reporter) *reporter {
	series, whole := seriesOf(g, event)
	r := &reporter{whole: isSeries(g, event), partOf: whole, this: newEdition(g, event), pasts: map[graph.ID]pasts{}, levels: map[graph.ID]projectLevel{}}
	if r.whole {
		series = event
	}
	if other != nil && other.series == series {
		r.reportScope = other.reportScope
	} else {
		r.reportScope = newReportScope(g, series)
	}
	r.coverage = newCoverage(g, event, r.reportScope.dates)
	r.began = r.start()
	r.this.date = r.began
	return r
}

// newReportScope returns what the reports of the events of the series have in common.
func newReportScope(g *graph.Graph, series graph.ID) *reportScope {
	s := &reportScope{
		dates: newTalkDates(g), series: series, editionOf: map[graph.ID]graph.ID{}, places: map[graph.ID]int{}, shown: newEntityCache(g),
		histories: newHistories(g), cncf: levelled(g),
	}
	if series == 0 {
		return s
	}
	for i, e := range editionsOf(g, series) {
		s.places[e.id] = i
		for _, part := range below(g, vocab.SuperEvent, e.id) {
			s.editionOf[part] = e.id
		}
	}
	s.ofSeries = below(g, vocab.SuperEvent, series)
	return s
}

// inSeries tells whether the talk was at an event of the series.
func (r *reporter) inSeries(talk graph.ID) bool {
	return some(r.g.Objects(talk, vocab.SuperEvent), func(event graph.ID) bool {
		_, found := slices.BinarySearch(r.ofSeries, event)
		return found
	})
}

// report returns the report, but for what sets editions beside each other.
func (r *reporter) report(limit int) *Report {
	report := &Report{Event: r.reportedEvent(), Editions: []EditionCounts{}}
	if !r.whole {
		report.LevelsOn = Text(r.levelDay())
	}
	report.Talks = r.reportedTalks(limit)
	talks := func(id graph.ID) int { return len(r.about[id]) }
	mentions := func(id graph.ID) int { return len(r.named[id]) }
	report.Projects = sectionOf(ranked(r.shown, r.about, talks, mentions), limit, r.project)
	report.Mentioned = sectionOf(ranked(r.shown, r.onlyNamed(), mentions), limit, r.project)
	report.Levels = r.levelShares()
	report.Speakers = r.reportedSpeakers(limit)
	report.Organizations = r.organizations(limit)
	covered, missed := r.categories()
	report.Covered, report.Missed = newSection(covered, limit), newSection(missed, limit)
	report.Sources = newSection(r.sources(), limit)
	return report
}

// levelDay returns the day on which levels are told, "" where the event has no date.
func (r *reporter) levelDay() string { return firstDay(r.began) }
