package snapshot

import (
	"bytes"
	"unicode/utf8"

	"github.com/cncfgraph/cncfgraph/internal/prefix"
)

// Near is a text of a dictionary that is nearly spelt like another one.
type Near struct {
	Number int // of the name or the word
	Edits  int // letters put in, taken out, replaced or swapped with their neighbour
}

// maxEdits is the greatest bound.
const maxEdits = 8

// near appends the texts of d that at most bound edits part from key to found, in
// their order.
//
// It fills the table of Wagner and Fischer, with the swaps of Damerau, row by row
// along the texts as along the paths of a trie (Shang and Merrettal, Tries for
// Approximate String Matching, 1996): what texts share at their beginning is compared
// once, and a beginning from which no row leads on within the bound is left with all
// texts that have it. Of each row only the cells within the bound of the diagonal are
// filled (Ukkonen, Algorithms for approximate string matching, 1985).
//
// Only the texts from the one with the number from, counted from 0, to below to count.
func (d *dictionary) near(found []Near, key string, bound, from, to int) []Near {
	bound = max(0, min(bound, maxEdits))
	w := newNearWalk(key, bound)
	n := blocks(to)
	for i := from / blockLength; i < n; i++ {
		rest := d.block(i)
		for k := range min(blockLength, to-i*blockLength) {
			shared, text, tail := cut(rest, k == 0)
			if rest = tail; k == 0 {
				shared = prefix.Common(w.text, text)
				text = text[shared:]
			}
			if w.dead >= 0 && shared >= w.dead {
				continue
			}
			if edits := w.next(shared, text); edits <= bound && i*blockLength+k >= from {
				found = append(found, Near{i*blockLength + k, edits})
			}
			if w.dead >= 0 && i+1 < n {
				if _, head, _ := cut(d.block(i+1), true); bytes.HasPrefix(head, w.text[:w.dead]) {
					break // the rest of the block lies between two texts with the same beginning
				}
			}
		}
	}
	return found
}

// nearWalk compares texts with a key, in the order of the texts.
type nearWalk struct {
	key   []rune
	bound int
	text  []byte  // the last one, up to dead if that is not negative
	runes []rune  // of text, as far as there are rows
	ends  []int   // where each of these ends, from the beginning of text on
	cells []uint8 // rows of len(key)+1: of each number of runes the edits to the beginnings of key, at most bound+1
	dead  int     // bytes of text that no text within the bound begins with, or -1
}

// newNearWalk returns a walk that has compared the empty text.
func newNearWalk(key string, bound int) *nearWalk {
	w := &nearWalk{key: []rune(key), bound: bound, ends: []int{0}, dead: -1}
	// A text of more runes than this is out of the bound before its last one.
	w.cells = make([]uint8, (len(w.key)+bound+2)*(len(w.key)+1))
	for j := range len(w.key) + 1 {
		w.cells[j] = uint8(min(j, bound+1))
	}
	return w
}

// row returns the row for i runes.
func (w *nearWalk) row(i int) []uint8 {
	n := len(w.key) + 1
	return w.cells[i*n : (i+1)*n]
}

// next returns how many edits part key from the text that shares bytes of the last one,
// fewer than dead, and goes on with rest; more than bound where they are more than that.
func (w *nearWalk) next(shared int, rest []byte) int {
	w.dead = -1
	shared = min(shared, len(w.text))
	w.text = append(w.text[:shared], rest...)
	depth := len(w.ends) - 1
	for w.ends[depth] > shared {
		depth--
	}
	w.ends, w.runes = w.ends[:depth+1], w.runes[:depth]
	for at := w.ends[depth]; at < len(w.text); {
		r, size := rune(w.text[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(w.text[at:])
		}
		at += size
		w.runes, w.ends = append(w.runes, r), append(w.ends, at)
		if !w.fill(len(w.runes)) {
			w.dead = at
			return w.bound + 1
		}
	}
	if len(w.key) > len(w.runes)+w.bound {
		return w.bound + 1 // the cell is none of those filled
	}
	return int(w.row(len(w.runes))[len(w.key)])
}

// fill fills the row for i runes and tells whether one of its cells is within the
// bound. Where none is, no later row has one: a swap, too, adds to the row two before.
func (w *nearWalk) fill(i int) bool {
	from, to := max(0, i-w.bound), min(len(w.key), i+w.bound)
	if from > to {
		return false
	}
	row, last := w.row(i), w.row(i-1)
	r, before := w.runes[i-1], rune(-1)
	if i > 1 {
		before = w.runes[i-2]
	}
	over := uint8(w.bound + 1)
	least, left := over, over // of the row, and the cell before
	for j := from; j <= to; j++ {
		edits := left + 1
		if j < i+w.bound {
			edits = min(edits, last[j]+1)
		}
		if j > 0 {
			if k := w.key[j-1]; k == r {
				edits = min(edits, last[j-1])
			} else {
				edits = min(edits, last[j-1]+1)
				if k == before && j > 1 && w.key[j-2] == r {
					edits = min(edits, w.row(i - 2)[j-2]+1)
				}
			}
		}
		left = min(edits, over)
		row[j] = left
		least = min(least, left)
	}
	return least < over
}
