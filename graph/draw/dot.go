package draw

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Options tell how to draw. The zero Options, and nil, are the defaults.
type Options struct {
	Layout    string // Graphviz's layout engine, one of Layouts; default "dot"
	Direction string // where edges lead in the layout "dot", one of Directions; default "LR"
	NoLegend  bool   // leave the legend out
}

// Layouts lists the layout engines, the default first.
var Layouts = []string{"dot", "neato", "fdp", "sfdp", "twopi", "circo"}

// Directions lists the directions of the layout "dot", the default first: left
// to right, top to bottom, right to left, bottom to top.
var Directions = []string{"LR", "TB", "RL", "BT"}

// fonts names Latin fonts first, so that those a machine has measure the text,
// then one with the East Asian characters.
const fonts = "Helvetica,Arial,Noto Sans CJK JP,sans-serif"

// DOT writes d in the DOT language of Graphviz. It is an error where an edge
// names no node, two nodes have one ID, or opts has an unknown value.
func DOT(w io.Writer, d Diagram, opts *Options) error {
	o := Options{}
	if opts != nil {
		o = *opts
	}
	layout, err := choice("layout", o.Layout, Layouts)
	if err != nil {
		return err
	}
	direction, err := choice("direction", o.Direction, Directions)
	if err != nil {
		return err
	}
	if err := d.check(); err != nil {
		return err
	}
	var out bytes.Buffer
	out.WriteString("digraph cncfgraph {\n")
	fmt.Fprintf(&out, "  graph [layout=%s, %s, bgcolor=white, pad=0.2, fontname=%s, fontsize=11,\n    labelloc=b, label=%s];\n",
		layout, layoutAttributes(layout, direction), quote(fonts), caption(d, o.NoLegend))
	fmt.Fprintf(&out, "  node [fontname=%s, fontsize=11, style=filled, penwidth=1.2, margin=\"0.12,0.06\", height=0.3];\n", quote(fonts))
	fmt.Fprintf(&out, "  edge [fontname=%s, fontsize=9, arrowsize=0.6, color=\"#555555\", fontcolor=\"#333333\"];\n", quote(fonts))
	for _, n := range d.Nodes {
		fmt.Fprintf(&out, "  %s [%s];\n", quoteID(n.ID), nodeAttributes(n))
	}
	for _, e := range d.Edges {
		fmt.Fprintf(&out, "  %s -> %s [%s];\n", quoteID(e.From), quoteID(e.To), edgeAttributes(e))
	}
	out.WriteString("}\n")
	_, err = w.Write(out.Bytes())
	return err
}

// choice returns value if it is one of legal, the first where value is empty.
func choice(name, value string, legal []string) (string, error) {
	if value == "" {
		return legal[0], nil
	}
	if !slices.Contains(legal, value) {
		return "", fmt.Errorf("unknown %s %q; one of %s", name, value, strings.Join(legal, ", "))
	}
	return value, nil
}

// layoutAttributes returns the settings under which the layout reads well.
func layoutAttributes(layout, direction string) string {
	switch layout {
	case "dot":
		return "rankdir=" + direction + ", ranksep=0.8, nodesep=0.2"
	case "circo":
		return "overlap=false, splines=true"
	case "twopi":
		return "overlap=prism, splines=true, ranksep=2.2"
	}
	return "overlap=prism, splines=true, sep=\"+10\", K=1.2"
}

// nodeAttributes returns the attributes of n.
func nodeAttributes(n Node) attributes {
	name := plain(n.Label)
	lines := wrap(cut(name, labelColumns), lineColumns)
	style := styleOf(n.Kind)
	look, penWidth := style.look, ""
	if n.Kind == vocab.KindProject {
		level := levelStyleOf(n.Level)
		look, penWidth = look+level.line, level.penWidth
		if n.Level != "" {
			lines = append(lines, "("+cut(plain(string(n.Level)), lineColumns)+")")
		}
	}
	fill := style.fill
	if n.Focus {
		fill = style.border + focusOpacity
	}
	var a attributes
	a.add("label", quoteLines(lines))
	a.add("shape", style.shape)
	if look != "" {
		a.add("style", quote("filled"+look))
	}
	a.add("color", quote(style.border))
	a.add("fillcolor", quote(fill))
	if penWidth != "" {
		a.add("penwidth", penWidth)
	}
	if n.Focus {
		a.add("fontsize", "14")
	}
	a.addLink(n.URL)
	a.add("tooltip", tooltip(n.Tooltip, name))
	return a
}

// focusOpacity makes of a border's colour the fill of a node that the diagram is about.
const focusOpacity = "66"

// edgeAttributes returns the attributes of e.
func edgeAttributes(e Edge) attributes {
	label := cut(plain(e.Label), labelColumns)
	if e.Count > 1 {
		label = strings.TrimSpace(label + " ×" + strconv.Itoa(e.Count))
	}
	var a attributes
	if label == "" {
		a.add("style", "dashed")
		a.add("arrowhead", "none")
		label = e.From + " – " + e.To
	} else {
		a.add("label", quoteLines([]string{label}))
	}
	if e.Faint {
		a.add("color", `"#AAAAAA"`)
		a.add("fontcolor", `"#666666"`)
	}
	a.addLink(e.URL)
	a.add("edgetooltip", tooltip(e.Tooltip, label))
	a.add("labeltooltip", tooltip(e.Tooltip, label))
	return a
}

// attributes is a list of attributes as it stands between brackets.
type attributes []string

// add appends an attribute. value is quoted where it has to be.
func (a *attributes) add(name, value string) { *a = append(*a, name+"="+value) }

// addLink appends where a click leads, if it may lead there.
func (a *attributes) addLink(address string) {
	if u := link(address); u != "" {
		a.add("URL", quote(escape(u)))
		a.add("target", `"_blank"`)
	}
}

// String returns the list.
func (a attributes) String() string { return strings.Join(a, ", ") }

// tooltip returns text, or else instead, quoted. Graphviz reads a backslash in
// a tooltip as an escape even where it is escaped, so that "\N" would become
// the node's name: a character that only looks like one stands there.
func tooltip(text, instead string) string {
	if text == "" {
		text = instead
	}
	text = strings.ReplaceAll(cut(plain(text), tooltipColumns), `\`, "\u29F5")
	return quote(escape(text))
}

// escape keeps Graphviz from reading s as a character reference.
func escape(s string) string { return strings.ReplaceAll(s, "&", "&amp;") }

// quote returns s, which has no control characters, as a quoted string.
func quote(s string) string { return `"` + quoteEscapes.Replace(s) + `"` }

// quoteEscapes doubles backslashes too: before the closing quote one would not
// let the string end, before a letter it would be an escape.
var quoteEscapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`)

// quoteLines returns the lines of a label, centred, as a quoted string.
func quoteLines(lines []string) string {
	return `"` + strings.ReplaceAll(quoteEscapes.Replace(escape(strings.Join(lines, "\n"))), "\n", `\n`) + `"`
}

// idBytes is the length of the longest id that is written as it is. Graphviz
// refuses strings of more than 16 kB.
const idBytes = 1000

// quoteID returns the id of a node as a quoted string. Graphviz writes ids into
// SVG as they are, so that what XML forbids or reads is percent-encoded. A very
// long id becomes a hash.
func quoteID(id string) string {
	if len(id) > idBytes {
		return fmt.Sprintf(`"sha256:%x"`, sha256.Sum256([]byte(id)))
	}
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(id, "\uFFFD") {
		if r == '&' || r != ' ' && plain(string(r)) != string(r) {
			fmt.Fprintf(&b, "%%%X", r)
			continue
		}
		b.WriteRune(r)
	}
	return quote(b.String())
}
