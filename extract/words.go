package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordClass tells what a word is made of.
type wordClass int

const (
	signWord   wordClass = iota // one character that is no letter and no digit
	latinWord                   // letters of an alphabet, with the digits and signs that stand in names
	numberWord                  // digits, with the dots in between
	hanWord
	katakanaWord
	hiraganaWord
	hangulWord
)

// word is a stretch of one script.
type word struct {
	span
	text  string
	class wordClass
	space bool // white space stands before it
}

// wordsOf splits s into words. White space belongs to none.
func wordsOf(s string) []word {
	return appendWords(make([]word, 0, 2+len(s)/6), s)
}

// fewWords has room for the words of a name.
type fewWords [12]word

// of returns the words of s.
func (w *fewWords) of(s string) []word { return appendWords(w[:0], s) }

// appendWords appends the words of s to out.
func appendWords(out []word, s string) []word {
	for at := 0; ; {
		w := nextWord(s, at)
		if w.text == "" {
			return out
		}
		out = append(out, w)
		at = w.end
	}
}

// nextWord returns the first word of s from at on; it is empty where there is none.
func nextWord(s string, at int) word {
	space := false
	for at < len(s) {
		r, n := rune(s[at]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[at:])
		}
		if r == ' ' || unicode.IsSpace(r) {
			space = true
			at += n
			continue
		}
		class := classOf(r)
		end := at + n
		for class != signWord && end < len(s) {
			r, n := rune(s[end]), 1
			if r >= utf8.RuneSelf {
				r, n = utf8.DecodeRuneInString(s[end:])
			}
			if !goesOn(class, r, s[end+n:]) {
				break
			}
			if class == numberWord && unicode.IsLetter(r) && r < 0x80 {
				class = latinWord // 3rd, 5G
			}
			end += n
		}
		return word{span{at, end}, s[at:end], class, space}
	}
	return word{}
}

func classOf(r rune) wordClass {
	switch {
	case r|0x20 >= 'a' && r|0x20 <= 'z':
		return latinWord
	case r >= '0' && r <= '9' || r >= '０' && r <= '９':
		return numberWord
	case r < utf8.RuneSelf:
		return signWord
	case han(r):
		return hanWord
	case hiragana(r):
		return hiraganaWord
	case katakana(r) || r == '・' || r == 'ー':
		return katakanaWord
	case hangul(r):
		return hangulWord
	case unicode.IsLetter(r):
		return latinWord
	}
	return signWord
}

// goesOn tells whether r continues a word of the given class; rest is what follows.
func goesOn(class wordClass, r rune, rest string) bool {
	next := classOf(r)
	switch {
	case next == class, class == katakanaWord && r == 'ー', class == hiraganaWord && r == 'ー':
		return true
	case class == latinWord && (next == numberWord || r >= utf8.RuneSelf && unicode.IsMark(r)):
		return true
	case class == numberWord && next == latinWord && r < 0x80:
		return true
	case class == latinWord && r == ':' && (strings.HasPrefix(rest, "Invent") || strings.HasPrefix(rest, "Inforce")):
		return true // AWS re:Invent
	case (class == latinWord || class == numberWord) && (r == '.' || r == '\'' || r == '’' || r == '_' || r == '-'):
		follow, _ := utf8.DecodeRuneInString(rest)
		k := classOf(follow)
		return k == latinWord || k == numberWord
	}
	return false
}

// capitalised tells whether s begins with a capital letter or is in letters
// without case.
func capitalised(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsLetter(r) && !unicode.IsLower(r)
}

// lowerCase is strings.ToLower, quick where the only letters with case are those of
// ASCII, as in Japanese.
func lowerCase(s string) string {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < utf8.RuneSelf:
		case i+2 < len(s) && caseless(c, s[i+1], s[i+2]):
			i += 2
		default:
			return strings.ToLower(s)
		}
	}
	return lowerASCII(s)
}

// caseless tells whether a, b and c are a character of East Asian scripts or a sign
// beside them.
func caseless(a, b, c byte) bool {
	switch a {
	case 0xE2: // general punctuation, arrows to boxes, but no letters in circles
		return b <= 0x83 || b >= 0x87 && b <= 0x91 || b >= 0x94 && b <= 0xAF
	case 0xEA:
		return b >= 0xB0 // Hangul
	case 0xEF: // full width, but no letters
		return b == 0xBC && c < 0xA1 || b == 0xBD && c >= 0x9B
	}
	return a >= 0xE3 && a <= 0xED
}

// anyOf tells whether s holds one of list.
func anyOf(s string, list []string) bool {
	for _, w := range list {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
