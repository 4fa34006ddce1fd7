package resolve

import (
	"cmp"
	"slices"
)

// phase compares the entities of one kind.
type phase interface {
	// pairs yields the pairs of roots that are worth judging, in any order, some
	// of them several times.
	pairs(yield func(a, b num))
	// judge tells whether two roots are one.
	judge(a, b num) verdict
	// rivals tells whether two roots cannot be one.
	rivals(a, b num) bool
}

// verdict is the judgement on two entities.
type verdict struct {
	reason string // identity predicate, "" where nothing says that they are one
	rank   int    // of the ground, 0 is the best
	weak   bool   // holds only if no ground as good speaks for a rival
	a, b   fact   // what is said on each side
}

// match is a pair of roots that are one.
type match struct {
	a, b num
	verdict
}

// settle makes one what p finds to be one, and tells whether there was anything.
// The best grounds come first, and weak ones wait until there are no others left,
// because each entity that becomes one with another may tell more of a third.
func (m *merger) settle(p phase) bool {
	firm, weak := m.matches(p)
	if len(firm) == 0 {
		firm = unrivalled(p, weak)
	}
	slices.SortFunc(firm, func(x, y match) int {
		return cmp.Or(cmp.Compare(x.rank, y.rank), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	// No record changes before all is decided. Sets are joined if no member of the
	// one is a rival of one of the other; the next round judges them as a whole.
	sets := map[num][]num{}
	set := func(n num) []num {
		if s, ok := sets[n]; ok {
			return s
		}
		return []num{n}
	}
	joined := firm[:0]
	for _, x := range firm {
		a, b := set(x.a), set(x.b)
		if slices.Contains(a, x.b) || len(a)+len(b) > 2 && anyRivals(p, a, b) {
			continue
		}
		both := slices.Concat(a, b)
		for _, n := range both {
			sets[n] = both
		}
		joined = append(joined, x)
	}
	for _, x := range joined {
		m.unite(x.a, x.b)
		m.explain(x.reason, x.verdict.a, x.verdict.b)
	}
	return len(joined) > 0
}

func anyRivals(p phase, a, b []num) bool {
	for _, x := range a {
		for _, y := range b {
			if p.rivals(min(x, y), max(x, y)) {
				return true
			}
		}
	}
	return false
}

// matches returns the pairs that p finds to be one, but for settled ones.
func (m *merger) matches(p phase) (firm, weak []match) {
	seen := map[[2]num]bool{}
	p.pairs(func(a, b num) {
		key := [2]num{min(a, b), max(a, b)}
		if a == b || m.settled[a] && m.settled[b] || seen[key] {
			return
		}
		seen[key] = true
		v := p.judge(key[0], key[1])
		switch {
		case v.reason == "":
		case v.weak:
			weak = append(weak, match{key[0], key[1], v})
		default:
			firm = append(firm, match{key[0], key[1], v})
		}
	})
	return firm, weak
}

// unrivalled returns the matches of which neither side matches, on as good a
// ground, a rival of the other side: which of the two it is cannot be told.
func unrivalled(p phase, matches []match) []match {
	rank := map[[2]num]int{}
	for _, x := range matches {
		rank[[2]num{x.a, x.b}], rank[[2]num{x.b, x.a}] = x.rank, x.rank
	}
	rivals := rivalsWithin(p, matches)
	rivalled := func(side, other num, ground int) bool {
		return slices.ContainsFunc(rivals[other], func(third num) bool {
			r, ok := rank[[2]num{side, third}]
			return ok && r <= ground
		})
	}
	return slices.DeleteFunc(matches, func(x match) bool {
		return rivalled(x.a, x.b, x.rank) || rivalled(x.b, x.a, x.rank)
	})
}

// rivalsWithin returns the rivals of each entity among those that matches connect
// it with, directly or by way of others.
func rivalsWithin(p phase, matches []match) map[num][]num {
	partners := map[num][]num{}
	for _, x := range matches {
		partners[x.a] = append(partners[x.a], x.b)
		partners[x.b] = append(partners[x.b], x.a)
	}
	rivals := map[num][]num{}
	seen := map[num]bool{}
	for start := range partners {
		if seen[start] {
			continue
		}
		seen[start] = true
		connected := []num{start}
		for i := 0; i < len(connected); i++ {
			for _, n := range partners[connected[i]] {
				if !seen[n] {
					seen[n] = true
					connected = append(connected, n)
				}
			}
		}
		for i, a := range connected {
			for _, b := range connected[i+1:] {
				if p.rivals(min(a, b), max(a, b)) {
					rivals[a] = append(rivals[a], b)
					rivals[b] = append(rivals[b], a)
				}
			}
		}
	}
	return rivals
}
