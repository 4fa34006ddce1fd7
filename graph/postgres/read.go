package postgres

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"slices"

	"github.com/jackc/pgx/v5"

	"github.com/cncfgraph/cncfgraph/graph/forget"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/store"
)

// snapshotRead is a transaction that sees the database in one state.
var snapshotRead = pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly}

// querier is a connection or a transaction.
type querier interface {
	Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error)
	QueryRow(ctx context.Context, sql string, args ...any) pgx.Row
}

// State names the state of the database: another one after each change.
func (db *DB) State(ctx context.Context) (string, error) {
	var state string
	err := db.pool.QueryRow(ctx, `SELECT state FROM cncfgraph_database WHERE one = 1`).Scan(&state)
	return state, db.named(err)
}

// Has tells whether there is a source with the key.
func (db *DB) Has(ctx context.Context, key rdf.Term) (bool, error) {
	there, err := db.has(ctx, key)
	return there, db.named(err)
}

func (db *DB) has(ctx context.Context, key rdf.Term) (bool, error) {
	var count int
	err := db.pool.QueryRow(ctx, `SELECT count(*) FROM cncfgraph_source WHERE id = $1`, store.SourceID(key.Value)).Scan(&count)
	return count > 0, err
}

// Forgotten returns who is kept out of the database.
func (db *DB) Forgotten(ctx context.Context) (*forget.List, error) {
	list, err := forgotten(ctx, db.pool)
	return list, db.named(err)
}

func forgotten(ctx context.Context, q querier) (*forget.List, error) {
	rows, err := q.Query(ctx, `SELECT mark FROM cncfgraph_forgotten`)
	if err != nil {
		return nil, err
	}
	marks, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return nil, err
	}
	var text []byte
	for _, mark := range marks {
		text = append(append(text, mark...), '\n')
	}
	return forget.Parse(text)
}

// Sources yields all sources, as they are at one time.
func (db *DB) Sources(ctx context.Context) iter.Seq2[store.Source, error] {
	return func(yield func(store.Source, error) bool) {
		for s, err := range sources(ctx, db.pool) {
			if !yield(s, db.named(err)) {
				return
			}
		}
	}
}

// sources yields all sources in the order of their ids. After an error it yields
// nothing more.
func sources(ctx context.Context, q querier) iter.Seq2[store.Source, error] {
	return selected(ctx, q, `SELECT id, key, sha256, nquads FROM cncfgraph_source ORDER BY id`)
}

// selected yields the sources that the query selects.
func selected(ctx context.Context, q querier, query string, args ...any) iter.Seq2[store.Source, error] {
	return func(yield func(store.Source, error) bool) {
		rows, err := q.Query(ctx, query, args...)
		if err != nil {
			yield(store.Source{}, err)
			return
		}
		defer rows.Close()
		for rows.Next() {
			var id, key, sum, text string
			err := rows.Scan(&id, &key, &sum, &text)
			var s store.Source
			if err == nil {
				s, err = parse(id, key, sum, text)
			}
			if !yield(s, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(store.Source{}, err)
		}
	}
}

// parse returns the source that a row holds.
func parse(id, key, sum, text string) (store.Source, error) {
	s, err := store.ParseSource(key, id, []byte(text))
	if err == nil && sum != checksum([]byte(text)) {
		err = fmt.Errorf("%w %s: its text does not have its checksum", store.ErrDamaged, key)
	}
	return s, err
}

// checksum returns what the column sha256 holds.
func checksum(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// Statements returns what all sources state, in one state of the database.
func (db *DB) Statements(ctx context.Context, progress func(done, total int)) (*store.Statements, error) {
	var s *store.Statements
	err := db.retry(ctx, func() error {
		s = &store.Statements{}
		return pgx.BeginTxFunc(ctx, db.pool, snapshotRead, func(tx pgx.Tx) (err error) {
			total := 0
			count := tx.QueryRow(ctx, `SELECT state, (SELECT count(*) FROM cncfgraph_source) FROM cncfgraph_database WHERE one = 1`)
			if err := count.Scan(&s.State, &total); err != nil {
				return err
			}
			if s.Forgotten, err = forgotten(ctx, tx); err != nil {
				return err
			}
			read := sources
			if db.followed.Load() {
				read = db.mirror.sources
			}
			lists := make([][]rdf.Quad, 0, total)
			for source, err := range read(ctx, tx) {
				if err != nil {
					return err
				}
				if lists = append(lists, source.Quads); progress != nil {
					progress(len(lists), total)
				}
			}
			s.Quads = slices.Concat(lists...)
			return nil
		})
	})
	return s, db.named(err)
}
