package bench

import (
	"slices"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// store is one way to keep a graph. Load reads N-Quads text, and the questions are
// asked of what was loaded, each with names in its answer but for the CSR, which has
// none.
type store interface {
	load(path string) error
	// talks returns how many pairs of a talk about the project and one of its
	// speakers there are, having made a row of both names for each.
	talks(project string) int
	// related returns the ten projects with the most talks about both, where a
	// category in common counts as sharedCategory talks.
	related(project string) []string
	// path returns the shortest way from one project to another over talks,
	// speakers and categories, of at most maxHops steps.
	path(from, to string) []string
	// ego returns the project and what is at most two steps away over talks,
	// speakers, events and categories, at most maxNodes in all, and counts the steps
	// between them.
	ego(project string) (nodes []string, edges int)
	// busy returns the graduated projects of the category with at least so many
	// talks since the year, by the dates of their events.
	busy(category, since string, talks int) []string
	// size returns how many bytes the graph takes, on disk or in memory.
	size() int64
	close() error
}

const (
	sharedCategory = 5
	maxHops        = 6
	maxNodes       = 200
)

// Predicates of the questions.
const (
	about     = vocab.About
	performer = vocab.Performer
	inEvent   = vocab.SuperEvent
	category  = vocab.Subject
	name      = vocab.Name
	project   = vocab.ProjectName
	label     = vocab.PrefLabel
	startDate = vocab.StartDate
	graduated = vocab.Base + string(vocab.Graduated)
	base      = vocab.Base
)

func projectIRI(id string) string  { return base + "project/" + id }
func categoryIRI(id string) string { return base + "category/" + id }

// scored is a node with a count.
type scored[T any] struct {
	id    T
	score int
}

// best returns the ten best, of those of one score the first by id.
func best[T ~uint32 | ~string | ~int64](list []scored[T]) []scored[T] {
	slices.SortFunc(list, func(a, b scored[T]) int {
		switch {
		case a.score != b.score:
			return b.score - a.score
		case a.id < b.id:
			return -1
		}
		return 1
	})
	return list[:min(10, len(list))]
}

// walk returns the shortest way between two nodes, both included, by steps from
// both ends in turn; nil where there is none of at most maxHops.
func walk[T comparable](from, to T, near func(T, func(T))) []T {
	if from == to {
		return []T{from}
	}
	type side struct {
		parent map[T]T
		layer  []T
	}
	sides := [2]side{{map[T]T{from: from}, []T{from}}, {map[T]T{to: to}, []T{to}}}
	for range maxHops {
		here, there := &sides[0], &sides[1]
		if len(here.layer) > len(there.layer) {
			here, there = there, here
		}
		var next []T
		var meet T
		found := false
		for _, n := range here.layer {
			near(n, func(o T) {
				if _, seen := here.parent[o]; seen || found {
					return
				}
				here.parent[o] = n
				next = append(next, o)
				if _, ok := there.parent[o]; ok {
					meet, found = o, true
				}
			})
			if found {
				return join(meet, sides[0].parent, sides[1].parent)
			}
		}
		here.layer = next
	}
	return nil
}

// join returns the way to meet by the one tree and from there by the other.
func join[T comparable](meet T, first, second map[T]T) []T {
	var way []T
	for n := meet; ; n = first[n] {
		way = append(way, n)
		if first[n] == n {
			break
		}
	}
	slices.Reverse(way)
	for n := meet; second[n] != n; {
		n = second[n]
		way = append(way, n)
	}
	return way
}

// surround returns the nodes of at most two steps from the focus, at most maxNodes,
// and how many steps from one of them lead to another of them.
func surround[T comparable](focus T, near func(T, func(T))) (nodes []T, edges int) {
	seen := map[T]bool{focus: true}
	nodes = []T{focus}
	layer := nodes
	for range 2 {
		start := len(nodes)
		for _, n := range layer {
			if len(nodes) >= maxNodes {
				break
			}
			near(n, func(o T) {
				if len(nodes) < maxNodes && !seen[o] {
					seen[o] = true
					nodes = append(nodes, o)
				}
			})
		}
		layer = nodes[start:]
	}
	for _, n := range nodes[1:] { // the steps of the focus are those of its neighbours too
		near(n, func(o T) {
			if seen[o] {
				edges++
			}
		})
	}
	return nodes, edges
}
