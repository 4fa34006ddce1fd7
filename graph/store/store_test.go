package store_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/snapshot"
	"github.com/cncfgraph/cncfgraph/graph/store"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/internal/storetest"
)

func create(t *testing.T) *store.DB {
	t.Helper()
	db, err := store.Create(filepath.Join(t.TempDir(), "db"), "")
	if err != nil {
		t.Fatal(err)
	}
	return db
}

// change runs f with a Writer of db.
func change(t *testing.T, db *store.DB, f func(store.Writer)) {
	t.Helper()
	w, err := db.Writer(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	f(w)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

func put(t *testing.T, w store.Writer, key rdf.Term, quads []rdf.Quad) bool {
	t.Helper()
	changed, err := w.Put(key, quads)
	if err != nil {
		t.Fatal(err)
	}
	return changed
}

// sources returns the names and bytes of the source files of db.
func sources(t *testing.T, db *store.DB) map[string]string {
	t.Helper()
	files := map[string]string{}
	entries, err := os.ReadDir(filepath.Join(db.Dir(), "sources"))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(db.Dir(), "sources", e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files[e.Name()] = string(data)
	}
	return files
}

// plainBuild makes a snapshot of the statements as they are.
func plainBuild(recipe string) *store.Build {
	return &store.Build{Recipe: recipe, Make: func(w io.Writer, s *store.Statements) error {
		data, err := snapshot.Build(s.Quads)
		if err == nil {
			_, err = w.Write(data)
		}
		return err
	}}
}

func equalFiles(a, b map[string]string) bool {
	for name, text := range a {
		if b[name] != text {
			return false
		}
	}
	return len(a) == len(b)
}

func TestPutReplacesOneSource(t *testing.T) {
	db := create(t)
	a, first := storetest.Statements("file:notes/a.md", "/notes/a.md", "istio", "envoy")
	_, second := storetest.Statements("file:notes/a.md", "/notes/a.md", "nats")
	b, other := storetest.Statements("https://example.org/b", "", "thanos")
	change(t, db, func(w store.Writer) {
		if !put(t, w, a, first) || !put(t, w, b, other) {
			t.Error("new sources changed nothing")
		}
	})
	before := sources(t, db)
	change(t, db, func(w store.Writer) {
		slices.Reverse(first)
		if put(t, w, a, append(first, first[0])) {
			t.Error("the same statements changed something")
		}
	})
	if !equalFiles(before, sources(t, db)) {
		t.Error("the same statements changed a byte")
	}
	change(t, db, func(w store.Writer) {
		if !put(t, w, a, second) {
			t.Error("other statements changed nothing")
		}
	})
	for _, want := range []struct {
		key   rdf.Term
		quads []rdf.Quad
	}{{a, second}, {b, other}} {
		got, err := db.Source(want.key)
		if err != nil || !slices.Equal(got.Quads, rdf.Sort(want.quads)) {
			t.Errorf("%s: %v, error %v", want.key, got, err)
		}
	}
	if quads, err := store.Quads(context.Background(), db); err != nil || len(quads) != len(second)+len(other) {
		t.Errorf("%d quads, error %v", len(quads), err)
	}
}

func TestPutErrors(t *testing.T) {
	db := create(t)
	key, quads := storetest.Statements("file:notes/a.md", "/home/notes/a.md", "istio")
	other, _ := storetest.Statements("file:notes/b.md", "")
	_, moved := storetest.Statements("file:notes/a.md", "/elsewhere/notes/a.md", "istio")
	change(t, db, func(w store.Writer) {
		put(t, w, key, quads)
		before := sources(t, db)
		if _, err := w.Put(other, quads); err == nil {
			t.Error("statements of another source were taken")
		}
		if _, err := w.Put(other, nil); err == nil {
			t.Error("a source without statements was taken")
		}
		if _, err := w.Put(key, moved); !errors.Is(err, store.ErrForeignKey) || !strings.Contains(err.Error(), "/home/notes/a.md") {
			t.Errorf("a key of a file from elsewhere: %v", err)
		}
		if err := w.Retract(other); !errors.Is(err, store.ErrNoSource) {
			t.Errorf("retracting nothing: %v", err)
		}
		if !equalFiles(before, sources(t, db)) {
			t.Error("an error changed a byte")
		}
		if err := w.Retract(key); err != nil {
			t.Error(err)
		}
		put(t, w, key, moved)
	})
}

func TestOneWriter(t *testing.T) {
	db := create(t)
	change(t, db, func(store.Writer) {
		_, err := db.Writer(context.Background())
		if !errors.Is(err, store.ErrLocked) || !strings.Contains(err.Error(), "process "+strconv.Itoa(os.Getpid())) {
			t.Errorf("a second writer: %v", err)
		}
	})
	change(t, db, func(store.Writer) {})
}

func TestOpenErrors(t *testing.T) {
	dir := t.TempDir()
	if _, err := store.Open(filepath.Join(dir, "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no folder: %v", err)
	}
	if _, err := store.Open(dir); !errors.Is(err, store.ErrNotDatabase) {
		t.Errorf("an empty folder: %v", err)
	}
	for _, meta := range []string{"", "{", `{"format":99}`} {
		if err := os.WriteFile(filepath.Join(dir, "cncfgraph.json"), []byte(meta), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := store.Open(dir); !errors.Is(err, store.ErrNotDatabase) {
			t.Errorf("%q: %v", meta, err)
		}
	}
	if _, err := store.Create(dir, ""); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a folder that holds something: %v", err)
	}
}

func TestDamagedSource(t *testing.T) {
	db := create(t)
	key, quads := storetest.Statements("https://example.org/a", "", "istio", "envoy")
	change(t, db, func(w store.Writer) { put(t, w, key, quads) })
	var path string
	for name := range sources(t, db) {
		path = filepath.Join(db.Dir(), "sources", name)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	foreign := "<x:s> <x:p> <x:o> <https://example.org/other> .\n"
	unlabelled := "<x:s> <x:p> <x:o> .\n"
	for _, tt := range []struct{ name, text, want string }{
		{"cut short", string(whole[:len(whole)-5]), filepath.Base(path) + ":3:"},
		{"empty", "", ":1: no statement"},
		{"another source's", string(whole) + foreign, ":4: statement of another source"},
		{"in another's place", foreign, ":1: statement of another source"},
		{"without label", string(whole) + unlabelled, ":4: statement of another source"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if err := os.WriteFile(path, []byte(tt.text), 0o644); err != nil {
				t.Fatal(err)
			}
			if _, err := store.Quads(context.Background(), db); !errors.Is(err, store.ErrDamaged) || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("read: %v, want %s", err, tt.want)
			}
			change(t, db, func(w store.Writer) {
				if _, err := w.Put(key, quads); !errors.Is(err, store.ErrDamaged) {
					t.Errorf("a damaged source was overwritten: %v", err)
				}
			})
			if data, err := os.ReadFile(path); err != nil || string(data) != tt.text {
				t.Errorf("a damaged source was changed: %v", err)
			}
		})
	}
	change(t, db, func(w store.Writer) { // the way out
		if err := w.Retract(key); err != nil {
			t.Error(err)
		}
		put(t, w, key, quads)
	})
}

func TestPutStatementsThatCannotBeWritten(t *testing.T) {
	db := create(t)
	key, quads := storetest.Statements("https://example.org/a", "", "istio")
	for _, object := range []rdf.Term{
		rdf.NewIRI("https://example.org/a b"), rdf.NewIRI("relative"), rdf.NewString("\xff"), rdf.NewBlank("a b"),
		rdf.NewLangString("a", "not a language"), rdf.NewTyped("1", "number"),
		{},
	} {
		bad := append(slices.Clone(quads), rdf.Quad{Subject: key, Predicate: rdf.NewIRI(vocab.Name), Object: object, Label: key})
		change(t, db, func(w store.Writer) {
			if _, err := w.Put(key, bad); err == nil {
				t.Errorf("%#v was stored", object)
			}
		})
	}
	for _, label := range []rdf.Term{{}, rdf.NewBlank("https://example.org/a"), rdf.NewString("https://example.org/a")} {
		bad := append(slices.Clone(quads), rdf.Quad{Subject: key, Predicate: rdf.NewIRI(vocab.Name), Object: key, Label: label})
		change(t, db, func(w store.Writer) {
			if _, err := w.Put(key, bad); err == nil {
				t.Errorf("the label %#v was stored", label)
			}
		})
	}
	if files := sources(t, db); len(files) != 0 {
		t.Errorf("%d files were written", len(files))
	}
}

func TestCreateGoesOn(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"sources", "derived"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"lock", "writer", ".new-123"} { // what one that was killed may leave
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := store.Open(dir); !errors.Is(err, fs.ErrNotExist) || !errors.Is(err, store.ErrNotDatabase) {
		t.Errorf("a database that was not made whole: %v", err)
	}
	if _, err := store.Create(dir, "sha256:1"); err != nil {
		t.Fatal(err)
	}
	db, err := store.Open(dir)
	if err != nil || db.Default() != "sha256:1" {
		t.Fatalf("%v, error %v", db, err)
	}
	if _, err := store.Create(dir, ""); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a database: %v", err)
	}
	key, quads := storetest.Statements("https://example.org/a", "", "istio")
	change(t, db, func(w store.Writer) { put(t, w, key, quads) })
	if err := os.Remove(filepath.Join(dir, "cncfgraph.json")); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Create(dir, ""); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a folder with sources: %v", err)
	}
	if _, err := store.Open(dir); errors.Is(err, fs.ErrNotExist) || !errors.Is(err, store.ErrNotDatabase) {
		t.Errorf("a folder with sources: %v", err)
	}
}

func TestWriterTidies(t *testing.T) {
	db := create(t)
	left := filepath.Join(db.Dir(), "sources", ".new-1")
	if err := os.WriteFile(left, []byte("<x:s> <x"), 0o644); err != nil {
		t.Fatal(err)
	}
	if quads, err := store.Quads(context.Background(), db); err != nil || len(quads) != 0 {
		t.Errorf("%v, error %v", quads, err)
	}
	change(t, db, func(store.Writer) {})
	if _, err := os.Stat(left); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("an unfinished file is left: %v", err)
	}
}

// TestRetractedIsNeverIngested takes random sources in random order, retracts
// some, and compares with a database that never had them.
func TestRetractedIsNeverIngested(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		all, rest := create(t), create(t)
		type source struct {
			key   rdf.Term
			quads []rdf.Quad
			gone  bool
		}
		var list []source
		for i := range 1 + random.IntN(12) {
			projects := []string{"istio", "envoy", "nats", "サービス", "thanos"}
			random.Shuffle(len(projects), func(i, j int) { projects[i], projects[j] = projects[j], projects[i] })
			key, quads := storetest.Statements("https://example.org/"+strconv.Itoa(i), "", projects[:random.IntN(len(projects))]...)
			list = append(list, source{key, quads, random.IntN(3) == 0})
		}
		change(t, all, func(w store.Writer) {
			for _, s := range list {
				put(t, w, s.key, s.quads)
			}
			for _, s := range list {
				if s.gone {
					if err := w.Retract(s.key); err != nil {
						t.Fatal(err)
					}
				}
			}
		})
		random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		change(t, rest, func(w store.Writer) {
			for _, s := range list {
				if !s.gone {
					put(t, w, s.key, s.quads)
				}
			}
		})
		if !equalFiles(sources(t, all), sources(t, rest)) {
			t.Fatal("the folders differ")
		}
	}
}

func TestSnapshotIsDerived(t *testing.T) {
	db := create(t)
	a, first := storetest.Statements("https://example.org/a", "", "istio")
	_, second := storetest.Statements("https://example.org/a", "", "thano") // as many bytes
	change(t, db, func(w store.Writer) { put(t, w, a, first) })
	builds := 0
	// read returns what the snapshot holds, and the note that came with it.
	read := func(recipe string) ([]byte, error) {
		t.Helper()
		b := plainBuild(recipe)
		write := b.Make
		b.Make = func(w io.Writer, s *store.Statements) error {
			builds++
			return write(w, s)
		}
		s, note, err := db.Snapshot(context.Background(), b)
		if err != nil {
			t.Fatal(err)
		}
		var text bytes.Buffer
		if err := errors.Join(rdf.Write(&text, slices.Collect(s.All())), s.Err(), s.Close()); err != nil {
			t.Fatal(err)
		}
		return text.Bytes(), note
	}
	built, _ := read("r")
	if again, note := read("r"); builds != 1 || note != nil || !bytes.Equal(again, built) {
		t.Errorf("%d builds, note %v", builds, note)
	}
	if read("another recipe"); builds != 2 {
		t.Errorf("another recipe: %d builds", builds)
	}
	change(t, db, func(w store.Writer) { put(t, w, a, second) })
	changed, _ := read("r")
	if builds != 3 || bytes.Equal(changed, built) {
		t.Errorf("a changed source: %d builds", builds)
	}
	files, err := filepath.Glob(filepath.Join(db.Dir(), "derived", "*"))
	if err != nil || len(files) != 1 {
		t.Fatalf("derived files %v, error %v", files, err)
	}
	if err := os.WriteFile(files[0], []byte("damaged"), 0o644); err != nil {
		t.Fatal(err)
	}
	if mended, note := read("r"); builds != 4 || !errors.Is(note, snapshot.ErrFormat) || !bytes.Equal(mended, changed) {
		t.Errorf("a damaged snapshot: %d builds, note %v", builds, note)
	}
	if err := os.RemoveAll(filepath.Join(db.Dir(), "derived")); err != nil {
		t.Fatal(err)
	}
	if missing, note := read("r"); !errors.Is(note, store.ErrMissing) || !bytes.Equal(missing, changed) {
		t.Errorf("a missing snapshot: note %v", note)
	}
	if err := os.RemoveAll(filepath.Join(db.Dir(), "derived")); err != nil {
		t.Fatal(err)
	}
	change(t, db, func(w store.Writer) { put(t, w, a, first) })
	if again, note := read("r"); note != nil || !bytes.Equal(again, built) {
		t.Errorf("a snapshot that is both missing and stale: note %v", note)
	}
}

func TestFolderThatCannotBeWritten(t *testing.T) {
	db := create(t)
	a, quads := storetest.Statements("https://example.org/a", "", "istio")
	change(t, db, func(w store.Writer) { put(t, w, a, quads) })
	derived := filepath.Join(db.Dir(), "derived")
	if err := os.RemoveAll(derived); err != nil {
		t.Fatal(err)
	}
	// A file in the folder's place keeps even root from writing there.
	if err := os.WriteFile(derived, nil, 0o444); err != nil {
		t.Fatal(err)
	}
	s, note, err := db.Snapshot(context.Background(), plainBuild("r"))
	if err != nil {
		t.Fatal(err)
	}
	if note == nil || s.Quads() != len(quads) {
		t.Errorf("%d quads, note %v", s.Quads(), note)
	}
}
