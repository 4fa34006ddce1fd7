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
	nameKeys, nameWords                             dictionary
	nameQuads, wordOffsets                          column
	wordNames                                       []byte
}

func newTables(b []byte, h header) tables {
	at := func(sec section) column {
		e := h.sections[sec]
		return newColumn(b, e.offset, h.length(sec), e.width)
	}
	text := func(sec section) []byte {
		e := h.sections[sec]
		return b[e.offset : e.offset+e.size]
	}
	return tables{
		counts:           h.counts,
		dictionary:       dictionary{n: h.terms, starts: at(termBlocks), text: text(termText)},
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
		nameKeys:         dictionary{n: h.names, starts: at(nameBlocks), text: text(nameText)},
		nameWords:        dictionary{n: h.words, starts: at(wordBlocks), text: text(wordText)},
		nameQuads:        at(nameQuads),
		wordOffsets:      at(wordOffsets),
		wordNames:        text(wordNames),
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
