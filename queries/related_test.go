package queries_test

import (
	"errors"
	"fmt"
	"math"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/internal/golden"
	"github.com/cncfgraph/cncfgraph/queries"
)

// related returns the answer, which must not fail.
func related(t testing.TB, g *graph.Graph, project string, opts *queries.RelatedOptions) *queries.RelatedEntities {
	t.Helper()
	answer, err := queries.Related(t.Context(), g, project, opts)
	if err != nil {
		t.Fatal(err)
	}
	return answer
}

// TestRelatedIsASum checks, for every twentieth project of the default graph and every
// kind, that scores are the sums of their reasons, in order, and each has evidence.
func TestRelatedIsASum(t *testing.T) {
	g := openDefault()
	defer g.Close()
	from, to := g.Range(vocab.KindProject)
	for _, kind := range queries.RelatedKinds() {
		t.Run(string(kind), func(t *testing.T) {
			listed := 0
			for id := from; id < to; id += 20 {
				_, slug := g.EntityID(id)
				answer := related(t, g, "project/"+slug, &queries.RelatedOptions{Kind: kind, Evidence: 3})
				listed += len(answer.Related)
				checkRelated(t, answer, kind, 3)
			}
			if listed == 0 {
				t.Error("nothing is related to any project")
			}
		})
	}
}

// checkRelated checks what holds for every answer.
func checkRelated(t *testing.T, answer *queries.RelatedEntities, kind vocab.Kind, evidence int) {
	t.Helper()
	seen := map[string]bool{answer.Project.Ref(): true}
	last := 1.0
	for _, e := range answer.Related {
		name := answer.Project.ID + ", " + e.ID
		if e.Kind != kind {
			t.Errorf("%s: kind %s, want %s", name, e.Kind, kind)
		}
		if seen[e.Ref()] {
			t.Errorf("%s: is listed twice, or is the project itself", name)
		}
		seen[e.Ref()] = true
		sum := 0.0
		for _, r := range e.Reasons {
			sum += r.Weight
			if r.Weight <= 0 || r.Count <= 0 || r.Text == "" || strings.Contains(r.Text, "%!") {
				t.Errorf("%s: reason %+v", name, r)
			}
			if len(r.Evidence) == 0 || len(r.Evidence) > evidence {
				t.Errorf("%s: %d pieces of evidence of %s", name, len(r.Evidence), r.Kind)
			}
		}
		if math.Abs(sum-e.Score) > 5e-5 || e.Score <= 0 || e.Score > last {
			t.Errorf("%s: score %v, of reasons %v, after %v", name, e.Score, sum, last)
		}
		last = e.Score
	}
}

func TestRelatedLimits(t *testing.T) {
	g := openDefault()
	defer g.Close()
	all := related(t, g, "istio", nil)
	if all.Omitted != 0 || len(all.Related) < 30 {
		t.Fatalf("%d related to Istio, %d left out", len(all.Related), all.Omitted)
	}
	for _, limit := range []int{1, 7, len(all.Related), len(all.Related) + 1} {
		some := related(t, g, "istio", &queries.RelatedOptions{Limit: limit})
		want := all.Related[:min(limit, len(all.Related))]
		if !reflect.DeepEqual(some.Related, want) || some.Omitted != len(all.Related)-len(want) {
			t.Errorf("limit %d: %d and %d left out, want the first of all", limit, len(some.Related), some.Omitted)
		}
	}
	for _, limit := range []int{-1, 1, 4} {
		for i, e := range related(t, g, "istio", &queries.RelatedOptions{Evidence: limit, Limit: 20}).Related {
			for j, r := range e.Reasons {
				whole := all.Related[i].Reasons[j]
				if r.Weight != whole.Weight || r.Text != whole.Text || limit > 0 && len(r.Evidence) > limit || limit < 0 && len(r.Evidence) < len(whole.Evidence) {
					t.Errorf("evidence %d of %s: %+v", limit, e.ID, r)
				}
			}
		}
	}
}

func TestRelatedOptionErrors(t *testing.T) {
	g := smallGraph(t)
	for _, test := range []struct {
		opts queries.RelatedOptions
		want string
	}{
		{queries.RelatedOptions{Kind: vocab.KindSource}, `unknown kind "source"; one of [project talk speaker event category]`},
		{queries.RelatedOptions{Kind: "planet"}, `unknown kind "planet"; one of [project talk speaker event category]`},
		{queries.RelatedOptions{Since: "soon"}, "since: "},
	} {
		_, err := queries.Related(t.Context(), g, "istio", &test.opts)
		if option := (*queries.OptionError)(nil); !errors.As(err, &option) || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%+v: %v, want an OptionError %q", test.opts, err, test.want)
		}
	}
}

// reasons returns the kinds of the reasons why the entity is related, with their
// counts: "shared_talks 2 relation 1".
func reasons(answer *queries.RelatedEntities, id string) string {
	var list []string
	for _, e := range answer.Related {
		for _, r := range e.Reasons {
			if e.ID == id {
				list = append(list, fmt.Sprintf("%s %d", r.Kind, r.Count))
			}
		}
	}
	return strings.Join(list, " ")
}

// TestRelatedSince leaves out talks that were before the day or have no date, and
// documents that were issued before it; relations count whatever their date.
func TestRelatedSince(t *testing.T) {
	g := smallGraph(t)
	for _, test := range []struct{ since, project, of, want string }{
		{"", "istio", "linkerd", "relation 1 shared_category 1 shared_talks 1 prominence 2"},
		{"2018-11-28", "istio", "linkerd", "relation 1 shared_category 1 shared_talks 1 prominence 2"},
		{"2018-11-29", "istio", "linkerd", "relation 1 shared_category 1 prominence 2"},
		{"", "istio", "envoy", "relation 1 shared_talks 1 same_source 1 prominence 1"},
		{"2018-11-30", "istio", "envoy", "relation 1 same_source 1 prominence 1"},
		{"2018-12", "istio", "envoy", "relation 1 prominence 1"},
		{"", "istio", "nats", "shared_speakers 1 prominence 2"},
		{"2019", "istio", "nats", ""},
	} {
		answer := related(t, g, test.project, &queries.RelatedOptions{Since: test.since})
		if got := reasons(answer, test.of); got != test.want {
			t.Errorf("since %q, %s of %s: %s, want %s", test.since, test.of, test.project, got, test.want)
		}
	}
}

// star states that spokes name the hub.
func star(spokes int) string {
	var facts strings.Builder
	project := func(id string, line int) {
		fmt.Fprintf(&facts, "project/%s a Project https://example.org/a.yml %d\nproject/%s projectName %q https://example.org/a.yml %d\n", id, line, id, id, line)
	}
	project("alone", 1)
	project("hub", 2)
	for i := range spokes {
		project(fmt.Sprintf("spoke%d", i), 10+i)
		fmt.Fprintf(&facts, "project/spoke%d uses project/hub https://example.org/a.yml %d\n", i, 10+i)
	}
	return facts.String()
}

// TestProminenceAlone lists the project that ten others name, though nothing else
// speaks for it, and says so; nine are too few.
func TestProminenceAlone(t *testing.T) {
	for spokes, want := range map[int]string{9: "", 10: "prominence 10"} {
		answer := related(t, factGraph(t, star(spokes)), "alone", nil)
		if got := reasons(answer, "hub"); got != want || len(answer.Related) > 1 {
			t.Errorf("named by %d: %s and %d related, want %s", spokes, got, len(answer.Related), want)
		}
	}
	answer := related(t, factGraph(t, star(10)), "alone", nil)
	if got := answer.Related[0].Reasons[0]; got.Text != "prominence (named by 10 projects)" || len(got.Evidence) != 10 {
		t.Errorf("the reason is %+v", got)
	}
}

// TestRelatedCategories holds a narrow category above a broad one, and a category of
// their own above one in which all are beside another.
func TestRelatedCategories(t *testing.T) {
	facts := star(0)
	for c, members := range map[string]string{
		"narrow": "alone rival", "broad": "alone x0 x1 x2 x3 x4 x5 far", "facet": "alone other", "kind": "other x6",
	} {
		facts += fmt.Sprintf("category/%s a Category https://example.org/a.yml 5\ncategory/%s prefLabel %q https://example.org/a.yml 5\n", c, c, c)
		for _, m := range strings.Fields(members) {
			facts += fmt.Sprintf("project/%s a Project https://example.org/a.yml 6\nproject/%s projectName %q https://example.org/a.yml 6\nproject/%s subject category/%s https://example.org/a.yml 7\n", m, m, m, m, c)
		}
	}
	answer := related(t, factGraph(t, facts), "alone", nil)
	place := func(id string) int {
		return slices.IndexFunc(answer.Related, func(e queries.RelatedEntity) bool { return e.ID == id })
	}
	if rival, far, other := place("rival"), place("far"), place("other"); rival != 0 || far < 0 || far < rival || other >= 0 {
		t.Errorf("the one in the narrow category is at %d, that in the broad one at %d, that in the second one at %d", rival, far, other)
	}
}

// TestRelatedAsOf adds talks, relations and a project of later days: what was related
// before stays as it was, to the last digit.
func TestRelatedAsOf(t *testing.T) {
	later := `
<file:memos/later.md> a Document file:memos/later.md
<file:memos/later.md> issued 2030-01-01 file:memos/later.md
project/newcomer a Project file:memos/later.md 1
project/newcomer projectName "Newcomer" file:memos/later.md 1
project/newcomer subject category/orchestration--service-mesh file:memos/later.md 1
project/newcomer uses project/istio file:memos/later.md 2
project/nats uses project/istio file:memos/later.md 3
talk/later a Talk file:memos/later.md 4
talk/later name "Later" file:memos/later.md 4
talk/later startDate 2030-01-01 file:memos/later.md 4
talk/later about project/istio file:memos/later.md 4
talk/later about project/envoy file:memos/later.md 4
talk/later performer speaker/hanako-b file:memos/later.md 4
talk/later superEvent event/mesh-night-kyoto-3 file:memos/later.md 4
`
	text, err := os.ReadFile("testdata/small.facts")
	if err != nil {
		t.Fatal(err)
	}
	facts := string(text)
	before, after := factGraph(t, facts), factGraph(t, facts+later)
	for _, kind := range queries.RelatedKinds() {
		opts := &queries.RelatedOptions{Kind: kind}
		then, now := related(t, asOf(t, before, "2029"), "istio", opts), related(t, asOf(t, after, "2029"), "istio", opts)
		if !reflect.DeepEqual(then, now) {
			t.Errorf("%s: later facts changed the answer of 2029:\n%+v\n%+v", kind, then, now)
		}
		if today := related(t, after, "istio", opts); reflect.DeepEqual(today, now) {
			t.Errorf("%s: later facts change nothing today either", kind)
		}
		if late := related(t, asOf(t, after, "2031"), "istio", opts); !reflect.DeepEqual(late, related(t, after, "istio", opts)) {
			t.Errorf("%s: the view of all days answers otherwise than the graph", kind)
		}
	}
}

// TestRelatedDefault compares the best answers for well-known projects with those that
// a person reviewed.
func TestRelatedDefault(t *testing.T) {
	g := openDefault()
	defer g.Close()
	var out strings.Builder
	show := func(project string, kind vocab.Kind, limit int) {
		fmt.Fprintf(&out, "# %s: %s\n", project, kind)
		for _, e := range related(t, g, project, &queries.RelatedOptions{Kind: kind, Limit: limit}).Related {
			texts := make([]string, len(e.Reasons))
			for i, r := range e.Reasons {
				texts[i] = r.Text
			}
			fmt.Fprintf(&out, "%.2f %s: %s\n", e.Score, e.Name, strings.Join(texts, "; "))
		}
	}
	for _, project := range []string{"istio", "linkerd", "thanos", "nats", "harbor", "open-policy-agent", "argo", "terraform"} {
		show(project, vocab.KindProject, 8)
	}
	for _, kind := range queries.RelatedKinds()[1:] {
		show("istio", kind, 4)
	}
	golden.Compare(t, "testdata/related.golden", []byte(out.String()))
}
