package queries_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

// asOf returns g as it was on the date, g itself where that is empty.
func asOf(t testing.TB, g *graph.Graph, date string) *graph.Graph {
	t.Helper()
	if date == "" {
		return g
	}
	past, err := g.AsOf(date)
	if err != nil {
		t.Fatal(err)
	}
	return past
}

// questions are what can be asked of the small graph as of a day.
var questions = map[string]func(*testing.T, *graph.Graph) (any, error){
	"related": func(t *testing.T, g *graph.Graph) (any, error) { return queries.Related(t.Context(), g, "istio", nil) },
	"related of NATS": func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.Related(t.Context(), g, "nats", nil)
	},
	"search": func(t *testing.T, g *graph.Graph) (any, error) { return queries.Search(t.Context(), g, "mesh", nil) },
	"why": func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.Why(t.Context(), g, "istio", "envoy", nil)
	},
	"path": func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.Path(t.Context(), g, "istio", "nats", &queries.PathOptions{Limit: 20})
	},
	"timeline": func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.ProjectTimeline(t.Context(), g, "nats", &queries.TimelineOptions{Talks: true})
	},
	"describe": func(t *testing.T, g *graph.Graph) (any, error) { return queries.Describe(t.Context(), g, "istio", nil) },
	"describe an event": func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.Describe(t.Context(), g, "Mesh Night Kyoto #3", nil)
	},
	"projects": func(t *testing.T, g *graph.Graph) (any, error) { return queries.Projects(t.Context(), g, nil) },
	"talks":    func(t *testing.T, g *graph.Graph) (any, error) { return queries.Talks(t.Context(), g, nil) },
	"talks of NATS": func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.Talks(t.Context(), g, &queries.Filter{Mentions: "nats"})
	},
	"speakers":      func(t *testing.T, g *graph.Graph) (any, error) { return queries.Speakers(t.Context(), g, nil) },
	"events":        func(t *testing.T, g *graph.Graph) (any, error) { return queries.Events(t.Context(), g, nil) },
	"organizations": func(t *testing.T, g *graph.Graph) (any, error) { return queries.Organizations(t.Context(), g, nil) },
	"categories":    func(t *testing.T, g *graph.Graph) (any, error) { return queries.Categories(t.Context(), g, nil) },
	"sources":       func(t *testing.T, g *graph.Graph) (any, error) { return queries.Sources(t.Context(), g, nil) },
	"stats":         func(t *testing.T, g *graph.Graph) (any, error) { return queries.Stats(t.Context(), g) },
	"neighborhood": func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.Neighborhood(t.Context(), g, []string{"istio"}, &queries.NeighborhoodOptions{Depth: 2, Cluster: "maturity"})
	},
	"everything": func(t *testing.T, g *graph.Graph) (any, error) { return queries.Everything(t.Context(), g, nil) },
	"part": func(t *testing.T, g *graph.Graph) (any, error) {
		part, err := queries.Part(t.Context(), g, []string{"nats"}, nil)
		var lines []string
		for q := range g.Stated(part) {
			lines = append(lines, q.String())
		}
		return lines, err
	},
	"report": func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.EventReport(t.Context(), g, "Mesh Night Kyoto #3", nil)
	},
	"report of a series": func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.EventReport(t.Context(), g, "Mesh Night Kyoto", nil)
	},
	"gaps": func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.Gaps(t.Context(), g, &queries.GapOptions{Since: "2018-06"})
	},
	"compare": func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.Compare(t.Context(), g, []string{"istio", "nats"}, nil)
	},
	"places": func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.Events(t.Context(), g, &queries.Filter{Place: "Japan"})
	},
	"conflicts": func(t *testing.T, g *graph.Graph) (any, error) { return queries.Conflicts(t.Context(), g, nil) },
	"lint":      func(t *testing.T, g *graph.Graph) (any, error) { return queries.Lint(t.Context(), g, nil) },
}

// laterFacts returns facts that count from after the day on: what undated
// statements in documents issued later say of projects and speakers known already, talks
// given later, and levels reached later.
func laterFacts(r *rand.Rand, n int) string {
	var b strings.Builder
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	project := func() string {
		return "project/" + pick("istio", "linkerd", "envoy", "nats", "prometheus", "kong")
	}
	for i := range n {
		source := fmt.Sprintf("https://example.org/later-%d.md", i)
		year := pick("2019", "2020", "2021-05", "2024-02-29")
		fmt.Fprintf(&b, "<%s> a Document %s\n<%s> issued %s %s\n", source, source, source, year, source)
		switch r.IntN(5) {
		case 0:
			fmt.Fprintf(&b, "%s %s %s %s 3\n", project(), pick("uses", "alternativeTo", "mentions"), project(), source)
		case 1:
			fmt.Fprintf(&b, "<%s> mentions %s %s 5\n", source, project(), source)
		case 2:
			fmt.Fprintf(&b, "%s %s %s https://example.org/landscape.yml %d\n", project(), pick("graduated", "archived"), pick("2019", "2019-03-01", "2025-11"), 100+i)
		case 3:
			fmt.Fprintf(&b, "project/new-%d a Project %s 1\nproject/new-%d subject category/runtime--messaging %s 1\n", i, source, i, source)
		case 4:
			talk, event := fmt.Sprintf("talk/later-%d", i), fmt.Sprintf("event/later-%d", i)
			fmt.Fprintf(&b, "%s a Talk %s 7\n%s name \"Later %d\" %s 7\n%s about %s %s 7\n%s performer speaker/taro-cloud %s 8\n", talk, source, talk, i, source, talk, project(), source, talk, source)
			fmt.Fprintf(&b, "%s superEvent %s %s 7\n%s a Event %s 1\n%s startDate %s %s 1\n", talk, event, source, event, source, event, year, source)
			fmt.Fprintf(&b, "%s superEvent event/mesh-night-kyoto %s 1\n%s mentions %s %s 9\n", event, source, talk, project(), source)
		}
	}
	return b.String()
}

// TestLaterFactsChangeNoEarlierAnswer asks everything as of a day, of the small graph
// and of the same with facts of later days.
func TestLaterFactsChangeNoEarlierAnswer(t *testing.T) {
	small, err := os.ReadFile("testdata/small.facts")
	if err != nil {
		t.Fatal(err)
	}
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 8))
		before := factGraph(t, string(small))
		after := factGraph(t, string(small)+laterFacts(r, 1+r.IntN(12)))
		for _, day := range []string{"2018-12-31", "2018-11-28", "2018-06"} {
			for name, ask := range questions {
				want, got := answerText(t, asOf(t, before, day), ask), answerText(t, asOf(t, after, day), ask)
				if got != want {
					t.Fatalf("seed %d: %s as of %s:\n%s\nwithout what came later:\n%s", seed, name, day, got, want)
				}
			}
		}
	}
}

// answerText returns the answer as JSON.
func answerText(t *testing.T, g *graph.Graph, ask func(*testing.T, *graph.Graph) (any, error)) string {
	t.Helper()
	answer, err := ask(t, g)
	if err != nil {
		return "error: " + err.Error()
	}
	text, err := json.MarshalIndent(answer, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestAsOfCounts looks at single statements about the days on which they begin to count.
func TestAsOfCounts(t *testing.T) {
	const facts = `
<https://example.org/2020.md> a Document https://example.org/2020.md
<https://example.org/2020.md> issued 2020-06-15 https://example.org/2020.md
project/a a Project https://example.org/undated.yml 1
project/a projectName "A" https://example.org/undated.yml 1
project/b a Project https://example.org/2020.md 1
project/a uses project/b https://example.org/2020.md 2
project/a incubating 2019-05 https://example.org/undated.yml 3
talk/t a Talk https://example.org/2020.md 4
talk/t about project/a https://example.org/2020.md 4
talk/t superEvent event/e https://example.org/2020.md 4
event/e a Event https://example.org/2020.md 5
event/e startDate 2018-03-01 https://example.org/2020.md 5
talk/u a Talk https://example.org/2020.md 6
talk/u mentions project/b https://example.org/2020.md 6
`
	g := factGraph(t, facts)
	id := func(k vocab.Kind, slug string) graph.ID { id, _ := g.Entity(k, slug); return id }
	for _, test := range []struct {
		subject   graph.ID
		predicate string
		last      string // day on which it does not count yet, "" for none
		first     string
	}{
		{id(vocab.KindProject, "a"), vocab.ProjectName, "", "1999"},
		{id(vocab.KindProject, "a"), vocab.Type, "", "1999"},
		{id(vocab.KindProject, "a"), vocab.Uses.Predicate, "2020-06-14", "2020-06-15"},
		{id(vocab.KindProject, "b"), vocab.Type, "2020-06-14", "2020-06-15"},
		{id(vocab.KindProject, "a"), vocab.Incubating.Predicate(), "2019-05-30", "2019-05-31"},
		{id(vocab.KindTalk, "t"), vocab.About, "2018-02", "2018-03-01"},
		{id(vocab.KindTalk, "t"), vocab.Type, "2018-02-28", "2018"},
		{id(vocab.KindEvent, "e"), vocab.StartDate, "2017", "2018-03"},
		{id(vocab.KindTalk, "u"), vocab.Mentions, "2020-06-14", "2020-06"},
	} {
		holds := func(day string) bool {
			for range asOf(t, g, day).Statements(test.subject, test.predicate, 0) {
				return true
			}
			return false
		}
		if test.last != "" && holds(test.last) || !holds(test.first) {
			t.Errorf("%s %s: as of %s %v, as of %s %v", g.Name(test.subject), test.predicate, test.last, test.last != "" && holds(test.last), test.first, holds(test.first))
		}
	}
	if _, err := g.AsOf("2018-02-30"); err == nil {
		t.Error("the 30th of February is a date")
	}
}
