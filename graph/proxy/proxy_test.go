package proxy_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/proxy"
	"github.com/cncfgraph/cncfgraph/graph/store"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/internal/storetest"
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

// TestSameAsServed checks that a database is as it is when it is served.
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
	storetest.Same(t, served, plain)
	if err := served.Close(); err != nil {
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
	key, quads := storetest.Talk("https://example.org/a", "hanako")
	storetest.Put(t, storetest.Writer(t, db), key, quads)
	g, err := graph.OpenDatabase(t.Context(), db, nil)
	if err != nil {
		t.Fatal(err)
	}
	id, _ := g.Entity(vocab.KindSpeaker, "hanako")
	removed, err := graph.Forget(t.Context(), db, g, id)
	if err := errors.Join(err, g.Close()); err != nil || removed != 3 {
		t.Errorf("%d removed, error %v", removed, err)
	}
	if text := storetest.Stated(t, db); strings.Contains(text, "speaker/hanako") {
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
