package postgres_test

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/postgres"
	"github.com/cncfgraph/cncfgraph/graph/store"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/internal/postgrestest"
	"github.com/cncfgraph/cncfgraph/internal/storetest"
)

// documentsVariable says how many documents each writer of TestManyWriters stores, by
// default a few.
const documentsVariable = "CNCFGRAPH_DOCUMENTS"

const manyWriters, manyReaders = 16, 8

// team is many writers and readers of one database, each with connections of its own.
type team struct {
	t         *testing.T
	address   string
	documents int    // of each writer
	cache     string // folder that the readers share

	killed chan struct{} // if not nil, closed before the writers store their second half

	mu     sync.Mutex
	stored map[string]time.Time // talks that a writer was told are stored, and when

	latest atomic.Int64 // how late, in nanoseconds, a reader has seen a talk at most
}

func (m *team) open() *postgres.DB {
	db, err := postgres.Open(m.t.Context(), m.address, &postgres.Options{CacheDir: m.cache})
	if err != nil {
		m.t.Fatal(err)
	}
	return db
}

// name is what document i of the writer states a talk of; one in four is of all
// writers.
func (m *team) name(writer, i int) string {
	if i%4 == 0 {
		return "shared-" + strconv.Itoa(i)
	}
	return fmt.Sprintf("own-%d-%d", writer, i)
}

// write stores all documents of the writer, and retracts and stores again one in ten.
func (m *team) write(db *postgres.DB, writer int) {
	w, err := db.Writer(m.t.Context())
	if err != nil {
		m.t.Error(err)
		return
	}
	for i := range m.documents {
		if m.killed != nil && i == m.documents/2 {
			<-m.killed
		}
		name := m.name(writer, i)
		key, quads := storetest.Talk("https://example.org/"+name, name)
		_, err := w.Put(key, quads)
		if err == nil && i%10 == 1 {
			if err = w.Retract(key); err == nil {
				_, err = w.Put(key, quads)
			}
		}
		if err != nil {
			m.t.Errorf("writer %d, document %d: %v", writer, i, err)
			continue
		}
		m.mu.Lock()
		if _, ok := m.stored[name]; !ok {
			m.stored[name] = time.Now()
		}
		m.mu.Unlock()
	}
}

// read follows the database until it has seen as many talks as there are. A source
// is there whole or not at all; how late each talk is seen is kept.
func (m *team) read(ctx context.Context, db *postgres.DB, want int) {
	seen := map[string]bool{}
	for g, err := range graph.Follow(ctx, db, nil) {
		if err != nil {
			continue // an outage, of which the reader is told
		}
		now := time.Now()
		for talk := range g.Subjects(vocab.Type, g.Predicate(vocab.Talk)) {
			if n := len(slices.Collect(g.Match(talk, 0, 0))); n < 3 {
				m.t.Errorf("a talk has %d statements", n)
			}
			_, id := g.EntityID(talk)
			name := id[len("mesh-"):]
			m.mu.Lock()
			if at, ok := m.stored[name]; ok && !seen[name] {
				seen[name] = true
				m.late(now.Sub(at))
			}
			m.mu.Unlock()
		}
		g.Close()
		if len(seen) == want {
			return
		}
	}
	m.t.Errorf("a reader has seen %d of %d talks", len(seen), want)
}

func (m *team) late(by time.Duration) {
	for was := m.latest.Load(); int64(by) > was && !m.latest.CompareAndSwap(was, int64(by)); was = m.latest.Load() {
	}
}

// TestManyWriters has 16 writers store documents of their own and of all, while eight
// readers follow: nothing is lost or half there, no error reaches a writer, and in the
// end all is as if one writer had stored it into a folder.
func TestManyWriters(t *testing.T) {
	m := newTeam(t, address(t))
	m.work(nil)
	t.Logf("%d writers stored %d documents each; a reader saw one at most %v after it was stored", manyWriters, m.documents, time.Duration(m.latest.Load()).Round(time.Millisecond))
}

// TestServerKilled kills the server while the writers of TestManyWriters are at work,
// and starts it again: they wait for it, and nothing is lost or half there.
func TestServerKilled(t *testing.T) {
	if _, err := cluster(); err != nil {
		address(t) // says why there is none
	}
	c, err := postgrestest.New()
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	at := postgrestest.NewDatabase(t, c, nil, "killed")
	m := newTeam(t, at)
	m.killed = make(chan struct{})
	kills := 0
	m.work(func(storing <-chan struct{}) {
		for {
			select {
			case <-storing:
				return
			case <-time.After(100 * time.Millisecond):
			}
			if err := c.Stop(); err != nil {
				t.Error(err)
			}
			if kills++; kills == 1 {
				close(m.killed)
			}
			time.Sleep(200 * time.Millisecond)
			if err := c.Start(); err != nil {
				t.Error(err)
				return
			}
			time.Sleep(500 * time.Millisecond)
		}
	})
	t.Logf("the server was killed %d times while %d writers stored %d documents each", kills, manyWriters, m.documents)
}

func newTeam(t *testing.T, address string) *team {
	m := &team{t: t, address: address, cache: t.TempDir(), documents: 12, stored: map[string]time.Time{}}
	if n, err := strconv.Atoi(os.Getenv(documentsVariable)); err == nil {
		m.documents = n
	}
	db, err := postgres.Create(t.Context(), address, "", nil)
	if err != nil {
		t.Fatal(err)
	}
	db.Close()
	return m
}

// work has all write and read, and beside them disturb do what it does until the
// channel is closed, and checks what is there in the end.
func (m *team) work(disturb func(storing <-chan struct{})) {
	t := m.t
	want := map[string]bool{}
	for writer := range manyWriters {
		for i := range m.documents {
			want[m.name(writer, i)] = true
		}
	}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Minute)
	defer cancel()
	var writers, readers, disturbers sync.WaitGroup
	for range manyReaders {
		db := m.open()
		defer db.Close()
		readers.Go(func() { m.read(ctx, db, len(want)) })
	}
	for writer := range manyWriters {
		db := m.open()
		defer db.Close()
		writers.Go(func() { m.write(db, writer) })
	}
	storing := make(chan struct{})
	if disturb != nil {
		disturbers.Go(func() { disturb(storing) })
	}
	writers.Wait()
	close(storing)
	disturbers.Wait()
	if t.Failed() {
		cancel() // the readers wait for what was not stored
	}
	readers.Wait()

	folder, err := store.Create(t.TempDir()+"/db", "")
	if err != nil {
		t.Fatal(err)
	}
	w := storetest.Writer(t, folder)
	for name := range want {
		key, quads := storetest.Talk("https://example.org/"+name, name)
		storetest.Put(t, w, key, quads)
	}
	db := m.open()
	defer db.Close()
	if storetest.Stated(t, db) != storetest.Stated(t, folder) {
		t.Error("the database does not hold what one writer stores in a folder")
	}
	if _, ok := m.stored[m.name(0, 0)]; !ok || len(m.stored) != len(want) {
		t.Errorf("%d documents were stored, want %d", len(m.stored), len(want))
	}
}
