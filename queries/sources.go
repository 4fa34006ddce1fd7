package queries

import (
	"context"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// SourceList is a list of sources.
type SourceList struct {
	Sources []Source `json:"sources"`
	Omitted int      `json:"omitted"` // sources beyond the limit
}

// Source is a document that statements were read from.
type Source struct {
	ID        string `json:"id"` // its key, an IRI
	Name      string `json:"name"`
	Issued    Text   `json:"issued"`
	Language  Text   `json:"language"`
	ReadFrom  Text   `json:"read_from"`  // path that a document was read from
	Extractor Text   `json:"extractor"`  // what read it: version, catalogue
	Quads     int    `json:"quads"`      // statements that have it as evidence
	TalkCount int    `json:"talk_count"` // talks that it states
}

// Sources lists sources in the order of their keys. Project says that the source
// states something about the project, Speaker and Event alike; Since and Until
// are about the day it was issued. It takes no other field of the filter.
func Sources(ctx context.Context, g *graph.Graph, f *Filter) (*SourceList, error) {
	s, err := newSelection(ctx, g, f, vocab.KindSource, byProject, bySpeaker, byEvent, bySince, byUntil)
	if err != nil {
		return nil, err
	}
	speaking := s.sourcesAbout()
	list := &SourceList{Sources: []Source{}}
	for id := range instances(g, vocab.Document) { // IDs are in the order of keys
		if !s.lists(id) || !s.inTime(g.Value(id, vocab.Issued)) || speaking != nil && !speaking[id] {
			continue
		}
		if s.limit > 0 && len(list.Sources) == s.limit {
			list.Omitted++
			continue
		}
		list.Sources = append(list.Sources, source(g, id))
	}
	return list, nil
}

// source returns the source id.
func source(g *graph.Graph, id graph.ID) Source {
	key := g.Term(id).Value
	one := Source{
		ID: key, Name: g.Name(id), Issued: Text(g.Value(id, vocab.Issued)), Language: Text(g.Value(id, vocab.Language)),
		ReadFrom: Text(g.Value(id, vocab.ReadFrom)), Extractor: Text(g.Value(id, vocab.Extractor)),
	}
	isType := g.Predicate(vocab.Type)
	from, to := g.Range(vocab.KindTalk)
	talks := map[graph.ID]bool{}
	for st := range g.Labelled(id) {
		one.Quads++
		if st.Predicate == isType && st.Subject >= from && st.Subject < to {
			talks[st.Subject] = true
		}
	}
	one.TalkCount = len(talks)
	return one
}

// sourcesAbout returns the sources that state something about every entity that
// the filter names, nil where it names none.
func (s *selection) sourcesAbout() map[graph.ID]bool {
	var speaking map[graph.ID]bool
	topics := s.events
	for _, id := range [...]graph.ID{s.project, s.speaker} {
		if id != 0 {
			speaking = s.narrowSources(speaking, []graph.ID{id})
		}
	}
	if topics != nil {
		speaking = s.narrowSources(speaking, topics)
	}
	return speaking
}

// narrowSources returns the sources, of those given unless they are nil, that
// state something about one of the topics.
func (s *selection) narrowSources(sources map[graph.ID]bool, topics []graph.ID) map[graph.ID]bool {
	narrowed := map[graph.ID]bool{}
	add := func(l graph.Label) {
		source := s.g.Source(l)
		if sources == nil || sources[source] {
			narrowed[source] = true
		}
	}
	for _, id := range topics {
		for st := range s.g.Match(id, 0, 0) {
			add(st.Label)
		}
		for st := range s.g.Match(0, 0, id) {
			add(st.Label)
		}
	}
	return narrowed
}
