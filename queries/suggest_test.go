package queries

import (
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// FuzzNameKey checks that the short cut for ASCII gives the same as the slug.
func FuzzNameKey(f *testing.F) {
	for _, s := range []string{"Istio", "C++", "C#", "#1", "Ｆｌｕｅｎｔ－Ｂｉｔ", "a_b.c/d", "", "サービス", "é", "+"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := nameKey(s), strings.ReplaceAll(vocab.Slug(s), "-", ""); got != want {
			t.Errorf("nameKey(%q) = %q, want %q", s, got, want)
		}
	})
}
