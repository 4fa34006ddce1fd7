package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/cncfgraph/cncfgraph/extract/link"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/internal/golden"
)

const schedule = `title,event,date,city,url,video
"Envoy in the cold - Ada Nord, Fjord Labs & Bo Sund",MeshConf 2031,2031-04-05,Oslo,https://x.example/s/1,https://youtu.be/a
"NATS: a talk - Cy Vik",MeshConf 2031,2031-04-05,Oslo,,https://youtu.be/b
"No page at all - Cy Vik",MeshConf 2031,2031-04-05,Oslo,,
`

// TestConvert compares what becomes of one file, whose rows are cited by their
// pages or by its lines, with golden files.
func TestConvert(t *testing.T) {
	linker, err := link.Default()
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]source{
		"pages": {file: "s.csv", out: "programs/s", title: "Schedule"},
		"lines": {file: "s.csv", out: "programs/s", title: "Schedule", url: "https://example.org/s.csv", license: "MIT"},
	} {
		text, _, err := convert(linker, s, []byte(schedule))
		if err != nil {
			t.Fatal(err)
		}
		golden.Compare(t, "testdata/"+name+".golden.yaml", text)
	}
	const changes = "name,to,date,commit\nEnvoy,incubating,2017-09-13,abc\nNobody Knows It,sandbox,2018-01-01,abc\nEnvoy,graduated,2018-11-28,def\n"
	for name, s := range map[string]source{
		"histories": {file: "c.csv", out: "observed", title: "seen levels", commits: "https://example.org/commit/"},
		"maturity":  {file: "c.csv", out: "programs/c", title: "Levels", url: "https://example.org/c.csv", rank: vocab.RankDevstats},
	} {
		text, _, err := convert(linker, s, []byte(changes))
		if err != nil {
			t.Fatal(err)
		}
		golden.Compare(t, "testdata/"+name+".golden.yaml", text)
	}
	if _, _, err := convert(linker, source{file: "s.csv"}, []byte(schedule+"ragged,row\n")); err == nil {
		t.Error("a row that cannot be used is no error")
	}
}

// TestCurrent makes data/programs anew from the files in the folder of shared
// documents, if that is there.
func TestCurrent(t *testing.T) {
	in := filepath.Join(os.Getenv("CNCFGRAPH_SHARED"), "data")
	if _, err := os.Stat(filepath.Join(in, "kubecon-sessions.csv")); err != nil {
		t.Skip("no files to compare with: ", err)
	}
	out := t.TempDir()
	if err := os.Mkdir(filepath.Join(out, "programs"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := run(in, out); err != nil {
		t.Fatal(err)
	}
	for _, s := range sources() {
		got, err := os.ReadFile(filepath.Join(out, s.out+".yaml"))
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(filepath.Join("../../../data", s.out+".yaml"))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("data/%s.yaml is not what the generator makes", s.out)
		}
	}
}
