package draw

import (
	"bufio"
	"encoding/xml"
	"io"
	"strings"
)

// GraphML writes d as GraphML (http://graphml.graphdrawing.org), with labels, shapes
// and colours as yEd has them beside the attributes that every program reads.
func GraphML(w io.Writer, d Diagram) error {
	if err := d.check(); err != nil {
		return err
	}
	out := printer{bufio.NewWriter(w)}
	out.printf("%s<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:y=\"http://www.yworks.com/xml/graphml\">\n", xml.Header)
	out.printf(" <key id=\"look\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n <key id=\"line\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n")
	for _, name := range nodeColumns[1:] {
		out.printf(" <key id=\"node_%s\" for=\"node\" attr.name=\"%[1]s\" attr.type=\"string\"/>\n", name)
	}
	for _, name := range edgeColumns[2:] {
		kind := "string"
		if name == "count" {
			kind = "int"
		}
		out.printf(" <key id=\"edge_%s\" for=\"edge\" attr.name=\"%[1]s\" attr.type=\"%s\"/>\n", name, kind)
	}
	out.printf(" <graph id=\"cncfgraph\" edgedefault=\"directed\">\n  <desc>%s</desc>\n", xmlText(plain(d.Title)))
	for _, n := range d.Nodes {
		graphMLNode(out, n)
	}
	for i, e := range d.Edges {
		graphMLEdge(out, i, e)
	}
	out.printf(" </graph>\n</graphml>\n")
	return out.Flush()
}

// graphMLNode writes n.
func graphMLNode(out printer, n Node) {
	cells := nodeCells(n)
	out.printf("  <node id=\"%s\">\n", xmlText(cells[0]))
	for i, cell := range cells[1:] {
		if cell != "" {
			out.printf("   <data key=\"node_%s\">%s</data>\n", nodeColumns[i+1], xmlText(cell))
		}
	}
	style, place := styleOf(n.Kind)
	lines := nodeLines(n.Label)
	widest := 0
	for _, line := range lines {
		widest = max(widest, textColumns(line))
	}
	out.printf("   <data key=\"look\"><y:ShapeNode><y:Geometry width=\"%d\" height=\"%d\"/><y:Fill color=%q/><y:BorderStyle color=%q/><y:NodeLabel autoSizePolicy=\"node_size\" configuration=\"CroppingLabel\">%s</y:NodeLabel><y:Shape type=%q/></y:ShapeNode></data>\n  </node>\n",
		7*widest+20, 16*len(lines)+12, themes[0].fillOf(n, place), themes[0].colour(place).border, xmlText(cells[1]), style.yed)
}

// graphMLEdge writes e, the edge of that number.
func graphMLEdge(out printer, number int, e Edge) {
	cells := edgeCells(e)
	out.printf("  <edge id=\"e%d\" source=\"%s\" target=\"%s\">\n", number, xmlText(cells[0]), xmlText(cells[1]))
	for i, cell := range cells[2:] {
		if cell != "" {
			out.printf("   <data key=\"edge_%s\">%s</data>\n", edgeColumns[i+2], xmlText(cell))
		}
	}
	arrow := "standard"
	if e.Mutual {
		arrow = "none"
	}
	label := ""
	if cells[2] != "" {
		label = "<y:EdgeLabel>" + xmlText(cells[2]) + "</y:EdgeLabel>"
	}
	out.printf("   <data key=\"line\"><y:PolyLineEdge><y:Arrows source=\"none\" target=%q/>%s</y:PolyLineEdge></data>\n  </edge>\n", arrow, label)
}

// xmlText returns s as it stands in XML, between tags and in an attribute.
func xmlText(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a builder takes it
	return b.String()
}
