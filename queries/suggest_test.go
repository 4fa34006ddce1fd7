package queries

import (
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

func TestEditDistance(t *testing.T) {
	for _, test := range []struct {
		a, b  string
		bound int
		want  int // -1 for beyond the bound
	}{
		{"istio", "istio", 1, 0},
		{"itsio", "istio", 1, 1},
		{"isto", "istio", 1, 1},
		{"istioo", "istio", 1, 1},
		{"istia", "istio", 1, 1},
		{"envoy", "istio", 2, -1},
		{"prmtheus", "prometheus", 2, 2},
		{"サーバ", "サーバー", 1, 1},
		{"", "ab", 2, 2},
		{"abc", "", 2, -1},
	} {
		for _, ends := range [...][2]string{{test.a, test.b}, {test.b, test.a}} {
			got, ok := editDistance([]rune(ends[0]), []rune(ends[1]), test.bound)
			if ok != (test.want >= 0) || ok && got != test.want {
				t.Errorf("editDistance(%q, %q, %d) = %d, %t, want %d", ends[0], ends[1], test.bound, got, ok, test.want)
			}
		}
	}
}

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
