package link

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What is looked at around a name is bounded, so that no input takes long.
const (
	reach     = 5   // words to either side
	longWord  = 64  // bytes of a word
	wideReach = 160 // bytes to either side, for what a line is like
)

// token is a word near a name.
type token struct {
	word  string // in lower case
	raw   string
	parts bool // a comma, slash or the like parts it from the token nearer to the name
}

// context is what stands around a name in its sentence, nearest first.
type context struct {
	before, after   [reach]token
	nBefore, nAfter int
	first           bool // nothing of the sentence stands before the name
}

// fill looks at what stands around t[start:end].
func (c *context) fill(t string, start, end int) {
	c.nBefore, c.nAfter = 0, 0
	for _, s := range []string{"'s ", "’s "} {
		if strings.HasPrefix(t[end:], s) {
			end += len(s)
		}
	}
	for at, parts := end, false; c.nAfter < reach; {
		from, to, comma, ok := nextToken(t, at)
		if !ok {
			break
		}
		parts = parts || comma
		c.after[c.nAfter] = newToken(t[from:to], comma)
		c.nAfter++
		at = to
	}
	for at := start; c.nBefore < reach; {
		from, to, comma, ok := lastToken(t, at)
		if !ok {
			break
		}
		c.before[c.nBefore] = newToken(t[from:to], comma)
		c.nBefore++
		at = from
	}
	c.first = c.nBefore == 0
}

func newToken(raw string, parts bool) token {
	return token{word: lowerWord(raw), raw: raw, parts: parts}
}

// lowerWord returns a word of one script in lower case.
func lowerWord(word string) string {
	if r, _ := runeAt(word, 0); scriptOf(r) != latin {
		return word // without case
	}
	return strings.ToLower(word)
}

// nextToken returns the next word of the sentence at or behind at.
func nextToken(t string, at int) (from, to int, parts, ok bool) {
	for i := at; i < len(t); {
		r, n := utf8.DecodeRuneInString(t[i:])
		switch {
		case isWordRune(r):
			return i, i + runLength(t[i:]), parts, true
		case endsSentence(r) && (r != '.' && r != ':' || i+1 == len(t) || class[t[i+1]] != alnum):
			return 0, 0, false, false
		case partsWords(r), isDash(r) && i+n < len(t) && class[t[i+n]] == space:
			parts = true
		}
		i += n
	}
	return 0, 0, false, false
}

// lastToken returns the last word of the sentence before at.
func lastToken(t string, at int) (from, to int, parts, ok bool) {
	for i := at; i > 0; {
		r, n := utf8.DecodeLastRuneInString(t[:i])
		switch {
		case isWordRune(r):
			from = i - n
			kind := scriptOf(r)
			for from > 0 && i-from < longWord {
				p, m := utf8.DecodeLastRuneInString(t[:from])
				inner := (p == '.' || p == '\'' || p == '’' || p == '-') && from > m && class[t[from-m-1]] == alnum && class[t[from]] == alnum
				if !inner && (!isWordRune(p) || scriptOf(p) != kind) {
					break
				}
				from -= m
			}
			return from, i, parts, true
		case endsSentence(r) && (r != '.' && r != ':' || i == len(t) || class[t[i]] != alnum):
			return 0, 0, false, false
		case partsWords(r), isDash(r) && i < len(t) && class[t[i]] == space:
			parts = true
		}
		i -= n
	}
	return 0, 0, false, false
}

// runLength returns the length of the word that t starts with: letters and
// digits of one script, with dots, hyphens and apostrophes between letters.
func runLength(t string) int {
	r, i := utf8.DecodeRuneInString(t)
	kind := scriptOf(r)
	for i < len(t) && i < longWord {
		r, n := utf8.DecodeRuneInString(t[i:])
		inner := (r == '.' || r == '\'' || r == '’' || r == '-') && i+n < len(t) && class[t[i+n]] == alnum && class[t[i-1]] == alnum
		if !inner && (!isWordRune(r) || scriptOf(r) != kind) {
			break
		}
		i += n
	}
	return i
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return class[r] == alnum
	}
	switch {
	case r >= 0x3041 && r <= 0x3096, r >= 0x30A1 && r <= 0x30FA, r == 0x30FC, r >= 0x4E00 && r <= 0x9FFC, r >= 0xAC00 && r <= 0xD7A3:
		return true
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

func endsSentence(r rune) bool {
	switch r {
	case '.', '!', '?', ';', '。', '！', '？', '；', '\n', '\u2028', '●', '○', '•', '■', '…', '|', '※':
		return true
	}
	return false
}

func partsWords(r rune) bool {
	switch r {
	case ' ', '\t', '\u00A0', '\u3000', '"', '\'', '‘', '’', '“', '”', '「', '」', '『', '』', '*', '`', '-':
		return false
	}
	return true
}

func isDash(r rune) bool { return r == '-' || r >= 0x2010 && r <= 0x2015 }

// script is a writing system; a change of it ends a word.
type script byte

const (
	latin script = iota // and every other script with spaces
	hiragana
	katakana
	han
	hangul
)

func scriptOf(r rune) script {
	switch {
	case r < 0x3040:
		return latin
	case r >= 0x3041 && r <= 0x309F:
		return hiragana
	case r >= 0x30A0 && r <= 0x30FF:
		return katakana
	case r >= 0x3400 && r <= 0x9FFF, r >= 0xF900 && r <= 0xFAFF, r >= 0x20000 && r <= 0x3FFFF:
		return han
	case r >= 0xAC00 && r <= 0xD7A3:
		return hangul
	}
	return latin
}

// around returns the part of t within wideReach of t[start:end]. It may part
// characters.
func around(t string, start, end int) string {
	return t[max(0, start-wideReach):min(len(t), end+wideReach)]
}

// isEastAsian tells whether s has a letter of Japanese, Korean or Chinese
// writing.
func isEastAsian(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0xE3 && s[i] <= 0xED {
			if r, _ := utf8.DecodeRuneInString(s[i:]); scriptOf(r) != latin {
				return true
			}
		}
	}
	return false
}

// isTitleCased tells whether the words around t[start:end] are capitalised as in
// an English headline, so that a capital letter tells nothing.
func isTitleCased(t string, start, end int) bool {
	capital, small := 0, 0
	for i := max(0, start-wideReach); i < min(len(t), end+wideReach); {
		if class[t[i]] != alnum {
			i++
			continue
		}
		j := i
		for j < len(t) && class[t[j]] == alnum {
			j++
		}
		if j-i >= 4 && (j <= start || i >= end) {
			if isUpper(t[i]) {
				capital++
			} else if !isDigit(t[i]) {
				small++
			}
		}
		i = j
	}
	return capital >= 2 && capital > 2*small
}
