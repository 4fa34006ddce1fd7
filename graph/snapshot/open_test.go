package snapshot_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/snapshot"
)

// write returns the path of a new file with the given bytes.
func write(t testing.TB, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "snapshot")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestOpen(t *testing.T) {
	for name, quads := range graphs() {
		s, err := snapshot.Open(write(t, bytesOf(t, quads)))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got, want := slices.Collect(s.All()), rdf.Sort(slices.Clone(quads)); !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
		if err := errors.Join(s.Verify(), s.Err(), s.Close()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if s.Quads() != 0 || s.Count(0, 0, 0) != 0 || s.Err() != nil || s.Close() != nil {
			t.Errorf("%s: a closed snapshot is not empty", name)
		}
	}
}

// TestReplace renames a newer file over one that is open.
func TestReplace(t *testing.T) {
	quads := edgeCases()
	path := write(t, bytesOf(t, quads))
	s, err := snapshot.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := os.Rename(write(t, bytesOf(t, nil)), path); err != nil {
		t.Fatal(err)
	}
	if n := len(slices.Collect(s.All())); n != len(quads) || s.Err() != nil {
		t.Errorf("%d quads, error %v; want %d", n, s.Err(), len(quads))
	}
}

func TestAlignment(t *testing.T) {
	quads := rdf.Sort(edgeCases())
	data := bytesOf(t, quads)
	for shift := range 8 {
		s, err := snapshot.FromBytes(append(make([]byte, shift), data...)[shift:])
		if err != nil {
			t.Fatal(err)
		}
		if got := slices.Collect(s.All()); !slices.Equal(got, quads) {
			t.Errorf("shifted by %d bytes: got %v", shift, got)
		}
	}
}

func TestDamage(t *testing.T) {
	data := bytesOf(t, edgeCases())
	for i := range data {
		damaged := bytes.Clone(data)
		damaged[i] ^= 1 << (i % 8)
		if _, err := snapshot.FromBytes(damaged); !errors.Is(err, snapshot.ErrFormat) {
			t.Fatalf("bit of byte %d changed: error %v", i, err)
		}
		if _, err := snapshot.FromBytes(data[:i]); !errors.Is(err, snapshot.ErrFormat) {
			t.Fatalf("cut to %d bytes: error %v", i, err)
		}
		if _, err := snapshot.FromTrustedBytes(data[:i]); !errors.Is(err, snapshot.ErrFormat) {
			t.Fatalf("trusted, cut to %d bytes: error %v", i, err)
		}
	}
	if _, err := snapshot.FromBytes(append(data, 0)); !errors.Is(err, snapshot.ErrFormat) {
		t.Errorf("a byte too many: error %v", err)
	}
}

func TestOpenErrors(t *testing.T) {
	for _, c := range []struct {
		name, path string
		want       error
	}{
		{"missing", filepath.Join(t.TempDir(), "none"), fs.ErrNotExist},
		{"empty", write(t, nil), snapshot.ErrFormat},
		{"text", write(t, bytes.Repeat([]byte("no snapshot\n"), 100)), snapshot.ErrFormat},
		{"cut short", write(t, bytesOf(t, edgeCases())[:1000]), snapshot.ErrFormat},
		{"folder", t.TempDir(), nil},
	} {
		s, err := snapshot.Open(c.path)
		if err == nil || s != nil || c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("%s: error %v, want %v", c.name, err, c.want)
		}
	}
}

func TestFingerprint(t *testing.T) {
	seen := make(map[string]string)
	for name, quads := range graphs() {
		data := bytesOf(t, quads)
		mark, err := snapshot.Fingerprint(data)
		if err != nil {
			t.Fatal(err)
		}
		if again, _ := snapshot.Fingerprint(bytes.Clone(data)); again != mark {
			t.Errorf("%s: fingerprints %s and %s", name, mark, again)
		}
		if other, ok := seen[mark]; ok {
			t.Errorf("%s and %s have one fingerprint", name, other)
		}
		seen[mark] = name
	}
	if _, err := snapshot.Fingerprint([]byte("no snapshot")); !errors.Is(err, snapshot.ErrFormat) {
		t.Errorf("error %v", err)
	}
}
