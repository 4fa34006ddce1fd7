package main

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/cncfgraph/cncfgraph/extract"
	"github.com/cncfgraph/cncfgraph/extract/eval"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/internal/golden"
	"github.com/cncfgraph/cncfgraph/internal/schema"
	"github.com/cncfgraph/cncfgraph/queries"
)

// answerTypes are the types whose JSON commands print, by the names of their schemas
// in docs/json: the command, or the command with the flag that asks for another answer.
var answerTypes = map[string]any{
	"related":           queries.RelatedEntities{},
	"why":               queries.Explanation{},
	"path":              queries.Paths{},
	"compare":           queries.Comparison{},
	"report-event":      queries.Report{},
	"gaps":              queries.GapList{},
	"timeline":          queries.Timeline{},
	"get-projects":      queries.ProjectList{},
	"get-talks":         queries.TalkList{},
	"get-speakers":      queries.SpeakerList{},
	"get-events":        queries.EventList{},
	"get-categories":    queries.CategoryList{},
	"get-organizations": queries.OrganizationList{},
	"get-sources":       queries.SourceList{},
	"search":            queries.SearchResults{},
	"describe":          queries.Description{},
	"stats":             queries.Counts{},
	"conflicts":         queries.ConflictList{},
	"lint":              queries.FindingList{},
	"lint--rules":       ruleList{},
	"diff":              queries.Changes{},
	"graph":             queries.Network{},
	"extract":           documentList{},
	"eval":              eval.Scores{},
	"eval--errors":      scoresWithErrors{},
	"eval--confidence":  []eval.Bin{},
}

// documentList is what extract prints document by document.
type documentList struct {
	Documents []extract.Document `json:"documents"`
}

// measureJSON is what eval.Measure writes of itself.
type measureJSON struct {
	P  float64 `json:"p"` // precision: the share of what was found that is right
	R  float64 `json:"r"` // recall: the share of gold that was found
	F  float64 `json:"f"` // harmonic mean of the two
	TP int     `json:"tp"`
	FP int     `json:"fp"`
	FN int     `json:"fn"`
}

// distractorsJSON is what eval.Distractors writes of itself.
type distractorsJSON struct {
	Taken int `json:"taken"` // that were linked
	Of    int `json:"of"`    // all of them, each counted once a line
}

// defaultLines ask the built-in graph for what the small one has none of.
var defaultLines = map[string][]string{
	"related":           {"related kubernetes", "related curvine", "related istio --kind talk", "related istio --kind event"},
	"why":               {"why kubernetes prometheus", "why thanos nats"},
	"compare":           {"compare istio linkerd"},
	"report-event":      {"report event promcon-2018"},
	"gaps":              {"gaps --since 2025"},
	"path":              {"path nats istio", "path thanos linkerd --via talk,speaker"},
	"timeline":          {"timeline tikv --talks"},
	"get-projects":      {"get projects"},
	"get-talks":         {"get talks --limit 500"},
	"get-speakers":      {"get speakers --limit 500"},
	"get-events":        {"get events"},
	"get-organizations": {"get organizations --limit 500"},
	"get-sources":       {"get sources"},
	"search":            {"search kubernets", "search mesh"},
	"describe":          {"describe argo", "describe kubernetes --limit -1", "describe microsoft"},
	"conflicts":         {"conflicts"},
	"lint":              {"lint"},
	"diff":              {"diff --since 2025"},
	"graph":             {"graph argo --cluster maturity", "graph microsoft"},
}

// schemaOf returns the schema of the type of the answer.
func schemaOf(t *testing.T, name string, answer any) []byte {
	t.Helper()
	comments := schema.Comments{}
	for _, dir := range []string{".", "../../queries", "../../extract", "../../extract/eval", "../../graph/vocab"} {
		importPath := "main"
		if dir != "." {
			importPath = "github.com/cncfgraph/cncfgraph/" + strings.TrimPrefix(dir, "../../")
		}
		if err := comments.Read(dir, importPath); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range comments { // a test's package has its path, not its name
		if rest, ok := strings.CutPrefix(name, "main."); ok {
			comments[reflect.TypeFor[documentList]().PkgPath()+"."+rest] = text
		}
	}
	return schema.Of(reflect.TypeOf(answer), "https://w3id.org/cncfgraph/json/"+name, &schema.Options{
		Enums: map[reflect.Type][]string{
			reflect.TypeFor[vocab.Kind]():           texts(vocab.Kinds[:]),
			reflect.TypeFor[vocab.Level]():          texts(vocab.Levels[:]),
			reflect.TypeFor[queries.Severity]():     texts(queries.Severities[:]),
			reflect.TypeFor[queries.Standing]():     {string(queries.New), string(queries.Returning), string(queries.Unknown)},
			reflect.TypeFor[queries.ConflictKind](): {"date", "level", "statement"},
		},
		Nullable: []reflect.Type{reflect.TypeFor[queries.Text](), reflect.TypeFor[queries.Standing](), reflect.TypeFor[extract.Optional]()},
		As: map[reflect.Type]reflect.Type{
			reflect.TypeFor[eval.Measure]():     reflect.TypeFor[measureJSON](),
			reflect.TypeFor[eval.Distractors](): reflect.TypeFor[distractorsJSON](),
		},
		Comments: comments,
	})
}

func texts[T ~string](list []T) []string {
	all := make([]string, len(list))
	for i, x := range list {
		all[i] = string(x)
	}
	return all
}

// TestSchemas compares docs/json with the types of the answers, and validates the answer
// of every command with its schema: what the types do not say is in no answer, and the
// other way round.
func TestSchemas(t *testing.T) {
	folder, err := filepath.Abs(filepath.Join("..", "..", "docs", "json"))
	if err != nil {
		t.Fatal(err)
	}
	schemas := map[string]*jsonschema.Schema{}
	for name, value := range answerTypes {
		text := schemaOf(t, name, value)
		golden.Compare(t, filepath.Join(folder, name+".schema.json"), text)
		schemas[name] = compiled(t, name, text)
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.schema.json"))
	if err != nil || len(files) != len(answerTypes) {
		t.Errorf("docs/json has %d schemas, answers have %d; %v", len(files), len(answerTypes), err)
	}
	answersDatabases(t)
	asked := map[string]bool{}
	for path, c := range commands(t) {
		complete, ok := c.GetFlagCompletionFunc("output")
		if !ok {
			continue
		}
		if formats, _ := complete(c, nil, ""); !slices.Contains(formats, "json") {
			continue
		}
		for _, line := range commandLines[path] {
			name := strings.ReplaceAll(path, " ", "-")
			for _, flag := range []string{"--rules", "--errors", "--confidence"} {
				if strings.Contains(line, flag) {
					name += flag
				}
			}
			if schemas[name] == nil {
				t.Errorf("%s: no type in answerTypes", name)
				continue
			}
			validate(t, schemas[name], line)
			asked[name] = true
		}
	}
	t.Setenv("CNCFGRAPH_DB", "")
	for name, lines := range defaultLines {
		for _, line := range lines {
			validate(t, schemas[name], line)
		}
	}
	for name := range answerTypes {
		if !asked[name] {
			t.Errorf("%s: a schema of what no command line asks", name)
		}
	}
}

// validate asks for the answer to the line as JSON and holds it against the schema.
func validate(t *testing.T, s *jsonschema.Schema, line string) {
	t.Helper()
	var out, said bytes.Buffer
	if code := run(append(strings.Fields(line), "-o", "json"), stdio{in: &said, out: &out, err: &said}); code != exitOK {
		t.Fatalf("%s: exit code %d: %s", line, code, said.String())
	}
	answer, err := jsonschema.UnmarshalJSON(&out)
	if err != nil {
		t.Fatalf("%s: %v", line, err)
	}
	if err := s.Validate(answer); err != nil {
		t.Errorf("%s: %v", line, err)
	}
}

// compiled returns the schema that text holds.
func compiled(t *testing.T, name string, text []byte) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("mem:///"+name, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("mem:///" + name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestSchemaRefuses validates JSON that no command prints: with a field too many, one
// too few, null in place of a list, and a kind that is none.
func TestSchemaRefuses(t *testing.T) {
	s := compiled(t, "why", schemaOf(t, "why", queries.Explanation{}))
	const e = `{"id":"a","name":"A","kind":"project"}`
	for _, tt := range []struct {
		text string
		ok   bool
	}{
		{`{"from":` + e + `,"to":` + e + `,"statements":[],"omitted":0}`, true},
		{`{"from":` + e + `,"to":` + e + `,"statements":[],"omitted":0,"more":1}`, false},
		{`{"from":` + e + `,"to":` + e + `,"statements":[]}`, false},
		{`{"from":` + e + `,"to":` + e + `,"statements":null,"omitted":0}`, false},
		{`{"from":` + strings.Replace(e, "project", "thing", 1) + `,"to":` + e + `,"statements":[],"omitted":0}`, false},
	} {
		answer, err := jsonschema.UnmarshalJSON(strings.NewReader(tt.text))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(answer); (err == nil) != tt.ok {
			t.Errorf("%s: %v", tt.text, err)
		}
	}
}

// TestSchemasAreListed checks that docs/json/README.md names every schema.
func TestSchemasAreListed(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "json", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	for name := range answerTypes {
		if !bytes.Contains(page, []byte("]("+name+".schema.json)")) {
			t.Errorf("%s is not listed", name)
		}
	}
}
