package queries

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/draw"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Diagram returns the answer, which g gave, as a diagram: the project, and an edge
// to each that is related, which says the reasons.
func (r *RelatedEntities) Diagram(g *graph.Graph) draw.Diagram {
	d := draw.Diagram{Title: "What is related to " + r.Project.Name}
	d.Nodes = append(d.Nodes, drawn(g, r.Project))
	d.Nodes[0].Focus = true
	for _, p := range r.Related {
		d.Nodes = append(d.Nodes, drawn(g, p.Entity))
		edge := draw.Edge{From: r.Project.Ref(), To: p.Ref(), Mutual: true}
		var labels, tooltips []string
		for _, reason := range p.Reasons {
			tooltips = append(tooltips, reason.Text+evidenceText(reason.Evidence))
			if reason.Kind != prominenceKind || len(p.Reasons) == 1 { // that says nothing of the two
				labels = append(labels, reason.Text)
			}
			if edge.URL == "" && len(reason.Evidence) > 0 {
				edge.URL = reason.Evidence[0].Label().Value
			}
		}
		edge.Label, edge.Tooltip = strings.Join(labels, ", "), fmt.Sprintf("score %.2f: %s", p.Score, strings.Join(tooltips, "; "))
		d.Edges = append(d.Edges, edge)
	}
	return d
}

// explainedNodes is how many entities the diagram of an explanation shows.
const explainedNodes = 40

// Diagram returns the answer, which g gave, as a diagram: the two entities, and what
// they have in common between them. What there is no room for is one remark.
func (x *Explanation) Diagram(g *graph.Graph) draw.Diagram {
	d := draw.Diagram{Title: "What links " + x.From.Name + " and " + x.To.Name}
	shown := map[string]bool{}
	show := func(e Entity, focus bool) {
		if !shown[e.Ref()] {
			shown[e.Ref()] = true
			d.Nodes = append(d.Nodes, drawn(g, e))
			d.Nodes[len(d.Nodes)-1].Focus = focus
		}
	}
	show(x.From, true)
	show(x.To, true)
	left := map[Entity]bool{}
	for _, s := range x.Statements {
		if s.Via != nil && !shown[s.Via.Ref()] {
			if len(d.Nodes) >= explainedNodes {
				left[*s.Via] = true
				continue
			}
			show(*s.Via, false)
		}
		d.Edges = addStatement(d.Edges, s)
	}
	all := slices.Clone(d.Edges)
	d.Edges = slices.DeleteFunc(d.Edges, func(e draw.Edge) bool { return e.Faint && saysMore(all, e) })
	if len(left) > 0 {
		more := fmt.Sprintf("+%d more in common", len(left))
		d.Nodes = append(d.Nodes, draw.Node{ID: "more", Label: more})
		d.Edges = append(d.Edges, draw.Edge{From: x.From.Ref(), To: "more", Tooltip: more}, draw.Edge{From: "more", To: x.To.Ref(), Tooltip: more})
	}
	return d
}

// saysMore tells whether one of the edges says more of the ends of e than that one
// mentions the other.
func saysMore(edges []draw.Edge, e draw.Edge) bool {
	return slices.ContainsFunc(edges, func(o draw.Edge) bool { return o.From == e.From && o.To == e.To && !o.Faint })
}

// addStatement adds s to the edge that says so already, or as a new one.
func addStatement(edges []draw.Edge, s LinkStatement) []draw.Edge {
	l := links[relationPlace(s.Relation)].of(s.Subject.Kind)
	for i, e := range edges {
		if e.From == s.Subject.Ref() && e.To == s.Object.Ref() && e.Label == l.label {
			edges[i].Count++
			return edges
		}
	}
	return append(edges, draw.Edge{
		From: s.Subject.Ref(), To: s.Object.Ref(), Label: l.label, Count: 1, Faint: l.mention,
		URL: s.Evidence.Label().Value, Tooltip: s.Text + evidenceText([]vocab.Evidence{s.Evidence}),
	})
}

// drawn returns the entity as a node.
func drawn(g *graph.Graph, e Entity) draw.Node {
	n := NetworkNode{Entity: e}
	if id, ok := g.Entity(e.Kind, e.ID); ok {
		n = networkNode(g, id, newHistories(g))
	}
	return n.drawn()
}

// Diagram returns the answer, which g gave, as a diagram: the entities in the order in
// which the paths lead through them, and an edge for each step.
func (p *Paths) Diagram(g *graph.Graph) draw.Diagram {
	d := draw.Diagram{Title: "From " + p.From.Name + " to " + p.To.Name}
	shown := map[Entity]bool{}
	show := func(e Entity) {
		if !shown[e] {
			shown[e] = true
			d.Nodes = append(d.Nodes, drawn(g, e))
			d.Nodes[len(d.Nodes)-1].Focus = e == p.From || e == p.To
		}
	}
	show(p.From)
	for _, route := range p.Paths {
		for _, s := range route.Steps {
			show(s.To)
			edge := s.edge()
			if !slices.ContainsFunc(d.Edges, func(e draw.Edge) bool { return e.From == edge.From && e.To == edge.To && e.Label == edge.Label }) {
				d.Edges = append(d.Edges, edge)
			}
		}
	}
	show(p.To)
	return d
}

// edge returns the step as an edge of a diagram: against its statement under the
// inverse relation, so that all arrows lead from end to end.
func (s Step) edge() draw.Edge {
	label := s.link.of(s.From.Kind).label
	if s.Inverse {
		label = strings.ReplaceAll(s.Relation, "_", " ")
	}
	return draw.Edge{
		From: s.From.Ref(), To: s.To.Ref(), Label: label, Count: len(s.Evidence), Faint: s.link.mention,
		URL: s.Evidence[0].Label().Value, Tooltip: s.Text + evidenceText(s.Evidence),
	}
}
