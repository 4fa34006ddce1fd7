// Package postgres keeps a database in PostgreSQL, so that a team shares it: the
// statements of each source, as sorted N-Quads, are one row. What others write is seen
// by everyone, and any number of them write at once.
//
// Each reader builds the snapshot of all sources for itself and keeps it in a folder
// of this machine, under the state of the database that it is of; a query reads the
// server no more than to ask for that state.
//
// The statements are plain SQL with nothing of one server's own but LISTEN and NOTIFY,
// without which readers ask every second: databases that speak PostgreSQL's protocol,
// distributed ones included, are meant to take them. docs/postgres.md says on which
// this is tested.
//
// It is not imported by package graph, so that programs that use folders do not link
// the driver; package proxy lets them use it in a process of its own.
package postgres

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"sync/atomic"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/cncfgraph/cncfgraph/graph/snapshot"
	"github.com/cncfgraph/cncfgraph/graph/store"
)

// DB is a database in PostgreSQL. It implements [store.Database].
type DB struct {
	pool  *pgxpool.Pool
	name  string // address without password
	id    string // that tells it from all others
	base  string // default graph, "" for none
	cache store.Cache
	mute  atomic.Bool // the server has no NOTIFY

	followed atomic.Bool // by States
	mirror   mirror      // of a database that is
}

// Options adjust Open and Create. A nil *Options stands for the zero Options.
type Options struct {
	// CacheDir is the folder in which snapshots are kept, in a folder of its own for
	// each database; by default it is cncfgraph in os.UserCacheDir.
	CacheDir string
}

// Open opens the database at the address, a postgres:// URL. Its tables are brought to
// the version of this program where they are older. The error wraps fs.ErrNotExist
// where nobody has made a database there, [ErrAddress] where the address is no such
// URL, [ErrNewer] where the tables are of a newer program. No error shows a password.
func Open(ctx context.Context, address string, opts *Options) (*DB, error) {
	db, err := connect(address)
	if err != nil {
		return nil, err
	}
	if err := db.open(ctx, opts); err != nil {
		db.pool.Close()
		return nil, fmt.Errorf("open database: %w", db.named(err))
	}
	return db, nil
}

// Create makes a database at the address over the default graph that base identifies,
// "" for none. The error wraps fs.ErrExist where there is one.
func Create(ctx context.Context, address, base string, opts *Options) (*DB, error) {
	db, err := connect(address)
	if err != nil {
		return nil, err
	}
	err = db.retry(ctx, func() error { return db.create(ctx, base) })
	if err == nil {
		err = db.open(ctx, opts)
	}
	if err != nil {
		db.pool.Close()
		return nil, fmt.Errorf("create database: %w", db.named(err))
	}
	return db, nil
}

// connect returns a DB whose connections are made when they are needed.
func connect(address string) (*DB, error) {
	config, err := poolConfig(address)
	if err != nil {
		return nil, err
	}
	db := &DB{name: addressName(config.ConnConfig)}
	db.pool, err = pgxpool.NewWithConfig(context.Background(), config)
	return db, err
}

// open reads what the database is.
func (db *DB) open(ctx context.Context, opts *Options) error {
	if err := db.checkSchema(ctx); err != nil {
		return err
	}
	err := db.pool.QueryRow(ctx, `SELECT id, base FROM cncfgraph_database WHERE one = 1`).Scan(&db.id, &db.base)
	if errors.Is(err, pgx.ErrNoRows) {
		return errNoDatabase
	}
	if err != nil {
		return err
	}
	if db.cache = store.UserCache(db.id); opts != nil && opts.CacheDir != "" {
		db.cache = store.CacheIn(opts.CacheDir, db.id)
	}
	return nil
}

// errNoDatabase is the error of an address at which no database was made.
var errNoDatabase = fmt.Errorf("no database of cncfgraph, which ingest makes: %w", fs.ErrNotExist)

// Name returns the address of the database without the password.
func (db *DB) Name() string { return db.name }

// ID tells the database from all others.
func (db *DB) ID() string { return db.id }

// Default identifies the default graph that the database was made over, "" for none.
func (db *DB) Default() string { return db.base }

// Close ends all connections.
func (db *DB) Close() error {
	db.pool.Close()
	return nil
}

// Snapshot returns the snapshot that b makes of all statements, and keeps it in the
// cache of this machine.
func (db *DB) Snapshot(ctx context.Context, b *store.Build) (s *snapshot.Snapshot, note, err error) {
	return db.cache.Snapshot(ctx, db, b)
}

// States yields the state of the database, and each later one when the server tells
// of it, at the latest after store.PollInterval.
func (db *DB) States(ctx context.Context) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		db.followed.Store(true)
		wake := make(chan struct{}, 1)
		go db.listen(ctx, wake)
		store.Polled(ctx, db.State, wake)(yield)
	}
}
