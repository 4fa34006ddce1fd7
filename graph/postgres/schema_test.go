package postgres

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/cncfgraph/cncfgraph/internal/postgrestest"
)

// TestMigrate has many programs bring the tables to one version, and to a later one,
// at the same time: each step is taken once, and a step that fails leaves nothing.
func TestMigrate(t *testing.T) {
	c, err := postgrestest.New()
	address := postgrestest.NewDatabase(t, c, err, "migrate")
	defer c.Close()
	steps := [][]string{
		{`CREATE TABLE taken (step bigint)`, `INSERT INTO taken VALUES (1)`},
		{`INSERT INTO taken VALUES (2)`},
		{`INSERT INTO taken VALUES (3)`, `ALTER TABLE taken ADD COLUMN note text`},
	}
	dbs := make([]*DB, 8)
	for i := range dbs {
		if dbs[i], err = connect(address); err != nil {
			t.Fatal(err)
		}
		defer dbs[i].Close()
	}
	for known := 1; known <= len(steps); known++ {
		var all sync.WaitGroup
		for _, db := range dbs {
			all.Go(func() {
				if err := db.migrate(context.Background(), steps[:known]); err != nil {
					t.Errorf("to version %d: %v", known, err)
				}
			})
		}
		all.Wait()
	}
	broken := append(slices.Clone(steps), []string{`INSERT INTO taken VALUES (4)`, `no statement`})
	if err := dbs[0].migrate(t.Context(), broken); code(err) != codeSyntaxError {
		t.Errorf("a broken step: %v", err)
	}
	var sum, count int
	if err := dbs[0].pool.QueryRow(t.Context(), `SELECT sum(step), count(*) FROM taken`).Scan(&sum, &count); err != nil || sum != 6 || count != 3 {
		t.Errorf("%d steps taken that sum to %d, error %v; want 1, 2 and 3", count, sum, err)
	}
	if err := dbs[0].migrate(t.Context(), steps[:2]); !errors.Is(err, ErrNewer) {
		t.Errorf("an older program: %v, want ErrNewer", err)
	}
}

func TestFailures(t *testing.T) {
	server := func(code string) error { return &pgconn.PgError{Code: code} }
	for i, test := range []struct {
		err                           error
		conflict, outage, unsupported bool
	}{
		{server("40001"), true, false, false},
		{server("40P01"), true, false, false},
		{errRace, true, false, false},
		{server("57P01"), false, true, false},
		{server("57P03"), false, true, false},
		{server("08006"), false, true, false},
		{server("53300"), false, true, false},
		{pgconn.ErrConnClosed, false, true, false},
		{server("0A000"), false, false, true},
		{server("28P01"), false, false, false},
		{server("42501"), false, false, false},
		{errors.New("another"), false, false, false},
	} {
		if isConflict(test.err) != test.conflict || isOutage(test.err) != test.outage || isUnsupported(test.err) != test.unsupported {
			t.Errorf("%d: %v: conflict %v, outage %v, unsupported %v", i, test.err, isConflict(test.err), isOutage(test.err), isUnsupported(test.err))
		}
	}
}

// A change that meets others is made again, one that fails otherwise is not, and none
// after its context is done.
func TestRetry(t *testing.T) {
	db := &DB{name: "postgres://host/db"}
	for _, test := range []struct {
		errs  []error
		calls int
		want  error
	}{
		{[]error{errRace, errRace, nil}, 3, nil},
		{[]error{&pgconn.PgError{Code: "40001"}, pgconn.ErrConnClosed, nil}, 3, nil},
		{[]error{errNoDatabase}, 1, errNoDatabase},
		{[]error{errRace, errNoDatabase}, 2, errNoDatabase},
	} {
		calls := 0
		err := db.retry(t.Context(), func() error { calls++; return test.errs[calls-1] })
		if calls != test.calls || !errors.Is(err, test.want) {
			t.Errorf("%v: %d calls, error %v", test.errs, calls, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	calls := 0
	err := db.retry(ctx, func() error {
		if calls++; calls == 2 {
			cancel()
		}
		return errRace
	})
	if calls != 2 || err == nil {
		t.Errorf("%d calls, error %v", calls, err)
	}
}
