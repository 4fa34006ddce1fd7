package queries

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// speakers returns the speakers of the talks, those with the most talks first, then in
// the order of their names.
func (c comparer) speakers(talks []graph.ID) []ComparedSpeaker {
	given := map[graph.ID][]graph.ID{}
	for _, talk := range talks {
		for speaker := range c.g.Objects(talk, vocab.Performer) {
			given[speaker] = append(given[speaker], talk)
		}
	}
	list := make([]ComparedSpeaker, 0, len(given))
	for id, talks := range given {
		s := ComparedSpeaker{Entity: entity(c.g, id), Talks: len(talks), Projects: entities(c.g, c.of(talks, vocab.About))}
		var labels []graph.Label
		for _, talk := range talks {
			labels = append(labels, labelsOf(c.g, talk, vocab.Performer, id)...)
		}
		s.Evidence = evidenceOf(c.g, labels)
		list = append(list, s)
	}
	slices.SortFunc(list, func(a, b ComparedSpeaker) int {
		return cmp.Or(cmp.Compare(b.Talks, a.Talks), compareEntities(a.Entity, b.Entity))
	})
	return list
}

// of returns the projects compared to which the predicate leads from one of the talks.
func (c comparer) of(talks []graph.ID, predicate string) []graph.ID {
	var list []graph.ID
	for _, project := range c.ids {
		if slices.ContainsFunc(talks, func(talk graph.ID) bool { return c.g.Has(talk, predicate, project) }) {
			list = append(list, project)
		}
	}
	return list
}

// sharedSpeakers returns the speakers who gave talks about two or more of the projects.
func (c comparer) sharedSpeakers() []ComparedSpeaker {
	var talks []graph.ID
	for _, id := range c.ids {
		about, _ := c.talks(id)
		talks = append(talks, about...)
	}
	slices.Sort(talks)
	list := c.speakers(slices.Compact(talks))
	return slices.DeleteFunc(list, func(s ComparedSpeaker) bool { return len(s.Projects) < 2 })
}

// companies returns the organisations that are stated beside the maintainers of the
// project, those with the most maintainers first, and how many maintainers there are.
func (c comparer) companies(project graph.ID) (list []Company, maintainers int) {
	labels := map[graph.ID][]graph.Label{}
	counts := map[graph.ID]int{}
	for person := range c.g.Objects(project, vocab.Maintainer) {
		maintainers++
		for organization, stated := range affiliations(c.g, person, labelsOf(c.g, project, vocab.Maintainer, person)) {
			counts[organization]++
			labels[organization] = append(labels[organization], stated...)
		}
	}
	for id, n := range counts {
		list = append(list, Company{entity(c.g, id), n, evidenceOf(c.g, labels[id])})
	}
	slices.SortFunc(list, func(a, b Company) int {
		return cmp.Or(cmp.Compare(b.Maintainers, a.Maintainers), compareEntities(a.Entity, b.Entity))
	})
	return list, maintainers
}

// sharedTalks returns the talks that are about or name two or more of the projects, the
// latest first, those without a date last.
func (c comparer) sharedTalks() []SharedTalk {
	counts := map[graph.ID]int{}
	for _, id := range c.ids {
		about, named := c.talks(id)
		for _, talk := range slices.Concat(about, named) {
			counts[talk]++
		}
	}
	var found []dated
	for talk, n := range counts {
		if n > 1 {
			found = append(found, dated{named{talk, c.g.Name(talk)}, c.dates.of(talk)})
		}
	}
	sortDated(found)
	list := make([]SharedTalk, len(found))
	for i, d := range found {
		t := SharedTalk{Entity: entity(c.g, d.id), Date: Text(d.date), Evidence: typeEvidence(c.g, d.id)}
		about := c.of([]graph.ID{d.id}, vocab.About)
		mentions := slices.DeleteFunc(c.of([]graph.ID{d.id}, vocab.Mentions), func(id graph.ID) bool { return slices.Contains(about, id) })
		t.Projects, t.Mentions = entities(c.g, about), entities(c.g, mentions)
		if event := eventOf(c.g, d.id); event != 0 {
			e := entity(c.g, event)
			t.Event = &e
		}
		list[i] = t
	}
	return list
}

// relations returns the relations between two of the projects, those that say the most
// first.
func (c comparer) relations() []ProjectRelation {
	type pair struct {
		place    int
		from, to graph.ID
	}
	labels := map[pair][]graph.Label{}
	for place, l := range links {
		predicate := c.g.Predicate(l.predicate)
		if predicate == 0 {
			continue
		}
		for _, from := range c.ids {
			for _, to := range c.ids {
				for s := range c.g.Match(from, predicate, to) {
					labels[pair{place, from, to}] = append(labels[pair{place, from, to}], s.Label)
				}
			}
		}
	}
	pairs := make([]pair, 0, len(labels))
	for p := range labels {
		pairs = append(pairs, p)
	}
	order := func(id graph.ID) int { return slices.Index(c.ids, id) }
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(a.place, b.place), cmp.Compare(order(a.from), order(b.from)), cmp.Compare(order(a.to), order(b.to)))
	})
	list := []ProjectRelation{}
	for _, p := range pairs {
		from, to, l := entity(c.g, p.from), entity(c.g, p.to), links[p.place]
		list = append(list, ProjectRelation{from, l.relation, to, fmt.Sprintf(l.text, from.Name, to.Name), evidenceOf(c.g, labels[p])})
	}
	return list
}
