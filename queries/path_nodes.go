package queries

import (
	"cmp"
	"math"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// cost is what a path or a part of one costs, in hundredths: whole numbers, so
// that equal sums are equal in whatever order they were added up.
type cost int32

const (
	costUnit    cost = 100
	unreachable cost = math.MaxInt32 / 4 // more than any path costs; four of them can be added
)

// stepCost returns what a step by the link costs: 1 for one that says the most,
// else the more the less it says.
func (l link) stepCost() cost { return cost(math.Round(float64(costUnit) * maxStrength / l.strength)) }

// passingCost returns what it costs to pass an entity with so many links.
func passingCost(links int) cost {
	return cost(math.Round(float64(costUnit) * math.Log2(float64(max(1, links)))))
}

// pathNodes are the entities that a search has met, numbered in the order in which
// it met them, and read from the graph one by one as the search gets to them.
type pathNodes struct {
	*pathLinks
	costs     [len(links)]cost // of a step, by place in links
	leastStep cost
	kinds     [len(vocab.Kinds)]kindRange
	avoid     []graph.ID

	first   graph.ID           // the least ID in a range of kinds
	numbers []int32            // by ID from first, the number of the node and 1, 0 for none
	others  map[graph.ID]int32 // the same of entities in no range: sources
	nodes   []pathNode
	edges   []pathEdge // those of one node stand together
	ends    []linkEnd  // scratch
}

// kindRange tells which IDs are of a kind, and whether paths may lead through them.
type kindRange struct {
	from, to graph.ID
	open     bool
}

// pathNode is an entity that the search has met.
type pathNode struct {
	id       graph.ID
	open     bool         // whether a path may lead through it
	weighed  bool         // whether passing is known
	read     bool         // whether edges are
	passing  cost         // of passing it
	from, to int32        // its edges in edges
	labels   [sides]int32 // the first label of each side, 0 for none

	reader, edge int32 // the node that was read last of those with an edge here, and that edge
}

// pathEdge is a step from a node.
type pathEdge struct {
	to      int32
	cost    cost
	place   int8 // in links
	inverse bool // whether the statement is about the node that it leads to
}

// newPathNodes returns the nodes for a search that passes entities of the kinds
// but for those to avoid.
func newPathNodes(table linkTable, kinds []vocab.Kind, avoid []graph.ID) *pathNodes {
	p := &pathNodes{
		pathLinks: newPathLinks(table), avoid: avoid, leastStep: unreachable,
		others: map[graph.ID]int32{}, nodes: make([]pathNode, 0, 1024), edges: make([]pathEdge, 0, 1024),
	}
	for i, l := range links {
		p.costs[i] = l.stepCost()
	}
	for _, k := range p.kept {
		p.leastStep = min(p.leastStep, p.costs[k.place])
	}
	var last graph.ID
	for i, k := range vocab.Kinds {
		r := kindRange{open: slices.Contains(kinds, k)}
		r.from, r.to = table.g.Range(k)
		p.kinds[i] = r
		if p.first == 0 || r.from < p.first {
			p.first = r.from
		}
		last = max(last, r.to)
	}
	p.numbers = make([]int32, last-p.first)
	return p
}

// number returns the number of the entity, -1 for a term that is none.
func (p *pathNodes) number(id graph.ID) int32 {
	if i := id - p.first; int(i) < len(p.numbers) {
		if p.numbers[i] == 0 {
			p.numbers[i] = p.add(id) + 1
		}
		return p.numbers[i] - 1
	}
	n, ok := p.others[id]
	if !ok {
		n = p.add(id)
		p.others[id] = n
	}
	return n
}

// add adds the entity and returns its number, -1 for a term that is none.
func (p *pathNodes) add(id graph.ID) int32 {
	kind, ok := p.kindOf(id)
	if !ok {
		return -1
	}
	p.nodes = append(p.nodes, pathNode{id: id, open: p.kinds[kind].open && !slices.Contains(p.avoid, id), reader: -1})
	return int32(len(p.nodes) - 1)
}

// kindOf returns the place in kinds of the entity's kind. It is false for a term that
// is no entity.
func (p *pathNodes) kindOf(id graph.ID) (int, bool) {
	for i := range p.kinds {
		if id >= p.kinds[i].from && id < p.kinds[i].to {
			return i, true
		}
	}
	place := slices.Index(vocab.Kinds[:], p.g.Kind(id)) // a source's IRI is its own
	return place, place >= 0
}

// weigh finds what it costs to pass the node n. The links of one that has few are
// read with that.
func (p *pathNodes) weigh(n int32) {
	id := p.nodes[n].id
	if p.isFew(id, false) && p.isFew(id, true) {
		p.read(n)
		p.nodes[n].passing = passingCost(len(p.ends))
		return
	}
	p.nodes[n].passing = passingCost(p.count(id, false) + p.count(id, true))
}

// edgesOf returns the steps from the node n: to each neighbour the cheapest. Where
// several cost the same it is the first in the order of links, and one that n is the
// subject of before one that it is the object of.
func (p *pathNodes) edgesOf(n int32) []pathEdge {
	if !p.nodes[n].read {
		p.read(n)
	}
	return p.edges[p.nodes[n].from:p.nodes[n].to]
}

// read reads the links of the node n.
func (p *pathNodes) read(n int32) {
	id, from := p.nodes[n].id, int32(len(p.edges))
	p.ends = p.append(p.append(p.ends[:0], id, false), id, true)
	for _, l := range p.ends {
		if l.other == id {
			continue
		}
		to := p.number(l.other)
		if to < 0 {
			continue
		}
		e := pathEdge{to, p.costs[l.place], l.place, l.inverse}
		node := &p.nodes[to]
		if node.reader != n {
			node.reader, node.edge = n, int32(len(p.edges))
			p.edges = append(p.edges, e)
		} else if known := &p.edges[node.edge]; e.compare(*known) < 0 {
			*known = e
		}
	}
	node := &p.nodes[n]
	node.read, node.from, node.to = true, from, int32(len(p.edges))
}

// compare orders edges to one neighbour.
func (e pathEdge) compare(o pathEdge) int {
	c := cmp.Or(cmp.Compare(e.cost, o.cost), cmp.Compare(e.place, o.place))
	switch {
	case c != 0 || e.inverse == o.inverse:
		return c
	case e.inverse:
		return 1
	}
	return -1
}
