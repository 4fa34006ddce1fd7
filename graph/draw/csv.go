package draw

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
)

// CSVHeaders lists the programs that CSV writes headers for, the default first:
// those by which Gephi and Kùzu import, and those of neo4j-admin.
var CSVHeaders = []string{"gephi", "neo4j"}

// csvHeaders lists the headers of nodes and edges for CSVHeaders.
var csvHeaders = [...][2][]string{
	{{"Id", "Label", "Kind", "Maturity", "Cluster", "URL"}, {"Source", "Target", "Relation", "Weight", "Evidence"}},
	{{"id:ID", "name", "kind:LABEL", "maturity", "cluster", "url"}, {":START_ID", ":END_ID", ":TYPE", "count:int", "evidence"}},
}

// CSV writes the nodes and the edges of d as two tables, a header first. header is
// one of CSVHeaders, "" for the default. Cells hold no line breaks.
func CSV(nodes, edges io.Writer, d Diagram, header string) error {
	place := 0
	if header == CSVHeaders[1] {
		place = 1
	} else if header != "" && header != CSVHeaders[0] {
		return fmt.Errorf("unknown header %q; one of %s", header, strings.Join(CSVHeaders, ", "))
	}
	if err := d.check(); err != nil {
		return err
	}
	n, e := printer{bufio.NewWriter(nodes)}, printer{bufio.NewWriter(edges)}
	writeRow(n, csvHeaders[place][0])
	for _, node := range d.Nodes {
		writeRow(n, nodeCells(node))
	}
	writeRow(e, csvHeaders[place][1])
	for _, edge := range d.Edges {
		writeRow(e, edgeCells(edge))
	}
	return errors.Join(n.Flush(), e.Flush())
}

// writeRow writes a row, each cell in quotation marks: Kùzu looks at the first rows
// to see whether there are any.
func writeRow(p printer, cells []string) {
	for i, cell := range cells {
		p.separate(i)
		p.printf(`"%s"`, strings.ReplaceAll(cell, `"`, `""`))
	}
	p.printf("\n")
}
