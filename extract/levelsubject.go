package extract

import (
	"strings"
	"unicode/utf8"
)

// labelled returns the projects of a list that w is the label of: "Graduated: X, Y",
// "graduated projects include X, Y", "Graduated なのは X、Y".
func (c *clause) labelled(w levelTerm) []*mention {
	s := c.text()
	if w.level == "donated" {
		return nil
	}
	lower := lowerASCII(s)
	at := w.end
	for _, word := range [...]string{" level projects", "-level projects", " projects", " project", "したプロジェクト", "になっているプロジェクト", "のプロジェクト", "プロジェクト", "的项目", "项目", " 프로젝트", "프로젝트", "한 프로젝트", "になっている", "した", "な"} {
		if rest, ok := strings.CutPrefix(strings.TrimLeft(lower[at:], " 　"), strings.TrimLeft(word, " ")); ok {
			at = len(lower) - len(rest)
			break
		}
	}
	head := strings.Trim(strings.TrimSuffix(lower[:w.start], "cncf "), " ・-*•●■◆:\t　")
	joined := false
	for _, word := range [...]string{":", "：", " include ", " includes ", " including ", " are ", " such as ", " like ", "のは", "は", "有", "包括", "는", "은", "には"} {
		if strings.HasPrefix(strings.TrimLeft(lower[at:], " 　"), strings.TrimLeft(word, " ")) {
			joined = word[0] != ':' && word != "：" || head == ""
			at = len(s) - len(strings.TrimLeft(lower[at:], " 　")) + len(strings.TrimLeft(word, " "))
			break
		}
	}
	if !joined || hedged(s) {
		return nil
	}
	var out []*mention
	for i := range c.mentions {
		m := &c.mentions[i]
		switch gap := ""; {
		case m.start-c.lo < at:
			continue
		case len(out) == 0:
			gap = s[at : m.start-c.lo]
			if strings.Trim(gap, " 　:：[、，") != "" {
				return nil
			}
		default:
			gap = withoutBrackets(s[out[len(out)-1].end-c.lo : m.start-c.lo])
			if !listGap(gap) {
				return out
			}
		}
		out = append(out, m)
	}
	return out
}

// subjects returns the projects that w is said of: "X (Sandbox)", "Sandbox の X",
// the last one named before, else what the clause is on.
func (r *maturityReader) subjects(c *clause, w levelTerm) []*mention {
	s := c.text()
	var before, after *mention
	for i := range c.mentions {
		m := &c.mentions[i]
		topical := anyPrefix(s[m.end-c.lo:], []string{"は", " は", "가", "는", "은"})
		switch {
		case m.end-c.lo <= w.start:
			if before == nil || topical || !anyPrefix(s[before.end-c.lo:], []string{"は", " は", "는", "은"}) {
				before = m
			}
		case m.start-c.lo >= w.end && after == nil:
			after = m
		}
	}
	if w.level == "donated" {
		return r.donated(c, w, before, after)
	}
	if before == nil && len(c.subjects) > 0 && c.mentionsOnly(after) {
		return c.subjects
	}
	if after != nil {
		between := strings.Trim(s[w.end:after.start-c.lo], " 　")
		switch strings.ToLower(between) {
		case "", "project", "の", "プロジェクトの", "プロジェクト", "なプロジェクトの", "の cncf プロジェクト", "project,", "projects like", "projects", "项目", "项目的", "프로젝트인", "프로젝트", "level", "level project":
			if before == nil || strings.TrimSpace(between) != "" {
				return []*mention{after}
			}
		}
	}
	switch {
	case before == nil && len(c.subjects) == 0:
		return c.titled()
	case before == nil:
		return c.subjects
	case said(s[before.end-c.lo : w.start]):
		return []*mention{before}
	}
	return nil
}

// titled returns the project that the heading above c is the name of, where c is
// short: "CloudEvents" and below it "Reached incubation".
func (c *clause) titled() []*mention {
	if c.heading == nil || utf8.RuneCountInString(c.text()) > 60 || len(c.heading.mentions) != 1 {
		return nil
	}
	m := &c.heading.mentions[0]
	if 2*(m.end-m.start) < len(strings.TrimSpace(c.heading.text())) {
		return nil
	}
	return []*mention{m}
}

// mentionsOnly tells whether m, behind a level, does not say of what the level is:
// a slide has the texts of its diagram behind its items.
func (c *clause) mentionsOnly(m *mention) bool {
	return m == nil || m.block.kind == slideText
}

// said tells whether gap, between a project and a level, joins them: a verb, a
// particle, a bracket, a date or nothing.
func said(gap string) bool {
	if utf8.RuneCountInString(gap) > 80 {
		return false
	}
	trimmed := strings.TrimSpace(gap)
	return trimmed == "" || len(datesIn(gap)) > 0 || strings.ContainsAny(gap, "はがも:：(（[【,、，=→已为是") || anyOf(gap+" ", joiningWords)
}

var joiningWords = []string{" is ", " was ", " are ", " were ", " became ", " become ", " joined ", " entered ", " moved ", " has ", " have ", " being ", " reached ", "는", "은", "이 ", "가 ", "刚进", "进入", "成为", "晋升"}

// donated returns the project that was given to the foundation: the one behind the
// verb, the object, or what the clause is on.
func (r *maturityReader) donated(c *clause, w levelTerm, before, after *mention) []*mention {
	s := c.text()
	lower := lowerASCII(s)
	foundation := anyOf(lower, []string{"cncf", "foundation", "財団", "基金会", "재단"})
	word := lower[w.start:w.end]
	if after != nil && foundation && strings.TrimSpace(s[w.end:after.start-c.lo]) == "" && strings.Contains(lower[after.end-c.lo:], " to ") {
		return []*mention{after} // "donated X to the foundation"
	}
	if word == "gave" || word == "contributed" {
		return nil
	}
	for i := len(c.mentions) - 1; i >= 0 && word[0] >= 0x80; i-- {
		m := &c.mentions[i]
		object := strings.HasPrefix(s[m.end-c.lo:], "を") || strings.HasSuffix(strings.TrimSpace(s[:m.start-c.lo]), "把")
		if object && m.end-c.lo <= w.start && foundation {
			return []*mention{m}
		}
	}
	giver := before != nil && anyPrefix(strings.TrimLeft(s[before.end-c.lo:], " "), []string{"が", "社が"})
	switch {
	case len(c.subjects) > 0 && (before == nil || giver):
		return c.subjects
	case foundation && before != nil:
		return []*mention{before}
	}
	return nil
}
