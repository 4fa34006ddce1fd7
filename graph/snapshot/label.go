package snapshot

import (
	"unsafe"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// splitLabel returns the source of the label t and its first and last line,
// which are 0 where t has none.
func splitLabel(t rdf.Term) (source rdf.Term, line, last int) {
	if t.Kind != rdf.IRI {
		return t, 0, 0
	}
	e := vocab.ParseLabel(t.Value)
	return rdf.NewIRI(e.Source), e.Line, e.EndLine
}

// cutLabel is splitLabel for the canonical form of a label: source is the form of the
// source without its last byte, '>', where there are lines.
func cutLabel(form []byte) (source []byte, line, last int) {
	if form[0] != '<' {
		return form, 0, 0
	}
	iri := unsafe.String(&form[1], len(form)-2)
	e := vocab.ParseLabel(iri)
	if e.Line == 0 {
		return form, 0, 0
	}
	return form[:1+len(e.Source)], e.Line, e.EndLine
}

// lines returns what label l consists of.
func (t *tables) lines(l Label) (source ID, line, last int) {
	i := int(l) - 1
	line = int(t.labelLine.at(i))
	return ID(t.labelSource.at(i)), line, line + int(t.labelExtent.at(i))
}

// labelID returns the ID that label l has as a term, or 0.
func (t *tables) labelID(l Label) ID {
	i := int(l) - 1
	if t.labelLine.at(i) == 0 {
		return ID(t.labelSource.at(i))
	}
	return ID(t.labelTerm.at(i))
}

// labelsOf returns the labels from lo to below hi that source has.
func (t *tables) labelsOf(source ID) (lo, hi int64) {
	if source == 0 {
		return 0, 0
	}
	first := lowerBound(0, t.labels, uint32(source), t.labelSource.at)
	end := lowerBound(first, t.labels, uint32(source)+1, t.labelSource.at)
	return int64(first) + 1, int64(end) + 1
}

// labelNumber returns the label with the given source and lines, 0 if there is none.
func (t *tables) labelNumber(source ID, line, last int) Label {
	lo, hi := t.labelsOf(source)
	i := lowerBound(int(lo)-1, int(hi)-1, uint32(line), t.labelLine.at)
	for ; i < int(hi)-1 && int(t.labelLine.at(i)) == line; i++ {
		if line+int(t.labelExtent.at(i)) == last {
			return Label(i + 1)
		}
	}
	return 0
}

// labelled returns the statements with a label from lo to below hi.
func (t *tables) labelled(lo, hi int64) span {
	at := func(i int) uint32 { return t.label.at(int(t.labelOrder.at(i))) }
	bound := func(l int64) int { return lowerBound(0, t.quads, uint32(l), at) }
	if lo >= hi || hi > int64(t.labels)+1 {
		return span{}
	}
	return span{order: &t.labelOrder, lo: bound(lo), hi: bound(hi)}
}
