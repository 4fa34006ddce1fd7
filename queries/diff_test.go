package queries_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/cncfgraph/cncfgraph/queries"
)

// TestSinceLevels checks what the window of a date holds of a history with a second
// acceptance.
func TestSinceLevels(t *testing.T) {
	g := factGraph(t, history("https://example.org/l.yml", "2",
		"accepted 2019-05-14", "sandbox 2019-05-14", "archived 2024-02-02", "accepted 2024-10-10", "sandbox 2024-10-10", "incubating 2026-01"))
	for _, test := range []struct {
		since, until string
		levels       string // "from>to date" each
		came, went   int
	}{
		{"2019", "", ">sandbox 2019-05-14 sandbox>archived 2024-02-02 archived>sandbox 2024-10-10 sandbox>incubating 2026-01 ", 2, 1},
		{"2024", "2024", "sandbox>archived 2024-02-02 archived>sandbox 2024-10-10 ", 1, 1},
		{"2024-10-10", "2024-10-10", "archived>sandbox 2024-10-10 ", 1, 0},
		{"2024-10-11", "2025", "", 0, 0},
		{"2026-01-02", "", "", 0, 0}, // the month began before
	} {
		c, err := queries.Since(t.Context(), g, test.since, test.until, nil)
		if err != nil {
			t.Fatal(err)
		}
		levels := ""
		for _, l := range c.Levels {
			levels += fmt.Sprintf("%s>%s %s ", string(l.From), string(l.To), string(l.Date))
		}
		if levels != test.levels || len(c.Projects.New) != test.came || len(c.Projects.Gone) != test.went {
			t.Errorf("%s to %s: levels %q, %d came, %d went", test.since, test.until, levels, len(c.Projects.New), len(c.Projects.Gone))
		}
	}
	for _, dates := range [][2]string{{"", ""}, {"soon", ""}, {"2024", "2024-02-30"}} {
		if _, err := queries.Since(t.Context(), g, dates[0], dates[1], nil); err == nil {
			t.Errorf("%q: no error", dates)
		}
	}
}

// TestDiffLevels checks levels that are gained, lost and dated otherwise.
func TestDiffLevels(t *testing.T) {
	const source = "https://example.org/l.yml"
	for _, test := range []struct {
		was, is []string
		want    string
	}{
		{[]string{"sandbox 2019-05-14"}, []string{"sandbox 2019-05-14", "incubating 2020-01-01"}, "sandbox>incubating 2020-01-01"},
		{nil, []string{"sandbox 2019-05-14"}, ">sandbox 2019-05-14"},
		{[]string{"sandbox 2019-05-14"}, nil, "sandbox> "},
		{[]string{"sandbox 2019-05-14"}, []string{"sandbox 2019-05-15"}, "sandbox 2019-05-14 2019-05-15"},
		{[]string{"sandbox 2019-05-14"}, []string{"sandbox 2019-05-14"}, ""},
	} {
		c, err := queries.Diff(t.Context(), factGraph(t, history(source, "2", test.was...)), factGraph(t, history(source, "2", test.is...)), nil)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, l := range c.Levels {
			got += fmt.Sprintf("%s>%s %s", string(l.From), string(l.To), string(l.Date))
			if len(l.Evidence) == 0 {
				t.Error("without evidence")
			}
		}
		for _, r := range c.Redated {
			got += fmt.Sprintf("%s %s %s", r.Level, r.From, r.To)
		}
		if got != test.want || c.Count() != len(c.Levels)+len(c.Redated) {
			t.Errorf("%v, then %v: %q, %d changes; want %q", test.was, test.is, got, c.Count(), test.want)
		}
	}
}

func ExampleDiff() {
	before, after := openDefault(), openDefault() // graphs of databases, as graph.Open returns them
	defer before.Close()
	defer after.Close()
	changes, err := queries.Diff(context.Background(), before, after, nil)
	if err != nil {
		panic(err)
	}
	fmt.Println(changes.Count(), "changes")
	// Output: 0 changes
}

func ExampleSince() {
	g := openDefault()
	defer g.Close()
	changes, err := queries.Since(context.Background(), g, "2018-11-28", "2018-11-28", nil)
	if err != nil {
		panic(err)
	}
	for _, move := range changes.Levels {
		fmt.Println(move.Project.Name, move.From, "to", move.To)
	}
	// Output: Envoy incubating to graduated
}
