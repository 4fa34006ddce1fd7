package link

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folded is a text in the form that names are looked up in: NFKC, so that full
// width, half width and composition make no difference, and letters outside
// ASCII in lower case. ASCII keeps its case, which tells names from words.
type folded struct {
	text string
	at   []int32 // offset in the original of each byte of text and of its end; nil where they are equal
}

// fold returns s folded, and s itself where nothing changes.
func fold(s string) folded {
	if !needsFold(s) {
		return folded{text: s}
	}
	var b strings.Builder
	b.Grow(len(s))
	at := make([]int32, 0, len(s)+1)
	var it norm.Iter
	it.InitString(norm.NFKC, s)
	for !it.Done() {
		from := int32(it.Pos())
		next := string(it.Next())
		if r, n := utf8.DecodeRuneInString(s[from:]); r >= '①' && r <= '⓿' {
			next = s[from : int(from)+n] // a number in a circle is no digit of the word behind it
		}
		for _, r := range next {
			if r >= utf8.RuneSelf {
				r = unicode.ToLower(r)
			}
			n := utf8.RuneLen(r)
			b.WriteRune(r)
			for range n {
				at = append(at, from)
			}
		}
	}
	return folded{text: b.String(), at: append(at, int32(len(s)))}
}

// original returns where the span [start, end) of the folded text stands in the
// original. The original characters that fold into one are never parted.
func (f folded) original(start, end int) (int, int) {
	if f.at == nil {
		return start, end
	}
	for end < len(f.text) && f.at[end] == f.at[end-1] {
		end++
	}
	return int(f.at[start]), int(f.at[end])
}

// needsFold tells whether fold might change s. Full-width punctuation, which
// Japanese prose is full of, is no reason: it ends a word in any width.
func needsFold(s string) bool {
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c < utf8.RuneSelf:
			i++
			continue
		case c >= 0xE5 && c <= 0xE9 && i+2 < len(s): // Han
			i += 3
			continue
		}
		r, n := runeAt(s, i)
		if !keepsForm(r) {
			return true
		}
		i += n
	}
	return false
}

// keepsForm tells whether folding leaves r as it is or changes it only in ways
// that no name depends on.
func keepsForm(r rune) bool {
	switch {
	case r < 0x2000:
		return false // accented letters, Greek, Cyrillic …: case, combining marks
	case r <= 0x206F, // general punctuation
		r >= 0x2190 && r <= 0x24FF, // arrows, mathematics, numbers in circles
		r >= 0x2500 && r <= 0x2BFF, // boxes, geometric shapes, dingbats
		r >= 0x3000 && r <= 0x3096, // Japanese punctuation, hiragana
		r >= 0x30A0 && r <= 0x30FE, // katakana
		r >= 0x3400 && r <= 0x4DBF,
		r >= 0x4E00 && r <= 0x9FFF, // Han
		r >= 0xAC00 && r <= 0xD7A3, // Hangul
		r >= 0xFF01 && r <= 0xFF0F,
		r >= 0xFF1A && r <= 0xFF20,
		r >= 0xFF3B && r <= 0xFF40,
		r >= 0xFF5B && r <= 0xFF65,
		r >= 0x1F000 && r <= 0x1FAFF: // emoji
		return true
	}
	return false
}
