package extract

import (
	"cmp"
	"slices"
	"strings"
)

// tables reads the columns of tables that say the level of the project in the row, and
// notes on the project that a row begins with, where two rows or more of a table note its
// level: "| Harbor | graduated in 2020 |".
func (r *maturityReader) tables() {
	header := map[int]int{} // table → column of levels
	var notes []levelNote
	noted := map[int]int{} // table → rows that note a level
	var row []*block
	flush := func() {
		if len(row) == 0 {
			return
		}
		col, ok := header[row[0].table]
		if n, found := r.levelNote(row); found && !ok {
			notes = append(notes, n)
			noted[n.table]++
		}
		var level string
		var project *mention
		for _, c := range row {
			if ms := r.of[c.prose]; project == nil && len(ms) > 0 && c.col != col {
				project = &ms[0]
			}
			if !ok || c.col != col {
				continue
			}
			if words := levelTerms(c.text()); len(words) == 1 && !hedged(c.text()) {
				level = words[0].level
			}
		}
		if level != "" && project != nil {
			r.state(project, level, "", r.src.starts[project.line-1])
		}
		row = nil
	}
	for _, b := range r.blocks {
		if b.kind != cell || b.prose == nil {
			continue
		}
		if b.row == 0 {
			switch strings.ToLower(bare(b.text())) {
			case "maturity", "level", "maturity level", "status", "stage", "cncf", "成熟度", "ステージ", "レベル", "단계", "级别", "阶段":
				header[b.table] = b.col
			}
			continue
		}
		if len(row) > 0 && (row[0].table != b.table || row[0].row != b.row) {
			flush()
		}
		row = append(row, b)
	}
	flush()
	for _, n := range notes {
		if noted[n.table] >= 2 {
			r.state(n.project, n.level, n.when, r.src.starts[n.project.line-1])
		}
	}
	slices.SortStableFunc(r.out, func(a, b Maturity) int { return cmp.Compare(a.Line, b.Line) })
}

// levelNote is what a row of a table says of the project that it begins with.
type levelNote struct {
	table       int
	project     *mention
	level, when string
}

// levelNote reads the first sentence in the row on a level of the project that is all
// that its first cell holds.
func (r *maturityReader) levelNote(row []*block) (levelNote, bool) {
	ms := r.of[row[0].prose]
	if len(ms) != 1 || strings.Trim(row[0].text()[:ms[0].start]+row[0].text()[ms[0].end:], " *_") != "" {
		return levelNote{}, false
	}
	for _, c := range row[1:] {
		s := c.text()
		s = s[:sentenceEnd(s)]
		words := levelTerms(s)
		if len(words) != 1 || words[0].level == "donated" || hedged(s) || len(r.of[c.prose]) > 0 && r.of[c.prose][0].end <= len(s) {
			continue
		}
		n := levelNote{table: c.table, project: &ms[0], level: words[0].level}
		for _, d := range datesIn(s) {
			if d.year > 0 {
				n.when = d.String()
				break
			}
		}
		return n, true
	}
	return levelNote{}, false
}
