package link

import (
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Entries returns the projects of g with their names, in the order of their IDs.
// A project without a category is one that the landscape lacks.
func Entries(g *graph.Graph) []Entry {
	var out []Entry
	from, to := g.Range(vocab.KindProject)
	for id := from; id < to; id++ {
		if g.Canonical(id) != id {
			continue
		}
		_, slug := g.EntityID(id)
		e := Entry{ID: slug, Name: g.Value(id, vocab.ProjectName), External: true}
		if e.Name == "" {
			continue
		}
		for range g.Objects(id, vocab.Subject) {
			e.External = false
			break
		}
		for parent := range g.Objects(id, vocab.PartOf.Predicate) {
			_, e.Parent = g.EntityID(parent)
			break
		}
		e.Names = values(g, id, vocab.AltLabel)
		e.Misspellings = values(g, id, vocab.HiddenLabel)
		out = append(out, e)
	}
	return out
}

// values returns the texts of id's statements with the predicate, sorted.
func values(g *graph.Graph, id graph.ID, predicate string) []string {
	var out []string
	for o := range g.Objects(id, predicate) {
		out = append(out, g.Term(o).Value)
	}
	slices.Sort(out)
	return out
}
