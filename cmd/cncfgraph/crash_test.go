package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// killsVariable says how often TestKilled kills, by default a few times.
const killsVariable = "CNCFGRAPH_KILLS"

// workplace is a folder with documents and databases, in which the real program
// runs.
type workplace struct {
	t   *testing.T
	dir string
	bin string // the program

	ingest []string // command line, but for the database's name
}

// newWorkplace returns a workplace in which documents are ingested with the flags.
func newWorkplace(t *testing.T, flags ...string) *workplace {
	t.Helper()
	bin, err := executables()
	if err != nil {
		t.Fatal(err)
	}
	w := &workplace{t: t, dir: t.TempDir(), bin: filepath.Join(bin, "cncfgraph")}
	w.ingest = slices.Clip(slices.Concat([]string{"ingest"}, flags, []string{"notes", "--db"}))
	if err := os.Mkdir(filepath.Join(w.dir, "notes"), 0o755); err != nil {
		t.Fatal(err)
	}
	return w
}

// notes is how many documents a workplace has, versions how many texts each may
// have.
const notes, versions = 8, 2

// write gives document i its text of the version.
func (w *workplace) write(i, version int) {
	w.t.Helper()
	var text strings.Builder
	fmt.Fprintf(&text, "# Harbour Meetup Kobe #%d\n\n2020/02/%02d\n", i, i+1)
	for talk := range 3 + 9*version + i {
		fmt.Fprintf(&text, "\n## NATS in kitchen %d.%d.%d\n\n<https://www.slideshare.net/speaker%d/nats-%d-%d>\n\nHanako Umeda%c さんから。\n\n- Istio uses Envoy.\n",
			i, version, talk, i, version, talk, 'a'+talk%26)
	}
	if err := os.WriteFile(filepath.Join(w.dir, "notes", fmt.Sprintf("%d.md", i)), []byte(text.String()), 0o644); err != nil {
		w.t.Fatal(err)
	}
}

func (w *workplace) writeAll(version int) {
	for i := range notes {
		w.write(i, version)
	}
}

// command returns the program with the arguments.
func (w *workplace) command(args ...string) *exec.Cmd {
	c := exec.Command(w.bin, args...)
	c.Dir = w.dir
	return c
}

// must runs the program, which must do without an error, and returns its output.
func (w *workplace) must(args ...string) string {
	w.t.Helper()
	out, err := w.try(args...)
	if err != nil {
		w.t.Fatalf("%v: %v", args, err)
	}
	return out
}

// try runs the program; its error has what it said.
func (w *workplace) try(args ...string) (string, error) {
	c := w.command(args...)
	var out, said bytes.Buffer
	c.Stdout, c.Stderr = &out, &said
	err := c.Run()
	if err != nil {
		err = fmt.Errorf("%w: %s", err, said.String())
	}
	return out.String(), err
}

// sources returns the files of the sources in the database.
func (w *workplace) sources(db string) map[string]string {
	w.t.Helper()
	files := map[string]string{}
	entries, err := os.ReadDir(filepath.Join(w.dir, db, "sources"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		w.t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".nq") {
			continue
		}
		data, err := os.ReadFile(filepath.Join(w.dir, db, "sources", e.Name()))
		if err != nil {
			w.t.Fatal(err)
		}
		files[e.Name()] = string(data)
	}
	return files
}

// checkWhole checks that each source in the database is, byte for byte, one that
// an undisturbed run has stored.
func (w *workplace) checkWhole(db string, whole []map[string]string) {
	w.t.Helper()
	for name, text := range w.sources(db) {
		if !slices.ContainsFunc(whole, func(files map[string]string) bool { return files[name] == text }) {
			w.t.Fatalf("%s: %s is not whole:\n%s", db, name, text)
		}
	}
}

// undisturbed ingests the documents of each version and returns the sources of
// each.
func (w *workplace) undisturbed() []map[string]string {
	var whole []map[string]string
	for version := range versions {
		w.writeAll(version)
		db := fmt.Sprintf("version%d", version)
		w.must(append(w.ingest, db)...)
		whole = append(whole, w.sources(db))
	}
	return whole
}

// finish brings the database to the state in which every run of the test ends,
// and returns its sources and what it exports.
func (w *workplace) finish(db string) (map[string]string, string) {
	w.t.Helper()
	w.writeAll(versions - 1)
	w.must(append(w.ingest, db)...)
	w.must("retract", "--db", db, "file:notes/1.md", "file:notes/5.md")
	return w.sources(db), w.must("export", "--db", db)
}

// TestKilled kills the program with no warning while it ingests, retracts and
// builds. Each time the database opens and has every source whole or not at all,
// and in the end it is what an undisturbed run makes.
func TestKilled(t *testing.T) {
	kills := 3
	if n, err := strconv.Atoi(os.Getenv(killsVariable)); err == nil {
		kills = n
	}
	w := newWorkplace(t, "--no-default")
	whole := w.undisturbed()
	wantSources, wantExport := w.finish("undisturbed")
	patience := w.durations()

	random := rand.New(rand.NewPCG(6, uint64(kills)))
	killed := map[string]int{}
	var count, runs int
	for ; count < kills && runs < 20*kills; runs++ {
		name, args := w.disturb(random)
		c := w.command(args...)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(random.Int64N(int64(patience[name]))))
		_ = c.Process.Kill() // it may have ended
		_ = c.Wait()
		if !c.ProcessState.Exited() {
			killed[name]++
			count++
		}
		w.checkWhole("D", whole)
		if _, err := os.Stat(filepath.Join(w.dir, "D", "cncfgraph.json")); err == nil {
			w.must("stats", "--db", "D")
		}
		w.checkWhole("D", whole)
	}
	if count < kills {
		t.Errorf("%d kills in %d runs, want %d", count, runs, kills)
	}
	gotSources, gotExport := w.finish("D")
	if !maps.Equal(gotSources, wantSources) {
		t.Error("the sources are not those of an undisturbed run")
	}
	if gotExport != wantExport {
		t.Error("the export is not that of an undisturbed run")
	}
	t.Logf("killed %d times in %d runs: %v", count, runs, killed)
}

// durations returns how long each command takes that disturb returns.
func (w *workplace) durations() map[string]time.Duration {
	took := map[string]time.Duration{}
	for _, step := range []struct {
		name string
		args []string
	}{
		{"ingest", append(w.ingest, "timed")},
		{"retract", []string{"retract", "--db", "timed", "file:notes/1.md", "file:notes/5.md"}},
		{"build", []string{"stats", "--db", "timed"}},
	} {
		if step.name == "build" {
			if err := os.RemoveAll(filepath.Join(w.dir, "timed", "derived")); err != nil {
				w.t.Fatal(err)
			}
		}
		begun := time.Now()
		w.must(step.args...)
		took[step.name] = time.Since(begun)
	}
	return took
}

// disturb changes documents or derived files, and returns the command to be killed.
func (w *workplace) disturb(random *rand.Rand) (name string, args []string) {
	db := filepath.Join(w.dir, "D")
	_, err := os.Stat(filepath.Join(db, "cncfgraph.json"))
	switch choice := random.IntN(4); {
	case err != nil || choice < 2:
		for i := range notes {
			w.write(i, random.IntN(versions))
		}
		return "ingest", append(w.ingest, "D")
	case choice == 2:
		args := []string{"retract", "--db", "D"}
		for i := range notes {
			if key := fmt.Sprintf("file:notes/%d.md", i); random.IntN(3) == 0 && w.has(key) {
				args = append(args, key)
			}
		}
		if len(args) > 3 {
			return "retract", args
		}
	}
	if err := os.RemoveAll(filepath.Join(db, "derived")); err != nil {
		w.t.Fatal(err)
	}
	return "build", []string{"stats", "--db", "D"}
}

// has tells whether the database D has the source.
func (w *workplace) has(key string) bool {
	for _, text := range w.sources("D") {
		if strings.Contains(text, "<"+key+">") {
			return true
		}
	}
	return false
}
