package queries_test

import (
	"testing"

	"github.com/cncfgraph/cncfgraph/queries"
)

const (
	landscape   = "https://example.org/landscape.yml"
	corrections = "https://example.org/corrections.yaml"
	devstats    = "https://example.org/devstats.yaml"
	memo        = "file:memo.md"
)

func TestMaturity(t *testing.T) {
	envoy := history(landscape, "2", "incubating 2017-09-13", "graduated 2018-11-28")
	readmitted := history(landscape, "2", "sandbox 2019-05-14", "archived 2024-02-02", "sandbox 2024-10-10")
	for _, test := range []struct {
		name, facts, asOf, want string
	}{
		{"before the first", envoy, "2017-09-12", ""},
		{"on the first day", envoy, "2017-09-13", "incubating"},
		{"the day before", envoy, "2018-11-27", "incubating"},
		{"on the day itself", envoy, "2018-11-28", "graduated"},
		{"today", envoy, "", "graduated"},
		{"as of a month is as of its last day", envoy, "2018-11", "graduated"},
		{"as of the month before", envoy, "2018-10", "incubating"},
		{"archived", readmitted, "2024-10-09", "archived"},
		{"accepted again", readmitted, "2024-10-10", "sandbox"},
		{"a month counts from its last day", history(landscape, "2", "incubating 2018-02", "graduated 2018-08"), "2018-08-30", "incubating"},
		{"on the month's last day", history(landscape, "2", "graduated 2018-08"), "2018-08-31", "graduated"},
		{"February of a leap year", history(landscape, "2", "graduated 2020-02"), "2020-02-28", ""},
		{"a year counts from its last day", history(landscape, "2", "sandbox 2016-06-01", "graduated 2018"), "2018-12-30", "sandbox"},
		{"on the year's last day", history(landscape, "2", "graduated 2018"), "2018-12-31", "graduated"},
		{"two levels on one day", history(landscape, "2", "incubating 2018-03-15", "accepted 2018-03-15"), "", "incubating"},
		{"accepted late hides no level", history(landscape, "2", "sandbox 2018-03-01", "accepted 2018"), "2019-01-01", "sandbox"},
		{"accepted alone", history(landscape, "2", "accepted 2018-03-15"), "", "accepted"},
		{"accepted again at no level", history(landscape, "2", "sandbox 2018", "archived 2020", "accepted 2022"), "", "accepted"},
		{"a document's milestone is no history", history(memo, "", "graduated 2018-11-28"), "", ""},
		{"a faulty rank is none", history(memo, "first", "graduated 2018-11-28"), "", ""},
		{"the best rank is taken whole", history(landscape, "2", "sandbox 2018", "graduated 2020") + history(corrections, "1", "sandbox 2019"), "", "sandbox"},
		{"in whatever order", history(corrections, "1", "sandbox 2019") + history(landscape, "2", "sandbox 2018", "graduated 2020"), "", "sandbox"},
		{"a worse rank where no other is", history(devstats, "4", "incubating 2019"), "", "incubating"},
		{"of equal ranks the one issued last", history(landscape, "2", "graduated 2020") +
			"<https://example.org/old.yml> issued 2019-01-01 https://example.org/old.yml\n" +
			"<" + landscape + "> issued 2021-01-01 " + landscape + "\n" +
			history("https://example.org/old.yml", "2", "incubating 2018"), "", "graduated"},
	} {
		t.Run(test.name, func(t *testing.T) {
			list, err := queries.Projects(t.Context(), asOf(t, factGraph(t, test.facts), test.asOf), nil)
			if err != nil {
				t.Fatal(err)
			}
			if len(list.Projects) != 1 || string(list.Projects[0].Maturity) != test.want {
				t.Errorf("as of %q: %+v, want %q", test.asOf, list.Projects, test.want)
			}
		})
	}
}

func TestMilestonesAreHistory(t *testing.T) {
	facts := history(landscape, "2", "graduated 2018-11-28", "incubating 2017-09-13", "incubating 2017-09-13")
	list, err := queries.Projects(t.Context(), factGraph(t, facts), nil)
	if err != nil {
		t.Fatal(err)
	}
	m := list.Projects[0].Milestones
	if len(m) != 2 || m[0].Date != "2017-09-13" || m[0].Evidence.Line != 2 || m[1].Date != "2018-11-28" {
		t.Errorf("milestones: %+v", m)
	}
}
