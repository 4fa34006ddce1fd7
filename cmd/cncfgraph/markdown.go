package main

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// writeMarkdown writes t as a table of GitHub's Markdown
// (https://github.github.com/gfm/#tables-extension-), in which evidence is a link. A
// table whose rows have evidence that no column shows gets such a column.
func writeMarkdown(w io.Writer, t table) error {
	header := t.header
	if len(t.evidence) > 0 && !slices.ContainsFunc(header, isEvidence) {
		header = append(slices.Clip(header), "EVIDENCE")
	}
	out := bufio.NewWriter(w)
	write := func(cells []string) { _, _ = fmt.Fprintf(out, "| %s |\n", strings.Join(cells, " | ")) } // Flush has the error
	if !t.headless {
		titles, rule := make([]string, len(header)), make([]string, len(header))
		for i, h := range header {
			if titles[i], rule[i] = markdown(title(h)), "---"; t.named && i > 0 {
				titles[i] = markdown(h)
			}
		}
		write(titles)
		write(rule)
	}
	for n := range t.rows {
		cells := make([]string, len(header))
		for i, cell := range t.pieces(n, screen{links: true}, nil) {
			for _, p := range cell {
				cells[i] += markdownLink(p.text, p.address, isEvidence(header[i]))
			}
		}
		if len(header) > len(t.header) && n < len(t.evidence) {
			cells[len(header)-1] = strings.Join(evidenceLinks(t.evidence[n], 2, t.address), ", ")
		}
		write(cells)
	}
	return out.Flush()
}

// title returns a header as a title: "WHAT TO DO" as "What to do".
func title(header string) string {
	if header == "" || header == "ID" {
		return header
	}
	return header[:1] + strings.ToLower(header[1:])
}

// evidenceLinks returns the first n pieces of evidence as links.
func evidenceLinks(list []vocab.Evidence, n int, address func(vocab.Evidence) string) []string {
	var links []string
	for _, e := range list[:min(n, len(list))] {
		links = append(links, markdownLink(shortEvidence(e), address(e), true))
	}
	return links
}

// markdownLink returns text as a link to the address where it is wanted and has one
// that opens for others too; that of a file does not.
func markdownLink(text, address string, wanted bool) string {
	if !wanted || !strings.HasPrefix(address, "http") {
		return markdown(text)
	}
	const most = 40 // cells of a text that only names an address
	return "[" + markdown(shortened(text, most)) + "](<" + strings.ReplaceAll(address, "&", "&amp;") + ">)"
}

// markdownSigns are characters that mean something in Markdown, and what addresses
// begin with, of which GitHub makes links.
var markdownSigns = strings.NewReplacer(
	"\\", "\\\\", "`", "\\`", "*", "\\*", "_", "\\_", "~", "\\~", "$", "\\$", "[", "\\[", "]", "\\]",
	"<", "&lt;", ">", "&gt;", "|", "\\|", "#", "\\#", "&", "&amp;",
	"://", "&#58;//", "www.", "www&#46;", "WWW.", "WWW&#46;",
)

// markdown returns s so that Markdown shows it as it is. GitHub makes links of people,
// of issues and of addresses of mail after it has read Markdown; a comment within them,
// which is not shown, keeps it from that.
func markdown(s string) string {
	s = markdownSigns.Replace(printable(s))
	for _, sign := range [...]string{"@", "\\#", "GH-"} {
		parts := strings.Split(s, sign)
		for i, part := range parts[1:] {
			if r, _ := utf8.DecodeRuneInString(part); unicode.IsLetter(r) || unicode.IsDigit(r) {
				parts[i+1] = "<!-- -->" + part
			}
		}
		s = strings.Join(parts, sign)
	}
	return s
}
