package main

import (
	"strings"
	"unicode"
)

// printable returns s with control, format and bidirectional characters taken
// out, so that a name from a document cannot steer the terminal. Line breaks
// and tabs become spaces.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\u2028' || r == '\u2029':
			return ' '
		case r == '\u200D' || r == '\u200C': // joiners shape letters and emoji, and move nothing
			return r
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, s)
}
