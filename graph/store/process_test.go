package store_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/store"
	"github.com/cncfgraph/cncfgraph/internal/storetest"
)

// asWriter names a database to be written to without end: with it the test
// program is another process.
const asWriter = "CNCFGRAPH_TEST_WRITE"

func TestMain(m *testing.M) {
	if dir := os.Getenv(asWriter); dir != "" {
		fmt.Fprintln(os.Stdout, writeForever(dir))
		return
	}
	m.Run()
}

// writeForever puts sources with 1 to 40 projects, and retracts some.
func writeForever(dir string) error {
	db, err := store.Open(dir)
	if err != nil {
		return err
	}
	w, err := db.Writer(context.Background())
	if err != nil {
		return err
	}
	fmt.Fprintln(os.Stdout, "writing")
	for i := 0; ; i++ {
		key, quads := storetest.Statements("https://example.org/"+strconv.Itoa(i%5), "", projects(1+i%40)...)
		if _, err := w.Put(key, quads); err != nil {
			return err
		}
		if i%7 == 0 {
			if err := w.Retract(key); err != nil {
				return err
			}
		}
	}
}

func projects(n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = "project-" + strconv.Itoa(n)
	}
	return names
}

// A writer that is killed leaves each source whole and gives the lock back.
func TestKilledWriter(t *testing.T) {
	db := create(t)
	for range 5 {
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), asWriter+"="+db.Dir())
		out, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		if line, err := bufio.NewReader(out).ReadString('\n'); line != "writing\n" {
			t.Fatalf("the writer says %q, %v", line, err)
		}
		if _, err := db.Writer(context.Background()); !errors.Is(err, store.ErrLocked) || !strings.Contains(err.Error(), "process "+strconv.Itoa(child.Process.Pid)) {
			t.Errorf("a second writer: %v", err)
		}
		time.Sleep(20 * time.Millisecond)
		if err := child.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = child.Wait() // says that it was killed
		whole(t, db)
		change(t, db, func(w store.Writer) {
			key, quads := storetest.Statements("https://example.org/mine", "", "istio")
			put(t, w, key, quads)
		})
	}
}

// whole checks that each source of db states all or nothing: a source names one
// project for each of its lines, and is named after their number.
func whole(t *testing.T, db *store.DB) {
	t.Helper()
	for name, text := range sources(t, db) {
		if strings.HasPrefix(name, ".new-") || strings.Contains(text, "/mine>") {
			continue
		}
		lines := strings.Count(text, "project/project-")
		if lines == 0 || strings.Count(text, "project/project-"+strconv.Itoa(lines)+">") != lines {
			t.Errorf("%s is not whole:\n%s", name, text)
		}
	}
	if _, err := store.Quads(context.Background(), db); err != nil {
		t.Error(err)
	}
}

// Two writers make 50 changes between them while eight readers read: each reader
// sees every source whole, and no error but that of the lock is met.
func TestReadersWhileTwoWrite(t *testing.T) {
	db := create(t)
	var left, lockedOut atomic.Int64
	left.Store(50)
	var writers, readers sync.WaitGroup
	for who := range 2 {
		writers.Go(func() {
			for left.Add(-1) >= 0 {
				if err := changeAgain(db, who, int(left.Load()), &lockedOut); err != nil {
					t.Error(err)
				}
			}
		})
	}
	done := make(chan struct{})
	var answers atomic.Int64
	for range 8 {
		readers.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				if err := readWhole(db); err != nil {
					t.Error(err)
					return
				}
				answers.Add(1)
			}
		})
	}
	writers.Wait()
	close(done)
	readers.Wait()
	t.Logf("%d answers, %d times locked out", answers.Load(), lockedOut.Load())
}

// changeAgain puts the source of the writer who, as soon as the lock is free.
func changeAgain(db *store.DB, who, i int, lockedOut *atomic.Int64) error {
	w, err := db.Writer(context.Background())
	for ; errors.Is(err, store.ErrLocked); w, err = db.Writer(context.Background()) {
		lockedOut.Add(1)
		time.Sleep(time.Millisecond)
	}
	if err != nil {
		return err
	}
	key, quads := storetest.Statements("https://example.org/"+strconv.Itoa(who), "", projects(3+i%2*4)...)
	_, err = w.Put(key, quads)
	return errors.Join(err, w.Close())
}

// readWhole returns an error if the snapshot holds a source in part.
func readWhole(db *store.DB) error {
	s, note, err := db.Snapshot(context.Background(), plainBuild("r"))
	if note != nil || err != nil {
		return errors.Join(note, err)
	}
	for who := range 2 {
		source, ok := s.ID(rdf.NewIRI("https://example.org/" + strconv.Itoa(who)))
		if !ok {
			continue
		}
		n := 0
		for range s.Labelled(source) {
			n++
		}
		if n != 4 && n != 8 { // one statement says what the source is, the others what it names
			return fmt.Errorf("%d statements of source %d", n, who)
		}
	}
	return errors.Join(s.Err(), s.Close())
}

// Of many who ask at once for a snapshot that has to be built, one builds it.
func TestOneBuildsForAll(t *testing.T) {
	db := create(t)
	key, quads := storetest.Statements("https://example.org/a", "", projects(30)...)
	change(t, db, func(w store.Writer) { put(t, w, key, quads) })
	var builds atomic.Int64
	building := make(chan struct{})
	b := plainBuild("r")
	write := b.Make
	b.Make = func(w io.Writer, s *store.Statements) error {
		builds.Add(1)
		<-building // until all others have asked
		return write(w, s)
	}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			s, note, err := db.Snapshot(context.Background(), b)
			if err != nil || note != nil || s.Quads() != len(quads) {
				t.Errorf("note %v, error %v", note, err)
				return
			}
			s.Close()
		})
	}
	time.Sleep(100 * time.Millisecond)
	close(building)
	all.Wait()
	if builds.Load() != 1 {
		t.Errorf("%d builds, want 1", builds.Load())
	}
}

// One who waits for another's build stops when its context is done.
func TestWaitForBuildEnds(t *testing.T) {
	db := create(t)
	key, quads := storetest.Statements("https://example.org/a", "", "istio")
	change(t, db, func(w store.Writer) { put(t, w, key, quads) })
	ctx, cancel := context.WithCancel(t.Context())
	slow := plainBuild("r")
	write := slow.Make
	slow.Make = func(w io.Writer, s *store.Statements) error {
		cancel()
		if _, _, err := db.Snapshot(ctx, plainBuild("r")); !errors.Is(err, context.Canceled) {
			t.Errorf("one who waits: %v, want context.Canceled", err)
		}
		return write(w, s)
	}
	s, _, err := db.Snapshot(context.Background(), slow)
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
}

func BenchmarkSnapshotUnchanged(b *testing.B) {
	db, err := store.Create(b.TempDir(), "")
	if err != nil {
		b.Fatal(err)
	}
	w, err := db.Writer(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	for i := range 1000 {
		key, quads := storetest.Statements("https://example.org/"+strconv.Itoa(i), "", projects(20)...)
		if _, err := w.Put(key, quads); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		s, note, err := db.Snapshot(context.Background(), plainBuild("r"))
		if err != nil || note != nil {
			b.Fatal(note, err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
