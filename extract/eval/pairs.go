package eval

import (
	"cmp"
	"slices"
)

// pair says that the element i of one list matches the element j of another.
type pair struct {
	i, j  int
	score float64
}

// bestPairs returns a matching of n and m elements, the best pairs first, without
// those that score below floor. Of equal scores the earlier elements go first.
func bestPairs(n, m int, floor float64, score func(i, j int) float64) []pair {
	var all []pair
	for i := range n {
		for j := range m {
			if s := score(i, j); s >= floor {
				all = append(all, pair{i, j, s})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b pair) int { return cmp.Compare(b.score, a.score) })
	var best []pair
	left, right := make([]bool, n), make([]bool, m)
	for _, p := range all {
		if !left[p.i] && !right[p.j] {
			left[p.i], right[p.j] = true, true
			best = append(best, p)
		}
	}
	return best
}
