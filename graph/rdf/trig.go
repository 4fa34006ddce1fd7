package rdf

import (
	"io"
	"iter"
)

// WriteTriG writes quads as TriG (https://www.w3.org/TR/trig/), in the order given.
// Quads of one label make one block, those of one subject in it one statement,
// where they follow each other.
func WriteTriG(w io.Writer, prefixes []Prefix, quads iter.Seq[Quad]) error {
	t := trigWriter{textWriter: newTextWriter(w), prefixes: prefixes}
	for _, p := range prefixes {
		t.put("@prefix ", p.Name, ": <", p.Namespace, "> .\n")
	}
	for q := range quads {
		t.quad(q)
		if t.err != nil {
			return t.err
		}
	}
	t.end()
	return t.out.Flush()
}

// trigWriter writes TriG. last is the quad written before.
type trigWriter struct {
	textWriter
	prefixes []Prefix
	last     Quad
	open     bool // whether there is a last
}

// quad writes q behind the last one.
func (t *trigWriter) quad(q Quad) {
	switch {
	case !t.open || q.Label != t.last.Label:
		t.end()
		t.put("\n")
		if !q.Label.IsZero() {
			t.put(t.term(q.Label), " ")
		}
		t.put("{\n  ", t.term(q.Subject), " ", t.predicate(q.Predicate), " ")
	case q.Subject != t.last.Subject:
		t.put(" .\n  ", t.term(q.Subject), " ", t.predicate(q.Predicate), " ")
	case q.Predicate != t.last.Predicate:
		t.put(" ;\n    ", t.predicate(q.Predicate), " ")
	default:
		t.put(", ")
	}
	t.put(t.term(q.Object))
	t.last, t.open = q, true
}

// end closes the block that is open.
func (t *trigWriter) end() {
	if t.open {
		t.put(" .\n}\n")
	}
	t.open = false
}

// rdfType is the predicate that TriG and JSON-LD have a word of their own for.
const rdfType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

// predicate returns the predicate p as TriG writes it.
func (t *trigWriter) predicate(p Term) string {
	if p.Value == rdfType {
		return "a"
	}
	return t.term(p)
}

// term returns the term as TriG writes it: IRIs by prefix where no escapes are
// needed.
func (t *trigWriter) term(term Term) string {
	switch {
	case term.Kind == IRI:
		if name, local := shorten(t.prefixes, term.Value, isLocalName); name != "" {
			return name + ":" + local
		}
	case term.Datatype != "":
		if name, local := shorten(t.prefixes, term.Datatype, isLocalName); name != "" {
			return NewString(term.Value).String() + "^^" + name + ":" + local
		}
	}
	return term.String()
}

// isLocalName tells whether s may stand behind a prefix as it is: ASCII letters,
// digits and underscores, and hyphens inside.
func isLocalName(s string) bool {
	for i := range len(s) {
		c := s[i]
		if c|0x20 < 'a' || c|0x20 > 'z' {
			if (c < '0' || c > '9') && c != '_' && (c != '-' || i == 0) {
				return false
			}
		}
	}
	return s != ""
}
