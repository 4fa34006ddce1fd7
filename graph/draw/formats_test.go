package draw_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/draw"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/internal/golden"
	"github.com/cncfgraph/cncfgraph/internal/judge"
)

// written returns what write writes.
func written(t *testing.T, write func(*bytes.Buffer) error) []byte {
	t.Helper()
	var out, again bytes.Buffer
	if err := write(&out); err != nil {
		t.Fatal(err)
	}
	if err := write(&again); err != nil || !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Errorf("the second time differs (error %v)", err)
	}
	return out.Bytes()
}

func mermaid(t *testing.T, d draw.Diagram, opts *draw.Options) []byte {
	return written(t, func(out *bytes.Buffer) error { return draw.Mermaid(out, d, opts) })
}

func graphML(t *testing.T, d draw.Diagram) []byte {
	return written(t, func(out *bytes.Buffer) error { return draw.GraphML(out, d) })
}

func cytoscape(t *testing.T, d draw.Diagram) []byte {
	return written(t, func(out *bytes.Buffer) error { return draw.Cytoscape(out, d) })
}

func TestMermaid(t *testing.T) {
	var all [][]byte
	for _, test := range []struct {
		name string
		d    draw.Diagram
		opts *draw.Options
	}{
		{"meetup", meetup(), nil},
		{"clusters", clustered(), &draw.Options{Theme: "dark", Direction: "TB"}},
		{"empty", draw.Diagram{}, &draw.Options{NoLegend: true}},
	} {
		got := mermaid(t, test.d, test.opts)
		golden.Compare(t, "testdata/"+test.name+".mmd", got)
		all = append(all, got)
	}
	judge.Mermaid(t, all...)
}

func TestGraphML(t *testing.T) {
	got := graphML(t, clustered())
	golden.Compare(t, "testdata/clusters.graphml", got)
	rows := judge.GraphML(t, got)[0]
	if len(rows) != len(clustered().Nodes)+len(clustered().Edges) {
		t.Errorf("NetworkX reads %d nodes and edges: %q", len(rows), rows)
	}
	for _, want := range [][]string{
		{"node", "talk/b", "서비스 메시 비교: Istio & Linkerd"},
		{"edge", "project/istio", "project/envoy", "uses"},
	} {
		if !slices.ContainsFunc(rows, func(row []string) bool { return slices.Equal(row, want) }) {
			t.Errorf("NetworkX reads no %q in %q", want, rows)
		}
	}
}

// elements is what Cytoscape.js takes.
type elements struct {
	Elements struct {
		Nodes []struct {
			Data struct {
				ID, Label, Kind, Maturity, Cluster, URL string
				Focus                                   bool
			}
		}
		Edges []struct {
			Data struct {
				ID, Source, Target, Label, Evidence string
				Count                               int
			}
		}
	}
}

func TestCytoscape(t *testing.T) {
	got := cytoscape(t, clustered())
	golden.Compare(t, "testdata/clusters.cyjs", got)
	var e elements
	if err := json.Unmarshal(got, &e); err != nil {
		t.Fatal(err)
	}
	if len(e.Elements.Nodes) != len(clustered().Nodes) || len(e.Elements.Edges) != len(clustered().Edges) {
		t.Errorf("%d nodes and %d edges", len(e.Elements.Nodes), len(e.Elements.Edges))
	}
	if uses := e.Elements.Edges[0].Data; uses.Source != "project/istio" || uses.Target != "project/envoy" || uses.Label != "uses" || uses.Count != 3 {
		t.Errorf("the first edge is %+v", uses)
	}
}

func TestCSV(t *testing.T) {
	for _, header := range draw.CSVHeaders {
		nodes, edges := csvTables(t, clustered(), header)
		golden.Compare(t, "testdata/"+header+"-nodes.csv", nodes)
		golden.Compare(t, "testdata/"+header+"-edges.csv", edges)
	}
	if err := draw.CSV(&bytes.Buffer{}, &bytes.Buffer{}, draw.Diagram{}, "dbase"); err == nil || !strings.Contains(err.Error(), `unknown header "dbase"; one of gephi, neo4j`) {
		t.Errorf("error %v", err)
	}
}

func csvTables(t *testing.T, d draw.Diagram, header string) (nodes, edges []byte) {
	t.Helper()
	var n, e bytes.Buffer
	if err := draw.CSV(&n, &e, d, header); err != nil {
		t.Fatal(err)
	}
	return n.Bytes(), e.Bytes()
}

// hostileDiagram is a diagram in which everything is named so.
func hostileDiagram(name string) draw.Diagram {
	return draw.Diagram{
		Title: name,
		Nodes: []draw.Node{
			{ID: "project/" + name, Label: name, Kind: vocab.KindProject, Level: vocab.Level(name), URL: "javascript:alert(1)", Tooltip: name, Focus: true, Cluster: name},
			{ID: "b", Label: name, Kind: vocab.KindTalk, URL: "https://example.org/?q=" + name, Tooltip: name},
			{ID: "c", Label: name},
		},
		Edges: []draw.Edge{
			{From: "project/" + name, To: "b", Label: name, Count: 2, URL: name, Tooltip: name},
			{From: "b", To: "c", Label: name, Mutual: true},
			{From: "b", To: "project/" + name},
		},
	}
}

// forbidden are characters that no output may hold, and a link that none may have.
var forbidden = []string{"\u202E", "\x00", "\x1b", `href "javascript:`}

func TestMermaidShowsHostileNamesAsText(t *testing.T) {
	var all [][]byte
	for _, name := range append(slices.Clone(judge.Hostile), "%%{init: {\"securityLevel\": \"loose\"}}%%", "1. one", "- two", "end", "`md`", "www.example.org", "a@example.org", "https://example.org", "click n0 callback") {
		got := mermaid(t, hostileDiagram(name), nil)
		for _, bad := range append(forbidden, "<script", "-->\n", "loose\"") {
			if bytes.Contains(got, []byte(bad)) {
				t.Errorf("%.40q: %q is in the output", name, bad)
			}
		}
		if n := bytes.Count(got, []byte("\n")); n > 60 {
			t.Errorf("%.40q: %d lines", name, n)
		}
		all = append(all, got)
	}
	judge.Mermaid(t, all...)
}

func TestDataFormatsKeepHostileNames(t *testing.T) {
	var all [][]byte
	for _, name := range judge.Hostile {
		d := hostileDiagram(name)
		t.Run(fmt.Sprintf("%.20q", name), func(t *testing.T) {
			var e elements
			text := cytoscape(t, d)
			if err := json.Unmarshal(text, &e); err != nil || len(e.Elements.Nodes) != 3 || len(e.Elements.Edges) != 3 {
				t.Errorf("Cytoscape: %v\n%.500s", err, text)
			}
			for _, header := range draw.CSVHeaders {
				nodes, edges := csvTables(t, d, header)
				for _, table := range [][]byte{nodes, edges} {
					if rows, err := csv.NewReader(bytes.NewReader(table)).ReadAll(); err != nil || len(rows) != 4 || bytes.Count(table, []byte("\n")) != 4 {
						t.Errorf("CSV: %d rows, %v\n%.500s", len(rows), err, table)
					}
				}
				text = append(append(text, nodes...), edges...)
			}
			ml := graphML(t, d)
			for _, bad := range forbidden[:3] {
				if bytes.Contains(append(text, ml...), []byte(bad)) {
					t.Errorf("%q is in the output", bad)
				}
			}
			all = append(all, ml)
		})
	}
	for i, rows := range judge.GraphML(t, all...) {
		if len(rows) != 6 {
			t.Errorf("%.40q: NetworkX reads %.400q", judge.Hostile[i], rows)
		}
	}
}
