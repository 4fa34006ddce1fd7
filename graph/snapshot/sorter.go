package snapshot

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
)

// record is four numbers, compared from the first to the last.
type record [4]uint32

func (r record) compare(s record) int {
	return cmp.Or(cmp.Compare(r[0], s[0]), cmp.Compare(r[1], s[1]), cmp.Compare(r[2], s[2]), cmp.Compare(r[3], s[3]))
}

const recordSize = 16

// sorter sorts any number of records with no more than limit of them in memory.
type sorter struct {
	files  *tempFiles
	limit  int
	memory []record
	runs   []*tempFile
}

// add adds r.
func (s *sorter) add(r record) error {
	if len(s.memory) >= s.limit {
		if err := s.spill(); err != nil {
			return err
		}
	}
	if len(s.memory) == cap(s.memory) { // what append does for large slices leaves more behind
		s.memory = slices.Grow(s.memory, min(max(len(s.memory), 1<<8), s.limit-len(s.memory)))
	}
	s.memory = append(s.memory, r)
	return nil
}

// spill writes the records in memory to a file, sorted.
func (s *sorter) spill() error {
	slices.SortFunc(s.memory, record.compare)
	f, err := s.files.create()
	if err != nil {
		return err
	}
	for _, r := range s.memory {
		f.add(r[:]...)
	}
	s.runs = append(s.runs, f)
	s.memory = s.memory[:0]
	return nil
}

// sorted hands each distinct record to use, in order. The sorter is empty then.
func (s *sorter) sorted(use func(record) error) error {
	slices.SortFunc(s.memory, record.compare)
	sources := []source[record]{&recordSlice{s.memory}}
	for _, f := range s.runs {
		r, err := f.reader()
		if err != nil {
			return err
		}
		sources = append(sources, &recordFile{r})
	}
	var last record
	first := true
	err := mergeSources(sources, record.compare, func(r record, _ int) error {
		if !first && r == last {
			return nil
		}
		first, last = false, r
		return use(r)
	})
	if err != nil {
		return err
	}
	for _, f := range s.runs {
		if err := f.close(); err != nil {
			return err
		}
	}
	s.memory, s.runs = nil, nil
	return nil
}

// recordSlice yields the records of a slice.
type recordSlice struct{ rest []record }

func (s *recordSlice) next() (record, error) {
	if len(s.rest) == 0 {
		return record{}, io.EOF
	}
	r := s.rest[0]
	s.rest = s.rest[1:]
	return r, nil
}

// recordFile yields the records of a run.
type recordFile struct{ r *bufio.Reader }

func (f *recordFile) next() (record, error) {
	b, err := f.r.Peek(recordSize)
	switch {
	case err == io.EOF && len(b) == 0:
		return record{}, io.EOF
	case err != nil:
		return record{}, fmt.Errorf("read temporary file: %w", err)
	}
	var r record
	for i := range r {
		r[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	_, err = f.r.Discard(recordSize)
	return r, err
}
