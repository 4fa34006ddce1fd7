package queries_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

func TestFind(t *testing.T) {
	g := smallGraph(t)
	for _, test := range []struct {
		name  string
		kinds []vocab.Kind
		want  string // kind/id
	}{
		{"project/istio", nil, "project/istio"},
		{"https://w3id.org/cncfgraph/project/istio", nil, "project/istio"},
		{"talk/nats-a", nil, "talk/nats-a"},
		{"file:memos/deck.txt", nil, "source/file:memos/deck.txt"},
		{"source/file:memos/deck.txt", nil, "source/file:memos/deck.txt"},
		{"istio", nil, "project/istio"},
		{"ISTIO", nil, "project/istio"},
		{"  Istio ", nil, "project/istio"},
		{"Ｉｓｔｉｏ", nil, "project/istio"},
		{"イスティオ", nil, "project/istio"},
		{"ｲｽﾃｨｵ", nil, "project/istio"},
		{"Kong", nil, "project/kong"},
		{"kong", []vocab.Kind{vocab.KindOrganization}, "organization/kong"},
		{"organization/kong", nil, "organization/kong"},
		{"Service Mesh", nil, "category/orchestration--service-mesh"},
		{"orchestration / service mesh", nil, "category/orchestration--service-mesh"},
		{"mesh night kyoto 3", nil, "event/mesh-night-kyoto-3"},
		{"NATS in 10 Minutes", nil, "talk/nats-a"},
		{"taro_cloud", nil, "speaker/taro-cloud"},
		{"@Taro_Cloud", nil, "speaker/taro-cloud"},
		{"example inc", nil, "organization/example"},
		{"Mesh Night の記録", nil, "source/file:memos/mesh-night.md"},
	} {
		id, err := queries.Find(t.Context(), g, test.name, &queries.FindOptions{Kinds: test.kinds})
		if err != nil {
			t.Errorf("Find(%q): %v", test.name, err)
			continue
		}
		kind, slug := g.EntityID(id)
		if got := string(kind) + "/" + slug; got != test.want {
			t.Errorf("Find(%q) = %s, want %s", test.name, got, test.want)
		}
	}
}

func TestFindErrors(t *testing.T) {
	g := smallGraph(t)
	project := []vocab.Kind{vocab.KindProject}
	for _, test := range []struct {
		name  string
		kinds []vocab.Kind
		want  string
	}{
		{"prometeus", project, `no project "prometeus"; did you mean Prometheus?`},
		{"promehteus", project, `no project "promehteus"; did you mean Prometheus?`},
		{"Linkred", project, `no project "Linkred"; did you mean Linkerd?`},
		{"prom", project, `no project "prom"; did you mean Prometheus?`},
		{"Itsio", nil, `nothing is named "Itsio"; did you mean Istio?`},
		{"natz", nil, `nothing is named "natz"; did you mean NATS?`},
		{"zzzzzz", project, `no project "zzzzzz"`},
		{"project/zzzzzz", project, `no project "project/zzzzzz"`},
		{"talk/nats-a", project, `no project "talk/nats-a"`},
		{"", project, `no project ""`},
		{"!!!", nil, `nothing is named "!!!"`},
		{"taro", nil, `"taro" may be speaker/taro-honda or speaker/taro-suzuki`},
	} {
		_, err := queries.Find(t.Context(), g, test.name, &queries.FindOptions{Kinds: test.kinds})
		if err == nil || err.Error() != test.want {
			t.Errorf("Find(%q): %v, want %s", test.name, err, test.want)
		}
	}
}

func TestFindErrorTypes(t *testing.T) {
	g := smallGraph(t)
	_, err := queries.Related(t.Context(), g, "prometeus", nil)
	var missing *queries.NotFoundError
	if !errors.As(err, &missing) || len(missing.Suggestions) != 1 || missing.Suggestions[0].Ref() != "project/prometheus" {
		t.Errorf("Related(prometeus): %v", err)
	}
	_, err = queries.Talks(t.Context(), g, &queries.Filter{Speaker: "taro"})
	var ambiguous *queries.AmbiguousError
	if !errors.As(err, &ambiguous) || len(ambiguous.Candidates) != 2 {
		t.Errorf("Talks by Taro: %v", err)
	}
}

func TestFilters(t *testing.T) {
	g := smallGraph(t)
	for _, test := range []struct {
		name   string
		filter queries.Filter
		want   string
	}{
		{"project", queries.Filter{Project: "nats"}, "nats-b nats-a"},
		{"about, not mentioned", queries.Filter{Project: "envoy"}, ""},
		{"mentions", queries.Filter{Mentions: "envoy"}, "mesh-a"},
		{"speaker", queries.Filter{Speaker: "speaker/taro-cloud"}, "nats-a"},
		{"event", queries.Filter{Event: "Mesh Night Kyoto #3"}, "nats-a mesh-a"},
		{"series", queries.Filter{Event: "Mesh Night Kyoto"}, "nats-a mesh-a"},
		{"category", queries.Filter{Category: "messaging"}, "nats-b nats-a"},
		{"category above", queries.Filter{Category: "Orchestration", Event: "mesh-night-kyoto-3"}, "mesh-a"},
		{"incubating on the day", queries.Filter{Maturity: []vocab.Level{vocab.Incubating}, Until: "2018"}, "nats-a mesh-a"},
		{"graduated today does not count", queries.Filter{Maturity: []vocab.Level{vocab.Graduated}, Until: "2018"}, ""},
		{"place", queries.Filter{Place: "kyoto"}, "nats-a mesh-a"},
		{"no place", queries.Filter{Place: "Osaka"}, ""},
		{"since a year", queries.Filter{Since: "2019"}, "nats-b"},
		{"until the day itself", queries.Filter{Until: "2018-11-28"}, "nats-a mesh-a"},
		{"until the day before", queries.Filter{Until: "2018-11-27"}, ""},
		{"names", queries.Filter{Names: []string{"talk/nats-a", "Messages everywhere"}}, "nats-b nats-a"},
		{"limit", queries.Filter{Limit: 1, Project: "nats"}, "nats-b"},
	} {
		t.Run(test.name, func(t *testing.T) {
			list, err := queries.Talks(t.Context(), g, &test.filter)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, talk := range list.Talks {
				got = append(got, talk.ID)
			}
			if s := strings.Join(got, " "); s != test.want {
				t.Errorf("got %q, want %q", s, test.want)
			}
		})
	}
}

func TestFilterErrors(t *testing.T) {
	g := smallGraph(t)
	_, errSources := queries.Sources(t.Context(), g, &queries.Filter{Maturity: []vocab.Level{vocab.Sandbox}})
	_, errDate := queries.Talks(t.Context(), g, &queries.Filter{Since: "2018-13"})
	_, errLevel := queries.Projects(t.Context(), g, &queries.Filter{Maturity: []vocab.Level{"adult"}})
	_, errDepth := queries.Neighborhood(t.Context(), g, []string{"istio"}, &queries.NeighborhoodOptions{Depth: -1})
	for _, test := range []struct {
		err  error
		want string
	}{
		{errDepth, "depth -1 is negative"},
		{errSources, "a list of sources cannot be narrowed by maturity"},
		{errDate, `since: "2018-13" is no date (YYYY, YYYY-MM or YYYY-MM-DD)`},
		{errLevel, `unknown maturity level "adult"; one of accepted, sandbox, incubating, graduated, archived`},
	} {
		if test.err == nil || test.err.Error() != test.want {
			t.Errorf("%v, want %s", test.err, test.want)
		}
		if option := (*queries.OptionError)(nil); !errors.As(test.err, &option) {
			t.Errorf("%v is no *OptionError", test.err)
		}
	}
}

func TestListsOfTalks(t *testing.T) {
	g := smallGraph(t)
	f := &queries.Filter{Project: "nats", Place: "kyoto"}
	speakers, err := queries.Speakers(t.Context(), g, f)
	if err != nil || len(speakers.Speakers) != 1 || speakers.Speakers[0].Name != "taro_cloud" || speakers.Speakers[0].TalkCount != 1 {
		t.Errorf("speakers on NATS in Kyoto: %+v, %v", speakers, err)
	}
	events, err := queries.Events(t.Context(), g, f)
	if err != nil || len(events.Events) != 1 || events.Events[0].TalkCount != 1 || events.Events[0].Series != "Mesh Night Kyoto" {
		t.Errorf("events with NATS in Kyoto: %+v, %v", events, err)
	}
	projects, err := queries.Projects(t.Context(), g, &queries.Filter{Event: "mesh-night-kyoto-3"})
	var names []string
	for _, p := range projects.Projects {
		names = append(names, p.Name)
	}
	if err != nil || !slices.Equal(names, []string{"Istio", "Linkerd", "NATS"}) {
		t.Errorf("projects at the event: %v, %v", names, err)
	}
	sources, err := queries.Sources(t.Context(), g, &queries.Filter{Event: "mesh-night-kyoto-3"})
	if err != nil || len(sources.Sources) != 1 || sources.Sources[0].TalkCount != 2 {
		t.Errorf("sources on the event: %+v, %v", sources, err)
	}
}
