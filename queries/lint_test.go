package queries_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/internal/golden"
	"github.com/cncfgraph/cncfgraph/queries"
)

// lintGraph returns the graph of testdata/lint.facts, with each fault of a file.
func lintGraph(t *testing.T) *graph.Graph {
	t.Helper()
	text, err := os.ReadFile("testdata/lint.facts")
	if err != nil {
		t.Fatal(err)
	}
	quads := parseFacts(t, string(text))
	const source = "https://example.org/landscape.yml"
	for i, f := range []vocab.Fault{
		vocab.UnusableRow, vocab.UnknownCategory, vocab.EmptyCategory, vocab.DuplicateName, vocab.ShadowItem, vocab.KeyDrift,
		vocab.MisplacedKey, vocab.MissingKey, vocab.MixedType, vocab.NullKey,
	} {
		quads = append(quads, rdf.Quad{
			Subject: rdf.NewIRI(source), Predicate: rdf.NewIRI(f.Predicate()), Object: rdf.NewString("what is wrong"),
			Label: vocab.Evidence{Source: source, Line: 20 + i}.Label(),
		})
	}
	g, err := graph.New(quads)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { g.Close() })
	return g
}

// TestLintRules compares what each rule finds with a golden file.
func TestLintRules(t *testing.T) {
	g := lintGraph(t)
	for _, r := range queries.LintRules() {
		t.Run(r.Name, func(t *testing.T) {
			list, err := queries.Lint(t.Context(), g, &queries.LintOptions{Rules: []string{r.Name}})
			if err != nil {
				t.Fatal(err)
			}
			if len(list.Findings) == 0 {
				t.Error("nothing found")
			}
			var out strings.Builder
			for _, f := range list.Findings {
				if f.Rule != r.Name || f.Severity != r.Severity || f.Fix != r.Fix || f.Fix == "" || f.Entities == nil {
					t.Errorf("incomplete finding %+v", f)
				}
				fmt.Fprintf(&out, "%s: %s %v\n", f.Severity, f.Text, f.Evidence)
			}
			golden.Compare(t, "testdata/lint/"+r.Name+".golden", []byte(out.String()))
		})
	}
}

func TestLintOptions(t *testing.T) {
	g := lintGraph(t)
	count := func(opts *queries.LintOptions) (rules []string, n int) {
		list, err := queries.Lint(t.Context(), g, opts)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range list.Findings {
			rules = append(rules, f.Rule)
		}
		return slices.Compact(rules), len(list.Findings) + list.Omitted
	}
	every, all := count(nil)
	if len(every) != len(queries.LintRules()) {
		t.Errorf("of %d rules %v found something", len(queries.LintRules()), every)
	}
	if rules, _ := count(&queries.LintOptions{Severity: queries.SeverityError}); !slices.Equal(rules, []string{"date-order", "unusable-row"}) {
		t.Errorf("errors are of %v", rules)
	}
	if rules, _ := count(&queries.LintOptions{Source: "file:notes/b.md"}); !slices.Equal(rules, []string{"duplicate-speaker"}) {
		t.Errorf("in one source there are findings of %v", rules)
	}
	if rules, n := count(&queries.LintOptions{Limit: 1}); len(rules) != 1 || n != all {
		t.Errorf("with a limit %v and %d of %d in all", rules, n, all)
	}
	for _, opts := range []queries.LintOptions{{Rules: []string{"colour"}}, {Severity: "awful"}} {
		var fault *queries.OptionError
		if _, err := queries.Lint(t.Context(), g, &opts); !errors.As(err, &fault) {
			t.Errorf("%+v: error %v", opts, err)
		}
	}
}

// TestLintWithoutCatalogue checks that no project is unknown where none is known.
func TestLintWithoutCatalogue(t *testing.T) {
	g := factGraph(t, "<file:a.md> a Document file:a.md\n<file:a.md> extractor \"1\" file:a.md\nproject/p a Project file:a.md 1\nproject/p projectName \"P\" file:a.md 1\n")
	list, err := queries.Lint(t.Context(), g, nil)
	if err != nil || len(list.Findings) != 0 {
		t.Errorf("found %v, %v", list.Findings, err)
	}
}

func ExampleLint() {
	g := openDefault()
	defer g.Close()
	list, err := queries.Lint(context.Background(), g, &queries.LintOptions{Rules: []string{"misplaced-key"}, Limit: 1})
	if err != nil {
		panic(err)
	}
	for _, f := range list.Findings {
		fmt.Println(f.Text)
		fmt.Println(f.Fix)
	}
	// Output:
	// KubeVela: "url_for_bestpractices" inside extra, which 17 items have outside of it
	// Move the key out of extra.
}

// TestRulesAreDescribed fails for a rule that docs/checks.md does not describe.
func TestRulesAreDescribed(t *testing.T) {
	page, err := os.ReadFile("../docs/checks.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range queries.LintRules() {
		if !strings.Contains(string(page), "`"+r.Name+"`") {
			t.Errorf("%s is not described", r.Name)
		}
	}
}
