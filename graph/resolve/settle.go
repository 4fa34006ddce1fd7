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

// matches returns the pairs that p finds to be one.
func (m *merger) matches(p phase) (firm, weak []match) {
	seen := map[[2]num]bool{}
	p.pairs(func(a, b num) {
		key := [2]num{min(a, b), max(a, b)}
		if a == b || seen[key] {
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
	of := map[num][]match{}
	for _, x := range matches {
		of[x.a] = append(of[x.a], x)
		of[x.b] = append(of[x.b], x)
	}
	rivalled := func(x match, side, other num) bool {
		return slices.ContainsFunc(of[side], func(y match) bool {
			third := y.a + y.b - side
			return third != other && y.rank <= x.rank && p.rivals(min(third, other), max(third, other))
		})
	}
	return slices.DeleteFunc(matches, func(x match) bool { return rivalled(x, x.a, x.b) || rivalled(x, x.b, x.a) })
}

// groups collects the entities that have a key in common.
type groups map[string][]num

func (g groups) add(key string, n num) {
	if list := g[key]; len(list) == 0 || list[len(list)-1] != n {
		g[key] = append(list, n)
	}
}

// pairs yields each two entities of one group.
func (g groups) pairs(yield func(a, b num)) {
	for _, list := range g {
		for i, a := range list {
			for _, b := range list[i+1:] {
				yield(a, b)
			}
		}
	}
}
