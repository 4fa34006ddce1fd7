package main

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/cncfgraph/cncfgraph/internal/corpus"
	"github.com/cncfgraph/cncfgraph/internal/postgrestest"
)

// TestTeamExportsAsFolder has several programs ingest documents into PostgreSQL at
// once, which also make the database, all of them the first one, and retract some: the
// export is that of a folder into which one program ingested the same.
func TestTeamExportsAsFolder(t *testing.T) {
	c, err := cluster()
	address := postgrestest.NewDatabase(t, c, err, "team")
	bin, err := executables()
	if err != nil {
		t.Fatal(err)
	}
	w := &workplace{t: t, dir: t.TempDir(), bin: filepath.Join(bin, "cncfgraph")}
	t.Setenv("XDG_CACHE_HOME", filepath.Join(w.dir, "cache"))
	const members = 4
	for i := range members {
		if err := os.MkdirAll(filepath.Join(w.dir, fmt.Sprintf("notes%d", i)), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	n := 0
	for d := range corpus.Documents(11, 80<<10) {
		if err := os.WriteFile(filepath.Join(w.dir, fmt.Sprintf("notes%d", n%members), d.Name), d.Text, 0o644); err != nil {
			t.Fatal(err)
		}
		n++
	}
	var team sync.WaitGroup
	for i := range members {
		team.Go(func() {
			for _, args := range [][]string{
				{"ingest", "--no-default", "--db", address, "notes0"},
				{"ingest", "--no-default", "--db", address, fmt.Sprintf("notes%d", i)},
			} {
				if _, err := w.try(args...); err != nil {
					t.Errorf("member %d: %v", i, err)
				}
			}
		})
	}
	team.Wait()
	w.must("ingest", "--no-default", "--db", "folder", "notes0", "notes1", "notes2", "notes3")
	got, want := w.must("export", "--db", address), w.must("export", "--db", "folder")
	if got != want || want == "" {
		t.Errorf("the exports differ: %d and %d bytes", len(got), len(want))
	}
	t.Logf("%d programs stored %d documents", members, n)
}
