package queries_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/internal/golden"
	"github.com/cncfgraph/cncfgraph/queries"
)

// asOfDates are days on which, or before which, projects changed their levels:
// the first acceptance, Envoy's graduation and the day before it, TiKV's
// incubation, OpenEBS between its two acceptances, and months and years.
var asOfDates = []string{
	"2016-03-10", "2017-09-12", "2018-11-27", "2018-11-28", "2019-05-20", "2019-05-21", "2020-08", "2022", "2024-10-09", "2026-08-01",
}

// TestLevelsAsOf compares which CNCF project was at which level on ten days.
func TestLevelsAsOf(t *testing.T) {
	g := openDefault()
	defer g.Close()
	var out bytes.Buffer
	for _, date := range asOfDates {
		fmt.Fprintf(&out, "# %s\n", date)
		past := asOf(t, g, date)
		for _, level := range vocab.Levels {
			list, err := queries.Projects(context.Background(), past, &queries.Filter{Maturity: []vocab.Level{level}})
			if err != nil {
				t.Fatal(err)
			}
			var ids []string
			for _, p := range list.Projects {
				ids = append(ids, p.ID)
			}
			fmt.Fprintf(&out, "%s %d: %s\n", level, len(ids), strings.Join(ids, " "))
		}
	}
	golden.Compare(t, "testdata/asof.golden", out.Bytes())
}

// TestLevelsToday compares the level of each CNCF project with the one that the
// landscape.yml in the folder of shared documents gives it, if that is there.
func TestLevelsToday(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(os.Getenv("CNCFGRAPH_SHARED"), "data", "landscape.yml"))
	if err != nil {
		t.Skip("no landscape.yml to compare with: ", err)
	}
	var file struct {
		Landscape []struct {
			Subcategories []struct {
				Items []struct{ Name, Project string }
			}
		}
	}
	if err := yaml.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{} // level by name
	for _, category := range file.Landscape {
		for _, sub := range category.Subcategories {
			for _, it := range sub.Items {
				if it.Project != "" {
					want[it.Name] = it.Project
				}
			}
		}
	}
	g := openDefault()
	defer g.Close()
	list, err := queries.Projects(context.Background(), g, &queries.Filter{Maturity: vocab.Levels[:]})
	if err != nil {
		t.Fatal(err)
	}
	if len(list.Projects) != 255 || len(want) != 255 {
		t.Errorf("%d CNCF projects, %d in the landscape; want 255", len(list.Projects), len(want))
	}
	for _, p := range list.Projects {
		if string(p.Maturity) != want[p.Name] {
			t.Errorf("%s is %q, want %q", p.Name, p.Maturity, want[p.Name])
		}
	}
}
