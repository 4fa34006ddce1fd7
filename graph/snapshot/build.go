package snapshot

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
)

// Build returns quads as a snapshot. The same set of quads gives the same bytes,
// in whatever order and however often they come. It is an error where a quad
// lacks a term, has one where RDF does not allow it or one that N-Quads cannot
// write, and where there are more than 2³²-2 terms or quads.
func Build(quads []rdf.Quad) ([]byte, error) {
	var b Builder
	for _, q := range quads {
		if err := b.Add(q); err != nil {
			return nil, err
		}
	}
	return b.Bytes()
}

// Builder collects the quads of a snapshot, in any order; it is quicker where
// they come sorted. The zero Builder is ready for use.
type Builder struct {
	// Budget is how many bytes of memory the quads may take, about; what is more
	// is sorted in temporary files. 0 keeps all in memory. The index of names comes
	// on top: about 100 bytes a name.
	Budget int64
	// TempDir is where the temporary files are; "" is the system's own folder.
	TempDir string

	files tempFiles
	runs  []run // what was written to files
	size  int64 // of what is in memory

	texts  textSet             // canonical forms of terms
	labels map[labelKey]uint32 // → its index in keys, plus 1
	keys   []labelKey

	// Subject, predicate, object and label of each quad added: indexes into
	// texts, and of labels into keys, plus 1.
	columns [4][]uint32

	last [4]rdf.Term // of the quad added last by Add
	row  [4]uint32   // the numbers of the quad added last
	read bool        // whether ReadFrom added it
	// Source of the label added last, as the front of its form, and its number.
	source       []byte
	sourceNumber uint32
	recent       [256]recentLabel

	lined bool   // whether a term may be a label with lines
	text  []byte // scratch
}

// labelKey is a label by its source, as a number of a term, and its lines.
type labelKey struct{ source, line, extent uint32 }

func (k labelKey) compare(l labelKey) int {
	return cmp.Or(cmp.Compare(k.source, l.source), cmp.Compare(k.line, l.line), cmp.Compare(k.extent, l.extent))
}

// roles are the places in a quad and the kinds of terms that RDF allows there.
var roles = [4]struct {
	name  string
	kinds [4]bool
}{
	{"subject", [4]bool{rdf.IRI: true, rdf.Blank: true}},
	{"predicate", [4]bool{rdf.IRI: true}},
	{"object", [4]bool{rdf.IRI: true, rdf.Blank: true, rdf.Literal: true}},
	{"label", [4]bool{rdf.None: true, rdf.IRI: true, rdf.Blank: true}},
}

// labelRole is the place of the label in roles.
const labelRole = 3

// Add adds q. The errors are those of Build; after one the Builder must not be
// used any more.
func (b *Builder) Add(q rdf.Quad) error {
	if uint64(len(b.columns[0])) >= maxQuads {
		return b.fail(fmt.Errorf("snapshot: more than %d quads", uint64(maxQuads)))
	}
	if b.read {
		b.forget()
	}
	for i, t := range [...]*rdf.Term{&q.Subject, &q.Predicate, &q.Object, &q.Label} {
		switch {
		case int(t.Kind) >= len(roles[i].kinds) || !roles[i].kinds[t.Kind]:
			return b.fail(fmt.Errorf("snapshot: quad %s: term not allowed as %s", q, roles[i].name))
		case *t == b.last[i]: // sorted quads repeat most of the quad before
			continue
		}
		number := b.term
		if i == labelRole {
			number = b.label
		}
		n, err := number(t)
		if err != nil {
			return b.fail(fmt.Errorf("snapshot: quad %s: %s: %w", q, roles[i].name, err))
		}
		b.row[i], b.last[i] = n, *t
	}
	return b.addRow()
}

// forget forgets the quad added last.
func (b *Builder) forget() {
	clear(b.last[:])
	clear(b.row[:])
	b.read, b.source = false, b.source[:0]
	b.recent = [len(b.recent)]recentLabel{}
}

// addRow adds the quad with the numbers of row.
func (b *Builder) addRow() error {
	if n := len(b.columns[0]); n == cap(b.columns[0]) {
		for i := range b.columns { // what append does for large slices copies them more often
			b.columns[i] = slices.Grow(b.columns[i], max(n, 1<<10))
		}
	}
	for i, n := range b.row {
		b.columns[i] = append(b.columns[i], n)
	}
	b.size += quadMemory
	if b.Budget > 0 && b.size > b.Budget/garbage {
		return b.spill()
	}
	return nil
}

// fail gives the temporary files back and returns err.
func (b *Builder) fail(err error) error { return errors.Join(err, b.Close()) }

// garbage is how many times what is in use the process may hold, as the garbage
// collector lets it.
const garbage = 2

// About how many bytes of memory a quad, and what is new in it, takes at the end
// of a build, measured.
const (
	quadMemory  = 64
	termMemory  = 60 // beside its text
	labelMemory = 100
)

// Close gives the temporary files back. Who calls WriteTo or Bytes need not call
// it; it does no harm.
func (b *Builder) Close() error { return b.files.remove() }

// WriteTo writes the snapshot of the quads added to w. The Builder must not be
// used any more.
func (b *Builder) WriteTo(w io.Writer) (int64, error) {
	if len(b.runs) > 0 {
		n, err := b.writeSorted(w)
		return n, errors.Join(err, b.Close())
	}
	data, err := b.inMemory()
	if err != nil {
		return 0, err
	}
	n, err := w.Write(data)
	return int64(n), err
}

// Bytes returns the snapshot of the quads added. The Builder must not be used
// any more.
func (b *Builder) Bytes() ([]byte, error) {
	if len(b.runs) == 0 {
		return b.inMemory()
	}
	var data bytes.Buffer
	_, err := b.WriteTo(&data)
	return data.Bytes(), err
}

// order numbers terms and labels anew, in their order: terms from 0, labels from
// 1. It returns the old numbers of the terms in that order, and the labels; the
// columns have the new numbers.
func (b *Builder) order() (byText []uint32, keys []labelKey, ranks []uint32) {
	byText = b.texts.sorted()
	ranks = make([]uint32, len(byText)) // number → rank
	for i, n := range byText {
		ranks[n] = uint32(i)
	}
	for i := range b.keys {
		b.keys[i].source = ranks[b.keys[i].source]
	}
	byKey := places(len(b.keys))
	slices.SortFunc(byKey, func(x, y uint32) int { return b.keys[x].compare(b.keys[y]) })
	keys = make([]labelKey, len(byKey))
	labels := make([]uint32, len(byKey)+1) // number → Label
	for i, n := range byKey {
		keys[i] = b.keys[n]
		labels[n+1] = uint32(i + 1)
	}
	for _, column := range b.columns[:3] {
		renumber(column, ranks)
	}
	renumber(b.columns[3], labels)
	return byText, keys, ranks
}

// inMemory returns the snapshot of the quads in memory.
func (b *Builder) inMemory() ([]byte, error) {
	byText, keys, ranks := b.order()
	for _, column := range b.columns[:3] {
		for i := range column {
			column[i]++ // from rank to ID
		}
	}
	for i := range keys {
		keys[i].source++
	}
	w := newWriter(len(byText), len(keys))
	w.reserve(b.texts.bytes, len(b.columns[0]))
	if err := w.writeTerms(&b.texts, byText); err != nil {
		return nil, err
	}
	id := func(text []byte) uint32 {
		if n, _, _, ok := b.texts.find(text); ok {
			return ranks[n] + 1
		}
		return 0
	}
	var linked []uint32
	for _, iri := range linkIRIs() {
		linked = append(linked, id([]byte(iri)))
	}
	labelIDs := make([]uint32, len(keys))
	if b.lined {
		var text []byte
		for i, key := range keys {
			text = appendLabel(text[:0], b.texts.at(byText[key.source-1]), key)
			labelIDs[i] = id(text)
		}
	}
	b.texts = textSet{} // the rest goes without
	links := w.writeStatements(b.columns, linked)
	w.writeLabels(keys, labelIDs)
	w.writeLinks(links)
	if err := w.writeNames(); err != nil {
		return nil, err
	}
	return w.bytes(), nil
}

// renumber replaces each number n by to[n].
func renumber(numbers, to []uint32) {
	for i, n := range numbers {
		numbers[i] = to[n]
	}
}
