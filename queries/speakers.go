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
	found, omitted := s.speakers()
	list := &SpeakerList{Speakers: make([]Speaker, 0, len(found)), Omitted: omitted}
	for _, p := range found {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		list.Speakers = append(list.Speakers, speaker(g, p))
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
		found, _ := s.speakers()
		for _, p := range found {
			if err := ctx.Err(); err != nil {
				yield(Speaker{}, err)
				return
			}
			if !yield(speaker(g, p), nil) {
				return
			}
		}
	}
}

// speakerFields are the fields of the filter that speakers are listed by.
var speakerFields = []field{byProject, byMentions, byEvent, byGroup, byMaturity, byPlace, bySince, byUntil}

// speakers returns the people whom the filter leaves, in the order of the list, with
// the number of their talks, and how many are beyond its limit.
func (s *selection) speakers() (found []talliedEntity, omitted int) {
	counts := s.countTalks(vocab.Performer, vocab.KindSpeaker)
	if !s.narrowed() && s.g.Day() == "" {
		for id := range instances(s.g, vocab.Person) {
			counts.add(id, 0) // a person without a talk is listed too
		}
	}
	return limited(s.byCount(counts), s.limit)
}

// speaker returns the speaker p.
func speaker(g *graph.Graph, p talliedEntity) Speaker {
	_, slug := g.EntityID(p.id)
	one := Speaker{ID: slug, Name: p.name, Names: g.Names(p.id), Handles: []Handle{}, Organizations: []string{}, TalkCount: p.count}
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
