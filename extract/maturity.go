package extract

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// levelTerm is a word for a level of maturity in a text.
type levelTerm struct {
	span
	level string
}

// levelForms are the words for the levels, in lower case.
var levelForms = [...]struct {
	level string
	words []string
}{
	{"sandbox", []string{"sandbox", "サンドボックス", "샌드박스", "沙箱"}},
	{"incubating", []string{"incubating", "incubation", "incubator", "インキュベーティング", "インキュベーション", "インキュベータ", "인큐베이팅", "인큐베이션", "孵化"}},
	{"graduated", []string{"graduated", "graduation", "卒業", "グラデュエーテッド", "グラデュエート", "졸업", "毕业"}},
	{"archived", []string{"archived", "アーカイブされ", "アーカイブ済", "归档"}},
	{"donated", []string{"donated", "donation", "contributed", "gave", "寄贈", "寄付", "移管", "기증", "捐赠", "捐给"}},
}

// levelTerms returns the words for levels in s, in order.
func levelTerms(s string) []levelTerm {
	if signsOf(s)&levelSign == 0 {
		return nil
	}
	var out []levelTerm
	lower := lowerASCII(s)
	for _, f := range levelForms {
		for _, w := range f.words {
			for at := 0; ; {
				n := strings.Index(lower[at:], w)
				if n < 0 {
					break
				}
				at += n
				out = append(out, levelTerm{span: span{at, at + len(w)}, level: f.level})
				at += len(w)
			}
		}
	}
	slices.SortFunc(out, func(a, b levelTerm) int { return cmp.Compare(a.start, b.start) })
	return out
}

// lowerASCII is strings.ToLower for ASCII letters: no byte moves.
func lowerASCII(s string) string {
	for i := range len(s) {
		if lowerByte(s[i]) == s[i] {
			continue
		}
		b := []byte(s)
		for k := i; k < len(b); k++ {
			b[k] = lowerByte(b[k])
		}
		return string(b)
	}
	return s
}

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
	for i, x := range r.out {
		if x.ID == m.ID && x.Level == level && x.Line == r.src.line(at) && (x.Date == "" || when == "") {
			r.out[i].Date = cmp.Or(x.Date, Optional(when))
			return
		}
	}
	r.out = append(r.out, Maturity{Project: r.name(m.ID), ID: m.ID, Level: level, Date: Optional(when), Line: r.src.line(at)})
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
	case strings.Contains(lower, "cncf"), inBrackets(s, w.span), strings.HasPrefix(strings.TrimLeft(after, " "), "project"), strings.HasPrefix(strings.TrimLeft(after, " "), "プロジェクト"),
		strings.HasPrefix(strings.TrimLeft(after, " "), "项目"), strings.HasPrefix(after, "프로젝트"), strings.HasPrefix(after, " 단계"):
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

// headingLevel returns the level that a heading says its items have, "" if none,
// and whether the heading says nothing else.
func headingLevel(s string) (level string, only bool) {
	words := levelTerms(s)
	if len(words) != 1 || words[0].level == "donated" || hedged(s) {
		return "", false
	}
	w := words[0]
	rest := strings.ToLower(strings.Trim(s[:w.start]+s[w.end:], " :：()（）"))
	if rest == "" || rest == "projects" || rest == "project" {
		return w.level, true
	}
	if anyOf(rest, []string{"project", "プロジェクト", "プロダクト", "一覧", "list", "cncf", "项目", "프로젝트", "リスト"}) && utf8.RuneCountInString(s) <= 50 {
		return w.level, false
	}
	return "", false
}

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
