package snapshot

import (
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"unsafe"
)

// ErrChanged is wrapped by Err where the file of a snapshot was written to while
// it was open.
var ErrChanged = errors.New("snapshot changed while open")

// Err returns nil as long as all answers so far are whole. It is an error that
// wraps ErrChanged once the file was cut short or written to, or could not be
// read: answers may lack statements and terms from then on, and an iterator may
// have ended early. Whoever passes answers on asks Err behind the last one.
// Snapshots of bytes in memory never have an error.
func (s *Snapshot) Err() error {
	if err := s.fault.Load(); err != nil {
		return *err
	}
	if s.file == nil {
		return nil
	}
	return s.file.changed()
}

// read runs f, which reads the tables. A fault inside the mapped file, which is
// what the system answers to a read behind the end of a file that was cut short,
// ends f and is kept for Err; without this it would end the program.
func (s *Snapshot) read(f func()) {
	if s.file == nil {
		f()
		return
	}
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil && !s.keepFault(p) {
			panic(p)
		}
	}()
	f()
}

// View calls use with a snapshot that reads the same bytes without guarding every
// single read against a file that was cut short: one guard stands around the whole
// of use. It is quicker where use reads a great deal. The view must not be used by
// other goroutines or after use; where the file was cut short, use is left in the
// middle of a read, as by a panic, and the error says so. The error is that of Err
// otherwise.
func (s *Snapshot) View(use func(view *Snapshot)) error {
	s.read(func() { use(s.view) })
	return s.Err()
}

// keepFault tells whether the panic p comes from a read of the mapped file, and
// keeps it for Err if so.
func (s *Snapshot) keepFault(p any) bool {
	fault, ok := p.(interface {
		runtime.Error
		Addr() uintptr
	})
	if !ok {
		return false
	}
	data := s.file.data
	offset := fault.Addr() - uintptr(unsafe.Pointer(unsafe.SliceData(data)))
	if offset >= uintptr(len(data)) {
		return false
	}
	err := fmt.Errorf("%w: byte %d cannot be read", ErrChanged, offset)
	s.fault.CompareAndSwap(nil, &err)
	return true
}
