package main

import (
	"bytes"
	"testing"
)

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

// TestShownText writes bytes to a terminal in pieces of every size: what steers is
// escaped, and a character that is cut in two is not.
func TestShownText(t *testing.T) {
	const text = "水野\t\x1b[31m 👩\u200d💻 \u202e\u009b\U000e0001 \xff\x9b\r\n\xe6\xb0"
	const want = "水野\t\\u001b[31m 👩\u200d💻 \\u202e\\u009b\\U000e0001 \\xff\\x9b\\u000d\n\\xe6\\xb0"
	for size := 1; size <= len(text); size++ {
		var out bytes.Buffer
		shown := shownText{w: &out}
		for i := 0; i < len(text); i += size {
			part := text[i:min(i+size, len(text))]
			if n, err := shown.Write([]byte(part)); n != len(part) || err != nil {
				t.Fatal(n, err)
			}
		}
		if err := shown.Close(); err != nil || out.String() != want {
			t.Fatalf("in pieces of %d: %q, %v, want %q", size, out.String(), err, want)
		}
	}
}
