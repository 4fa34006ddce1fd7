package extract

import (
	"sync"
)

// wordEnds holds words by their last byte. Like wordIndex it is made when it is first
// asked.
type wordEnds struct {
	words []string
	once  sync.Once
	table *[256][]string
}

func newWordEnds(words []string) *wordEnds { return &wordEnds{words: words} }

// end tells whether s ends in one of the words.
func (x *wordEnds) end(s string) bool {
	if s == "" {
		return false
	}
	x.once.Do(func() { x.table = byByte(x.words, func(w string) byte { return w[len(w)-1] }) })
	return anySuffix(s, x.table[s[len(s)-1]])
}

// wordIndex holds words by their first byte.
type wordIndex struct {
	words []string
	once  sync.Once
	table *[256][]string
}

func newWordIndex(words []string) *wordIndex { return &wordIndex{words: words} }

// at returns the words that begin with b.
func (x *wordIndex) at(b byte) []string {
	x.once.Do(func() { x.table = byByte(x.words, func(w string) byte { return w[0] }) })
	return x.table[b]
}

// begin tells whether s begins with one of the words.
func (x *wordIndex) begin(s string) bool { return s != "" && anyPrefix(s, x.at(s[0])) }

// byByte returns the list by one byte of each.
func byByte[T any](list []T, of func(T) byte) *[256][]T {
	table := &[256][]T{}
	for _, x := range list {
		b := of(x)
		table[b] = append(table[b], x)
	}
	return table
}
