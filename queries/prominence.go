package queries

import (
	"strings"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// prominenceKind is the kind of the reason.
const prominenceKind = "prominence"

// Prominence says how well known a project is, whatever it is held against: people
// who are asked what a project works with name the well-known ones first. It is made
// of how many projects state a relation to it, of how many talks are about it, and
// of whether the CNCF accepted it.
const (
	namerShare, namerHalf = 0.47, 10.0 // the share of the first, and at which number it is half there
	talkShare, talkHalf   = 0.29, 100.0
	hostedShare           = 0.24
)

// prominentAlone is by how many projects one is named that is listed for its
// prominence alone.
const prominentAlone = 10

// addProminence adds how prominent those are for which something speaks, and the
// most prominent of the others. It counts what the prominence is made of.
func (s *relatedScorer) addProminence() {
	for i, place := range s.places {
		q := s.from + graph.ID(i) //nolint:gosec // within the range of projects
		if place != 0 || len(s.declared.of(q)) >= prominentAlone && s.declared.namers(q) >= prominentAlone {
			s.add(q, s.prominence(q), q)
		}
	}
	for place, q := range s.found {
		count := s.declared.namers(q) + s.about.countSubjects(q)
		if s.acceptance(q) != 0 {
			count++
		}
		s.sums[place*len(s.parts)+s.part].count = count
	}
}

// prominence returns from 0 to nearly 1.
func (s *relatedScorer) prominence(q graph.ID) float64 {
	known := &s.prominences[q-s.declared.from]
	if *known == 0 {
		namers, talks := float64(s.declared.namers(q)), float64(s.about.countSubjects(q))
		*known = namerShare*namers/(namers+namerHalf) + talkShare*talks/(talks+talkHalf)
		if s.acceptance(q) != 0 {
			*known += hostedShare
		}
	}
	return *known
}

// acceptance returns the label of the statement that the CNCF accepted the project,
// 0 for one that it did not.
func (s *relatedScorer) acceptance(q graph.ID) graph.Label {
	if s.accepted == nil {
		s.accepted = make([]graph.Label, len(s.declared.marks))
		for st := range s.g.Statements(0, vocab.Accepted.Predicate(), 0) {
			if s.declared.has(st.Subject) && s.accepted[st.Subject-s.declared.from] == 0 {
				s.accepted[st.Subject-s.declared.from] = st.Label
			}
		}
	}
	return s.accepted[q-s.declared.from]
}

// prominenceText gives the prominence of q in words.
func prominenceText(s *relatedScorer, q graph.ID, _ int) string {
	var facts []string
	if n := s.declared.namers(q); n > 0 {
		facts = append(facts, "named by "+counted(n, "project"))
	}
	if n := s.about.countSubjects(q); n > 0 {
		facts = append(facts, counted(n, "talk"))
	}
	if s.acceptance(q) != 0 {
		facts = append(facts, "CNCF")
	}
	return "prominence (" + strings.Join(facts, ", ") + ")"
}

// prominenceLabels appends the labels of what makes q prominent: that it was
// accepted, the relations that others state to it, talks about it.
func prominenceLabels(s *relatedScorer, to []graph.Label, q, _ graph.ID) []graph.Label {
	if l := s.acceptance(q); l != 0 {
		to = append(to, l)
	}
	for _, e := range s.declared.of(q) {
		if !e.isObject {
			to = append(to, e.label)
		}
	}
	if !s.hasRoom(to) {
		return to
	}
	s.ids = s.about.subjects(s.ids[:0], q)
	for _, talk := range s.ids {
		if !s.hasRoom(to) {
			break
		}
		to = appendLabels(to, s.g, talk, vocab.About, q)
	}
	return to
}
