package schedule

import (
	"errors"
	"strings"

	"github.com/cncfgraph/cncfgraph/extract/record"
	"github.com/cncfgraph/cncfgraph/internal/pattern"
)

var (
	titleColumn = pattern.Lazy(`(?i)^(?:topic|title|talk|session|presentation|タイトル|主题|议题)s?$`)
	ruleRow     = pattern.Lazy(`^\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$`)
	cellLink    = pattern.Lazy(`\[([^\]]*)\]\((\S+?)\)`)
	lineBreak   = pattern.Lazy(`(?i)\s*<br\s*/?>\s*`)
	firstHeader = pattern.Lazy(`^#\s+(.*\S)\s*$`)
)

// isTalkTable tells whether text is Markdown of which most is tables of talks whose
// cells hold a title in two languages, a line each: a column of titles, and others of
// links or of speakers. Other tables of talks are read as the prose around them is.
func isTalkTable(text string) bool {
	if !strings.Contains(record.Head(text), "\n|") {
		return false
	}
	rows, others, twofold, header := 0, 0, 0, false
	for l := range record.Lines(record.Head(text)) {
		switch s := strings.TrimSpace(l.Text); {
		case s == "":
		case strings.HasPrefix(s, "|"):
			rows++
			if lineBreak().MatchString(s) {
				twofold++
			}
			header = header || len(tableColumns(s)) > 0
		default:
			others++
		}
	}
	return header && rows >= 3 && rows > 4*others && twofold > 0 && 4*twofold >= rows-2
}

// tableColumns returns the place of each column that is known in the header row,
// by name; none where it has no title or nothing else of a talk.
func tableColumns(row string) map[string]int {
	columns := map[string]int{}
	for i, c := range cellsOf(row) {
		switch {
		case titleColumn().MatchString(c):
			if _, known := columns["title"]; !known {
				columns["title"] = i
			}
		case strings.EqualFold(c, "speaker"), strings.EqualFold(c, "speakers"), strings.EqualFold(c, "presenter"):
			columns["speakers"] = i
		case videoText().MatchString(c), strings.EqualFold(c, "tencent"), slidesText().MatchString(c):
			columns["link"] = i
		}
	}
	if _, ok := columns["title"]; !ok || len(columns) < 2 {
		return nil
	}
	return columns
}

// cellsOf returns the cells of a row, trimmed. A pipe behind a backslash is text.
func cellsOf(row string) []string {
	row = strings.ReplaceAll(strings.TrimSpace(row), `\|`, "\x00")
	row = strings.TrimSuffix(strings.TrimPrefix(row, "|"), "|")
	cells := strings.Split(row, "|")
	for i, c := range cells {
		cells[i] = strings.TrimSpace(strings.ReplaceAll(c, "\x00", "|"))
	}
	return cells
}

var errCells = errors.New("a row of another number of cells than the table's header")

// readTalkTable reads Markdown tables of talks. A title may stand in two
// languages, "标题<br>Title - Speaker, Company".
func readTalkTable(text string) *record.File {
	f := &record.File{}
	var columns map[string]int
	var width int
	var sessions []record.Talk
	for l := range record.Lines(text) {
		s := strings.TrimSpace(l.Text)
		switch {
		case !strings.HasPrefix(s, "|"):
			if m := firstHeader().FindStringSubmatch(s); m != nil && f.Title == "" {
				f.Title = record.OneLine(m[1])
				f.Events = append(f.Events, headedEvent(f.Title, l.Number))
			}
			if s != "" && s[0] == '#' {
				columns = nil
			}
		case ruleRow().MatchString(s):
		case columns == nil:
			columns, width = tableColumns(s), len(cellsOf(s))
		default:
			f.Rows++
			cells := cellsOf(s)
			if len(cells) != width {
				f.Fail(l.Number, errCells)
				continue
			}
			sessions = append(sessions, tableTalk(cells, columns, l.Number))
		}
	}
	sessions = tidied(f, sessions)
	splitBilingual(sessions)
	var host record.Event
	if len(f.Events) > 0 {
		host = f.Events[0]
	}
	for i := range sessions {
		sessions[i].Event = host.Name
	}
	keep(f, sessions, func(*record.Talk) record.Event { return host })
	return f
}

// headedEvent returns the event that a heading names: "KubeCon 2019 - Barcelona"
// is one in Barcelona.
func headedEvent(heading string, line int) record.Event {
	e := record.Event{Name: heading, Line: line}
	for _, sep := range []string{" - ", " – "} {
		if at := strings.LastIndex(heading, sep); at > 0 {
			if place := heading[at+len(sep):]; isName(place) && !strings.EqualFold(place, "virtual") {
				e.Location = place
			}
		}
	}
	return e
}

// tableTalk returns the talk of a row, its titles and speakers still in one.
func tableTalk(cells []string, columns map[string]int, line int) record.Talk {
	t := record.Talk{Title: cells[columns["title"]], Line: line, End: line}
	for i, c := range cells {
		for _, m := range cellLink().FindAllStringSubmatch(c, -1) {
			if i != columns["title"] {
				addLink(&t, m[1], m[2])
			}
		}
	}
	t.Title = cellLink().ReplaceAllString(t.Title, "$1")
	if at, ok := columns["speakers"]; ok {
		if list := record.OneLine(cellLink().ReplaceAllString(cells[at], "$1")); list != "" {
			t.Speakers = listedSpeakers(list, "")
		}
	}
	return t
}

// splitBilingual parts titles in two languages, and the speakers off the last.
func splitBilingual(sessions []record.Talk) {
	others := make([]string, len(sessions))
	for i := range sessions {
		t := &sessions[i]
		if halves := lineBreak().Split(t.Title, -1); len(halves) > 1 {
			others[i], t.Title = record.OneLine(halves[0]), record.OneLine(halves[len(halves)-1])
		} else {
			t.Title = record.OneLine(t.Title)
		}
	}
	split(sessions)
	for i := range sessions {
		if t := &sessions[i]; others[i] != "" {
			t.Other = withoutSpeakers(others[i], t.Speakers)
		}
	}
}

// withoutSpeakers returns the title in the other language without the speakers
// behind it, whom it may name in another script.
func withoutSpeakers(title string, speakers []record.Speaker) string {
	for _, sep := range []string{"——", " — ", "—", " – ", " - "} {
		at := strings.LastIndex(title, sep)
		if at <= 0 {
			continue
		}
		tail := title[at+len(sep):]
		named := strings.ContainsAny(tail, "，,")
		for _, s := range speakers {
			for w := range strings.FieldsSeq(s.Name) {
				named = named || len(w) > 2 && strings.Contains(tail, w)
			}
		}
		if named {
			return strings.TrimSpace(title[:at])
		}
	}
	return strings.TrimSpace(title)
}
