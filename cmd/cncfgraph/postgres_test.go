package main

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/cncfgraph/cncfgraph/internal/corpus"
	"github.com/cncfgraph/cncfgraph/internal/postgrestest"
)

// TestWithoutHelper checks what is said where the helper is not installed.
func TestWithoutHelper(t *testing.T) {
	bin, err := executables()
	if err != nil {
		t.Fatal(err)
	}
	alone := filepath.Join(t.TempDir(), "cncfgraph")
	if err := os.Link(filepath.Join(bin, "cncfgraph"), alone); err != nil {
		t.Skip(err)
	}
	c := exec.Command(alone, "stats", "--db", "postgres://ada:s3cret@127.0.0.1/graph")
	c.Env = append(os.Environ(), "PATH=")
	out, err := c.CombinedOutput()
	if err == nil || !strings.Contains(string(out), "postgres needs the program cncfgraph-postgres beside cncfgraph or on PATH; go install") || strings.Contains(string(out), "s3cret") {
		t.Errorf("%s, error %v", out, err)
	}
}

// TestInterruptedIngest interrupts the program, as a terminal does it and its helper,
// while it stores documents in PostgreSQL: it ends with a clear error, and another run
// finishes the work.
func TestInterruptedIngest(t *testing.T) {
	c, err := cluster()
	address := postgrestest.NewDatabase(t, c, err, "interrupted")
	w := newWorkplace(t, "--no-default")
	t.Setenv("XDG_CACHE_HOME", filepath.Join(w.dir, "cache"))
	whole := w.undisturbed()
	for delay := 5 * time.Millisecond; delay < 200*time.Millisecond; delay += 30 * time.Millisecond {
		cmd := w.command(append(w.ingest, address)...)
		var said strings.Builder
		cmd.Stderr = &said
		cmd.SysProcAttr = ownGroup()
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(delay)
		interruptGroup(t, cmd.Process.Pid)
		err := cmd.Wait()
		if text := said.String(); err != nil && strings.Contains(text, "process that keeps") {
			t.Errorf("after %v: %v: %s", delay, err, text)
		}
	}
	w.must(append(w.ingest, address)...)
	w.must("copy", address, "copied")
	if !maps.Equal(w.sources("copied"), whole[versions-1]) {
		t.Error("other sources than those of an undisturbed run")
	}
}

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
