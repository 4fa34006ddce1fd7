package main

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

func TestWriteTable(t *testing.T) {
	var out bytes.Buffer
	err := writeTable(screen{Writer: &out}, table{header: []string{"NAME", "TALKS"}, rows: [][]string{{"水野 聖也", "2"}, {"Jo\x1bnes", "10"}}})
	want := "NAME       TALKS\n水野 聖也  2\nJones      10\n"
	if err != nil || out.String() != want {
		t.Errorf("error %v, got:\n%swant:\n%s", err, out.String(), want)
	}
}

func TestWriteCSV(t *testing.T) {
	var out bytes.Buffer
	err := writeCSV(&out, table{header: []string{"NAME", "NOTE"}, rows: [][]string{{"=1+1", `a "b", c`}, {"@x", ""}}})
	want := "name,note\n'=1+1,\"a \"\"b\"\", c\"\n'@x,\n"
	if err != nil || out.String() != want {
		t.Errorf("error %v, got:\n%swant:\n%s", err, out.String(), want)
	}
}

func TestWriteYAML(t *testing.T) {
	value := struct {
		Name  string   `json:"name"`
		Level *string  `json:"level"`
		Tags  []string `json:"tags"`
		Date  string   `json:"date"`
		Text  string   `json:"text"`
	}{"Istio", nil, []string{}, "2018", "yes: no"}
	var out bytes.Buffer
	err := writeYAML(&out, value)
	want := "name: Istio\nlevel: null\ntags: []\ndate: \"2018\"\ntext: 'yes: no'\n"
	if err != nil || out.String() != want {
		t.Errorf("error %v, got:\n%swant:\n%s", err, out.String(), want)
	}
}

// TestFormulas writes what spreadsheets take for formulas.
func TestFormulas(t *testing.T) {
	for _, tt := range []struct{ cell, want string }{
		{"Istio", "Istio"},
		{"a=b", "a=b"},
		{"", ""},
		{"1-2", "1-2"},
		{"=1+1", "'=1+1"},
		{"+1", "'+1"},
		{"-1", "'-1"},
		{"@x", "'@x"},
		{"＝1+1", "'＝1+1"},
		{"＋1", "'＋1"},
		{"－1", "'－1"},
		{"＠x", "'＠x"},
		{"\t=1", "' =1"},
		{"\r=1", "'=1"},
		{"\n=1", "' =1"},
		{"  =1", "'  =1"},
		{"\u3000=1", "'\u3000=1"},
		{"\u00a0=1", "'\u00a0=1"},
		{"\x00=1", "'=1"},
		{"\ufeff=1", "'=1"},
		{"\u200d=1", "'\u200d=1"},
	} {
		if got := inert(printable(tt.cell)); got != tt.want {
			t.Errorf("%q is written %q, want %q", tt.cell, got, tt.want)
		}
	}
}

// TestEncodedTextIsTheSame writes texts with what steers a terminal as JSON and YAML:
// nothing of it is left in what is written, and what is read is the text.
func TestEncodedTextIsTheSame(t *testing.T) {
	for _, text := range append([]string{"\u007f", "\u2028 \u2029", "\u00ad", "tag \U000e0001\U000e0041", "👩\u200d💻", "\ufeff", `\u202e`, "a\"\u202e\\"}, hostileNames...) {
		value := map[string][]string{"texts": {text}}
		for format, write := range map[string]func(io.Writer, any) error{"json": writeJSON, "yaml": writeYAML} {
			var out bytes.Buffer
			if err := write(&out, value); err != nil {
				t.Fatalf("%s: %q: %v", format, text, err)
			}
			if i := strings.IndexFunc(out.String(), func(r rune) bool { return steers(r) && r != '\n' }); i >= 0 {
				t.Errorf("%s: %q is written %q", format, text, out.String())
			}
			var got map[string][]string
			read := json.Unmarshal
			if format == "yaml" {
				read = func(data []byte, v any) error { return yaml.Unmarshal(data, v) }
			}
			if err := read(out.Bytes(), &got); err != nil || len(got["texts"]) != 1 || got["texts"][0] != text {
				t.Errorf("%s: %q is read as %q, %v, from %s", format, text, got, err, out.String())
			}
		}
	}
}

// TestNamedHeader writes a header of names: they stay as they are, and are text.
func TestNamedHeader(t *testing.T) {
	tbl := table{
		header: []string{"FACT", "NATS", "=1 | \x1b[31m"}, named: true, rows: [][]string{{"level", "incubating", ""}},
		address: func(vocab.Evidence) string { return "" },
	}
	for _, tt := range []struct {
		write func(io.Writer, table) error
		want  string
	}{
		{writeCSV, "fact,NATS,'=1 | [31m\nlevel,incubating,\n"},
		{writeMarkdown, "| Fact | NATS | =1 \\| \\[31m |\n| --- | --- | --- |\n| level | incubating |  |\n"},
		{func(w io.Writer, t table) error { return writeTable(screen{Writer: w}, t) }, "FACT   NATS        =1 | [31m\nlevel  incubating\n"},
	} {
		var out bytes.Buffer
		if err := tt.write(&out, tbl); err != nil || out.String() != tt.want {
			t.Errorf("error %v, got:\n%swant:\n%s", err, out.String(), tt.want)
		}
	}
}
