package snapshot

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"unicode/utf8"

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

	numbers map[string]uint32 // canonical form of a term → its index in texts
	texts   []string
	labels  map[labelKey]uint32 // → its index in keys, plus 1
	keys    []labelKey

	// Subject, predicate, object and label of each quad added: indexes into
	// texts, and of labels into keys, plus 1.
	columns [4][]uint32

	last [4]rdf.Term // of the quad added last
	row  [4]uint32   // the numbers of last
	text []byte      // scratch
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

// Add adds q. The errors are those of Build; after one the Builder must not be
// used any more.
func (b *Builder) Add(q rdf.Quad) error {
	if uint64(len(b.columns[0])) >= maxQuads {
		return fmt.Errorf("snapshot: more than %d quads", uint64(maxQuads))
	}
	terms := [4]rdf.Term{q.Subject, q.Predicate, q.Object, q.Label}
	for i, t := range terms {
		switch {
		case int(t.Kind) >= len(roles[i].kinds) || !roles[i].kinds[t.Kind]:
			return fmt.Errorf("snapshot: quad %s: term not allowed as %s", q, roles[i].name)
		case t == b.last[i]: // sorted quads repeat most of the quad before
			continue
		}
		number := b.term
		if roles[i].name == "label" {
			number = b.label
		}
		n, err := number(t)
		if err != nil {
			return fmt.Errorf("snapshot: quad %s: %s: %w", q, roles[i].name, err)
		}
		b.row[i] = n
	}
	for i, n := range b.row {
		b.columns[i] = append(b.columns[i], n)
	}
	b.last = terms
	b.size += quadMemory
	if b.Budget > 0 && b.size > b.Budget {
		return b.spill()
	}
	return nil
}

// About how many bytes of memory a quad, and what is new in it, takes at the end
// of a build, measured.
const (
	quadMemory  = 64
	termMemory  = 120 // beside its text
	labelMemory = 100
)

// Close gives the temporary files back. Who calls WriteTo or Bytes need not call
// it; it does no harm.
func (b *Builder) Close() error { return b.files.remove() }

// term returns the number of t, a new one for a new term.
func (b *Builder) term(t rdf.Term) (uint32, error) {
	b.text = t.Append(b.text[:0])
	if n, ok := b.numbers[string(b.text)]; ok {
		return n, nil
	}
	if err := checkTerm(t, b.text); err != nil {
		return 0, err
	}
	if uint64(len(b.texts)) >= maxTerms {
		return 0, fmt.Errorf("more than %d terms", uint64(maxTerms))
	}
	if b.numbers == nil {
		b.numbers = make(map[string]uint32)
	}
	text := string(b.text)
	n := uint32(len(b.texts))
	b.numbers[text] = n
	b.texts = append(b.texts, text)
	b.size += int64(len(text)) + termMemory
	return n, nil
}

// checkTerm tells whether text, which t was written as, reads back as t.
func checkTerm(t rdf.Term, text []byte) error {
	switch {
	case len(text) > math.MaxInt32:
		return errors.New("term too long")
	case !utf8.Valid(text):
		return errors.New("invalid UTF-8")
	}
	back, err := rdf.ParseTerm(string(text))
	if err != nil {
		return err
	}
	if back != t {
		return errors.New("term has no N-Quads form")
	}
	return nil
}

// label returns the number of the label t, a new one for a new label, 0 for
// none.
func (b *Builder) label(t rdf.Term) (uint32, error) {
	if t.IsZero() {
		return 0, nil
	}
	source, line, last := splitLabel(t)
	n, err := b.term(source)
	if err != nil {
		return 0, err
	}
	key := labelKey{n, uint32(line), uint32(last - line)}
	if n, ok := b.labels[key]; ok {
		return n, nil
	}
	if b.labels == nil {
		b.labels = make(map[labelKey]uint32)
	}
	b.keys = append(b.keys, key)
	b.labels[key] = uint32(len(b.keys))
	b.size += labelMemory
	return uint32(len(b.keys)), nil
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
// 1. It returns them in that order, and the columns have the new numbers.
func (b *Builder) order() (texts []string, keys []labelKey, ranks []uint32) {
	byText := places(len(b.texts))
	slices.SortFunc(byText, func(x, y uint32) int { return cmp.Compare(b.texts[x], b.texts[y]) })
	texts = make([]string, len(byText))
	ranks = make([]uint32, len(byText)) // number → rank
	for i, n := range byText {
		texts[i] = b.texts[n]
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
	return texts, keys, ranks
}

// inMemory returns the snapshot of the quads in memory.
func (b *Builder) inMemory() ([]byte, error) {
	texts, keys, ranks := b.order()
	for _, column := range b.columns[:3] {
		for i := range column {
			column[i]++ // from rank to ID
		}
	}
	for i := range keys {
		keys[i].source++
	}
	w := newWriter(len(texts), len(keys))
	if err := w.writeTerms(texts); err != nil {
		return nil, err
	}
	id := func(text string) uint32 {
		if n, ok := b.numbers[text]; ok {
			return ranks[n] + 1
		}
		return 0
	}
	var linked []uint32
	for _, iri := range linkIRIs() {
		linked = append(linked, id(iri))
	}
	links := w.writeStatements(b.columns, linked)
	w.writeLabels(keys, texts, id)
	w.writeLinks(links)
	return w.bytes(), nil
}

// renumber replaces each number n by to[n].
func renumber(numbers, to []uint32) {
	for i, n := range numbers {
		numbers[i] = to[n]
	}
}
