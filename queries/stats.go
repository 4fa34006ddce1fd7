package queries

import (
	"context"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Counts says how much a graph holds.
type Counts struct {
	Quads             int `json:"quads"`
	Sources           int `json:"sources"`
	Projects          int `json:"projects"`
	CNCFProjects      int `json:"cncf_projects"` // with a maturity history
	Talks             int `json:"talks"`
	TalksWithSpeakers int `json:"talks_with_speakers"`
	Speakers          int `json:"speakers"`    // people who gave a talk
	Maintainers       int `json:"maintainers"` // people who maintain a project
	Events            int `json:"events"`
	Organizations     int `json:"organizations"`
	Categories        int `json:"categories"`
}

// Stats counts what g holds. Entities that were merged count as one.
func Stats(ctx context.Context, g *graph.Graph) (*Counts, error) {
	c := &Counts{Quads: g.Quads(), CNCFProjects: len(cncfProjects(g))}
	performer, maintainer := newLinked(g, vocab.Performer), newLinked(g, vocab.Maintainer)
	for _, kind := range [...]struct {
		class string
		count *int
		each  func(graph.ID)
	}{
		{vocab.Document, &c.Sources, nil},
		{vocab.Project, &c.Projects, nil},
		{vocab.Talk, &c.Talks, func(id graph.ID) {
			if performer.countObjects(id) > 0 {
				c.TalksWithSpeakers++
			}
		}},
		{vocab.Person, new(int), func(id graph.ID) {
			if performer.countSubjects(id) > 0 {
				c.Speakers++
			}
			if maintainer.countSubjects(id) > 0 {
				c.Maintainers++
			}
		}},
		{vocab.Event, &c.Events, nil},
		{vocab.Organization, &c.Organizations, nil},
		{vocab.Category, &c.Categories, nil},
	} {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		for id := range instances(g, kind.class) {
			*kind.count++
			if kind.each != nil {
				kind.each(id)
			}
		}
	}
	return c, nil
}

// cncfProjects returns the projects that have a maturity history.
func cncfProjects(g *graph.Graph) map[graph.ID]bool {
	projects, h := map[graph.ID]bool{}, newHistories(g)
	for _, level := range vocab.Levels {
		for s := range g.Statements(0, level.Predicate(), 0) {
			if source := g.Source(s.Label); h.rank(source).rank != unranked {
				projects[s.Subject] = true
			}
		}
	}
	return projects
}
