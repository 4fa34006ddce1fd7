package main

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cncfgraph/cncfgraph/extract"
	"github.com/cncfgraph/cncfgraph/extract/files"
)

// explained is a mention in its line, with what it was taken for and why.
type explained struct {
	line, column int
	text         string // the line, with the mention in ⟦brackets⟧
	decision     string
	reason       string
}

// explain returns the mentions of the document in the order of the text.
func explain(r *files.Result, maxSize int64) ([]explained, error) {
	data, err := r.File.Read(maxSize)
	if err != nil {
		return nil, err
	}
	lines := bytes.Split(data, []byte("\n"))
	var list []explained
	for _, p := range r.Document.Projects {
		for _, m := range p.Mentions {
			list = append(list, explained{m.Line, m.Column, inLine(lines, m.Line, m.Column, m.Text), fmt.Sprintf("%s %.2f", p.ID, m.Confidence), m.Reason})
		}
	}
	for _, a := range r.Document.Ambiguous {
		list = append(list, explained{a.Line, a.Column, inLine(lines, a.Line, a.Column, a.Text), "not linked: " + strings.Join(a.Candidates, " or "), a.Reason})
	}
	slices.SortStableFunc(list, func(a, b explained) int {
		return cmp.Or(cmp.Compare(a.line, b.line), cmp.Compare(a.column, b.column))
	})
	return list, nil
}

// around is how many characters of a line explain shows on either side.
const around = 24

// inLine returns what surrounds the mention in its line, the mention in brackets.
func inLine(lines [][]byte, line, column int, mention string) string {
	if line < 1 || line > len(lines) {
		return mention
	}
	text := []rune(string(bytes.TrimSuffix(lines[line-1], []byte("\r"))))
	from := min(max(0, column-1), len(text))
	to := min(from+len([]rune(mention)), len(text))
	before, after := text[max(0, from-around):from], text[to:min(len(text), to+around)]
	return string(before) + "⟦" + string(text[from:to]) + "⟧" + string(after)
}

// explainAnswer shows the mentions of a document in a table.
func explainAnswer(d *extract.Document, mentions []explained) answer {
	a := answer{value: d, header: []string{"SOURCE", "LINE", "MENTION", "DECISION", "WHY"}}
	for _, m := range mentions {
		a.rows = append(a.rows, []string{d.Source, strconv.Itoa(m.line) + ":" + strconv.Itoa(m.column), m.text, m.decision, m.reason})
	}
	return a
}
