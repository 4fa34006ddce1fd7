package queries_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

// TestNetworkIsWhole checks, around entities of each kind in the default graph, that
// every link between two shown nodes is there, that each node is as many steps away
// as it says, by links among what is shown, and that the bounds are kept.
func TestNetworkIsWhole(t *testing.T) {
	g := openDefault()
	defer g.Close()
	everything, err := queries.Everything(t.Context(), g, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name         string
		depth, nodes int
	}{
		{"istio", 1, 40},
		{"thanos", 2, 40},
		{"thanos", 3, 25},
		{"KubeCon + CloudNativeCon Europe 2026", 1, 40},
		{"category/orchestration-management--service-mesh", 2, 60},
		{"organization/google", 2, 30},
	} {
		net, err := queries.Neighborhood(t.Context(), g, []string{test.name}, &queries.NeighborhoodOptions{Depth: test.depth, Nodes: test.nodes})
		if err != nil {
			t.Fatal(err)
		}
		if len(net.Nodes) > test.nodes || len(net.Nodes) < test.nodes && len(net.Omitted) == 0 && len(net.Nodes) < 10 {
			t.Errorf("%s: %d nodes", test.name, len(net.Nodes))
		}
		shown := map[string]int{} // depth
		for _, n := range net.Nodes {
			shown[n.Ref()] = n.Depth
		}
		var want, got []string
		nearest := map[string]int{}
		for _, e := range everything.Edges {
			from, ok := shown[e.From.Ref()]
			to, ok2 := shown[e.To.Ref()]
			if !ok || !ok2 {
				continue
			}
			want = append(want, fmt.Sprint(e.From.Ref(), e.Relation, e.To.Ref(), e.Count))
			for _, end := range []struct {
				ref   string
				depth int
			}{{e.From.Ref(), to + 1}, {e.To.Ref(), from + 1}} {
				if d, ok := nearest[end.ref]; !ok || end.depth < d {
					nearest[end.ref] = end.depth
				}
			}
		}
		for _, e := range net.Edges {
			got = append(got, fmt.Sprint(e.From.Ref(), e.Relation, e.To.Ref(), e.Count))
		}
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %d edges, want %d", test.name, len(got), len(want))
		}
		for ref, depth := range shown {
			if depth > test.depth || depth > 0 && nearest[ref] != depth {
				t.Errorf("%s: %s is said to be %d steps away, nearest %d", test.name, ref, depth, nearest[ref])
			}
		}
	}
}

func TestNetworkOptionErrors(t *testing.T) {
	g := smallGraph(t)
	for _, o := range []queries.NeighborhoodOptions{
		{Depth: -1}, {Relations: []string{"owns"}}, {Cluster: "colour"},
	} {
		var option *queries.OptionError
		if _, err := queries.Neighborhood(t.Context(), g, []string{"istio"}, &o); !errors.As(err, &option) {
			t.Errorf("%+v: error %v", o, err)
		}
	}
}

// TestPartAnswersAlike builds a graph of a part and asks it what the part holds. (Which
// talks are one is resolved anew, from less.)
func TestPartAnswersAlike(t *testing.T) {
	g := openDefault()
	defer g.Close()
	statements, err := queries.Part(t.Context(), g, []string{"istio"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	part, err := graph.New(slices.Collect(g.Stated(statements)))
	if err != nil {
		t.Fatal(err)
	}
	defer part.Close()
	if part.Quads() < len(statements) || len(statements) < 1000 || len(statements) > g.Quads()/10 {
		t.Errorf("%d quads of %d statements", part.Quads(), len(statements))
	}
	of := func(g *graph.Graph) string {
		why, err := queries.Why(t.Context(), g, "istio", "project/envoy", nil)
		if err != nil {
			t.Fatal(err)
		}
		projects, err := queries.Projects(t.Context(), g, &queries.Filter{Names: []string{"istio", "project/envoy"}})
		if err != nil {
			t.Fatal(err)
		}
		var text string
		for _, p := range projects.Projects {
			text += fmt.Sprintln(p.Name, p.Maturity, p.Milestones, p.Homepage, p.Repositories)
		}
		for _, s := range why.Statements {
			if s.Via == nil {
				text += fmt.Sprintln(s.Text, s.Evidence)
			}
		}
		return text
	}
	if got, want := of(part), of(g); got != want {
		t.Errorf("the part answers\n%s\nthe whole\n%s", got, want)
	}
}

// TestPartOfEverything checks that the options bound it, and that without any it is
// the whole graph but for what is said of sources that say nothing of an entity.
func TestPartOfEverything(t *testing.T) {
	g := smallGraph(t)
	kinds := vocab.Kinds[:]
	all, err := queries.Part(t.Context(), g, nil, &queries.NeighborhoodOptions{Kinds: kinds})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != g.Quads() {
		t.Errorf("%d statements, want %d", len(all), g.Quads())
	}
	early, err := queries.Part(t.Context(), asOf(t, g, "2017-06"), nil, &queries.NeighborhoodOptions{Kinds: []vocab.Kind{vocab.KindProject}})
	if err != nil {
		t.Fatal(err)
	}
	for q := range g.Stated(early) {
		k, _, _ := vocab.KindOf(q.Subject.Value)
		if k != vocab.KindProject && k != "" {
			t.Errorf("%v is about no project", q)
		}
		if q.Object.Datatype == vocab.XSDDate && q.Object.Value > "2017-06-30" && k == vocab.KindProject {
			t.Errorf("%v is of later", q)
		}
	}
}
