package queries_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

// src is the source of most facts below.
const src = "https://example.org/talks.md"

// conference returns facts about the second of three editions of a series, with one
// talk by Ada about NATS, to which tests add others.
func conference(more ...string) string {
	return `<` + src + `> a Document ` + src + `
event/conf a EventSeries ` + src + ` 1
event/conf name "Fog Conf" ` + src + ` 1
` + occasion("conf-2", "Fog Conf 2", "2021-05-10", "conf") + `event/conf-2 endDate 2021-05-11 ` + src + ` 1
` + given("now", "conf-2", "ada", 10, "nats") + project("nats", "NATS") + strings.Join(more, "")
}

// occasion returns facts about an event, which has a date and is part of others where
// these are not empty.
func occasion(id, name, date, parent string) string {
	facts := fmt.Sprintf("event/%s a Event %s 2\nevent/%s name %q %s 2\n", id, src, id, name, src)
	if date != "" {
		facts += fmt.Sprintf("event/%s startDate %s %s 2\n", id, date, src)
	}
	if parent != "" {
		facts += fmt.Sprintf("event/%s superEvent event/%s %s 2\n", id, parent, src)
	}
	return facts
}

// given returns facts about a talk on the line, at an event where that is not empty.
func given(id, event, speaker string, line int, about ...string) string {
	facts := fmt.Sprintf("talk/%s a Talk %s %d\ntalk/%s name %q %s %d\n", id, src, line, id, "Talk "+id, src, line)
	if event != "" {
		facts += fmt.Sprintf("talk/%s superEvent event/%s %s %d\n", id, event, src, line)
	}
	if speaker != "" {
		facts += fmt.Sprintf("talk/%s performer speaker/%s %s %d\nspeaker/%s a Person %s %d\nspeaker/%s name %q %s %d\n", id, speaker, src, line, speaker, src, line, speaker, speaker, src, line)
	}
	for _, p := range about {
		facts += fmt.Sprintf("talk/%s about project/%s %s %d\n", id, p, src, line)
	}
	return facts
}

// project returns facts about a project with milestones, such as "sandbox 2020-01-01".
func project(id, name string, milestones ...string) string {
	const landscape = "https://example.org/landscape.yml"
	facts := fmt.Sprintf("<%s> a Document %s\n<%s> historyRank \"1\"^^integer %s\nproject/%s a Project %s\nproject/%s projectName %q %s\n",
		landscape, landscape, landscape, landscape, id, landscape, id, name, landscape)
	for i, m := range milestones {
		facts += fmt.Sprintf("project/%s %s %s %d\n", id, m, landscape, 100+i)
	}
	return facts
}

// reportOf returns the report of the event.
func reportOf(t *testing.T, g *graph.Graph, event string, opts *queries.EventReportOptions) *queries.Report {
	t.Helper()
	r, err := queries.EventReport(t.Context(), g, event, opts)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestReportTellsNewFromReturning(t *testing.T) {
	for _, test := range []struct {
		name, facts string
		want        string // standing, and standing in the series, of Ada and of NATS in the series
	}{
		{"no other talk", "", "new new new"},
		{"at the edition before", occasion("conf-1", "Fog Conf 1", "2020-05-10", "conf") + given("t", "conf-1", "ada", 20, "nats"), "returning returning returning"},
		{"at the edition after", occasion("conf-3", "Fog Conf 3", "2022-05-10", "conf") + given("t", "conf-3", "ada", 20, "nats"), "new new new"},
		{"elsewhere before", occasion("e", "Rain Day", "2021-05-09", "") + given("t", "e", "ada", 20, "nats"), "returning new new"},
		{"elsewhere on the second day", occasion("e", "Rain Day", "2021-05-11", "") + given("t", "e", "ada", 20, "nats"), "new new new"},
		{"elsewhere in the year before", occasion("e", "Rain Day", "2020", "") + given("t", "e", "ada", 20), "returning new new"},
		{"elsewhere in that year", occasion("e", "Rain Day", "2021", "") + given("t", "e", "ada", 20), "unknown new new"},
		{"elsewhere in that month", occasion("e", "Rain Day", "2021-05", "") + given("t", "e", "ada", 20), "unknown new new"},
		{"elsewhere in the month before", occasion("e", "Rain Day", "2021-04", "") + given("t", "e", "ada", 20), "returning new new"},
		{"at no event and without a date", given("t", "", "ada", 20, "nats"), "unknown new new"},
		{"with a date of its own", given("t", "", "ada", 20) + "talk/t startDate 2019-01-01 " + src + " 20\n", "returning new new"},
		{"at an edition of a lower number", occasion("conf-1", "Fog Conf 1", "", "conf") + given("t", "conf-1", "ada", 20, "nats"), "returning returning returning"},
		{"at an edition of a higher number", occasion("conf-3", "Fog Conf #10", "", "conf") + given("t", "conf-3", "ada", 20, "nats"), "new new new"},
		{"at an edition of another name", occasion("conf-x", "Fog Conf Winter", "", "conf") + given("t", "conf-x", "ada", 20, "nats"), "unknown unknown unknown"},
		{"at a part of the event", occasion("part", "Fog Conf 2 Day 0", "2021-05-09", "conf-2") + given("t", "part", "ada", 20, "nats"), "new new new"},
		{"at a part of the edition before", occasion("conf-1", "Fog Conf 1", "2020", "conf") + occasion("part", "Mesh Day", "", "conf-1") + given("t", "part", "ada", 20, "nats"), "returning returning returning"},
		{"of another speaker", occasion("conf-1", "Fog Conf 1", "2020", "conf") + given("t", "conf-1", "bo", 20), "new new new"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := reportOf(t, factGraph(t, conference(test.facts)), "Fog Conf 2", nil)
			speakers := slices.Concat(r.Speakers.New.Entries, r.Speakers.Returning.Entries, r.Speakers.Unknown.Entries)
			if len(speakers) != 1 || r.Speakers.Count != 1 || len(r.Projects.Entries) != 1 {
				t.Fatalf("%d speakers, %d projects", r.Speakers.Count, r.Projects.Count)
			}
			got := string(speakers[0].Standing) + " " + string(speakers[0].InSeries) + " " + string(r.Projects.Entries[0].InSeries)
			if got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

// TestReportTellsNewFromReturningByPartialDates is of an event of which only the year is
// known.
func TestReportTellsNewFromReturningByPartialDates(t *testing.T) {
	for date, want := range map[string]queries.Standing{
		"2020-12-31": queries.Returning, "2020": queries.Returning, "2021-06-01": queries.Unknown, "2021": queries.Unknown, "2022-01-01": queries.New,
	} {
		facts := "<" + src + "> a Document " + src + "\n" + occasion("e", "Rain Day", "2021", "") + given("t", "e", "ada", 3) + given("other", "", "ada", 4) +
			"talk/other startDate " + date + " " + src + " 4\n"
		s := reportOf(t, factGraph(t, facts), "Rain Day", nil).Speakers
		got := map[queries.Standing]int{queries.New: s.New.Count, queries.Returning: s.Returning.Count, queries.Unknown: s.Unknown.Count}
		if got[want] != 1 {
			t.Errorf("%s: got %v, want %s", date, got, want)
		}
		if s.Series != nil {
			t.Errorf("standing in a series of an event in none: %v", s.Series)
		}
	}
}

func TestReportTellsLevelsOnTheDay(t *testing.T) {
	milestones := []string{"sandbox 2020-01-01", "incubating 2021-05-10", "graduated 2021-05-11", "archived 2024"}
	for _, test := range []struct {
		name, event, date, part, asOf string
		want                          string // level and the day of levels
	}{
		{"on the day of a level", "2021-05-10", "", "", "", "incubating 2021-05-10"},
		{"on the day before", "2021-05-09", "", "", "", "sandbox 2021-05-09"},
		{"before the first level", "2019-12-31", "", "", "", " 2019-12-31"},
		{"in a year alone", "2021", "", "", "", "sandbox 2021-01-01"},
		{"in the year of the archiving", "2024-12-30", "", "", "", "graduated 2024-12-30"},
		{"without a date", "", "", "", "", "archived "},
		{"by the date of a talk", "", "2021-05-11", "", "", "graduated 2021-05-11"},
		{"by the date of what it is part of", "", "", "2020-06-01", "", "sandbox 2020-06-01"},
		{"without a date, as of one", "", "", "", "2021-05-10", "incubating "},
	} {
		t.Run(test.name, func(t *testing.T) {
			part := ""
			if test.part != "" {
				part = "whole"
			}
			facts := "<" + src + "> a Document " + src + "\n" + occasion("e", "Rain Day", test.event, part) + given("t", "e", "ada", 3, "nats") +
				project("nats", "NATS", milestones...)
			if test.part != "" {
				facts += occasion("whole", "Rain Week", test.part, "")
			}
			if test.date != "" {
				facts += "talk/t startDate " + test.date + " " + src + " 3\n"
			}
			r := reportOf(t, asOf(t, factGraph(t, facts), test.asOf), "Rain Day", nil)
			p := r.Projects.Entries[0]
			if got := string(p.Maturity) + " " + string(r.LevelsOn); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
			if (p.Milestone == nil) != (p.Maturity == "") || p.Milestone != nil && queries.Text(p.Milestone.Level) != p.Maturity {
				t.Errorf("milestone %v of a project that is %q", p.Milestone, p.Maturity)
			}
		})
	}
}

func TestReportCountsTalks(t *testing.T) {
	facts := conference(
		given("both", "conf-2", "", 11, "nats", "envoy"), project("envoy", "Envoy"),
		given("named", "conf-2", "bo", 12), "talk/named mentions project/envoy "+src+" 12\n",
		"talk/both mentions project/nats "+src+" 11\n", given("none", "conf-2", "ada", 13),
	)
	r := reportOf(t, factGraph(t, facts), "Fog Conf 2", nil)
	if got := []int{r.Talks.Count, r.Talks.About, r.Talks.Named, r.Talks.None, r.Talks.NoSpeakers}; !slices.Equal(got, []int{4, 2, 1, 1, 1}) {
		t.Errorf("talks %v", got)
	}
	var got []string
	for _, p := range r.Projects.Entries {
		got = append(got, fmt.Sprintf("%s %d+%d by %d", p.ID, p.Talks, p.Mentions, len(p.Evidence)))
	}
	if want := []string{"nats 2+0 by 2", "envoy 1+1 by 2"}; !slices.Equal(got, want) {
		t.Errorf("projects %q, want %q", got, want)
	}
	if r.Mentioned.Count != 0 {
		t.Errorf("only named: %v", r.Mentioned.Entries)
	}
}

func TestReportTakesCompaniesOfTheTime(t *testing.T) {
	organization := func(speaker, id, source string, line int) string {
		return fmt.Sprintf("speaker/%s affiliation organization/%s %s %d\norganization/%s a Organization %s %d\norganization/%s name %q %s %d\n", speaker, id, source, line, id, source, line, id, id, source, line)
	}
	facts := conference(
		organization("ada", "then", src, 10), organization("ada", "elsewhere", "https://example.org/people.csv", 10), organization("ada", "other-line", src, 11),
		given("second", "conf-2", "bo", 30), organization("bo", "then", src, 30),
		occasion("conf-1", "Fog Conf 1", "2020", "conf"), given("before", "conf-1", "ada", 20), organization("ada", "before", src, 20),
		given("third", "conf-2", "cy", 40),
	)
	r := reportOf(t, factGraph(t, facts), "Fog Conf 2", nil)
	if r.Organizations.Count != 1 || r.Organizations.Entries[0].ID != "then" || r.Organizations.Entries[0].Speakers != 2 || r.Organizations.Entries[0].Talks != 2 {
		t.Errorf("got %+v", r.Organizations.Entries)
	}
	if r.Speakers.WithoutOrganization != 1 {
		t.Errorf("%d speakers without an organisation, want 1", r.Speakers.WithoutOrganization)
	}
	if got := r.Speakers.Returning.Entries[0].Organizations; len(got) != 1 || got[0].ID != "then" {
		t.Errorf("Ada's %v", got)
	}
}

// categories returns facts about a category with two below it, and projects in them.
const categoryFacts = `category/run a Category https://example.org/landscape.yml 1
category/run prefLabel "Run" https://example.org/landscape.yml 1
category/run--queue a Category https://example.org/landscape.yml 2
category/run--queue prefLabel "Run / Queue" https://example.org/landscape.yml 2
category/run--queue broader category/run https://example.org/landscape.yml 2
category/run--proxy a Category https://example.org/landscape.yml 3
category/run--proxy prefLabel "Run / Proxy" https://example.org/landscape.yml 3
category/run--proxy broader category/run https://example.org/landscape.yml 3
category/old a Category https://example.org/landscape.yml 4
category/old prefLabel "Old" https://example.org/landscape.yml 4
project/nats subject category/run--queue https://example.org/landscape.yml 5
project/kafka subject category/run--queue https://example.org/landscape.yml 5
project/envoy subject category/run--proxy https://example.org/landscape.yml 6
project/later subject category/run--proxy https://example.org/landscape.yml 6
project/gone subject category/old https://example.org/landscape.yml 7
`

func TestReportTellsWhichCategoriesItMisses(t *testing.T) {
	facts := conference(categoryFacts, given("kafka", "conf-2", "bo", 11, "kafka"),
		"project/nats sandbox 2020-01-01 https://example.org/landscape.yml 8\n", project("kafka", "Kafka"),
		project("envoy", "Envoy", "graduated 2018-11-28"), project("later", "Later", "sandbox 2021-05-11"), project("gone", "Gone", "sandbox 2019-01-01", "archived 2020-01-01"))
	r := reportOf(t, factGraph(t, facts), "Fog Conf 2", nil)
	text := func(list []queries.ReportedCategory) string {
		var parts []string
		for _, c := range list {
			parts = append(parts, fmt.Sprintf("%s: %d talks, %d of %d", c.Name, c.Talks, len(c.Covered), c.Projects))
		}
		return strings.Join(parts, "; ")
	}
	if got, want := text(r.Covered.Entries), "Run: 2 talks, 1 of 2; Run / Queue: 2 talks, 1 of 1"; got != want {
		t.Errorf("covered %s, want %s", got, want)
	}
	if got, want := text(r.Missed.Entries), "Run / Proxy: 0 talks, 0 of 1"; got != want {
		t.Errorf("missed %s, want %s", got, want)
	}
}

func TestReportComparesWithThePreviousEdition(t *testing.T) {
	edition := func(n int, name, date string, about string) string {
		id := fmt.Sprintf("conf-%d", n+100)
		return occasion(id, name, date, "conf") + given(id, id, "ada", 50+n, about)
	}
	for _, test := range []struct {
		name, facts, previous, want string
	}{
		{"none", "", "", ""},
		{"the last before", edition(1, "Fog Conf 0", "2019-01-01", "nats") + edition(2, "Fog Conf 1", "2020-01-01", "nats"), "", "Fog Conf 1"},
		{"without talks it is passed over", edition(1, "Fog Conf 0", "2019-01-01", "nats") + occasion("conf-9", "Fog Conf 1", "2020", "conf"), "", "Fog Conf 0"},
		{"one of the same region", edition(1, "Fog Conf 1", "2020-01-01", "nats") + edition(2, "Fog Conf Asia 9", "2021-01-01", "nats"), "", "Fog Conf 1"},
		{"none of the region", edition(1, "Fog Conf EU 1", "2020-01-01", "nats") + edition(2, "Fog Conf Asia 9", "2021-01-01", "nats"), "", "Fog Conf Asia 9"},
		{"a region by its other name", edition(1, "Fog Conf EU 1", "2019-01-01", "nats") + edition(2, "Fog Conf Asia 9", "2021-01-01", "nats") +
			"event/conf-2 name \"Fog Conf Europe 2\" https://example.org/a 1\nevent/conf-2 name \"Fog Conf Europe 2\" https://example.org/b 1\n", "", "Fog Conf EU 1"},
		{"a later one is none", edition(1, "Fog Conf 3", "2022-01-01", "nats"), "", ""},
		{"by number alone", edition(1, "Fog Conf 1", "", "nats") + edition(2, "Fog Conf 3", "", "nats"), "", "Fog Conf 1"},
		{"by number behind a dated one", edition(1, "Fog Conf 1", "2020-01-01", "nats") + edition(2, "Fog Conf 0", "", "nats"), "", "Fog Conf 1"},
		{"the one asked for", edition(1, "Fog Conf 0", "2019-01-01", "nats") + edition(2, "Fog Conf 1", "2020-01-01", "nats"), "Fog Conf 0", "Fog Conf 0"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := reportOf(t, factGraph(t, conference(test.facts)), "Fog Conf 2", &queries.EventReportOptions{Previous: test.previous})
			got := ""
			if r.Previous != nil {
				got = r.Previous.Previous.Event.Name
			}
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestReportSumsOfBothEditions(t *testing.T) {
	facts := conference(occasion("conf-1", "Fog Conf 1", "2020-01-01", "conf"), given("old", "conf-1", "ada", 20, "envoy", "nats"), given("old-2", "conf-1", "bo", 21),
		project("envoy", "Envoy"), given("new", "conf-2", "cy", 22, "istio"), project("istio", "Istio"))
	p := reportOf(t, factGraph(t, facts), "Fog Conf 2", nil).Previous
	got := fmt.Sprintf("%d/%d talks, %d/%d projects, %d/%d speakers, %d/%d new, %d both, come %v, gone %v",
		p.This.Talks, p.Previous.Talks, p.This.Projects, p.Previous.Projects, p.This.Speakers, p.Previous.Speakers, p.This.New, p.Previous.New, p.Both, names(p.Come), names(p.Gone))
	if want := "2/2 talks, 2/2 projects, 2/2 speakers, 1/2 new, 1 both, come [Istio], gone [Envoy]"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestReportComparesWithAnEventOfAnotherSeries checks that each is told by its own series.
func TestReportComparesWithAnEventOfAnotherSeries(t *testing.T) {
	facts := conference("event/rain a EventSeries "+src+" 1\nevent/rain name \"Rain Days\" "+src+" 1\n",
		occasion("rain-1", "Rain Days 1", "2018-01-01", "rain"), given("rain-1", "rain-1", "ada", 20),
		occasion("rain-2", "Rain Days 2", "2019-01-01", "rain"), given("rain-2", "rain-2", "ada", 21))
	p := reportOf(t, factGraph(t, facts), "Fog Conf 2", &queries.EventReportOptions{Previous: "Rain Days 2"}).Previous
	if p.This.NewInSeries != 1 || p.Previous.NewInSeries != 0 || p.This.New != 0 || p.Both != 1 {
		t.Errorf("got %+v", p)
	}
}

func names(list []queries.Entity) []string {
	names := make([]string, len(list))
	for i, e := range list {
		names[i] = e.Name
	}
	return names
}

func TestReportOfASeries(t *testing.T) {
	facts := conference(occasion("conf-1", "Fog Conf 1", "", "conf"), given("old", "conf-1", "ada", 20, "nats"), given("old-2", "conf-1", "bo", 21),
		occasion("e", "Rain Day", "2019-01-01", ""), given("before", "e", "cy", 23), given("cy", "conf-2", "cy", 24),
		occasion("conf-3", "Fog Conf 3", "", "conf"), given("late", "conf-3", "dee", 25),
		given("day-1", "conf-2", "eve", 26), given("day-2", "conf-2", "eve", 27), "talk/day-2 startDate 2021-05-11 "+src+" 27\n",
		"project/nats sandbox 2020-01-01 https://example.org/landscape.yml 8\nproject/nats incubating 2021-06-01 https://example.org/landscape.yml 9\n",
		"<https://example.org/landscape.yml> historyRank \"1\"^^integer https://example.org/landscape.yml\n")
	r := reportOf(t, factGraph(t, facts), "Fog Conf", nil)
	if !r.Event.IsSeries || r.Event.Parts != 3 || r.Event.Date != "2021-05-10" || r.Event.End != "2021-05-11" || r.Previous != nil || r.LevelsOn != "" {
		t.Errorf("event %+v, levels on %q", r.Event, r.LevelsOn)
	}
	var editions []string
	for _, e := range r.Editions {
		editions = append(editions, fmt.Sprintf("%s %d", e.Event.Name, e.Talks))
	}
	if want := []string{"Fog Conf 1 2", "Fog Conf 2 4", "Fog Conf 3 1"}; !slices.Equal(editions, want) {
		t.Errorf("editions %q, want %q", editions, want)
	}
	if p := r.Projects.Entries[0]; p.Talks != 2 || p.Maturity != "sandbox" || p.InSeries != "" {
		t.Errorf("project %+v", p)
	}
	if s := r.Speakers; s.Series.Returning != 1 || s.Series.New != 4 || s.Returning.Count != 1 || s.Returning.Entries[0].ID != "cy" {
		t.Errorf("speakers %+v", s)
	}
}

func TestReportLimitsEachSection(t *testing.T) {
	facts := conference(given("b", "conf-2", "bo", 11, "envoy"), given("c", "conf-2", "cy", 12, "envoy"), project("envoy", "Envoy"))
	r := reportOf(t, factGraph(t, facts), "Fog Conf 2", &queries.EventReportOptions{Limit: 1})
	if p := r.Projects; p.Count != 2 || len(p.Entries) != 1 || p.Omitted != 1 || p.Entries[0].ID != "envoy" {
		t.Errorf("projects %+v", p)
	}
	if s := r.Speakers; s.Count != 3 || s.New.Count != 3 || len(s.New.Entries) != 1 || s.New.Omitted != 2 {
		t.Errorf("speakers %+v", s)
	}
	if r.Talks.Count != 3 || r.Talks.Omitted != 2 {
		t.Errorf("talks %+v", r.Talks)
	}
	if len(r.Levels) != 1 || r.Levels[0].Projects != 2 {
		t.Errorf("levels %+v", r.Levels)
	}
}

func TestReportOfNoEvent(t *testing.T) {
	g := factGraph(t, conference())
	for _, opts := range []*queries.EventReportOptions{nil, {Previous: "Rain Day"}} {
		event := "Rain Day"
		if opts != nil {
			event = "Fog Conf 2"
		}
		_, err := queries.EventReport(t.Context(), g, event, opts)
		if missing, ok := err.(*queries.NotFoundError); !ok || missing.Kind != vocab.KindEvent { //nolint:errorlint // returned bare
			t.Errorf("%s: error %v", event, err)
		}
	}
}
