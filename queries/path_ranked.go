package queries

import (
	"cmp"
	"context"
	"slices"
)

// route is a path as the search finds it.
type route struct {
	nodes []int32 // from end to end
	cost  cost
}

// dearest is how much more than the cheapest path another one may cost to be shown:
// as much as passing an entity with a thousand neighbours.
const dearest = 5 * costUnit

// cheapest returns the cheapest simple paths, at most limit and none that is more
// than dearest dearer than the first; paths of one cost in the order of the IDs of
// their entities.
//
// Once the cheapest is found, the paths through what the search has met by then tell
// how dear the others are at most, and so how far it still has to go.
func (s *pathSearch) cheapest(ctx context.Context, limit int) ([]route, error) {
	for slack := cost(0); ; {
		if err := s.grow(ctx, slack); err != nil {
			return nil, err
		}
		if s.best == unreachable {
			return nil, nil
		}
		bound := s.best + dearest + 1
		routes, err := s.ranked(ctx, bound, limit)
		if err != nil || bound <= s.reached() {
			return routes, err
		}
		if len(routes) < limit {
			slack = min(dearest, 2*slack+costUnit)
			continue
		}
		last := s.best
		for _, r := range routes {
			last = max(last, r.cost)
		}
		if last < s.reached() {
			return routes, nil
		}
		slack = last - s.best
	}
}

// findToGo finds what is left to go to the end from the nodes on paths that cost
// less than the bound. As each of these lies within what both sides have gone
// through, the search from the end goes on among the nodes that the other side has
// reached, and where that knows what it costs to come, the bound tells which matter.
func (s *pathSearch) findToGo(bound cost) {
	s.queues[toGo].heap = s.queues[toGo].heap[:0]
	for i := range s.nodes {
		s.nodes[i].labels[toGo] = 0
	}
	for i := range s.nodes {
		n := int32(i)
		for l := s.nodes[n].labels[fromEnd]; l != 0; l = s.labels[l].next {
			if label := s.labels[l]; s.matters(n, label.cost, bound) {
				s.reach(toGo, n, label.cost, label.steps)
			}
		}
	}
	for q := &s.queues[toGo]; len(q.heap) > 0; {
		first := q.pop()
		l := s.labels[first.label]
		if l.dead || l.node == s.ends[fromStart] || !s.known(l.node, l.cost) {
			continue
		}
		steps := int32(0)
		if s.maxSteps > 0 {
			if steps = l.steps + 1; steps > s.maxSteps {
				continue
			}
		}
		for _, e := range s.edgesOf(l.node) {
			c := l.cost + s.nodes[l.node].passing + e.cost
			if e.to != s.ends[fromEnd] && s.matters(e.to, c, bound) {
				s.reach(toGo, e.to, c, steps)
			}
		}
	}
}

// known tells whether the steps from a node that is cost to go from the end are known, or
// have to be for what both sides have gone through.
func (s *pathSearch) known(n int32, c cost) bool {
	return s.nodes[n].read || s.matters(n, c, s.reached())
}

// matters tells whether a path that costs less than the bound may lead by the node,
// from where it costs c to go to the end.
func (s *pathSearch) matters(n int32, c, bound cost) bool {
	node := &s.nodes[n]
	if !node.weighed {
		return false
	}
	come := unreachable
	for l := node.labels[fromStart]; l != 0; l = s.labels[l].next {
		come = min(come, s.labels[l].cost)
	}
	return come+node.passing+c < bound
}

// left returns what it costs at least to go on from the node to the end, after so
// many steps.
func (s *pathSearch) left(n, steps int32) cost {
	node, least := &s.nodes[n], unreachable
	first := node.labels[toGo]
	if first == 0 {
		first = node.labels[fromEnd]
	}
	for l := first; l != 0; l = s.labels[l].next {
		if s.maxSteps == 0 || steps+s.labels[l].steps <= s.maxSteps {
			least = min(least, s.labels[l].cost)
		}
	}
	return least
}

// prefix is the beginning of a path.
type prefix struct {
	node   int32
	before int32 // the prefix that is a step shorter, -1 for the start
	steps  int32
	cost   cost // of coming to the node
	total  cost // of the cheapest path that begins so
}

// ranked returns the cheapest simple paths that cost less than the bound, at most
// limit: a search with A* (Hart, Nilsson, Raphael 1968) in the tree of beginnings of
// paths. As what is left to go is known, it goes astray only where the cheapest way
// on leads back through the beginning.
func (s *pathSearch) ranked(ctx context.Context, bound cost, limit int) ([]route, error) {
	s.findToGo(bound)
	var prefixes []prefix
	queue := priorityQueue[int32]{less: func(a, b int32) bool {
		c := cmp.Compare(prefixes[a].total, prefixes[b].total)
		return c < 0 || c == 0 && s.comparePrefixes(prefixes, a, b) < 0
	}}
	add := func(p prefix) {
		if p.total < bound {
			prefixes = append(prefixes, p)
			queue.push(int32(len(prefixes) - 1))
		}
	}
	add(prefix{node: s.ends[fromStart], before: -1, total: s.left(s.ends[fromStart], 0)})
	var routes []route
	for turn := 1; len(queue.heap) > 0 && len(routes) < limit; turn++ {
		if turn%1024 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		at := queue.pop()
		p := prefixes[at]
		if p.node == s.ends[fromEnd] {
			routes = append(routes, route{nodesOf(prefixes, at), p.cost})
			continue
		}
		if !s.nodes[p.node].read && p.total >= s.reached() {
			continue
		}
		leave := p.cost + s.nodes[p.node].passing
		for _, e := range s.edgesOf(p.node) {
			next := prefix{node: e.to, before: at, steps: p.steps + 1, cost: leave + e.cost}
			node := &s.nodes[e.to]
			switch {
			case e.to == s.ends[fromEnd]:
				next.total = next.cost
				if s.maxSteps > 0 && next.steps > s.maxSteps {
					continue
				}
			case !node.open || !node.weighed || has(prefixes, at, e.to):
				continue
			default:
				next.total = next.cost + node.passing + s.left(e.to, next.steps)
			}
			add(next)
		}
	}
	return routes, nil
}

// has tells whether the prefix leads through the node.
func has(prefixes []prefix, at, node int32) bool {
	for ; at >= 0; at = prefixes[at].before {
		if prefixes[at].node == node {
			return true
		}
	}
	return false
}

// nodesOf returns the nodes of the prefix.
func nodesOf(prefixes []prefix, at int32) []int32 {
	nodes := make([]int32, 0, prefixes[at].steps+1)
	for ; at >= 0; at = prefixes[at].before {
		nodes = append(nodes, prefixes[at].node)
	}
	slices.Reverse(nodes)
	return nodes
}

// comparePrefixes orders prefixes by the IDs of their entities from the start on, a
// prefix of another one before that.
func (s *pathSearch) comparePrefixes(prefixes []prefix, a, b int32) int {
	if a == b {
		return 0
	}
	switch c := cmp.Compare(prefixes[a].steps, prefixes[b].steps); {
	case c < 0:
		return cmp.Or(s.comparePrefixes(prefixes, a, prefixes[b].before), -1)
	case c > 0:
		return cmp.Or(s.comparePrefixes(prefixes, prefixes[a].before, b), 1)
	}
	return cmp.Or(s.comparePrefixes(prefixes, prefixes[a].before, prefixes[b].before),
		cmp.Compare(s.nodes[prefixes[a].node].id, s.nodes[prefixes[b].node].id))
}
