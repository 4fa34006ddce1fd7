package extract

import (
	"cmp"
	"strings"
	"unicode/utf8"
)

// maturity returns the statements on levels of maturity, in order.
func (l *linked) maturity() []Maturity {
	r := &maturityReader{linked: l, out: []Maturity{}}
	for _, c := range l.clauses() {
		r.clause(c)
	}
	r.tables()
	return r.out
}

type maturityReader struct {
	*linked
	out []Maturity
}

// state adds the statement that m has a level.
func (r *maturityReader) state(m *mention, level, when string, at int) {
	line := r.src.line(at)
	for i, x := range r.out {
		if x.Line == line && x.ID == m.ID && x.Level == level && (x.Date == "" || when == "") {
			r.out[i].Date = cmp.Or(x.Date, Optional(when))
			return
		}
	}
	r.out = append(r.out, Maturity{Project: r.name(m.ID), ID: m.ID, Level: level, Date: Optional(when), Line: line})
}

// clause reads the statements of one clause.
func (r *maturityReader) clause(c *clause) {
	var words []levelTerm
	if c.of.has(levelSign) {
		words = levelTerms(c.text())
	}
	if len(words) == 0 {
		r.listed(c)
		return
	}
	stated := false
	for i, w := range words {
		if ms := c.labelled(w); len(ms) > 0 {
			for _, m := range ms {
				r.state(m, w.level, "", c.from(m.start-c.lo))
			}
			stated = true
			continue
		}
		ms := r.subjects(c, w)
		if len(ms) == 0 || !r.meant(c, words, i, ms[0]) || hedged(window(c, words, i)) {
			continue
		}
		for _, m := range ms {
			r.state(m, w.level, r.when(c, w), c.from(w.start))
		}
		stated = true
		r.coordinated(c, ms[0], w)
	}
	if !stated {
		r.listed(c)
	}
}

// window returns what of c bears on the level word i: from the last break before it
// to the next behind it.
func window(c *clause, words []levelTerm, i int) string {
	s := c.text()
	lo, hi := 0, len(s)
	if i > 0 {
		lo = words[i-1].end
	}
	if i+1 < len(words) {
		hi = words[i+1].start
	}
	for _, br := range [...]string{" and ", ", ", "的项目", "、", "，", "が、", "けど", ";", "※", "→", "でしたが"} {
		if k := strings.LastIndex(s[lo:words[i].start], br); k >= 0 {
			lo += k + len(br)
		}
		if k := strings.Index(s[words[i].end:hi], br); k >= 0 {
			hi = words[i].end + k
		}
	}
	end := s[hi:]
	if strings.HasPrefix(end, "?") || strings.HasPrefix(end, "？") {
		return s[lo:hi] + "?"
	}
	return s[lo:hi]
}

// meant tells whether the word i of c means a level of the foundation. Sandboxes,
// incubators, graduates and archives are other things too.
func (r *maturityReader) meant(c *clause, words []levelTerm, i int, m *mention) bool {
	s, w := c.text(), words[i]
	lower := lowerASCII(s)
	before, after := lower[:w.start], lower[w.end:]
	if w.level == "donated" {
		return true
	}
	if r.external(m) && !strings.Contains(lower, "cncf") {
		return false
	}
	for _, tail := range [...]string{"ed", "ing", " environment", " runtime", " container", " cluster", "環境", "化", "実行", "コンテナ", "コンテスト", "生", "式", "旅行", "試験", " from university", " from college", " student", "环境", "运行", "하여", "容器"} {
		if strings.HasPrefix(after, tail) {
			return false
		}
	}
	switch {
	case strings.Contains(lower, "cncf"), inBrackets(s, w.span), anyPrefix(strings.TrimLeft(after, " "), []string{"project", "プロジェクト", "项目", "項目"}), anyPrefix(after, []string{"階段", "阶段", "프로젝트", " 단계"}):
		return true
	}
	switch w.level {
	case "graduated":
		return strings.HasSuffix(before, "has ") || strings.HasSuffix(before, "have ") || strings.Contains(after, " in ") || strings.HasSuffix(before, "only ") || strings.Contains(after, "した") && s[w.start:w.end] != "卒業" ||
			strings.Contains(s, "Graduated") || strings.Contains(before, "年") || strings.HasSuffix(before, "已")
	case "archived":
		return strings.HasSuffix(before, "was ") || strings.HasSuffix(before, "is ") || strings.HasSuffix(before, "been ") || !anyOf(s, []string{"動画", "配信", "録画", "video", "资料"})
	}
	// Sandbox and Incubating with the verbs and particles of becoming one.
	tail := strings.TrimLeft(after, " ")
	for _, v := range [...]string{"入り", "に入", "に採択", "へ昇格", "に昇格", "として", "になった", "になっ", "に加", "に参加", "へ", "に", "で", "の", "だ", "な", "です", "のまま", "段階", "ステージ", "in ", "since ", "level", "的", "단계", "에 "} {
		if strings.HasPrefix(tail, v) {
			return true
		}
	}
	return tail == "" || strings.HasPrefix(tail, "(") || strings.HasPrefix(tail, "（") || strings.HasPrefix(tail, "）") || strings.HasPrefix(tail, ")") || strings.HasPrefix(tail, "→") || strings.HasPrefix(tail, ",") || strings.HasPrefix(tail, "、")
}

// inBrackets tells whether w is what a bracket of s holds, with little beside it.
func inBrackets(s string, w span) bool {
	for _, q := range [...][2]string{{"(", ")"}, {"（", "）"}, {"[", "]"}, {"【", "】"}} {
		open := strings.LastIndex(s[:w.start], q[0])
		if open < 0 || strings.Contains(s[open:w.start], q[1]) {
			continue
		}
		end := strings.Index(s[w.end:], q[1])
		if end >= 0 && utf8.RuneCountInString(s[open:w.end+end]) <= 40 {
			return true
		}
	}
	return false
}

// external tells whether the landscape lacks m.
func (r *maturityReader) external(m *mention) bool {
	e, ok := r.linker.Entry(m.ID)
	return ok && e.External
}

// when returns the date that stands by w: before it, or right behind.
func (r *maturityReader) when(c *clause, w levelTerm) string {
	s := c.text()
	best, distance := "", 1<<30
	for _, d := range datesIn(s) {
		if d.year == 0 {
			continue
		}
		gap := d.start - w.end
		if d.end <= w.start {
			gap = w.start - d.end
		}
		if gap >= 0 && gap < distance && gap <= 60 {
			best, distance = d.String(), gap
		}
	}
	if best != "" {
		return best
	}
	for _, in := range [...]string{" in ", " since ", " In ", "已于 "} {
		for at := 0; ; {
			n := strings.Index(s[at:], in)
			if n < 0 {
				break
			}
			at += n + len(in)
			if len(s) >= at+4 && year(s[at:at+4]) && (len(s) == at+4 || !handleByte(s[at+4])) {
				return s[at : at+4]
			}
		}
	}
	return ""
}

// coordinated adds the projects that stand before m in a list: "A、B は Graduated".
func (r *maturityReader) coordinated(c *clause, m *mention, w levelTerm) {
	if m.prose != c.of || inBrackets(c.text(), w.span) {
		return
	}
	for i := len(c.mentions) - 1; i > 0; i-- {
		a, b := &c.mentions[i-1], &c.mentions[i]
		if b.start == m.start && listGap(c.of.text[a.end:b.start]) {
			r.state(a, w.level, r.when(c, w), c.from(w.start))
			m = a
		}
	}
}

// listGap tells whether gap parts two names of a list.
func listGap(gap string) bool {
	switch strings.TrimSpace(gap) {
	case ",", "、", "，", "/", "／", "&", "＆", "・", "and", ", and", "と", "や", "와", "과", "和":
		return true
	}
	return false
}

// listed reads an item below a heading that names a level: the project that it
// begins with, or each of them where the heading is nothing but the level.
func (r *maturityReader) listed(c *clause) {
	if c.heading == nil || len(c.mentions) == 0 || !c.heading.of.has(levelSign) {
		return
	}
	level, bare := headingLevel(c.heading.text())
	if level == "" {
		return
	}
	s := c.text()
	first := &c.mentions[0]
	if strings.Trim(s[:first.start-c.lo], " \"「[*") != "" && !bare {
		return
	}
	if !bare {
		if !hedged(s) || !strings.ContainsAny(s, "?？") {
			r.state(first, level, "", c.from(first.start-c.lo))
		}
		return
	}
	end := len(s)
	if k := strings.Index(s, "※"); k >= 0 {
		end = k
	}
	for i := range c.mentions {
		if m := &c.mentions[i]; m.end-c.lo <= end && (i == 0 && m.start == c.lo || i > 0 && listGap(c.of.text[c.mentions[i-1].end:m.start])) {
			r.state(m, level, "", c.from(m.start-c.lo))
		}
	}
}
