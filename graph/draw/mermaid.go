package draw

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/internal/pattern"
)

// Mermaid writes d as a flowchart of Mermaid, which GitHub and others show in
// Markdown. Layout is left to Mermaid, which has no links and tooltips on edges. The
// errors are those of [DOT].
func Mermaid(w io.Writer, d Diagram, opts *Options) error {
	o, colours, err := opts.settings()
	if err != nil {
		return err
	}
	if err := d.check(); err != nil {
		return err
	}
	m := mermaidPrinter{theme: colours, ids: map[string]string{}, places: d.places()}
	if title := titleText(d); title != "" {
		title = strings.NewReplacer("<", "‹", ">", "›").Replace(title) // Mermaid mends markup, and shows it
		quoted, _ := json.Marshal(title)                               // is YAML too
		fmt.Fprintf(&m.out, "---\ntitle: %s\n---\n", quoted)
	}
	fmt.Fprintf(&m.out, "%%%%{init: {\"theme\": %q}}%%%%\nflowchart %s\n", colours.mermaid, o.Direction)
	for i, n := range d.Nodes {
		m.ids[n.ID] = fmt.Sprintf("n%d", i)
	}
	for i, c := range d.clusters() {
		m.cluster(i, c)
	}
	for i, e := range d.Edges {
		m.edge(i, e)
	}
	if !o.NoLegend {
		m.legend(d)
	}
	m.classes(d, !o.NoLegend)
	for _, n := range d.Nodes {
		m.link(n)
	}
	_, err = w.Write(m.out.Bytes())
	return err
}

// mermaidPrinter writes Mermaid.
type mermaidPrinter struct {
	out    bytes.Buffer
	theme  theme
	ids    map[string]string // by the ID of a node, the one in Mermaid
	places map[string]int    // of the kinds of nodes, in kindStyles
}

// cluster writes the nodes of c.
func (m *mermaidPrinter) cluster(number int, c cluster) {
	indent := "  "
	if c.name != "" {
		indent = "    "
		fmt.Fprintf(&m.out, "  subgraph c%d[\"%s\"]\n", number, mermaidLines(nodeLines(c.name)))
	}
	for _, n := range c.nodes {
		style, _ := styleOf(n.Kind)
		m.node(indent, m.ids[n.ID], n.lines(), style)
	}
	if c.name != "" {
		m.end(fmt.Sprintf("c%d", number))
	}
}

// node writes a node.
func (m *mermaidPrinter) node(indent, id string, lines []string, s kindStyle) {
	class := string(s.kind)
	if class == "" {
		class = "remark"
	}
	fmt.Fprintf(&m.out, "%s%s%s\"%s\"%s:::%s\n", indent, id, s.open, mermaidLines(lines), s.shut, class)
}

// edge writes e, the edge of that number.
func (m *mermaidPrinter) edge(number int, e Edge) {
	arrow, label := "-->", edgeLabel(e)
	switch {
	case label == "":
		arrow = "-.-"
	case e.Mutual:
		arrow = "---"
	case e.Faint:
		arrow = "-.->"
	}
	if label != "" {
		label = "|\"" + mermaidLines(wrap(label, 2*lineColumns)) + "\"|"
	}
	fmt.Fprintf(&m.out, "  %s %s%s %s\n", m.ids[e.From], arrow, label, m.ids[e.To])
	if line, _ := m.theme.edgeColours(e, m.places[e.From], m.places[e.To]); line != m.theme.edge {
		fmt.Fprintf(&m.out, "  linkStyle %d stroke:%s\n", number, line)
	}
}

// legend writes a frame with a node of each kind and each level that occurs.
func (m *mermaidPrinter) legend(d Diagram) {
	if len(d.Nodes) == 0 {
		return
	}
	m.out.WriteString("  subgraph legend[\"Legend\"]\n")
	for _, s := range kindStyles {
		if d.has(s.kind) {
			m.node("    ", "legend_"+string(s.kind), []string{string(s.kind)}, s)
		}
	}
	for _, s := range levelStyles {
		if d.hasLevel(s.level) {
			m.node("    ", "legend_"+string(s.level), []string{string(s.level)}, kindStyles[0])
		}
	}
	m.end("legend")
}

// end closes the frame.
func (m *mermaidPrinter) end(frame string) {
	fmt.Fprintf(&m.out, "  end\n  style %s fill:none,stroke:%s,color:%s\n", frame, m.theme.frame, m.theme.text)
}

// classes writes the style of each kind and each level that occurs, and which nodes
// have which, those of the legend included if there is one.
func (m *mermaidPrinter) classes(d Diagram, legend bool) {
	for i, s := range kindStyles {
		if c := m.theme.kinds[i]; d.has(s.kind) {
			fmt.Fprintf(&m.out, "  classDef %s fill:%s,stroke:%s,color:%s\n", s.kind, c.fill, c.border, m.theme.text)
			m.assign(d, string(s.kind)+"Focus", "fill:"+c.focus, nil, func(n Node) bool { return n.Focus && n.Kind == s.kind })
		}
	}
	if d.has("") {
		fmt.Fprintf(&m.out, "  classDef remark fill:none,stroke:none\n")
	}
	for _, s := range levelStyles {
		if d.hasLevel(s.level) {
			style := "stroke-width:" + s.penWidth + "px"
			if s.dashes != "" {
				style += ",stroke-dasharray:" + s.dashes
			}
			var more []string
			if legend {
				more = append(more, "legend_"+string(s.level))
			}
			m.assign(d, string(s.level), style, more, func(n Node) bool { return n.Kind == vocab.KindProject && n.Level == s.level })
		}
	}
}

// assign writes a class and gives it to the nodes of which it holds, and to more, nodes
// by their id.
func (m *mermaidPrinter) assign(d Diagram, class, style string, more []string, holds func(Node) bool) {
	var ids []string
	for _, n := range d.Nodes {
		if holds(n) {
			ids = append(ids, m.ids[n.ID])
		}
	}
	if ids = append(ids, more...); len(ids) > 0 {
		fmt.Fprintf(&m.out, "  classDef %s %s\n  class %s %s\n", class, style, strings.Join(ids, ","), class)
	}
}

// link writes where a click on n leads, and its tooltip.
func (m *mermaidPrinter) link(n Node) {
	u := link(n.URL)
	if u == "" {
		return
	}
	tip := cmp.Or(plain(n.Tooltip), plain(n.Label), u)
	fmt.Fprintf(&m.out, "  click %s href \"%s\" \"%s\" _blank\n", m.ids[n.ID], strings.ReplaceAll(u, ";", "%3B"), mermaidText(cut(tip, labelColumns)))
}

// mermaidLines returns the lines of a label, which is not empty.
func mermaidLines(lines []string) string {
	if strings.Join(lines, "") == "" {
		return " "
	}
	texts := make([]string, len(lines))
	for i, line := range lines {
		texts[i] = mermaidText(line)
	}
	return strings.Join(texts, "<br/>")
}

// mermaidText returns s as it stands between quotation marks in Mermaid: what could
// be taken for an end, for HTML, for Markdown, for an address or for a directive is
// written as a number.
func mermaidText(s string) string {
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune("\"#&<>`*_\\~[]{}|;^@%$", r) {
			fmt.Fprintf(&b, "#%d;", r)
			continue
		}
		b.WriteRune(r)
	}
	return mermaidMarkdown().ReplaceAllStringFunc(b.String(), func(found string) string {
		mark := found[len(found)-1]
		return fmt.Sprintf("%s#%d;", found[:len(found)-1], mark)
	})
}

// mermaidMarkdown finds what Markdown would take for the start of a list or for an
// address, up to the character that makes it one.
var mermaidMarkdown = pattern.Lazy(`^\d+[.)]|^[-+=]|(?i:www\.)|(?i:https?:|ftp:)`)
