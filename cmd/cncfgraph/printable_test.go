package main

import "testing"

func TestPrintable(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"plain", "水野 聖也 & Co.", "水野 聖也 & Co."},
		{"escape sequence", "a\x1b[31mred\x1b[0m", "a[31mred[0m"},
		{"line break and tab", "a\nb\tc", "a b c"},
		{"separators", "a\u2028b\u2029c", "a b c"},
		{"override", "abc\u202Etxt.exe", "abctxt.exe"},
		{"isolates", "\u2066a\u2069", "a"},
		{"C1 control", "a\u009b31m", "a31m"},
		{"joined emoji", "👩\u200d💻", "👩\u200d💻"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := printable(tt.in); got != tt.want {
				t.Errorf("printable(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}
