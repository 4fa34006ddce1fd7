// Package draw turns a piece of graph into a diagram that is readable without
// editing, written as text that diffs well: equal diagrams give equal bytes.
//
// [DOT] writes the language of Graphviz and [Mermaid] that of Mermaid, both for
// people to look at. [GraphML], [Cytoscape] and [CSV] write the same diagram for
// programs that read graphs. Whatever stands in names, which come from documents,
// is shown as text and never taken as markup.
package draw

import (
	"fmt"
	"slices"
	"strings"

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
	Cluster string      // name of the frame that it stands in, "" for none
	URL     string      // where a click leads; left out unless it is http or https
	Tooltip string
}

// Edge is a relation between two nodes.
type Edge struct {
	From, To string // IDs of nodes
	Label    string // what the relation is; without one the line is dashed and has no arrow
	Count    int    // how many statements the edge stands for; shown from 2 up
	Faint    bool   // whether to draw it lighter, as for a mere mention
	Mutual   bool   // whether it leads both ways, and has no arrow
	URL      string // of the first evidence
	Tooltip  string
}

// check tells whether edges and nodes of d fit together.
func (d Diagram) check() error {
	ids := make(map[string]bool, len(d.Nodes))
	for _, n := range d.Nodes {
		if ids[idText(n.ID)] {
			return fmt.Errorf("diagram has two nodes %q", n.ID)
		}
		ids[idText(n.ID)] = true
	}
	for _, e := range d.Edges {
		for _, end := range [...]string{e.From, e.To} {
			if !ids[idText(end)] {
				return fmt.Errorf("edge %q – %q: no node %q", e.From, e.To, end)
			}
		}
	}
	return nil
}

// Options tell how to draw. The zero Options, and nil, are the defaults.
type Options struct {
	Layout    string // Graphviz's layout engine, one of Layouts; default "dot"
	Direction string // where edges lead in the layout "dot" and in Mermaid, one of Directions; default "LR"
	Theme     string // colours, one of Themes; default "light"
	NoLegend  bool   // leave the legend out
}

// Layouts lists the layout engines, the default first. Of these, dot and fdp draw
// the frames of clusters.
var Layouts = []string{"dot", "neato", "fdp", "sfdp", "twopi", "circo"}

// Directions lists the directions, the default first: left to right, top to bottom,
// right to left, bottom to top.
var Directions = []string{"LR", "TB", "RL", "BT"}

// settings returns o, which may be nil, with the defaults filled in, and the theme.
// It is an error where a value is unknown.
func (o *Options) settings() (Options, theme, error) {
	s := Options{}
	if o != nil {
		s = *o
	}
	for _, c := range [...]struct {
		name  string
		value *string
		legal []string
	}{{"layout", &s.Layout, Layouts}, {"direction", &s.Direction, Directions}, {"theme", &s.Theme, Themes}} {
		if *c.value == "" {
			*c.value = c.legal[0]
		}
		if !slices.Contains(c.legal, *c.value) {
			return s, theme{}, fmt.Errorf("unknown %s %q; one of %s", c.name, *c.value, strings.Join(c.legal, ", "))
		}
	}
	return s, themes[slices.Index(Themes, s.Theme)], nil
}
