package link

import (
	"bytes"
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/cncfgraph/cncfgraph/internal/prefix"
)

// trie holds the keys of all surfaces. A key is a name in lower case without
// spaces and hyphens; a walk over a text skips these too, so that "Fluent Bit",
// "fluent-bit" and "FluentBit" are one key.
type trie struct {
	nodes  []node // children of a node are contiguous, in the order of their label
	label  []byte // label[i] leads into nodes[i]
	root   [256]int32
	starts [1 << 15 / 64]uint64 // set of the first three ASCII letters of keys, see threeLetters
	runes  [1 << 16 / 64]uint64 // set of the first characters of keys, below U+10000
	four   []uint64             // set of the first four ASCII letters that a text with a key at its start may have
}

// node is a state of the trie.
type node struct {
	first   int32 // index of the first child
	count   int32
	surface int32 // index of the surface whose key ends here, -1 for none
}

// ending is a place in a text where a key ends.
type ending struct {
	end     int    // offset after the last byte
	surface int32  // index of the surface
	gaps    uint64 // bit i: a separator stood before the key's byte i
	hyphens uint64 // bit i: that separator was a hyphen
}

// maxEndings bounds the keys that one walk reports; a longer one is rarer.
const maxEndings = 6

// newTrie returns the trie of keys; the index of a key is its surface. Keys are
// distinct and not empty.
func newTrie(keys []string) *trie {
	order := make([]int32, len(keys))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Compare(keys[a], keys[b]) })
	size := prefix.Count(func(yield func(string) bool) { // nodes
		for _, k := range order {
			if !yield(keys[k]) {
				return
			}
		}
	})
	t := &trie{
		nodes: append(make([]node, 0, size), node{surface: -1}), label: append(make([]byte, 0, size), 0),
		four: make([]uint64, letters*letters*letters*letters/64+1),
	}
	type span struct{ lo, hi, depth int32 }
	spans := append(make([]span, 0, size), span{0, int32(len(order)), 0})
	for n := 0; n < len(spans); n++ { // breadth first: spans[n] are the keys below nodes[n]
		s := spans[n]
		lo := s.lo
		if lo < s.hi && len(keys[order[lo]]) == int(s.depth) {
			t.nodes[n].surface = order[lo]
			lo++
		}
		t.nodes[n].first = int32(len(t.nodes))
		for lo < s.hi {
			c, hi := keys[order[lo]][s.depth], lo+1
			for hi < s.hi && keys[order[hi]][s.depth] == c {
				hi++
			}
			t.nodes = append(t.nodes, node{surface: -1})
			t.label = append(t.label, c)
			spans = append(spans, span{lo, hi, s.depth + 1})
			t.nodes[n].count++
			lo = hi
		}
	}
	for i := range t.nodes[0].count {
		t.root[t.label[t.nodes[0].first+i]] = t.nodes[0].first + i
	}
	for _, key := range keys {
		t.addStart(key)
		t.addFour(key)
	}
	return t
}

// addFour takes the start of key into the set of four letters; a shorter key may go
// on with any.
func (t *trie) addFour(key string) {
	n, free := uint32(0), uint32(1)
	for i := range 4 {
		n *= letters
		switch {
		case i >= len(key):
			free *= letters
		case letter[key[i]] == notLetter:
			return // no four letters stand where it does
		default:
			n += uint32(letter[key[i]])
		}
	}
	for n, end := n, n+free; n < end; n++ {
		t.four[n/64] |= 1 << (n % 64)
	}
}

// addStart takes the start of key into the sets that mayStart and mayStartRune
// look into. A key that is shorter than three letters may go on with anything.
func (t *trie) addStart(key string) {
	r, _ := utf8.DecodeRuneInString(key)
	if r < 1<<16 {
		t.runes[r/64] |= 1 << (r % 64)
	}
	if r >= utf8.RuneSelf {
		return
	}
	for rest := range uint32(1 << 10) {
		n, fixed := uint32(letter[key[0]])<<10|rest, uint32(0x1F<<10)
		for i := 1; i < 3 && i < len(key); i++ {
			n = n&^(0x1F<<(10-5*i)) | uint32(letter[key[i]])<<(10-5*i)
			fixed |= 0x1F << (10 - 5*i)
		}
		t.starts[n/64] |= 1 << (n % 64)
		if fixed == 1<<15-1 {
			break
		}
	}
	if len(key) > 1 { // a separator may stand behind the first letter or the second
		for i := uint32(0); i < 1<<5; i++ {
			n := uint32(letter[key[0]])<<10 | uint32(notLetter)<<5 | i
			t.starts[n/64] |= 1 << (n % 64)
		}
		n := uint32(letter[key[0]])<<10 | uint32(letter[key[1]])<<5 | uint32(notLetter)
		t.starts[n/64] |= 1 << (n % 64)
	}
}

// mayStart tells quickly, and mostly rightly, that no key starts at text[i].
func (t *trie) mayStart(text string, i int) bool {
	if i+3 < len(text) {
		a, b, c, d := letter[text[i]], letter[text[i+1]], letter[text[i+2]], letter[text[i+3]]
		if a != notLetter && b != notLetter && c != notLetter && d != notLetter {
			n := ((uint32(a)*letters+uint32(b))*letters+uint32(c))*letters + uint32(d)
			return t.four[n/64]&(1<<(n%64)) != 0
		}
	}
	if i+2 >= len(text) {
		return true
	}
	n := uint32(letter[text[i]])<<10 | uint32(letter[text[i+1]])<<5 | uint32(letter[text[i+2]])
	return t.starts[n/64]&(1<<(n%64)) != 0
}

// mayStartRune tells whether a key starts with r.
func (t *trie) mayStartRune(r rune) bool {
	return r >= 1<<16 || t.runes[r/64]&(1<<(r%64)) != 0
}

// child returns the node that c leads to from n, 0 for none.
func (t *trie) child(n int32, c byte) int32 {
	nd := &t.nodes[n]
	if nd.count > 8 {
		if i := bytes.IndexByte(t.label[nd.first:nd.first+nd.count], c); i >= 0 {
			return nd.first + int32(i)
		}
		return 0
	}
	for i := nd.first; i < nd.first+nd.count; i++ {
		if t.label[i] == c {
			return i
		}
	}
	return 0
}

// walk follows text from start and stores in found the places where keys end,
// the longest last, and returns how many there are.
func (t *trie) walk(text string, start int, found *[maxEndings]ending) int {
	n := t.root[lower[text[start]]]
	if n == 0 {
		return 0
	}
	count, depth := 0, 1
	var gaps, hyphens uint64
	for i := start + 1; ; {
		if s := t.nodes[n].surface; s >= 0 && (i == len(text) || class[text[i]] != alnum || class[text[i-1]] != alnum || isDigit(text[i]) || isUpper(text[i]) || text[i] == 's') {
			if count == maxEndings {
				return count
			}
			found[count] = ending{end: i, surface: s, gaps: gaps, hyphens: hyphens}
			count++
		}
		if i == len(text) || t.nodes[n].count == 0 {
			return count
		}
		c := text[i]
		if next := t.child(n, lower[c]); next != 0 && c != ' ' {
			n, i, depth = next, i+1, depth+1
			continue
		}
		gap, hyphen := separator(text[i:])
		if gap == 0 || i+gap == len(text) {
			return count
		}
		next := t.child(n, lower[text[i+gap]])
		if next == 0 || depth >= 64 {
			return count
		}
		gaps |= 1 << depth
		if hyphen {
			hyphens |= 1 << depth
		}
		n, i, depth = next, i+gap+1, depth+1
	}
}

// separator returns the length of what may stand between the parts of a name at
// the start of s (spaces, at most one line break, a hyphen, a middle dot), 0 for
// nothing, and whether it is a hyphen.
func separator(s string) (n int, hyphen bool) {
	switch s[0] {
	case '-', '_':
		return 1, true
	case ' ', '\t', '\n', '\r':
		for breaks := 0; n < len(s) && n < 4 && class[s[n]] == space; n++ {
			if s[n] == '\n' {
				if breaks++; breaks > 1 {
					return 0, false
				}
			}
		}
		return n, false
	case 0xC2, 0xE2, 0xE3:
		switch r, size := utf8.DecodeRuneInString(s); r {
		case '\u00A0', '\u3000', '\u30FB', '\u2028':
			return size, false
		case '\u2010', '\u2011', '\u2012', '\u2013':
			return size, true
		}
	}
	return 0, false
}

// Classes of bytes.
const (
	other byte = iota
	alnum      // ASCII letter or digit
	space
	high // part of a character outside ASCII
)

// letters is how many there are in ASCII, but for their case.
const letters = 26

// notLetter stands for every byte that is no ASCII letter.
const notLetter = letters

// class is the class of each byte, lower each byte with ASCII letters in lower
// case, letter the place of each ASCII letter in the alphabet, from 0.
var class, lower, letter = byteTables()

func byteTables() (class, lower, letter [256]byte) {
	for i := range class {
		b := byte(i)
		lower[i], letter[i] = b, notLetter
		switch {
		case isUpper(b):
			lower[i], class[i] = b+'a'-'A', alnum
		case b >= 'a' && b <= 'z', isDigit(b):
			class[i] = alnum
		case b == ' ', b == '\t', b == '\n', b == '\r':
			class[i] = space
		case b >= utf8.RuneSelf:
			class[i] = high
		}
	}
	for b := byte('a'); b <= 'z'; b++ {
		letter[b], letter[b-'a'+'A'] = b-'a', b-'a'
	}
	return class, lower, letter
}

func isUpper(b byte) bool { return b >= 'A' && b <= 'Z' }
func isDigit(b byte) bool { return b >= '0' && b <= '9' }
