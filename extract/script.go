package extract

import (
	"unicode"
	"unicode/utf8"
)

// cjk tells whether r is of a script of Chinese, Japanese or Korean.
func cjk(r rune) bool {
	return r >= 0x1100 && (han(r) || kana(r) || hangul(r))
}

func han(r rune) bool {
	return r >= 0x4e00 && r <= 0x9fff || r == '々' || r == '〆' || r >= 0x3400 && r <= 0x4dbf || r >= 0x20000 && r <= 0x3ffff
}

func hiragana(r rune) bool { return r >= 0x3041 && r <= 0x309f }

func katakana(r rune) bool {
	return r >= 0x30a0 && r <= 0x30ff && r != '・' || r >= 0xff66 && r <= 0xff9f
}

func kana(r rune) bool { return hiragana(r) || katakana(r) }

func hangul(r rune) bool {
	return r >= 0xac00 && r <= 0xd7a3 || r >= 0x1100 && r <= 0x11ff || r >= 0x3130 && r <= 0x318f
}

// only tells whether s is not empty and has none but characters that ok accepts.
func only(s string, ok func(rune) bool) bool {
	for _, r := range s {
		if !ok(r) {
			return false
		}
	}
	return s != ""
}

// has tells whether s has a character that ok accepts.
func has(s string, ok func(rune) bool) bool {
	for _, r := range s {
		if ok(r) {
			return true
		}
	}
	return false
}

// language tells which of Japanese, Korean, Chinese and English most of the text
// of s is in, "" where it has too few letters to tell.
func language(s string) string {
	var n letters
	n.count(s)
	return n.language()
}

// letters counts the letters of scripts.
type letters struct{ latin, han, kana, hangul int }

// count adds the letters of s.
func (n *letters) count(s string) {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c|0x20 >= 'a' && c|0x20 <= 'z' {
				n.latin++
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch {
		case kana(r):
			n.kana++
		case han(r):
			n.han++
		case hangul(r):
			n.hangul++
		case unicode.IsLetter(r):
			n.latin++
		}
	}
}

// language tells the language that most of the letters are of. One kana in eight Han
// is enough for Japanese: no Chinese text has that.
func (n *letters) language() string {
	switch east := n.han + n.kana + n.hangul; {
	case n.latin+east < 4:
		return ""
	case 6*east < n.latin: // a letter of these says more than one of Latin
		return "en"
	case 2*n.hangul >= east:
		return "ko"
	case 8*n.kana >= n.han:
		return "ja"
	}
	return "zh"
}
