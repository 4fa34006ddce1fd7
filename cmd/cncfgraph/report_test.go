package main

import (
	"bytes"
	"html"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	renderer "github.com/yuin/goldmark/renderer/html"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/internal/golden"
	"github.com/cncfgraph/cncfgraph/internal/judge"
	"github.com/cncfgraph/cncfgraph/queries"
)

// TestReports compares reports, gaps and comparisons of the built-in graph in each
// format.
func TestReports(t *testing.T) {
	everything := []string{"table", "wide", "json", "yaml", "name", "csv"}
	for _, test := range []struct {
		name    string
		args    []string
		formats []string
	}{
		{"meetup", []string{"report", "event", "Cloud Native Meetup Tokyo #7"}, slices.Concat(everything, documentFormats, []string{"dot", "mermaid"})},
		{"series", []string{"report", "event", "Cloud Native Meetup Tokyo"}, documentFormats},
		{"kubecon", []string{"report", "event", "KubeCon + CloudNativeCon Europe 2026"}, append([]string{"table"}, documentFormats...)},
		{"gaps", []string{"gaps", "--maturity", "incubating", "--since", "2024-01-01"}, everything},
		{"gaps-kubecon", []string{"gaps", "--event", "KubeCon + CloudNativeCon Europe 2026"}, []string{"table"}},
		{"compare", []string{"compare", "linkerd", "istio"}, everything},
	} {
		for _, format := range test.formats {
			golden.Compare(t, filepath.Join("testdata", "reports", test.name+"."+format), output(t, append(test.args, "-o", format)...))
		}
	}
}

// hostileReport returns a report in which everything that a document can name is
// called so.
func hostileReport(name string) *queries.Report {
	e := queries.Entity{ID: "x", Name: name, Kind: vocab.KindProject}
	evidence := []vocab.Evidence{{Source: "https://example.org/" + name, Line: 1}, {Source: name}, {Source: "javascript:" + name, Line: 2}}
	standing := queries.Section[queries.ReportedSpeaker]{Count: 1, Entries: []queries.ReportedSpeaker{{
		Entity: e, Organizations: []queries.Entity{e}, Standing: queries.New, InSeries: queries.New, Evidence: evidence,
	}}}
	sums := queries.EditionCounts{Event: e, Date: queries.Text(name)}
	project := queries.ReportedProject{Entity: e, Maturity: queries.Text(name), Milestone: &queries.Milestone{Evidence: evidence[2]}, Evidence: evidence}
	category := queries.ReportedCategory{Entity: e, Covered: []queries.Entity{e}, Uncovered: []queries.Entity{e}}
	text := queries.Text(name)
	return &queries.Report{
		Event: queries.ReportedEvent{Entity: e, Series: &e, PartOf: &e, Date: text, Location: text, URL: "javascript:" + text, Parts: 1, Evidence: evidence},
		Talks: queries.ReportedTalks{Section: queries.Section[queries.Talk]{Count: 1, Entries: []queries.Talk{{
			Title: name, Speakers: []queries.Entity{e}, Projects: []queries.Entity{e}, Video: "javascript:" + text, Slides: text, Evidence: evidence,
		}}}},
		Projects:      queries.Section[queries.ReportedProject]{Count: 1, Entries: []queries.ReportedProject{project}},
		Mentioned:     queries.Section[queries.ReportedProject]{Count: 1, Entries: []queries.ReportedProject{project}},
		Levels:        []queries.LevelShare{{Level: text}},
		Speakers:      queries.ReportedSpeakers{Count: 1, New: standing, Returning: standing, Series: &queries.StandingCounts{}},
		Organizations: queries.Section[queries.ReportedOrganization]{Count: 1, Entries: []queries.ReportedOrganization{{Entity: e, Evidence: evidence}}},
		Covered:       queries.Section[queries.ReportedCategory]{Entries: []queries.ReportedCategory{category}},
		Missed:        queries.Section[queries.ReportedCategory]{Entries: []queries.ReportedCategory{category}},
		Previous:      &queries.EditionComparison{This: sums, Previous: sums, Come: []queries.Entity{e}, Gone: []queries.Entity{e}},
		Editions:      []queries.EditionCounts{sums},
		Sources:       queries.Section[queries.ReportedSource]{Count: 1, Entries: []queries.ReportedSource{{Entity: e}}},
	}
}

// Comments and tags of a page, and where these lead.
var (
	comment = regexp.MustCompile(`<!-- -->`)
	tag     = regexp.MustCompile(`<(/?[A-Za-z!][A-Za-z0-9-]*)`)
	href    = regexp.MustCompile(`(?:href|src)\s*=\s*("[^"]*"|'[^']*'|[^\s>]*)`)
)

// pageTags are the tags that a report may have.
var pageTags = strings.Fields("!DOCTYPE html head meta title style body h1 h2 h3 p table thead tbody tr th td a")

// TestReportsShowHostileNamesAsText reads reports of hostile names as a browser and as
// GitHub do: no name becomes a tag, and no link leads elsewhere than to the web.
func TestReportsShowHostileNamesAsText(t *testing.T) {
	md := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(renderer.WithUnsafe()))
	for _, name := range append(slices.Clone(judge.Hostile), "a|b", "|", "`code`", "~~gone~~", "*bold* _it_", "[x](javascript:alert(1))", "![x](http://example.org/x.png)", "$x$", "- a", "1. a", "{{.Title}}") {
		d := reportDocument(hostileReport(name))
		var page, markdown, rendered bytes.Buffer
		if err := d.writeHTML(&page); err != nil {
			t.Fatal(err)
		}
		checkPage(t, name, page.String())
		if err := d.writeMarkdown(&markdown); err != nil {
			t.Fatal(err)
		}
		if err := md.Convert(markdown.Bytes(), &rendered); err != nil {
			t.Fatal(err)
		}
		shownPage := comment.ReplaceAllString(rendered.String(), "") // shows nothing
		checkPage(t, name, shownPage)
		plain := regexp.MustCompile(`<[^>]*>`).ReplaceAllString(shownPage, "")
		if shown := strings.Join(strings.Fields(printable(name)), " "); !strings.Contains(strings.Join(strings.Fields(html.UnescapeString(plain)), " "), shown) {
			t.Errorf("%.40q is not shown by Markdown", name)
		}
		if rows := bytes.Count(rendered.Bytes(), []byte("<tr>")); rows != rowsOf(d) {
			t.Errorf("%.40q: %d rows of Markdown, want %d", name, rows, rowsOf(d))
		}
	}
}

// rowsOf returns how many rows the tables of the document have, headers too.
func rowsOf(d *document) int {
	n := 0
	for _, b := range d.Blocks {
		if b.Columns != nil {
			n += 1 + len(b.Rows)
		}
	}
	return n
}

// checkPage fails t where the page has a tag or a link that names have brought in.
func checkPage(t *testing.T, name, page string) {
	t.Helper()
	for _, m := range tag.FindAllStringSubmatch(page, -1) {
		if !slices.Contains(pageTags, strings.TrimPrefix(m[1], "/")) {
			t.Errorf("%.40q has become the tag %s", name, m[1])
		}
	}
	for _, m := range href.FindAllStringSubmatch(regexp.MustCompile(`>[^<]*<`).ReplaceAllString(page, "><"), -1) {
		if address := strings.Trim(m[1], `"'`); !strings.HasPrefix(address, "https://") && !strings.HasPrefix(address, "http://") {
			t.Errorf("%.40q has become a link to %.60s", name, address)
		}
	}
	for _, bad := range []string{"\u202E", "\x00", "\x1b"} {
		if strings.Contains(page, bad) {
			t.Errorf("%.40q: the page holds %q", name, bad)
		}
	}
}

// TestReportPageRunsNothing opens a page of hostile names in Chromium, without the
// policy that forbids scripts.
func TestReportPageRunsNothing(t *testing.T) {
	var all bytes.Buffer
	for _, name := range judge.Hostile {
		if err := reportDocument(hostileReport(name)).writeHTML(&all); err != nil {
			t.Fatal(err)
		}
	}
	policy := regexp.MustCompile(`<meta http-equiv="Content-Security-Policy"[^>]*>`)
	if !policy.Match(all.Bytes()) {
		t.Error("the page does not forbid scripts")
	}
	judge.Page(t, policy.ReplaceAll(all.Bytes(), nil))
}
