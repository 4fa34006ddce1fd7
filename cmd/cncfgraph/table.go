package main

import (
	"bufio"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// table is an answer in rows.
type table struct {
	header   []string
	named    bool // the header has names of entities after the first column
	headless bool // the header is not shown
	rows     [][]string
	evidence [][]vocab.Evidence // of each row, as answer has it; may be shorter than rows
	address  func(vocab.Evidence) string
	whole    bool // no cell is cut
}

// columnGap is the number of spaces between columns.
const columnGap = 2

// writeTable writes t in columns that line up on a terminal. Where the screen has
// a width, cells are cut so that a row is one line of it.
func writeTable(to screen, t table) error {
	widths := t.widths()
	if to.columns > 0 && !t.whole {
		widths = fitted(t.header, widths, t.leastWidths(), to.columns)
	}
	out := bufio.NewWriter(to)
	write := func(pieces func(column int) []piece, n int) error {
		var line strings.Builder
		blank := 0 // spaces before the next text
		for i := range n {
			shown := 0
			for _, p := range pieces(i) {
				if p.text == "" {
					continue
				}
				line.WriteString(strings.Repeat(" ", blank))
				blank = 0
				shown += width(p.text)
				line.WriteString(p.on(to))
			}
			blank += widths[i] - shown + columnGap
		}
		line.WriteByte('\n')
		_, err := out.WriteString(line.String())
		return err
	}
	if !t.headless {
		header := func(i int) []piece { return []piece{{text: printable(t.header[i]), style: bold}} }
		if err := write(header, len(t.header)); err != nil {
			return err
		}
	}
	for n, row := range t.rows {
		pieces := t.pieces(n, widths)
		if err := write(func(i int) []piece { return pieces[i] }, len(row)); err != nil {
			return err
		}
	}
	return out.Flush()
}

// widths returns how many cells each column takes. It leaves the rows printable.
func (t *table) widths() []int {
	widths := make([]int, len(t.header))
	for i, h := range t.header {
		if !t.headless {
			widths[i] = width(printable(h))
		}
	}
	for _, row := range t.rows {
		for i, cell := range row {
			row[i] = printable(cell)
			widths[i] = max(widths[i], width(row[i]))
		}
	}
	return widths
}

// leastWidths returns how many cells each column takes where all that may be cut is.
func (t *table) leastWidths() []int {
	widths := make([]int, len(t.header))
	for i, h := range t.header {
		if !t.headless {
			widths[i] = width(printable(h))
		}
		for _, row := range t.rows {
			if i < len(row) && widths[i] < width(row[i]) {
				widths[i] = max(widths[i], width(cut(h, row[i], 0)))
			}
		}
	}
	return widths
}
