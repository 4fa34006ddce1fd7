package main

import (
	"bufio"
	"io"
	"strings"
)

// writeTable writes rows in columns that line up on a terminal, where Chinese,
// Japanese and Korean characters are two cells wide. An empty header is left out.
func writeTable(w io.Writer, header []string, rows [][]string) error {
	if len(header) > 0 {
		rows = append([][]string{header}, rows...)
	}
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			row[i] = printable(cell)
			widths[i] = max(widths[i], width(row[i]))
		}
	}
	out := bufio.NewWriter(w)
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			line.WriteString(cell)
			if i < len(row)-1 {
				line.WriteString(strings.Repeat(" ", widths[i]-width(cell)+2))
			}
		}
		line.WriteByte('\n')
		if _, err := out.WriteString(strings.TrimRight(line.String(), " \n") + "\n"); err != nil {
			return err
		}
	}
	return out.Flush()
}
