package snapshot

import (
	"bytes"
	"fmt"
)

// Verify tells whether the snapshot is, byte for byte, what Build makes of its
// quads: every term canonical, every order sorted, nothing missing and nothing
// unused. It takes as long as a build and as much memory. An error wraps
// ErrFormat, or ErrChanged as Err does.
func (s *Snapshot) Verify() error {
	var b Builder
	for q := range s.All() {
		if err := b.Add(q); err != nil {
			return fmt.Errorf("%w: %w", ErrFormat, err)
		}
	}
	rebuilt, err := b.Bytes()
	if err != nil {
		return fmt.Errorf("%w: %w", ErrFormat, err)
	}
	equal := false
	s.read(func() { equal = bytes.Equal(rebuilt, s.data) })
	if err := s.Err(); err != nil {
		return err
	}
	if !equal {
		return fmt.Errorf("%w: its quads make another one", ErrFormat)
	}
	return nil
}
