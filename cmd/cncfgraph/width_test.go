package main

import "testing"

func TestWidth(t *testing.T) {
	for _, s := range []string{"", "Envoy", "é", "cafe\u0301", "e\u0301 x", "日本語のNATS", "ﾊﾝｶｸ", "쿠버네티스 a", "1\uFE0F\u20E3", "a 👩\u200D💻 b", "x\u200Dy", "🇯🇵", "…"} {
		if got, want := width(s), cells.StringWidth(s); got != want {
			t.Errorf("width(%q) = %d, want %d", s, got, want)
		}
	}
}
