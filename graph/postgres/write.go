package postgres

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/cncfgraph/cncfgraph/graph/forget"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/store"
)

// writer changes a database. Any number of them do at once: a change reads first, and
// its transaction stores nothing where another writer has changed since what it read.
//
// Each transaction changes first rows that no other kind of transaction locks, one
// source or the marks of people, and the row of cncfgraph_database last, which all
// share and which is then held for no more than a commit. So none waits for one that
// waits for it.
type writer struct {
	db        *DB
	ctx       context.Context // of the work
	forgotten *forget.List    // nil until it is needed
	forgets   int64           // as of which forgotten is
}

// Writer returns a Writer. It takes no lock.
func (db *DB) Writer(ctx context.Context) (store.Writer, error) {
	return &writer{db: db, ctx: ctx}, nil
}

// Close does nothing: all is stored.
func (w *writer) Close() error { return nil }

// Put stores the source in its row.
func (w *writer) Put(key rdf.Term, quads []rdf.Quad) (changed bool, err error) {
	lost := false // the answer to an attempt, which may have stored it
	err = w.db.retry(w.ctx, func() (err error) {
		if err := w.readForgotten(); err != nil {
			return err
		}
		source, err := store.NewSource(key, quads, w.forgotten)
		if err != nil {
			return err
		}
		changed, err = w.put(source)
		lost = lost || isOutage(err)
		return err
	})
	if err != nil {
		return false, w.db.named(err)
	}
	return changed || lost, nil
}

// put stores the source in its row unless it is there.
func (w *writer) put(s store.Source) (changed bool, err error) {
	was, err := w.row(s.Key)
	if err != nil {
		return false, err
	}
	if len(s.Quads) == 0 { // but for people forgotten it says nothing
		if was == nil {
			return false, nil
		}
		return true, w.change(`DELETE FROM cncfgraph_source WHERE id = $1 AND version = $2`, was.id, was.version)
	}
	text, err := s.Text()
	if err != nil {
		return false, fmt.Errorf("source %s: %w", s.Key.Value, err)
	}
	if was == nil {
		return true, w.change(`INSERT INTO cncfgraph_source (id, key, sha256, nquads, version) VALUES ($1, $2, $3, $4, 1) ON CONFLICT (id) DO NOTHING`,
			store.SourceID(s.Key.Value), s.Key.Value, checksum(text), string(text))
	}
	stored, err := parse(was.id, s.Key.Value, was.sum, was.text)
	if err != nil {
		return false, err
	}
	if err := s.CheckReplaces(stored, ""); err != nil {
		return false, err
	}
	if slices.Equal(stored.Quads, s.Quads) {
		return false, nil
	}
	return true, w.change(`UPDATE cncfgraph_source SET sha256 = $3, nquads = $4, version = version + 1 WHERE id = $1 AND version = $2`,
		was.id, was.version, checksum(text), string(text))
}

// row is what is stored of a source.
type row struct {
	id, sum, text string
	version       int64
}

// row returns the row of the source with the key, nil for none.
func (w *writer) row(key rdf.Term) (*row, error) {
	r := &row{id: store.SourceID(key.Value)}
	err := w.db.pool.QueryRow(w.ctx, `SELECT sha256, nquads, version FROM cncfgraph_source WHERE id = $1`, r.id).Scan(&r.sum, &r.text, &r.version)
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, nil
	}
	return r, err
}

// change executes the statement, which changes one row, and gives the database a new
// state. It changes nothing, and returns errRace, where the statement finds no row,
// or where people were forgotten whom the writer does not know.
func (w *writer) change(statement string, args ...any) error {
	var changes pgx.Batch
	changes.Queue(statement, args...)
	changes.Queue(`UPDATE cncfgraph_database SET state = $1 WHERE one = 1 AND forgets = $2`, rand.Text(), w.forgets)
	err := pgx.BeginFunc(w.ctx, w.db.pool, func(tx pgx.Tx) (err error) {
		results := tx.SendBatch(w.ctx, &changes)
		defer func() { err = errors.Join(err, results.Close()) }()
		for range changes.Len() {
			tag, err := results.Exec()
			if err != nil {
				return err
			}
			if tag.RowsAffected() != 1 {
				w.forgotten = nil // which may be why
				return errRace
			}
		}
		return nil
	})
	if err == nil {
		w.db.notify(w.ctx)
	}
	return err
}

// readForgotten reads who is kept out, unless the writer knows.
func (w *writer) readForgotten() error {
	if w.forgotten != nil {
		return nil
	}
	return pgx.BeginTxFunc(w.ctx, w.db.pool, snapshotRead, func(tx pgx.Tx) error {
		if err := tx.QueryRow(w.ctx, `SELECT forgets FROM cncfgraph_database WHERE one = 1`).Scan(&w.forgets); err != nil {
			return err
		}
		list, err := forgotten(w.ctx, tx)
		if err == nil {
			w.forgotten = list
		}
		return err
	})
}

// Retract removes the row of the source.
func (w *writer) Retract(key rdf.Term) error {
	lost := false // the answer to an attempt, which may have removed it
	err := w.db.retry(w.ctx, func() error {
		if err := w.readForgotten(); err != nil {
			return err
		}
		there, err := w.db.has(w.ctx, key)
		switch {
		case err != nil:
		case there:
			err = w.change(`DELETE FROM cncfgraph_source WHERE id = $1`, store.SourceID(key.Value))
		case !lost:
			return fmt.Errorf("%w: %s", store.ErrNoSource, key.Value)
		}
		lost = lost || isOutage(err)
		return err
	})
	return w.db.named(err)
}

// Forget keeps the people out first, so that no writer can store more of them, and
// then removes them from one source after another.
func (w *writer) Forget(list *forget.List) (removed int, err error) {
	if err := w.db.retry(w.ctx, func() error { return w.keepOut(list) }); err != nil {
		return 0, w.db.named(err)
	}
	w.forgotten = nil
	if err := w.db.retry(w.ctx, w.readForgotten); err != nil {
		return 0, w.db.named(err)
	}
	var keys []rdf.Term // of the sources that speak of them
	for s, err := range w.db.Sources(w.ctx) {
		if err != nil {
			return 0, err
		}
		if n := len(s.Quads) - len(s.Without(w.forgotten).Quads); n > 0 {
			keys = append(keys, s.Key)
			removed += n
		}
	}
	for _, key := range keys {
		if err := w.db.retry(w.ctx, func() error { return w.strip(key) }); err != nil {
			return removed, w.db.named(err)
		}
	}
	return removed, w.db.cache.Clear()
}

// keepOut stores the marks of the people.
func (w *writer) keepOut(list *forget.List) error {
	err := pgx.BeginFunc(w.ctx, w.db.pool, func(tx pgx.Tx) error {
		for mark := range strings.Lines(string(list.Bytes())) { // sorted, as locks are taken
			if _, err := tx.Exec(w.ctx, `INSERT INTO cncfgraph_forgotten (mark) VALUES ($1) ON CONFLICT (mark) DO NOTHING`, strings.TrimSpace(mark)); err != nil {
				return err
			}
		}
		_, err := tx.Exec(w.ctx, `UPDATE cncfgraph_database SET state = $1, forgets = forgets + 1 WHERE one = 1`, rand.Text())
		return err
	})
	if err == nil {
		w.db.notify(w.ctx)
	}
	return err
}

// strip removes from the source with the key, as it is now, what is said of the people
// forgotten.
func (w *writer) strip(key rdf.Term) error {
	if err := w.readForgotten(); err != nil {
		return err
	}
	was, err := w.row(key)
	if err != nil || was == nil {
		return err
	}
	s, err := parse(was.id, key.Value, was.sum, was.text)
	if err != nil {
		return err
	}
	_, err = w.put(s.Without(w.forgotten))
	return err
}
