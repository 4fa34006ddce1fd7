package postgres

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"

	"github.com/jackc/pgx/v5"
)

// ErrNewer is the error of tables that a newer program has made.
var ErrNewer = errors.New("the database is of a newer cncfgraph")

// schema is the steps from no tables to those of this program; the version of a schema
// is how many of them are taken. Steps that were released stay as they are.
//
// A source's id is store.SourceID of its key, which may be too long for an index. Its
// version counts how often it was replaced. The state of the database is another one
// after each change, and forgets counts how often people were forgotten.
var schema = [][]string{
	{
		`CREATE TABLE cncfgraph_database (
			one integer PRIMARY KEY CHECK (one = 1),
			id text NOT NULL,
			base text NOT NULL,
			state text NOT NULL,
			forgets bigint NOT NULL
		)`,
		`CREATE TABLE cncfgraph_source (
			id text PRIMARY KEY,
			key text NOT NULL,
			sha256 text NOT NULL,
			nquads text NOT NULL,
			version bigint NOT NULL
		)`,
		`CREATE TABLE cncfgraph_forgotten (mark text PRIMARY KEY)`,
	},
}

// checkSchema brings the tables to the version of this program. The error is
// errNoDatabase where there are none.
func (db *DB) checkSchema(ctx context.Context) error {
	version, err := db.schemaVersion(ctx)
	switch {
	case isMissingTable(err) || err == nil && version == 0:
		return errNoDatabase
	case err != nil:
		return err
	case version < len(schema):
		return db.migrate(ctx, schema)
	}
	return checkVersion(version, len(schema))
}

func (db *DB) schemaVersion(ctx context.Context) (version int, err error) {
	err = db.pool.QueryRow(ctx, `SELECT coalesce(max(version), 0) FROM cncfgraph_schema`).Scan(&version)
	return version, err
}

func checkVersion(version, known int) error {
	if version > known {
		return fmt.Errorf("%w: its tables have version %d, this program knows them up to %d", ErrNewer, version, known)
	}
	return nil
}

// migrate takes the steps that are not taken yet, each in a transaction. Programs that
// migrate at the same time wait for each other at the row of the step's version, so
// that no lock is needed that some servers lack.
func (db *DB) migrate(ctx context.Context, steps [][]string) error {
	return db.retry(ctx, func() error {
		if _, err := db.pool.Exec(ctx, `CREATE TABLE IF NOT EXISTS cncfgraph_schema (version bigint PRIMARY KEY)`); err != nil {
			return asRace(err)
		}
		version, err := db.schemaVersion(ctx)
		if err != nil {
			return err
		}
		for ; version < len(steps); version++ {
			err := pgx.BeginFunc(ctx, db.pool, func(tx pgx.Tx) error {
				if _, err := tx.Exec(ctx, `INSERT INTO cncfgraph_schema (version) VALUES ($1)`, version+1); err != nil {
					return err
				}
				for _, statement := range steps[version] {
					if _, err := tx.Exec(ctx, statement); err != nil {
						return err
					}
				}
				return nil
			})
			if err != nil {
				return asRace(err)
			}
		}
		return checkVersion(version, len(steps))
	})
}

// asRace returns errRace for an error that says that another program was first.
func asRace(err error) error {
	if isDuplicate(err) {
		return fmt.Errorf("%w: %w", errRace, err)
	}
	return err
}

// create makes the tables and the one row that says what the database is.
func (db *DB) create(ctx context.Context, base string) error {
	if err := db.checkEncoding(ctx); err != nil {
		return err
	}
	if err := db.migrate(ctx, schema); err != nil {
		return err
	}
	tag, err := db.pool.Exec(ctx, `INSERT INTO cncfgraph_database (one, id, base, state, forgets)
		VALUES (1, $1, $2, $3, 0) ON CONFLICT (one) DO NOTHING`, rand.Text(), base, rand.Text())
	if err == nil && tag.RowsAffected() == 0 {
		return fmt.Errorf("there is one: %w", fs.ErrExist)
	}
	return err
}

// checkEncoding returns an error where the server would change what is stored.
func (db *DB) checkEncoding(ctx context.Context) error {
	var encoding string
	if err := db.pool.QueryRow(ctx, `SHOW server_encoding`).Scan(&encoding); err != nil {
		return err
	}
	if encoding != "UTF8" {
		return fmt.Errorf("the server keeps text in %s; make the database with ENCODING 'UTF8'", encoding)
	}
	return nil
}
