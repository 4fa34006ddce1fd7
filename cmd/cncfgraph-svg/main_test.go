package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/draw"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/internal/judge"
)

// picture draws d by the program and checks that it is XML with that many nodes.
func picture(t *testing.T, d draw.Diagram, opts *draw.Options) []byte {
	t.Helper()
	var dot, out, again bytes.Buffer
	if err := draw.DOT(&dot, d, opts); err != nil {
		t.Fatal(err)
	}
	if err := svg(t.Context(), bytes.NewReader(dot.Bytes()), &out); err != nil {
		t.Fatalf("%v\n%.2000s", err, dot.String())
	}
	if err := svg(t.Context(), bytes.NewReader(dot.Bytes()), &again); err != nil || !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Errorf("the second picture differs (error %v)", err)
	}
	for dec := xml.NewDecoder(bytes.NewReader(out.Bytes())); ; {
		if _, err := dec.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("the picture is not XML: %v", err)
		}
	}
	if n := bytes.Count(out.Bytes(), []byte(`class="node"`)); n != len(d.Nodes) {
		t.Errorf("%d nodes, want %d", n, len(d.Nodes))
	}
	return out.Bytes()
}

func TestLayouts(t *testing.T) {
	d := draw.Diagram{
		Title: "サービスメッシュ",
		Nodes: []draw.Node{{ID: "a", Label: "Istio", Kind: vocab.KindProject}, {ID: "b", Label: "はじめてのサービスメッシュ", Kind: vocab.KindTalk}},
		Edges: []draw.Edge{{From: "b", To: "a", Label: "about", URL: "https://example.org/memo.md#L5"}},
	}
	for _, layout := range draw.Layouts {
		got := picture(t, d, &draw.Options{Layout: layout})
		for _, want := range []string{"サービスメッシュ", "https://example.org/memo.md#L5"} {
			if !bytes.Contains(got, []byte(want)) {
				t.Errorf("%s: %q is not in the picture", layout, want)
			}
		}
	}
}

func TestHostileNames(t *testing.T) {
	var d draw.Diagram
	for _, name := range judge.Hostile {
		d.Nodes = append(d.Nodes, draw.Node{ID: "node " + name, Label: name, Kind: vocab.KindProject, Level: vocab.Level(name), URL: name, Tooltip: name})
		d.Edges = append(d.Edges, draw.Edge{From: "node " + name, To: "node ", Label: name, URL: "https://example.org/?" + name, Tooltip: name})
	}
	judge.Browser(t, picture(t, d, nil))
}

func TestFaults(t *testing.T) {
	var out bytes.Buffer
	if err := svg(t.Context(), strings.NewReader("digraph {"), &out); err == nil || out.Len() > 0 {
		t.Errorf("error %v and %d bytes", err, out.Len())
	}
}
