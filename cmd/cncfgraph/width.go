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
// their kind and none of ASCII: Latin letters, punctuation, kana and Han, and emoji, which
// join by others alone.
func standsAlone(r rune) bool {
	switch {
	case r < 0x300:
		return r > 0x9F && r != 0xAD
	case r < 0x2600:
		return r >= 0x2010 && r <= 0x2027
	case r < 0x3000:
		return r <= 0x27BF
	case r < 0xAC00:
		return r <= 0x3029 || r >= 0x3041 && r <= 0x3096 || r >= 0x30A0 && r <= 0x30FF || r >= 0x4E00 && r <= 0x9FFF
	case r < 0x1F300:
		return r >= 0xFF01 && r <= 0xFF60
	}
	return r < 0x1F3FB || r >= 0x1F400 && r <= 0x1F6FF || r >= 0x1F900 && r <= 0x1FAFF
}
