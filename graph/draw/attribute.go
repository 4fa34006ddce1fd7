package draw

import (
	"bufio"
	"fmt"
	"strconv"
)

// The attributes under which programs find what is known of nodes and edges.
var (
	nodeColumns = []string{"id", "label", "kind", "maturity", "cluster", "url"}
	edgeColumns = []string{"source", "target", "label", "count", "evidence"}
)

// nodeCells returns the values of nodeColumns.
func nodeCells(n Node) []string {
	return []string{idText(n.ID), plain(n.Label), string(n.Kind), plain(string(n.Level)), plain(n.Cluster), plain(n.URL)}
}

// edgeCells returns the values of edgeColumns. An edge stands for one statement at
// least.
func edgeCells(e Edge) []string {
	return []string{idText(e.From), idText(e.To), plain(e.Label), strconv.Itoa(max(1, e.Count)), plain(e.URL)}
}

// printer writes text, and keeps the first error for Flush.
type printer struct{ *bufio.Writer }

// printf writes as fmt.Printf does.
func (p printer) printf(format string, args ...any) { _, _ = fmt.Fprintf(p, format, args...) }

// separate writes the comma before an element that is not the first.
func (p printer) separate(place int) {
	if place > 0 {
		p.printf(",")
	}
}
