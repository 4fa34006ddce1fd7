package queries

import (
	"cmp"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// ReportedCategory is a category with CNCF projects, archived ones apart, as it was
// on the day of the event. What is below a category counts in it too.
type ReportedCategory struct {
	Entity
	Parent    *Entity  `json:"parent"`    // the category above it, nil for none
	Talks     int      `json:"talks"`     // about a project in it, also about one that is no CNCF project
	Projects  int      `json:"projects"`  // CNCF projects
	Covered   []Entity `json:"covered"`   // of these, projects that a talk was about
	Uncovered []Entity `json:"uncovered"` // the others, from graduated down
}

// categories returns the categories with CNCF projects: those that talks were about,
// the most talks first, and those without a talk, the most projects first.
func (r *reporter) categories() (covered, missed []ReportedCategory) {
	for id := range instances(r.g, vocab.Category) {
		c := r.category(id)
		switch {
		case c.Projects == 0:
		case c.Talks > 0:
			covered = append(covered, c)
		default:
			missed = append(missed, c)
		}
	}
	slices.SortFunc(covered, func(a, b ReportedCategory) int {
		return cmp.Or(cmp.Compare(b.Talks, a.Talks), compareEntities(a.Entity, b.Entity))
	})
	slices.SortFunc(missed, func(a, b ReportedCategory) int {
		return cmp.Or(cmp.Compare(b.Projects, a.Projects), compareEntities(a.Entity, b.Entity))
	})
	return covered, missed
}

// category returns the category id.
func (r *reporter) category(id graph.ID) ReportedCategory {
	c := ReportedCategory{Entity: r.shown.entity(id)}
	var covered, uncovered []graph.ID
	for parent := range r.g.Objects(id, vocab.Broader) {
		e := r.shown.entity(parent)
		c.Parent = &e
		break
	}
	projects, talks := map[graph.ID]bool{}, map[graph.ID]bool{}
	for _, part := range below(r.g, vocab.Broader, id) {
		for project := range r.g.Subjects(vocab.Subject, part) {
			if projects[project] {
				continue
			}
			projects[project] = true
			for _, talk := range r.about[project] {
				talks[talk] = true
			}
			switch _, at := r.level(project); {
			case !isCNCF(at):
			case len(r.about[project]) > 0:
				covered = append(covered, project)
			default:
				uncovered = append(uncovered, project)
			}
		}
	}
	c.Covered, c.Uncovered = r.shown.entities(covered), r.byLevel(uncovered)
	c.Projects = len(covered) + len(uncovered)
	c.Talks = len(talks)
	return c
}

// byLevel returns the projects from graduated down, those of one level in the order of
// their names.
func (r *reporter) byLevel(projects []graph.ID) []Entity {
	list := []Entity{}
	for _, level := range reportedLevels {
		var at []graph.ID
		for _, id := range projects {
			if l, _ := r.level(id); l == level {
				at = append(at, id)
			}
		}
		list = append(list, r.shown.entities(at)...)
	}
	return list
}
