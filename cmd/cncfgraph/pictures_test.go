package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/cncfgraph/cncfgraph/internal/golden"
	"github.com/cncfgraph/cncfgraph/internal/judge"
)

// pictured are the diagrams of the built-in graph that people look at before a change
// of how things are drawn is taken.
var pictured = []struct {
	name string
	args []string
}{
	{"istio", []string{"graph", "istio", "--depth", "1"}},
	{"thanos", []string{"graph", "thanos", "--depth", "2", "--max-nodes", "40"}},
	{"kubecon", []string{"graph", "KubeCon + CloudNativeCon Europe 2026"}},
	{"service-mesh", []string{"graph", "service mesh"}},
	{"nats-istio", []string{"path", "nats", "istio", "--avoid", "kubernetes"}},
	{"report-kubecon", []string{"report", "event", "KubeCon + CloudNativeCon Europe 2026"}},
	{"report-kubecon-categories", []string{"report", "event", "KubeCon + CloudNativeCon Europe 2026", "--cluster", "category", "--limit", "40"}},
}

func TestPictures(t *testing.T) {
	var mermaids [][]byte
	for _, p := range pictured {
		dot := output(t, append(p.args, "-o", "dot")...)
		golden.Compare(t, filepath.Join("testdata", "pictures", p.name+".dot"), dot)
		mermaid := output(t, append(p.args, "-o", "mermaid")...)
		if len(mermaid) > 50_000 {
			t.Errorf("%s: %d bytes of Mermaid, of which GitHub takes 50,000", p.name, len(mermaid))
		}
		mermaids = append(mermaids, mermaid)
		if path, err := exec.LookPath("dot"); err == nil {
			var said bytes.Buffer
			cmd := exec.Command(path, "-Tsvg", "-o", os.DevNull)
			cmd.Stdin, cmd.Stderr = bytes.NewReader(dot), &said
			if err := cmd.Run(); err != nil || said.Len() > 0 {
				t.Errorf("%s: Graphviz: %v\n%s", p.name, err, said.String())
			}
		}
	}
	judge.Mermaid(t, mermaids...)
}

// TestPictureOfReadme compares the picture in README.md with what the helper draws.
func TestPictureOfReadme(t *testing.T) {
	bin, err := executables()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin)
	golden.Compare(t, filepath.Join("..", "..", "docs", "service-mesh.svg"), output(t, "graph", "service mesh", "-o", "svg"))
}
