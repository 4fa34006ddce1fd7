package snapshot

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// run is a part of the quads in temporary files, by numbers of its own: terms by
// their rank in the run from 0, labels from 1.
type run struct {
	terms  *tempFile // each with its length in front, ascending
	labels *tempFile // rank of the source, first line and extent, ascending
	rows   *tempFile // the four numbers of each quad
}

// spill writes what is in memory as a run.
func (b *Builder) spill() error {
	b.files.parent = b.TempDir
	var r run
	for _, f := range []**tempFile{&r.terms, &r.labels, &r.rows} {
		file, err := b.files.create()
		if err != nil {
			return errors.Join(err, b.Close())
		}
		*f = file
	}
	byText, keys, _ := b.order()
	var length [binary.MaxVarintLen64]byte
	for _, n := range byText {
		text := b.texts.at(n)
		_, _ = r.terms.w.Write(length[:binary.PutUvarint(length[:], uint64(len(text)))])
		_, _ = r.terms.w.Write(text)
	}
	for _, key := range keys {
		r.labels.add(key.source, key.line, key.extent)
	}
	for i := range b.columns[0] {
		r.rows.add(b.columns[0][i], b.columns[1][i], b.columns[2][i], b.columns[3][i])
	}
	for _, f := range []*tempFile{r.terms, r.labels, r.rows} {
		if err := f.w.Flush(); err != nil {
			return errors.Join(fmt.Errorf("snapshot: %w", err), b.Close())
		}
	}
	b.runs = append(b.runs, r)
	b.texts, b.labels, b.keys, b.size = textSet{}, nil, b.keys[:0], 0
	for i := range b.columns {
		b.columns[i] = b.columns[i][:0]
	}
	b.forget()
	return nil
}

// termFile yields the terms of a run.
type termFile struct {
	r    *bufio.Reader
	term []byte
}

func (f *termFile) next() ([]byte, error) {
	n, err := binary.ReadUvarint(f.r)
	if errors.Is(err, io.EOF) {
		return nil, io.EOF
	}
	if err == nil {
		if uint64(cap(f.term)) < n {
			f.term = make([]byte, n)
		}
		f.term = f.term[:n]
		_, err = io.ReadFull(f.r, f.term)
	}
	if err != nil {
		return nil, fmt.Errorf("read temporary file: %w", err)
	}
	return f.term, nil
}
