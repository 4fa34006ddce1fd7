package landscape

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/internal/golden"
)

const url = "https://example.org/landscape.yml"

// TestRead compares the output for a small landscape with the golden file.
func TestRead(t *testing.T) {
	text, err := os.ReadFile("testdata/landscape.yml")
	if err != nil {
		t.Fatal(err)
	}
	l := Read(url, string(text))
	golden.Compare(t, "testdata/landscape.golden.yaml", l.YAML)
	if len(l.Problems) != 0 {
		t.Errorf("problems %v", l.Problems)
	}
	var faults strings.Builder
	for _, f := range l.Faults {
		fmt.Fprintf(&faults, "%d %s: %s\n", f.Line, f.Rule, f.Text)
	}
	golden.Compare(t, "testdata/faults.golden", []byte(faults.String()))
}

// landscapeOf returns a landscape.yml of one category with the items.
func landscapeOf(items string) string {
	return "landscape:\n- category:\n  name: C\n  subcategories:\n  - subcategory:\n    name: S\n    items:\n" + items
}

func TestErrors(t *testing.T) {
	tests := []struct {
		name string
		text string
		want string
	}{
		{"syntax", "landscape: [\n", "1: YAML: "},
		{"nothing", "", "1: no landscape"},
		{"other YAML", "items: []", "1: no landscape"},
		{"no list", "landscape: {}", "1: not a list"},
		{"no name", landscapeOf("    - item:\n      homepage_url: x\n"), `8: no "name"`},
		{"key twice", landscapeOf("    - item:\n      name: A\n      name: B\n"), `10: key "name" is repeated`},
		{"no acceptance", landscapeOf("    - name: A\n      project: sandbox\n"), "8: A: a CNCF project without the date of its acceptance"},
		{"bad date", landscapeOf("    - name: A\n      project: sandbox\n      extra:\n        accepted: 2018-8\n"), `11: A: accepted "2018-8" is no date`},
		{"dates out of order", landscapeOf("    - name: A\n      project: incubating\n      extra:\n        accepted: '2020-02-01'\n        incubating: '2020-01-01'\n"), "12: A: incubating 2020-01-01 is before sandbox 2020-02-01"},
		{"level and dates", landscapeOf("    - name: A\n      project: graduated\n      extra:\n        accepted: '2020-02-01'\n"), "9: A: is graduated, but its last date is that of sandbox"},
		{"two projects", landscapeOf("    - name: A\n      project: sandbox\n      extra: {accepted: '2020-02-01'}\n    - name: a\n      project: sandbox\n      extra: {accepted: '2020-02-01'}\n"), "11: a: a CNCF project twice, also on line 8"},
		{"no slug", landscapeOf("    - name: '!'\n"), `8: !: slug "" is taken or empty`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			l := Read(url, test.text)
			if len(l.Problems) == 0 {
				t.Fatal("no problem")
			}
			if got := fmt.Sprintf("%d: %v", l.Problems[0].Line, l.Problems[0].Err); !strings.HasPrefix(got, test.want) {
				t.Errorf("problem %s, want %s…", got, test.want)
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

// TestDamaged checks that sound items are kept where others cannot be read.
func TestDamaged(t *testing.T) {
	sound := "    - item:\n      name: A\n      homepage_url: https://a.example\n"
	for name, bad := range map[string]string{
		"cut off":        "    - item:\n      name: \"B\n",
		"no YAML":        "    - item:\n      name: [B\n",
		"a bad date":     "    - item:\n      name: B\n      project: sandbox\n      extra:\n        accepted: '2018-02-30'\n",
		"an alias":       "    - item:\n      name: *b\n",
		"a key repeated": "    - item:\n      name: B\n      name: C\n",
	} {
		t.Run(name, func(t *testing.T) {
			l := Read(url, landscapeOf(sound+bad))
			if len(l.Problems) == 0 || l.Problems[0].Line < 11 {
				t.Errorf("problems %v, want one on the bad item", l.Problems)
			}
			if len(l.Projects) != 1 || l.Projects[0].Name != "A" {
				t.Errorf("projects %v, want A", l.Projects)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	data, err := os.ReadFile("testdata/landscape.yml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(data))
	f.Add(landscapeOf("    - {name: A (Wasm)}\n    - {name: A}\n"))
	f.Add(landscapeOf("    - item:\n      name: [A\n    - item:\n      name: B\n"))
	f.Fuzz(func(t *testing.T, text string) {
		first := Read(url, text)
		if second := Read(url, text); !bytes.Equal(first.YAML, second.YAML) {
			t.Error("the same input gives two outputs")
		}
	})
}
