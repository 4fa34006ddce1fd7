package main

import (
	_ "embed"
	"html/template"
	"io"
)

// pageTemplate is the page that a document becomes: whole in one file, without
// scripts, and legible in the dark and on paper.
//
//go:embed document.html
var pageTemplate string

// writeHTML writes the document as a page. Names are text, and only addresses of the
// web become links.
func (d *document) writeHTML(w io.Writer) error {
	t, err := template.New("document").Funcs(template.FuncMap{"printable": printable}).Parse(pageTemplate)
	if err != nil {
		return err
	}
	return t.Execute(w, d)
}
