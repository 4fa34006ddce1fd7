package prefix_test

import (
	"slices"
	"testing"

	"github.com/cncfgraph/cncfgraph/internal/prefix"
)

func TestCommon(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "a", 0}, {"ab", "abc", 2}, {"abd", "abc", 2}, {"b", "a", 0}, {"日本", "日曜", 4}} {
		if got := prefix.Common(tt.a, tt.b); got != tt.want {
			t.Errorf("%q and %q: %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestCount(t *testing.T) {
	for _, texts := range [][]string{nil, {"a"}, {"a", "a"}, {"", "ab", "abc", "b"}, {"envoy", "etcd", "etcd-io", "日本", "日曜"}} {
		begin := map[string]bool{"": true}
		for _, text := range texts {
			for i := range len(text) {
				begin[text[:i+1]] = true
			}
		}
		if got := prefix.Count(slices.Values(texts)); got != len(begin) {
			t.Errorf("%q: %d, want %d", texts, got, len(begin))
		}
	}
}
