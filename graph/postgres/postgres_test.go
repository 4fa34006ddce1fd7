package postgres_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/postgres"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/store"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/internal/postgrestest"
	"github.com/cncfgraph/cncfgraph/internal/storetest"
)

// cluster is the server of the tests, which is started when it is needed first.
var cluster = sync.OnceValues(postgrestest.New)

func TestMain(m *testing.M) {
	m.Run()
	if c, err := cluster(); err == nil {
		_ = c.Close()
	}
}

// address returns that of an empty database of the test's own.
func address(t testing.TB) string {
	t.Helper()
	c, err := cluster()
	return postgrestest.NewDatabase(t, c, err, strings.ToLower(strings.ReplaceAll(t.Name(), "/", "_")))
}

// create makes a database of the test's own, without the default graph.
func create(t testing.TB) *postgres.DB {
	t.Helper()
	db, err := postgres.Create(t.Context(), address(t), "", &postgres.Options{CacheDir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// query runs a statement of SQL on the database at the address.
func query(t testing.TB, address, sql string, args ...any) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(t.Context())
	if _, err := conn.Exec(t.Context(), sql, args...); err != nil {
		t.Fatal(err)
	}
}

// TestSameAsFolder checks that a database in PostgreSQL is as one in a folder is.
func TestSameAsFolder(t *testing.T) {
	folder, err := store.Create(filepath.Join(t.TempDir(), "db"), "")
	if err != nil {
		t.Fatal(err)
	}
	storetest.Same(t, create(t), folder)
}

func TestPutErrors(t *testing.T) {
	db := create(t)
	w := storetest.Writer(t, db)
	key, quads := storetest.Statements("file:notes/a.md", "/home/notes/a.md", "istio")
	storetest.Put(t, w, key, quads)
	other, _ := storetest.Statements("file:notes/b.md", "")
	_, moved := storetest.Statements("file:notes/a.md", "/elsewhere/notes/a.md", "envoy")
	long, longQuads := storetest.Statements("https://example.org/"+strings.Repeat("long/", 2000), "", "istio")
	if !storetest.Put(t, w, long, longQuads) || storetest.Put(t, w, long, longQuads) {
		t.Error("a key of 10 kB is not kept")
	}
	for _, test := range []struct {
		what string
		err  error
		want string
	}{
		{"no statement", second(w.Put(key, nil)), "no statement"},
		{"another label", second(w.Put(other, quads)), "not labelled with it"},
		{"read from elsewhere", second(w.Put(key, moved)), "key belongs to a file from elsewhere: file:notes/a.md was read from /home/notes/a.md"},
		{"no such source", w.Retract(other), "no such source: file:notes/b.md"},
	} {
		if test.err == nil || !strings.Contains(test.err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", test.what, test.err, test.want)
		}
	}
	if !errors.Is(w.Retract(other), store.ErrNoSource) || !errors.Is(second(w.Put(key, moved)), store.ErrForeignKey) {
		t.Error("the errors are not those of package store")
	}
	ctx, cancel := context.WithCancel(t.Context())
	stopped, err := db.Writer(ctx)
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	if _, err := stopped.Put(other, quads); err == nil {
		t.Error("a writer whose context is done writes")
	}
}

func second[T any](_ T, err error) error { return err }

// A row that is not as it was written is told with its key, and is not overwritten.
func TestDamagedRow(t *testing.T) {
	at := address(t)
	db, err := postgres.Create(t.Context(), at, "", &postgres.Options{CacheDir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	w := storetest.Writer(t, db)
	key, quads := storetest.Statements("file:notes/a.md", "", "istio")
	storetest.Put(t, w, key, quads)
	for _, test := range []struct{ change, want string }{
		{`UPDATE cncfgraph_source SET nquads = nquads || 'broken'`, "damaged source file:notes/a.md:3:1:"},
		{`UPDATE cncfgraph_source SET nquads = replace(nquads, 'broken', '')`, ""},
		{`UPDATE cncfgraph_source SET nquads = replace(nquads, 'istio', 'envoy')`, "damaged source file:notes/a.md: its text does not have its checksum"},
	} {
		query(t, at, test.change)
		_, err := store.Quads(t.Context(), db)
		_, putErr := w.Put(key, quads)
		for _, err := range []error{err, putErr} {
			if test.want == "" && err != nil || test.want != "" && (!errors.Is(err, store.ErrDamaged) || !strings.Contains(err.Error(), test.want)) {
				t.Errorf("%s: %v, want %q", test.change, err, test.want)
			}
		}
	}
	if err := w.Retract(key); err != nil {
		t.Errorf("a damaged source cannot be retracted: %v", err)
	}
}

// People forgotten are removed, and a writer that began before does not store them.
func TestForget(t *testing.T) {
	db := create(t)
	early := storetest.Writer(t, db)
	key, quads := storetest.Talk("https://example.org/a", "hanako")
	other, otherQuads := storetest.Talk("https://example.org/b", "jiro")
	storetest.Put(t, early, key, quads)
	storetest.Put(t, early, other, otherQuads)

	g, err := graph.OpenDatabase(t.Context(), db, nil)
	if err != nil {
		t.Fatal(err)
	}
	id, _ := g.Entity(vocab.KindSpeaker, "hanako")
	removed, err := graph.Forget(t.Context(), db, g, id)
	if err := errors.Join(err, g.Close()); err != nil || removed != 3 {
		t.Errorf("%d statements removed, error %v; want 3", removed, err)
	}
	if text := storetest.Stated(t, db); strings.Contains(text, "speaker/hanako") || !strings.Contains(text, "speaker/jiro") {
		t.Errorf("after forgetting Hanako:\n%s", text)
	}
	again, againQuads := storetest.Talk("https://example.org/c", "hanako")
	storetest.Put(t, early, again, againQuads)
	if text := storetest.Stated(t, db); strings.Contains(text, "speaker/hanako") || !strings.Contains(text, "example.org/c") {
		t.Errorf("a writer from before has stored her:\n%s", text)
	}
	if _, alone := storetest.Talk("https://example.org/d", "hanako"); storetest.Put(t, early, rdf.NewIRI("https://example.org/d"), alone[2:4]) {
		t.Error("a source that speaks of nobody else is stored")
	}
}

// TestCopy moves a database into PostgreSQL and back.
func TestCopy(t *testing.T) {
	folder := func() *store.DB {
		db, err := store.Create(filepath.Join(t.TempDir(), "db"), "")
		if err != nil {
			t.Fatal(err)
		}
		return db
	}
	from, db, back := folder(), create(t), folder()
	w := storetest.Writer(t, from)
	for i := range 20 {
		key, quads := storetest.Talk("https://example.org/"+strconv.Itoa(i), "speaker-"+strconv.Itoa(i))
		storetest.Put(t, w, key, quads)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	g, err := graph.OpenDatabase(t.Context(), from, nil)
	if err != nil {
		t.Fatal(err)
	}
	id, _ := g.Entity(vocab.KindSpeaker, "speaker-3")
	if _, err := graph.Forget(t.Context(), from, g, id); err != nil {
		t.Fatal(err)
	}
	g.Close()
	for _, step := range []struct {
		from, to          store.Database
		stored, unchanged int
	}{{from, db, 20, 0}, {from, db, 0, 20}, {db, back, 20, 0}, {db, from, 0, 20}} {
		stored, unchanged, err := store.Copy(t.Context(), step.from, step.to, nil)
		if err != nil || stored != step.stored || unchanged != step.unchanged {
			t.Errorf("%s to %s: %d stored, %d unchanged, error %v", step.from.Name(), step.to.Name(), stored, unchanged, err)
		}
		if storetest.Stated(t, step.from) != storetest.Stated(t, step.to) {
			t.Errorf("%s and %s differ", step.from.Name(), step.to.Name())
		}
	}
	list, err := back.Forgotten(t.Context())
	if err != nil || list.Empty() {
		t.Errorf("who is forgotten is lost, error %v", err)
	}
	key, quads := storetest.Talk("https://example.org/more", "jiro")
	storetest.Put(t, storetest.Writer(t, db), key, quads)
	if _, _, err := store.Copy(t.Context(), from, db, nil); !errors.Is(err, store.ErrOtherSources) || !strings.Contains(err.Error(), "https://example.org/more") {
		t.Errorf("a copy over other sources: %v", err)
	}
}

func TestOpen(t *testing.T) {
	at := address(t)
	if _, err := postgres.Open(t.Context(), at, nil); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("an empty database: %v, want fs.ErrNotExist", err)
	}
	db, err := postgres.Create(t.Context(), at, "sha256:base", nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := postgres.Create(t.Context(), at, "", nil); !errors.Is(err, fs.ErrExist) {
		t.Errorf("made twice: %v, want fs.ErrExist", err)
	}
	again, err := postgres.Open(t.Context(), at, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if again.Default() != "sha256:base" || strings.Contains(again.Name(), postgrestest.Password) || !strings.HasSuffix(again.Name(), "/testopen") {
		t.Errorf("over %q, named %q", again.Default(), again.Name())
	}
	query(t, at, `INSERT INTO cncfgraph_schema VALUES (99)`)
	if _, err := postgres.Open(t.Context(), at, nil); !errors.Is(err, postgres.ErrNewer) || !strings.Contains(err.Error(), "version 99") {
		t.Errorf("a newer schema: %v", err)
	}
}

// TestSecrets checks that no error shows the password.
func TestSecrets(t *testing.T) {
	at := address(t)
	for _, test := range []struct{ what, address, want string }{
		{"wrong password", strings.Replace(at, postgrestest.Password, "s3cret", 1), "password authentication failed"},
		{"unreachable", "postgres://ada:s3cret@127.0.0.1:1/db", "connection refused"},
		{"no such host", "postgres://ada:s3cret@nowhere.invalid/db", "nowhere.invalid"},
		{"no such database", strings.Replace(at, "testsecrets", "none", 1), `database "none" does not exist`},
		{"bad escape", "postgres://ada:s3cret%zz@127.0.0.1/db", "not the address"},
		{"bad port", "postgres://ada:s3cret@127.0.0.1:s3cret/db", "not the address"},
		{"bad mode", "postgres://ada:s3cret@127.0.0.1/db?sslmode=s3cret", "not the address"},
		{"bad mode", "postgres://127.0.0.1/db?sslmode=often", "sslmode is invalid"},
		{"no certificate", "postgres://ada:s3cret@127.0.0.1/db?sslmode=verify-ca&sslrootcert=/none.pem", "/none.pem: no such file"},
		{"no certificate", "postgres://ada:s3cret@127.0.0.1/db?sslmode=verify-ca&sslrootcert=/s3cret.pem", "not the address"},
		{"stray sign", "postgres://ada:s3cret/@127.0.0.1/db?port=x", "not the address"},
		{"parameter", "postgres://127.0.0.1:1/db?password=s3cret", "connection refused"},
		{"parameter", "postgres://127.0.0.1:1/db?password=s3cret&sslmode=s3cret", "not the address"},
		{"no URL", "s3cret", "not the address"},
	} {
		_, err := postgres.Open(t.Context(), test.address, nil)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", test.what, err, test.want)
		}
		if s := fmt.Sprintf("%v %+v %q", err, err, err); strings.Contains(s, "s3cret") || strings.Contains(s, postgrestest.Password) || strings.Contains(s, "\n") {
			t.Errorf("%s: %s", test.what, s)
		}
	}
}

// TestSnapshotIsKept checks that a graph is built once for a state, in a folder that
// others of the machine cannot read.
func TestSnapshotIsKept(t *testing.T) {
	cache := t.TempDir()
	db, err := postgres.Create(t.Context(), address(t), "", &postgres.Options{CacheDir: cache})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	key, quads := storetest.Talk("https://example.org/a", "hanako")
	storetest.Put(t, storetest.Writer(t, db), key, quads)
	builds := 0
	read := func() {
		t.Helper()
		g, err := graph.OpenDatabase(t.Context(), db, &graph.OpenOptions{Progress: func(stage graph.Stage, _, _ int) {
			if stage == graph.StageResolve {
				builds++
			}
		}})
		if err != nil {
			t.Fatal(err)
		}
		if g.Note() != nil {
			t.Errorf("note: %v", g.Note())
		}
		g.Close()
	}
	if read(); builds != 1 {
		t.Errorf("%d builds, want 1", builds)
	}
	if read(); builds != 1 {
		t.Errorf("read again: %d builds, want 1", builds)
	}
	other, otherQuads := storetest.Talk("https://example.org/b", "jiro")
	storetest.Put(t, storetest.Writer(t, db), other, otherQuads)
	if read(); builds != 2 {
		t.Errorf("after a change: %d builds, want 2", builds)
	}
	kept, err := filepath.Glob(filepath.Join(cache, "*", "*.snapshot"))
	if err != nil || len(kept) != 1 {
		t.Errorf("kept: %v, error %v; want one", kept, err)
	}
	info, err := os.Stat(filepath.Dir(kept[0]))
	if err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the cache: %v, error %v", info.Mode(), err)
	}
}

// TestStates checks that a reader is told of each change, by the server or by asking.
func TestStates(t *testing.T) {
	db := create(t)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	w := storetest.Writer(t, db)
	var seen []string
	for state, err := range db.States(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		if slices.Contains(seen, state) {
			t.Errorf("state %q comes twice", state)
		}
		if seen = append(seen, state); len(seen) == 4 {
			break
		}
		key, quads := storetest.Talk("https://example.org/a", "speaker-"+strconv.Itoa(len(seen)))
		storetest.Put(t, w, key, quads)
	}
	if len(seen) != 4 {
		t.Errorf("%d states, want 4", len(seen))
	}
}
