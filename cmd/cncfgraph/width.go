package main

import (
	"unicode/utf8"

	"github.com/mattn/go-runewidth"
)

// width returns how many cells of a terminal s takes, which is printable: two for a
// Chinese, Japanese or Korean character.
func width(s string) int {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			i = max(i-1, 0) // what is not ASCII may change the character before
			return i + runewidth.StringWidth(s[i:])
		}
	}
	return len(s)
}
