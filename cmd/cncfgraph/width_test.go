package main

import (
	"testing"
	"unicode"
)

func TestWidth(t *testing.T) {
	for _, s := range []string{"", "Envoy", "é", "cafe\u0301", "e\u0301 x", "日本語のNATS", "ﾊﾝｶｸ", "쿠버네티스 a", "1\uFE0F\u20E3", "a 👩\u200D💻 b", "x\u200Dy", "🇯🇵", "…", "Linkerd’s – “café”", "カタカナ か\u3099", "Ł…é\u0301"} {
		if got, want := width(s), cells.StringWidth(s); got != want {
			t.Errorf("width(%q) = %d, want %d", s, got, want)
		}
	}
}

func TestWidthOfWhatStandsAlone(t *testing.T) {
	for r := rune(1); r <= unicode.MaxRune; r++ {
		if !standsAlone(r) {
			continue
		}
		s := "a" + string(r) + "ー" + string(r) + string(r) + "🚀é1"
		if got, want := width(s), cells.StringWidth(s); got != want {
			t.Errorf("width(%q) = %d, want %d", s, got, want)
		}
	}
}
