package queries

import (
	"cmp"
	"context"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// NeighborhoodOptions say how far Neighborhood reaches.
type NeighborhoodOptions struct {
	Depth int          // most steps from the focus; 0 for 1
	Nodes int          // most entities, the focus included; 0 for 40, negative for all
	Kinds []vocab.Kind // of the entities beside the focus; none for all but sources

	Relations []string // of the links, as in Relations; none for all
	Cluster   string   // by what nodes are put together, one of Clusters; "" for nothing
}

// Network is a piece of graph: the entities in the focus, those near them, and
// every link between two of all these.
type Network struct {
	Focus   []Entity      `json:"focus"`
	Nodes   []NetworkNode `json:"nodes"` // the focus, then the most relevant first
	Edges   []NetworkEdge `json:"edges"`
	Omitted []KindCount   `json:"omitted"` // entities in reach that are not among the nodes
	Depth   int           `json:"depth"`
}

// NetworkNode is an entity of a network.
type NetworkNode struct {
	Entity
	Depth    int  `json:"depth"`    // steps from the focus
	Maturity Text `json:"maturity"` // of a CNCF project
	URL      Text `json:"url"`      // where people read about it
	Cluster  Text `json:"cluster"`  // name of what it is put together with others by
}

// NetworkEdge is a link between two entities of a network.
type NetworkEdge struct {
	From     Entity           `json:"from"`
	Relation string           `json:"relation"`
	To       Entity           `json:"to"`
	Count    int              `json:"count"` // of the statements of it
	Evidence []vocab.Evidence `json:"evidence"`

	place int // in links
}

// KindCount is a number of entities of a kind.
type KindCount struct {
	Kind  vocab.Kind `json:"kind"`
	Count int        `json:"count"`
}

// Neighborhood returns the entities that are linked to those named, directly or
// in as many steps as the depth allows. Where there are more than fit, the most
// relevant are taken: those that closer and more links lead to, but of no kind
// more than half the room. What is left over goes to the next most relevant;
// to talks only around a speaker or an event. An option that no graph could answer
// to is an *OptionError.
func Neighborhood(ctx context.Context, g *graph.Graph, names []string, opts *NeighborhoodOptions) (*Network, error) {
	e, o, err := newExplorer(g, opts)
	if err != nil {
		return nil, err
	}
	focus, err := findAll(ctx, g, names)
	if err != nil {
		return nil, err
	}
	if err := e.explore(ctx, focus, o.Depth); err != nil {
		return nil, err
	}
	shown, omitted := e.mostRelevant(len(focus), o.Nodes)
	return e.network(focus, shown, omitted, o), nil
}

// network returns the answer.
func (e *explorer) network(focus []graph.ID, shown, omitted []*neighbour, o NeighborhoodOptions) *Network {
	net := &Network{Focus: []Entity{}, Nodes: []NetworkNode{}, Edges: []NetworkEdge{}, Omitted: []KindCount{}, Depth: o.Depth}
	for _, id := range focus {
		net.Focus = append(net.Focus, entity(e.g, id))
	}
	h, nodes := newHistories(e.g), map[graph.ID]Entity{}
	for _, n := range shown {
		node := networkNode(e.g, n.id, h)
		node.Depth = n.depth
		node.Cluster = Text(e.cluster(n.id, node, o.Cluster))
		nodes[n.id] = node.Entity
		net.Nodes = append(net.Nodes, node)
	}
	for _, n := range shown {
		net.Edges = append(net.Edges, e.edges(n.id, nodes)...)
	}
	for _, kind := range vocab.Kinds {
		count := 0
		for _, n := range omitted {
			if e.g.Kind(n.id) == kind {
				count++
			}
		}
		if count > 0 {
			net.Omitted = append(net.Omitted, KindCount{kind, count})
		}
	}
	return net
}

// networkNode returns the entity with what a node says of it, a project with the
// level that it is at.
func networkNode(g *graph.Graph, id graph.ID, h *histories) NetworkNode {
	node := NetworkNode{Entity: entity(g, id), URL: Text(page(g, id))}
	if node.Kind == vocab.KindProject {
		node.Maturity = Text(levelIn(h.of(id), ""))
	}
	return node
}

// edges returns the links from id to others of the nodes, by relation and node.
func (e *explorer) edges(id graph.ID, nodes map[graph.ID]Entity) []NetworkEdge {
	type edge struct {
		place int
		to    graph.ID
	}
	labels := map[edge][]graph.Label{}
	for s := range e.g.Match(id, 0, 0) {
		place, linked := e.links.index[s.Predicate]
		if _, ok := nodes[s.Object]; ok && linked && s.Object != id {
			labels[edge{place, s.Object}] = append(labels[edge{place, s.Object}], s.Label)
		}
	}
	list := make([]NetworkEdge, 0, len(labels))
	for to, l := range labels {
		list = append(list, NetworkEdge{
			From: nodes[id], Relation: links[to.place].relation, To: nodes[to.to], Count: len(l), Evidence: evidenceOf(e.g, l), place: to.place,
		})
	}
	slices.SortFunc(list, func(a, b NetworkEdge) int {
		return cmp.Or(cmp.Compare(a.place, b.place), compareEntities(a.To, b.To))
	})
	return list
}

// page returns the address at which people read about the entity, "" for none.
func page(g *graph.Graph, id graph.ID) string {
	if g.Kind(id) == vocab.KindSource {
		return g.Term(id).Value
	}
	for _, predicate := range [...]string{vocab.Homepage, vocab.URL, vocab.RecordedIn, vocab.WorkFeatured, vocab.Profile} {
		if address := g.Value(id, predicate); address != "" {
			return address
		}
	}
	return ""
}
