package files_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/cncfgraph/cncfgraph/extract/files"
)

// write makes a file with the given text below dir.
func write(t *testing.T, dir, name, text string) string {
	t.Helper()
	p := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return p
}

func keys(found []files.File) []string {
	out := []string{}
	for _, f := range found {
		out = append(out, f.Key.Value)
	}
	return out
}

func TestFindFolder(t *testing.T) {
	outside := write(t, t.TempDir(), "secret.md", "x")
	dir := filepath.Join(t.TempDir(), "notes")
	write(t, dir, "b/README.md", "b")
	write(t, dir, "a/README.md", "a")
	write(t, dir, "a b#c.md", "space and hash")
	write(t, dir, ".hidden.md", "h")
	write(t, dir, ".git/config", "g")
	write(t, dir, "large.md", "0123456789")
	for link, target := range map[string]string{"inside.md": "a/README.md", "out.md": outside, "dangling.md": "nowhere"} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	found, passed, errs := files.Find([]string{dir}, &files.Options{MaxSize: 9})
	if len(errs) > 0 {
		t.Errorf("errors %v", errs)
	}
	want := []string{"file:notes/a/README.md", "file:notes/b/README.md", "file:notes/inside.md"}
	if got := keys(found); !slices.Equal(got, want) {
		t.Errorf("keys %q, want %q", got, want)
	}
	reasons := map[string]error{
		"a b#c.md": files.ErrTooLarge, "large.md": files.ErrTooLarge, "out.md": files.ErrLeaves,
		".hidden.md": files.ErrHidden, ".git": files.ErrHidden, "dangling.md": fs.ErrNotExist,
	}
	for _, n := range passed {
		name := filepath.Base(n.Path)
		if want, ok := reasons[name]; !ok || !errors.Is(n.Reason, want) {
			t.Errorf("%s passed over for %v, want %v", name, n.Reason, want)
		}
		delete(reasons, name)
	}
	if len(reasons) > 0 {
		t.Errorf("not passed over: %v", reasons)
	}
}

func TestFindKeys(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "my notes")
	p := write(t, dir, "a b#c%.md", "x")
	for _, tt := range []struct {
		name string
		path string
		opts *files.Options
		want string
	}{
		{"file in its folder", p, nil, "file:my%20notes/a%20b%23c%25.md"},
		{"folder", dir, nil, "file:my%20notes/a%20b%23c%25.md"},
		{"collection", dir, &files.Options{Collection: "memos"}, "file:memos/a%20b%23c%25.md"},
		{"source", p, &files.Options{Source: "https://example.org/メモ"}, "https://example.org/メモ"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			found, _, errs := files.Find([]string{tt.path}, tt.opts)
			if len(errs) > 0 || len(found) != 1 || found[0].Key.Value != tt.want {
				t.Errorf("found %v, errors %v, want %s", keys(found), errs, tt.want)
			}
		})
	}
}

func TestFindErrors(t *testing.T) {
	dir := t.TempDir()
	p := write(t, dir, "a.md", "0123456789")
	empty := t.TempDir()
	for _, tt := range []struct {
		name  string
		paths []string
		opts  *files.Options
		want  error
	}{
		{"missing", []string{filepath.Join(dir, "no.md")}, nil, fs.ErrNotExist},
		{"folder without documents", []string{empty}, nil, files.ErrNoDocuments},
		{"device", []string{os.DevNull}, nil, files.ErrNotRegular},
		{"too large", []string{p}, &files.Options{MaxSize: 3}, files.ErrTooLarge},
		{"source for a folder", []string{dir}, &files.Options{Source: "https://example.org/"}, nil},
		{"source for two files", []string{p, p}, &files.Options{Source: "https://example.org/"}, nil},
		{"source with a fragment", []string{p}, &files.Options{Source: "https://example.org/#L1"}, nil},
		{"source without a scheme", []string{p}, &files.Options{Source: "memo"}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			found, _, errs := files.Find(tt.paths, tt.opts)
			if len(errs) == 0 || len(found) > 0 {
				t.Fatalf("found %v, errors %v", keys(found), errs)
			}
			if tt.want != nil && !errors.Is(errs[0], tt.want) {
				t.Errorf("error %v, want %v", errs[0], tt.want)
			}
		})
	}
}

func TestOneBadPathDoesNotStopTheOthers(t *testing.T) {
	p := write(t, t.TempDir(), "a.md", "x")
	found, _, errs := files.Find([]string{"no such file", p}, nil)
	if len(found) != 1 || len(errs) != 1 {
		t.Errorf("found %v, errors %v", keys(found), errs)
	}
}

func TestReadGrownFile(t *testing.T) {
	p := write(t, t.TempDir(), "a.md", "0123456789")
	if _, err := (files.File{Path: p}).Read(9); !errors.Is(err, files.ErrTooLarge) {
		t.Errorf("error %v", err)
	}
	if data, err := (files.File{Path: p}).Read(10); err != nil || string(data) != "0123456789" {
		t.Errorf("read %q, error %v", data, err)
	}
}
