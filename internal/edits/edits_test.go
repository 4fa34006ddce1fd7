package edits

import (
	"strings"
	"testing"
)

func TestBetween(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "ab", 2}, {"ab", "", 2}, {"ab", "ba", 1}, {"kitten", "sitting", 3}, {"abcd", "acbd", 1}} {
		if got := Between([]rune(tt.a), []rune(tt.b), 3); got != tt.want {
			t.Errorf("%d edits from %q to %q, want %d", got, tt.a, tt.b, tt.want)
		}
	}
	for limit := range 3 {
		if got := Between([]rune("kitten"), []rune("sitting"), limit); got != limit+1 {
			t.Errorf("%d edits within %d, want %d", got, limit, limit+1)
		}
	}
	if long := []rune(strings.Repeat("a", Longest+1)); Between(long, long, 1) != 2 {
		t.Error("a word of more than Longest letters is compared")
	}
}
