package main

import (
	"io"
	"strings"
)

// writeMarkdown writes the document as Markdown with tables as GitHub has them. Names
// are shown as they are: nothing in them is markup.
func (d *document) writeMarkdown(w io.Writer) error {
	var out strings.Builder
	out.WriteString("# " + markdown(d.Title) + "\n")
	for _, b := range d.Blocks {
		out.WriteByte('\n')
		switch {
		case b.Heading != "":
			out.WriteString(strings.Repeat("#", b.Level) + " " + markdown(b.Heading) + "\n")
		case b.Columns != nil:
			b.writeMarkdownTable(&out)
		default:
			out.WriteString(unlisted(b.Text.markdown()) + "\n")
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// writeMarkdownTable writes a table.
func (b block) writeMarkdownTable(out *strings.Builder) {
	for _, c := range b.Columns {
		out.WriteString("| " + markdown(c.Name) + " ")
	}
	out.WriteString("|\n")
	for _, c := range b.Columns {
		if c.Number {
			out.WriteString("| ---: ")
		} else {
			out.WriteString("| --- ")
		}
	}
	out.WriteString("|\n")
	for _, row := range b.Rows {
		for _, cell := range row {
			out.WriteString("| " + cell.markdown() + " ")
		}
		out.WriteString("|\n")
	}
}

// unlisted returns the Markdown of a paragraph so that its first characters start no
// list and underline no heading.
func unlisted(text string) string {
	at := strings.IndexFunc(text, func(r rune) bool { return r < '0' || r > '9' })
	if at == 0 && strings.ContainsAny(text[:1], "-+=") || at > 0 && strings.ContainsAny(text[at:at+1], ".)") {
		return text[:at] + "\\" + text[at:]
	}
	return text
}

// markdown returns the phrase as Markdown.
func (p phrase) markdown() string {
	var out strings.Builder
	for _, s := range p {
		text := markdown(s.Text)
		if s.URL != "" {
			text = "[" + text + "](<" + linkTarget.Replace(s.URL) + ">)"
		}
		out.WriteString(text)
	}
	return out.String()
}

// linkTarget takes out of an address what would end a link or the cell it stands in.
var linkTarget = strings.NewReplacer("<", "%3C", ">", "%3E", "|", "%7C", "\\", "%5C", "\n", "%0A", "\r", "%0D")
