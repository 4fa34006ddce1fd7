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
	d := draw.Diagram{Title: n.title()}
	for _, node := range n.Nodes {
		d.Nodes = append(d.Nodes, draw.Node{
			ID: node.Ref(), Label: node.Name, Kind: node.Kind, Level: vocab.Level(node.Maturity),
			Focus: node.Depth == 0, URL: string(node.URL),
		})
	}
	for _, edges := range n.joined() {
		d.Edges = append(d.Edges, diagramEdge(edges))
	}
	if more := n.more(); more != "" && len(n.Focus) > 0 {
		d.Nodes = append(d.Nodes, draw.Node{ID: "more", Label: more})
		d.Edges = append(d.Edges, draw.Edge{From: n.Focus[0].Ref(), To: "more", Tooltip: more})
	}
	return d
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
		if drawn.URL == "" && len(e.Evidence) > 0 {
			drawn.URL = e.Evidence[0].Label().Value
		}
	}
	drawn.Label, drawn.Tooltip = strings.Join(labels, ", "), strings.Join(tooltips, "; ")
	return drawn
}

// title returns what the network shows, in words.
func (n *Network) title() string {
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
	var b strings.Builder
	fmt.Fprintf(&b, links[e.place].of(e.From.Kind).text, e.From.Name, e.To.Name)
	for i, v := range e.Evidence {
		switch i {
		case 0:
			b.WriteString(" – ")
		case tooltipEvidence:
			fmt.Fprintf(&b, " and %d more", len(e.Evidence)-i)
			return b.String()
		default:
			b.WriteString(", ")
		}
		b.WriteString(v.String())
	}
	return b.String()
}
