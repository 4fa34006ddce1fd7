package extract

import (
	"sync"
	"unicode/utf8"
)

// charset is a set of characters below U+10000. Unlike strings.ContainsAny it costs
// the same however many they are. Its table is made when it is first asked.
type charset struct {
	chars string
	once  sync.Once
	table *[1 << 16 / 64]uint64
}

func newCharset(chars string) *charset { return &charset{chars: chars} }

// bits returns the table, with a bit for each character.
func (s *charset) bits() *[1 << 16 / 64]uint64 {
	s.once.Do(func() {
		s.table = &[1 << 16 / 64]uint64{}
		for _, r := range s.chars {
			s.table[r/64] |= 1 << (r % 64)
		}
	})
	return s.table
}

func (s *charset) has(r rune) bool { return r < 1<<16 && s.bits()[r/64]&(1<<(r%64)) != 0 }

// index returns where in text the first of the characters stands, or -1.
func (s *charset) index(text string) int {
	bits := s.bits()
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		if r < 1<<16 && bits[r/64]&(1<<(r%64)) != 0 {
			return i
		}
		i += n
	}
	return -1
}

// in tells whether one of the characters stands in text.
func (s *charset) in(text string) bool { return s.index(text) >= 0 }
