package snapshot

import (
	"fmt"
	"hash/crc32"
	"os"
)

// Open opens the snapshot in the file at path, on Unix mapped into memory. It
// checks what FromBytes checks. The file must not be written to while it is
// open; whoever has a newer one renames it over the old one, which stays whole
// for those who read it. See Err for files that change all the same.
func Open(path string) (*Snapshot, error) {
	data, file, err := readFile(path)
	if err != nil {
		return nil, fmt.Errorf("open snapshot: %w", err)
	}
	s := &Snapshot{file: file}
	s.read(func() { err = s.load(data, true) })
	if fault := s.Err(); fault != nil {
		err = fault
	}
	if err != nil {
		_ = s.Close() // the first error is the one to report
		return nil, fmt.Errorf("open snapshot: %w", &os.PathError{Op: "read", Path: path, Err: err})
	}
	return s, nil
}

// FromBytes returns the snapshot that data is. It is not copied and must not
// change; it may have any alignment. An error that wraps ErrFormat tells that
// header or checksums show another format or damage. Any data that passes can be
// read without panic and in bounds. Whether it is also what Build makes, which
// damage cannot hide but a forger can, Verify tells.
func FromBytes(data []byte) (*Snapshot, error) { return fromBytes(data, true) }

// FromTrustedBytes is FromBytes for data that cannot be damaged, as that which
// is embedded in the program: it checks the header alone, so that no other page
// is touched, and no checksum, whose tables take longer to make than all the rest.
func FromTrustedBytes(data []byte) (*Snapshot, error) { return fromBytes(data, false) }

func fromBytes(data []byte, checksum bool) (*Snapshot, error) {
	s := &Snapshot{}
	if err := s.load(data, checksum); err != nil {
		return nil, fmt.Errorf("read snapshot: %w", err)
	}
	return s, nil
}

// load sets the tables to those of data, whose checksums are compared where checksum
// tells so.
func (s *Snapshot) load(data []byte, checksum bool) error {
	h, err := parseHeader(data, checksum)
	if err != nil {
		return err
	}
	if checksum && crc32.Checksum(data[bodyOffset:], castagnoli()) != h.checksum {
		return fmt.Errorf("%w: checksum of the body differs", ErrFormat)
	}
	s.tables, s.data = newTables(data, h), data
	if s.view = s; s.file != nil {
		s.view = &Snapshot{tables: s.tables, data: data}
		s.view.view = s.view
	}
	return nil
}

// Close gives the file back; the snapshot is empty from then on. It must not run
// while another goroutine reads.
func (s *Snapshot) Close() error {
	file := s.file
	if s.view != nil {
		s.view.tables, s.view.data = tables{}, nil
	}
	s.tables, s.data, s.file = tables{}, nil, nil
	if file == nil {
		return nil
	}
	return file.close()
}
