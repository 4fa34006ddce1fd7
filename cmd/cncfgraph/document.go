package main

import (
	"cmp"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// document is a text for people, to be written as Markdown or HTML.
type document struct {
	Title  string
	Blocks []block
}

// block is a heading, a paragraph or a table: what is set of it.
type block struct {
	Heading string
	Level   int // of the heading, 2 or 3
	Text    phrase
	Columns []column
	Rows    [][]phrase
}

// column is a column of a table.
type column struct {
	Name   string
	Number bool // whether it holds numbers
}

// phrase is text in which some words lead somewhere.
type phrase []fragment

// fragment is a part of a phrase.
type fragment struct {
	Text string
	URL  string // where it leads, "" for nowhere
}

// heading adds a heading.
func (d *document) heading(level int, text string) {
	d.Blocks = append(d.Blocks, block{Heading: text, Level: level})
}

// paragraph adds a paragraph of the phrases, if there is anything in them.
func (d *document) paragraph(parts ...phrase) {
	var text phrase
	for _, p := range parts {
		text = append(text, p...)
	}
	if len(text) > 0 {
		d.Blocks = append(d.Blocks, block{Text: text})
	}
}

// table adds a table, unless it has no rows. A name that ends in "#" is that of a
// column of numbers.
func (d *document) table(names []string, rows [][]phrase) {
	if len(rows) == 0 {
		return
	}
	t := block{Rows: rows}
	for _, name := range names {
		name, number := strings.CutSuffix(name, "#")
		t.Columns = append(t.Columns, column{name, number})
	}
	d.Blocks = append(d.Blocks, t)
}

// plain returns s as a phrase that leads nowhere.
func plain(s string) phrase {
	if s == "" {
		return nil
	}
	return phrase{{Text: s}}
}

// linked returns s as a phrase that leads to the address, where that is one of the web.
func linked(s, address string) phrase { return phrase{{s, addressOfWeb(address)}} }

// addressOfWeb returns the address if it is one of the web and whole, else "".
func addressOfWeb(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return ""
	}
	return u.String()
}

// joined returns the phrases with the separator between them.
func joined(separator string, parts ...phrase) phrase {
	var all phrase
	for _, p := range parts {
		if len(p) == 0 {
			continue
		}
		if len(all) > 0 {
			all = append(all, fragment{Text: separator})
		}
		all = append(all, p...)
	}
	return all
}

// evidencePhrase returns links to the first n pieces of evidence, and how many there
// are more.
func evidencePhrase(list []vocab.Evidence, n int) phrase {
	parts := make([]phrase, 0, n+1)
	for _, e := range list[:min(n, len(list))] {
		parts = append(parts, linked(evidenceName(e), e.Label().Value))
	}
	if more := len(list) - n; more > 0 {
		parts = append(parts, plain("+"+strconv.Itoa(more)))
	}
	return joined(", ", parts...)
}

// evidenceWidth is how many characters the name of a piece of evidence has at most.
const evidenceWidth = 40

// evidenceName names a piece of evidence in few characters: by file and line, or by
// its site where that is too long.
func evidenceName(e vocab.Evidence) string {
	name := shortEvidence(e)
	if utf8.RuneCountInString(name) <= evidenceWidth {
		return name
	}
	if u, err := url.Parse(e.Source); err == nil && u.Host != "" {
		return cmp.Or(strings.TrimPrefix(u.Host, "www."), name)
	}
	return string([]rune(name)[:evidenceWidth-1]) + "…"
}
