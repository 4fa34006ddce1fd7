package draw

import (
	"bufio"
	"encoding/json"
	"fmt"
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
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	fmt.Fprint(out, "{\"format_version\": \"1.0\", \"data\": ") // errors are kept for Flush
	_ = enc.Encode(map[string]string{"name": plain(d.Title)})
	fmt.Fprint(out, ", \"elements\": {\"nodes\": [\n")
	for i, n := range d.Nodes {
		data := map[string]any{"focus": n.Focus}
		for j, cell := range nodeCells(n) {
			data[nodeColumns[j]] = cell
		}
		data["name"] = data["label"]
		separate(out, i)
		_ = enc.Encode(element{data})
	}
	fmt.Fprint(out, "], \"edges\": [\n")
	for i, e := range d.Edges {
		data := map[string]any{"id": "e" + strconv.Itoa(i)}
		for j, cell := range edgeCells(e) {
			data[edgeColumns[j]] = cell
		}
		data["count"], data["interaction"] = max(1, e.Count), data["label"]
		separate(out, i)
		_ = enc.Encode(element{data})
	}
	fmt.Fprint(out, "]}}\n")
	return out.Flush()
}

// separate writes the comma before an element that is not the first.
func separate(w io.Writer, place int) {
	if place > 0 {
		_, _ = io.WriteString(w, ",")
	}
}
