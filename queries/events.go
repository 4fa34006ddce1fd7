package queries

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// EventList is a list of events.
type EventList struct {
	Events  []Event `json:"events"`
	Omitted int     `json:"omitted"` // events beyond the limit
}

// Event is an event, such as one edition of a conference.
type Event struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	Series    Text   `json:"series"` // name of the series, or of the event it is part of
	Date      Text   `json:"date"`   // first day
	End       Text   `json:"end"`    // last day
	Location  Text   `json:"location"`
	TalkCount int    `json:"talk_count"` // of the talks that meet the filter
}

// Events lists events, the latest first, those without a date last, events of
// one day in the order of their names. Place, Since and Until are about the
// event itself, Event about what it is part of; Project, Mentions, Speaker,
// Category and Maturity about a talk at it. It takes every field of the filter.
func Events(ctx context.Context, g *graph.Graph, f *Filter) (*EventList, error) {
	s, err := newSelection(ctx, g, f, vocab.KindEvent,
		byProject, byMentions, bySpeaker, byEvent, byGroup, byMaturity, byPlace, bySince, byUntil)
	if err != nil {
		return nil, err
	}
	ofTalks := *s
	ofTalks.events, ofTalks.place, ofTalks.since, ofTalks.until = nil, nil, "", ""
	counts := ofTalks.countTalks(vocab.SuperEvent, vocab.KindEvent)
	byTalks := s.narrowed(byEvent, byPlace, bySince, byUntil)
	var found []dated
	for id := range instances(g, vocab.Event) {
		date := g.Date(id)
		if byTalks && counts.of(id) == 0 || !s.listsEvent(id, date) {
			continue
		}
		found = append(found, dated{named{id, g.Name(id)}, date})
	}
	sortDated(found)
	list := &EventList{Events: []Event{}}
	found, list.Omitted = limited(found, s.limit)
	for _, e := range found {
		list.Events = append(list.Events, event(g, e, counts.of(e.id)))
	}
	return list, nil
}

// listsEvent tells whether the event meets what the filter says of events.
func (s *selection) listsEvent(id graph.ID, date string) bool {
	if !s.lists(id) || !s.inTime(date) || !s.inPlace(id) {
		return false
	}
	_, found := slices.BinarySearch(s.events, id)
	return s.events == nil || found
}

// event returns the event e.
func event(g *graph.Graph, e dated, talks int) Event {
	_, slug := g.EntityID(e.id)
	one := Event{
		ID: slug, Name: e.name, Date: Text(e.date), End: Text(g.Value(e.id, vocab.EndDate)),
		Location: Text(g.Value(e.id, vocab.Location)), TalkCount: talks,
	}
	seriesClass, _ := g.ID(rdf.NewIRI(vocab.EventSeries))
	for above := range g.Objects(e.id, vocab.SuperEvent) {
		isSeries := g.Has(above, vocab.Type, seriesClass)
		if one.Series == "" || isSeries {
			one.Series = Text(g.Name(above))
		}
		if isSeries {
			break
		}
	}
	return one
}

// dated is an entity with its name and its date.
type dated struct {
	named
	date string
}

// sortDated orders entities by date, the latest first and those without one
// last, then by name.
func sortDated(list []dated) {
	slices.SortFunc(list, func(a, b dated) int {
		return cmp.Or(strings.Compare(b.date, a.date), compareNames(a.name, b.name), cmp.Compare(a.id, b.id))
	})
}
