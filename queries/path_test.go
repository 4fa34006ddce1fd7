package queries_test

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

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
