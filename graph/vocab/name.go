package vocab

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// NameKey returns what names that differ only in case, width and punctuation have in
// common: the slug without its hyphens.
func NameKey(name string) string {
	var buf [64]byte
	key, _ := FoldName(buf[:0], nil, name)
	return string(key)
}

// NameWords returns the words of the name as its key spells them, in their order. They
// end where the slug has a hyphen. As Chinese, Japanese and Korean put no spaces between
// words, or none that one can rely on, a run of their characters has for words each two
// that stand side by side, and a character alone: "NATSの運用" has nats, の運 and 運用.
func NameWords(name string) []string {
	key, places := FoldName(nil, []WordPlace{}, name)
	words := make([]string, len(places))
	for i, p := range places {
		words[i] = string(key[p.From:p.To])
	}
	return words
}

// WordPlace says from which to which byte of a key a word stands.
type WordPlace struct{ From, To int }

// FoldName appends the key of the name to key and, where words is not nil, the places
// of its words in that key to words, counted from where the key starts.
func FoldName(key []byte, words []WordPlace, name string) ([]byte, []WordPlace) {
	start, word, before := len(key), len(key), len(words) // where key, word and words begin
	end := func() {
		if word < len(key) {
			words = append(words, WordPlace{word - start, len(key) - start})
			word = len(key)
		}
	}
	for i := range len(name) {
		switch c := name[i]; {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			key = append(key, c)
		case c >= 'A' && c <= 'Z':
			key = append(key, c+'a'-'A')
		case c >= utf8.RuneSelf, c == '+', c == '#':
			return foldSlug(key[:start], words[:before], Slug(name))
		default:
			if words != nil {
				end()
			}
		}
	}
	if words != nil {
		end()
	}
	return key, words
}

// foldSlug is FoldName for the slug of a name.
func foldSlug(key []byte, words []WordPlace, slug string) ([]byte, []WordPlace) {
	start := len(key)
	for part := range strings.SplitSeq(slug, "-") {
		at := len(key) - start
		key = append(key, part...)
		if words != nil {
			words = appendWords(words, at, part)
		}
	}
	return key, words
}

// appendWords appends the places of the words of a part of a slug that stands at at.
func appendWords(words []WordPlace, at int, part string) []WordPlace {
	from, before := 0, 0 // where the word and the character before begin
	eastern := false     // whether that is of an East Asian script
	for i, r := range part {
		was := eastern
		eastern = isEastAsian(r)
		switch {
		case i == 0:
		case was && eastern:
			words = append(words, WordPlace{at + before, at + i + utf8.RuneLen(r)})
			from = len(part) // the run's last character is in this pair
		case was != eastern:
			if from < i {
				words = append(words, WordPlace{at + from, at + i})
			}
			from = i
		}
		before = i
	}
	if from < len(part) {
		words = append(words, WordPlace{at + from, at + len(part)})
	}
	return words
}

// isEastAsian tells whether r is of a script that parts words otherwise than with
// spaces.
func isEastAsian(r rune) bool {
	return r >= 0x1100 && (r == 'ー' || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul))
}
