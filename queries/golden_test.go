package queries_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/draw"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/internal/golden"
	"github.com/cncfgraph/cncfgraph/queries"
)

// answers are the questions of TestAnswers, by the name of their golden file.
var answers = []struct {
	name string
	ask  func(t *testing.T, g *graph.Graph) (any, error)
}{
	{"related-istio", func(t *testing.T, g *graph.Graph) (any, error) { return queries.Related(t.Context(), g, "istio", nil) }},
	{"related-nats-limit", func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.Related(t.Context(), g, "nats", &queries.RelatedOptions{Limit: 1, Evidence: 1})
	}},
	{"why-istio-envoy", func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.Why(t.Context(), g, "istio", "envoy", nil)
	}},
	{"why-hanako-nats", func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.Why(t.Context(), g, "@hanako", "NATS", nil)
	}},
	{"why-nats-prometheus", func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.Why(t.Context(), g, "nats", "prometheus", nil)
	}},
	{"why-since", func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.Why(t.Context(), g, "istio", "envoy", &queries.WhyOptions{Since: "2018-11-28", Quote: func(d queries.Document, first, last int) string {
			return fmt.Sprintf("lines %d to %d of %+v", first, last, d)
		}})
	}},
	{"path-hanako-envoy", func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.Path(t.Context(), g, "@hanako", "envoy", nil)
	}},
	{"path-istio-nats-steps", func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.Path(t.Context(), g, "istio", "nats", &queries.PathOptions{Limit: 1, Steps: 4, Avoid: []string{"@hanako"}})
	}},
	{"path-none", func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.Path(t.Context(), g, "istio", "nats", &queries.PathOptions{Relations: []string{"uses"}})
	}},
	{"projects", func(t *testing.T, g *graph.Graph) (any, error) { return queries.Projects(t.Context(), g, nil) }},
	{"projects-graduated-2018", func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.Projects(t.Context(), asOf(t, g, "2018-12-01"), &queries.Filter{Maturity: []vocab.Level{vocab.Graduated}})
	}},
	{"talks", func(t *testing.T, g *graph.Graph) (any, error) { return queries.Talks(t.Context(), g, nil) }},
	{"speakers", func(t *testing.T, g *graph.Graph) (any, error) { return queries.Speakers(t.Context(), g, nil) }},
	{"events", func(t *testing.T, g *graph.Graph) (any, error) { return queries.Events(t.Context(), g, nil) }},
	{"categories", func(t *testing.T, g *graph.Graph) (any, error) { return queries.Categories(t.Context(), g, nil) }},
	{"organizations", func(t *testing.T, g *graph.Graph) (any, error) { return queries.Organizations(t.Context(), g, nil) }},
	{"sources", func(t *testing.T, g *graph.Graph) (any, error) { return queries.Sources(t.Context(), g, nil) }},
	{"describe-istio", func(t *testing.T, g *graph.Graph) (any, error) { return queries.Describe(t.Context(), g, "istio", nil) }},
	{"describe-talk", func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.Describe(t.Context(), g, "talk/mesh-b", nil)
	}},
	{"describe-speaker", func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.Describe(t.Context(), g, "Yamada Hanako", nil)
	}},
	{"describe-category-limit", func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.Describe(t.Context(), g, "service mesh", &queries.DescribeOptions{Limit: 1})
	}},
	{"report-mesh-night", func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.EventReport(t.Context(), g, "Mesh Night Kyoto #3", nil)
	}},
	{"report-series-limit", func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.EventReport(t.Context(), g, "Mesh Night Kyoto", &queries.EventReportOptions{Limit: 1})
	}},
	{"gaps", func(t *testing.T, g *graph.Graph) (any, error) { return queries.Gaps(t.Context(), g, nil) }},
	{"gaps-mesh-night", func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.Gaps(t.Context(), g, &queries.GapOptions{Event: "Mesh Night Kyoto #3", Since: "2018"})
	}},
	{"compare", func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.Compare(t.Context(), g, []string{"istio", "linkerd", "kong"}, nil)
	}},
	{"search-yamada", func(t *testing.T, g *graph.Graph) (any, error) { return queries.Search(t.Context(), g, "yamada", nil) }},
	{"search-mesh-limit", func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.Search(t.Context(), g, "mesh", &queries.SearchOptions{Limit: 2, Evidence: 1})
	}},
	{"stats", func(t *testing.T, g *graph.Graph) (any, error) { return queries.Stats(t.Context(), g) }},
	{"neighborhood-istio", func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.Neighborhood(t.Context(), g, []string{"istio"}, nil)
	}},
	{"neighborhood-two-steps", func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.Neighborhood(t.Context(), g, []string{"nats"}, &queries.NeighborhoodOptions{Depth: 2, Nodes: 6})
	}},
	{"neighborhood-2018", func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.Neighborhood(t.Context(), asOf(t, g, "2018-11-29"), []string{"linkerd"}, &queries.NeighborhoodOptions{Cluster: "event"})
	}},
	{"neighborhood-relations", func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.Neighborhood(t.Context(), g, []string{"istio", "kong"}, &queries.NeighborhoodOptions{
			Depth: 2, Relations: []string{"uses", "created_by", "category"}, Cluster: "category",
		})
	}},
	{"everything", func(t *testing.T, g *graph.Graph) (any, error) {
		return queries.Everything(t.Context(), g, &queries.NeighborhoodOptions{Kinds: []vocab.Kind{vocab.KindProject, vocab.KindTalk}, Cluster: "maturity"})
	}},
}

func TestAnswers(t *testing.T) {
	g := smallGraph(t)
	for _, a := range answers {
		t.Run(a.name, func(t *testing.T) {
			got := indented(t, g, a.ask)
			golden.Compare(t, "testdata/"+a.name+".json", got)
			if again := indented(t, g, a.ask); !bytes.Equal(got, again) {
				t.Errorf("the second answer differs:\n%s\n%s", got, again)
			}
		})
	}
}

// indented returns the answer as JSON.
func indented(t *testing.T, g *graph.Graph, ask func(*testing.T, *graph.Graph) (any, error)) []byte {
	t.Helper()
	answer, err := ask(t, g)
	if err != nil {
		t.Fatal(err)
	}
	if field := nilList(reflect.ValueOf(answer)); field != "" {
		t.Errorf("the list %s is nil, which JSON has as null", field)
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(answer); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestNetworkDiagram(t *testing.T) {
	g := smallGraph(t)
	for _, test := range []struct {
		name string
		opts *queries.NeighborhoodOptions
	}{
		{"istio", nil},
		{"nats", &queries.NeighborhoodOptions{Depth: 2, Nodes: 6}},
	} {
		net, err := queries.Neighborhood(t.Context(), g, []string{test.name}, test.opts)
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := draw.DOT(&out, net.Diagram(), nil); err != nil {
			t.Fatal(err)
		}
		golden.Compare(t, "testdata/"+test.name+".dot", out.Bytes())
	}
}

func TestAnswerDiagrams(t *testing.T) {
	g := smallGraph(t)
	related, err := queries.Related(t.Context(), g, "istio", nil)
	if err != nil {
		t.Fatal(err)
	}
	why, err := queries.Why(t.Context(), g, "istio", "envoy", nil)
	if err != nil {
		t.Fatal(err)
	}
	paths, err := queries.Path(t.Context(), g, "@hanako", "envoy", nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, d := range map[string]draw.Diagram{"related-istio": related.Diagram(g), "why-istio-envoy": why.Diagram(g), "path-hanako-envoy": paths.Diagram(g)} {
		var out bytes.Buffer
		if err := draw.DOT(&out, d, nil); err != nil {
			t.Fatal(err)
		}
		golden.Compare(t, "testdata/"+name+".dot", out.Bytes())
	}
}

// nilList returns the path of a nil slice inside v, "" where there is none.
func nilList(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			return nilList(v.Elem())
		}
	case reflect.Slice:
		if v.IsNil() {
			return "."
		}
		for i := range v.Len() {
			if path := nilList(v.Index(i)); path != "" {
				return fmt.Sprintf("[%d]%s", i, path)
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if path := nilList(v.Field(i)); path != "" {
				return v.Type().Field(i).Name + " " + path
			}
		}
	}
	return ""
}
