package snapshot

import (
	"fmt"
	"hash/crc32"
	"iter"
	"slices"
)

// writer puts the sections of a snapshot one behind the other.
type writer struct {
	header
	file []byte // so far, with room for the header
}

func newWriter(terms, labels int) *writer {
	return &writer{header: header{counts: counts{terms: terms, labels: labels}}, file: make([]byte, bodyOffset)}
}

// reserve makes room for about what a file with so many bytes of text and quads
// takes, so that it need not be copied often while it grows.
func (w *writer) reserve(text, quads int) {
	id, place, label := widthOf(uint32(w.terms)), widthOf(uint32(quads)), widthOf(uint32(w.labels))
	size := text/2 + quads*(2*id+1+label+3*place) + w.terms*2*place + w.labels*(id+2+1) // without links and names
	w.file = append(make([]byte, 0, len(w.file)+size+size/2), w.file...)                // slices.Grow would touch all of it
}

// writeTerms writes the dictionary of the texts, which byText has in order.
func (w *writer) writeTerms(texts *textSet, byText []uint32) error {
	var coder frontCoder
	var starts []uint32
	start := len(w.file)
	for _, n := range byText {
		if coder.startsBlock() {
			starts = append(starts, uint32(len(w.file)-start))
		}
		w.file = coder.append(w.file, texts.at(n))
		if len(w.file)-start > maxText {
			return fmt.Errorf("snapshot: more than %d bytes of terms", uint64(maxText))
		}
	}
	w.sections[termText] = extent{start, len(w.file) - start, 1}
	w.column(termBlocks, append(starts, uint32(len(w.file)-start)))
	return nil
}

// writeStatements writes the columns subject, predicate, object and label,
// sorted and without repetition, and the orders over them. It returns the links
// of the predicates linked.
func (w *writer) writeStatements(columns [4][]uint32, linked []uint32) linkPairs {
	terms, labels := w.terms+1, w.labels+1
	rows, spare := places(len(columns[0])), make([]uint32, len(columns[0]))
	for _, key := range []struct{ column, limit int }{{3, labels}, {2, terms}, {1, terms}, {0, terms}} {
		rows, spare = sortInto(spare, rows, columns[key.column], key.limit), rows
	}
	rows = slices.CompactFunc(rows, func(i, j uint32) bool {
		for _, column := range columns {
			if column[i] != column[j] {
				return false
			}
		}
		return true
	})
	for i, column := range columns {
		columns[i] = gather(column, rows)
	}
	subject, predicate, object, label := columns[0], columns[1], columns[2], columns[3]

	used := slices.Compact(slices.Sorted(slices.Values(predicate)))
	index := make([]uint32, terms) // ID → index in used
	for i, id := range used {
		index[id] = uint32(i)
	}
	renumber(predicate, index)

	w.quads, w.predicates = len(subject), len(used)
	rows, spare = places(len(subject)), spare[:len(subject)]
	byPredicate := sortedBy(rows, predicate, len(used))
	w.column(predicateTable, used)
	w.column(subjectColumn, subject)
	w.column(predicateColumn, predicate)
	w.column(objectColumn, object)
	w.column(labelColumn, label)
	w.column(subjectOffsets, offsets(subject, terms)[1:])
	w.column(objectOffsets, offsets(object, terms)[1:])
	w.column(predicateOffsets, offsets(predicate, len(used)))
	w.column(objectOrder, sortInto(spare, byPredicate, object, terms))
	w.column(predicateOrder, byPredicate)
	w.column(labelOrder, sortInto(spare, rows, label, labels))

	var links linkPairs
	starts := offsets(predicate, len(used))
	for _, id := range linked {
		if i, ok := slices.BinarySearch(used, id); ok {
			links.add(id, pairsOf(byPredicate[starts[i]:starts[i+1]], subject, object))
		}
	}
	return links
}

// pairsOf yields the distinct pairs of subject and object at the positions, which
// are in the order of both.
func pairsOf(positions, subject, object []uint32) iter.Seq2[uint32, uint32] {
	return func(yield func(s, o uint32) bool) {
		for k, i := range positions {
			if k > 0 && subject[i] == subject[positions[k-1]] && object[i] == object[positions[k-1]] {
				continue
			}
			if !yield(subject[i], object[i]) {
				return
			}
		}
	}
}

// writeLinks writes the links.
func (w *writer) writeLinks(l linkPairs) {
	w.links, w.pairs, w.linkSubjects, w.linkObjects = l.links, l.pairs, l.linkSubjects, l.linkObjects
	w.column(linkTable, l.table)
	w.column(forwardOffsets, l.forwardOffsets)
	w.column(forward, l.forward)
	w.column(backwardOffsets, l.backwardOffsets)
	w.column(backward, l.backward)
}

// writeLabels writes the label table. ids are those of the labels that are terms
// and have lines, else 0.
func (w *writer) writeLabels(keys []labelKey, ids []uint32) {
	var columns [3][]uint32
	for i := range columns {
		columns[i] = make([]uint32, len(keys))
	}
	for i, key := range keys {
		columns[0][i], columns[1][i], columns[2][i] = key.source, key.line, key.extent
	}
	w.column(labelSource, columns[0])
	w.column(labelLine, columns[1])
	w.column(labelExtent, columns[2])
	w.column(labelTerm, ids)
}

// column writes values as the section sec, as narrow as they allow.
func (w *writer) column(sec section, values []uint32) {
	var limit uint32
	for _, v := range values {
		limit = max(limit, v)
	}
	width := widthOf(limit)
	w.sections[sec] = extent{len(w.file), len(values) * width, width}
	w.file = appendColumn(w.file, values, width)
}

// bytes returns the file.
func (w *writer) bytes() []byte {
	w.file = append(w.file, make([]byte, padding)...)
	w.size = len(w.file)
	w.checksum = crc32.Checksum(w.file[bodyOffset:], castagnoli())
	copy(w.file, appendHeader(nil, w.header))
	return w.file
}
