package queries_test

import (
	"context"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/queries"
)

// asked ask every query of the package something.
var asked = map[string]func(context.Context, *graph.Graph) error{
	"Categories":    func(ctx context.Context, g *graph.Graph) error { return failed(queries.Categories(ctx, g, nil)) },
	"Conflicts":     func(ctx context.Context, g *graph.Graph) error { return failed(queries.Conflicts(ctx, g, nil)) },
	"Describe":      func(ctx context.Context, g *graph.Graph) error { return failed(queries.Describe(ctx, g, "istio", nil)) },
	"Diff":          func(ctx context.Context, g *graph.Graph) error { return failed(queries.Diff(ctx, g, g, nil)) },
	"Events":        func(ctx context.Context, g *graph.Graph) error { return failed(queries.Events(ctx, g, nil)) },
	"Everything":    func(ctx context.Context, g *graph.Graph) error { return failed(queries.Everything(ctx, g, nil)) },
	"Find":          func(ctx context.Context, g *graph.Graph) error { return failed(queries.Find(ctx, g, "istio", nil)) },
	"Lint":          func(ctx context.Context, g *graph.Graph) error { return failed(queries.Lint(ctx, g, nil)) },
	"Organizations": func(ctx context.Context, g *graph.Graph) error { return failed(queries.Organizations(ctx, g, nil)) },
	"Neighborhood": func(ctx context.Context, g *graph.Graph) error {
		return failed(queries.Neighborhood(ctx, g, []string{"istio"}, nil))
	},
	"Part": func(ctx context.Context, g *graph.Graph) error {
		return failed(queries.Part(ctx, g, []string{"istio"}, nil))
	},
	"ProjectTimeline": func(ctx context.Context, g *graph.Graph) error {
		return failed(queries.ProjectTimeline(ctx, g, "istio", nil))
	},
	"Compare": func(ctx context.Context, g *graph.Graph) error {
		return failed(queries.Compare(ctx, g, []string{"istio", "nats"}, nil))
	},
	"EventReport": func(ctx context.Context, g *graph.Graph) error {
		return failed(queries.EventReport(ctx, g, "Mesh Night Kyoto #3", nil))
	},
	"Gaps":   func(ctx context.Context, g *graph.Graph) error { return failed(queries.Gaps(ctx, g, nil)) },
	"Search": func(ctx context.Context, g *graph.Graph) error { return failed(queries.Search(ctx, g, "mesh", nil)) },
	"Completions": func(ctx context.Context, g *graph.Graph) error {
		return failed(queries.Completions(ctx, g, "ist"))
	},
	"Path": func(ctx context.Context, g *graph.Graph) error {
		return failed(queries.Path(ctx, g, "istio", "envoy", nil))
	},
	"Projects": func(ctx context.Context, g *graph.Graph) error { return failed(queries.Projects(ctx, g, nil)) },
	"Related":  func(ctx context.Context, g *graph.Graph) error { return failed(queries.Related(ctx, g, "istio", nil)) },
	"Since":    func(ctx context.Context, g *graph.Graph) error { return failed(queries.Since(ctx, g, "2018", "", nil)) },
	"Sources":  func(ctx context.Context, g *graph.Graph) error { return failed(queries.Sources(ctx, g, nil)) },
	"Speakers": func(ctx context.Context, g *graph.Graph) error { return failed(queries.Speakers(ctx, g, nil)) },
	"SpeakersSeq": func(ctx context.Context, g *graph.Graph) (err error) {
		for _, err = range queries.SpeakersSeq(ctx, g, nil) {
		}
		return err
	},
	"Stats": func(ctx context.Context, g *graph.Graph) error { return failed(queries.Stats(ctx, g)) },
	"Talks": func(ctx context.Context, g *graph.Graph) error { return failed(queries.Talks(ctx, g, nil)) },
	"TalksSeq": func(ctx context.Context, g *graph.Graph) (err error) {
		for _, err = range queries.TalksSeq(ctx, g, nil) {
		}
		return err
	},
	"Why": func(ctx context.Context, g *graph.Graph) error {
		return failed(queries.Why(ctx, g, "istio", "envoy", nil))
	},
}

func failed[T any](_ T, err error) error { return err }

// TestQueries checks that every query has a line in asked and an Example, answers,
// and ends with its context.
func TestQueries(t *testing.T) {
	names, examples := declaredQueries(t)
	for name := range asked {
		if !slices.Contains(names, name) {
			t.Errorf("%s is no query", name)
		}
	}
	g := smallGraph(t)
	canceled, cancel := context.WithCancel(t.Context())
	cancel()
	for _, name := range names {
		if !slices.Contains(examples, "Example"+name) {
			t.Errorf("no Example%s", name)
		}
		ask := asked[name]
		if ask == nil {
			t.Errorf("%s: no line in asked", name)
			continue
		}
		if err := ask(t.Context(), g); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if err := ask(canceled, g); !errors.Is(err, context.Canceled) {
			t.Errorf("%s, canceled: %v", name, err)
		}
	}
}

// declaredQueries returns the names of the exported functions that take a context, and
// of the examples.
func declaredQueries(t *testing.T) (names, examples []string) {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	set := token.NewFileSet()
	for _, path := range files {
		file, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok || f.Recv != nil || !f.Name.IsExported() {
				continue
			}
			name := f.Name.Name
			switch {
			case strings.HasPrefix(name, "Example"):
				examples = append(examples, name)
			case !strings.HasSuffix(path, "_test.go") && takesContext(f):
				names = append(names, name)
			}
		}
	}
	return names, examples
}

func takesContext(f *ast.FuncDecl) bool {
	if len(f.Type.Params.List) == 0 {
		return false
	}
	s, ok := f.Type.Params.List[0].Type.(*ast.SelectorExpr)
	return ok && s.Sel.Name == "Context"
}

// TestErrors checks what each error is, and what it is not.
func TestErrors(t *testing.T) {
	g := smallGraph(t)
	_, notFound := queries.Describe(t.Context(), g, "prometeus", nil)
	_, ambiguous := queries.Find(t.Context(), ambiguousGraph(t), "Mesh", nil)
	_, option := queries.Talks(t.Context(), g, &queries.Filter{Since: "last year"})
	sentinels := []error{queries.ErrNotFound, queries.ErrAmbiguous, queries.ErrOption}
	for i, err := range []error{notFound, ambiguous, option} {
		for j, sentinel := range sentinels {
			if errors.Is(err, sentinel) != (i == j) {
				t.Errorf("%v is %v: %v", err, sentinel, i != j)
			}
		}
	}
}

// ambiguousGraph returns a graph of two events of one name.
func ambiguousGraph(t *testing.T) *graph.Graph {
	t.Helper()
	return factGraph(t, `
		event/a a Event https://example.org/1 1
		event/a name "Mesh" https://example.org/1 1
		event/b a Event https://example.org/2 1
		event/b name "Mesh" https://example.org/2 1
		event/a startDate 2020-01-01 https://example.org/1 1
		event/b startDate 2021-01-01 https://example.org/2 1`)
}

// TestSeqs compares what the iterators yield with the lists, and stops them early.
func TestSeqs(t *testing.T) {
	g := smallGraph(t)
	filter := &queries.Filter{Since: "2000"}
	talks, err := queries.Talks(t.Context(), g, filter)
	if err != nil || len(talks.Talks) < 2 {
		t.Fatalf("%d talks, %v", len(talks.Talks), err)
	}
	i := 0
	for talk, err := range queries.TalksSeq(t.Context(), g, filter) {
		if err != nil || talk.ID != talks.Talks[i].ID || talk.Title != talks.Talks[i].Title || len(talk.Speakers) != len(talks.Talks[i].Speakers) {
			t.Errorf("talk %d is %v, %v", i, talk, err)
		}
		if i++; i == 2 {
			break
		}
	}
	speakers, err := queries.Speakers(t.Context(), g, filter)
	if err != nil || len(speakers.Speakers) == 0 {
		t.Fatalf("%d speakers, %v", len(speakers.Speakers), err)
	}
	i = 0
	for speaker, err := range queries.SpeakersSeq(t.Context(), g, filter) {
		if err != nil || speaker.ID != speakers.Speakers[i].ID || speaker.TalkCount != speakers.Speakers[i].TalkCount {
			t.Errorf("speaker %d is %v, %v", i, speaker, err)
		}
		i++
	}
	if i != len(speakers.Speakers) {
		t.Errorf("%d speakers, want %d", i, len(speakers.Speakers))
	}
	for _, err := range queries.TalksSeq(t.Context(), g, &queries.Filter{Project: "prometeus"}) {
		if !errors.Is(err, queries.ErrNotFound) {
			t.Error(err)
		}
	}
}
