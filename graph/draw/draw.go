// Package draw turns a piece of graph into a diagram that is readable without
// editing, written as text that diffs well: equal diagrams give equal bytes.
//
// [DOT] writes the language of Graphviz. Whatever stands in names, which come
// from documents, is shown as text and never taken as markup.
package draw

import (
	"fmt"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Diagram is what to draw. Nodes and edges are written in the order given,
// which the layout follows where it is free.
type Diagram struct {
	Title string
	Nodes []Node
	Edges []Edge
}

// Node is an entity.
type Node struct {
	ID      string      // what edges call the node; unique
	Label   string      // its name; wrapped, and cut where it is very long
	Kind    vocab.Kind  // tells shape and colour; "" for a remark such as "+12 more"
	Level   vocab.Level // maturity of a project: a second line and the style of the border
	Focus   bool        // whether the diagram is about this node
	URL     string      // where a click leads; left out unless it is http or https
	Tooltip string
}

// Edge is a relation between two nodes.
type Edge struct {
	From, To string // IDs of nodes
	Label    string // what the relation is; without one the line is dashed and has no arrow
	Count    int    // how many statements the edge stands for; shown from 2 up
	Faint    bool   // whether to draw it lighter, as for a mere mention
	URL      string
	Tooltip  string
}

// check tells whether edges and nodes of d fit together.
func (d Diagram) check() error {
	ids := make(map[string]bool, len(d.Nodes))
	for _, n := range d.Nodes {
		if ids[quoteID(n.ID)] {
			return fmt.Errorf("diagram has two nodes %q", n.ID)
		}
		ids[quoteID(n.ID)] = true
	}
	for _, e := range d.Edges {
		for _, end := range [...]string{e.From, e.To} {
			if !ids[quoteID(end)] {
				return fmt.Errorf("edge %q – %q: no node %q", e.From, e.To, end)
			}
		}
	}
	return nil
}
