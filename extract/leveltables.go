package extract

import (
	"cmp"
	"slices"
	"strings"
)

// tables reads the columns of tables that say the level of the project in the row.
func (r *maturityReader) tables() {
	header := map[int]int{} // table → column of levels
	var row []*block
	flush := func() {
		if len(row) == 0 {
			return
		}
		col, ok := header[row[0].table]
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
	slices.SortStableFunc(r.out, func(a, b Maturity) int { return cmp.Compare(a.Line, b.Line) })
}
