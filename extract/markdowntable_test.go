package extract

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// tableTexts are Markdown with tables, boxes and what only looks like them.
var tableTexts = []string{
	"| a | b |\n|---|---|\n| 1 | 2 |\n",
	"a | b\n--- | :-:\n1 | 2 | 3\n4\n\nafter\n",
	"before\nmore\n| a | b |\n| -: | :- |\n| `x \\| y` | \\| z |\n",
	"| a |\n| --- | --- |\n| 1 | 2 |",
	"| a | b |\n| --- |\n| 1 | 2 |\n",
	"| a | b |\n||---|\n| 1 |\n",
	"| a | b |\n|:::|---|\n| 1 |\n",
	"    | a |\n    |---|\n",
	"> | 名前 | 題目 |\n> |---|---|\n> | 花子 | NATS |\n",
	"- | a |\n  |---|\n  | b |\n",
	"|\n|-|\n|\n||\n| | |\n",
	"0\n-\f",
	"a\n-\n| b\n|-\n| c \\|\n",
	"- [ ] open\n- [x] done\n- [X]also\n- [y] no\n- no [x]\n- [x\n\n  [x] second\n",
	"* [x] a | b\n  ---|---\n  [ ] c | d\n",
}

// outlineOf tells the tables and the text that the parser finds.
func outlineOf(p parser.Parser, source string) []string {
	data := []byte(source)
	var list []string
	_ = ast.Walk(p.Parse(text.NewReader(data)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *table, *east.Table:
			row := 0
			for r := n.FirstChild(); r != nil; r = r.NextSibling() {
				for c := r.FirstChild(); c != nil; c = c.NextSibling() {
					if lines := c.Lines(); lines != nil && lines.Len() > 0 {
						list = append(list, fmt.Sprintf("row %d: %q", row, lines.Value(data)))
					}
				}
				row++
			}
			return ast.WalkSkipChildren, nil
		case *ast.Text:
			list = append(list, fmt.Sprintf("%q", n.Value(data)))
		case *ast.Paragraph, *ast.TextBlock, *ast.Heading, *ast.ListItem:
			list = append(list, n.Kind().String())
		}
		return ast.WalkContinue, nil
	})
	return list
}

// goldmarkParser returns the parser with goldmark's own extensions.
func goldmarkParser() parser.Parser {
	return goldmark.New(goldmark.WithExtensions(extension.Table, extension.TaskList)).Parser()
}

func TestTablesAreThoseOfGoldmark(t *testing.T) {
	for _, s := range tableTexts {
		if got, want := outlineOf(newMarkdownParser(), s), outlineOf(goldmarkParser(), s); !slices.Equal(got, want) {
			t.Errorf("%q:\n got %q\nwant %q", s, got, want)
		}
	}
}

func FuzzTables(f *testing.F) {
	for _, s := range tableTexts {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if strings.Contains(s, "[^") || tangled(s) {
			t.Skip("footnotes are ours alone, and what is tangled is not parsed")
		}
		if got, want := outlineOf(newMarkdownParser(), s), outlineOf(goldmarkParser(), s); !slices.Equal(got, want) {
			t.Errorf("%q:\n got %q\nwant %q", s, got, want)
		}
	})
}

func TestPipesInCodeOfTables(t *testing.T) {
	const doc = "| a | b |\n|---|---|\n| the `x\\|y` | \\| z |\n"
	var cells []string
	for _, b := range readMarkdown(newMarkdownParser(), newText(doc, []byte(doc)), 0) {
		cells = append(cells, b.prose.text)
	}
	if want := []string{"a", "b", "the x|y", "| z"}; !slices.Equal(cells, want) {
		t.Errorf("cells %q, want %q", cells, want)
	}
}
