package snapshot

// tables are the parts of a snapshot. Its methods read them where they lie,
// give empty answers rather than panic for numbers out of range, and hold for
// any bytes that parseHeader accepts: an untrusted file may give wrong answers,
// no worse.
type tables struct {
	counts
	dictionary                                      dictionary
	predicateTable                                  column
	subject, predicate, object, label               column
	subjectOffsets, objectOffsets, predicateOffsets column
	objectOrder, predicateOrder, labelOrder         column
	labelSource, labelLine, labelExtent, labelTerm  column
	linkTable                                       column
	forwardOffsets, forward                         column
	backwardOffsets, backward                       column
}

func newTables(b []byte, h header) tables {
	at := func(sec section) column {
		e := h.sections[sec]
		return newColumn(b, e.offset, h.length(sec), e.width)
	}
	text := h.sections[termText]
	return tables{
		counts: h.counts,
		dictionary: dictionary{
			n:      h.terms,
			starts: at(termBlocks),
			text:   b[text.offset : text.offset+text.size],
		},
		predicateTable:   at(predicateTable),
		subject:          at(subjectColumn),
		predicate:        at(predicateColumn),
		object:           at(objectColumn),
		label:            at(labelColumn),
		subjectOffsets:   at(subjectOffsets),
		objectOffsets:    at(objectOffsets),
		predicateOffsets: at(predicateOffsets),
		objectOrder:      at(objectOrder),
		predicateOrder:   at(predicateOrder),
		labelOrder:       at(labelOrder),
		labelSource:      at(labelSource),
		labelLine:        at(labelLine),
		labelExtent:      at(labelExtent),
		labelTerm:        at(labelTerm),
		linkTable:        at(linkTable),
		forwardOffsets:   at(forwardOffsets),
		forward:          at(forward),
		backwardOffsets:  at(backwardOffsets),
		backward:         at(backward),
	}
}

// statement returns the statement at position i of the columns.
func (t *tables) statement(i int) Statement {
	return Statement{
		Subject:   ID(t.subject.at(i)),
		Predicate: ID(t.predicateTable.at(int(t.predicate.at(i)))),
		Object:    ID(t.object.at(i)),
		Label:     Label(t.label.at(i)),
	}
}
