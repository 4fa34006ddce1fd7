package extract

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// wordSet is a set of words in lower case. It is made of its lists when it is first
// asked: most commands read no documents.
type wordSet struct {
	lists []string
	parts func(list string) []string // of a list, nil for words between spaces
	once  sync.Once
	words map[string]bool
}

// newWordSet returns the set of the words in lists, which spaces part.
func newWordSet(lists ...string) *wordSet { return &wordSet{lists: lists} }

// newNameSet returns the set of the names in list, which "|" parts, in lower case.
func newNameSet(list string) *wordSet { return &wordSet{lists: []string{list}, parts: splitNames} }

// splitNames returns the names in list, in lower case.
func splitNames(list string) []string { return strings.Split(strings.ToLower(list), "|") }

// all returns the words as the keys of a map.
func (s *wordSet) all() map[string]bool {
	s.once.Do(func() {
		parts := s.parts
		if parts == nil {
			parts = strings.Fields
		}
		s.words = map[string]bool{}
		for _, l := range s.lists {
			for _, w := range parts(l) {
				if w = strings.TrimSpace(w); w != "" {
					s.words[w] = true
				}
			}
		}
	})
	return s.words
}

// holds tells whether w is in s as it is.
func (s *wordSet) holds(w string) bool { return s.all()[w] }

// has tells whether w is in s, in whatever case.
func (s *wordSet) has(w string) bool {
	words := s.all()
	var few [32]byte
	if len(w) > len(few) {
		return words[lowerCase(w)]
	}
	for i := range len(w) {
		if w[i] >= utf8.RuneSelf {
			return words[lowerCase(w)]
		}
		few[i] = lowerByte(w[i])
	}
	return words[string(few[:len(w)])]
}
