// Package snapshot keeps a set of quads in one immutable sequence of bytes that
// is searched where it lies: a file mapped into memory or bytes embedded in the
// program. Nothing is decoded when it is opened.
//
// Terms are numbered in the byte order of their canonical N-Quads form, so the
// dictionary needs no hash table. The quads with any given subject, predicate and
// object are a run of one of three sorted orders; with a subject and an object
// alone, a run that is filtered. The label of a quad, its evidence, is kept as
// source, first line and last line. docs/snapshot-format.md describes the bytes.
//
// A Snapshot is safe for concurrent use, Close apart.
package snapshot

import (
	"iter"
	"sync/atomic"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// ID is the number of a term: 1 to Terms, in the byte order of the terms'
// canonical N-Quads form. 0 is no term, and the wildcard of Match.
type ID uint32

// Label is the number of a label: 1 to Labels, by the ID of its source, then its
// first and its last line. 0 is no label.
type Label uint32

// Statement is a quad by numbers.
type Statement struct {
	Subject, Predicate, Object ID
	Label                      Label
}

// Snapshot is a set of quads that can only be read.
type Snapshot struct {
	tables tables
	data   []byte      // the whole file
	file   *mappedFile // nil where data is not mapped
	fault  atomic.Pointer[error]
	view   *Snapshot // s itself where nothing is mapped, else the same tables without a file
}

// Terms returns the number of terms.
func (s *Snapshot) Terms() int { return s.tables.terms }

// Quads returns the number of quads; two that differ in the label alone count
// as two.
func (s *Snapshot) Quads() int { return s.tables.quads }

// Labels returns the number of labels.
func (s *Snapshot) Labels() int { return s.tables.labels }

// ID returns the number of t. Labels that are not also subject, predicate,
// object or source have none: see Label.
func (s *Snapshot) ID(t rdf.Term) (id ID, ok bool) {
	var buf [256]byte
	key := t.Append(buf[:0])
	s.read(func() { id = s.tables.dictionary.id(key) })
	return id, id != 0
}

// Term returns the term with the number id, the zero Term for one that is none.
func (s *Snapshot) Term(id ID) rdf.Term {
	var buf [256]byte
	text := buf[:0]
	s.read(func() { text = s.tables.dictionary.appendTerm(text, id) })
	return termOf(text)
}

// Search returns the number of the first term whose canonical form is not below
// text in byte order, Terms()+1 where all are: terms with one beginning have
// neighbouring numbers, and so have literals in the order of their values.
func (s *Snapshot) Search(text string) (id ID) {
	key := []byte(text)
	s.read(func() { id = s.tables.dictionary.search(key) })
	return id
}

// Match returns the statements with the given subject, predicate and object,
// where 0 stands for any. With a subject they are in the order of predicate and
// object; with an object and no subject, of predicate and subject; otherwise of
// subject, predicate and object; and always of label where all else is equal.
func (s *Snapshot) Match(subj, pred, obj ID) iter.Seq[Statement] {
	return func(yield func(Statement) bool) { s.match(subj, pred, obj, yield) }
}

// match is Match's iterator, apart, so that Match is inlined and a loop over it makes
// no garbage.
func (s *Snapshot) match(subj, pred, obj ID, yield func(Statement) bool) {
	if s.file == nil { // nothing to guard against
		s.tables.each(s.tables.find(subj, pred, obj), yield)
		return
	}
	c := s.cursor(func() span { return s.tables.find(subj, pred, obj) })
	c.each(yield)
}

// AppendMatch appends what Match yields to dst: the quick way to few statements. It is
// false, and nothing is appended, where there are more than limit, unless that is
// negative.
func (s *Snapshot) AppendMatch(dst []Statement, subj, pred, obj ID, limit int) (out []Statement, ok bool) {
	out = dst
	s.read(func() {
		r := s.tables.find(subj, pred, obj)
		if ok = limit < 0 || s.tables.count(r) <= limit; ok {
			out = s.tables.append(out, r)
		}
	})
	return out, ok
}

// Count returns how many statements Match yields.
func (s *Snapshot) Count(subj, pred, obj ID) (n int) {
	s.read(func() { n = s.tables.count(s.tables.find(subj, pred, obj)) })
	return n
}

// Labelled returns the statements whose label has the given source, in the order
// of first line, last line, subject, predicate and object.
func (s *Snapshot) Labelled(source ID) iter.Seq[Statement] {
	return func(yield func(Statement) bool) { s.labelled(source, yield) }
}

// labelled is Labelled's iterator.
func (s *Snapshot) labelled(source ID, yield func(Statement) bool) {
	find := func() span { return s.tables.labelled(s.tables.labelsOf(source)) }
	if s.file == nil { // nothing to guard against
		s.tables.each(find(), yield)
		return
	}
	c := s.cursor(find)
	c.each(yield)
}

// MatchLabel returns the statements that have exactly the label l, which may be
// 0, in the order of subject, predicate and object.
func (s *Snapshot) MatchLabel(l Label) iter.Seq[Statement] {
	return func(yield func(Statement) bool) {
		c := s.cursor(func() span { return s.tables.labelled(int64(l), int64(l)+1) })
		c.each(yield)
	}
}

// Label returns the number of the label t.
func (s *Snapshot) Label(t rdf.Term) (l Label, ok bool) {
	source, line, last := splitLabel(t)
	id, ok := s.ID(source)
	if !ok {
		return 0, false
	}
	s.read(func() { l = s.tables.labelNumber(id, line, last) })
	return l, l != 0
}

// Lines returns the source of the label l and the first and the last line, which
// are 0 where it is the source as a whole.
func (s *Snapshot) Lines(l Label) (source ID, line, last int) {
	s.read(func() { source, line, last = s.tables.lines(l) })
	return source, line, last
}

// LabelID returns the number of the term that the label l as a whole is, 0
// where it is none.
func (s *Snapshot) LabelID(l Label) (id ID) {
	s.read(func() { id = s.tables.labelID(l) })
	return id
}

// Evidence returns what the label l stands for, nothing for no label. The source
// of a blank node is written with its "_:".
func (s *Snapshot) Evidence(l Label) vocab.Evidence {
	source, line, last := s.Lines(l)
	t := s.Term(source)
	e := vocab.Evidence{Source: t.Value, Line: line, EndLine: last}
	if t.Kind == rdf.Blank {
		e.Source = t.String()
	}
	return e
}

// LabelTerm returns the label l as a term, the zero Term for no label.
func (s *Snapshot) LabelTerm(l Label) rdf.Term {
	source, line, last := s.Lines(l)
	t := s.Term(source)
	if line == 0 {
		return t
	}
	return vocab.Evidence{Source: t.Value, Line: line, EndLine: last}.Label()
}
