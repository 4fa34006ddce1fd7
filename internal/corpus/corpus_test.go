package corpus_test

import (
	"bytes"
	"regexp"
	"testing"
	"unicode/utf8"

	"github.com/cncfgraph/cncfgraph/internal/corpus"
)

// TestProportions holds a corpus to the table of the package's comment.
func TestProportions(t *testing.T) {
	var text []byte
	kinds := map[string]float64{}
	for d := range corpus.Documents(1, 2e6) {
		text = append(text, d.Text...)
		kinds[d.Kind] += float64(len(d.Text))
	}
	if !utf8.Valid(text) {
		t.Error("not UTF-8")
	}
	for kind, want := range map[string]float64{"prose": 0.48, "report": 0.32, "memo": 0.1, "list": 0.05, "table": 0.05} {
		if got := kinds[kind] / float64(len(text)); got < 0.8*want || got > 1.25*want {
			t.Errorf("share of %s %.2f, want about %.2f", kind, got, want)
		}
	}
	for _, tt := range []struct {
		what, pattern string
		perKiB        float64
	}{
		{"blank lines", `(?m)^$`, 6.0},
		{"headings", `(?m)^#+ `, 1.3},
		{"list items", `(?m)^ *[-*] `, 7.2},
		{"nested items", `(?m)^ +[-*] `, 2.2},
		{"rows of tables", `(?m)^\|`, 0.25},
		{"URLs", `://`, 1.9},
		{"links", `\]\(`, 1.5},
		{"handles", `@\w`, 0.4},
	} {
		got := float64(len(regexp.MustCompile(tt.pattern).FindAll(text, -1))) / (float64(len(text)) / 1024)
		if got < 0.8*tt.perKiB || got > 1.25*tt.perKiB {
			t.Errorf("%s per KiB %.2f, want about %.2f", tt.what, got, tt.perKiB)
		}
	}
	japanese := 0
	for _, r := range string(text) {
		if r >= 0x3000 {
			japanese += utf8.RuneLen(r)
		}
	}
	if got := float64(japanese) / float64(len(text)); got < 0.35 || got > 0.5 {
		t.Errorf("share of bytes in Japanese script %.2f", got)
	}
}

func TestSameSeedSameDocuments(t *testing.T) {
	n := 0
	for d := range corpus.Documents(7, 1e5) {
		if again := corpus.New(7, n); again.Name != d.Name || !bytes.Equal(again.Text, d.Text) {
			t.Errorf("document %d differs when made alone", n)
		}
		if other := corpus.New(8, n); bytes.Equal(other.Text, d.Text) {
			t.Errorf("document %d is that of another seed", n)
		}
		n++
	}
}
