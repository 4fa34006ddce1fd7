package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/internal/golden"
)

const commit = "0123456789abcdef0123456789abcdef01234567"

// TestConvert compares the output for a small landscape with the golden file.
func TestConvert(t *testing.T) {
	data, err := os.ReadFile("testdata/landscape.yml")
	if err != nil {
		t.Fatal(err)
	}
	out, notes, err := convert("landscape.yml", commit, data)
	if err != nil {
		t.Fatal(err)
	}
	golden.Compare(t, "testdata/landscape.golden.yaml", out)
	want := []string{`landscape.yml:23: Harbour (HB): no category "Runtime / Nowhere"`}
	if !slices.Equal(notes, want) {
		t.Errorf("notes %q, want %q", notes, want)
	}
}

// landscape returns a landscape.yml of one category with the items.
func landscape(items string) []byte {
	return []byte("landscape:\n- category:\n  name: C\n  subcategories:\n  - subcategory:\n    name: S\n    items:\n" + items)
}

func TestErrors(t *testing.T) {
	tests := []struct {
		name string
		data []byte
		want string
	}{
		{"syntax", []byte("landscape: [\n"), "f.yml: yaml: "},
		{"nothing", nil, "f.yml:1: no landscape"},
		{"other YAML", []byte("items: []"), "f.yml:1: no landscape"},
		{"no list", []byte("landscape: {}"), "f.yml:1: not a list"},
		{"no name", landscape("    - item:\n      homepage_url: x\n"), `f.yml:8: no "name"`},
		{"key twice", landscape("    - item:\n      name: A\n      name: B\n"), `f.yml:10: key "name" is repeated`},
		{"no acceptance", landscape("    - name: A\n      project: sandbox\n"), "f.yml:8: A: a CNCF project without the date of its acceptance"},
		{"bad date", landscape("    - name: A\n      project: sandbox\n      extra:\n        accepted: 2018-8\n"), `f.yml:11: A: accepted "2018-8" is no date`},
		{"dates out of order", landscape("    - name: A\n      project: incubating\n      extra:\n        accepted: '2020-02-01'\n        incubating: '2020-01-01'\n"), "f.yml:12: A: incubating 2020-01-01 is before sandbox 2020-02-01"},
		{"level and dates", landscape("    - name: A\n      project: graduated\n      extra:\n        accepted: '2020-02-01'\n"), "f.yml:9: A: is graduated, but its last date is that of sandbox"},
		{"two projects", landscape("    - name: A\n      project: sandbox\n      extra: {accepted: '2020-02-01'}\n    - name: a\n      project: sandbox\n      extra: {accepted: '2020-02-01'}\n"), "f.yml:11: a: a CNCF project twice, also on line 8"},
		{"no slug", landscape("    - name: '!'\n"), `f.yml:8: !: slug "" is taken or empty`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, _, err := convert("f.yml", commit, test.data)
			if err == nil || !strings.HasPrefix(err.Error(), test.want) {
				t.Errorf("error %v, want %s…", err, test.want)
			}
		})
	}
}

func TestIntegratedNames(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"Helm，Prometheus, Nginx, etc.", []string{"Helm", "Prometheus", "Nginx"}},
		{"Argo CD (GitOps), SPIFFE/SPIRE (identity), OpenTelemetry and Prometheus", []string{"Argo CD", "SPIFFE", "SPIRE", "OpenTelemetry", "Prometheus"}},
		{"https://example.org/integrations/", nil},
		{"See [exporters](https://example.org/) plus many service discoveries.", nil},
	}
	for _, test := range tests {
		it := item{integrations: fact{value: test.text}}
		if got := it.integratedNames(); !slices.Equal(got, test.want) {
			t.Errorf("%q: %q, want %q", test.text, got, test.want)
		}
	}
}

// TestCurrent makes data/landscape.yaml anew from the landscape.yml in the
// folder of shared documents, if that is there.
func TestCurrent(t *testing.T) {
	shared := os.Getenv("CNCFGRAPH_SHARED")
	if shared == "" {
		shared = "../../../../shared"
	}
	data, err := os.ReadFile(filepath.Join(shared, "data", "landscape.yml"))
	if err != nil {
		t.Skip("no landscape.yml to compare with: ", err)
	}
	want, err := os.ReadFile("../../../data/landscape.yaml")
	if err != nil {
		t.Fatal(err)
	}
	of := regexp.MustCompile(`-commit ([0-9a-f]{40})`).FindSubmatch(want)
	if of == nil {
		t.Fatal("data/landscape.yaml does not say which commit it is of")
	}
	got, _, err := convert("landscape.yml", string(of[1]), data)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("data/landscape.yaml is not what the generator makes of landscape.yml")
	}
}

func FuzzConvert(f *testing.F) {
	data, err := os.ReadFile("testdata/landscape.yml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add(landscape("    - {name: A (Wasm)}\n    - {name: A}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		first, _, err := convert("f", commit, data)
		if err != nil {
			return
		}
		if second, _, _ := convert("f", commit, data); !bytes.Equal(first, second) {
			t.Error("the same input gives two outputs")
		}
	})
}
