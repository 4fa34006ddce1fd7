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

// leastPassing is what it costs at least to pass an entity: one with two links. By one
// with a single link no path goes on.
const leastPassing = costUnit

// passingCost returns what it costs to pass an entity with so many links.
func passingCost(links int) cost {
	return cost(math.Round(float64(costUnit) * math.Log2(float64(max(1, links)))))
}

// pathNodes are the entities that a search has come to, numbered in the order in which
// it did, and read from the graph one by one as the search gets to them.
type pathNodes struct {
	*pathLinks
	costs     [len(links)]cost // of a step, by place in links
	leastStep cost
	kinds     [len(vocab.Kinds)]kindRange
	avoid     []graph.ID

	nodes []pathNode
	slots []int32   // numbers of nodes and 1, where the hash of the ID leads; 0 for none
	edges []linkEnd // the links of nodes, those of one stand together
}

// kindRange tells which IDs are of a kind, and whether paths may lead through them.
type kindRange struct {
	from, to graph.ID
	open     bool
}

// pathNode is an entity that the search has come to.
type pathNode struct {
	id       graph.ID
	weighed  bool         // whether passing is known
	read     bool         // whether edges are
	passing  cost         // of passing it
	from, to int32        // its edges in edges
	labels   [sides]int32 // the first label of each side, 0 for none
}

// newPathNodes returns the nodes for a search that leads through entities of the kinds
// but for those to avoid.
func newPathNodes(table linkTable, kinds []vocab.Kind, avoid []graph.ID) *pathNodes {
	p := &pathNodes{
		pathLinks: newPathLinks(table), avoid: avoid, leastStep: unreachable,
		nodes: make([]pathNode, 0, 512), slots: make([]int32, 1024), edges: make([]linkEnd, 0, 2048),
	}
	for i, l := range links {
		p.costs[i] = l.stepCost()
	}
	for _, k := range p.kept {
		p.leastStep = min(p.leastStep, p.costs[k.place])
	}
	for i, k := range vocab.Kinds {
		r := kindRange{open: slices.Contains(kinds, k)}
		r.from, r.to = table.g.Range(k)
		p.kinds[i] = r
	}
	return p
}

// number returns the number of the node that the entity is, -1 where it is none.
func (p *pathNodes) number(id graph.ID) int32 { return p.slots[p.slot(id)] - 1 }

// slot returns where the number of the entity's node is, or would be: slots are a hash
// table with linear probing that is never more than half full.
func (p *pathNodes) slot(id graph.ID) int {
	mask := len(p.slots) - 1
	i := int(uint32(id)*2654435769>>8) & mask // 2^32 over the golden ratio (Knuth)
	for p.slots[i] != 0 && p.nodes[p.slots[i]-1].id != id {
		i = (i + 1) & mask
	}
	return i
}

// come returns the number of the node that the entity is or now becomes, -1 for one
// that no path may lead through and for a term that is no entity.
func (p *pathNodes) come(id graph.ID) int32 {
	if n := p.number(id); n >= 0 || !p.isOpen(id) {
		return n
	}
	return p.add(id)
}

// add makes a node of the entity, which is none yet.
func (p *pathNodes) add(id graph.ID) int32 {
	p.nodes = append(p.nodes, pathNode{id: id})
	if 2*len(p.nodes) > len(p.slots) {
		p.slots = make([]int32, 4*len(p.slots))
		for i := range p.nodes {
			p.slots[p.slot(p.nodes[i].id)] = int32(i) + 1
		}
	} else {
		p.slots[p.slot(id)] = int32(len(p.nodes))
	}
	return int32(len(p.nodes)) - 1
}

// isOpen tells whether paths may lead through the entity.
func (p *pathNodes) isOpen(id graph.ID) bool {
	if slices.Contains(p.avoid, id) {
		return false
	}
	for i := range p.kinds {
		if id >= p.kinds[i].from && id < p.kinds[i].to {
			return p.kinds[i].open
		}
	}
	// A source's IRI is its own.
	place := slices.Index(vocab.Kinds[:], vocab.KindSource)
	return p.kinds[place].open && p.g.Kind(id) == vocab.KindSource
}

// weigh finds what it costs to pass the node n, unless that is known. The links of one
// that has few are read with that.
func (p *pathNodes) weigh(n int32) {
	node, links, all, from := &p.nodes[n], 0, true, len(p.edges)
	if node.weighed {
		return
	}
	for _, inverse := range [...]bool{false, true} {
		var count int
		var few bool
		p.edges, count, few = p.appendFew(p.edges, node.id, inverse)
		links, all = links+count, all && few
	}
	node.passing, node.weighed = passingCost(links), true
	if all {
		node.read, node.from, node.to = true, int32(from), int32(len(p.edges))
	} else {
		p.edges = p.edges[:from]
	}
}

// edgesOf returns the links of the node n. Several may lead to one entity.
func (p *pathNodes) edgesOf(n int32) []linkEnd {
	node := &p.nodes[n]
	if !node.read {
		node.read, node.from = true, int32(len(p.edges))
		p.edges = p.append(p.append(p.edges, node.id, false), node.id, true)
		node.to = int32(len(p.edges))
	}
	return p.edges[node.from:node.to]
}

// compare orders links from one entity to another, the one to take first: the cheapest,
// of those that cost the same the first in the order of links, and one whose statement
// is about the entity that it leads from before one that is about the other.
func (p *pathNodes) compare(a, b linkEnd) int {
	c := cmp.Or(cmp.Compare(p.costs[a.place], p.costs[b.place]), cmp.Compare(a.place, b.place))
	switch {
	case c != 0 || a.inverse == b.inverse:
		return c
	case a.inverse:
		return 1
	}
	return -1
}
