package snapshot

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
)

// rows sorts the quads of all runs and writes their columns.
func (m *sortedMerge) rows(runs []run) error {
	if err := m.open(predicateTable, subjectColumn, predicateColumn, objectColumn, labelColumn, subjectOffsets); err != nil {
		return err
	}
	rows := sorter{files: m.files, limit: m.limit}
	used := map[uint32]uint32{}
	for i, r := range runs {
		if err := m.renumbered(r, i, func(q record) error {
			used[q[1]] = 0
			return rows.add(q)
		}); err != nil {
			return err
		}
	}
	for i, id := range slices.Sorted(maps.Keys(used)) {
		used[id] = uint32(i)
		m.columns[predicateTable].add(id)
	}
	m.head.predicates = len(used)
	for i := range m.linked {
		for _, f := range []**tempFile{&m.linked[i].forward, &m.linked[i].backward} {
			file, err := m.files.create()
			if err != nil {
				return err
			}
			*f = file
		}
	}
	for _, s := range []*sorter{&m.byObject, &m.byPredicate, &m.byLabel, &m.named.quads} {
		*s = sorter{files: m.files, limit: m.limit}
	}
	starts := counter{out: m.columns[subjectOffsets], next: 1}
	err := rows.sorted(func(q record) error { return m.row(q, used[q[1]], &starts) })
	starts.end(uint32(m.head.terms) + 1)
	return err
}

// renumbered hands the quads of the run i to use, with the numbers of the
// snapshot.
func (m *sortedMerge) renumbered(r run, i int, use func(record) error) error {
	ids, err := m.termIDs[i].numbers()
	if err != nil {
		return err
	}
	labels, err := m.labelNos[i].numbers()
	if err != nil {
		return err
	}
	reader, err := r.rows.reader()
	if err != nil {
		return err
	}
	rows := recordFile{reader}
	for {
		q, err := rows.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		q[0], q[1], q[2] = ids[q[0]], ids[q[1]], ids[q[2]]
		if q[3] > 0 {
			q[3] = labels[q[3]-1]
		}
		if err := use(q); err != nil {
			return err
		}
	}
	for _, f := range []*tempFile{r.rows, m.termIDs[i], m.labelNos[i]} {
		if err := f.close(); err != nil {
			return err
		}
	}
	return nil
}

// row writes the quad q, whose predicate has the index, as the next one.
func (m *sortedMerge) row(q record, index uint32, starts *counter) error {
	if uint64(m.head.quads) >= maxQuads {
		return fmt.Errorf("more than %d quads", uint64(maxQuads))
	}
	position := uint32(m.head.quads)
	m.head.quads++
	starts.count(q[0])
	for i, sec := range []section{subjectColumn, predicateColumn, objectColumn, labelColumn} {
		v := q[i]
		if sec == predicateColumn {
			v = index
		}
		m.columns[sec].add(v)
	}
	if l := m.linkOf(q[1]); l != nil && (l.forward.n == 0 || l.last != [2]uint32{q[0], q[2]}) {
		l.last = [2]uint32{q[0], q[2]}
		l.forward.add(q[0], q[2])
		l.subjects.include(q[0])
		l.objects.include(q[2])
	}
	if err := m.named.add(q, position); err != nil {
		return err
	}
	if err := m.byObject.add(record{q[2], index, position, q[0]}); err != nil {
		return err
	}
	if err := m.byPredicate.add(record{index, position}); err != nil {
		return err
	}
	return m.byLabel.add(record{q[3], position})
}

// linkOf returns the links of the predicate, nil where it has none.
func (m *sortedMerge) linkOf(id uint32) *linkFile {
	for i := range m.linked {
		if m.linked[i].id == id {
			return &m.linked[i]
		}
	}
	return nil
}

// orders writes the orders over the quads.
func (m *sortedMerge) orders([]run) error {
	if err := m.open(objectOffsets, predicateOffsets, objectOrder, predicateOrder, labelOrder); err != nil {
		return err
	}
	predicates, err := m.columns[predicateTable].numbers()
	if err != nil {
		return err
	}
	starts := counter{out: m.columns[objectOffsets], next: 1}
	err = m.byObject.sorted(func(r record) error {
		starts.count(r[0])
		m.columns[objectOrder].add(r[2])
		if l := m.linkOf(predicates[r[1]]); l != nil && (l.backward.n == 0 || l.last != [2]uint32{r[0], r[3]}) {
			l.last = [2]uint32{r[0], r[3]}
			l.backward.add(r[0], r[3])
		}
		return nil
	})
	if err != nil {
		return err
	}
	starts.end(uint32(m.head.terms) + 1)
	starts = counter{out: m.columns[predicateOffsets]}
	err = m.byPredicate.sorted(func(r record) error {
		starts.count(r[0])
		m.columns[predicateOrder].add(r[1])
		return nil
	})
	if err != nil {
		return err
	}
	starts.end(uint32(m.head.predicates))
	return m.byLabel.sorted(func(r record) error {
		m.columns[labelOrder].add(r[1])
		return nil
	})
}

// links writes the links.
func (m *sortedMerge) links([]run) error {
	if err := m.open(linkTable, forwardOffsets, forward, backwardOffsets, backward); err != nil {
		return err
	}
	for _, l := range m.linked {
		if l.id == 0 || l.forward.n == 0 {
			continue
		}
		m.columns[linkTable].add(l.id, l.subjects.from, l.subjects.count, l.objects.from, l.objects.count)
		if err := m.direction(l.forward, l.subjects, l.objects, forwardOffsets, forward); err != nil {
			return err
		}
		if err := m.direction(l.backward, l.objects, l.subjects, backwardOffsets, backward); err != nil {
			return err
		}
		m.head.links++
		m.head.pairs += l.forward.n / 2
	}
	m.head.linkSubjects, m.head.linkObjects = m.columns[forwardOffsets].n, m.columns[backwardOffsets].n
	return nil
}

// direction writes the pairs of one link in one direction.
func (m *sortedMerge) direction(pairs *tempFile, here, there span32, offsets, ends section) error {
	starts := counter{out: m.columns[offsets], n: uint32(m.head.pairs)}
	isEnd := false
	err := pairs.each(func(v uint32) {
		if isEnd {
			m.columns[ends].add(v - there.from)
		} else {
			starts.count(v - here.from)
		}
		isEnd = !isEnd
	})
	starts.end(here.count)
	return err
}

// counter writes offsets: for each key from next on, how many keys are below it.
type counter struct {
	out     *tempFile
	next, n uint32
}

// count counts key, which is not below those before it.
func (c *counter) count(key uint32) {
	c.end(key)
	c.n++
}

// end writes the offsets up to that of limit.
func (c *counter) end(limit uint32) {
	for ; c.next <= limit; c.next++ {
		c.out.add(c.n)
	}
}
