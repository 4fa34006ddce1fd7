// Package proxy lets a database be used from another process: [Serve] does in one
// what [DB], a [store.Database], asks for in the other, over two pipes. So a program
// starts without the driver of a database that most of its runs do not use.
//
// Requests and responses are JSON values, one after another. Each request is answered
// before the next; an answer is several responses where it has several sources.
package proxy

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"

	"github.com/cncfgraph/cncfgraph/graph/store"
)

// version is that of the requests and responses. Two programs that were not installed
// together may have two.
const version = 1

// op is what is asked for.
type op string

const (
	opOpen       op = "open"   // Version, Address → Name, Base, ID
	opCreate     op = "create" // Version, Address, Base → Name, Base, ID
	opHas        op = "has"    // Key → Yes
	opSources    op = "sources"
	opForgotten  op = "forgotten"  // → Text
	opState      op = "state"      // → State
	opStatements op = "statements" // → Text, with Count of all statements; last State, with Text the forgotten
	opPut        op = "put"        // Key, Text → Yes if changed
	opRetract    op = "retract"    // Key
	opForget     op = "forget"     // Text → Count
)

type request struct {
	Op      op     `json:"op"`
	Version int    `json:"version,omitempty"`
	Address string `json:"address,omitempty"` // may have a password in it
	Base    string `json:"base,omitempty"`
	Key     string `json:"key,omitempty"`
	Text    string `json:"text,omitempty"` // N-Quads of a source, or marks of people
}

type response struct {
	Error string `json:"error,omitempty"`
	Kind  string `json:"kind,omitempty"` // of the error, as kinds has it

	Name  string `json:"name,omitempty"`
	Base  string `json:"base,omitempty"`
	ID    string `json:"id,omitempty"`
	State string `json:"state,omitempty"`
	Key   string `json:"key,omitempty"`  // of a source
	Text  string `json:"text,omitempty"` // N-Quads of a source, or marks of people
	Yes   bool   `json:"yes,omitempty"`
	Count int    `json:"count,omitempty"`
	More  bool   `json:"more,omitempty"` // another response to the request follows
}

// kinds are errors that are told apart on the other side.
var kinds = map[string]error{
	"not-exist":     fs.ErrNotExist,
	"exist":         fs.ErrExist,
	"no-source":     store.ErrNoSource,
	"foreign-key":   store.ErrForeignKey,
	"damaged":       store.ErrDamaged,
	"locked":        store.ErrLocked,
	"other-sources": store.ErrOtherSources,
}

// failed returns the response that tells err.
func failed(err error) response {
	r := response{Error: err.Error()}
	for kind, of := range kinds {
		if errors.Is(err, of) {
			r.Kind = kind
		}
	}
	return r
}

// err returns the error that r tells, nil for none.
func (r *response) err() error {
	if r.Error == "" {
		return nil
	}
	return &remoteError{r.Error, kinds[r.Kind]}
}

// remoteError is an error of the other process.
type remoteError struct {
	text string
	kind error // of kinds, nil for another
}

func (e *remoteError) Error() string { return e.text }
func (e *remoteError) Unwrap() error { return e.kind }

// newEncoder returns an Encoder that writes text as it is.
func newEncoder(w io.Writer) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e
}
