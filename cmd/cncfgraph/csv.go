package main

import (
	"encoding/csv"
	"io"
	"strings"
	"unicode"
)

// writeCSV writes t as CSV. A cell that a spreadsheet would take for a formula
// gets a leading apostrophe.
func writeCSV(w io.Writer, t table) error {
	out := csv.NewWriter(w)
	if !t.headless {
		header := make([]string, len(t.header))
		for i, h := range t.header {
			if header[i] = strings.ToLower(h); t.named && i > 0 {
				header[i] = inert(printable(h))
			}
		}
		if err := out.Write(header); err != nil {
			return err
		}
	}
	for _, row := range t.rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = inert(printable(cell))
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// formulaSigns are the characters by which spreadsheets know a formula, those of full
// width too: https://owasp.org/www-community/attacks/CSV_Injection.
const formulaSigns = "=+-@＝＋－＠"

// inert returns cell so that it is text in a spreadsheet too: with an apostrophe
// before what begins like a formula, spaces and joiners aside, which some skip.
func inert(cell string) string {
	text := strings.TrimLeftFunc(cell, func(r rune) bool {
		return unicode.IsSpace(r) || r == '\u200C' || r == '\u200D'
	})
	if strings.IndexAny(text, formulaSigns) == 0 {
		return "'" + cell
	}
	return cell
}
