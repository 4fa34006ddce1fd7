package draw

import (
	"bufio"
	"encoding/json"
	"io"
	"strconv"
)

// Cytoscape writes d in the JSON that Cytoscape and Cytoscape.js read: elements with
// their data.
func Cytoscape(w io.Writer, d Diagram) error {
	if err := d.check(); err != nil {
		return err
	}
	type element struct {
		Data map[string]any `json:"data"` // marshalled in the order of its keys
	}
	out := printer{bufio.NewWriter(w)}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	out.printf(`{"format_version": "1.0", "data": `)
	_ = enc.Encode(map[string]string{"name": plain(d.Title)})
	out.printf(", \"elements\": {\"nodes\": [\n")
	for i, n := range d.Nodes {
		data := map[string]any{"focus": n.Focus}
		for j, cell := range nodeCells(n) {
			data[nodeColumns[j]] = cell
		}
		data["name"] = data["label"]
		out.separate(i)
		_ = enc.Encode(element{data})
	}
	out.printf("], \"edges\": [\n")
	for i, e := range d.Edges {
		data := map[string]any{"id": "e" + strconv.Itoa(i)}
		for j, cell := range edgeCells(e) {
			data[edgeColumns[j]] = cell
		}
		data["count"], data["interaction"] = max(1, e.Count), data["label"]
		out.separate(i)
		_ = enc.Encode(element{data})
	}
	out.printf("]}}\n")
	return out.Flush()
}
