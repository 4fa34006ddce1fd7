package main

import (
	"fmt"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// shortEvidence names a source by the last part of its address, with the line:
// "landscape.yml:812".
func shortEvidence(e vocab.Evidence) string {
	if u, err := url.Parse(e.Source); err == nil {
		p := u.Path
		if p == "" {
			p = u.Opaque
		}
		if base := path.Base(p); base != "." && base != "/" {
			e.Source = base
		}
	}
	if decoded, err := url.PathUnescape(e.Source); err == nil {
		e.Source = decoded
	}
	return printable(e.String())
}

// someEvidence shows the first n pieces of evidence and counts the others.
func someEvidence(list []vocab.Evidence, n int) string {
	var shown []string
	for _, e := range list[:min(n, len(list))] {
		shown = append(shown, shortEvidence(e))
	}
	text := strings.Join(shown, ", ")
	if more := len(list) - len(shown); more > 0 {
		text += fmt.Sprintf(" +%d", more)
	}
	return text
}

// allEvidence shows all pieces of evidence, whole.
func allEvidence(list []vocab.Evidence) string {
	all := make([]string, len(list))
	for i, e := range list {
		all[i] = e.String()
	}
	return strings.Join(all, " ")
}

// pieces returns the cells of row n, cut to widths where there are any, with the styles
// and the addresses that the screen shows: what columns of evidence show leads there, and
// where no column does, the name of the row leads to the first piece of its evidence.
// They hold until the next row is asked for.
func (t *table) pieces(n int, to screen, widths []int) [][]piece {
	row := t.rows[n]
	var evidence []vocab.Evidence
	if to.links && n < len(t.evidence) {
		evidence = t.evidence[n]
	}
	if len(t.cells) < len(row) {
		t.cells, t.texts = make([][]piece, len(row)), make([]piece, len(row))
	}
	list, texts := t.cells[:len(row)], t.texts
	for i, cell := range row {
		if widths != nil {
			cell = cut(t.header[i], cell, widths[i])
		}
		texts[i], list[i] = piece{text: cell}, texts[i:i+1]
		switch {
		case isEvidence(t.header[i]):
			if to.links {
				list[i], evidence = t.cited(cell, evidence)
			}
		case to.colour:
			texts[i].style = styleOf(t.header, row, i)
		}
	}
	if !slices.ContainsFunc(t.header, isEvidence) && len(evidence) > 0 {
		list[t.nameColumn()][0].address = t.address(evidence[0])
	}
	return list
}

// nameColumn returns the first column that is no date.
func (t *table) nameColumn() int {
	return max(0, slices.IndexFunc(t.header, func(h string) bool { return h != "DATE" && h != "END" }))
}

// cited parts text at the evidence that it shows, in the order in which it shows it,
// and returns the evidence after that.
func (t *table) cited(text string, evidence []vocab.Evidence) (pieces []piece, rest []vocab.Evidence) {
	for len(evidence) > 0 {
		before, shown, after, ok := cutEvidence(text, evidence[0])
		if !ok {
			break
		}
		pieces = append(pieces, piece{text: before}, piece{text: shown, address: t.address(evidence[0])})
		text, evidence = after, evidence[1:]
	}
	return append(pieces, piece{text: text}), evidence
}

// cutEvidence parts text around the evidence, which is shown in full, by its last part,
// or by the beginning of that.
func cutEvidence(text string, e vocab.Evidence) (before, shown, after string, found bool) {
	short := shortEvidence(e)
	for _, shown := range []string{printable(e.String()), short} {
		if before, after, found = strings.Cut(text, shown); found {
			return before, shown, after, true
		}
	}
	if shown, after, found = strings.Cut(text, "…"); !found || shown == "" || !strings.HasPrefix(short, shown) {
		return "", "", "", false
	}
	line := short[max(0, strings.LastIndexByte(short, ':')):]
	if rest, ok := strings.CutPrefix(after, line); ok {
		return "", shown + "…" + line, rest, true
	}
	return "", shown + "…", after, true
}

// addresses returns a function that yields where a piece of evidence opens, "" where
// it does nowhere: the line at the source's http address, or the file that the source
// was read from, which is as its path was given.
func addresses(g *graph.Graph) func(vocab.Evidence) string {
	files := map[string]string{}
	return func(e vocab.Evidence) string {
		if to := webAddress(e.Label().Value); to != "" || !strings.HasPrefix(e.Source, "file:") {
			return to
		}
		to, ok := files[e.Source]
		if !ok {
			if id, found := g.ID(rdf.NewIRI(e.Source)); found {
				to = fileAddress(g.Value(id, vocab.ReadFrom))
			}
			files[e.Source] = to
		}
		return to
	}
}

// longestAddress is the length in bytes of the longest address that terminals and
// browsers take everywhere.
const longestAddress = 2000

// webAddress returns iri if it is an http or https address, "" otherwise. Whatever
// it holds, the address has printable characters of ASCII alone, none of which ends
// an escape sequence, a link of Markdown or a cell of a table.
func webAddress(iri string) string {
	scheme, rest, ok := strings.Cut(iri, "://")
	if !ok || rest == "" || scheme != "http" && scheme != "https" {
		return ""
	}
	var b strings.Builder
	for i := range len(iri) {
		switch c := iri[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte("-._~:/?#[]@!$&'()*+,;=%", c) >= 0:
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	if b.Len() > longestAddress {
		return ""
	}
	return b.String()
}

// fileAddress returns the address of the file at path, with the name of this machine,
// so that a terminal on another one does not open its own; "" where there is no file.
func fileAddress(path string) string {
	if path == "" {
		return ""
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return ""
	}
	if _, err := os.Stat(abs); err != nil {
		return ""
	}
	host, err := os.Hostname()
	if err != nil {
		host = ""
	}
	abs = filepath.ToSlash(abs)
	if !strings.HasPrefix(abs, "/") {
		abs, host = "/"+abs, "" // C:/…
	}
	to := (&url.URL{Scheme: "file", Host: host, Path: abs}).String()
	if len(to) > longestAddress {
		return ""
	}
	return to
}
