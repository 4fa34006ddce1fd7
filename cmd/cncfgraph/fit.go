package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// The number of cells to which a text and a piece of evidence are cut at most.
const (
	leastCells    = 12
	leastEvidence = 24
)

// uncut are the columns whose cells are typed again, and so are never cut.
var uncut = map[string]bool{"ID": true, "SOURCE": true, "RULE": true}

// paths are the columns in which a text may be a category, whose last part says more
// than the first.
var paths = map[string]bool{"CATEGORY": true, "CATEGORIES": true, "NAME": true, "VALUE": true, "FROM": true, "TO": true}

// isEvidence tells whether the column shows evidence.
func isEvidence(header string) bool { return strings.HasSuffix(header, "EVIDENCE") }

// cut returns cell in at most so many cells, or in the fewest to which it may be cut.
// A text ends in an ellipsis, a category begins with one; of evidence fewer pieces are
// shown; ids and dates stay whole.
func cut(header, cell string, most int) string {
	switch {
	case width(cell) <= most || uncut[header] || isDated(cell):
		return cell
	case isEvidence(header):
		return fewerEvidence(cell, max(most, leastEvidence))
	}
	most = max(most, leastCells)
	if i := strings.LastIndex(cell, " / "); i > 0 && paths[header] && !strings.Contains(cell, ", ") && width(cell[i:]) < most {
		return "…" + cell[i:]
	}
	return cells.Truncate(cell, most, "…")
}

// isDated tells whether cell is a date or a few words with one behind them, as
// "incubating 2018-04".
func isDated(cell string) bool {
	const few = 40
	last := cell[strings.LastIndexByte(cell, ' ')+1:]
	return len(cell) <= few && vocab.LastDay(last) != ""
}

// fewerEvidence shows the pieces of someEvidence's list for which there is room, the
// first in any case, and counts the others.
func fewerEvidence(list string, most int) string {
	pieces, more := strings.Split(list, ", "), 0
	last := pieces[len(pieces)-1]
	if i := strings.LastIndex(last, " +"); i >= 0 {
		if n, err := strconv.Atoi(last[i+2:]); err == nil {
			pieces[len(pieces)-1], more = last[:i], n
		}
	}
	for n := len(pieces); ; n-- {
		count := ""
		if left := more + len(pieces) - n; left > 0 {
			count = fmt.Sprintf(" +%d", left)
		}
		text := strings.Join(pieces[:n], ", ")
		if n == 1 {
			return shortened(text, most-len(count)) + count
		}
		if width(text)+len(count) <= most {
			return text + count
		}
	}
}

// shortened returns a piece of evidence in at most so many cells, with its line.
func shortened(evidence string, most int) string {
	if width(evidence) <= most {
		return evidence
	}
	name, line := evidence, ""
	if i := strings.LastIndexByte(evidence, ':'); i >= 0 {
		name, line = evidence[:i], evidence[i:]
	}
	return cells.Truncate(name, max(most-len(line), 1), "…") + line
}

// fitted returns the widths of columns in a row of total cells. No column gets more
// than its natural width or less than its least one; the others share what is left,
// the first text with two parts. Where not even the least widths fit, rows run over.
func fitted(header []string, natural, least []int, total int) []int {
	widths, parts := make([]int, len(natural)), make([]int, len(natural))
	left, shares := total-columnGap*(len(natural)-1), 0 // what is left, for so many parts
	for i := range parts {
		parts[i] = 1
		if shares == i && natural[i] > least[i] && !isEvidence(header[i]) {
			parts[i] = 2
		}
		shares += parts[i]
	}
	settle := func(to []int, when func(i, share int) bool) bool {
		for i := range widths {
			if parts[i] > 0 && when(i, max(left, 0)*parts[i]/shares) {
				widths[i] = to[i]
				left -= to[i]
				shares -= parts[i]
				parts[i] = 0
				return true
			}
		}
		return false
	}
	for settle(least, func(i, share int) bool { return share < least[i] }) ||
		settle(natural, func(i, share int) bool { return share >= natural[i] }) {
	}
	for i := range widths {
		if parts[i] > 0 {
			widths[i] = left * parts[i] / shares
		}
	}
	return widths
}
