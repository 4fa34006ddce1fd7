package main

import (
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/internal/edits"
)

// oneOf checks that the value is one of the legal ones of what it is.
func oneOf(what, value string, legal []string) error {
	if slices.Contains(legal, value) {
		return nil
	}
	return usagef("unknown %s %q; one of %s%s", what, value, strings.Join(legal, ", "), didYouMean(value, legal))
}

// didYouMean returns a question for the legal value that the user may have meant, ""
// where none is near.
func didYouMean(value string, legal []string) string {
	if near := nearest(value, legal); near != "" {
		return "; did you mean " + near + "?"
	}
	return ""
}

// nearest returns the first of the words that differ least from what was written: by no
// more than two letters, and a third of them, else by being longer. It returns "" where
// there is none.
func nearest(written string, words []string) string {
	written = strings.ToLower(written)
	found, least := "", min(2, (len(written)+1)/3)+1
	for _, word := range words {
		if n := edits.Between([]rune(written), []rune(word), least-1); n < least {
			found, least = word, n
		}
	}
	for _, word := range words {
		if found == "" && len(written) > 1 && strings.HasPrefix(word, written) {
			found = word
		}
	}
	return found
}

// kindNames returns the names of all kinds.
func kindNames() []string { return wordsOf(vocab.Kinds[:]) }

// wordsOf returns the words as text.
func wordsOf[T ~string](words []T) []string {
	list := make([]string, len(words))
	for i, word := range words {
		list[i] = string(word)
	}
	return list
}

// parseKinds returns the kinds with the names, which are among the legal ones and may be
// plurals.
func parseKinds(written []string, legal []vocab.Kind) ([]vocab.Kind, error) {
	var kinds []vocab.Kind
	for _, name := range written {
		i := slices.IndexFunc(legal, func(k vocab.Kind) bool { return name == string(k) || name == string(k)+"s" })
		if i < 0 {
			return nil, oneOf("kind", name, wordsOf(legal))
		}
		kinds = append(kinds, legal[i])
	}
	return kinds, nil
}

// parseLevels returns the maturity levels with the names.
func parseLevels(written []string) ([]vocab.Level, error) {
	var levels []vocab.Level
	for _, name := range written {
		if err := oneOf("maturity level", name, wordsOf(vocab.Levels[:])); err != nil {
			return nil, err
		}
		levels = append(levels, vocab.Level(name))
	}
	return levels, nil
}
