package main

import (
	"bufio"
	_ "embed"
	"html"
	"io"
	"strconv"
	"strings"
)

// pageHead is the beginning of the page that a document becomes: whole in one file,
// without scripts, and legible in the dark and on paper. {{title}} stands for the title.
//
//go:embed document.html
var pageHead string

// writeHTML writes the document as a page. Names are text, and only addresses of the
// web become links. No package of templates is asked: what these call by name keeps the
// linker from leaving out what nobody calls, a fifth of the program.
func (d *document) writeHTML(w io.Writer) error {
	p := pageWriter{bufio.NewWriter(w)}
	before, behind, _ := strings.Cut(pageHead, "{{title}}")
	p.write(before)
	p.text(d.Title)
	p.write(behind, "<h1>")
	p.text(d.Title)
	p.write("</h1>\n")
	for i := range d.Blocks {
		p.block(&d.Blocks[i])
	}
	p.write("</body>\n</html>\n")
	return p.out.Flush()
}

// pageWriter writes HTML. Its faults stay in out, which Flush asks.
type pageWriter struct{ out *bufio.Writer }

// write writes markup.
func (p pageWriter) write(markup ...string) {
	for _, m := range markup {
		_, _ = p.out.WriteString(m)
	}
}

// text writes s so that it stays text, between tags and in attributes.
func (p pageWriter) text(s string) { p.write(html.EscapeString(printable(s))) }

func (p pageWriter) block(b *block) {
	switch {
	case b.Heading != "":
		tag := "h" + strconv.Itoa(b.Level)
		p.write("<", tag, ">")
		p.text(b.Heading)
		p.write("</", tag, ">\n")
	case len(b.Columns) > 0:
		p.table(b)
	default:
		p.write("<p>")
		p.phrase(b.Text)
		p.write("</p>\n")
	}
}

func (p pageWriter) table(b *block) {
	p.write("<table>\n<thead><tr>")
	for _, c := range b.Columns {
		p.write("<th", c.class(), ">")
		p.text(c.Name)
		p.write("</th>")
	}
	p.write("</tr></thead>\n<tbody>\n")
	for _, row := range b.Rows {
		p.write("<tr>")
		for i, cell := range row {
			p.write("<td", b.Columns[i].class(), ">")
			p.phrase(cell)
			p.write("</td>")
		}
		p.write("</tr>\n")
	}
	p.write("</tbody>\n</table>\n")
}

// class returns the attribute of the cells of c.
func (c column) class() string {
	if c.Number {
		return ` class="n"`
	}
	return ""
}

func (p pageWriter) phrase(text phrase) {
	for _, f := range text {
		if f.URL == "" {
			p.text(f.Text)
			continue
		}
		p.write(`<a href="`)
		p.text(f.URL)
		p.write(`">`)
		p.text(f.Text)
		p.write("</a>")
	}
}
