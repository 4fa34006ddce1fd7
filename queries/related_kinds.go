package queries

import (
	"fmt"
	"math"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// talkNamings yields what is about the project or mentions it and is a talk in the
// time asked for: each with one over the number of projects that it is about, half
// of that where it only mentions the project.
func (s *relatedScorer) talkNamings(yield func(talk graph.ID, isAbout bool, x float64)) {
	for _, n := range s.namings {
		if s.g.Kind(n.id) == vocab.KindTalk && s.inTime(n.id) {
			yield(n.id, n.weight == aboutWeight, n.weight/s.topics(n.id))
		}
	}
}

// topics returns how many projects the talk is about, 1 for none.
func (s *relatedScorer) topics(talk graph.ID) float64 {
	return float64(max(1, s.about.countObjects(talk)))
}

// relatedTalks yields each talk about a project that the project has relations with
// and not naming the project itself.
func (s *relatedScorer) relatedTalks(yield func(talk graph.ID, q weighted)) {
	for _, q := range s.declared.strengths(s.project) {
		for talk := range s.g.Subjects(vocab.About, q.id) {
			if !s.isNaming(talk) && s.inTime(talk) {
				yield(talk, q)
			}
		}
	}
}

func (s *relatedScorer) addTalksAbout() {
	s.talkNamings(func(talk graph.ID, isAbout bool, x float64) {
		if isAbout {
			s.add(talk, x, s.project)
		}
	})
}

func (s *relatedScorer) addTalksMentioning() {
	s.talkNamings(func(talk graph.ID, isAbout bool, x float64) {
		if !isAbout {
			s.add(talk, x, s.project)
		}
	})
}

// addTalksOfRelated counts the projects that the project has relations with and the
// talk is about, less those that very many talks are about.
func (s *relatedScorer) addTalksOfRelated() {
	for _, q := range s.declared.strengths(s.project) {
		for talk := range s.g.Subjects(vocab.About, q.id) {
			if s.inTime(talk) {
				s.add(talk, q.weight*s.rarity(q.id)/s.topics(talk), q.id)
			}
		}
	}
}

// addTalksOfSpeakers counts, of the talks so far, the speakers who gave another talk
// about the project.
func (s *relatedScorer) addTalksOfSpeakers() {
	talks := map[graph.ID]int{} // about the project, by speaker
	s.talkNamings(func(talk graph.ID, isAbout bool, _ float64) {
		for speaker := range s.g.Objects(talk, vocab.Performer) {
			if isAbout {
				talks[speaker]++
			}
		}
	})
	for _, talk := range s.found[:len(s.found):len(s.found)] {
		isAbout := s.g.Has(talk, vocab.About, s.project)
		for speaker := range s.g.Objects(talk, vocab.Performer) {
			if n := talks[speaker]; n > 1 || n == 1 && !isAbout {
				s.add(talk, 1, speaker)
			}
		}
	}
}

// addSpeakersOfTalks counts the talks that name the project.
func (s *relatedScorer) addSpeakersOfTalks() {
	s.talkNamings(func(talk graph.ID, _ bool, x float64) {
		for speaker := range s.g.Objects(talk, vocab.Performer) {
			s.add(speaker, x, talk)
		}
	})
}

func (s *relatedScorer) addMaintainersOf() {
	for person := range s.g.Objects(s.project, vocab.Maintainer) {
		s.add(person, 1, s.project)
	}
}

// addSpeakersOfRelated counts the talks about projects that the project has
// relations with, less those that very many talks are about.
func (s *relatedScorer) addSpeakersOfRelated() {
	s.relatedTalks(func(talk graph.ID, q weighted) {
		for speaker := range s.g.Objects(talk, vocab.Performer) {
			s.add(speaker, q.weight*s.rarity(q.id)/s.topics(talk), talk)
		}
	})
}

// addEvents counts the talks at the event that name the project.
func (s *relatedScorer) addEvents() {
	s.talkNamings(func(talk graph.ID, _ bool, x float64) {
		for event := range s.g.Objects(talk, vocab.SuperEvent) {
			s.add(event, x, talk)
		}
	})
}

// addEventShares adds which part of the talks at the event are about the project.
func (s *relatedScorer) addEventShares() {
	s.talkNamings(func(talk graph.ID, isAbout bool, _ float64) {
		for event := range s.g.Objects(talk, vocab.SuperEvent) {
			if isAbout {
				s.add(event, 1/float64(s.talksAt(event)), talk)
			}
		}
	})
}

// talksAt returns how many talks were at the event.
func (s *relatedScorer) talksAt(event graph.ID) int {
	at := newLinked(s.g, vocab.SuperEvent)
	return at.countSubjects(event)
}

func shareText(s *relatedScorer, event graph.ID, n int) string {
	return fmt.Sprintf("%.0f %% of its talks", math.Ceil(100*float64(n)/float64(s.talksAt(event))))
}

// addOwnCategories adds the categories that the project is in: 1 for the one that says
// the most, less for others.
func (s *relatedScorer) addOwnCategories() {
	most := 0.0
	for _, c := range s.categories() {
		most = max(most, c.weight)
	}
	for _, c := range s.categories() {
		if most > 0 {
			s.add(c.id, c.weight/most, s.project)
		}
	}
}

// addCategoriesOfRelated counts the projects of the category that the project has
// relations with.
func (s *relatedScorer) addCategoriesOfRelated() {
	for _, q := range s.declared.strengths(s.project) {
		for c := range s.g.Objects(q.id, vocab.Subject) {
			s.add(c, q.weight, q.id)
		}
	}
}

// addCategoriesOfTalks counts the talks that name the project and another one of the
// category.
func (s *relatedScorer) addCategoriesOfTalks() {
	s.talkNamings(func(talk graph.ID, _ bool, x float64) {
		seen := map[graph.ID]bool{}
		for _, q := range s.namedBy(talk) {
			if q.id == s.project {
				continue
			}
			for c := range s.g.Objects(q.id, vocab.Subject) {
				if !seen[c] {
					seen[c] = true
					s.add(c, x*s.rarity(q.id), talk)
				}
			}
		}
	})
}

// namedLabels are for a talk that names the project, whatever it is related by.
func namedLabels(s *relatedScorer, to []graph.Label, id, via graph.ID) []graph.Label {
	talk := id
	if s.kind != vocab.KindTalk {
		talk = via
	}
	return s.appendNaming(to, talk, s.project)
}

// aboutRelatedLabels are for a talk about a project that the project has relations
// with.
func aboutRelatedLabels(s *relatedScorer, to []graph.Label, talk, q graph.ID) []graph.Label {
	return s.declared.appendBetween(appendLabels(to, s.g, talk, vocab.About, q), s.project, q)
}

func performerLabels(s *relatedScorer, to []graph.Label, talk, speaker graph.ID) []graph.Label {
	return appendLabels(to, s.g, talk, vocab.Performer, speaker)
}

// spokenLabels are for the speaker of a talk about the project, or about those that
// it has relations with.
func spokenLabels(s *relatedScorer, to []graph.Label, speaker, talk graph.ID) []graph.Label {
	return s.appendTopic(appendLabels(to, s.g, talk, vocab.Performer, speaker), talk)
}

// heldLabels are for the event at which a talk was.
func heldLabels(s *relatedScorer, to []graph.Label, event, talk graph.ID) []graph.Label {
	return s.appendTopic(appendLabels(to, s.g, talk, vocab.SuperEvent, event), talk)
}

// appendTopic appends the labels by which the talk names the project, or else tells
// what it is about.
func (s *relatedScorer) appendTopic(to []graph.Label, talk graph.ID) []graph.Label {
	if s.isNaming(talk) {
		return s.appendNaming(to, talk, s.project)
	}
	return appendLabels(to, s.g, talk, vocab.About, 0)
}

func maintainerLabels(s *relatedScorer, to []graph.Label, person, _ graph.ID) []graph.Label {
	return appendLabels(to, s.g, s.project, vocab.Maintainer, person)
}

// memberLabels are for the category of the project, or of one that the project has
// relations with.
func memberLabels(s *relatedScorer, to []graph.Label, category, q graph.ID) []graph.Label {
	to = appendLabels(to, s.g, q, vocab.Subject, category)
	if q != s.project {
		to = s.declared.appendBetween(to, s.project, q)
	}
	return to
}
