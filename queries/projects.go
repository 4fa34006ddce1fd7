package queries

import (
	"cmp"
	"context"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// ProjectList is a list of projects.
type ProjectList struct {
	Projects []Project `json:"projects"`
	Omitted  int       `json:"omitted"` // projects beyond the limit
}

// Project is a project.
type Project struct {
	ID           string      `json:"id"`
	Name         string      `json:"name"`
	Maturity     Text        `json:"maturity"`   // level; null for a project that is no CNCF project
	Milestones   []Milestone `json:"milestones"` // the earliest first
	Categories   []string    `json:"categories"`
	Homepage     Text        `json:"homepage"`
	Repositories []string    `json:"repositories"`
}

// Projects lists projects in the order of their names. Category and Maturity
// say what a project is; Speaker, Event, Place, Since and Until that a talk was about it. It takes no other field.
func Projects(ctx context.Context, g *graph.Graph, f *Filter) (*ProjectList, error) {
	s, err := newSelection(ctx, g, f, vocab.KindProject,
		bySpeaker, byEvent, byGroup, byMaturity, byPlace, bySince, byUntil)
	if err != nil {
		return nil, err
	}
	ids := slices.Collect(instances(g, vocab.Project))
	switch {
	case s.narrowed(byGroup, byMaturity):
		ids = s.projectsOfTalks()
	case s.named:
		ids = s.names
	}
	if len(ids) > many {
		s.histories.askForMany()
	}
	var found []graph.ID
	for _, id := range ids {
		if s.lists(id) && s.inCategory(id) && s.atLevel(id, "") {
			found = append(found, id)
		}
	}
	list, shown := &ProjectList{}, newEntityCache(g)
	sorted, omitted := limited(byName(g, found), s.limit)
	list.Projects, list.Omitted = make([]Project, 0, len(sorted)), omitted
	for _, p := range sorted {
		list.Projects = append(list.Projects, shown.project(p, s.histories.of(p.id)))
	}
	return list, nil
}

// many is from how many projects on it pays to ask of all which have a history.
const many = 50

// project returns the project p with its history.
func (c *entityCache) project(p named, history []Milestone) Project {
	g := c.g
	_, slug := g.EntityID(p.id)
	list := Project{
		ID: slug, Name: p.name, Maturity: Text(levelIn(history, "")), Milestones: history,
		Categories: c.categoryNames(p.id), Homepage: Text(g.Value(p.id, vocab.Homepage)), Repositories: []string{},
	}
	for r := range g.Objects(p.id, vocab.Repository) {
		list.Repositories = append(list.Repositories, g.Term(r).Value)
	}
	return list
}

// projectsOfTalks returns the projects that the talks which meet the filter are
// about, in order of ID. What the filter says of projects is not yet asked.
func (s *selection) projectsOfTalks() []graph.ID {
	ofTalks := *s
	ofTalks.categories, ofTalks.levels = nil, nil
	return s.objects(ofTalks.talks(), vocab.About)
}

// objects returns the objects of the statements about ids with the predicate,
// in order of ID.
func (s *selection) objects(ids []graph.ID, predicate string) []graph.ID {
	var list []graph.ID
	for _, id := range ids {
		list = slices.AppendSeq(list, s.g.Objects(id, predicate))
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// named is an entity with its name.
type named struct {
	id   graph.ID
	name string
}

// byName returns the entities in the order of their names.
func byName(g *graph.Graph, ids []graph.ID) []named {
	list := make([]named, len(ids))
	for i, id := range ids {
		list[i] = named{id, g.Name(id)}
	}
	slices.SortFunc(list, func(a, b named) int { return cmp.Or(compareNames(a.name, b.name), cmp.Compare(a.id, b.id)) })
	return list
}
