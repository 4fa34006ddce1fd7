package draw

import (
	"fmt"
	"html"
	"slices"
	"strings"
)

// caption returns the label of the whole diagram: its title and, unless
// withheld, the legend of the kinds and levels that occur in it.
func caption(d Diagram, noLegend bool) string {
	title := html.EscapeString(strings.Join(wrap(cut(plain(d.Title), 2*labelColumns), labelColumns), "\n"))
	title = strings.ReplaceAll(title, "\n", "<BR/>")
	var cells []string
	if !noLegend {
		cells = legend(d)
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
	fmt.Fprintf(&b, "      <TR><TD><TABLE BORDER=\"0\" CELLBORDER=\"1\" CELLSPACING=\"6\" CELLPADDING=\"4\"><TR>\n        %s\n      </TR></TABLE></TD></TR>\n      </TABLE>>",
		strings.Join(cells, "\n        "))
	return b.String()
}

// legend returns a table cell for each kind and each level that occurs in d.
func legend(d Diagram) []string {
	var cells []string
	for _, s := range kindStyles {
		if slices.ContainsFunc(d.Nodes, func(n Node) bool { return n.Kind == s.kind }) {
			cells = append(cells, fmt.Sprintf(`<TD COLOR=%q BGCOLOR=%q>%s</TD>`, s.border, s.fill, s.kind))
		}
	}
	project := kindStyles[0]
	for _, s := range levelStyles {
		if slices.ContainsFunc(d.Nodes, func(n Node) bool { return n.Kind == project.kind && n.Level == s.level }) {
			line := ""
			if s.line != "" {
				line = fmt.Sprintf(" STYLE=%q", strings.TrimPrefix(s.line, ","))
			}
			cells = append(cells, fmt.Sprintf(`<TD COLOR=%q BORDER="%d"%s>%s</TD>`, project.border, s.cell, line, s.level))
		}
	}
	return cells
}
