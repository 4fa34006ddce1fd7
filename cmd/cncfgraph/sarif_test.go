package main

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/xeipuuv/gojsonschema"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

// sarifProblems returns what the schema of SARIF 2.1.0, as its committee published
// it, says against the log.
func sarifProblems(t *testing.T, log any) []gojsonschema.ResultError {
	t.Helper()
	text, err := os.ReadFile("testdata/sarif-2.1.0.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(log)
	if err != nil {
		t.Fatal(err)
	}
	result, err := gojsonschema.Validate(gojsonschema.NewBytesLoader(text), gojsonschema.NewBytesLoader(data))
	if err != nil {
		t.Fatal(err)
	}
	return result.Errors()
}

// TestSARIF validates the logs of the findings in the default graph, of none, and
// of findings whose evidence is of every form.
func TestSARIF(t *testing.T) {
	g, err := graph.Default()
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	all, err := queries.Lint(t.Context(), g, nil)
	if err != nil || len(all.Findings) == 0 {
		t.Fatalf("%d findings, %v", len(all.Findings), err)
	}
	forms := &queries.FindingList{Findings: []queries.Finding{{
		Rule: "key-drift", Severity: queries.SeverityNote, Text: "x", Evidence: []vocab.Evidence{
			{Source: "file:メモ/a b.md", Line: 3, EndLine: 2}, {Source: "https://例え.example/水 #"}, {Source: "file:c:d.md"}, {},
		},
	}, {Rule: "key-drift", Severity: queries.SeverityError, Text: "nowhere"}}}
	paths := map[string]string{"file:c:d.md": "c:d #1?.md"}
	for name, log := range map[string]sarif{"all": sarifLog(all, nil), "none": sarifLog(&queries.FindingList{}, nil), "forms": sarifLog(forms, paths)} {
		for _, e := range sarifProblems(t, log) {
			t.Errorf("%s: %s", name, e)
		}
	}
	broken := sarifLog(forms, nil)
	broken.Runs[0].Results[0].Level = "awful"
	if len(sarifProblems(t, broken)) == 0 {
		t.Error("the schema takes a level that is none")
	}
}
