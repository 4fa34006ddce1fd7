package draw

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// fonts names Latin fonts first, so that those a machine has measure the text,
// then one with the East Asian characters.
const fonts = "Helvetica,Arial,Noto Sans CJK JP,sans-serif"

// DOT writes d in the DOT language of Graphviz. It is an error where an edge
// names no node, two nodes have one ID, or opts has an unknown value.
func DOT(w io.Writer, d Diagram, opts *Options) error {
	o, colours, err := opts.settings()
	if err != nil {
		return err
	}
	if err := d.check(); err != nil {
		return err
	}
	p := dotPrinter{theme: colours, places: d.places()}
	p.out.Grow(bytesEach * (len(d.Nodes) + len(d.Edges)))
	fmt.Fprintf(&p.out, "digraph cncfgraph {\n  graph [layout=%s, %s, bgcolor=%q, pad=0.2, fontname=%q, fontsize=11, fontcolor=%q,\n    labelloc=b, label=%s];\n",
		o.Layout, layoutAttributes(o.Layout, o.Direction), colours.background, fonts, colours.text, caption(d, colours, o.NoLegend))
	fmt.Fprintf(&p.out, "  node [fontname=%q, fontsize=%d, fontcolor=%q, style=filled, penwidth=1.2, margin=\"0.12,0.06\", height=0.3];\n", fonts, nodePoints, colours.text)
	fmt.Fprintf(&p.out, "  edge [fontname=%q, fontsize=9, arrowsize=0.6, color=%q, fontcolor=%q];\n", fonts, colours.edge, colours.edgeText)
	for i, c := range d.clusters() {
		indent := "  "
		if c.name != "" {
			indent = "    "
			fmt.Fprintf(&p.out, "  subgraph cluster_%d {\n    label=%s; labelloc=t; labeljust=l; style=rounded; color=%q; margin=12;\n", i, quoteLines(wrap(cut(legible(c.name), labelColumns), frameColumns)), colours.frame)
		}
		for _, n := range c.nodes {
			fmt.Fprintf(&p.out, "%s%s [%s];\n", indent, quoteID(n.ID), p.node(n))
		}
		if c.name != "" {
			p.out.WriteString("  }\n")
		}
	}
	lengths := d.minLengths()
	for i, e := range d.Edges {
		a := p.edge(e)
		if n, ok := lengths[i]; ok && o.Layout == Layouts[0] {
			a.add("minlen", strconv.Itoa(n))
		}
		fmt.Fprintf(&p.out, "  %s -> %s [%s];\n", quoteID(e.From), quoteID(e.To), a)
	}
	p.out.WriteString("}\n")
	_, err = w.Write(p.out.Bytes())
	return err
}

// bytesEach is about how long a node or an edge is.
const bytesEach = 640

// dotPrinter writes DOT.
type dotPrinter struct {
	out    bytes.Buffer
	theme  theme
	places map[string]int // of the kinds of nodes, in kindStyles
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

// Font sizes of nodes, in points.
const (
	nodePoints  = 11
	focusPoints = 14
)

// nodeLines returns the lines in which a name is drawn.
func nodeLines(name string) []string { return wrap(cut(legible(name), labelColumns), lineColumns) }

// lines returns the lines that stand in n: its name and, of a project, its level.
func (n Node) lines() []string {
	lines := nodeLines(n.Label)
	if n.Kind == vocab.KindProject && n.Level != "" {
		lines = append(lines, "("+cut(legible(string(n.Level)), lineColumns)+")")
	}
	return lines
}

// node returns the attributes of n.
func (p *dotPrinter) node(n Node) attributes {
	lines := n.lines()
	style, place := styleOf(n.Kind)
	look, penWidth := style.look, ""
	if n.Kind == vocab.KindProject {
		level := levelStyleOf(n.Level)
		look, penWidth = look+level.line, level.penWidth
	}
	points := nodePoints
	if n.Focus {
		points = focusPoints
	}
	var a attributes
	a.add("label", quoteLines(lines))
	a.add("shape", style.shape)
	if look != "" {
		a.add("style", quote("filled"+look))
	}
	a.add("color", quote(p.theme.colour(place).border))
	a.add("fillcolor", quote(p.theme.fillOf(n, place)))
	if penWidth != "" {
		a.add("penwidth", penWidth)
	}
	if n.Focus {
		a.add("fontsize", strconv.Itoa(points))
	}
	a.add("width", strconv.FormatFloat(textInches(lines, points)+0.3, 'f', 2, 64))
	a.addLink(n.URL)
	a.add("tooltip", tooltip(n.Tooltip, plain(n.Label)))
	return a
}

// textInches returns about how wide the longest of the lines is in inches, for nodes
// to be at least as wide: without the font, Graphviz takes text for narrower than it
// is, that of East Asia for much narrower.
func textInches(lines []string, points int) float64 {
	widest := 0.0
	for _, line := range lines {
		ems := 0.0
		for _, r := range line {
			ems += [...]float64{0, 0.54, 1}[columns(r)]
		}
		widest = max(widest, ems)
	}
	const pointsPerInch = 72
	return widest * float64(points) / pointsPerInch
}

// edge returns the attributes of e.
func (p *dotPrinter) edge(e Edge) attributes {
	label := edgeLabel(e)
	bare := label == ""
	line, text := p.theme.edgeColours(e, p.places[e.From], p.places[e.To])
	var a attributes
	if bare {
		a.add("style", "dashed")
		label = e.From + " – " + e.To
	} else {
		a.add("label", quoteLines(wrap(label, 2*lineColumns)))
	}
	if e.Mutual || bare {
		a.add("arrowhead", "none")
	}
	if line != p.theme.edge {
		a.add("color", quote(line))
	}
	if text != p.theme.edgeText {
		a.add("fontcolor", quote(text))
	}
	a.addLink(e.URL)
	tip := tooltip(e.Tooltip, label)
	a.add("edgetooltip", tip)
	a.add("labeltooltip", tip)
	return a
}

// edgeLabel returns what stands on e: the relation, and the count from 2 up.
func edgeLabel(e Edge) string {
	label := cut(legible(e.Label), labelColumns)
	if e.Count > 1 {
		label = strings.TrimSpace(label + " ×" + strconv.Itoa(e.Count))
	}
	return label
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

// quoteID returns the id of a node as a quoted string.
func quoteID(id string) string { return quote(idText(id)) }

// idBytes is the length of the longest id that is written as it is. Graphviz
// refuses strings of more than 16 kB.
const idBytes = 1000

// idText returns the id of a node as it is written. As Graphviz writes ids into SVG
// as they are, what XML forbids or reads is percent-encoded. A very long id becomes
// a hash.
func idText(id string) string {
	if len(id) > idBytes {
		return fmt.Sprintf("sha256:%x", sha256.Sum256([]byte(id)))
	}
	if isPlain(id) && strings.IndexByte(id, '&') < 0 {
		return id
	}
	bad := func(r rune) bool { return r == '&' || r != ' ' && isUnseen(r) }
	id = strings.ToValidUTF8(id, "\uFFFD")
	if !strings.ContainsFunc(id, bad) {
		return id
	}
	var b strings.Builder
	for _, r := range id {
		if bad(r) {
			fmt.Fprintf(&b, "%%%X", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
