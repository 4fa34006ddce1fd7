package queries_test

import (
	"cmp"
	"errors"
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

// TestPathsAreCheapest compares Path with a search that tries every path of random
// graphs, under random options.
func TestPathsAreCheapest(t *testing.T) {
	lengths := map[int]int{}
	for seed := range uint64(250) {
		r := rand.New(rand.NewPCG(seed, 3))
		whole, err := graph.New(randomFacts(t, r, 8+r.IntN(34)))
		if err != nil {
			t.Fatal(err)
		}
		defer whole.Close()
		for range 8 {
			g := asOf(t, whole, []string{"", "", "2019-06", "2020-05-05"}[r.IntN(4)])
			ref := func() string {
				kind := []string{"project", "project", "speaker", "talk", "category", "source"}[r.IntN(6)]
				return strings.Trim(pathEntities[kind][r.IntN(len(pathEntities[kind]))], "<>")
			}
			from, to := ref(), ref() // which may be one after all, as identity is resolved
			ends := []graph.ID{find(t, g, from), find(t, g, to)}
			o := queries.PathOptions{Limit: r.IntN(6), Steps: max(0, r.IntN(8)-3)}
			for _, k := range vocab.Kinds {
				if r.IntN(3) > 0 {
					o.Via = append(o.Via, k)
				}
			}
			if r.IntN(2) == 0 {
				o.Via = nil
			}
			for _, rel := range pathRelations {
				if r.IntN(4) > 0 {
					o.Relations = append(o.Relations, rel.relation)
				}
			}
			if r.IntN(2) == 0 {
				o.Relations = nil
			}
			var avoid []graph.ID
			if name := ref(); r.IntN(2) == 0 && !slices.Contains(ends, find(t, g, name)) {
				o.Avoid = append(o.Avoid, name)
				avoid = append(avoid, find(t, g, name))
			}
			answer, err := queries.Path(t.Context(), g, from, to, &o)
			if err != nil {
				t.Fatal(err)
			}
			var want []string
			if ends[0] != ends[1] {
				for _, w := range brutePaths(g, ends[0], ends[1], o, avoid) {
					line := fmt.Sprintf("%.2f %s", float64(w.cost)/100, g.Term(w.nodes[0]).Value)
					for i, rel := range w.relations {
						line += " " + rel + " " + g.Term(w.nodes[i+1]).Value
					}
					want = append(want, line)
					lengths[len(w.relations)]++
				}
			}
			var got []string
			for _, p := range answer.Paths {
				line := fmt.Sprintf("%.2f %s", p.Cost, g.Term(find(t, g, p.Steps[0].From.Ref())).Value)
				for _, s := range p.Steps {
					line += " " + s.Relation + " " + g.Term(find(t, g, s.To.Ref())).Value
				}
				got = append(got, line)
			}
			if !slices.Equal(got, want) {
				t.Fatalf("seed %d: %s to %s with %+v as of %q:\n%s\nwant\n%s", seed, from, to, o, g.Day(), strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		}
	}
	if lengths[1] < 50 || lengths[2] < 50 || lengths[4] < 50 || lengths[6] < 5 {
		t.Errorf("so few paths by their steps were compared: %v", lengths)
	}
}

// find returns the entity.
func find(t *testing.T, g *graph.Graph, name string) graph.ID {
	t.Helper()
	id, err := queries.Find(t.Context(), g, name, nil)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// TestPathSteps checks of paths of the built-in graph that each step begins where the
// last one ended, and that its evidence states what its sentence says.
func TestPathSteps(t *testing.T) {
	g := openDefault()
	defer g.Close()
	for _, ends := range [][2]string{{"nats", "istio"}, {"thanos", "linkerd"}, {"organization/google", "project/envoy"}, {"falco", "keda"}} {
		answer, err := queries.Path(t.Context(), g, ends[0], ends[1], nil)
		if err != nil || len(answer.Paths) == 0 {
			t.Fatal(ends, err)
		}
		for _, p := range answer.Paths {
			at := answer.From
			for _, s := range p.Steps {
				if s.From != at || len(s.Evidence) == 0 {
					t.Errorf("%s, and then %s → %s with %d pieces of evidence", at.Ref(), s.From.Ref(), s.To.Ref(), len(s.Evidence))
				}
				at = s.To
				why, err := queries.Why(t.Context(), g, s.From.Ref(), s.To.Ref(), nil)
				if err != nil {
					t.Fatal(err)
				}
				for _, v := range s.Evidence {
					if !slices.ContainsFunc(why.Statements, func(l queries.LinkStatement) bool { return l.Text == s.Text && l.Evidence == v }) {
						t.Errorf("%s does not say: %s", v, s.Text)
					}
				}
			}
			if at != answer.To {
				t.Errorf("the path ends at %s", at.Ref())
			}
		}
	}
}

func TestPathErrors(t *testing.T) {
	g := smallGraph(t)
	for _, o := range []queries.PathOptions{
		{Limit: -1}, {Steps: -1}, {Relations: []string{"owns"}}, {Via: []vocab.Kind{"planet"}}, {Avoid: []string{"ISTIO"}},
	} {
		var option *queries.OptionError
		if _, err := queries.Path(t.Context(), g, "istio", "nats", &o); !errors.As(err, &option) {
			t.Errorf("%+v: error %v", o, err)
		}
	}
	var missing *queries.NotFoundError
	if _, err := queries.Path(t.Context(), g, "istio", "nats", &queries.PathOptions{Avoid: []string{"nothing"}}); !errors.As(err, &missing) {
		t.Error(err)
	}
}

// TestPathsOfBuiltInGraph compares the cost of the cheapest path with what Dijkstra's
// algorithm finds from one end, for pairs of the built-in graph, whose hubs are read
// otherwise than the entities of small graphs.
func TestPathsOfBuiltInGraph(t *testing.T) {
	whole := openDefault()
	defer whole.Close()
	r := rand.New(rand.NewPCG(4, 5))
	for _, day := range []string{"", "2020"} {
		g := asOf(t, whole, day)
		near := bruteSteps(g, nil)
		for range 3 {
			from, to := g.Range([]vocab.Kind{vocab.KindProject, vocab.KindSpeaker, vocab.KindOrganization}[r.IntN(3)])
			start := from + graph.ID(r.IntN(int(to-from)))
			if g.Canonical(start) != start {
				continue
			}
			costs := bruteCosts(g, near, start)
			for range 25 {
				from, to := g.Range(vocab.KindProject)
				end := from + graph.ID(r.IntN(int(to-from)))
				kind, slug := g.EntityID(start)
				answer, err := queries.Path(t.Context(), g, string(kind)+"/"+slug, g.Term(end).Value, &queries.PathOptions{Limit: 1})
				if err != nil {
					t.Fatal(err)
				}
				want, reached := costs[end]
				switch {
				case start == end:
				case len(answer.Paths) == 0 != !reached:
					t.Errorf("%s to %s: %d paths, reached %v", g.Name(start), g.Name(end), len(answer.Paths), reached)
				case reached && int(math.Round(100*answer.Paths[0].Cost)) != want:
					t.Errorf("%s to %s: %+v costs %.2f, want %d", g.Name(start), g.Name(end), answer.Paths[0], answer.Paths[0].Cost, want)
				}
			}
		}
	}
}

// TestPathWithinSteps looks for paths where the cheapest one has too many steps.
func TestPathWithinSteps(t *testing.T) {
	g := factGraph(t, `
talk/t a Talk https://example.org/a.md 1
talk/t possiblyMentions project/a https://example.org/a.md 2
talk/t about project/b https://example.org/a.md 3
project/b uses project/a https://example.org/a.md 4
project/a a Project https://example.org/a.md 2
project/b a Project https://example.org/a.md 3
`)
	for steps, want := range map[int]string{0: "about uses", 1: "possibly_mentions", 2: "about uses"} {
		answer, err := queries.Path(t.Context(), g, "talk/t", "project/a", &queries.PathOptions{Steps: steps})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range answer.Paths {
			var relations []string
			for _, s := range p.Steps {
				relations = append(relations, s.Relation)
			}
			got = append(got, strings.Join(relations, " "))
		}
		if !slices.Equal(got, []string{want}) {
			t.Errorf("in %d steps: %q, want %q", steps, got, want)
		}
	}
}
