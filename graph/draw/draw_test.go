package draw_test

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/draw"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/internal/golden"
	"github.com/cncfgraph/cncfgraph/internal/judge"
)

// meetup is a diagram with every kind, every level, and names in three scripts.
func meetup() draw.Diagram {
	project := func(id, name string, level vocab.Level) draw.Node {
		return draw.Node{ID: "project/" + id, Label: name, Kind: vocab.KindProject, Level: level, Tooltip: name}
	}
	focus := project("istio", "Istio", vocab.Graduated)
	focus.Focus, focus.URL = true, "https://istio.io/?a=1&b=2"
	return draw.Diagram{
		Title: "Istio and what it is linked to",
		Nodes: []draw.Node{
			focus,
			project("envoy", "Envoy", vocab.Graduated),
			project("aeraki-mesh", "Aeraki Mesh", vocab.Sandbox),
			project("cni", "Container Network Interface (CNI)", vocab.Incubating),
			project("opentracing", "OpenTracing", vocab.Archived),
			project("consul", "Consul", ""),
			{ID: "talk/a", Label: "サービスメッシュを本番環境で運用して得た知見とこれからの課題について", Kind: vocab.KindTalk},
			{ID: "talk/b", Label: "서비스 메시 비교: Istio & Linkerd", Kind: vocab.KindTalk},
			{ID: "speaker/s", Label: "王小明", Kind: vocab.KindSpeaker},
			{ID: "event/e", Label: "Mesh Night Kyoto #3", Kind: vocab.KindEvent},
			{ID: "category/c", Label: "Orchestration & Management / Service Mesh", Kind: vocab.KindCategory},
			{ID: "organization/o", Label: "Example Corporation", Kind: vocab.KindOrganization},
			{ID: "https://example.org/memo.md", Label: "memo.md", Kind: vocab.KindSource},
			{ID: "more", Label: "+12 more"},
		},
		Edges: []draw.Edge{
			{From: "project/istio", To: "project/envoy", Label: "uses", Count: 3, URL: "https://example.org/memo.md#L7", Tooltip: "memo.md:7"},
			{From: "project/aeraki-mesh", To: "project/istio", Label: "integrates with", Count: 1},
			{From: "project/istio", To: "project/consul", Label: "alternative to"},
			{From: "project/istio", To: "category/c", Label: "category", Faint: true},
			{From: "talk/a", To: "project/istio", Label: "about"},
			{From: "talk/b", To: "project/istio", Label: "about"},
			{From: "talk/a", To: "speaker/s", Label: "by"},
			{From: "talk/a", To: "event/e", Label: "at"},
			{From: "speaker/s", To: "organization/o", Label: "works for"},
			{From: "https://example.org/memo.md", To: "project/cni", Label: "mentions", Faint: true},
			{From: "project/istio", To: "more"},
		},
	}
}

// clustered is the meetup in frames.
func clustered() draw.Diagram {
	d := meetup()
	for i, n := range d.Nodes {
		switch n.Kind {
		case vocab.KindProject:
			d.Nodes[i].Cluster = cmp.Or(string(n.Level), "no CNCF project")
		case vocab.KindTalk:
			d.Nodes[i].Cluster = `"Mesh" & <Night>`
		}
	}
	return d
}

func TestDOT(t *testing.T) {
	for _, test := range []struct {
		name string
		d    draw.Diagram
		opts *draw.Options
	}{
		{"meetup", meetup(), nil},
		{"plain", draw.Diagram{Nodes: meetup().Nodes[:2], Edges: meetup().Edges[:1]}, &draw.Options{Layout: "neato", NoLegend: true}},
		{"empty", draw.Diagram{}, &draw.Options{Direction: "TB"}},
		{"clusters", clustered(), &draw.Options{Theme: "dark"}},
		{"print", meetup(), &draw.Options{Theme: "print"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got, again bytes.Buffer
			if err := draw.DOT(&got, test.d, test.opts); err != nil {
				t.Fatal(err)
			}
			if err := draw.DOT(&again, test.d, test.opts); err != nil || again.String() != got.String() {
				t.Errorf("the second time differs (error %v)", err)
			}
			golden.Compare(t, "testdata/"+test.name+".dot", got.Bytes())
			render(t, got.Bytes())
		})
	}
}

func TestDOTErrors(t *testing.T) {
	node := draw.Node{ID: "a", Label: "A"}
	for _, test := range []struct {
		name string
		d    draw.Diagram
		opts *draw.Options
		want string
	}{
		{"layout", draw.Diagram{}, &draw.Options{Layout: "spiral"}, `unknown layout "spiral"; one of dot, neato`},
		{"direction", draw.Diagram{}, &draw.Options{Direction: "up"}, `unknown direction "up"; one of LR, TB`},
		{"repeated", draw.Diagram{Nodes: []draw.Node{node, node}}, nil, `diagram has two nodes "a"`},
		{"dangling", draw.Diagram{Nodes: []draw.Node{node}, Edges: []draw.Edge{{From: "a", To: "b"}}}, nil, `edge "a" – "b": no node "b"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			var out bytes.Buffer
			err := draw.DOT(&out, test.d, test.opts)
			if err == nil || !strings.Contains(err.Error(), test.want) || out.Len() > 0 {
				t.Errorf("error %v and %d bytes, want %q and none", err, out.Len(), test.want)
			}
		})
	}
}

func TestDOTShowsHostileNamesAsText(t *testing.T) {
	for _, name := range judge.Hostile {
		d := draw.Diagram{
			Title: name,
			Nodes: []draw.Node{
				{ID: name, Label: name, Kind: vocab.KindProject, Level: vocab.Level(name), URL: "javascript:alert(1)", Tooltip: name},
				{ID: "b", Label: name, Kind: vocab.KindTalk, URL: "https://example.org/?q=" + name, Tooltip: name},
			},
			Edges: []draw.Edge{{From: name, To: "b", Label: name, Count: 2, URL: name, Tooltip: name}},
		}
		var out bytes.Buffer
		if err := draw.DOT(&out, d, nil); err != nil {
			t.Fatalf("%.40q: %v", name, err)
		}
		for _, bad := range []string{"\u202E", "\x00", "\x1b", `URL="javascript:`} {
			if strings.Contains(out.String(), bad) {
				t.Errorf("%.40q: %q is in the output", name, bad)
			}
		}
		svg := render(t, out.Bytes())
		if svg == nil {
			continue
		}
		if bytes.Contains(svg, []byte("<script")) || bytes.Contains(svg, []byte(`href="javascript:`)) {
			t.Errorf("%.40q: the picture holds a script", name)
		}
		if n := bytes.Count(svg, []byte(`class="node"`)); n != 2 {
			t.Errorf("%.40q: %d nodes, want 2", name, n)
		}
	}
}

func TestNothingRunsInABrowser(t *testing.T) {
	d := draw.Diagram{Title: strings.Join(judge.Hostile, " ")}
	for i, name := range judge.Hostile {
		id := strconv.Itoa(i)
		d.Nodes = append(d.Nodes,
			draw.Node{ID: "a" + id + name, Label: name, Kind: vocab.KindProject, Level: vocab.Level(name), URL: name, Tooltip: name, Cluster: name},
			draw.Node{ID: "b" + id, Label: name, URL: "https://example.org/" + name, Tooltip: name})
		d.Edges = append(d.Edges, draw.Edge{From: "a" + id + name, To: "b" + id, Label: name, URL: "https://example.org/?" + name, Tooltip: name})
	}
	var out bytes.Buffer
	if err := draw.DOT(&out, d, nil); err != nil {
		t.Fatal(err)
	}
	svg := render(t, out.Bytes())
	if svg == nil {
		t.Skip("nothing to open")
	}
	judge.Browser(t, svg)
}

func FuzzDOT(f *testing.F) {
	for _, name := range judge.Hostile {
		f.Add(name, name, name)
	}
	f.Fuzz(func(t *testing.T, id, label, address string) {
		d := draw.Diagram{Title: label, Nodes: []draw.Node{{ID: id, Label: label, URL: address, Tooltip: address}}}
		var out bytes.Buffer
		if err := draw.DOT(&out, d, nil); err != nil {
			t.Fatal(err)
		}
		if open := openQuote(out.String()); open {
			t.Errorf("a string is not closed:\n%s", out.String())
		}
	})
}

// openQuote tells whether a quoted string of s, which is DOT, is not closed on
// the line on which it begins.
func openQuote(s string) bool {
	for _, line := range strings.Split(s, "\n") {
		open := false
		for i := 0; i < len(line); i++ {
			switch {
			case open && line[i] == '\\':
				i++
			case line[i] == '"':
				open = !open
			}
		}
		if open {
			return true
		}
	}
	return false
}

// render lets Graphviz draw dot and returns the picture as SVG, nil where
// Graphviz is not installed. It fails t where Graphviz has anything to say, or
// where the picture is not XML.
func render(t *testing.T, dot []byte) []byte {
	t.Helper()
	path, err := exec.LookPath("dot")
	if err != nil {
		t.Log("not drawn: Graphviz is not installed")
		return nil
	}
	var out, said bytes.Buffer
	cmd := exec.Command(path, "-Tsvg")
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(dot), &out, &said
	if err := cmd.Run(); err != nil || said.Len() > 0 {
		t.Fatalf("dot: %v\n%s\n%.2000s", err, said.String(), dot)
	}
	for dec := xml.NewDecoder(bytes.NewReader(out.Bytes())); ; {
		if _, err := dec.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("the picture is not XML: %v\n%.2000s", err, dot)
		}
	}
	return out.Bytes()
}

func ExampleDOT() {
	d := draw.Diagram{
		Nodes: []draw.Node{
			{ID: "project/istio", Label: "Istio", Kind: vocab.KindProject, Level: vocab.Graduated},
			{ID: "project/envoy", Label: "Envoy", Kind: vocab.KindProject, Level: vocab.Graduated},
		},
		Edges: []draw.Edge{{From: "project/istio", To: "project/envoy", Label: "uses"}},
	}
	if err := draw.DOT(os.Stdout, d, &draw.Options{NoLegend: true}); err != nil {
		panic(err)
	}
}
