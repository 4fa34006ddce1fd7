package queries_test

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

// pathRelations are relations between entities with what a step by each costs in
// hundredths, and the relation seen from the object.
var pathRelations = []struct {
	predicate         string
	relation, inverse string
	from, to          string // kinds in random facts
	cost              int
}{
	{vocab.Uses.Predicate, "uses", "used_by", "project", "project", 100},
	{vocab.BuiltOn.Predicate, "built_on", "base_of", "project", "project", 100},
	{vocab.PartOf.Predicate, "part_of", "has_part", "project", "project", 100},
	{vocab.RenamedFrom.Predicate, "renamed_from", "renamed_to", "project", "project", 100},
	{vocab.AlternativeTo.Predicate, "alternative_to", "alternative_to", "project", "project", 100},
	{vocab.IntegratesWith.Predicate, "integrates_with", "integrates_with", "project", "project", 120},
	{vocab.CreatedBy.Predicate, "created_by", "created", "project", "organization", 150},
	{vocab.Subject, "category", "project", "project", "category", 150},
	{vocab.Performer, "speaker", "talk", "talk", "speaker", 200},
	{vocab.About, "about", "talk", "talk", "project", 250},
	{vocab.Broader, "broader", "narrower", "category", "category", 300},
	{vocab.SuperEvent, "event", "part", "talk", "event", 300},
	{vocab.Affiliation, "affiliation", "member", "speaker", "organization", 300},
	{vocab.Maintainer, "maintainer", "maintains", "project", "speaker", 375},
	{vocab.Mentions, "mentions", "mentioned_in", "talk", "project", 600},
	{vocab.PossiblyMentions, "possibly_mentions", "possibly_mentioned_in", "source", "project", 1500},
}

// pathEntities are the entities of random facts, by kind.
var pathEntities = map[string][]string{
	"project":      {"project/a", "project/a-b", "project/c", "project/d", "project/e"},
	"category":     {"category/x", "category/y"},
	"talk":         {"talk/p", "talk/q", "talk/r"},
	"event":        {"event/m"},
	"speaker":      {"speaker/s", "speaker/t"},
	"organization": {"organization/o"},
	"source":       {"<https://example.org/0.md>", "<https://example.org/1.md>"},
}

// randomFacts returns quads about all pathEntities, from sources with and without a
// date, with repeats and entities that are linked to themselves.
func randomFacts(t *testing.T, r *rand.Rand, links int) []rdf.Quad {
	t.Helper()
	var b strings.Builder
	class := map[string]string{"project": "Project", "category": "Category", "talk": "Talk", "event": "Event", "speaker": "Person", "organization": "Organization", "source": "Document"}
	for kind, list := range pathEntities {
		for _, e := range list {
			fmt.Fprintf(&b, "%s a %s https://example.org/0.md\n", e, class[kind])
		}
	}
	b.WriteString("<https://example.org/1.md> issued 2020-05-05 https://example.org/1.md\ntalk/p startDate 2019 https://example.org/0.md\n")
	quads := parseFacts(t, b.String())
	pick := func(kind string) string { return pathEntities[kind][r.IntN(len(pathEntities[kind]))] }
	for range links {
		rel := pathRelations[r.IntN(len(pathRelations))]
		source := fmt.Sprintf("https://example.org/%d.md", r.IntN(2))
		from, to := parseFactTerm(t, pick(rel.from)), parseFactTerm(t, pick(rel.to))
		for line := range 1 + r.IntN(2) {
			label := vocab.Evidence{Source: source, Line: 1 + line}.Label()
			quads = append(quads, rdf.Quad{Subject: from, Predicate: rdf.NewIRI(rel.predicate), Object: to, Label: label})
		}
	}
	return quads
}

// walk is a path of the brute search.
type walk struct {
	cost      int
	nodes     []graph.ID
	relations []string // by which it goes on from each node, the cheapest
}

// bruteEdge is the cheapest step between two entities.
type bruteEdge struct {
	cost     int
	relation string
}

// bruteGraph has all steps, and how many links each entity has.
type bruteGraph struct {
	steps   map[graph.ID]map[graph.ID]bruteEdge
	degrees map[graph.ID]int
}

// bruteSteps returns the steps by the relations, all where there are none, from the
// statements of g. It has the cost model by itself.
func bruteSteps(g *graph.Graph, relations []string) bruteGraph {
	b := bruteGraph{map[graph.ID]map[graph.ID]bruteEdge{}, map[graph.ID]int{}}
	add := func(from, to graph.ID, e bruteEdge) {
		if b.steps[from] == nil {
			b.steps[from] = map[graph.ID]bruteEdge{}
		}
		if known, ok := b.steps[from][to]; !ok || e.cost < known.cost {
			b.steps[from][to] = e
		}
	}
	counted := map[graph.Statement]bool{} // by subject, predicate and object
	for _, rel := range pathRelations {
		if len(relations) > 0 && !slices.Contains(relations, rel.relation) {
			continue
		}
		for s := range g.Statements(0, rel.predicate, 0) {
			add(s.Subject, s.Object, bruteEdge{rel.cost, rel.relation})
		}
		for s := range g.Statements(0, rel.predicate, 0) {
			add(s.Object, s.Subject, bruteEdge{rel.cost, rel.inverse})
			if s.Label = 0; !counted[s] {
				counted[s] = true
				b.degrees[s.Subject]++
				b.degrees[s.Object]++ // a second time where that is the same
			}
		}
	}
	return b
}

// passing returns what it costs to pass the entity.
func (b bruteGraph) passing(id graph.ID) int {
	return int(math.Round(100 * math.Log2(float64(b.degrees[id]))))
}

// bruteCosts returns what it costs to come from start to every entity that is reached,
// but through no source.
func bruteCosts(g *graph.Graph, b bruteGraph, start graph.ID) map[graph.ID]int {
	costs := map[graph.ID]int{start: 0}
	for at, turn := map[int][]graph.ID{0: {start}}, 0; len(at) > 0; turn++ { // by cost, up to which all is found
		for _, here := range at[turn] {
			leave := turn
			switch {
			case costs[here] < turn, here != start && g.Kind(here) == vocab.KindSource:
				continue
			case here != start:
				leave += b.passing(here)
			}
			for next, e := range b.steps[here] {
				if known, ok := costs[next]; !ok || leave+e.cost < known {
					costs[next] = leave + e.cost
					at[costs[next]] = append(at[costs[next]], next)
				}
			}
		}
		delete(at, turn)
	}
	return costs
}

// brutePaths returns all simple paths that Path may return, in its order, by trying
// every one.
func brutePaths(g *graph.Graph, from, to graph.ID, o queries.PathOptions, avoid []graph.ID) []walk {
	near := bruteSteps(g, o.Relations)
	passes := func(id graph.ID) bool {
		via := o.Via
		if len(via) == 0 {
			return g.Kind(id) != vocab.KindSource && !slices.Contains(avoid, id)
		}
		return slices.Contains(via, g.Kind(id)) && !slices.Contains(avoid, id)
	}
	var found []walk
	var try func(w walk)
	try = func(w walk) {
		here := w.nodes[len(w.nodes)-1]
		if here == to {
			found = append(found, walk{w.cost, slices.Clone(w.nodes), slices.Clone(w.relations)})
			return
		}
		if o.Steps > 0 && len(w.relations) == o.Steps {
			return
		}
		if here != from {
			w.cost += near.passing(here)
		}
		for next, e := range near.steps[here] {
			if !slices.Contains(w.nodes, next) && (next == to || passes(next)) {
				try(walk{w.cost + e.cost, append(w.nodes, next), append(w.relations, e.relation)})
			}
		}
	}
	try(walk{nodes: []graph.ID{from}})
	slices.SortFunc(found, func(a, b walk) int { return cmp.Or(cmp.Compare(a.cost, b.cost), slices.Compare(a.nodes, b.nodes)) })
	limit := max(o.Limit, 0)
	if limit == 0 {
		limit = 3
	}
	for len(found) > limit || len(found) > 0 && found[len(found)-1].cost > found[0].cost+500 {
		found = found[:len(found)-1]
	}
	return found
}
