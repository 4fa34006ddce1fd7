package queries

import (
	"cmp"
	"math"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// addRelations counts each declared relation once, in whichever direction.
func (s *relatedScorer) addRelations() {
	for _, r := range relationStrengths {
		for q := range s.g.Objects(s.project, r.Predicate) {
			s.add(q, byRelation, r.strength, 0)
		}
		for q := range s.g.Subjects(r.Predicate, s.project) {
			s.add(q, byRelation, r.strength, 0)
		}
	}
}

// addTalks counts the talks that are about, or mention, both projects.
func (s *relatedScorer) addTalks() {
	s.talks = s.namedIn(s.project, vocab.KindTalk)
	for _, talk := range s.talks {
		projects := s.namedBy(talk.id)
		for _, q := range projects {
			s.add(q.id, byTalks, talk.weight*q.weight/float64(max(1, len(projects)-1))*s.rarity(q.id), talk.id)
		}
	}
}

// Weights of a project in a talk, and in a source.
const (
	aboutWeight   = 1
	mentionWeight = 0.5
)

// namedIn returns the entities of the kind that are about the project or mention
// it, in order of ID.
func (s *relatedScorer) namedIn(project graph.ID, kind vocab.Kind) []weighted {
	var list []weighted
	for id := range s.g.Subjects(vocab.About, project) {
		list = append(list, weighted{id, aboutWeight})
	}
	for id := range s.g.Subjects(vocab.Mentions, project) {
		list = append(list, weighted{id, mentionWeight})
	}
	list = strongest(list)
	return slices.DeleteFunc(list, func(w weighted) bool { return s.g.Kind(w.id) != kind })
}

// namedBy returns the projects that the talk or source is about or mentions, in
// order of ID. The slice is good until the next call.
func (s *relatedScorer) namedBy(id graph.ID) []weighted {
	list := s.projects[:0]
	for q := range s.g.Objects(id, vocab.About) {
		list = append(list, weighted{q, aboutWeight})
	}
	for q := range s.g.Objects(id, vocab.Mentions) {
		list = append(list, weighted{q, mentionWeight})
	}
	s.projects = strongest(list)
	return s.projects
}

// strongest orders list by ID and keeps the greatest weight of each.
func strongest(list []weighted) []weighted {
	slices.SortFunc(list, func(a, b weighted) int {
		return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(b.weight, a.weight))
	})
	return slices.CompactFunc(list, func(a, b weighted) bool { return a.id == b.id })
}

// rarity returns near 1 for a project that is in few talks, near 0 for one that
// is in all of them.
func (s *relatedScorer) rarity(q graph.ID) float64 {
	if s.talkLog == 0 {
		return 1
	}
	named := 0
	for _, predicate := range [...]string{vocab.About, vocab.Mentions} {
		if p := s.g.Predicate(predicate); p != 0 {
			named += s.g.Count(0, p, q)
		}
	}
	return max(0, 1-math.Log(1+float64(named))/(s.talkLog+1))
}

// addCategories counts the categories that both projects are in.
func (s *relatedScorer) addCategories() {
	all := math.Log(float64(countInstances(s.g, vocab.Project)))
	for category := range s.g.Objects(s.project, vocab.Subject) {
		members := slices.Collect(s.g.Subjects(vocab.Subject, category))
		narrowness := 1.0
		if all > 0 {
			narrowness = max(0, 1-math.Log(float64(len(members)))/all)
		}
		for _, q := range members {
			s.add(q, byCategory, narrowness*s.prominence(q), category)
		}
	}
}

// prominence returns from 0.5, for a project that no statement has as its
// object, up to nearly 1.
func (s *relatedScorer) prominence(q graph.ID) float64 {
	return 1 - 1/(2+math.Log2(1+float64(s.g.Count(0, 0, q))))
}

// addSpeakers counts the speakers who spoke about one project in one talk and
// about the other in another.
func (s *relatedScorer) addSpeakers() {
	for _, speaker := range s.speakers() {
		others := s.spokenOf(speaker)
		for _, q := range others {
			s.add(q, bySpeakers, s.rarity(q)/float64(len(others)), speaker)
		}
	}
}

// speakers returns those who spoke about the project, in order of ID.
func (s *relatedScorer) speakers() []graph.ID {
	var list []graph.ID
	for _, talk := range s.talks {
		if talk.weight == aboutWeight {
			list = slices.AppendSeq(list, s.g.Objects(talk.id, vocab.Performer))
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// spokenOf returns what the speaker spoke about in talks without the project,
// in order of ID.
func (s *relatedScorer) spokenOf(speaker graph.ID) []graph.ID {
	var list []graph.ID
	for talk := range s.g.Subjects(vocab.Performer, speaker) {
		if !s.isShared(talk) {
			list = slices.AppendSeq(list, s.g.Objects(talk, vocab.About))
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// isShared tells whether the talk names the project.
func (s *relatedScorer) isShared(talk graph.ID) bool {
	_, found := slices.BinarySearchFunc(s.talks, talk, func(w weighted, id graph.ID) int { return cmp.Compare(w.id, id) })
	return found
}

// addSources counts the sources that mention both projects outside talks.
func (s *relatedScorer) addSources() {
	for _, source := range s.namedIn(s.project, vocab.KindSource) {
		projects := s.namedBy(source.id)
		for _, q := range projects {
			s.add(q.id, bySources, s.rarity(q.id)/float64(max(1, len(projects)-1)), source.id)
		}
	}
}
