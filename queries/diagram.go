package queries

import (
	"fmt"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/draw"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Diagram returns the network as a diagram: each edge says its relation and how
// many statements make it, and leads to the first of them; entities that there
// was no room for are one remark, "+12 more".
func (n *Network) Diagram() draw.Diagram {
	d := draw.Diagram{Title: n.title(), Nodes: n.drawn()}
	for _, edges := range n.joined() {
		d.Edges = append(d.Edges, diagramEdge(edges))
	}
	if more := n.more(); more != "" && len(n.Focus) > 0 {
		d.Nodes = append(d.Nodes, draw.Node{ID: "more", Label: more})
		d.Edges = append(d.Edges, draw.Edge{From: n.Focus[0].Ref(), To: "more", Tooltip: more})
	}
	return d
}

// Data returns the network as a diagram for programs that read graphs: each
// relation is an edge of its own, named as answers name it, and nothing is added.
func (n *Network) Data() draw.Diagram {
	d := draw.Diagram{Title: n.title(), Nodes: n.drawn(), Edges: make([]draw.Edge, len(n.Edges))}
	for i, e := range n.Edges {
		d.Edges[i] = draw.Edge{From: e.From.Ref(), To: e.To.Ref(), Label: e.Relation, Count: e.Count, URL: e.address()}
	}
	return d
}

// drawn returns the nodes as those of a diagram.
func (n *Network) drawn() []draw.Node {
	nodes := make([]draw.Node, len(n.Nodes))
	for i, node := range n.Nodes {
		nodes[i] = node.drawn()
		nodes[i].Focus = node.Depth == 0 && len(n.Focus) > 0
	}
	return nodes
}

// drawn returns the entity as a node of a diagram.
func (n NetworkNode) drawn() draw.Node {
	return draw.Node{
		ID: n.Ref(), Label: n.Name, Kind: n.Kind, Level: vocab.Level(n.Maturity),
		Cluster: string(n.Cluster), URL: string(n.URL), Tooltip: n.tooltip(),
	}
}

// tooltip returns the name of the node, whole, and where a click leads.
func (n NetworkNode) tooltip() string {
	if n.URL == "" {
		return n.Name
	}
	return n.Name + " – " + string(n.URL)
}

// address returns the label of the first evidence, "" for none.
func (e NetworkEdge) address() string {
	if len(e.Evidence) == 0 {
		return ""
	}
	return e.Evidence[0].Label().Value
}

// joined returns the edges from each node to each other one together. That a
// talk names what it is about says nothing more and is left out.
func (n *Network) joined() [][]NetworkEdge {
	type ends struct{ from, to Entity }
	place := map[ends]int{}
	var list [][]NetworkEdge
	for _, e := range n.Edges {
		i, ok := place[ends{e.From, e.To}]
		switch {
		case !ok:
			place[ends{e.From, e.To}] = len(list)
			list = append(list, []NetworkEdge{e})
		case !links[e.place].mention: // mentions are the last of links
			list[i] = append(list[i], e)
		}
	}
	return list
}

// diagramEdge returns the edges from one node to another as one that says each
// relation, and leads to the first evidence.
func diagramEdge(edges []NetworkEdge) draw.Edge {
	first := edges[0]
	drawn := draw.Edge{From: first.From.Ref(), To: first.To.Ref(), Faint: links[first.place].mention}
	var labels, tooltips []string
	for _, e := range edges {
		label := links[e.place].of(e.From.Kind).label
		if e.Count > 1 {
			label += fmt.Sprintf(" ×%d", e.Count)
		}
		labels, tooltips = append(labels, label), append(tooltips, evidenceTooltip(e))
		if drawn.URL == "" {
			drawn.URL = e.address()
		}
	}
	drawn.Label, drawn.Tooltip = strings.Join(labels, ", "), strings.Join(tooltips, "; ")
	return drawn
}

// title returns what the network shows, in words.
func (n *Network) title() string {
	if len(n.Focus) == 0 {
		return "The whole graph"
	}
	names := make([]string, len(n.Focus))
	for i, e := range n.Focus {
		names[i] = e.Name
	}
	return fmt.Sprintf("%s and what is within %s", strings.Join(names, ", "), counted(n.Depth, "step"))
}

// more returns how many entities there was no room for, "" for none.
func (n *Network) more() string {
	total := 0
	var kinds []string
	for _, o := range n.Omitted {
		total += o.Count
		kinds = append(kinds, countedKind(o))
	}
	if total == 0 {
		return ""
	}
	return fmt.Sprintf("+%d more: %s", total, strings.Join(kinds, ", "))
}

// countedKind returns the count with the kind, in the plural where it has to be.
func countedKind(c KindCount) string {
	if c.Kind == vocab.KindCategory && c.Count != 1 {
		return fmt.Sprintf("%d categories", c.Count)
	}
	return counted(c.Count, string(c.Kind))
}

// tooltipEvidence is how much evidence a tooltip names.
const tooltipEvidence = 3

// evidenceTooltip returns the edge as a sentence with its evidence.
func evidenceTooltip(e NetworkEdge) string {
	return fmt.Sprintf(links[e.place].of(e.From.Kind).text, e.From.Name, e.To.Name) + evidenceText(e.Evidence)
}

// evidenceText returns what stands behind a sentence: the first of its evidence, and
// how much more there is.
func evidenceText(list []vocab.Evidence) string {
	var b strings.Builder
	for i, v := range list {
		switch i {
		case 0:
			b.WriteString(" – ")
		case tooltipEvidence:
			fmt.Fprintf(&b, " and %d more", len(list)-i)
			return b.String()
		default:
			b.WriteString(", ")
		}
		b.WriteString(v.String())
	}
	return b.String()
}
