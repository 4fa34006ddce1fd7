package draw

import (
	"fmt"
	"html"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// caption returns the label of the whole diagram in DOT: its title and, unless
// withheld, the legend of the kinds and levels that occur in it.
func caption(d Diagram, t theme, noLegend bool) string {
	title := html.EscapeString(strings.Join(wrap(titleText(d), labelColumns), "\n"))
	title = strings.ReplaceAll(title, "\n", "<BR/>")
	var cells []string
	if !noLegend {
		cells = legend(d, t)
	}
	if len(cells) == 0 {
		if title == "" {
			return `""`
		}
		return "<<B>" + title + "</B>>"
	}
	var b strings.Builder
	b.WriteString("<\n      <TABLE BORDER=\"0\">\n")
	if title != "" {
		fmt.Fprintf(&b, "      <TR><TD><B>%s</B></TD></TR>\n", title)
	}
	fmt.Fprintf(&b, "      <TR><TD><TABLE BORDER=\"0\" CELLBORDER=\"1\" CELLSPACING=\"6\" CELLPADDING=\"6\"><TR>\n        %s\n      </TR></TABLE></TD></TR>\n      </TABLE>>",
		strings.Join(cells, "\n        "))
	return b.String()
}

// titleText returns the title as it is drawn.
func titleText(d Diagram) string { return cut(legible(d.Title), 2*labelColumns) }

// legend returns a table cell for each kind and each level that occurs in d.
func legend(d Diagram, t theme) []string {
	var cells []string
	for i, s := range kindStyles {
		if d.has(s.kind) {
			cells = append(cells, fmt.Sprintf(`<TD%s COLOR=%q BGCOLOR=%q>%s<BR ALIGN="LEFT"/><FONT POINT-SIZE="8">%s<BR ALIGN="LEFT"/></FONT></TD>`,
				cellWidth(string(s.kind), s.word), t.kinds[i].border, t.kinds[i].fill, s.kind, s.word))
		}
	}
	for _, s := range levelStyles {
		if d.hasLevel(s.level) {
			line := ""
			if s.line != "" {
				line = fmt.Sprintf(" STYLE=%q", strings.TrimPrefix(s.line, ","))
			}
			cells = append(cells, fmt.Sprintf(`<TD%s COLOR=%q BORDER="%d"%s>%s<BR ALIGN="LEFT"/></TD>`, cellWidth(string(s.level), ""), t.kinds[0].border, s.cell, line, s.level))
		}
	}
	return cells
}

// cellWidth returns the width of a cell of the legend, for text that starts on its
// left and may become wider than Graphviz takes it for. small is in a smaller font.
func cellWidth(text, small string) string {
	const pointsPerInch, padding = 72, 12
	points := max(textInches([]string{text}, nodePoints), textInches([]string{small}, nodePoints-2)) * pointsPerInch
	return fmt.Sprintf(` ALIGN="LEFT" WIDTH="%d"`, int(points)+padding)
}

// has tells whether an entity of the kind is in d.
func (d Diagram) has(k vocab.Kind) bool {
	return slices.ContainsFunc(d.Nodes, func(n Node) bool { return n.Kind == k })
}

// hasLevel tells whether a project at the level is in d.
func (d Diagram) hasLevel(l vocab.Level) bool {
	return slices.ContainsFunc(d.Nodes, func(n Node) bool { return n.Kind == vocab.KindProject && n.Level == l })
}
