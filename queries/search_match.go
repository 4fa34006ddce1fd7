package queries

import (
	"unicode/utf8"

	"github.com/cncfgraph/cncfgraph/graph/snapshot"
)

// addWhole adds the names that the words are, and that begin with them unless they are
// a single letter.
func (s *searcher) addWhole() {
	name, equal := s.names.With(s.key)
	for ; name < equal; name++ {
		s.add(name, MatchName, 0)
	}
	if len(s.key) > 1 {
		for _, to := s.names.Beginning(s.key); name < to; name++ {
			s.add(name, MatchPrefix, 0)
		}
	}
}

// addWords adds the names of which each word of the search begins a word.
func (s *searcher) addWords() {
	exact := make([]snapshot.NameSet, len(s.words))
	var all snapshot.NameSet
	for i, word := range s.words {
		exact[i] = s.having(word)
		begun := s.beginning(word)
		if all == nil {
			all = begun
		} else {
			all.Keep(begun)
		}
	}
	for name := range all.All() {
		begun := 0
		for _, set := range exact {
			if !set.Has(name) {
				begun++
			}
		}
		s.add(name, MatchWords, begun)
	}
}

// having returns the names with the word.
func (s *searcher) having(word string) snapshot.NameSet {
	set := s.names.NewSet()
	if w, to := s.names.Words(word); w < to && s.names.Word(w) == word {
		s.names.AddWord(set, w)
	}
	return set
}

// beginning returns the names with a word that begins with the word, which a single
// letter must be as a whole.
func (s *searcher) beginning(word string) snapshot.NameSet {
	if len(word) == 1 {
		return s.having(word)
	}
	set := s.names.NewSet()
	for w, to := s.names.Words(word); w < to; w++ {
		s.names.AddWord(set, w)
	}
	return set
}

// mayDiffer returns in how many letters a word of so many may differ.
func mayDiffer(letters int) int {
	switch {
	case letters <= 2:
		return 0
	case letters <= 7:
		return 1
	}
	return 2
}

// addTypos adds the names from which the words differ by a few letters, as a whole or
// word by word.
func (s *searcher) addTypos() {
	for _, near := range s.names.Near(s.key, mayDiffer(utf8.RuneCountInString(s.key))) {
		s.add(near.Number, MatchTypo, near.Edits)
	}
	near := make([]nearNames, len(s.words))
	for i, word := range s.words {
		near[i] = s.nearNames(word)
	}
	all := near[0].any()
	for _, n := range near[1:] {
		all.Keep(n.any())
	}
	for name := range all.All() {
		edits := 0
		for _, n := range near {
			edits += n.edits(name)
		}
		s.add(name, MatchTypo, edits)
	}
}

// nearNames are the names with a word near one: at index n those with one that n edits
// part from it, at 0 those with one that begins with it too.
type nearNames []snapshot.NameSet

// nearNames returns the names with a word near the word. A word that occurs is taken
// to be spelt rightly.
func (s *searcher) nearNames(word string) nearNames {
	near := nearNames{s.beginning(word)}
	if s.having(word).Len() > 0 {
		return near
	}
	bound := mayDiffer(utf8.RuneCountInString(word))
	for range bound {
		near = append(near, s.names.NewSet())
	}
	if bound > 0 {
		for _, w := range s.names.NearWords(word, bound) {
			s.names.AddWord(near[w.Edits], w.Number)
		}
	}
	return near
}

// any returns the names of all sets.
func (n nearNames) any() snapshot.NameSet {
	all := append(snapshot.NameSet(nil), n[0]...)
	for _, set := range n[1:] {
		for i, word := range set {
			all[i] |= word
		}
	}
	return all
}

// edits returns the index of the first set with the name.
func (n nearNames) edits(name int) int {
	for edits, set := range n {
		if set.Has(name) {
			return edits
		}
	}
	return len(n)
}
