package queries

import (
	"context"
	"iter"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// TalkList is a list of talks.
type TalkList struct {
	Talks   []Talk `json:"talks"`
	Omitted int    `json:"omitted"` // talks beyond the limit
}

// Talk is a talk.
type Talk struct {
	ID       string           `json:"id"`
	Title    string           `json:"title"`
	Event    *Entity          `json:"event"` // nil where none is stated
	Date     Text             `json:"date"`  // of the talk, else of the event
	Speakers []Entity         `json:"speakers"`
	Projects []Entity         `json:"projects"` // that it is about
	Mentions []Entity         `json:"mentions"` // other projects named in it
	Slides   Text             `json:"slides"`
	Video    Text             `json:"video"`
	Evidence []vocab.Evidence `json:"evidence"` // where sources state the talk
}

// Talks lists talks, the latest first, those without a date last, talks of one
// day in the order of their titles. It takes every field of the filter.
func Talks(ctx context.Context, g *graph.Graph, f *Filter) (*TalkList, error) {
	s, err := newSelection(ctx, g, f, vocab.KindTalk, talkFields...)
	if err != nil {
		return nil, err
	}
	found, omitted := s.datedTalks()
	list := &TalkList{Talks: make([]Talk, 0, len(found)), Omitted: omitted}
	shown := newEntityCache(g)
	for _, t := range found {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		list.Talks = append(list.Talks, shown.talk(t))
	}
	return list, nil
}

// TalksSeq yields the talks of [Talks] one by one, for lists that are long: each is
// looked up when it is asked for. An error is the last that it yields.
func TalksSeq(ctx context.Context, g *graph.Graph, f *Filter) iter.Seq2[Talk, error] {
	return func(yield func(Talk, error) bool) {
		s, err := newSelection(ctx, g, f, vocab.KindTalk, talkFields...)
		if err != nil {
			yield(Talk{}, err)
			return
		}
		found, _ := s.datedTalks()
		shown := newEntityCache(g)
		for _, t := range found {
			if err := ctx.Err(); err != nil {
				yield(Talk{}, err)
				return
			}
			if !yield(shown.talk(t), nil) {
				return
			}
		}
	}
}

// talkFields are the fields of the filter that talks are listed by.
var talkFields = []field{byProject, byMentions, bySpeaker, byEvent, byGroup, byMaturity, byPlace, bySince, byUntil}

// datedTalks returns the talks that the filter leaves, in the order of the list, and
// how many are beyond its limit.
func (s *selection) datedTalks() (found []dated, omitted int) {
	terms := newTermCache(s.g)
	for _, id := range s.talks() {
		if s.lists(id) {
			found = append(found, dated{named{id, s.g.Name(id)}, terms.date(id)})
		}
	}
	sortDated(found)
	return limited(found, s.limit)
}

// talk returns the talk d.
func (c *entityCache) talk(d dated) Talk {
	g := c.g
	_, slug := g.EntityID(d.id)
	t := Talk{
		ID: slug, Title: d.name, Date: Text(d.date), Speakers: c.entities(g.AppendObjects(nil, d.id, vocab.Performer)),
		Slides: Text(g.Value(d.id, vocab.WorkFeatured)), Video: Text(g.Value(d.id, vocab.RecordedIn)),
		Evidence: c.evidence(typeLabels(g, d.id)),
	}
	about := g.AppendObjects(nil, d.id, vocab.About)
	mentions := g.AppendObjects(nil, d.id, vocab.Mentions)
	t.Mentions = c.entities(slices.DeleteFunc(mentions, func(p graph.ID) bool { return slices.Contains(about, p) }))
	t.Projects = c.entities(about)
	if event := eventOf(g, d.id); event != 0 {
		e := c.entity(event)
		t.Event = &e
	}
	return t
}

// eventOf returns the event of the talk, 0 for none; of several the one with a
// date, of those the first by ID.
func eventOf(g *graph.Graph, talk graph.ID) graph.ID {
	var first graph.ID
	for event := range g.Objects(talk, vocab.SuperEvent) {
		if some(g.Objects(event, vocab.StartDate), isAny) {
			return event
		}
		if first == 0 {
			first = event
		}
	}
	return first
}

// typeLabels returns the labels of the statements that say what id is.
func typeLabels(g *graph.Graph, id graph.ID) []graph.Label {
	return labelsOf(g, id, vocab.Type, 0)
}

// typeEvidence returns where sources state that there is the entity.
func typeEvidence(g *graph.Graph, id graph.ID) []vocab.Evidence {
	return evidenceOf(g, typeLabels(g, id))
}

// talks returns the talks that meet the filter, its names apart, in order of ID.
func (s *selection) talks() []graph.ID {
	var list []graph.ID
	for id := range s.candidates() {
		if s.g.Kind(id) == vocab.KindTalk && s.selects(id) {
			list = append(list, id)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// candidates yields talks among which are all that meet the filter, by the
// field that leaves the fewest.
func (s *selection) candidates() iter.Seq[graph.ID] {
	g := s.g
	switch {
	case s.speaker != 0:
		return g.Subjects(vocab.Performer, s.speaker)
	case s.project != 0:
		return g.Subjects(vocab.About, s.project)
	case s.mentions != 0:
		return func(yield func(graph.ID) bool) {
			for _, predicate := range [...]string{vocab.About, vocab.Mentions} {
				for id := range g.Subjects(predicate, s.mentions) {
					if !yield(id) {
						return
					}
				}
			}
		}
	case s.events != nil:
		return func(yield func(graph.ID) bool) {
			for _, event := range s.events {
				for id := range g.Subjects(vocab.SuperEvent, event) {
					if !yield(id) {
						return
					}
				}
			}
		}
	}
	return instances(g, vocab.Talk)
}

// selects tells whether the talk meets the filter, its names apart.
func (s *selection) selects(talk graph.ID) bool {
	g := s.g
	if s.project != 0 && !g.Has(talk, vocab.About, s.project) ||
		s.mentions != 0 && !g.Has(talk, vocab.About, s.mentions) && !g.Has(talk, vocab.Mentions, s.mentions) ||
		s.speaker != 0 && !g.Has(talk, vocab.Performer, s.speaker) {
		return false
	}
	isEvent := func(event graph.ID) bool { _, found := slices.BinarySearch(s.events, event); return found }
	if s.events != nil && !some(g.Objects(talk, vocab.SuperEvent), isEvent) {
		return false
	}
	if !s.inPlace(talk) {
		return false
	}
	if s.since == "" && s.until == "" && s.categories == nil && len(s.levels) == 0 {
		return true
	}
	date := g.Date(talk)
	if !s.inTime(date) {
		return false
	}
	if s.categories == nil && len(s.levels) == 0 {
		return true
	}
	return some(g.Objects(talk, vocab.About), func(p graph.ID) bool {
		return s.inCategory(p) && s.atLevel(p, vocab.LastDay(date))
	})
}

// some tells whether the condition holds for one of ids.
func some(ids iter.Seq[graph.ID], condition func(graph.ID) bool) bool {
	for id := range ids {
		if condition(id) {
			return true
		}
	}
	return false
}
