package main

import (
	"bufio"

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

	cells [][]piece // what pieces returned last
	texts []piece   // the only piece of each of them
}

// columnGap is the number of spaces between columns.
const columnGap = 2

// writeTable writes t in columns that line up on a terminal. Where the screen has
// a width, cells are cut so that a row is one line of it.
func writeTable(to screen, t table) error {
	widths := t.widths()
	var most []int // of the cells that are cut
	if to.columns > 0 && !t.whole {
		widths = fitted(t.header, widths, t.leastWidths(), to.columns)
		most = widths
	}
	out := bufio.NewWriterSize(to, 64<<10)
	var line []byte
	write := func(cells [][]piece) error {
		line = line[:0]
		blank := 0 // spaces before the next text
		for i, cell := range cells {
			shown := 0
			for _, p := range cell {
				if p.text == "" {
					continue
				}
				line = append(appendSpaces(line, blank), p.on(to)...)
				blank = 0
				if i < len(cells)-1 {
					shown += width(p.text)
				}
			}
			blank += widths[i] - shown + columnGap
		}
		line = append(line, '\n')
		_, err := out.Write(line)
		return err
	}
	if !t.headless {
		header := make([][]piece, len(t.header))
		for i, h := range t.header {
			header[i] = []piece{{text: printable(h), style: bold}}
		}
		if err := write(header); err != nil {
			return err
		}
	}
	for n := range t.rows {
		if err := write(t.pieces(n, to, most)); err != nil {
			return err
		}
	}
	return out.Flush()
}

// appendSpaces appends n spaces to line, none where n is negative.
func appendSpaces(line []byte, n int) []byte {
	for range n {
		line = append(line, ' ')
	}
	return line
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
