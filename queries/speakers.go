package queries

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// SpeakerList is a list of speakers.
type SpeakerList struct {
	Speakers []Speaker `json:"speakers"`
	Omitted  int       `json:"omitted"` // speakers beyond the limit
}

// Speaker is a person who gave a talk.
type Speaker struct {
	ID            string   `json:"id"`
	Name          string   `json:"name"`
	Names         []string `json:"names"` // every name, in every script
	Handles       []Handle `json:"handles"`
	Organizations []string `json:"organizations"` // that the speaker works or worked for
	TalkCount     int      `json:"talk_count"`    // of the talks that meet the filter
}

// Handle is a name on a platform.
type Handle struct {
	Platform Text   `json:"platform"` // null where it is not known
	Handle   string `json:"handle"`
}

// Speakers lists speakers, those with the most talks first, then in the order
// of their names. It takes every field of the filter but Speaker.
func Speakers(ctx context.Context, g *graph.Graph, f *Filter) (*SpeakerList, error) {
	s, err := newSelection(ctx, g, f, vocab.KindSpeaker, speakerFields...)
	if err != nil {
		return nil, err
	}
	found, counts, omitted := s.speakers()
	list := &SpeakerList{Speakers: make([]Speaker, 0, len(found)), Omitted: omitted}
	for _, p := range found {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		list.Speakers = append(list.Speakers, speaker(g, p, counts[p.id]))
	}
	return list, nil
}

// SpeakersSeq yields the speakers of [Speakers] one by one, for lists that are long:
// each is looked up when it is asked for. An error is the last that it yields.
func SpeakersSeq(ctx context.Context, g *graph.Graph, f *Filter) iter.Seq2[Speaker, error] {
	return func(yield func(Speaker, error) bool) {
		s, err := newSelection(ctx, g, f, vocab.KindSpeaker, speakerFields...)
		if err != nil {
			yield(Speaker{}, err)
			return
		}
		found, counts, _ := s.speakers()
		for _, p := range found {
			if err := ctx.Err(); err != nil {
				yield(Speaker{}, err)
				return
			}
			if !yield(speaker(g, p, counts[p.id]), nil) {
				return
			}
		}
	}
}

// speakerFields are the fields of the filter that speakers are listed by.
var speakerFields = []field{byProject, byMentions, byEvent, byGroup, byMaturity, byPlace, bySince, byUntil}

// speakers returns the people whom the filter leaves, in the order of the list, with
// the number of their talks, and how many are beyond its limit.
func (s *selection) speakers() (found []named, counts map[graph.ID]int, omitted int) {
	counts = s.countTalks(vocab.Performer)
	if !s.narrowed() && s.g.Day() == "" {
		for id := range instances(s.g, vocab.Person) {
			counts[id] += 0 // a person without a talk is listed too
		}
	}
	found, omitted = limited(s.byCount(counts, vocab.KindSpeaker), s.limit)
	return found, counts, omitted
}

// speaker returns the speaker p.
func speaker(g *graph.Graph, p named, talks int) Speaker {
	_, slug := g.EntityID(p.id)
	one := Speaker{ID: slug, Name: p.name, Names: g.Names(p.id), Handles: []Handle{}, Organizations: []string{}, TalkCount: talks}
	profile, nick, affiliation := g.Predicate(vocab.Profile), g.Predicate(vocab.Nick), g.Predicate(vocab.Affiliation)
	last := graph.Statement{}
	for s := range g.Match(p.id, 0, 0) { // once for all, as there are few
		if s.Predicate == last.Predicate && s.Object == last.Object {
			continue // by another label
		}
		switch last = s; s.Predicate {
		case profile:
			if platform, name, ok := vocab.Handle(g.Term(s.Object).Value); ok {
				one.Handles = append(one.Handles, Handle{Text(platform), name})
			}
		case nick:
			one.Handles = append(one.Handles, Handle{"", g.Term(s.Object).Value})
		case affiliation:
			one.Organizations = append(one.Organizations, g.Name(s.Object))
		}
	}
	slices.SortFunc(one.Handles, func(a, b Handle) int {
		return cmp.Or(strings.Compare(string(a.Platform), string(b.Platform)), strings.Compare(a.Handle, b.Handle))
	})
	slices.SortFunc(one.Organizations, compareNames)
	return one
}

// countTalks returns, for each object of a statement with the predicate about a
// talk that meets the filter, how many such talks there are.
func (s *selection) countTalks(predicate string) map[graph.ID]int {
	counts := map[graph.ID]int{}
	for _, talk := range s.talks() {
		for id := range s.g.Objects(talk, predicate) {
			counts[id]++
		}
	}
	return counts
}

// byCount returns the entities of the kind that the filter's names leave in,
// those with the greatest count first, then in the order of their names.
func (s *selection) byCount(counts map[graph.ID]int, kind vocab.Kind) []named {
	var list []named
	for id := range counts {
		if s.g.Kind(id) == kind && s.lists(id) {
			list = append(list, named{id, s.g.Name(id)})
		}
	}
	slices.SortFunc(list, func(a, b named) int {
		if order := cmp.Compare(counts[b.id], counts[a.id]); order != 0 {
			return order
		}
		return cmp.Or(compareNames(a.name, b.name), cmp.Compare(a.id, b.id))
	})
	return list
}
