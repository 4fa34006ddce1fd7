//go:build unix

package store

import (
	"errors"
	"os"
)

// syncDir makes the disk keep what was renamed and removed in the folder dir.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
