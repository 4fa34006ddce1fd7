package main

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// hostileNames are names that would be something else in Markdown, a terminal or a
// spreadsheet.
var hostileNames = []string{
	"a | b", `a \| b`, `back\`, "`code`", "*a* _b_ ~~c~~ **d**", "[x](https://evil.example)", "![x](https://evil.example/x.png)",
	"<script>alert(1)</script>", "<https://evil.example>", "&lt;b&gt; &#60;b>", "https://evil.example/x", "see www.evil.example now",
	"mail a.person@example.org", "$x$ and $$y$$", "# heading", "- item", "1. item", "> quote", "| --- |", "a<br>b", "<!-- a -->", "a\nb\r\nc",
	"--- |\n| x", "\x1b[31mred\x1b[0m", "abc\u202etxt", "\u009b31m", "水野 | 聖也", "a\tb",
}

// TestMarkdownIsText reads tables of hostile names as GitHub's Markdown: each is one
// cell, and its text alone.
func TestMarkdownIsText(t *testing.T) {
	md := goldmark.New(goldmark.WithExtensions(extension.GFM))
	comment := regexp.MustCompile(`<!-- .*? -->`)
	for _, name := range hostileNames {
		evidence := vocab.Evidence{Source: "https://example.org/" + name + "/memo.md", Line: 3, EndLine: 3}
		tbl := table{
			header: []string{"NAME", "EVIDENCE"}, rows: [][]string{{name, shortEvidence(evidence)}}, evidence: [][]vocab.Evidence{{evidence}},
			address: func(e vocab.Evidence) string { return webAddress(e.Label().Value) },
		}
		var text, page bytes.Buffer
		if err := writeMarkdown(&text, tbl); err != nil {
			t.Fatal(err)
		}
		if err := md.Convert(text.Bytes(), &page); err != nil {
			t.Fatal(err)
		}
		html := page.String()
		html = comment.ReplaceAllString(html, "") // goldmark says so where it leaves out what it holds unsafe
		want := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(strings.TrimSpace(printable(name)))
		if !strings.Contains(html, "<td>"+want+"</td>") || strings.Count(html, "<td>") != 2 || strings.Count(html, "<a ") != 1 || strings.Count(html, "<tr>") != 2 {
			t.Errorf("%q is\n%s%s", name, text.String(), html)
		}
	}
}

func TestMarkdown(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"Istio", "Istio"},
		{"Mesh Evening Osaka #4", `Mesh Evening Osaka \#<!-- -->4`},
		{"@mesh_hanako and @", `@<!-- -->mesh\_hanako and @`},
		{"GH-12", "GH-<!-- -->12"},
		{"C# and F#", `C\# and F\#`},
	} {
		if got := markdown(tt.in); got != tt.want {
			t.Errorf("markdown(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}
