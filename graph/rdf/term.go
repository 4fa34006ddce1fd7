// Package rdf holds the RDF data model that every other package speaks, terms
// and quads, and reads and writes it as N-Quads.
//
// Terms and quads are plain comparable values: they can be keys of a map and be
// compared with ==. Their one textual form is the canonical N-Quads form of
// RDF 1.2 (https://www.w3.org/TR/rdf12-n-quads/#canonical-quads); its byte
// order is the order of Compare, and the order in which quads are stored.
package rdf

import (
	"cmp"
	"strings"
	"unicode/utf8"
)

// Kind tells what a Term is.
type Kind uint8

// The kinds of terms. The zero Kind is no term: an absent label.
const (
	None Kind = iota
	IRI
	Blank
	Literal
)

// XSDString is the datatype of plain literals, which Term writes as no datatype.
const XSDString = "http://www.w3.org/2001/XMLSchema#string"

// Term is an IRI, a blank node or a literal. The zero Term is no term.
type Term struct {
	Kind     Kind
	Value    string // the IRI, the blank node's label without "_:", or the lexical form
	Lang     string // language tag of a literal, else empty
	Datatype string // full datatype IRI of a literal that is neither plain nor tagged
}

// NewIRI returns the IRI s. It is the caller's duty that s is a valid absolute
// IRI; package vocab mints those of the project, and Reader checks those it reads.
func NewIRI(s string) Term { return Term{Kind: IRI, Value: s} }

// NewBlank returns the blank node with the label s, which has no leading "_:".
func NewBlank(s string) Term { return Term{Kind: Blank, Value: s} }

// NewString returns the plain literal s.
func NewString(s string) Term { return Term{Kind: Literal, Value: s} }

// NewLangString returns the literal s in the language lang (BCP 47); with no
// lang it is a plain literal.
func NewLangString(s, lang string) Term { return Term{Kind: Literal, Value: s, Lang: lang} }

// NewTyped returns the literal s of the datatype with the full IRI datatype.
func NewTyped(s, datatype string) Term {
	if datatype == XSDString {
		datatype = ""
	}
	return Term{Kind: Literal, Value: s, Datatype: datatype}
}

// IsZero tells whether t is no term.
func (t Term) IsZero() bool { return t.Kind == None }

// String returns t in canonical N-Quads form, "" for no term.
func (t Term) String() string { return string(t.Append(nil)) }

// Append appends t in canonical N-Quads form to dst and returns the result.
func (t Term) Append(dst []byte) []byte {
	switch t.Kind {
	case IRI:
		dst = append(dst, '<')
		dst = append(dst, t.Value...)
		return append(dst, '>')
	case Blank:
		dst = append(dst, '_', ':')
		return append(dst, t.Value...)
	case Literal:
		dst = append(dst, '"')
		dst = appendEscaped(dst, t.Value)
		dst = append(dst, '"')
		switch {
		case t.Lang != "":
			dst = append(dst, '@')
			dst = append(dst, t.Lang...)
		case t.Datatype != "":
			dst = append(dst, '^', '^', '<')
			dst = append(dst, t.Datatype...)
			dst = append(dst, '>')
		}
	}
	return dst
}

// escaped tells whether c is written as an escape in a literal.
func escaped(c byte) bool { return c < 0x20 || c == '"' || c == '\\' || c == 0x7F }

// appendEscaped appends s with the escapes of canonical N-Quads.
func appendEscaped(dst []byte, s string) []byte {
	const hex = "0123456789ABCDEF"
	start := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if !escaped(c) {
			continue
		}
		dst = append(dst, s[start:i]...)
		start = i + 1
		switch c {
		case '"', '\\':
			dst = append(dst, '\\', c)
		case '\b':
			dst = append(dst, '\\', 'b')
		case '\t':
			dst = append(dst, '\\', 't')
		case '\n':
			dst = append(dst, '\\', 'n')
		case '\f':
			dst = append(dst, '\\', 'f')
		case '\r':
			dst = append(dst, '\\', 'r')
		default:
			dst = append(dst, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		}
	}
	return append(dst, s[start:]...)
}

// Compare orders terms by the bytes of their canonical N-Quads form.
func (t Term) Compare(u Term) int {
	switch {
	case t == u:
		return 0
	case t.Kind != u.Kind:
		return cmp.Compare(t.Kind.first(), u.Kind.first())
	case t.Value == u.Value || t.Kind == Blank:
		return strings.Compare(t.String(), u.String())
	}
	// The forms are equal up to the first byte in which the values differ.
	n := min(len(t.Value), len(u.Value))
	if t.Value[:n] != u.Value[:n] {
		if t.Kind == IRI {
			return strings.Compare(t.Value, u.Value)
		}
		for n = 0; t.Value[n] == u.Value[n]; n++ {
		}
	}
	a, b := t.formByte(n), u.formByte(n)
	if a == b { // two different escapes
		return strings.Compare(t.String(), u.String())
	}
	return cmp.Compare(a, b)
}

// first returns the byte that terms of the kind begin with.
func (k Kind) first() byte { return [...]byte{None: 0, IRI: '<', Blank: '_', Literal: '"'}[k] }

// formByte returns the first byte that stands for the n-th byte of the value in
// the canonical form, or for the end of the value.
func (t Term) formByte(n int) byte {
	switch {
	case t.Kind == IRI && n == len(t.Value):
		return '>'
	case n == len(t.Value):
		return '"'
	case t.Kind == Literal && escaped(t.Value[n]):
		return '\\'
	}
	return t.Value[n]
}

// ValidIRI tells whether s is an absolute IRI in the sense of N-Quads: a scheme,
// a colon, and none of the characters that the IRIREF production forbids.
func ValidIRI(s string) bool {
	if !hasScheme(s) || !utf8.ValidString(s) {
		return false
	}
	for i := range len(s) {
		if !iriBytes[s[i]] {
			return false
		}
	}
	return true
}

// hasScheme tells whether s begins with a scheme and a colon.
func hasScheme(s string) bool {
	for i := range len(s) {
		c := s[i]
		alpha := c|0x20 >= 'a' && c|0x20 <= 'z'
		rest := c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.'
		switch {
		case c == ':':
			return i > 0
		case !alpha && (i == 0 || !rest):
			return false
		}
	}
	return false
}

// iriBytes are the bytes that may stand in an IRIREF unescaped.
var iriBytes = func() (allowed [256]bool) {
	for c := 0x21; c < len(allowed); c++ {
		allowed[c] = !strings.ContainsRune("<>\"{}|^`\\", rune(c))
	}
	return allowed
}()
