package extract

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/cncfgraph/cncfgraph/extract/link"
	"github.com/cncfgraph/cncfgraph/internal/corpus"
)

// TestSignsHideNothing extracts documents as they are and with every rule asked
// everywhere: both must give the same.
func TestSignsHideNothing(t *testing.T) {
	l, err := link.Default()
	if err != nil {
		t.Fatal(err)
	}
	x := New(l, nil)
	extracted := func(name string, data []byte) string {
		doc, err := x.Extract("https://example.org/"+name, name, data)
		if err != nil {
			t.Fatal(err)
		}
		text, err := json.Marshal(doc)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	check := func(name string, data []byte) {
		got := extracted(name, data)
		everySign = true
		want := extracted(name, data)
		everySign = false
		if got != want {
			t.Errorf("%s: extracted\n%s\nbut with every rule asked\n%s", name, got, want)
		}
	}
	names, err := filepath.Glob(filepath.Join("testdata", "gold", "*", "docs", "*"))
	if err != nil || len(names) == 0 {
		t.Fatal("no documents", err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		check(name, data)
	}
	for d := range corpus.Documents(4, 2e5) {
		check(d.Name, d.Text)
	}
}

func TestFinder(t *testing.T) {
	f := newFinder()
	f.add(madeSign, []string{"by ", "開発"})
	f.add(levelSign, []string{"sandbox", "box"})
	f.add(quoteSign, []string{"「"})
	f.link()
	for text, want := range map[string]signs{
		"":                          0,
		"built BY us":               madeSign,
		"a SandBox":                 levelSign,
		"sandbo x, sandbbox":        levelSign,
		"共同開発した「箱」":                 madeSign | quoteSign,
		"開 発":                       0,
		"standby":                   0,
		"\xe9\x96\x8b\xe7\x99 \xba": 0,
	} {
		if got := f.in(text); got != want {
			t.Errorf("signs in %q: %b, want %b", text, got, want)
		}
	}
}

func TestWords(t *testing.T) {
	w := newWords([]string{"報告", "recap"})
	for text, want := range map[string]bool{"": false, "a recap": true, "ReCap": true, "参加報告です": true, "reca p": false} {
		if got := w.any(text); got != want {
			t.Errorf("words in %q: %v, want %v", text, got, want)
		}
	}
}
