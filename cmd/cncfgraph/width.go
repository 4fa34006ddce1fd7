package main

import (
	"unicode/utf8"

	"github.com/mattn/go-runewidth"
)

// cells counts the cells of a terminal that characters take, two for a Chinese,
// Japanese or Korean one. What is of either width counts as one in every locale,
// as terminals show it now.
var cells = runewidth.Condition{StrictEmojiNeutral: true}

// width returns how many cells of a terminal s takes, which is printable.
func width(s string) int {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			i = max(i-1, 0) // what is not ASCII may change the character before
			return i + cells.StringWidth(s[i:])
		}
	}
	return len(s)
}
