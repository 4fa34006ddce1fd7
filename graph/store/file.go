package store

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// unfinished begins the names of files that are being written.
const unfinished = ".new-"

func isUnfinished(name string) bool { return strings.HasPrefix(name, unfinished) }

// replaceFile puts what write writes into the file at path so that a reader, and
// the disk after a crash, holds either the old content whole or the new.
func replaceFile(path string, write func(io.Writer) error) error {
	name, err := writeUnfinished(filepath.Dir(path), write, (*os.File).Sync)
	if err != nil {
		return err
	}
	if err := finish(name, path); err != nil {
		return err
	}
	return syncDir(filepath.Dir(path))
}

// replaceDerived is replaceFile for what can be made again and shows damage itself: a
// reader holds either whole, the disk after a crash perhaps neither. The file is of the
// time at.
func replaceDerived(path string, at time.Time, write func(io.Writer) error) error {
	name, err := writeUnfinished(filepath.Dir(path), write, func(*os.File) error { return nil })
	if err != nil {
		return err
	}
	if err := os.Chtimes(name, at, at); err != nil {
		return errors.Join(err, ignoreMissing(os.Remove(name)))
	}
	return finish(name, path)
}

// writeUnfinished writes a new file in the folder dir, which sync then makes as
// durable as it has to be, and returns its path.
func writeUnfinished(dir string, write func(io.Writer) error, sync func(*os.File) error) (name string, err error) {
	f, err := os.CreateTemp(dir, unfinished+"*")
	if err != nil {
		return "", err
	}
	err = write(f)
	if err == nil {
		err = errors.Join(f.Chmod(0o644), sync(f))
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return "", errors.Join(err, ignoreMissing(os.Remove(f.Name())))
	}
	return f.Name(), nil
}

// finish puts the unfinished file of the name at path.
func finish(name, path string) error {
	err := os.Rename(name, path)
	if err != nil {
		err = errors.Join(err, ignoreMissing(os.Remove(name)))
	}
	return err
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
