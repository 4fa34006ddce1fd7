package eval

import "strings"

// leastSimilar is the similarity below which no figure depends on it.
const leastSimilar = 0.8

// similarity returns how much the text got resembles the text want: 1 for texts
// that differ in case, white space and marks only, at least 0.9 where one is a part
// of the other and at most a quarter shorter, 0 for texts that cannot reach
// leastSimilar. It is not symmetric, as matching is not.
func similarity(want, got string) float64 {
	want, got = normal(want), normal(got)
	switch {
	case want == "" || got == "":
		return 0
	case want == got:
		return 1
	}
	a, b := []rune(want), []rune(got)
	short, long := float64(min(len(a), len(b))), float64(max(len(a), len(b)))
	// No more than the shorter text can match. This also keeps a title of a
	// megabyte from being compared.
	if 2*short/(short+long) < leastSimilar {
		return 0
	}
	s := matchRatio(a, b)
	if long <= 1.25*short && (strings.Contains(got, want) || strings.Contains(want, got)) {
		s = max(s, 0.9)
	}
	return s
}

// matchRatio returns the share of the characters of a and b that match by the
// algorithm of Ratcliff and Obershelp: the longest common block, and the same again
// to its left and right. As in Python's difflib, whose figures these are, blocks in
// a long b start from its rarer characters.
func matchRatio(a, b []rune) float64 {
	m := matcher{a: a, b: b, common: commonRunes(b), ends: make([]int, len(b)+1)}
	return 2 * float64(m.matches(0, len(a), 0, len(b))) / float64(len(a)+len(b))
}

// commonRunes returns the runes of which a text of 200 runes or more has over one
// in a hundred.
func commonRunes(text []rune) map[rune]bool {
	common := map[rune]bool{}
	if len(text) < 200 {
		return common
	}
	count := map[rune]int{}
	for _, r := range text {
		count[r]++
		if count[r] > len(text)/100+1 {
			common[r] = true
		}
	}
	return common
}

// matcher matches parts of two texts.
type matcher struct {
	a, b   []rune
	common map[rune]bool // of b: they only extend a block
	ends   []int         // of block: at j+1, the length of the match that ends at b[j]
}

// matches returns how many runes of a[a0:a1] match in b[b0:b1].
func (m *matcher) matches(a0, a1, b0, b1 int) int {
	if a0 >= a1 || b0 >= b1 {
		return 0
	}
	i, j, size := m.block(a0, a1, b0, b1)
	if size == 0 {
		return 0
	}
	return m.matches(a0, i, b0, j) + size + m.matches(i+size, a1, j+size, b1)
}

// block returns the longest block that is common to a[a0:a1] and b[b0:b1], of
// several the first in a, then the first in b. Blocks of rarer runes are compared
// and the longest is extended by common ones.
func (m *matcher) block(a0, a1, b0, b1 int) (i, j, size int) {
	i, j = a0, b0
	clear(m.ends[b0 : b1+1])
	for x := a0; x < a1; x++ {
		before := 0 // length of the match that ends at a[x-1], b[y-1]
		rare := !m.common[m.a[x]]
		for y := b0; y < b1; y++ {
			length := 0
			if rare && m.a[x] == m.b[y] {
				length = before + 1
			}
			before, m.ends[y+1] = m.ends[y+1], length
			if length > size {
				i, j, size = x+1-length, y+1-length, length
			}
		}
	}
	for i > a0 && j > b0 && m.a[i-1] == m.b[j-1] {
		i, j, size = i-1, j-1, size+1
	}
	for i+size < a1 && j+size < b1 && m.a[i+size] == m.b[j+size] {
		size++
	}
	return i, j, size
}
