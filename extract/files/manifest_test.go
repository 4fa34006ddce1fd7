package files_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/extract/files"
)

func TestReadManifestErrors(t *testing.T) {
	sum := "sha256:" + strings.Repeat("0a", 32)
	for _, test := range []struct{ text, want string }{
		{"", "m.yaml:1: the manifest is empty"},
		{"- a\n", "m.yaml:1: want collection, license, sources"},
		{"collection: x\n", "m.yaml:1: sources is no list"},
		{"sources: a.md\n", "sources is no list"},
		{"sources:\n  - a.md\n", "m.yaml:2: want path, glob"},
		{"sources:\n  - path: a.md\n    licence: MIT\n", `m.yaml:3: unknown key "licence"`},
		{"sources:\n  - path: a.md\n    path: b.md\n", `m.yaml:3: key "path" is there twice`},
		{"sources:\n  - path: [a.md]\n", "m.yaml:2: path is no text"},
		{"sources:\n  - path: a.md\n    license:\n", "m.yaml:3: license is no text"},
		{"sources:\n  - license: MIT\n", "m.yaml:2: the source has neither path nor glob"},
		{"sources:\n  - path: a.md\n    glob: b.md\n", "m.yaml:2: the source has both path and glob"},
		{"sources:\n  - glob: '*.md'\n    key: https://example.org/\n", "m.yaml:2: key and checksum are those of one file"},
		{"sources:\n  - glob: '*.md'\n    checksum: " + sum + "\n", "m.yaml:2: key and checksum are those of one file"},
		{"sources:\n  - glob: '[a'\n", `m.yaml:2: glob "[a": syntax error in pattern`},
		{"sources:\n  - glob: ../*.md\n", "m.yaml:2: \"../*.md\" leaves the manifest's folder"},
		{"sources:\n  - path: ../a.md\n", "m.yaml:2: \"../a.md\" leaves the manifest's folder"},
		{"sources:\n  - path: /a.md\n", "m.yaml:2: \"/a.md\" leaves the manifest's folder"},
		{"sources:\n  - path: a.md\n    key: nothing\n", `m.yaml:3: source key "nothing" is no absolute IRI`},
		{"sources:\n  - path: a.md\n    checksum: sha256:12\n", `m.yaml:3: checksum "sha256:12" is not`},
		{"sources:\n  - path: a.md\n  - path: ./a.md\n", "m.yaml:3: key file:notes/a.md is that of line 2 too"},
		{"sources:\n  - path: \"a\n", "m.yaml:"},
		{"sources: [\n", "m.yaml:"},
		{"collection: a\x00b\n", "m.yaml:1: control characters"},
	} {
		_, err := files.ReadManifest("m.yaml", []byte(test.text), "notes")
		if err == nil || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "yaml: ") {
			t.Errorf("%q: %v, want %q", test.text, err, test.want)
		}
	}
}

// tree makes a folder with the files, each holding its own name.
func tree(t *testing.T, names ...string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "notes")
	for _, name := range names {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestManifestFind(t *testing.T) {
	dir := tree(t, "a.md", "b.txt", "2025/c.md", "2025/deep/d.md", "2025/.hidden.md", "m.yaml", "日本/e.md")
	for _, test := range []struct {
		text string
		want []string // keys, in order, then "vanished KEY" and the errors
	}{
		{"sources:\n  - path: a.md\n", []string{"file:notes/a.md"}},
		{"sources:\n  - path: ./2025/c.md\n    key: https://example.org/c\n", []string{"https://example.org/c"}},
		{"collection: other\nsources:\n  - path: a.md\n  - path: b.txt\n    collection: third\n", []string{"file:other/a.md", "file:third/b.txt"}},
		{"sources:\n  - glob: '*'\n", []string{"file:notes/a.md", "file:notes/b.txt"}},
		{"sources:\n  - glob: '*/*.md'\n", []string{"file:notes/2025/c.md", "file:notes/%E6%97%A5%E6%9C%AC/e.md"}},
		{"sources:\n  - glob: '**/*.md'\n", []string{"file:notes/2025/c.md", "file:notes/2025/deep/d.md", "file:notes/a.md", "file:notes/%E6%97%A5%E6%9C%AC/e.md"}},
		{"sources:\n  - glob: 2025/**\n", []string{"file:notes/2025/c.md", "file:notes/2025/deep/d.md"}},
		{"sources:\n  - glob: '**/d*'\n", []string{"file:notes/2025/deep/d.md"}},
		{"sources:\n  - path: a.md\n    key: https://example.org/a\n  - glob: '*.md'\n", []string{"https://example.org/a"}},
		{"sources:\n  - path: gone.md\n  - path: a.md\n", []string{"file:notes/a.md", "vanished file:notes/gone.md"}},
		{"sources:\n  - glob: 'none*'\n", nil},
		{"sources:\n  - path: 2025\n", []string{"m.yaml:2: "}},
	} {
		m, err := files.ReadManifest(filepath.Join(dir, "m.yaml"), []byte(test.text), "")
		if err != nil {
			t.Fatal(err)
		}
		found, _, vanished, errs := m.Find(nil)
		var got []string
		for _, f := range found {
			got = append(got, f.Key.Value)
			if f.Manifest != m.Key() {
				t.Errorf("%s is not said to be listed", f.Path)
			}
		}
		for _, v := range vanished {
			got = append(got, "vanished "+v.Key.Value)
			if !errors.Is(v.Err, fs.ErrNotExist) || !strings.Contains(v.Err.Error(), "m.yaml:2: ") {
				t.Errorf("%v", v.Err)
			}
		}
		same := len(got)+len(errs) == len(test.want) && slices.Equal(got, test.want[:len(got)])
		for i, err := range errs {
			same = same && strings.Contains(err.Error(), test.want[len(got)+i])
		}
		if !same {
			t.Errorf("%q: found %q, errors %v; want %q", test.text, got, errs, test.want)
		}
	}
}

// A file that is not as the manifest tells is not read.
func TestChecksum(t *testing.T) {
	dir := tree(t, "a.md")
	f := files.File{Path: filepath.Join(dir, "a.md"), Checksum: files.Checksum([]byte("a.md"))}
	if data, err := f.Read(0); err != nil || string(data) != "a.md" {
		t.Errorf("%q, error %v", data, err)
	}
	f.Checksum = files.Checksum([]byte("b.md"))
	if _, err := f.Read(0); !errors.Is(err, files.ErrChecksum) {
		t.Errorf("%v, want ErrChecksum", err)
	}
}

func FuzzReadManifest(f *testing.F) {
	f.Add([]byte("collection: a\nlicense: MIT\nsources:\n  - path: a.md\n    key: https://example.org/a\n  - glob: '**/*.md'\n"))
	f.Add([]byte("sources: &a [*a, {path: x}]\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := files.ReadManifest("m.yaml", data, "notes")
		if err != nil {
			if !strings.HasPrefix(err.Error(), "m.yaml:") {
				t.Errorf("no line: %v", err)
			}
			return
		}
		if m.Key().IsZero() {
			t.Error("a manifest without a key")
		}
	})
}
