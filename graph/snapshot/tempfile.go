package snapshot

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
)

// tempFiles makes files in a folder of its own, which remove takes away.
type tempFiles struct {
	parent, dir string
	open        []*os.File
}

// create returns a new file to be written and then read.
func (t *tempFiles) create() (*tempFile, error) {
	if t.dir == "" {
		dir, err := os.MkdirTemp(t.parent, "cncfgraph-build-*")
		if err != nil {
			return nil, err
		}
		t.dir = dir
	}
	f, err := os.CreateTemp(t.dir, "")
	if err != nil {
		return nil, err
	}
	t.open = append(t.open, f)
	return &tempFile{file: f, w: bufio.NewWriterSize(f, 64<<10)}, nil
}

// remove closes and removes all files.
func (t *tempFiles) remove() error {
	var errs []error
	for _, f := range t.open {
		if err := f.Close(); !errors.Is(err, os.ErrClosed) {
			errs = append(errs, err)
		}
	}
	if t.dir != "" {
		errs = append(errs, os.RemoveAll(t.dir))
	}
	t.dir, t.open = "", nil
	return errors.Join(errs...)
}

// tempFile is a file of bytes, or of numbers, that is written once and then read.
type tempFile struct {
	file *os.File
	w    *bufio.Writer
	n    int    // of the numbers written
	max  uint32 // the greatest of them
}

// add writes numbers, four bytes each. Errors stay in w, which flush asks.
func (f *tempFile) add(numbers ...uint32) {
	var buf [4]byte
	for _, v := range numbers {
		binary.LittleEndian.PutUint32(buf[:], v)
		_, _ = f.w.Write(buf[:])
		f.max = max(f.max, v)
	}
	f.n += len(numbers)
}

// reader returns a reader of what was written, from the start.
func (f *tempFile) reader() (*bufio.Reader, error) {
	if err := f.w.Flush(); err != nil {
		return nil, err
	}
	if _, err := f.file.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	return bufio.NewReaderSize(f.file, 64<<10), nil
}

// each hands every number to use.
func (f *tempFile) each(use func(uint32)) error {
	r, err := f.reader()
	if err != nil {
		return err
	}
	var buf [4]byte
	for range f.n {
		if _, err := io.ReadFull(r, buf[:]); err != nil {
			return fmt.Errorf("read temporary file: %w", err)
		}
		use(binary.LittleEndian.Uint32(buf[:]))
	}
	return nil
}

// numbers returns all numbers.
func (f *tempFile) numbers() ([]uint32, error) {
	all := make([]uint32, 0, f.n)
	err := f.each(func(v uint32) { all = append(all, v) })
	return all, err
}

// copyBytes writes the file to w.
func (f *tempFile) copyBytes(w io.Writer) error {
	r, err := f.reader()
	if err != nil {
		return err
	}
	_, err = io.Copy(w, r)
	return err
}

// copyColumn writes the numbers to w, width bytes each.
func (f *tempFile) copyColumn(w io.Writer, width int) error {
	out := bufio.NewWriterSize(w, 64<<10)
	var buf [4]byte
	err := f.each(func(v uint32) {
		binary.LittleEndian.PutUint32(buf[:], v)
		_, _ = out.Write(buf[:width]) // Flush has the error
	})
	return errors.Join(err, out.Flush())
}

// close gives the file's disk space back.
func (f *tempFile) close() error {
	return errors.Join(f.file.Close(), os.Remove(f.file.Name()))
}
