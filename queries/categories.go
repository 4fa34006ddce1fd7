package queries

import (
	"context"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// CategoryList is a list of categories.
type CategoryList struct {
	Categories []Category `json:"categories"`
	Omitted    int        `json:"omitted"` // categories beyond the limit
}

// Category is a category of projects.
type Category struct {
	ID           string  `json:"id"`
	Name         string  `json:"name"`
	Parent       *Entity `json:"parent"`        // the category above it, nil for none
	ProjectCount int     `json:"project_count"` // of the projects in it and in those below it
}

// Categories lists categories in the order of their names. Project says that
// the project is in it, Category that it is that one or below it. It takes no
// other field of the filter.
func Categories(ctx context.Context, g *graph.Graph, f *Filter) (*CategoryList, error) {
	s, err := newSelection(ctx, g, f, vocab.KindCategory, byProject, byGroup)
	if err != nil {
		return nil, err
	}
	var found []graph.ID
	for id := range instances(g, vocab.Category) {
		_, inside := slices.BinarySearch(s.categories, id)
		if s.lists(id) && (s.categories == nil || inside) && (s.project == 0 || g.Has(s.project, vocab.Subject, id)) {
			found = append(found, id)
		}
	}
	list := &CategoryList{Categories: []Category{}}
	sorted, omitted := limited(byName(g, found), s.limit)
	list.Omitted = omitted
	for _, c := range sorted {
		list.Categories = append(list.Categories, category(g, c))
	}
	return list, nil
}

// category returns the category c.
func category(g *graph.Graph, c named) Category {
	_, slug := g.EntityID(c.id)
	one := Category{ID: slug, Name: c.name}
	for parent := range g.Objects(c.id, vocab.Broader) {
		e := entity(g, parent)
		one.Parent = &e
		break
	}
	projects := map[graph.ID]bool{}
	for _, id := range below(g, vocab.Broader, c.id) {
		for p := range g.Subjects(vocab.Subject, id) {
			projects[p] = true
		}
	}
	one.ProjectCount = len(projects)
	return one
}
