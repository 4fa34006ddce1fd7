package queries_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

// gapFacts are projects at all levels: NATS with a talk at Fog Conf 2 of 2021-05-10, Envoy
// with talks in 2019 and 2020 and one without a date, Istio with such a talk alone, Helm
// that is only named, Kafka that is no CNCF project, and Rook that was archived.
var gapFacts = conference(categoryFacts,
	"project/nats incubating 2018-03-15 https://example.org/landscape.yml 8\n",
	project("envoy", "Envoy", "incubating 2017-09-13", "graduated 2018-11-28"),
	occasion("e", "Rain Day", "2019-01-01", ""), given("envoy-1", "e", "ada", 20, "envoy"),
	given("envoy-2", "", "ada", 21, "envoy"), "talk/envoy-2 startDate 2020 "+src+" 21\n", given("envoy-3", "", "ada", 22, "envoy"),
	project("istio", "Istio", "incubating 2020-01-01", "graduated 2021-05-11"), given("istio", "", "ada", 23, "istio"),
	project("helm", "Helm", "sandbox 2019-01-01"), "talk/now mentions project/helm "+src+" 10\n",
	project("kafka", "Kafka"), project("rook", "Rook", "sandbox 2018-01-01", "archived 2020-01-01"),
	project("later", "Later", "sandbox 2022-01-01"),
)

func TestGaps(t *testing.T) {
	g := factGraph(t, gapFacts)
	for _, test := range []struct {
		name string
		opts *queries.GapOptions
		asOf string
		want string // projects with last talks; categories with projects
	}{
		{"ever", nil, "", "sandbox helm never, sandbox later never; "},
		{"since a day", &queries.GapOptions{Since: "2021-05-10"}, "", "graduated istio 1 undated, graduated envoy 2020, sandbox helm never, sandbox later never; Run / Proxy 2"},
		{"since a day after all talks", &queries.GapOptions{Since: "2021-05-11"}, "", "graduated istio 1 undated, graduated envoy 2020, incubating nats 2021-05-10, sandbox helm never, sandbox later never; Run 3, Run / Proxy 2, Run / Queue 1"},
		{"since a day of the year of a talk", &queries.GapOptions{Since: "2020-12-31", Maturity: []vocab.Level{vocab.Graduated}}, "", "graduated istio 1 undated; "},
		{"of a level", &queries.GapOptions{Since: "2022", Maturity: []vocab.Level{vocab.Incubating}}, "", "incubating nats 2021-05-10; "},
		{"archived", &queries.GapOptions{Maturity: []vocab.Level{vocab.Archived}}, "", "archived rook never; "},
		{"of a category", &queries.GapOptions{Since: "2022", Category: "Run / Queue"}, "", "incubating nats 2021-05-10; Run / Queue 1"},
		{"at an event", &queries.GapOptions{Event: "Fog Conf 2"}, "", "graduated envoy 2020, incubating istio 1 undated, sandbox helm never; Run / Proxy 1"},
		{"at an event, of its levels", &queries.GapOptions{Event: "Fog Conf 2", Maturity: []vocab.Level{vocab.Incubating}}, "", "incubating istio 1 undated; "},
		{"at a series", &queries.GapOptions{Event: "Fog Conf", Since: "2022"}, "", "graduated istio 1 undated, graduated envoy 2020, incubating nats 2021-05-10, sandbox helm never, sandbox later never; Run 3, Run / Proxy 2, Run / Queue 1"},
		{"as of a day", &queries.GapOptions{Since: "2019-06-01"}, "2019-12-31", "graduated envoy 2019-01-01, incubating nats never, sandbox helm never, sandbox rook never; Run 2, Run / Proxy 1, Run / Queue 1"},
		{"limited", &queries.GapOptions{Since: "2021-05-11", Limit: 1}, "", "graduated istio 1 undated +4; Run 3 +2"},
	} {
		t.Run(test.name, func(t *testing.T) {
			list, err := queries.Gaps(t.Context(), asOf(t, g, test.asOf), test.opts)
			if err != nil {
				t.Fatal(err)
			}
			if got := gapText(list); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// gapText returns the gaps in one line.
func gapText(list *queries.GapList) string {
	var projects, categories []string
	for _, p := range list.Projects {
		last := "never"
		if p.Undated > 0 {
			last = fmt.Sprintf("%d undated", p.Undated)
		}
		if p.LastTalk != nil {
			last = p.LastTalk.Date
		}
		projects = append(projects, fmt.Sprintf("%s %s %s", p.Maturity, p.ID, last))
	}
	for _, c := range list.Categories {
		categories = append(categories, fmt.Sprintf("%s %d", c.Name, c.Projects))
	}
	text := strings.Join(projects, ", ")
	if list.Omitted > 0 {
		text += fmt.Sprintf(" +%d", list.Omitted)
	}
	text += "; " + strings.Join(categories, ", ")
	if list.OmittedCategories > 0 {
		text += fmt.Sprintf(" +%d", list.OmittedCategories)
	}
	return text
}

// TestGapsOfAnEventAreWhatItsReportMisses holds the two against each other on the
// built-in graph.
func TestGapsOfAnEventAreWhatItsReportMisses(t *testing.T) {
	g := openDefault()
	defer g.Close()
	const event = "KubeCon + CloudNativeCon Europe 2026"
	gaps, err := queries.Gaps(t.Context(), g, &queries.GapOptions{Event: event})
	if err != nil {
		t.Fatal(err)
	}
	r := reportOf(t, g, event, nil)
	var missed, want []string
	for _, c := range gaps.Categories {
		missed = append(missed, fmt.Sprint(c.ID, c.Projects))
	}
	for _, c := range r.Missed.Entries {
		want = append(want, fmt.Sprint(c.ID, c.Projects))
	}
	if !slices.Equal(missed, want) || len(missed) == 0 {
		t.Errorf("gaps %v, report %v", missed, want)
	}
	covered := map[string]bool{}
	for _, p := range r.Projects.Entries {
		covered[p.ID] = true
	}
	for _, p := range gaps.Projects {
		if covered[p.ID] {
			t.Errorf("%s is a gap, and has a talk", p.ID)
		}
	}
}

// TestGapsDatesATalkByWhatItsEventIsPartOf has a talk at an event without a date, which is
// part of one with a date.
func TestGapsDatesATalkByWhatItsEventIsPartOf(t *testing.T) {
	g := factGraph(t, conference("project/nats incubating 2018-03-15 https://example.org/landscape.yml 8\n",
		project("envoy", "Envoy", "graduated 2018-11-28"), occasion("part", "Mesh Day", "", "conf-2"), given("t", "part", "bo", 20, "envoy")))
	list, err := queries.Gaps(t.Context(), g, &queries.GapOptions{Since: "2022"})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := gapText(list), "graduated envoy 2021-05-10, incubating nats 2021-05-10; "; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestGapsRefusesBadOptions(t *testing.T) {
	g := factGraph(t, gapFacts)
	for _, opts := range []queries.GapOptions{{Since: "2024-13"}, {Maturity: []vocab.Level{"ripe"}}} {
		_, err := queries.Gaps(t.Context(), g, &opts)
		if bad := new(queries.OptionError); !errors.As(err, &bad) {
			t.Errorf("%+v: error %v", opts, err)
		}
	}
}
