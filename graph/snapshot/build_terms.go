package snapshot

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"strconv"
	"unicode/utf8"
	"unsafe"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
)

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
