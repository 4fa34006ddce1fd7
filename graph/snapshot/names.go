package snapshot

import (
	"encoding/binary"
	"iter"
	"math/bits"
	"unicode/utf8"
)

// Names are the names in a snapshot, numbered from 0 in the order of their keys, see
// [vocab.NameKey], and the words of the names, numbered from 0 in their order.
// docs/snapshot-format.md says which quads give names.
type Names struct{ s *Snapshot }

// Names returns the names in s.
func (s *Snapshot) Names() Names { return Names{s} }

// Len returns the number of names.
func (n Names) Len() int { return n.s.tables.counts.names }

// Statement returns the statement that gives the name, the first of those that differ
// in the label alone; the zero Statement for a number that is no name.
func (n Names) Statement(name int) (st Statement) {
	if name < 0 || name >= n.Len() {
		return Statement{}
	}
	t := &n.s.tables
	n.s.read(func() { st = t.statement(int(t.nameQuads.at(name))) })
	return st
}

// Key returns the key of the name, "" for a number that is no name.
func (n Names) Key(name int) string { return n.text(&n.s.tables.nameKeys, name) }

// Word returns the word, "" for a number that is none.
func (n Names) Word(word int) string { return n.text(&n.s.tables.nameWords, word) }

func (n Names) text(d *dictionary, i int) string {
	if i < 0 || i >= d.n {
		return ""
	}
	var buf [64]byte
	text := buf[:0]
	n.s.read(func() { text = d.appendTerm(text, ID(i+1)) })
	return string(text)
}

// With returns the names, from inclusive, to exclusive, that have exactly the key.
func (n Names) With(key string) (from, to int) {
	return n.between(&n.s.tables.nameKeys, key, key+"\x00")
}

// Beginning returns the names, from inclusive, to exclusive, whose keys begin with
// prefix.
func (n Names) Beginning(prefix string) (from, to int) {
	return n.between(&n.s.tables.nameKeys, prefix, prefix+"\xff")
}

// Words returns the words, from inclusive, to exclusive, that begin with prefix. The
// first is prefix itself where that is a word.
func (n Names) Words(prefix string) (from, to int) {
	return n.between(&n.s.tables.nameWords, prefix, prefix+"\xff")
}

// between returns the texts of d, from inclusive, to exclusive, that are not below low
// and below high.
func (n Names) between(d *dictionary, low, high string) (from, to int) {
	n.s.read(func() {
		from = int(d.search([]byte(low))) - 1
		to = int(d.search([]byte(high))) - 1
	})
	return from, max(from, to) // no forged order makes it a negative number
}

// Near returns the names whose keys at most bound edits part from key, in the order of
// their numbers.
func (n Names) Near(key string, bound int) (found []Near) {
	n.s.read(func() { found = n.s.tables.nameKeys.near(nil, key, bound, 0, n.Len()) })
	return found
}

// NearWords returns the words that at most bound edits part from word, in the order of
// their numbers.
func (n Names) NearWords(word string, bound int) (found []Near) {
	n.s.read(func() {
		d := &n.s.tables.nameWords
		from := 0
		if utf8.RuneCountInString(word)-2 > bound {
			for _, pairs := range pairsOfCharacters {
				to := int(d.search([]byte(pairs[0]))) - 1
				found = d.near(found, word, bound, from, to)
				from = int(d.search([]byte(pairs[1]))) - 1
			}
		}
		found = d.near(found, word, bound, from, d.n)
	})
	return found
}

// pairsOfCharacters are the ranges, the end exclusive, of words that are of one or two
// letters, as they begin with one of Hiragana, Katakana, Han or Hangul. In many graphs
// they are a third of all.
var pairsOfCharacters = [...][2]string{
	{"\u3041", "\u3097"}, {"\u30a1", "\u3100"}, {"\u3400", "\ua000"}, {"\uac00", "\ud7a4"},
}

// AddWord adds the names that have the word to set, which NewSet made.
func (n Names) AddWord(set NameSet, word int) {
	if word < 0 || word >= n.s.tables.counts.words {
		return
	}
	n.s.read(func() {
		t := &n.s.tables
		from, to := t.wordOffsets.at(word), t.wordOffsets.at(word+1)
		if from > to || uint64(to) > uint64(len(t.wordNames)) {
			return
		}
		rest, name := t.wordNames[from:to], uint64(0)
		for len(rest) > 0 {
			more, size := uint64(rest[0]), 1
			if more >= 0x80 {
				if more, size = binary.Uvarint(rest); size <= 0 {
					return
				}
			}
			if name += more; name >= uint64(t.counts.names) || name < more {
				return
			}
			set[name/64] |= 1 << (name % 64)
			rest = rest[size:]
		}
	})
}

// NameSet is a set of names of one snapshot.
type NameSet []uint64

// NewSet returns the empty set.
func (n Names) NewSet() NameSet { return make(NameSet, (n.Len()+63)/64) }

// Add adds the names, from inclusive, to exclusive.
func (s NameSet) Add(from, to int) {
	for i := from; i < to; i++ {
		s[i/64] |= 1 << (i % 64)
	}
}

// Keep takes out what other lacks.
func (s NameSet) Keep(other NameSet) {
	for i := range s {
		s[i] &= other[i]
	}
}

// Has tells whether s has the name.
func (s NameSet) Has(name int) bool { return s[name/64]&(1<<(name%64)) != 0 }

// Len returns how many names s has.
func (s NameSet) Len() int {
	n := 0
	for _, word := range s {
		n += bits.OnesCount64(word)
	}
	return n
}

// All yields the names in order.
func (s NameSet) All() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, word := range s {
			for ; word != 0; word &= word - 1 {
				if !yield(i*64 + bits.TrailingZeros64(word)) {
					return
				}
			}
		}
	}
}
