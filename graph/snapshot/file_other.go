//go:build !unix

package snapshot

import "os"

// mappedFile stands for files mapped into memory, which there are none of here.
type mappedFile struct{ data []byte }

func (*mappedFile) changed() error { return nil }
func (*mappedFile) close() error   { return nil }

// readFile returns the bytes of the file at path, read into memory.
func readFile(path string) ([]byte, *mappedFile, error) {
	data, err := os.ReadFile(path)
	return data, nil, err
}
