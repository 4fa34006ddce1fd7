package main

import (
	"bytes"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/cncfgraph/cncfgraph/internal/corpus"
)

// TestRetractedIsNeverIngested ingests documents, retracts some of them, and
// compares with a database that never had these: in sources/ and in the export the
// bytes are the same. The documents are generated and, where they are at hand,
// the seeds.
func TestRetractedIsNeverIngested(t *testing.T) {
	var seeds []string
	if shared := sharedFolder(); shared != "" {
		seeds, _ = filepath.Glob(filepath.Join(shared, "seeds", "*.txt"))
	} else {
		t.Log("without the seeds, which are in $CNCFGRAPH_SHARED")
	}
	w := &workplace{t: t, dir: t.TempDir()}
	t.Chdir(w.dir)
	if err := os.Mkdir("notes", 0o755); err != nil {
		t.Fatal(err)
	}
	var names []string
	add := func(name string, text []byte) {
		names = append(names, filepath.Join("notes", name))
		if err := os.WriteFile(names[len(names)-1], text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for d := range corpus.Documents(7, 60<<10) {
		add(d.Name, d.Text)
	}
	for _, path := range seeds {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		add(filepath.Base(path), text)
	}
	random := rand.New(rand.NewPCG(8, 9))
	output(t, append([]string{"ingest", "--no-default", "--db", "whole"}, names...)...)
	for _, share := range []int{1, 2, len(names)} { // one in how many is retracted
		if err := os.CopyFS("all", os.DirFS("whole")); err != nil {
			t.Fatal(err)
		}
		random.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
		n := len(names) / share
		if share == 1 {
			n = len(names) - 1 // all but one
		}
		gone, rest := names[:n], slices.Clone(names[n:])
		output(t, append([]string{"retract", "--db", "all"}, gone...)...)
		output(t, append([]string{"ingest", "--no-default", "--db", "rest"}, rest...)...)
		if !maps.Equal(w.sources("all"), w.sources("rest")) {
			t.Errorf("without %q: other sources", gone)
		}
		if !bytes.Equal(output(t, "export", "--db", "all"), output(t, "export", "--db", "rest")) {
			t.Errorf("without %q: another export", gone)
		}
		for _, db := range []string{"all", "rest"} {
			if err := os.RemoveAll(db); err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Logf("%d documents, of these %d seeds", len(names), len(seeds))
}
