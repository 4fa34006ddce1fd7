package queries

import (
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// affiliations returns the organisations that the person worked for where this is
// stated on the lines of labels, with the labels that state it: what stands beside
// a talk in a programme is so at the time of the talk, what stands elsewhere may be
// of another year.
func affiliations(g *graph.Graph, person graph.ID, labels []graph.Label) map[graph.ID][]graph.Label {
	var found map[graph.ID][]graph.Label
	for s := range g.Statements(person, vocab.Affiliation, 0) {
		if slices.ContainsFunc(labels, func(l graph.Label) bool { return l == s.Label || linesMeet(g, l, s.Label) }) {
			if found == nil {
				found = map[graph.ID][]graph.Label{}
			}
			found[s.Object] = append(found[s.Object], s.Label)
		}
	}
	return found
}

// linesMeet tells whether labels name lines of one source that overlap.
func linesMeet(g *graph.Graph, a, b graph.Label) bool {
	sourceA, firstA, lastA := g.Snapshot().Lines(a)
	sourceB, firstB, lastB := g.Snapshot().Lines(b)
	return sourceA == sourceB && firstA <= lastB && firstB <= lastA
}
