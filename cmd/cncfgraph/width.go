package main

import (
	"unicode/utf8"

	"github.com/mattn/go-runewidth"
)

// cells counts the cells of a terminal that characters take, two for a Chinese,
// Japanese or Korean one. What is of either width counts as one in every locale,
// as terminals show it now.
var cells = runewidth.Condition{StrictEmojiNeutral: true}

// width returns how many cells of a terminal s takes, which is printable. Only where
// characters may join is s parted into what a reader takes for one, which is slow.
func width(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
			n++
		case standsAlone(r):
			n += cells.RuneWidth(r)
		default:
			return cells.StringWidth(s)
		}
	}
	return n
}

// standsAlone tells whether r is one of the frequent characters that join with none of
// their kind and none of ASCII: Latin letters, punctuation, kana and Han.
func standsAlone(r rune) bool {
	return r < 0x300 && r > 0x9F && r != 0xAD || r >= 0x2010 && r <= 0x2027 ||
		r >= 0x3041 && r <= 0x3096 || r >= 0x30A0 && r <= 0x30FF || r >= 0x4E00 && r <= 0x9FFF
}
