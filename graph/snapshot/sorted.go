package snapshot

import (
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"slices"
)

// writeSorted writes the snapshot of all runs. Of each part there is never more
// in memory than the budget.
func (b *Builder) writeSorted(w io.Writer) (int64, error) {
	if len(b.columns[0]) > 0 {
		if err := b.spill(); err != nil {
			return 0, err
		}
	}
	b.columns, b.keys = [4][]uint32{}, nil
	limit := max(1, int(b.Budget/recordSize/sortersAtOnce/garbage))
	m := sortedMerge{files: &b.files, limit: limit, labelled: map[string][]lined{}}
	for _, step := range []func([]run) error{m.terms, m.labels, m.rows, m.orders, m.links, m.names} {
		if err := step(b.runs); err != nil {
			return 0, fmt.Errorf("snapshot: %w", err)
		}
	}
	return m.writeTo(w)
}

// sortersAtOnce is how many sorters are filled at the same time.
const sortersAtOnce = 5

// sortedMerge makes one snapshot of runs.
type sortedMerge struct {
	head  header
	files *tempFiles
	limit int // records of a sorter in memory

	columns  [sectionCount]*tempFile // texts as bytes, the others as numbers
	termIDs  []*tempFile             // for each run: rank → ID
	labelNos []*tempFile             // for each run: rank → Label less 1

	labelled map[string][]lined // terms that may be labels with lines, by the text of the source
	linked   [len(linkPredicates)]linkFile
	named    nameQuadSorter

	byObject, byPredicate, byLabel sorter
}

// lined is a term that is a label with lines if there is such a label.
type lined struct {
	source, line, extent uint32
	id                   uint32
}

// linkFile are the pairs of a link.
type linkFile struct {
	id                uint32    // of the predicate, 0 for none
	forward, backward *tempFile // from, to
	subjects, objects span32
	last              [2]uint32
}

// open makes the files of the sections.
func (m *sortedMerge) open(sections ...section) error {
	for _, sec := range sections {
		f, err := m.files.create()
		if err != nil {
			return err
		}
		m.columns[sec] = f
	}
	return nil
}

// terms numbers the terms of all runs and writes the dictionary.
func (m *sortedMerge) terms(runs []run) error {
	if err := m.open(termBlocks, termText); err != nil {
		return err
	}
	var sources []source[[]byte]
	for _, r := range runs {
		reader, err := r.terms.reader()
		if err != nil {
			return err
		}
		ids, err := m.files.create()
		if err != nil {
			return err
		}
		sources = append(sources, &termFile{r: reader})
		m.termIDs = append(m.termIDs, ids)
	}
	linked, named := linkIRIs(), nameIRIs()
	var coder frontCoder
	var code []byte
	text, size := m.columns[termText], uint64(0)
	err := mergeSources(sources, bytes.Compare, func(term []byte, from int) error {
		if m.head.terms == 0 || !bytes.Equal(term, coder.last) {
			if uint64(m.head.terms) >= maxTerms {
				return fmt.Errorf("more than %d terms", uint64(maxTerms))
			}
			if coder.startsBlock() {
				m.columns[termBlocks].add(uint32(size))
			}
			code = coder.append(code[:0], term)
			if size += uint64(len(code)); size > maxText {
				return fmt.Errorf("more than %d bytes of terms", uint64(maxText))
			}
			_, _ = text.w.Write(code)
			m.head.terms++
			m.notice(term, uint32(m.head.terms), linked, named)
		}
		m.termIDs[from].add(uint32(m.head.terms))
		return nil
	})
	if err != nil {
		return err
	}
	m.columns[termBlocks].add(uint32(size))
	text.n = int(size)
	return closeAll(runs, func(r run) *tempFile { return r.terms })
}

// notice notes what is needed later of the term: whether it is the predicate of
// links or names, a label with lines, or the source of such a label. The label comes before
// its source, as '#' comes before '>'.
func (m *sortedMerge) notice(term []byte, id uint32, linked, named []string) {
	if i := slices.Index(linked, string(term)); i >= 0 {
		m.linked[i].id = id
	}
	if i := slices.Index(named, string(term)); i >= 0 {
		m.named.predicates[i] = id
	}
	if source, line, last := cutLabel(term); line > 0 {
		key := string(source) + ">"
		m.labelled[key] = append(m.labelled[key], lined{line: uint32(line), extent: uint32(last - line), id: id})
	}
	if len(m.labelled) > 0 {
		list := m.labelled[string(term)]
		for i := range list {
			list[i].source = id
		}
	}
}

// labelKeys returns the labels of the run i with the IDs of their sources, in the
// order that they had, as IDs have the order of the terms.
func (m *sortedMerge) labelKeys(r run, i int) (*recordFile, error) {
	ids, err := m.termIDs[i].numbers()
	if err != nil {
		return nil, err
	}
	keys, err := m.files.create()
	if err != nil {
		return nil, err
	}
	var row record
	field := 0
	err = r.labels.each(func(v uint32) {
		if row[field] = v; field == 0 {
			row[field] = ids[v]
		}
		if field = (field + 1) % 3; field == 0 {
			keys.add(row[:]...)
		}
	})
	if err != nil {
		return nil, err
	}
	reader, err := keys.reader()
	return &recordFile{reader}, err
}

// labels numbers the labels of all runs and writes their columns.
func (m *sortedMerge) labels(runs []run) error {
	if err := m.open(labelSource, labelLine, labelExtent, labelTerm); err != nil {
		return err
	}
	var sources []source[record]
	for i, r := range runs {
		keys, err := m.labelKeys(r, i)
		if err != nil {
			return err
		}
		numbers, err := m.files.create()
		if err != nil {
			return err
		}
		sources = append(sources, keys)
		m.labelNos = append(m.labelNos, numbers)
	}
	terms := map[record]uint32{}
	for _, list := range m.labelled {
		for _, l := range list {
			if l.source != 0 {
				terms[record{l.source, l.line, l.extent}] = l.id
			}
		}
	}
	var last record // no label has source 0
	err := mergeSources(sources, record.compare, func(key record, from int) error {
		if key != last {
			last = key
			m.head.labels++
			for i, sec := range []section{labelSource, labelLine, labelExtent} {
				m.columns[sec].add(key[i])
			}
			m.columns[labelTerm].add(terms[key])
		}
		m.labelNos[from].add(uint32(m.head.labels))
		return nil
	})
	if err != nil {
		return err
	}
	return closeAll(runs, func(r run) *tempFile { return r.labels })
}

// writeTo writes header and body to w.
func (m *sortedMerge) writeTo(w io.Writer) (int64, error) {
	body, err := m.files.create()
	if err != nil {
		return 0, err
	}
	sum := crc32.New(castagnoli())
	out := io.MultiWriter(body.w, sum)
	offset := bodyOffset
	for sec := range asWritten() {
		c := m.columns[sec]
		e, copySection := extent{offset, c.n, 1}, c.copyBytes
		if !sec.isText() {
			e.width = widthOf(c.max)
			e.size, copySection = c.n*e.width, func(w io.Writer) error { return c.copyColumn(w, e.width) }
		}
		if err := errors.Join(copySection(out), c.close()); err != nil {
			return 0, fmt.Errorf("snapshot: %w", err)
		}
		m.head.sections[sec] = e
		offset += e.size
	}
	if _, err := out.Write(make([]byte, padding)); err != nil {
		return 0, fmt.Errorf("snapshot: %w", err)
	}
	m.head.size, m.head.checksum = offset+padding, sum.Sum32()
	n, err := w.Write(appendHeader(nil, m.head))
	if err != nil {
		return int64(n), err
	}
	r, err := body.reader()
	if err != nil {
		return int64(n), err
	}
	copied, err := io.Copy(w, r)
	return int64(n) + copied, err
}

// closeAll gives back the disk space of a file of each run.
func closeAll(runs []run, file func(run) *tempFile) error {
	for _, r := range runs {
		if err := file(r).close(); err != nil {
			return err
		}
	}
	return nil
}
