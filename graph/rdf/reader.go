package rdf

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unsafe"
)

// MaxLine is the length in bytes of the longest line that Reader accepts.
const MaxLine = 16 << 20

// SyntaxError tells where a text is not N-Quads.
type SyntaxError struct {
	Line   int // counted from 1
	Column int // in characters, counted from 1
	Msg    string
}

// Error returns "line:column: message".
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("%d:%d: %s", e.Line, e.Column, e.Msg)
}

// Reader reads N-Quads (https://www.w3.org/TR/n-quads/), line by line. Lines end
// at LF or CRLF; a byte order mark at the start is passed over.
type Reader struct {
	in   *bufio.Reader
	buf  []byte // a line that is longer than in's buffer
	line int

	last Quad     // the quad read last, with which the next one shares strings
	iris interner // of IRIs read before, which come again
}

// NewReader returns a Reader of r.
func NewReader(r io.Reader) *Reader {
	size := 64 << 10
	if short, ok := r.(interface{ Len() int }); ok { // a text in memory, of which there may be many
		size = min(size, short.Len()+1)
	}
	return &Reader{in: bufio.NewReaderSize(r, size)}
}

// Line returns the number of the line that the last quad stood on.
func (r *Reader) Line() int { return r.line }

// Read returns the next quad. Blank lines and comments are passed over. It
// returns io.EOF at the end, a *SyntaxError for a line that is not N-Quads (the
// next call goes on behind that line), or the underlying reader's error.
//
// The quads share the memory of IRIs that many of them have, and none of them
// holds on to more of the text than its terms.
func (r *Reader) Read() (Quad, error) {
	for {
		line, err := r.nextLine()
		if err != nil {
			return Quad{}, err
		}
		// The text is good until the next line is read: own copies what is kept.
		p := parser{text: unsafe.String(unsafe.SliceData(line), len(line)), last: &r.last}
		q, ok, perr := p.quad()
		if perr != nil {
			return Quad{}, p.fault(r.line, perr)
		}
		if ok {
			r.own(&q)
			r.last = q
			return q, nil
		}
	}
}

// own gives the terms of q, which lie in a line, memory of their own or that of
// equal terms read before.
func (r *Reader) own(q *Quad) {
	for _, t := range [...]struct{ term, last *Term }{
		{&q.Subject, &r.last.Subject}, {&q.Predicate, &r.last.Predicate}, {&q.Object, &r.last.Object}, {&q.Label, &r.last.Label},
	} {
		switch {
		case *t.term == *t.last:
			*t.term = *t.last
		case t.term.Kind == IRI:
			t.term.Value = r.iris.intern(t.term.Value)
		default:
			t.term.Value = strings.Clone(t.term.Value)
			t.term.Lang = r.iris.intern(t.term.Lang)
			t.term.Datatype = r.iris.intern(t.term.Datatype)
		}
	}
}

// interner keeps strings that came of late, so that equal ones share memory.
type interner [1 << 10]string

// intern returns s, or an equal string, that nothing else writes to.
func (in *interner) intern(s string) string {
	if s == "" {
		return ""
	}
	// The ends of IRIs differ, their beginnings rarely do.
	hash := uint32(len(s))
	for i := max(0, len(s)-12); i < len(s); i++ {
		hash = hash*31 + uint32(s[i])
	}
	place := &in[(hash^hash>>15)%uint32(len(in))]
	if *place != s {
		*place = strings.Clone(s)
	}
	return *place
}

// nextLine returns the next line without its end, or io.EOF. It is good until the
// next call.
func (r *Reader) nextLine() ([]byte, error) {
	r.buf = r.buf[:0]
	for long := false; ; {
		part, err := r.in.ReadSlice('\n')
		whole := err == nil && len(r.buf) == 0 && !long
		if !whole {
			if long = long || len(r.buf)+len(part) > MaxLine; !long {
				r.buf = append(r.buf, part...)
			}
			part = r.buf
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && err != io.EOF:
			return nil, err
		case err == io.EOF && len(r.buf) == 0 && !long:
			return nil, io.EOF
		}
		r.line++
		if long {
			return nil, &SyntaxError{Line: r.line, Column: 1, Msg: fmt.Sprintf("line longer than %d bytes", MaxLine)}
		}
		line := bytes.TrimSuffix(bytes.TrimSuffix(part, []byte("\n")), []byte("\r"))
		if r.line == 1 {
			line = bytes.TrimPrefix(line, []byte("\uFEFF"))
		}
		return line, nil
	}
}

// ReadAll returns every quad of r in the order of the text. It stops at the
// first error.
func ReadAll(r io.Reader) ([]Quad, error) {
	var quads []Quad
	reader := NewReader(r)
	for {
		q, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return quads, nil
		}
		if err != nil {
			return quads, err
		}
		quads = append(quads, q)
	}
}
