//go:build unix

package snapshot

import (
	"errors"
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// mappedFile is a file mapped into memory.
type mappedFile struct {
	data []byte
	file *os.File
	info os.FileInfo // when it was opened
}

// readFile returns the bytes of the file at path, mapped into memory.
func readFile(path string) ([]byte, *mappedFile, error) {
	file, err := os.OpenFile(path, os.O_RDONLY|unix.O_NONBLOCK, 0) // a pipe must not hold us up
	if err != nil {
		return nil, nil, err
	}
	m, err := mapFile(file)
	if err != nil {
		return nil, nil, &os.PathError{Op: "map", Path: path, Err: errors.Join(err, file.Close())}
	}
	return m.data, m, nil
}

func mapFile(file *os.File) (*mappedFile, error) {
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	size := info.Size()
	switch {
	case !info.Mode().IsRegular():
		return nil, errors.New("no regular file")
	case size < int64(bodyOffset): // an empty file cannot be mapped
		return nil, fmt.Errorf("%w: %d bytes", ErrFormat, size)
	case int64(int(size)) != size:
		return nil, fmt.Errorf("%d bytes are too many for this machine", size)
	}
	data, err := unix.Mmap(int(file.Fd()), 0, int(size), unix.PROT_READ, unix.MAP_SHARED)
	if err != nil {
		return nil, err
	}
	return &mappedFile{data, file, info}, nil
}

// changed returns an error that wraps ErrChanged if the file is not what it was
// when it was opened. A file cut short within its last page gives no fault.
func (m *mappedFile) changed() error {
	now, err := m.file.Stat()
	switch {
	case err != nil:
		return fmt.Errorf("%w: %w", ErrChanged, err)
	case now.Size() != m.info.Size():
		return fmt.Errorf("%w: %s has %d bytes instead of %d", ErrChanged, m.file.Name(), now.Size(), m.info.Size())
	case !now.ModTime().Equal(m.info.ModTime()):
		return fmt.Errorf("%w: %s was written to", ErrChanged, m.file.Name())
	}
	return nil
}

func (m *mappedFile) close() error {
	return errors.Join(unix.Munmap(m.data), m.file.Close())
}
