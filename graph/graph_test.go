package graph_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

const source = "https://example.org/report.md"

// quad returns a statement on a line of source.
func quad(subject rdf.Term, predicate string, object rdf.Term, line int) rdf.Quad {
	return rdf.Quad{
		Subject: subject, Predicate: rdf.NewIRI(predicate), Object: object,
		Label: vocab.Evidence{Source: source, Line: line}.Label(),
	}
}

// small returns a graph with an entity of every kind.
func small(t testing.TB) *graph.Graph {
	t.Helper()
	iri, text := rdf.NewIRI, rdf.NewString
	istio, envoy := vocab.Entity(vocab.KindProject, "istio"), vocab.Entity(vocab.KindProject, "envoy")
	talk, old := vocab.Entity(vocab.KindTalk, "mesh-a"), vocab.Entity(vocab.KindTalk, "mesh-b")
	hanako, taro := vocab.Entity(vocab.KindSpeaker, "hanako"), vocab.Entity(vocab.KindSpeaker, "taro")
	event, category := vocab.Entity(vocab.KindEvent, "mesh-night-3"), vocab.Entity(vocab.KindCategory, "mesh")
	company := vocab.Entity(vocab.KindOrganization, "example")
	g, err := graph.New([]rdf.Quad{
		quad(iri(source), vocab.Type, iri(vocab.Document), 0),
		quad(iri("https://example.org/deck.txt"), vocab.Type, iri(vocab.Document), 0),
		quad(iri("https://example.org/deck.txt"), vocab.Title, text("A deck"), 0),
		quad(istio, vocab.Type, iri(vocab.Project), 1),
		quad(istio, vocab.ProjectName, text("Istio"), 1),
		quad(istio, vocab.ProjectName, text("Istio"), 9),
		quad(istio, vocab.ProjectName, text("Istia"), 2),
		quad(istio, vocab.AltLabel, text("istio.io"), 1),
		quad(istio, vocab.AltLabel, rdf.NewLangString("イスティオ", "ja"), 1),
		quad(istio, vocab.HiddenLabel, text("Itsio"), 1),
		quad(istio, vocab.Uses.Predicate, envoy, 3),
		quad(istio, vocab.Uses.Predicate, envoy, 4),
		quad(istio, vocab.Subject, category, 1),
		quad(envoy, vocab.Type, iri(vocab.Project), 5),
		quad(category, vocab.Type, iri(vocab.Category), 1),
		quad(category, vocab.PrefLabel, text("Mesh"), 1),
		quad(talk, vocab.Type, iri(vocab.Talk), 6),
		quad(talk, vocab.About, istio, 6),
		quad(talk, vocab.SuperEvent, event, 6),
		quad(old, vocab.SameAs, talk, 7),
		quad(event, vocab.Type, iri(vocab.Event), 6),
		quad(hanako, vocab.Type, iri(vocab.Person), 8),
		quad(hanako, vocab.Profile, iri("https://twitter.com/hanako/"), 8),
		quad(hanako, vocab.Affiliation, company, 8),
		quad(taro, vocab.Type, iri(vocab.Person), 8),
		quad(taro, vocab.Nick, text("taro_cloud"), 8),
		quad(company, vocab.Type, iri(vocab.Organization), 8),
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { g.Close() })
	return g
}

// find returns the entity "kind/id".
func find(t testing.TB, g *graph.Graph, ref string) graph.ID {
	t.Helper()
	kind, slug, _ := strings.Cut(ref, "/")
	id, ok := g.Entity(vocab.Kind(kind), slug)
	if !ok {
		t.Fatalf("no %s", ref)
	}
	return id
}

func TestEntity(t *testing.T) {
	g := small(t)
	for _, test := range []struct{ ref, want string }{
		{"project/istio", "project/istio"},
		{"talk/mesh-b", "talk/mesh-a"},
		{"source/" + source, "source/" + source},
	} {
		kind, slug := g.EntityID(find(t, g, test.ref))
		if got := string(kind) + "/" + slug; got != test.want {
			t.Errorf("%s is %s, want %s", test.ref, got, test.want)
		}
	}
	for _, test := range []struct {
		kind vocab.Kind
		id   string
	}{
		{vocab.KindProject, "nats"},
		{vocab.KindTalk, "istio"},
		{vocab.KindProject, ""},
		{vocab.KindSource, "https://example.org/unknown"},
		{vocab.KindSource, "no IRI"},
		{"planet", "istio"},
	} {
		if id, ok := g.Entity(test.kind, test.id); ok {
			t.Errorf("Entity(%q, %q) = %d", test.kind, test.id, id)
		}
	}
}

func TestKind(t *testing.T) {
	g := small(t)
	for _, kind := range vocab.Kinds {
		from, to := g.Range(kind)
		for id := from; id < to; id++ {
			if got := g.Kind(id); got != kind {
				t.Errorf("%v is a %q, want %q", g.Term(id), got, kind)
			}
		}
		if kind != vocab.KindSource && from == to {
			t.Errorf("no %s", kind)
		}
	}
	if got := g.Kind(find(t, g, "source/"+source)); got != vocab.KindSource {
		t.Errorf("the source is a %q", got)
	}
	literal, _ := g.ID(rdf.NewString("Istio"))
	class, _ := g.ID(rdf.NewIRI(vocab.Project))
	for _, id := range []graph.ID{0, literal, class} {
		if got := g.Kind(id); got != "" {
			t.Errorf("%v is a %q", g.Term(id), got)
		}
	}
}

func TestName(t *testing.T) {
	g := small(t)
	for ref, want := range map[string][]string{
		"project/istio":                       {"Istio", "Istia", "istio.io", "イスティオ"},
		"project/envoy":                       {"envoy"},
		"category/mesh":                       {"Mesh"},
		"speaker/hanako":                      {"hanako"},
		"speaker/taro":                        {"taro_cloud"},
		"source/" + source:                    {"report.md"},
		"source/https://example.org/deck.txt": {"A deck"},
	} {
		if got := g.Names(find(t, g, ref)); !slices.Equal(got, want) || g.Name(find(t, g, ref)) != want[0] {
			t.Errorf("%s is named %q, want %q", ref, got, want)
		}
	}
}

func TestObjects(t *testing.T) {
	g := small(t)
	istio, envoy := find(t, g, "project/istio"), find(t, g, "project/envoy")
	if got := slices.Collect(g.Objects(istio, vocab.Uses.Predicate)); !slices.Equal(got, []graph.ID{envoy}) {
		t.Errorf("Istio uses %v, want Envoy once", got)
	}
	for _, predicate := range []string{vocab.Uses.Predicate, vocab.ProjectName, vocab.Subject, "https://example.org/absent"} {
		for _, id := range []graph.ID{istio, envoy, 0} {
			want := append([]graph.ID{7}, slices.Collect(g.Objects(id, predicate))...)
			if got := g.AppendObjects([]graph.ID{7}, id, predicate); !slices.Equal(got, want) {
				t.Errorf("AppendObjects(%d, %s) = %v, want %v", id, predicate, got, want)
			}
		}
	}
	if got := slices.Collect(g.Subjects(vocab.Uses.Predicate, envoy)); !slices.Equal(got, []graph.ID{istio}) {
		t.Errorf("Envoy is used by %v, want Istio once", got)
	}
	var lines []int
	for s := range g.Statements(istio, vocab.Uses.Predicate, 0) {
		lines = append(lines, g.Evidence(s.Label).Line)
	}
	if !slices.Equal(lines, []int{3, 4}) {
		t.Errorf("evidence on lines %v, want 3 and 4", lines)
	}
	if !g.Has(istio, vocab.Uses.Predicate, envoy) || g.Has(envoy, vocab.Uses.Predicate, istio) || g.Has(0, vocab.Uses.Predicate, envoy) {
		t.Error("Has does not tell which uses which")
	}
	if got := g.Value(istio, vocab.ProjectName); got != "Istio" {
		t.Errorf("Value is %q, want the name with the most evidence", got)
	}
}

// TestAbsentPredicate checks that a predicate of which there is no statement is
// not taken for the wildcard.
func TestAbsentPredicate(t *testing.T) {
	g := small(t)
	istio := find(t, g, "project/istio")
	for range g.Statements(istio, vocab.RecordedIn, 0) {
		t.Error("a statement with a predicate that does not occur")
	}
	for range g.Objects(0, vocab.Uses.Predicate) {
		t.Error("an object of nothing")
	}
	for range g.Subjects(vocab.Uses.Predicate, 0) {
		t.Error("a subject of nothing")
	}
	if g.Value(istio, vocab.RecordedIn) != "" || g.Has(istio, vocab.RecordedIn, istio) {
		t.Error("a fact with a predicate that does not occur")
	}
}

// TestCircle checks that a circle of owl:sameAs, which others may have written,
// ends.
func TestCircle(t *testing.T) {
	a, b := vocab.Entity(vocab.KindTalk, "a"), vocab.Entity(vocab.KindTalk, "b")
	g, err := graph.New([]rdf.Quad{quad(a, vocab.SameAs, b, 1), quad(b, vocab.SameAs, a, 2)})
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := g.Entity(vocab.KindTalk, "a"); !ok {
		t.Error("no talk")
	}
}

func TestConcurrentUse(t *testing.T) {
	g := small(t)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 50 {
				istio, _ := g.Entity(vocab.KindProject, "istio")
				if g.Name(istio) != "Istio" || g.Value(istio, vocab.Homepage) != "" {
					t.Error("another answer than alone")
				}
			}
		})
	}
	wait.Wait()
}

// TestLoopsMakeNoGarbage holds the loops of which answers are made to no garbage, in a
// graph and in a view as of a day.
func TestLoopsMakeNoGarbage(t *testing.T) {
	g := small(t)
	past, err := g.AsOf("2030")
	if err != nil {
		t.Fatal(err)
	}
	for name, g := range map[string]*graph.Graph{"graph": g, "past": past} {
		istio, _ := g.Entity(vocab.KindProject, "istio")
		n := 0
		walk := func() {
			for s := range g.Match(istio, 0, 0) {
				for range g.Statements(s.Subject, vocab.ProjectName, 0) {
					n++
				}
				for range g.Objects(s.Subject, vocab.Subject) {
					n++
				}
			}
			for talk := range g.Subjects(vocab.About, istio) {
				for range g.Objects(talk, vocab.Performer) {
					n++
				}
			}
		}
		walk() // what is asked for the first time is kept
		if allocations := testing.AllocsPerRun(100, walk); allocations > 0 || n == 0 {
			t.Errorf("%s: %v allocations in %d steps", name, allocations, n)
		}
	}
}
