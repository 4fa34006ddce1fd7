package queries

import (
	"context"

	"github.com/cncfgraph/cncfgraph/graph"
)

// The sides of a search: from the start, from the end, and the part of the latter
// that ranking needs.
const (
	fromStart = iota
	fromEnd
	toGo
	sides
)

// pathLabel says that a node can be reached from an end of the path at a cost and,
// where these are bounded, in so many steps. What it costs to pass the node itself
// is not in it. Of the labels of a node none is both dearer and longer than
// another.
type pathLabel struct {
	node  int32
	next  int32 // label of the same node and side, 0 for none
	cost  cost
	steps int32 // 0 where steps are not bounded
	dead  bool  // whether a better one has taken its place
}

// queued is a label that waits for its turn.
type queued struct {
	cost  cost
	label int32
}

// before orders labels by cost, the first that was made first.
func (q queued) before(o queued) bool {
	return q.cost < o.cost || q.cost == o.cost && q.label < o.label
}

// pathSearch looks for the cheapest paths between two nodes.
type pathSearch struct {
	*pathNodes
	ends     [2]int32 // the nodes of start and end
	maxSteps int32    // 0 for any number
	labels   []pathLabel
	queues   [sides]priorityQueue[queued]
	best     cost // of the cheapest path found so far
}

// newPathSearch returns a search that has not begun.
func newPathSearch(nodes *pathNodes, ends [2]graph.ID, maxSteps int) *pathSearch {
	s := &pathSearch{pathNodes: nodes, ends: [2]int32{nodes.add(ends[0]), nodes.add(ends[1])}, maxSteps: int32(maxSteps), best: unreachable}
	s.labels = make([]pathLabel, 1, 512)
	for side := range s.queues {
		s.queues[side].less = queued.before
	}
	for side, n := range s.ends {
		s.nodes[n].weighed = true // it costs nothing to pass an end
		s.reach(side, n, 0, 0)
	}
	return s
}

// reach makes a label, unless one of the node is as good. Labels that are worse
// than it die.
func (s *pathSearch) reach(side int, n int32, c cost, steps int32) {
	node := &s.nodes[n]
	link := &node.labels[side]
	for *link != 0 {
		l := &s.labels[*link]
		if l.cost <= c && l.steps <= steps {
			return
		}
		if c <= l.cost && steps <= l.steps {
			l.dead = true
			*link = l.next
			continue
		}
		link = &l.next
	}
	made := int32(len(s.labels))
	s.labels = append(s.labels, pathLabel{node: n, next: node.labels[side], cost: c, steps: steps})
	node.labels[side] = made
	if side != toGo {
		s.meet(side, made)
	}
	if n != s.ends[fromStart] && n != s.ends[fromEnd] {
		c += leastPassing
	}
	s.queues[side].push(queued{c, made})
}

// meet notes the cost of the paths on which the label meets one of the other side.
func (s *pathSearch) meet(side int, label int32) {
	l := s.labels[label]
	other := s.nodes[l.node].labels[1-side]
	if other == 0 {
		return
	}
	s.weigh(l.node)
	for ; other != 0; other = s.labels[other].next {
		if o := s.labels[other]; s.maxSteps == 0 || l.steps+o.steps <= s.maxSteps {
			s.best = min(s.best, l.cost+s.nodes[l.node].passing+o.cost)
		}
	}
}

// radius returns the cost below which the side has left all nodes that paths lead
// through: no label waits that can leave its node at less.
func (s *pathSearch) radius(side int) cost {
	if q := s.queues[side].heap; len(q) > 0 {
		return q[0].cost
	}
	return unreachable
}

// reached returns the cost below which each path lies within what the search has met.
// On such a path, take the last node that the side of the start has left below its
// radius. From the node behind it the path goes on by a step at least, and leaves the
// next one below the radius of the other side, which so has left it. The node between
// the two has been come to from both.
func (s *pathSearch) reached() cost {
	return min(unreachable, s.radius(fromStart)+s.radius(fromEnd)+s.leastStep)
}

// grow lets both sides grow until no path is left to be met that is at most slack
// dearer than the best one: Dijkstra's algorithm from both ends, on the side with the
// shorter queue in turn (Pohl, "Bi-directional search", Machine Intelligence 6, 1971).
func (s *pathSearch) grow(ctx context.Context, slack cost) error {
	for turn := 0; s.reached() <= s.best+slack; turn++ {
		if turn%1024 == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
		}
		side := fromStart
		if len(s.queues[fromEnd].heap) < len(s.queues[fromStart].heap) {
			side = fromEnd
		}
		if len(s.queues[side].heap) == 0 {
			return nil
		}
		s.advance(side)
	}
	return nil
}

// advance takes the first label of the queue. A node is passed only once the cost
// of that has come to its turn.
func (s *pathSearch) advance(side int) {
	q := &s.queues[side]
	first := q.pop()
	l := s.labels[first.label]
	if l.dead || l.node == s.ends[1-side] {
		return
	}
	s.weigh(l.node)
	leave := l.cost + s.nodes[l.node].passing
	if leave > first.cost && len(q.heap) > 0 && leave > q.heap[0].cost {
		q.push(queued{leave, first.label})
		return
	}
	s.leave(side, first.label, leave)
}

// leave makes labels of what is one step from the label's node.
func (s *pathSearch) leave(side int, label int32, c cost) {
	n, steps := s.labels[label].node, int32(0)
	if s.maxSteps > 0 {
		if steps = s.labels[label].steps + 1; steps > s.maxSteps {
			return
		}
	}
	for _, e := range s.edgesOf(n) {
		if to := s.come(e.other); to >= 0 && to != s.ends[side] {
			s.reach(side, to, c+s.costs[e.place], steps)
		}
	}
}
