package vocab

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestVocabularyIsDescribed fails for a class or predicate of this package that
// docs/vocabulary.md does not describe. Terms are found in the source code, as
// NAMESPACE + "name".
func TestVocabularyIsDescribed(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "vocabulary.md"))
	if err != nil {
		t.Fatal(err)
	}
	terms := stated(t)
	for _, l := range Levels {
		terms = append(terms, "cg:"+string(l), "cg:maturity/"+string(l))
	}
	if len(terms) < 60 {
		t.Errorf("found only %d terms in the source code", len(terms))
	}
	for _, term := range terms {
		if !strings.Contains(string(page), "`"+term+"`") {
			t.Errorf("%s is not described", term)
		}
	}
}

// stated returns the terms that the package's source code writes, prefixed.
func stated(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var terms []string
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			sum, ok := n.(*ast.BinaryExpr)
			if !ok || sum.Op != token.ADD {
				return true
			}
			ns, ok1 := sum.X.(*ast.Ident)
			local, ok2 := sum.Y.(*ast.BasicLit)
			if !ok1 || !ok2 || local.Kind != token.STRING {
				return true
			}
			prefix, ok := strings.CutSuffix(ns.Name, "NS")
			if ns.Name == "Base" {
				prefix, ok = "cg", true
			}
			if text, err := strconv.Unquote(local.Value); ok && err == nil && !strings.HasSuffix(text, "/") {
				terms = append(terms, prefix+":"+text)
			}
			return true
		})
	}
	return terms
}
