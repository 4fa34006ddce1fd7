package proxy

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"sync"

	"github.com/cncfgraph/cncfgraph/graph/forget"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/snapshot"
	"github.com/cncfgraph/cncfgraph/graph/store"
)

// Conn is a process that runs Serve: what is written to it are the requests. Closing
// it ends the process, and returns why it failed if it did.
type Conn = io.ReadWriteCloser

// DB is a database that another process serves. Contexts are looked at between
// requests only: to stop one, end the process.
type DB struct {
	mu        sync.Mutex // one request at a time
	conn      Conn
	requests  *json.Encoder
	responses *json.Decoder

	name, base string
	cache      store.Cache
}

// Open has the process open the database at the address. It owns conn from now on.
func Open(ctx context.Context, conn Conn, address string) (*DB, error) {
	return connect(ctx, conn, request{Op: opOpen, Version: version, Address: address})
}

// Create has the process make a database at the address.
func Create(ctx context.Context, conn Conn, address, base string) (*DB, error) {
	return connect(ctx, conn, request{Op: opCreate, Version: version, Address: address, Base: base})
}

func connect(ctx context.Context, conn Conn, r request) (*DB, error) {
	db := &DB{conn: conn, requests: newEncoder(conn), responses: json.NewDecoder(bufio.NewReader(conn))}
	opened, err := db.ask(ctx, r)
	if err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	db.name, db.base, db.cache = opened.Name, opened.Base, store.UserCache(opened.ID)
	return db, nil
}

// ask sends a request and returns the last response to it.
func (db *DB) ask(ctx context.Context, r request) (response, error) {
	return db.askEach(ctx, r, func(response) error { return nil })
}

// askEach is ask, with use called for each response but the last one. After an error
// of use the others are passed over.
func (db *DB) askEach(ctx context.Context, r request, use func(response) error) (last response, err error) {
	db.mu.Lock()
	defer db.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return last, err
	}
	if err := db.requests.Encode(r); err != nil {
		return last, db.broken(ctx, err)
	}
	for {
		var got response
		if decodeErr := db.responses.Decode(&got); decodeErr != nil {
			return last, db.broken(ctx, decodeErr)
		}
		if !got.More {
			return got, errors.Join(err, got.err())
		}
		if err == nil {
			err = use(got)
		}
	}
}

// broken returns the error of a connection that failed with err.
func (db *DB) broken(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err() // for which the process was ended
	}
	return fmt.Errorf("the process that keeps the database has ended: %w", err)
}

// Name names the database without a password.
func (db *DB) Name() string { return db.name }

// Default identifies the default graph that the database was made over.
func (db *DB) Default() string { return db.base }

// Has tells whether there is a source with the key.
func (db *DB) Has(ctx context.Context, key rdf.Term) (bool, error) {
	r, err := db.ask(ctx, request{Op: opHas, Key: key.Value})
	return r.Yes, err
}

// Sources yields all sources. They are read before the first is yielded, so that the
// database can be asked meanwhile.
func (db *DB) Sources(ctx context.Context) iter.Seq2[store.Source, error] {
	return func(yield func(store.Source, error) bool) {
		var texts []response
		_, err := db.askEach(ctx, request{Op: opSources}, func(r response) error {
			texts = append(texts, r)
			return nil
		})
		for _, r := range texts {
			s, err := store.ParseSource(r.Key, store.SourceID(r.Key), []byte(r.Text))
			if !yield(s, err) || err != nil {
				return
			}
		}
		if err != nil {
			yield(store.Source{}, err)
		}
	}
}

// Forgotten returns who is kept out of the database.
func (db *DB) Forgotten(ctx context.Context) (*forget.List, error) {
	r, err := db.ask(ctx, request{Op: opForgotten})
	if err != nil {
		return nil, err
	}
	return forget.Parse([]byte(r.Text))
}

// State names the state of the database.
func (db *DB) State(ctx context.Context) (string, error) {
	r, err := db.ask(ctx, request{Op: opState})
	return r.State, err
}

// Statements returns what all sources state, in one state of the database. Progress is
// told how many of the statements are there.
func (db *DB) Statements(ctx context.Context, progress func(done, total int)) (*store.Statements, error) {
	s := &store.Statements{}
	last, err := db.askEach(ctx, request{Op: opStatements}, func(r response) error {
		quads, err := rdf.ReadAll(strings.NewReader(r.Text))
		s.Quads = append(s.Quads, quads...)
		if progress != nil {
			progress(len(s.Quads), r.Count)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	s.State = last.State
	s.Forgotten, err = forget.Parse([]byte(last.Text))
	return s, err
}

// Snapshot returns the snapshot that b makes of all statements, and keeps it in the
// cache of this machine.
func (db *DB) Snapshot(ctx context.Context, b *store.Build) (s *snapshot.Snapshot, note, err error) {
	return db.cache.Snapshot(ctx, db, b)
}

// States yields the state of the database, and each later one, for which it asks.
func (db *DB) States(ctx context.Context) iter.Seq2[string, error] {
	return store.Polled(ctx, db.State, nil)
}

// Close ends the process.
func (db *DB) Close() error { return db.conn.Close() }

// Writer returns a Writer.
func (db *DB) Writer(ctx context.Context) (store.Writer, error) {
	return &writer{db: db, ctx: ctx}, nil
}

type writer struct {
	db  *DB
	ctx context.Context // of the work
}

// Put has the source stored.
func (w *writer) Put(key rdf.Term, quads []rdf.Quad) (changed bool, err error) {
	source, err := store.NewSource(key, quads, &forget.List{})
	if err != nil {
		return false, err
	}
	text, err := source.Text()
	if err != nil {
		return false, fmt.Errorf("source %s: %w", key.Value, err)
	}
	r, err := w.db.ask(w.ctx, request{Op: opPut, Key: key.Value, Text: string(text)})
	return r.Yes, err
}

// Retract has the source removed.
func (w *writer) Retract(key rdf.Term) error {
	_, err := w.db.ask(w.ctx, request{Op: opRetract, Key: key.Value})
	return err
}

// Forget has the people removed and kept out.
func (w *writer) Forget(list *forget.List) (removed int, err error) {
	r, err := w.db.ask(w.ctx, request{Op: opForget, Text: string(list.Bytes())})
	if err != nil {
		return r.Count, err
	}
	return r.Count, w.db.cache.Clear()
}

// Close does nothing: the process keeps what it was asked to.
func (w *writer) Close() error { return nil }
