package record

import (
	"encoding/csv"
	"errors"
	"fmt"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Table is a CSV file: rows under a header.
type Table struct {
	columns map[string]int // by normalised name
	names   []string
	rest    string // behind the header
	line    int    // of the first row
}

// maxHeader is the length in bytes of the longest first line of a header.
const maxHeader = 2000

// ReadTable returns the table that text holds; ok is false where its first line
// is no header of at least two columns.
func ReadTable(text string) (t *Table, ok bool) {
	if line, _, _ := strings.Cut(text, "\n"); len(line) > maxHeader || !strings.Contains(line, ",") {
		return nil, false
	}
	first, rest, n := cutRow(text)
	fields, err := parseRow(first)
	if err != nil || len(fields) < 2 {
		return nil, false
	}
	t = &Table{columns: map[string]int{}, rest: rest, line: 1 + n}
	for i, f := range fields {
		name := vocab.Slug(f)
		t.names = append(t.names, name)
		if _, taken := t.columns[name]; !taken && name != "" {
			t.columns[name] = i
		}
	}
	return t, true
}

// Column returns the place of the first column that has one of the names, in any
// case and with any gaps; ok is false where there is none.
func (t *Table) Column(names ...string) (place int, ok bool) {
	for _, n := range names {
		if place, ok = t.columns[vocab.Slug(n)]; ok {
			return place, true
		}
	}
	return -1, false
}

// Row is a row of a table.
type Row struct {
	Line, End int
	fields    []string
}

// Get returns the field in the column at place, "" for the place -1.
func (r Row) Get(place int) string {
	if place < 0 {
		return ""
	}
	return strings.TrimSpace(r.fields[place])
}

// Rows calls use with each row that has as many fields as the header, and notes
// the others as problems of f. Empty rows do not count.
func (t *Table) Rows(f *File, use func(Row)) {
	text, line := t.rest, t.line
	for text != "" {
		row, rest, n := cutRow(text)
		fields, err := parseRow(row)
		switch {
		case strings.TrimSpace(row) == "":
		case err != nil:
			f.Rows++
			f.Fail(line, err)
		case len(fields) != len(t.names):
			f.Rows++
			f.Fail(line, fmt.Errorf("%d fields under %d columns", len(fields), len(t.names)))
		default:
			f.Rows++
			use(Row{Line: line, End: line + n - 1, fields: fields})
		}
		text, line = rest, line+n
	}
}

// maxRowLines is how many lines a row may have. A quote that is never closed
// would otherwise make one row of all that follows.
const maxRowLines = 64

var errQuote = errors.New("a quote that is not closed")

// cutRow cuts the first row off text: up to the first end of a line at which all
// quotes are closed, or one line where there is none near. It counts the lines.
func cutRow(text string) (row, rest string, lines int) {
	at, open := 0, false
	for lines = 1; lines <= maxRowLines; lines++ {
		end := strings.IndexByte(text[at:], '\n')
		line := text[at:]
		if end >= 0 {
			line = text[at : at+end]
		}
		open = open != (strings.Count(line, `"`)%2 == 1)
		at += len(line)
		if !open {
			return text[:at], text[min(at+1, len(text)):], lines
		}
		if end < 0 {
			break
		}
		at++
	}
	row, rest, _ = strings.Cut(text, "\n")
	return row, rest, 1
}

// parseRow returns the fields of one row.
func parseRow(row string) ([]string, error) {
	row = strings.TrimSuffix(row, "\r")
	if !strings.Contains(row, `"`) {
		return strings.Split(row, ","), nil
	}
	fields, err := csv.NewReader(strings.NewReader(row)).Read()
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		if errors.Is(parse.Err, csv.ErrQuote) || errors.Is(parse.Err, csv.ErrBareQuote) {
			return nil, errQuote
		}
		return nil, parse.Err
	}
	return fields, err
}
