package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/cncfgraph/cncfgraph/data"
	"github.com/cncfgraph/cncfgraph/extract/catalogue"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// files is the folder data.
var files = os.DirFS("../../../data")

// TestSnapshotIsCurrent fails when the YAML was changed without
// `go generate ./data`.
func TestSnapshotIsCurrent(t *testing.T) {
	made, err := compile(files)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []struct {
		name          string
		now, embedded []byte
	}{
		{"default.snapshot", made.snapshot, data.Snapshot},
		{"default.keys", made.keys, data.Keys},
		{"words.json", made.words, data.Words},
	} {
		if !bytes.Equal(file.now, file.embedded) {
			t.Errorf("data/%s is stale: run go generate ./data", file.name)
		}
	}
}

// TestSize keeps the default graph's share of the binary within bounds.
func TestSize(t *testing.T) {
	const most = 12 << 20
	if n := len(data.Snapshot) + len(data.Keys); n > most {
		t.Errorf("the default graph takes %d bytes of the program, at most %d are allowed", n, most)
	}
}

// stated returns the statements of the YAML files.
func stated(t *testing.T) []rdf.Quad {
	t.Helper()
	quads, err := catalogue.Quads(files)
	if err != nil {
		t.Fatal(err)
	}
	return quads
}

// milestone is a level that a project reached on a day.
type milestone struct {
	level vocab.Level
	date  string
}

// histories returns the milestones, by project name, that sources of the
// history rank state, each history in the order of time and level.
func histories(quads []rdf.Quad, rank string) map[string][]milestone {
	names, ranks := map[rdf.Term]string{}, map[string]string{}
	for _, q := range quads {
		switch q.Predicate.Value {
		case vocab.ProjectName:
			names[q.Subject] = q.Object.Value
		case vocab.HistoryRank:
			ranks[q.Subject.Value] = q.Object.Value
		}
	}
	of := map[string][]milestone{}
	for _, q := range quads {
		level, ok := vocab.LevelOf(q.Predicate.Value)
		if ok && ranks[vocab.ParseLabel(q.Label.Value).Source] == rank {
			name := names[q.Subject]
			of[name] = append(of[name], milestone{level, q.Object.Value})
		}
	}
	for _, history := range of {
		slices.SortFunc(history, func(a, b milestone) int {
			if c := strings.Compare(a.date, b.date); c != 0 {
				return c
			}
			return slices.Index(vocab.Levels[:], a.level) - slices.Index(vocab.Levels[:], b.level)
		})
	}
	return of
}

func TestProjectsByLevel(t *testing.T) {
	quads := stated(t)
	current := histories(quads, "2")
	for name, history := range histories(quads, "1") {
		current[name] = history
	}
	count := map[vocab.Level]int{}
	for _, history := range current {
		count[history[len(history)-1].level]++
	}
	want := map[vocab.Level]int{vocab.Sandbox: 151, vocab.Incubating: 38, vocab.Graduated: 38, vocab.Archived: 28}
	for level, n := range want {
		if count[level] != n {
			t.Errorf("%d projects are %s, want %d", count[level], level, n)
		}
	}
	if len(current) != 255 {
		t.Errorf("%d CNCF projects, want 255", len(current))
	}
}

// TestCorrections checks the histories that corrections.yaml replaces.
func TestCorrections(t *testing.T) {
	corrected := histories(stated(t), "1")
	want := map[string][]milestone{
		"TiKV":    {{vocab.Accepted, "2018-08-28"}, {vocab.Sandbox, "2018-08-28"}, {vocab.Incubating, "2019-05-21"}, {vocab.Graduated, "2020-09-02"}},
		"OpenEBS": {{vocab.Accepted, "2019-05-14"}, {vocab.Sandbox, "2019-05-14"}, {vocab.Archived, "2024-02-02"}, {vocab.Accepted, "2024-10-10"}, {vocab.Sandbox, "2024-10-10"}},
		"rkt":     {{vocab.Accepted, "2017-03-29"}, {vocab.Incubating, "2017-03-29"}, {vocab.Archived, "2019-08-16"}},
	}
	if len(corrected) != len(want) {
		t.Errorf("%d corrected histories, want %d", len(corrected), len(want))
	}
	for name, history := range want {
		if !slices.Equal(corrected[name], history) {
			t.Errorf("%s: %v, want %v", name, corrected[name], history)
		}
	}
}

// TestMilestones compares every milestone of every CNCF project with the
// landscape.yml in the folder of shared documents, if that is there.
func TestMilestones(t *testing.T) {
	shared := os.Getenv("CNCFGRAPH_SHARED")
	if shared == "" {
		shared = "../../../../shared"
	}
	text, err := os.ReadFile(filepath.Join(shared, "data", "landscape.yml"))
	if err != nil {
		t.Skip("no landscape.yml to compare with: ", err)
	}
	var file struct {
		Landscape []struct {
			Subcategories []struct {
				Items []struct {
					Name, Project string
					Extra         struct{ Accepted, Incubating, Graduated, Archived string }
				}
			}
		}
	}
	if err := yaml.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	got, projects := histories(stated(t), "2"), 0
	for _, category := range file.Landscape {
		for _, sub := range category.Subcategories {
			for _, it := range sub.Items {
				if it.Project == "" {
					continue
				}
				projects++
				x := it.Extra
				want := []milestone{{vocab.Accepted, x.Accepted}}
				if x.Incubating != x.Accepted {
					want = append(want, milestone{vocab.Sandbox, x.Accepted})
				}
				for _, m := range []milestone{{vocab.Incubating, x.Incubating}, {vocab.Graduated, x.Graduated}, {vocab.Archived, x.Archived}} {
					if m.date != "" {
						want = append(want, m)
					}
				}
				if !slices.Equal(got[it.Name], want) {
					t.Errorf("%s: %v, want %v", it.Name, got[it.Name], want)
				}
			}
		}
	}
	if projects != 255 || len(got) != projects {
		t.Errorf("the landscape has %d projects, the catalogue %d; want 255", projects, len(got))
	}
}

// TestNamesAreTold lists the names that two projects bear, which nothing can
// tell apart. Case, spaces and hyphens make no difference.
func TestNamesAreTold(t *testing.T) {
	shared := map[string]bool{"qks": true} // two obscure services
	plain := strings.NewReplacer(" ", "", "-", "", "_", "", "・", "")
	bearers := map[string]rdf.Term{}
	for _, q := range stated(t) {
		switch q.Predicate.Value {
		case vocab.ProjectName, vocab.AltLabel, vocab.HiddenLabel:
			name := strings.ToLower(plain.Replace(q.Object.Value))
			if other, taken := bearers[name]; taken && other != q.Subject && !shared[name] {
				t.Errorf("%q is a name of %s and of %s", q.Object.Value, other, q.Subject)
			}
			bearers[name] = q.Subject
		}
	}
}

// TestLabels checks that every statement has evidence.
func TestLabels(t *testing.T) {
	for _, q := range stated(t) {
		if q.Label.Kind != rdf.IRI || q.Subject.IsZero() || q.Object.IsZero() {
			t.Errorf("incomplete statement %s", q)
		}
	}
}
