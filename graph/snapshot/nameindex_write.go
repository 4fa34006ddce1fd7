package snapshot

import (
	"bufio"
	"encoding/binary"
	"io"
)

// writeNames writes the index of names, once all other sections are written.
func (w *writer) writeNames() error {
	end := len(w.file)
	w.file = append(w.file, make([]byte, padding)...)
	t := newTables(w.file, w.header)
	var x nameIndex
	var form []byte
	for i, iri := range nameIRIs() {
		id := t.dictionary.id([]byte(iri))
		if id == 0 {
			continue
		}
		last := Statement{}
		for r := t.find(0, id, 0); r.lo < r.hi; r.lo++ {
			position := r.position(r.lo)
			st := t.statement(position)
			if st.Subject == last.Subject && st.Object == last.Object {
				continue // by another label
			}
			last = st
			form = t.dictionary.appendTerm(form[:0], st.Object)
			x.add(uint32(position), namePredicates[i], termOf(form))
		}
	}
	w.file = w.file[:end]
	s, err := x.sections()
	if err != nil {
		return err
	}
	w.names, w.words = s.names, s.words
	for _, sec := range s.list {
		if !sec.isText() {
			w.column(sec.section, sec.numbers)
			continue
		}
		w.sections[sec.section] = extent{len(w.file), len(sec.text), 1}
		w.file = append(w.file, sec.text...)
	}
	return nil
}

// nameQuadSorter gathers the quads that name their subjects while the quads are written.
type nameQuadSorter struct {
	predicates [len(namePredicates)]uint32    // their IDs, 0 for none
	last       [len(namePredicates)][2]uint32 // subject and object of the last quad of each
	quads      sorter                         // object, index of the predicate, position
}

// add adds the quad q at the position if it names its subject.
func (n *nameQuadSorter) add(q record, position uint32) error {
	for i, id := range n.predicates {
		if id != q[1] {
			continue
		}
		if ends := [2]uint32{q[0], q[2]}; ends != n.last[i] { // else it is there by another label
			n.last[i] = ends
			return n.quads.add(record{q[2], uint32(i), position})
		}
	}
	return nil
}

// names writes the index of names.
func (m *sortedMerge) names([]run) error {
	if err := m.open(nameBlocks, nameText, nameQuads, wordBlocks, wordText, wordOffsets, wordNames); err != nil {
		return err
	}
	r, err := m.columns[termText].reader()
	if err != nil {
		return err
	}
	terms := termReader{r: r}
	var x nameIndex
	err = m.named.quads.sorted(func(q record) error {
		if err := terms.skipTo(q[0]); err != nil {
			return err
		}
		x.add(q[2], namePredicates[q[1]], termOf(terms.form))
		return nil
	})
	if err != nil {
		return err
	}
	s, err := x.sections()
	if err != nil {
		return err
	}
	m.head.names, m.head.words = s.names, s.words
	for _, sec := range s.list {
		c := m.columns[sec.section]
		if !sec.isText() {
			c.add(sec.numbers...)
			continue
		}
		_, _ = c.w.Write(sec.text) // a fault stays in w, which copyBytes flushes
		c.n = len(sec.text)
	}
	return nil
}

// termReader reads the dictionary of a file from its start.
type termReader struct {
	r    *bufio.Reader
	id   uint32 // of the term read last
	form []byte
}

// skipTo reads up to the term with the ID id, which is not before that read last.
func (t *termReader) skipTo(id uint32) error {
	for t.id < id {
		shared := uint64(0)
		var err error
		if t.id%blockLength != 0 {
			if shared, err = binary.ReadUvarint(t.r); err != nil {
				return err
			}
		}
		size, err := binary.ReadUvarint(t.r)
		if err != nil {
			return err
		}
		t.form = append(t.form[:shared], make([]byte, size)...)
		if _, err := io.ReadFull(t.r, t.form[shared:]); err != nil {
			return err
		}
		t.id++
	}
	return nil
}
