package snapshot

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"unicode/utf8"
	"unsafe"

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
	// is sorted in temporary files. 0 keeps all in memory.
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

// ReadFrom adds the quads of N-Quads text and returns how many bytes it has read.
// It is quicker than Add for each of them, and quickest for canonical text that is
// sorted, as [rdf.Write] writes it. The errors are those of Add and [rdf.Reader].
func (b *Builder) ReadFrom(in io.Reader) (int64, error) {
	counted := &countingReader{in: in}
	r := rdf.NewReader(counted)
	var f rdf.Forms
	for {
		err := r.ReadForms(&f)
		if err == io.EOF {
			return counted.n, nil
		}
		if err == nil {
			err = b.addForms(&f)
		}
		if err != nil {
			return counted.n, b.fail(err)
		}
	}
}

// countingReader counts what is read.
type countingReader struct {
	in io.Reader
	n  int64
}

func (r *countingReader) Read(p []byte) (int, error) {
	n, err := r.in.Read(p)
	r.n += int64(n)
	return n, err
}

// addForms adds the quad f.
func (b *Builder) addForms(f *rdf.Forms) error {
	for i := range b.row {
		form := f.At(i)
		var err error
		switch {
		case f.Same(i) && b.read:
			continue
		case len(form) == 0:
			b.row[i] = 0
		case i == labelRole:
			b.row[i], err = b.labelForm(form)
		default:
			b.row[i], err = b.form(form)
		}
		if err != nil {
			return fmt.Errorf("snapshot: %s: %w", roles[i].name, err)
		}
	}
	b.read = true
	if uint64(len(b.columns[0])) >= maxQuads {
		return fmt.Errorf("snapshot: more than %d quads", uint64(maxQuads))
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
	if b.Budget > 0 && b.size > b.Budget {
		return b.spill()
	}
	return nil
}

// fail gives the temporary files back and returns err.
func (b *Builder) fail(err error) error { return errors.Join(err, b.Close()) }

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

// term returns the number of t, a new one for a new term.
func (b *Builder) term(t *rdf.Term) (uint32, error) {
	b.text = t.Append(b.text[:0])
	n, hash, free, ok := b.texts.find(b.text)
	if ok {
		return n, nil
	}
	if err := checkTerm(t, b.text); err != nil {
		return 0, err
	}
	return b.newTerm(b.text, hash, free)
}

// form is term for the canonical form of a term.
func (b *Builder) form(text []byte) (uint32, error) {
	n, hash, free, ok := b.texts.find(text)
	if ok {
		return n, nil
	}
	return b.newTerm(text, hash, free)
}

// newTerm numbers the term with the canonical form text, which find did not find.
func (b *Builder) newTerm(text []byte, hash, free uint32) (uint32, error) {
	switch {
	case len(text) > math.MaxInt32:
		return 0, errors.New("term too long")
	case uint64(b.texts.len()) >= maxTerms:
		return 0, fmt.Errorf("more than %d terms", uint64(maxTerms))
	}
	b.lined = b.lined || text[0] == '<' && bytes.Contains(text, lineMark)
	b.size += int64(len(text)) + termMemory
	return b.texts.add(text, hash, free), nil
}

// lineMark stands in every label with lines.
var lineMark = []byte("#L")

// checkTerm tells whether text, which t was written as, reads back as t.
func checkTerm(t *rdf.Term, text []byte) error {
	if !utf8.Valid(text) {
		return errors.New("invalid UTF-8")
	}
	back, err := rdf.ParseTerm(unsafe.String(unsafe.SliceData(text), len(text))) // which is not kept
	if err != nil {
		return err
	}
	if back != *t {
		return errors.New("term has no N-Quads form")
	}
	return nil
}

// label returns the number of the label t, a new one for a new label, 0 for
// none.
func (b *Builder) label(t *rdf.Term) (uint32, error) {
	if t.IsZero() {
		return 0, nil
	}
	source, line, last := splitLabel(*t)
	n, err := b.term(&source)
	if err != nil {
		return 0, err
	}
	b.source = b.source[:0]
	return b.labelNumber(labelKey{n, uint32(line), uint32(last - line)}), nil
}

// labelForm is label for the canonical form of a label.
func (b *Builder) labelForm(form []byte) (uint32, error) {
	source, line, last := cutLabel(form)
	if line == 0 {
		n, err := b.form(form)
		return b.labelNumber(labelKey{source: n}), err
	}
	if len(b.source) == 0 || !bytes.Equal(source, b.source) {
		b.text = append(append(b.text[:0], source...), '>')
		n, err := b.form(b.text)
		if err != nil {
			return 0, err
		}
		b.source, b.sourceNumber = append(b.source[:0], source...), n
	}
	return b.labelNumber(labelKey{b.sourceNumber, uint32(line), uint32(last - line)}), nil
}

// recentLabel is a label that came of late: those of one source come again.
type recentLabel struct {
	key    labelKey
	number uint32 // 0 for none
}

// labelNumber returns the number of the label with the key, a new one for a new
// label.
func (b *Builder) labelNumber(key labelKey) uint32 {
	recent := &b.recent[(key.line*31+key.extent)%uint32(len(b.recent))]
	if recent.key == key && recent.number != 0 {
		return recent.number
	}
	recent.key = key
	if n, ok := b.labels[key]; ok {
		recent.number = n
		return n
	}
	recent.number = uint32(len(b.keys)) + 1
	if b.labels == nil {
		b.labels = make(map[labelKey]uint32)
	}
	b.keys = append(b.keys, key)
	b.labels[key] = uint32(len(b.keys))
	b.size += labelMemory
	return uint32(len(b.keys))
}

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
	return w.bytes(), nil
}

// appendLabel appends the label with the key, whose source has the form source, in
// canonical form; nothing for a label without lines.
func appendLabel(dst, source []byte, key labelKey) []byte {
	if key.line == 0 {
		return dst
	}
	dst = append(dst, source[:len(source)-1]...)
	dst = append(dst, lineMark...)
	dst = strconv.AppendUint(dst, uint64(key.line), 10)
	if key.extent > 0 {
		dst = append(dst, "-L"...)
		dst = strconv.AppendUint(dst, uint64(key.line)+uint64(key.extent), 10)
	}
	return append(dst, '>')
}

// renumber replaces each number n by to[n].
func renumber(numbers, to []uint32) {
	for i, n := range numbers {
		numbers[i] = to[n]
	}
}
