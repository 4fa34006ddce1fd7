package store

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// unfinished begins the names of files that are being written.
const unfinished = ".new-"

func isUnfinished(name string) bool { return strings.HasPrefix(name, unfinished) }

// replaceFile puts what write writes into the file at path so that a reader, and
// the disk after a crash, holds either the old content whole or the new.
func replaceFile(path string, write func(io.Writer) error) error {
	return replace(path, write, true)
}

// replaceDerived is replaceFile for what can be made again and shows damage itself: a
// reader holds either whole, the disk after a crash perhaps neither.
func replaceDerived(path string, write func(io.Writer) error) error {
	return replace(path, write, false)
}

func replace(path string, write func(io.Writer) error, durable bool) (err error) {
	dir := filepath.Dir(path)
	f, err := os.CreateTemp(dir, unfinished+"*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, ignoreMissing(os.Remove(f.Name())))
		}
	}()
	if err := write(f); err != nil {
		return errors.Join(err, f.Close())
	}
	err = f.Chmod(0o644)
	if durable {
		err = errors.Join(err, f.Sync())
	}
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil || !durable {
		return err
	}
	return syncDir(dir)
}

// content writes the text s.
func content[T string | []byte](s T) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write([]byte(s))
		return err
	}
}

// removeFile removes the file at path for good.
func removeFile(path string) error {
	if err := os.Remove(path); err != nil {
		return err
	}
	return syncDir(filepath.Dir(path))
}

func ignoreMissing(err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}
