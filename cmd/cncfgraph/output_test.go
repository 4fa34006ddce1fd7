package main

import (
	"bytes"
	"testing"
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
