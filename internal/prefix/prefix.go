// Package prefix tells what texts have in common at their start.
package prefix

import "iter"

// Common returns how many bytes a and b have in common at their start.
func Common[T string | []byte](a, b T) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}

// Count returns how many beginnings the texts have, which ascend: the states of an
// automaton of them. The empty one, with which all begin, is counted once and always.
func Count(texts iter.Seq[string]) int {
	n, last := 1, ""
	for text := range texts {
		n += len(text) - Common(last, text)
		last = text
	}
	return n
}
