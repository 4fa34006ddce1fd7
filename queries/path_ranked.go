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
// as much as passing an entity with 32 links.
const dearest = 5 * costUnit

// cheapest returns the cheapest simple paths, at most limit and none that is more
// than dearest dearer than the first; paths of one cost in the order of the IDs of
// their entities.
//
// Once the cheapest is found, the paths through what the search has met by then tell
// how dear the others are at most, and so how far it still has to go. So no search is
// made anew for each path and each node of it, as by Yen, "Finding the K shortest
// loopless paths in a network", Management Science 17 (1971).
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

// findToGo finds what is left to go to the end from the nodes that the side of the start
// has come to: the search from the end goes on among these, as far as they can be on a
// path that costs less than the bound. For paths that the search has met whole, this is
// what is left to go.
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
		if l.dead || l.node == s.ends[fromStart] || !s.leads(l.node, l.cost) {
			continue
		}
		steps := int32(0)
		if s.maxSteps > 0 {
			if steps = l.steps + 1; steps > s.maxSteps {
				continue
			}
		}
		for _, e := range s.edgesOf(l.node) {
			c := l.cost + s.nodes[l.node].passing + s.costs[e.place]
			if to := s.number(e.other); to >= 0 && to != s.ends[fromEnd] && s.matters(to, c, bound) {
				s.reach(toGo, to, c, steps)
			}
		}
	}
}

// leads tells whether steps are to be taken from the node, from where it costs c to go
// to the end: where they have been read, and where a path may need them that the search
// has met whole.
func (s *pathSearch) leads(n int32, c cost) bool {
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

// ranking puts paths in order: a search with A* (Hart, Nilsson, Raphael 1968) in the
// tree of their beginnings. As what is left to go is known, it goes astray only where
// the cheapest way on leads back through the beginning.
type ranking struct {
	*pathSearch
	bound    cost
	prefixes []prefix
	last     []int32              // by node, place of the last prefix that ends there
	queue    priorityQueue[int32] // of places in prefixes
}

// ranked returns the cheapest simple paths that cost less than the bound and lead
// through what the search has met, at most limit.
func (s *pathSearch) ranked(ctx context.Context, bound cost, limit int) ([]route, error) {
	s.findToGo(bound)
	r := ranking{pathSearch: s, bound: bound, last: make([]int32, len(s.nodes))}
	r.queue.less = func(a, b int32) bool {
		c := cmp.Compare(r.prefixes[a].total, r.prefixes[b].total)
		return c < 0 || c == 0 && r.comparePrefixes(a, b) < 0
	}
	start := s.ends[fromStart]
	r.prefixes = append(r.prefixes, prefix{node: start, before: -1, total: s.left(start, 0)})
	r.queue.push(0)
	var routes []route
	for turn := 1; len(r.queue.heap) > 0 && len(routes) < limit; turn++ {
		if turn%1024 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		at := r.queue.pop()
		if r.prefixes[at].node == s.ends[fromEnd] {
			routes = append(routes, r.route(at))
		} else {
			r.extend(at)
		}
	}
	return routes, nil
}

// extend adds the prefixes that are a step longer, unless what the search has met ends
// there.
func (r *ranking) extend(at int32) {
	p := r.prefixes[at]
	if !r.nodes[p.node].read && p.total >= r.reached() {
		return
	}
	first := int32(len(r.prefixes))
	for _, e := range r.edgesOf(p.node) {
		n := r.number(e.other)
		if n < 0 || !r.nodes[n].weighed || r.has(at, n) {
			continue
		}
		next := prefix{node: n, before: at, steps: p.steps + 1, cost: p.cost + r.nodes[p.node].passing + r.costs[e.place]}
		next.total = next.cost + r.nodes[n].passing + r.left(n, next.steps)
		if next.total >= r.bound {
			continue
		}
		switch last := r.last[n]; {
		case last < first:
			r.last[n] = int32(len(r.prefixes))
			r.prefixes = append(r.prefixes, next)
		case next.cost < r.prefixes[last].cost: // by another relation
			r.prefixes[last] = next
		}
	}
	for i := first; i < int32(len(r.prefixes)); i++ {
		r.queue.push(i)
	}
}

// has tells whether the prefix leads through the node.
func (r *ranking) has(at, node int32) bool {
	for ; at >= 0; at = r.prefixes[at].before {
		if r.prefixes[at].node == node {
			return true
		}
	}
	return false
}

// route returns the prefix, which has come to the end, as a path.
func (r *ranking) route(at int32) route {
	whole := route{make([]int32, 0, r.prefixes[at].steps+1), r.prefixes[at].cost}
	for ; at >= 0; at = r.prefixes[at].before {
		whole.nodes = append(whole.nodes, r.prefixes[at].node)
	}
	slices.Reverse(whole.nodes)
	return whole
}

// comparePrefixes orders prefixes by the IDs of their entities from the start on, a prefix of
// another one before that.
func (r *ranking) comparePrefixes(a, b int32) int {
	if a == b {
		return 0
	}
	x, y := r.prefixes[a], r.prefixes[b]
	switch {
	case x.steps < y.steps:
		return cmp.Or(r.comparePrefixes(a, y.before), -1)
	case x.steps > y.steps:
		return cmp.Or(r.comparePrefixes(x.before, b), 1)
	}
	return cmp.Or(r.comparePrefixes(x.before, y.before), cmp.Compare(r.nodes[x.node].id, r.nodes[y.node].id))
}
