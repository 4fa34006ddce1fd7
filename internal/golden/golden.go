// Package golden compares what a test got with a file that a person reviewed.
package golden

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "rewrite golden files with what the tests got")

// Update tells whether the tests were started with -update.
func Update() bool { return *update }

// Compare fails t where got differs from the file at path. With -update it
// writes got to the file instead.
func Compare(t testing.TB, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (go test -update writes it)", err)
	}
	if bytes.Equal(got, want) {
		return
	}
	line, gotLine, wantLine := firstDifference(got, want)
	t.Errorf("%s:%d differs (go test -update rewrites it)\n got: %s\nwant: %s", path, line, gotLine, wantLine)
}

// firstDifference returns the first line, counted from 1, in which got and want
// differ, as it stands in each.
func firstDifference(got, want []byte) (line int, gotLine, wantLine []byte) {
	g, w := bytes.Split(got, []byte("\n")), bytes.Split(want, []byte("\n"))
	for i := range max(len(g), len(w)) {
		gotLine, wantLine = nil, nil
		if i < len(g) {
			gotLine = g[i]
		}
		if i < len(w) {
			wantLine = w[i]
		}
		if !bytes.Equal(gotLine, wantLine) {
			return i + 1, gotLine, wantLine
		}
	}
	return len(g) + 1, nil, nil
}
