package queries

import (
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// unmatchedTraits returns the entities that came in b and those that are gone from
// a, without those of which the traits tell that they are one.
func unmatchedTraits(a, b *graph.Graph, k vocab.Kind, come, gone []graph.ID) (left, lost []graph.ID) {
	was, is := map[string]bool{}, map[string]bool{}
	for _, id := range gone {
		for _, t := range traits(a, k, id) {
			was[t] = true
		}
	}
	for _, id := range come {
		for _, t := range traits(b, k, id) {
			is[t] = true
		}
	}
	shares := func(g *graph.Graph, other map[string]bool) func(graph.ID) bool {
		return func(id graph.ID) bool {
			return slices.ContainsFunc(traits(g, k, id), func(t string) bool { return other[t] })
		}
	}
	return slices.DeleteFunc(slices.Clone(come), shares(b, was)), slices.DeleteFunc(slices.Clone(gone), shares(a, is))
}

// traits returns what tells the entity in another graph, where its id does not: each
// of its names with each thing that goes with it. Of a project it is nothing, as its
// id is its name.
func traits(g *graph.Graph, k vocab.Kind, id graph.ID) []string {
	var beside []string
	names := func(predicate string) {
		for o := range g.Objects(id, predicate) {
			beside = append(beside, nameKey(g.Name(o)))
		}
	}
	switch k {
	case vocab.KindTalk:
		names(vocab.SuperEvent)
	case vocab.KindEvent:
		beside = append(beside, g.Value(id, vocab.StartDate))
	case vocab.KindSpeaker:
		names(vocab.Affiliation)
		for o := range g.Objects(id, vocab.Profile) {
			beside = append(beside, g.Term(o).Value)
		}
		for talk := range g.Subjects(vocab.Performer, id) {
			beside = append(beside, nameKey(g.Name(talk)))
		}
		for project := range g.Subjects(vocab.Maintainer, id) {
			_, slug := g.EntityID(project)
			beside = append(beside, slug)
		}
	default:
		return nil
	}
	var list []string
	for _, name := range g.Names(id) {
		for _, b := range beside {
			if key := nameKey(name); key != "" && b != "" {
				list = append(list, key+"\n"+b)
			}
		}
	}
	return list
}
