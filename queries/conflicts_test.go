package queries_test

import (
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/internal/golden"
	"github.com/cncfgraph/cncfgraph/queries"
)

// TestConflictKinds compares the conflicts of one project, of each kind and of
// what is none, with golden files.
func TestConflictKinds(t *testing.T) {
	const counts, other = "https://example.org/landscape.yml", "https://example.org/other.yml"
	first := history(counts, "2", "accepted 2018-03-29", "sandbox 2018-03-29", "incubating 2019-05-21", "graduated 2021-02-04")
	tests := []struct{ name, facts string }{
		{"date", history(other, "4", "accepted 2018-03-29", "incubating 2019-05-22", "graduated 2021-02")},
		{"acceptance", history(other, "4", "accepted 2018-04-01", "sandbox 2018-04-01", "incubating 2019-05-21", "graduated 2021-02-04")},
		{"level", history(other, "4", "accepted 2018-03-29", "graduated 2021-02-04", "archived 2022-01-01")},
		{"again", history(other, "4", "accepted 2018-03-29", "sandbox 2018-03-29", "incubating 2019-05-21", "graduated 2021-02-04", "accepted 2023-01-01", "sandbox 2023-01-01")},
		{"seen-late", history(other, "3", "incubating 2019-07-01", "graduated 2021-06-01")},
		{"seen-early", history(other, "3", "sandbox 2018-04-09", "incubating 2019-05-01", "graduated 2021-06-01")},
		{"seen-never", history(other, "3", "sandbox 2018-04-09", "graduated 2021-06-01")},
		{"statement", history("file:a.md", "", "status maturity/graduated") + "<file:a.md> issued 2020-06 file:a.md\n" +
			history("file:b.md", "", "status maturity/archived") +
			history("file:c.md", "", "graduated 2021-03")},
		{"borne-out", history("file:a.md", "", "status maturity/incubating") + "<file:a.md> issued 2021-02 file:a.md\n" +
			history("file:b.md", "", "status maturity/sandbox") +
			history("file:c.md", "", "graduated 2021", "accepted 2018-03") +
			history("file:d.md", "", "status maturity/accepted") + "<file:d.md> issued 2018-04-01 file:d.md\n"},
	}
	none := map[string]bool{"seen-late": true, "borne-out": true}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			list, err := queries.Conflicts(t.Context(), factGraph(t, first+test.facts), nil)
			if err != nil {
				t.Fatal(err)
			}
			var out strings.Builder
			for _, c := range list.Conflicts {
				fmt.Fprintf(&out, "%s %s: %s (%s, %s)\n", c.Kind, c.Level, c.Text, c.Counts.Evidence, c.Other.Evidence)
			}
			if none[test.name] != (len(list.Conflicts) == 0) {
				t.Errorf("%d conflicts:\n%s", len(list.Conflicts), &out)
			}
			golden.Compare(t, "testdata/conflicts/"+test.name+".golden", []byte(out.String()))
		})
	}
}

// TestKnownConflicts checks that the disagreements of the landscape with devstats
// that people found by hand are among those of the default graph.
func TestKnownConflicts(t *testing.T) {
	file, err := os.Open(filepath.Join(os.Getenv("CNCFGRAPH_SHARED"), "data", "maturity-corrections.csv"))
	if err != nil {
		t.Skip("no list of known disagreements: ", err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	g := openDefault()
	defer g.Close()
	known := 0
	for _, row := range rows[1:] {
		date, ok := strings.CutPrefix(row[3], "conflict: devstats ")
		if !ok {
			continue
		}
		known++
		list, err := queries.Conflicts(context.Background(), g, &queries.ConflictOptions{Projects: []string{row[0]}})
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, c := range list.Conflicts {
			found = found || c.Level == vocab.Level(row[1]) && string(c.Counts.Date) == row[2] && string(c.Other.Date) == date &&
				strings.Contains(c.Other.Evidence.Source, "cncf/devstats") && c.Other.Evidence.Line > 0 && c.Counts.Evidence.Line > 0
		}
		if !found {
			t.Errorf("%s, %s: no conflict of %s with %s", row[0], row[1], row[2], date)
		}
	}
	if known != 11 {
		t.Errorf("%d known disagreements, want 11", known)
	}
}

// TestDefaultConflicts lists the conflicts of the default graph for review.
func TestDefaultConflicts(t *testing.T) {
	g := openDefault()
	defer g.Close()
	list, err := queries.Conflicts(context.Background(), g, nil)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, c := range list.Conflicts {
		fmt.Fprintf(&out, "%s: %s %s: %s\n", c.Project.Name, c.Kind, c.Level, c.Text)
	}
	golden.Compare(t, "testdata/conflicts/default.golden", []byte(out.String()))
}

func TestConflictOptions(t *testing.T) {
	g := openDefault()
	defer g.Close()
	all, err := queries.Conflicts(context.Background(), g, nil)
	if err != nil {
		t.Fatal(err)
	}
	some, err := queries.Conflicts(context.Background(), g, &queries.ConflictOptions{Limit: 2})
	if err != nil || len(some.Conflicts) != 2 || some.Omitted != len(all.Conflicts)-2 {
		t.Errorf("%d conflicts and %d more of %d, %v", len(some.Conflicts), some.Omitted, len(all.Conflicts), err)
	}
	if _, err := queries.Conflicts(context.Background(), g, &queries.ConflictOptions{Kinds: []queries.ConflictKind{"colour"}}); err == nil {
		t.Error("an unknown kind is no error")
	}
}

func ExampleConflicts() {
	g := openDefault()
	defer g.Close()
	list, err := queries.Conflicts(context.Background(), g, &queries.ConflictOptions{Projects: []string{"sealer"}})
	if err != nil {
		panic(err)
	}
	for _, c := range list.Conflicts {
		fmt.Println(c.Level, c.Counts.Date, "or", c.Other.Date, "by", c.Other.Source.Name)
	}
	// Output:
	// archived 2025-05-20 or 2025-05-22 by DevStats projects
}
