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
	for _, q := range s.declared.strengths(s.project) {
		s.add(q.id, q.weight, q.id)
	}
}

// addTalks counts the talks that are about, or mention, both projects.
func (s *relatedScorer) addTalks() { s.addNamed(vocab.KindTalk, true) }

// addSources counts the sources that mention both projects outside talks.
func (s *relatedScorer) addSources() { s.addNamed(vocab.KindSource, false) }

// addNamed counts the talks or sources that name both projects; where isWeighed, less
// those that only mention one.
func (s *relatedScorer) addNamed(k vocab.Kind, isWeighed bool) {
	for _, naming := range s.namings {
		if s.g.Kind(naming.id) != k || !s.inTime(naming.id) {
			continue
		}
		projects := s.namedBy(naming.id)
		for _, q := range projects {
			if !s.declared.has(q.id) {
				continue
			}
			x := s.rarity(q.id) / float64(max(1, len(projects)-1))
			if isWeighed {
				x *= naming.weight * q.weight
			}
			s.add(q.id, x, naming.id)
		}
	}
}

// Weights of a project in a talk, and in a source.
const (
	aboutWeight   = 1
	mentionWeight = 0.5
)

// namedBy returns the projects that the talk or source is about or mentions, in
// order of ID. The slice is good until the next call.
func (s *relatedScorer) namedBy(id graph.ID) []weighted {
	s.ids, s.others = s.about.objects(s.ids[:0], id), s.mentions.objects(s.others[:0], id)
	s.named = merged(s.named[:0], s.ids, s.others)
	return s.named
}

// merged appends to dst what is in about or in mentions, which are in order of ID, in
// that order and once, with its weight.
func merged(dst []weighted, about, mentions []graph.ID) []weighted {
	for len(about) > 0 || len(mentions) > 0 {
		switch {
		case len(about) == 0 || len(mentions) > 0 && mentions[0] < about[0]:
			dst = append(dst, weighted{mentions[0], mentionWeight})
			mentions = mentions[1:]
		default:
			if len(mentions) > 0 && mentions[0] == about[0] {
				mentions = mentions[1:]
			}
			dst = append(dst, weighted{about[0], aboutWeight})
			about = about[1:]
		}
	}
	return dst
}

// rarity returns near 1 for a project that is in few talks, near 0 for one that
// is in all of them.
func (s *relatedScorer) rarity(q graph.ID) float64 {
	known := &s.rarities[q-s.declared.from]
	if *known == 0 && s.talks > 0 {
		named := float64(s.about.countSubjects(q) + s.mentions.countSubjects(q))
		*known = max(1e-9, 1-math.Log1p(named)/(math.Log1p(float64(s.talks))+1))
	}
	return *known
}

// addCategories counts the categories that both projects are in.
func (s *relatedScorer) addCategories() {
	for _, c := range s.categories() {
		s.ids = s.subject.subjects(s.ids[:0], c.id)
		for _, q := range s.ids {
			if q != s.project && s.declared.has(q) {
				s.add(q, c.weight*(0.1+0.9*s.prominence(q)), c.id)
			}
		}
	}
}

// categories returns the categories of the project in order of ID, each with how much
// it says: the square of how little of all projects it holds, from 0 for all of them to
// 1 for one, times the part of them that are in no other category. For what most are in
// beside another one, such as "Wasm / Embedded Functions", is no kind of software.
func (s *relatedScorer) categories() []weighted {
	if s.own != nil {
		return s.own
	}
	s.own = []weighted{}
	all := math.Log(float64(max(1, countInstances(s.g, vocab.Project))))
	s.others = s.subject.objects(s.others[:0], s.project)
	for _, c := range s.others {
		s.ids = s.subject.subjects(s.ids[:0], c)
		exclusive := 0.0
		for _, q := range s.ids {
			if s.subject.countObjects(q) == 1 {
				exclusive++
			}
		}
		members, narrowness := float64(len(s.ids)), 1.0
		if all > 0 {
			narrowness = max(0, 1-math.Log(members)/all)
		}
		s.own = append(s.own, weighted{c, narrowness * narrowness * exclusive / members})
	}
	return s.own
}

// addCategoryRelations counts the other projects of the project's categories that
// have a declared relation with one.
func (s *relatedScorer) addCategoryRelations() {
	seen := map[graph.ID]bool{s.project: true}
	for _, c := range s.categories() {
		s.ids = s.subject.subjects(s.ids[:0], c.id)
		for _, m := range s.ids {
			if len(s.declared.of(m)) == 0 || seen[m] {
				continue
			}
			seen[m] = true
			for q := range s.declared.neighbors(m) {
				s.add(q, 1/float64(len(s.ids)), m)
			}
		}
	}
}

// addMaintainers counts the people who maintain both projects.
func (s *relatedScorer) addMaintainers() {
	for person := range s.g.Objects(s.project, vocab.Maintainer) {
		others := slices.Collect(s.g.Subjects(vocab.Maintainer, person))
		for _, q := range others {
			s.add(q, 1/float64(max(1, len(others)-1)), person)
		}
	}
}

// addSpeakers counts the speakers who spoke about one project in one talk and
// about the other in another.
func (s *relatedScorer) addSpeakers() {
	for _, speaker := range s.speakers() {
		spoken := s.spokenOf(speaker)
		for _, q := range spoken {
			if s.declared.has(q) {
				s.add(q, s.rarity(q)/float64(len(spoken)), speaker)
			}
		}
	}
}

// speakers returns those who spoke about the project, in order of ID.
func (s *relatedScorer) speakers() []graph.ID {
	var list []graph.ID
	for _, talk := range s.namings {
		if talk.weight == aboutWeight && s.inTime(talk.id) {
			list = s.performer.objects(list, talk.id)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// spokenOf returns what the speaker spoke about in talks without the project,
// in order of ID. The slice is good until the next call.
func (s *relatedScorer) spokenOf(speaker graph.ID) []graph.ID {
	s.ids, s.others = s.performer.subjects(s.ids[:0], speaker), s.others[:0]
	for _, talk := range s.ids {
		if !s.isNaming(talk) && s.inTime(talk) {
			s.others = s.about.objects(s.others, talk)
		}
	}
	slices.Sort(s.others)
	return slices.Compact(s.others)
}

// isNaming tells whether the talk names the project.
func (s *relatedScorer) isNaming(talk graph.ID) bool {
	_, found := slices.BinarySearchFunc(s.namings, talk, func(w weighted, id graph.ID) int { return cmp.Compare(w.id, id) })
	return found
}
