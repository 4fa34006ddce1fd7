package proxy

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/forget"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/store"
)

// Database is what can be served.
type Database interface {
	store.Database
	store.Origin

	// ID tells the database from all others.
	ID() string
}

// Opener opens databases.
type Opener interface {
	Open(ctx context.Context, address string) (Database, error)
	Create(ctx context.Context, address, base string) (Database, error)
}

// Serve answers the requests that come from in, on out, until in ends. The first one
// opens the database.
func Serve(ctx context.Context, in io.Reader, out io.Writer, opener Opener) (err error) {
	requests, w := json.NewDecoder(in), bufio.NewWriter(out)
	s := server{opener: opener, out: newEncoder(w)}
	defer func() { err = errors.Join(err, s.close()) }()
	for {
		var r request
		if err := requests.Decode(&r); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		last, err := s.answer(ctx, r)
		if err != nil {
			last = failed(err)
		}
		if err := errors.Join(s.out.Encode(last), w.Flush()); err != nil {
			return err
		}
	}
}

type server struct {
	opener Opener
	out    *json.Encoder
	db     Database     // nil until it is opened
	writer store.Writer // nil until something is written
}

func (s *server) close() error {
	var err error
	if s.writer != nil {
		err = s.writer.Close()
	}
	if s.db != nil {
		err = errors.Join(err, s.db.Close())
	}
	return err
}

// answer does what is asked for and returns the last response.
func (s *server) answer(ctx context.Context, r request) (last response, err error) {
	switch r.Op {
	case opOpen, opCreate:
		return s.open(ctx, r)
	}
	if s.db == nil {
		return last, fmt.Errorf("%s before a database is open", r.Op)
	}
	switch r.Op {
	case opHas:
		last.Yes, err = s.db.Has(ctx, rdf.NewIRI(r.Key))
	case opSources:
		for source, err := range s.db.Sources(ctx) {
			if err != nil {
				return last, err
			}
			if err := s.send(source); err != nil {
				return last, err
			}
		}
	case opForgotten:
		var list *forget.List
		if list, err = s.db.Forgotten(ctx); err == nil {
			last.Text = string(list.Bytes())
		}
	case opState:
		last.State, err = s.db.State(ctx)
	case opStatements:
		return s.statements(ctx)
	default:
		return s.write(ctx, r)
	}
	return last, err
}

func (s *server) open(ctx context.Context, r request) (last response, err error) {
	if r.Version != version {
		return last, fmt.Errorf("the two programs are not of one version (%d and %d): install both anew", r.Version, version)
	}
	if r.Op == opOpen {
		s.db, err = s.opener.Open(ctx, r.Address)
	} else {
		s.db, err = s.opener.Create(ctx, r.Address, r.Base)
	}
	if err != nil {
		return last, err
	}
	return response{Name: s.db.Name(), Base: s.db.Default(), ID: s.db.ID()}, nil
}

// send sends a source, behind which another response comes.
func (s *server) send(source store.Source) error {
	text, err := source.Text()
	if err != nil {
		return err
	}
	return s.out.Encode(response{Key: source.Key.Value, Text: string(text), More: true})
}

// statements sends the statements as N-Quads, some thousands at once, each time with
// how many there are.
func (s *server) statements(ctx context.Context) (last response, err error) {
	statements, err := s.db.Statements(ctx, nil)
	if err != nil {
		return last, err
	}
	const atOnce = 1 << 12 // quads in a response
	for quads := statements.Quads; len(quads) > 0; {
		n := min(atOnce, len(quads))
		var text strings.Builder
		if err := rdf.Write(&text, quads[:n]); err != nil {
			return last, err
		}
		if err := s.out.Encode(response{Text: text.String(), Count: len(statements.Quads), More: true}); err != nil {
			return last, err
		}
		quads = quads[n:]
	}
	return response{State: statements.State, Text: string(statements.Forgotten.Bytes())}, nil
}

// write changes the database.
func (s *server) write(ctx context.Context, r request) (last response, err error) {
	if s.writer == nil {
		if s.writer, err = s.db.Writer(ctx); err != nil {
			return last, err
		}
	}
	switch r.Op {
	case opPut:
		quads, err := rdf.ReadAll(strings.NewReader(r.Text))
		if err != nil {
			return last, err
		}
		last.Yes, err = s.writer.Put(rdf.NewIRI(r.Key), quads)
		return last, err
	case opRetract:
		return last, s.writer.Retract(rdf.NewIRI(r.Key))
	case opForget:
		list, err := forget.Parse([]byte(r.Text))
		if err != nil {
			return last, err
		}
		last.Count, err = s.writer.Forget(list)
		return last, err
	}
	return last, fmt.Errorf("unknown request %q", r.Op)
}
