package queries

import (
	"cmp"
	"iter"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// tally counts something of each entity of one kind. As the entities of a kind are
// numbered one after another, it is an array.
type tally struct {
	from   graph.ID
	counts []int32 // one more than the count, 0 for an entity that is not in the tally
}

// newTally returns a tally of no entities.
func newTally(g *graph.Graph, kind vocab.Kind) tally {
	from, to := g.Range(kind)
	return tally{from, make([]int32, to-from)}
}

// add adds n to the count of the entity, which is in the tally from then on. What is of
// another kind is not counted.
func (t tally) add(id graph.ID, n int) {
	if id < t.from || int(id-t.from) >= len(t.counts) {
		return
	}
	count := &t.counts[id-t.from]
	*count = max(*count, 1) + int32(n)
}

// of returns the count of the entity.
func (t tally) of(id graph.ID) int {
	if id < t.from || int(id-t.from) >= len(t.counts) {
		return 0
	}
	return max(int(t.counts[id-t.from])-1, 0)
}

// all yields the entities in the tally, in order of ID, with their counts.
func (t tally) all() iter.Seq2[graph.ID, int] {
	return func(yield func(graph.ID, int) bool) {
		for i, count := range t.counts {
			if count > 0 && !yield(t.from+graph.ID(i), int(count)-1) {
				return
			}
		}
	}
}

// talliedEntity is an entity with its name and its count.
type talliedEntity struct {
	named
	count int
}

// countTalks returns how many talks that meet the filter have a statement with the
// predicate about each entity of the kind.
func (s *selection) countTalks(predicate string, kind vocab.Kind) tally {
	t := newTally(s.g, kind)
	for _, talk := range s.talks() {
		for id := range s.g.Objects(talk, predicate) {
			t.add(id, 1)
		}
	}
	return t
}

// byCount returns the entities of the tally that the filter's names leave in, those
// with the greatest count first, then in the order of their names.
func (s *selection) byCount(t tally) []talliedEntity {
	var list []talliedEntity
	for id, n := range t.all() {
		if s.lists(id) {
			list = append(list, talliedEntity{named{id, s.g.Name(id)}, n})
		}
	}
	slices.SortFunc(list, func(a, b talliedEntity) int {
		if c := cmp.Compare(b.count, a.count); c != 0 {
			return c
		}
		return cmp.Or(compareNames(a.name, b.name), cmp.Compare(a.id, b.id))
	})
	return list
}
