package postgres

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

// errRace is the error of a change that another writer was faster than. Nothing was
// stored; made again, the change sees what the other one stored.
var errRace = errors.New("another writer was faster")

// Codes of errors (https://www.postgresql.org/docs/current/errcodes-appendix.html).
const (
	codeUniqueViolation      = "23505"
	codeSerializationFailure = "40001"
	codeDeadlock             = "40P01"
	codeUndefinedTable       = "42P01"
	codeDuplicateTable       = "42P07"
	codeDuplicateObject      = "42710" // its type, where two make a table at once
	codeUndefinedFunction    = "42883"
	codeSyntaxError          = "42601"
	codeNotSupported         = "0A000"
	codeTooManyConnections   = "53300"
	classConnection          = "08"
	classShutdown            = "57P" // administrator's, crash, starting up
)

// code returns the server's code of err, "" where the server did not answer.
func code(err error) string {
	var answer *pgconn.PgError
	if errors.As(err, &answer) {
		return answer.Code
	}
	return ""
}

func isMissingTable(err error) bool { return code(err) == codeUndefinedTable }

func isDuplicate(err error) bool {
	switch code(err) {
	case codeUniqueViolation, codeDuplicateTable, codeDuplicateObject:
		return true
	}
	return false
}

// isUnsupported tells whether err says that the server lacks what was asked for.
func isUnsupported(err error) bool {
	switch code(err) {
	case codeUndefinedFunction, codeSyntaxError, codeNotSupported:
		return true
	}
	return false
}

// isConflict tells whether err says that a transaction met another one and has to be
// made again.
func isConflict(err error) bool {
	switch code(err) {
	case codeSerializationFailure, codeDeadlock:
		return true
	}
	return errors.Is(err, errRace)
}

// isOutage tells whether err says that the server went away or is not there yet, so
// that it may be back soon.
func isOutage(err error) bool {
	c := code(err)
	if c != "" {
		return c == codeTooManyConnections || strings.HasPrefix(c, classConnection) || strings.HasPrefix(c, classShutdown)
	}
	var network net.Error
	return errors.As(err, &network) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, net.ErrClosed) ||
		errors.Is(err, pgconn.ErrConnClosed) || pgconn.SafeToRetry(err)
}

const (
	// patience is how long a change is made again. A standby takes a minute or so
	// to follow a server that failed. Of changes that meet, one goes through each
	// time, so that it is long enough for any number of writers that a server takes.
	patience = 2 * time.Minute

	firstPause, longestPause = 2 * time.Millisecond, 500 * time.Millisecond
)

// retry calls change until it returns nil or an error that will not pass. A change
// is a transaction at most, as it is made again where it met another one, or where the
// server went away; in the second case it may have been stored.
func (db *DB) retry(ctx context.Context, change func() error) error {
	pause := firstPause
	var failing time.Time // since when
	for {
		err := change()
		if err == nil || ctx.Err() != nil || !isConflict(err) && !isOutage(err) {
			return err
		}
		if failing.IsZero() {
			failing = time.Now()
		}
		if time.Since(failing) > patience {
			return fmt.Errorf("given up after %v: %w", patience, err)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause/2 + rand.N(pause)):
		}
		pause = min(2*pause, longestPause)
	}
}

// named returns err with the name of the database, on one line.
func (db *DB) named(err error) error {
	if err == nil {
		return nil
	}
	var failed *pgconn.ConnectError
	if errors.As(err, &failed) {
		// It repeats user and database, and lists what it tried on lines.
		return &plainError{db.name + ": cannot connect: " + strings.Join(strings.FieldsFunc(failed.Unwrap().Error(), isLineEnd), "; "), err}
	}
	return fmt.Errorf("%s: %w", db.name, err)
}

func isLineEnd(r rune) bool { return r == '\n' || r == '\t' }

// plainError is an error with another text.
type plainError struct {
	text string
	err  error
}

func (e *plainError) Error() string { return e.text }
func (e *plainError) Unwrap() error { return e.err }
