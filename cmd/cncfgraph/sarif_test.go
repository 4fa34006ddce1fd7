package main

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

// sarifSchema returns the schema of SARIF 2.1.0 as its committee published it.
func sarifSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	text, err := os.ReadFile("testdata/sarif-2.1.0.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return compiled(t, "sarif", text)
}

// sarifFault returns what the schema says against the log.
func sarifFault(t *testing.T, s *jsonschema.Schema, log any) error {
	t.Helper()
	data, err := json.Marshal(log)
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(value)
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
	schema := sarifSchema(t)
	for name, log := range map[string]sarif{"all": sarifLog(all, nil), "none": sarifLog(&queries.FindingList{}, nil), "forms": sarifLog(forms, paths)} {
		if err := sarifFault(t, schema, log); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	broken := sarifLog(forms, nil)
	broken.Runs[0].Results[0].Level = "awful"
	if sarifFault(t, schema, broken) == nil {
		t.Error("the schema takes a level that is none")
	}
}
