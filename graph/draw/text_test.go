package draw

import (
	"slices"
	"strings"
	"testing"
)

func TestWrap(t *testing.T) {
	for _, test := range []struct {
		text  string
		limit int
		want  []string
	}{
		{"", 10, []string{""}},
		{"Istio", 10, []string{"Istio"}},
		{"Container Network Interface", 12, []string{"Container", "Network", "Interface"}},
		{"はじめてのサービスメッシュ", 24, []string{"はじめての", "サービスメッシュ"}},
		{"ＮＡＴＳ", 4, []string{"ＮＡ", "ＴＳ"}},
		{"abcdefghijkl", 5, []string{"abcde", "fghij", "kl"}},
		{"a b", 1, []string{"a", "b"}},
	} {
		if got := wrap(test.text, test.limit); !slices.Equal(got, test.want) {
			t.Errorf("wrap(%q, %d) = %q, want %q", test.text, test.limit, got, test.want)
		}
	}
}

func TestCut(t *testing.T) {
	for _, test := range []struct {
		text  string
		limit int
		want  string
	}{
		{"Istio", 5, "Istio"},
		{"Istio mesh", 7, "Istio…"},
		{"サービス", 8, "サービス"},
		{"サービス", 7, "サービ…"},
		{"", 3, ""},
	} {
		if got := cut(test.text, test.limit); got != test.want {
			t.Errorf("cut(%q, %d) = %q, want %q", test.text, test.limit, got, test.want)
		}
	}
}

func TestLink(t *testing.T) {
	for address, want := range map[string]string{
		"https://istio.io/?a=1&b=2":     "https://istio.io/?a=1&b=2",
		"http://example.org/メモ#L7":      "http://example.org/%E3%83%A1%E3%83%A2#L7",
		"javascript:alert(1)":           "",
		"file:memo.md":                  "",
		"//example.org":                 "",
		`https://e.org/"onload="x`:      "https://e.org/%22onload=%22x",
		"https://e.org/?q='\\":          "https://e.org/?q=%27%5C",
		"https://" + longHost:           "",
		" https://e.org":                "",
		"HTTPS://e.org":                 "https://e.org",
		"https://e.org/\x00":            "",
		"data:text/html,<script></a>":   "",
		"https://user:pass@e.org/<svg>": "https://user:pass@e.org/%3Csvg%3E",
	} {
		if got := link(address); got != want {
			t.Errorf("link(%.60q) = %q, want %q", address, got, want)
		}
	}
}

// longHost makes an address longer than any that is linked to.
var longHost = "e.org/" + strings.Repeat("x", linkBytes)
