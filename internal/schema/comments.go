package schema

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
)

// Comments are the comments of types, by "import/path.Type", and of fields, by
// "import/path.Type.Field", each on one line.
type Comments map[string]string

// Read adds the comments of the Go files in the folder dir, which is the package of
// the import path.
func (c Comments) Read(dir, importPath string) error {
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return &fs.PathError{Op: "read", Path: dir, Err: fs.ErrNotExist}
	}
	set := token.NewFileSet()
	for _, path := range files {
		file, err := parser.ParseFile(set, path, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for _, decl := range file.Decls {
			if g, ok := decl.(*ast.GenDecl); ok {
				c.declared(g, importPath)
			}
		}
	}
	return nil
}

// declared adds the comments of the types that g declares.
func (c Comments) declared(g *ast.GenDecl, importPath string) {
	for _, spec := range g.Specs {
		t, ok := spec.(*ast.TypeSpec)
		if !ok {
			continue
		}
		name := importPath + "." + t.Name.Name
		c[name] = line(t.Doc)
		if c[name] == "" {
			c[name] = line(g.Doc)
		}
		s, ok := t.Type.(*ast.StructType)
		if !ok {
			continue
		}
		for _, f := range s.Fields.List {
			text := line(f.Doc)
			if text == "" {
				text = line(f.Comment)
			}
			for _, n := range f.Names {
				c[name+"."+n.Name] = text
			}
		}
	}
}

// line returns the text of a comment on one line, without that for tools, and with
// JSON's word for nil.
func line(c *ast.CommentGroup) string {
	words := strings.Fields(c.Text())
	for i, w := range words {
		if bare := strings.TrimRight(w, ",;."); bare == "nil" {
			words[i] = "null" + w[len(bare):]
		}
	}
	return strings.Join(words, " ")
}
