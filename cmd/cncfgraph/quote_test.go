package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/queries"
)

func TestQuote(t *testing.T) {
	const text = "one\r\n\ttwo\n\nfour \u202efive\xff\n"
	outside := t.TempDir()
	folder := filepath.Join(outside, "notes")
	for _, path := range []string{filepath.Join(outside, "memo.md"), filepath.Join(folder, "a b", "memo.md")} {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	hash := fmt.Sprintf("sha256:%x", sha256.Sum256([]byte(text)))
	for _, test := range []struct {
		name        string
		document    queries.Document
		first, last int
		want        string
	}{
		{"by path", queries.Document{ReadFrom: "a b/memo.md", Hash: hash}, 1, 1, "one"},
		{"by full path", queries.Document{ReadFrom: filepath.Join(folder, "a b", "memo.md"), Hash: hash}, 1, 2, "one\n\ttwo"},
		{"by key", queries.Document{Source: "file:notes/a%20b/memo.md", ReadFrom: "gone/memo.md", Hash: hash}, 3, 4, "\nfour \u202efive\uFFFD"},
		{"by key with its collection", queries.Document{Source: "file:a%20b/memo.md", Hash: hash}, 2, 2, "\ttwo"},
		{"the line behind the last", queries.Document{ReadFrom: "a b/memo.md", Hash: hash}, 6, 6, ""},
		{"lines of which one is not there", queries.Document{ReadFrom: "a b/memo.md", Hash: hash}, 4, 6, ""},
		{"the whole document", queries.Document{ReadFrom: "a b/memo.md", Hash: hash}, 0, 0, ""},
		{"another document", queries.Document{ReadFrom: "a b/memo.md", Hash: strings.Repeat("0", len(hash))}, 1, 1, ""},
		{"a document without a hash", queries.Document{ReadFrom: "a b/memo.md"}, 1, 1, ""},
		{"outside", queries.Document{ReadFrom: "../memo.md", Hash: hash}, 1, 1, ""},
		{"outside by full path", queries.Document{ReadFrom: filepath.Join(outside, "memo.md"), Hash: hash}, 1, 1, ""},
		{"outside by key", queries.Document{Source: "file:x/../../memo.md", Hash: hash}, 1, 1, ""},
		{"a folder", queries.Document{ReadFrom: "a b", Hash: hash}, 1, 1, ""},
		{"a page", queries.Document{Source: "https://example.org/memo.md", Hash: hash}, 1, 1, ""},
	} {
		q, err := newQuoter(folder)
		if err != nil {
			t.Fatal(err)
		}
		for range 2 { // the second time from what was read
			if got := q.quote(test.document, test.first, test.last); got != test.want {
				t.Errorf("%s: %q, want %q", test.name, got, test.want)
			}
		}
		q.close()
	}
	if got := shortQuote("a\n\t b\u202e " + strings.Repeat("字", 100)); strings.ContainsAny(got, "\n\t\u202e") || !strings.HasPrefix(got, "a b 字") || !strings.HasSuffix(got, "字…") {
		t.Errorf("short: %q", got)
	}
}
