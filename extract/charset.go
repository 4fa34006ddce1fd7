package extract

import "unicode/utf8"

// charset is a set of characters below U+10000. Unlike strings.ContainsAny it costs
// the same however many they are.
type charset [1 << 16 / 64]uint64

func newCharset(chars string) *charset {
	s := &charset{}
	for _, r := range chars {
		s[r/64] |= 1 << (r % 64)
	}
	return s
}

func (s *charset) has(r rune) bool { return r < 1<<16 && s[r/64]&(1<<(r%64)) != 0 }

// index returns where in text the first of the characters stands, or -1.
func (s *charset) index(text string) int {
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		if s.has(r) {
			return i
		}
		i += n
	}
	return -1
}

// in tells whether one of the characters stands in text.
func (s *charset) in(text string) bool { return s.index(text) >= 0 }
