package graph_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/store"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// database returns the folder of a new database with one source that states a
// talk about Envoy.
func database(t *testing.T, opts *graph.CreateOptions) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "db")
	db, err := graph.Create(dir, opts)
	if err != nil {
		t.Fatal(err)
	}
	put(t, db, "mesh-a", 5)
	return dir
}

// put makes the talk, on the line, all that source states.
func put(t *testing.T, db *store.DB, talk string, line int) {
	t.Helper()
	w, err := db.Writer(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	subject := vocab.Entity(vocab.KindTalk, talk)
	quads := []rdf.Quad{
		quad(subject, vocab.Type, rdf.NewIRI(vocab.Talk), line),
		quad(subject, vocab.About, vocab.Entity(vocab.KindProject, "envoy"), line),
	}
	if _, err := w.Put(rdf.NewIRI(source), quads); err != nil {
		t.Fatal(err)
	}
}

// open opens the database, about which there must be nothing to note.
func open(t *testing.T, dir string) *graph.Graph {
	t.Helper()
	g, err := graph.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { g.Close() })
	if g.Note() != nil {
		t.Errorf("note: %v", g.Note())
	}
	return g
}

func TestOpen(t *testing.T) {
	g := open(t, database(t, nil))
	envoy, talk := find(t, g, "project/envoy"), find(t, g, "talk/mesh-a")
	if g.Name(envoy) != "Envoy" || !g.Has(talk, vocab.About, envoy) {
		t.Error("the default graph and the source are not one graph")
	}
}

func TestOpenWithoutDefault(t *testing.T) {
	g := open(t, database(t, &graph.CreateOptions{NoDefault: true}))
	if _, ok := g.Entity(vocab.KindProject, "istio"); ok || g.Quads() != 2 {
		t.Errorf("%d quads, want those of the source alone", g.Quads())
	}
}

func TestOpenSeesChanges(t *testing.T) {
	dir := database(t, &graph.CreateOptions{NoDefault: true})
	open(t, dir)
	db, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	put(t, db, "mesh-c", 9)
	g := open(t, dir)
	find(t, g, "talk/mesh-c")
	if _, ok := g.Entity(vocab.KindTalk, "mesh-a"); ok {
		t.Error("the talk that the source no longer states is there")
	}
}

// A graph that is followed comes again when a source changes, and not before.
func TestFollow(t *testing.T) {
	dir := database(t, &graph.CreateOptions{NoDefault: true})
	db, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	talks := []string{"mesh-a", "mesh-b", "mesh-c"}
	count := 0
	for g, err := range graph.Follow(ctx, db, nil) {
		if err != nil {
			t.Fatal(err)
		}
		find(t, g, "talk/"+talks[count])
		g.Close()
		if count++; count == len(talks) {
			cancel()
			continue // which ends it
		}
		put(t, db, talks[count], count)
	}
	if count != len(talks) {
		t.Errorf("%d graphs, want %d", count, len(talks))
	}
}

func TestOpenDamaged(t *testing.T) {
	dir := database(t, &graph.CreateOptions{NoDefault: true})
	open(t, dir)
	derived, err := filepath.Glob(filepath.Join(dir, "derived", "*"))
	if err != nil || len(derived) != 1 {
		t.Fatalf("derived files: %v, %v", derived, err)
	}
	if err := os.WriteFile(derived[0], []byte("no snapshot"), 0o644); err != nil {
		t.Fatal(err)
	}
	g, err := graph.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	if g.Note() == nil || g.Quads() != 2 {
		t.Errorf("note %v and %d quads, want one that tells of the damage, and 2", g.Note(), g.Quads())
	}
}

func TestOpenErrors(t *testing.T) {
	if _, err := graph.Open(filepath.Join(t.TempDir(), "missing")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no folder: %v, want fs.ErrNotExist", err)
	}
	if _, err := graph.Open(t.TempDir()); !errors.Is(err, store.ErrNotDatabase) {
		t.Errorf("a folder that is no database: %v, want store.ErrNotDatabase", err)
	}
	if _, err := graph.Create(database(t, nil), nil); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a folder that is one: %v, want fs.ErrExist", err)
	}
}

// TestBaseKeepsIDs checks that an entity of the default graph keeps its id when
// a user's source speaks of it under one that comes first in byte order.
func TestBaseKeepsIDs(t *testing.T) {
	g, err := graph.Default()
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	var known graph.Statement
	for known = range g.Statements(0, vocab.WorkFeatured, 0) {
		break
	}
	if known.Subject == 0 {
		t.Skip("no talk of the default graph has slides")
	}
	kind, id := g.EntityID(known.Subject)
	dir := filepath.Join(t.TempDir(), "db")
	db, err := graph.Create(dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	w, err := db.Writer(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	other := vocab.Entity(kind, "0")
	if _, err := w.Put(rdf.NewIRI(source), []rdf.Quad{
		quad(other, vocab.Type, rdf.NewIRI(vocab.Talk), 1),
		quad(other, vocab.WorkFeatured, g.Term(known.Object), 2),
	}); err != nil {
		t.Fatal(err)
	}
	user := open(t, dir)
	if _, got := user.EntityID(find(t, user, "talk/0")); got != id {
		t.Errorf("talk/0 is %s, want %s", got, id)
	}
}
