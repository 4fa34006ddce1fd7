package rdf

import (
	"bytes"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// Forms is a quad as the canonical N-Quads forms of its terms, which are what Term
// appends. A Reader fills it without making a string; so only what is a quad gets
// there.
type Forms struct {
	forms  [4][]byte // in the line or in buffer
	buffer [4][]byte // IRIs, with which the next line may begin alike, and what is not in the line as it is
	same   [4]bool   // whether the form is that of the quad before
	filled bool      // whether forms are those of the quad before
}

// At returns the form of the subject, predicate, object or label, from 0 to 3; empty
// for no label. It is good until the Forms are filled again and must not change.
func (f *Forms) At(i int) []byte { return f.forms[i] }

// Same tells whether At(i) is known to be what it was before the last ReadForms.
func (f *Forms) Same(i int) bool { return f.same[i] }

// ReadForms is Read for callers that want the forms of the terms.
func (r *Reader) ReadForms(f *Forms) error {
	for {
		line, err := r.nextLine()
		if err != nil {
			return err
		}
		p := parser{text: unsafe.String(unsafe.SliceData(line), len(line))}
		if p.forms(f, line) {
			f.filled = true
			return nil
		}
		p.pos = 0
		f.forget()
		q, ok, perr := p.quad()
		if perr != nil {
			return p.fault(r.line, perr)
		}
		if !ok {
			continue
		}
		for i, t := range [...]*Term{&q.Subject, &q.Predicate, &q.Object, &q.Label} {
			f.buffer[i] = t.Append(f.buffer[i][:0])
			if f.forms[i], f.same[i] = f.buffer[i], false; t.IsZero() {
				f.forms[i] = nil
			}
		}
		f.filled = true
		return nil
	}
}

// forget forgets the quad before, of which an attempt may have overwritten a part.
func (f *Forms) forget() {
	f.filled = false
	for i := range f.buffer {
		f.buffer[i] = f.buffer[i][:0]
	}
}

// forms fills f from a line in canonical form, as they nearly all are. It is false
// for any other line, right or wrong.
func (p *parser) forms(f *Forms, line []byte) bool {
	for i := range f.forms {
		start := p.pos
		switch last := f.buffer[i]; {
		case p.pos == len(line):
			return false
		case line[p.pos] == '<' && len(last) > 0 && last[0] == '<' && bytes.HasPrefix(line[start:], last):
			f.forms[i], f.same[i] = last, len(f.forms[i]) == len(last)
			p.pos += len(last)
		case line[p.pos] == '<':
			if !p.plainIRI() {
				return false
			}
			f.buffer[i] = append(last[:0], line[start:p.pos]...)
			f.forms[i], f.same[i] = f.buffer[i], false
		case i == 2 && line[p.pos] == '"':
			if !p.plainLiteral() {
				return false
			}
			f.forms[i], f.same[i] = line[start:p.pos:p.pos], false
			f.buffer[i] = last[:0]
		case i == 3 && line[p.pos] == '.':
			f.forms[i], f.same[i] = nil, f.filled && f.forms[i] == nil
			f.buffer[i] = last[:0]
			return p.pos+1 == len(line) && utf8.ValidString(p.text)
		default:
			return false
		}
		if p.pos == len(line) || line[p.pos] != ' ' {
			return false
		}
		p.pos++
	}
	return p.pos+1 == len(line) && line[p.pos] == '.' && utf8.ValidString(p.text)
}

// plainIRI passes over an IRI without escapes.
func (p *parser) plainIRI() bool {
	end := strings.IndexByte(p.text[p.pos:], '>')
	if end < 0 {
		return false
	}
	iri := p.text[p.pos+1 : p.pos+end]
	for i := range len(iri) {
		if !iriBytes[iri[i]] {
			return false
		}
	}
	p.pos += end + 1
	return hasScheme(iri)
}

// plainLiteral passes over a literal in canonical form without escapes.
func (p *parser) plainLiteral() bool {
	i := p.pos + 1
	for i < len(p.text) && !escaped(p.text[i]) {
		i++
	}
	if i == len(p.text) || p.text[i] != '"' {
		return false
	}
	p.pos = i + 1
	rest := p.text[p.pos:]
	switch {
	case strings.HasPrefix(rest, "^^<"):
		p.pos += 2
		start := p.pos
		return p.plainIRI() && p.text[start+1:p.pos-1] != XSDString
	case strings.HasPrefix(rest, "@"):
		p.pos++
		_, err := p.lang()
		return err == nil
	}
	return true
}
