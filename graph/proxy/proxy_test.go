package proxy_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/proxy"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/store"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// folder is a database in a folder, which is served under its path.
type folder struct{ *store.DB }

func (f folder) ID() string { return store.SourceID(f.Dir()) }

type opener struct{}

func (opener) Open(_ context.Context, address string) (proxy.Database, error) {
	db, err := store.Open(address)
	return folder{db}, err
}

func (opener) Create(_ context.Context, address, base string) (proxy.Database, error) {
	db, err := store.Create(address, base)
	return folder{db}, err
}

// process is a Conn to a Serve that runs in this process.
type process struct {
	*io.PipeReader
	*io.PipeWriter
	ended chan error
}

func (p process) Close() error {
	err := p.PipeWriter.Close()
	return errors.Join(err, <-p.ended)
}

func serve(t *testing.T) proxy.Conn {
	t.Helper()
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	in, requests := io.Pipe()
	responses, out := io.Pipe()
	p := process{responses, requests, make(chan error, 1)}
	go func() {
		err := proxy.Serve(t.Context(), in, out, opener{})
		out.Close()
		in.Close()
		p.ended <- err
	}()
	return p
}

// statements returns quads of the source key that name the projects, read from path.
func statements(key, path string, projects ...string) (rdf.Term, []rdf.Quad) {
	source := rdf.NewIRI(key)
	quads := []rdf.Quad{
		{Subject: source, Predicate: rdf.NewIRI(vocab.Type), Object: rdf.NewIRI(vocab.Document), Label: source},
		{Subject: source, Predicate: rdf.NewIRI(vocab.ReadFrom), Object: rdf.NewString(path), Label: source},
	}
	for i, p := range projects {
		label := vocab.Evidence{Source: key, Line: i + 1}.Label()
		quads = append(quads, rdf.Quad{Subject: source, Predicate: rdf.NewIRI(vocab.Mentions), Object: vocab.Entity(vocab.KindProject, p), Label: label})
	}
	return source, quads
}

func stated(t *testing.T, db store.Database) string {
	t.Helper()
	quads, err := store.Quads(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if err := rdf.Write(&text, rdf.Sort(quads)); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// TestSameAsServed makes the same changes in a folder and in one that is served: they
// say, hold and build the same, and their errors are the same ones.
func TestSameAsServed(t *testing.T) {
	dir := t.TempDir()
	served, err := proxy.Create(t.Context(), serve(t), filepath.Join(dir, "served"), "")
	if err != nil {
		t.Fatal(err)
	}
	plain, err := store.Create(filepath.Join(dir, "plain"), "")
	if err != nil {
		t.Fatal(err)
	}
	dbs := []store.Database{served, plain}
	random := rand.New(rand.NewPCG(1, 2))
	var writers []store.Writer
	for _, db := range dbs {
		w, err := db.Writer(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		writers = append(writers, w)
	}
	for i := range 60 {
		name := "notes/" + strconv.Itoa(random.IntN(6)) + ".md"
		key, quads := statements("file:"+name, "/home/"+strconv.Itoa(random.IntN(8)/7)+name, []string{"istio", "envoy", "<サービス>\x00\"\\"}[:random.IntN(4)]...)
		choice := random.IntN(8)
		var said [2]string
		for j, w := range writers {
			var changed bool
			var err error
			switch choice {
			case 0, 1:
				err = w.Retract(key)
			case 2:
				changed, err = w.Put(key, nil)
			default:
				changed, err = w.Put(key, quads)
			}
			said[j] = fmt.Sprint(changed, err, errors.Is(err, store.ErrNoSource), errors.Is(err, store.ErrForeignKey))
			there, err := dbs[j].Has(t.Context(), key)
			said[j] += fmt.Sprint(there, err)
		}
		if said[0] != said[1] {
			t.Errorf("change %d: served %q, plain %q", i, said[0], said[1])
		}
	}
	if stated(t, served) != stated(t, plain) || stated(t, plain) == "" {
		t.Error("other sources")
	}
	var built []string
	for _, db := range dbs {
		g, err := graph.OpenDatabase(t.Context(), db, nil)
		if err != nil {
			t.Fatal(err)
		}
		built = append(built, fmt.Sprint(slices.Collect(g.All())))
		if err := errors.Join(g.Note(), g.Close()); err != nil {
			t.Error(err)
		}
	}
	if built[0] != built[1] {
		t.Error("other graphs")
	}
	if err := errors.Join(served.Close(), writers[1].Close()); err != nil {
		t.Error(err)
	}
	if w, err := plain.Writer(t.Context()); err != nil {
		t.Error(err)
	} else if err := w.Close(); err != nil {
		t.Error(err)
	}
}

// TestForgetServed checks that who is forgotten is so in the database that is served.
func TestForgetServed(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "db")
	db, err := proxy.Create(t.Context(), serve(t), dir, "")
	if err != nil {
		t.Fatal(err)
	}
	source := rdf.NewIRI("https://example.org/a")
	person := vocab.Entity(vocab.KindSpeaker, "hanako")
	quads := []rdf.Quad{
		{Subject: person, Predicate: rdf.NewIRI(vocab.Type), Object: rdf.NewIRI(vocab.Person), Label: source},
		{Subject: person, Predicate: rdf.NewIRI(vocab.Name), Object: rdf.NewString("Hanako Umeda"), Label: source},
		{Subject: source, Predicate: rdf.NewIRI(vocab.Type), Object: rdf.NewIRI(vocab.Document), Label: source},
	}
	w, err := db.Writer(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Put(source, quads); err != nil {
		t.Fatal(err)
	}
	g, err := graph.OpenDatabase(t.Context(), db, nil)
	if err != nil {
		t.Fatal(err)
	}
	id, _ := g.Entity(vocab.KindSpeaker, "hanako")
	removed, err := graph.Forget(t.Context(), db, g, id)
	if err := errors.Join(err, g.Close()); err != nil || removed != 2 {
		t.Errorf("%d removed, error %v", removed, err)
	}
	if text := stated(t, db); strings.Contains(text, "hanako") {
		t.Error(text)
	}
	if list, err := db.Forgotten(t.Context()); err != nil || list.Empty() {
		t.Errorf("nobody is forgotten, error %v", err)
	}
	if err := db.Close(); err != nil {
		t.Error(err)
	}
}

func TestErrors(t *testing.T) {
	dir := t.TempDir()
	if _, err := proxy.Open(t.Context(), serve(t), filepath.Join(dir, "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no database: %v, want fs.ErrNotExist", err)
	}
	db, err := proxy.Create(t.Context(), serve(t), filepath.Join(dir, "db"), "sha256:base")
	if err != nil || db.Default() != "sha256:base" {
		t.Fatal(db, err)
	}
	if _, err := proxy.Create(t.Context(), serve(t), filepath.Join(dir, "db"), ""); !errors.Is(err, fs.ErrExist) {
		t.Errorf("made twice: %v, want fs.ErrExist", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := db.State(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("a context that is done: %v", err)
	}
	if err := db.Close(); err != nil {
		t.Error(err)
	}
	if _, err := db.State(t.Context()); err == nil || !strings.Contains(err.Error(), "the process that keeps the database has ended") {
		t.Errorf("a process that has ended: %v", err)
	}
}

// TestServeRefuses checks what Serve says to what is no sound request.
func TestServeRefuses(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "db")
	opened := fmt.Sprintf(`{"op":"create","version":1,"address":%q}`, dir)
	for _, test := range []struct{ requests, want string }{
		{`{"op":"state"}`, `"error":"state before a database is open"`},
		{`{"op":"open","version":99}`, `"error":"the two programs are not of one version (99 and 1): install both anew"`},
		{opened + `{"op":"sing"}`, `"error":"unknown request \"sing\""`},
		{fmt.Sprintf(`{"op":"open","version":1,"address":%q}{"op":"put","key":"x:a","text":"no quads"}`, dir), `"error":"1:1: `},
		{fmt.Sprintf(`{"op":"open","version":1,"address":%q}{"op":"forget","text":"nobody"}`, dir), `no mark of a forgotten person`},
	} {
		var out bytes.Buffer
		if err := proxy.Serve(t.Context(), strings.NewReader(test.requests), &out, opener{}); err != nil || !strings.Contains(out.String(), test.want) {
			t.Errorf("%s: %s, error %v; want %s", test.requests, out.String(), err, test.want)
		}
	}
	if err := proxy.Serve(t.Context(), strings.NewReader("{broken"), io.Discard, opener{}); err == nil {
		t.Error("what is no JSON is no error")
	}
}
