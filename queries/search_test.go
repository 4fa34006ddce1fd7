package queries_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

func TestSearch(t *testing.T) {
	g := smallGraph(t)
	for _, test := range []struct {
		words string
		kinds []vocab.Kind
		want  string // the first ones found: reference, match, letters, name
	}{
		{"istio", nil, "project/istio name 0 Istio"},
		{"ｲｽﾃｨｵ", nil, "project/istio alias 0 イスティオ"},
		{"itsio", nil, "project/istio misspelling 0 Itsio"},
		{"isto", nil, "project/istio typo 1 Istio"},
		{"イステオ", nil, "project/istio typo 1 イスティオ"},
		{"prometehus", nil, "project/prometheus typo 1 Prometheus"},
		{"prom", nil, "project/prometheus prefix 0 Prometheus"},
		{"kong", nil, "project/kong name 0 Kong; organization/kong name 0 Kong"},
		{"kong", []vocab.Kind{vocab.KindOrganization}, "organization/kong name 0 Kong"},
		{"service mesh", nil, "category/orchestration--service-mesh name 0 Orchestration / Service Mesh"},
		{"minutes nats", nil, "talk/nats-a words 0 NATS in 10 minutes"},
		{"minutse nats", nil, "talk/nats-a typo 1 NATS in 10 minutes"},
		{"hanako yamada", nil, "speaker/hanako-a words 0 Yamada Hanako"},
		{"@taro_cloud", nil, "speaker/taro-cloud alias 0 taro_cloud"},
		{"記録", nil, "source/file:memos/mesh-night.md words 0 Mesh Night の記録"},
		{"zzzzzz", nil, ""},
		{"", nil, ""},
		{"!", nil, ""},
	} {
		found, err := queries.Search(t.Context(), g, test.words, &queries.SearchOptions{Kinds: test.kinds})
		if err != nil {
			t.Errorf("Search(%q): %v", test.words, err)
			continue
		}
		var got []string
		for _, r := range found.Results {
			got = append(got, howFound(r))
			if len(r.Evidence) == 0 {
				t.Errorf("Search(%q): no evidence of %s", test.words, r.Ref())
			}
		}
		n := min(len(got), 1+strings.Count(test.want, ";"))
		if list := strings.Join(got[:n], "; "); list != test.want || test.want == "" && len(got) > 0 {
			t.Errorf("Search(%q) = %s, want %s", test.words, strings.Join(got, "; "), test.want)
		}
	}
	var fault *queries.OptionError
	if _, err := queries.Search(t.Context(), g, "istio", &queries.SearchOptions{Kinds: []vocab.Kind{"planet"}}); !errors.As(err, &fault) {
		t.Errorf("a kind that is none: %v", err)
	}
}

// howFound tells how an entity was found.
func howFound(r queries.FoundEntity) string {
	return fmt.Sprintf("%s %s %d %s", r.Ref(), r.Match, r.Edits, r.Matched)
}

// TestSearchByScan compares Search and its limits with a scan of all names, for names
// of the small and the built-in graph as they are, cut, shuffled and misspelt.
func TestSearchByScan(t *testing.T) {
	built, err := graph.Default()
	if err != nil {
		t.Fatal(err)
	}
	defer built.Close()
	for name, g := range map[string]*graph.Graph{"small": smallGraph(t), "built-in": built, "built-in in 2020": asOf(t, built, "2020-06")} {
		all := scannedNames(g)
		random := rand.New(rand.NewPCG(7, 7))
		for range 30 {
			words := altered(random, all[random.IntN(len(all))].text)
			var kinds []vocab.Kind
			if random.IntN(3) == 0 {
				kinds = []vocab.Kind{vocab.Kinds[random.IntN(len(vocab.Kinds))]}
			}
			want := scanned(g, all, words, kinds)
			for _, limit := range []int{0, 1, 5} {
				found, err := queries.Search(t.Context(), g, words, &queries.SearchOptions{Kinds: kinds, Limit: limit})
				if err != nil {
					t.Fatal(err)
				}
				kept := want
				if limit > 0 {
					kept = want[:min(limit, len(want))]
				}
				var got []string
				for _, r := range found.Results {
					got = append(got, fmt.Sprintf("%s %s %d", r.Ref(), r.Match, r.Edits))
				}
				if !slices.Equal(got, kept) || found.Omitted != len(want)-len(kept) {
					t.Errorf("%s: Search(%q, %v, %d) = %q and %d more, want %q", name, words, kinds, limit, got, found.Omitted, kept)
				}
			}
		}
	}
}

// TestNamesByScan compares what Find finds by a name's key, and what it suggests, with
// a scan of all names.
func TestNamesByScan(t *testing.T) {
	g, err := graph.Default()
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	all := scannedNames(g)
	random := rand.New(rand.NewPCG(3, 9))
	for range 80 {
		n := all[random.IntN(len(all))]
		name := altered(random, n.text)
		kinds := []vocab.Kind{n.kind}
		want := map[graph.ID]bool{}
		key := vocab.NameKey(name)
		for _, other := range all {
			if other.kind == n.kind && other.key == key && !other.isWrong {
				want[other.entity] = true
			}
		}
		id, err := queries.Find(t.Context(), g, name, &queries.FindOptions{Kinds: kinds})
		var missing *queries.NotFoundError
		var many *queries.AmbiguousError
		switch {
		case err == nil && key != "":
			_, slug := g.EntityID(id)
			if !want[id] && vocab.Slug(name) != slug && name != slug { // an id is no name
				t.Errorf("Find(%q) finds %s", name, slug)
			}
		case errors.As(err, &many):
			for _, c := range many.Candidates {
				if id, _ := g.Entity(c.Kind, c.ID); !want[id] {
					t.Errorf("Find(%q) may be %s", name, c.Ref())
				}
			}
		case errors.As(err, &missing):
			if len(want) > 0 {
				t.Errorf("Find(%q): %v", name, err)
			}
			for _, s := range missing.Suggestions {
				if id, _ := g.Entity(s.Kind, s.ID); !slices.ContainsFunc(all, func(n scannedName) bool {
					return n.entity == id && (edits(key, n.key) <= 3 || strings.HasPrefix(n.key, key) || utf8.RuneCountInString(key) >= 8)
				}) {
					t.Errorf("Find(%q) suggests %s", name, s.Ref())
				}
			}
		case err != nil:
			t.Errorf("Find(%q): %v", name, err)
		}
	}
}

func TestCompletions(t *testing.T) {
	g := smallGraph(t)
	for beginning, want := range map[string]string{
		"ist":         "istio=project/istio",
		"Ist":         "Istio=project/istio",
		"IST":         "",
		"イス":          "イスティオ=project/istio",
		"Yamada H":    "Yamada Hanako=speaker/hanako-a",
		"@taro_":      "@taro_cloud=speaker/taro-cloud",
		"talk/nats-a": "talk/nats-a=talk/nats-a",
		"Service M":   "",
		"Itsi":        "",
		"kong":        "kong=project/kong organization/kong=organization/kong",
		"zzz":         "",
	} {
		list, err := queries.Completions(t.Context(), g, beginning)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, c := range list {
			kind, slug := g.EntityID(c.Entity)
			got = append(got, c.Text+"="+string(kind)+"/"+slug)
			if id, err := queries.Find(t.Context(), g, c.Text, &queries.FindOptions{Kinds: []vocab.Kind{kind}}); err != nil || id != c.Entity {
				t.Errorf("%q is completed to %q, which finds %d, %v", beginning, c.Text, id, err)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q is completed to %q, want %q", beginning, got, want)
		}
	}
	every, err := queries.Completions(t.Context(), g, "", vocab.KindProject)
	if err != nil || len(every) != len(slices.Collect(g.Subjects(vocab.Type, idOf(t, g, vocab.Project)))) {
		t.Errorf("%d projects are completed: %v", len(every), err)
	}
}

// idOf returns the number of the IRI.
func idOf(t *testing.T, g *graph.Graph, iri string) graph.ID {
	t.Helper()
	id, ok := g.ID(rdf.NewIRI(iri))
	if !ok {
		t.Fatalf("no %s", iri)
	}
	return id
}
