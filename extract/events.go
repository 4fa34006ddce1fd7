package extract

import (
	"path"
	"strings"
	"unicode"
	"unicode/utf8"
)

// stated is an event with what else the document says of it.
type stated struct {
	Event
	year int // in its name, 0 if none
}

// findEvent returns the event that the document is about; ok is false where it
// names none. It looks at the title first, then at what links to an event's page,
// at the first sentences, and last at the path of the document.
func (d *draft) findEvent() (e stated, ok bool) {
	for _, t := range d.titles() {
		if e, ok = d.eventInTitle(t); ok {
			break
		}
	}
	if !ok {
		for _, find := range [...]func() (stated, bool){d.eventInOpening, d.eventInPath, d.eventInHashtag, d.eventAsTitle} {
			if e, ok = find(); ok {
				break
			}
		}
		if !ok {
			return e, false
		}
	}
	for _, dt := range datesIn(e.Name) {
		if dt.day > 0 {
			e.Date = Optional(dt.String())
		}
	}
	e.year = yearIn(e.Name)
	d.completeEvent(&e)
	return e, true
}

// yearIn returns the year that an event's name holds, 0 if none.
func yearIn(name string) int {
	for _, w := range wordsOf(name) {
		text := strings.TrimLeft(w.text, "CNDTKFOWSabcdefghijklmnopqrstuvwxyz")
		if year(text) {
			n, _ := number(text, 0)
			return n
		}
	}
	return 0
}

// titles returns the passages that are the document's title, the surest first.
func (d *draft) titles() []passage {
	var out []passage
	for _, b := range d.matter {
		switch b.key {
		case "title", "event", "event.name", "subtitle", "conference":
			out = append(out, b.prose.all())
		case "categories", "category", "series":
			if names := eventNames(b.text()); len(names) > 0 && names[0].head && names[0].edition {
				out = append(out, b.prose.all())
			}
		}
	}
	headings := 0
	for _, b := range d.blocks {
		if b.prose == nil || b.quote {
			continue
		}
		if d.format == "deck" && b.slide <= 1 {
			out = append(out, b.prose.all().lines()...)
			continue
		}
		if b.kind == heading {
			out = append(out, b.prose.all())
			if headings++; headings == 1 && b.level > 1 || headings == 2 {
				break
			}
			continue
		}
		if headings == 0 && len(out) == 0 && b.kind == paragraph {
			out = append(out, b.prose.all().lines()[0])
		}
		if b.kind == slideText && b.slide <= 1 {
			out = append(out, columnsOf(b.prose.all())...)
			continue
		}
		if headings == 0 && b.line > 12 || b.kind == slideText {
			break
		}
	}
	return out
}

// reportOf returns what a title says to be a report of: "Meetup report: X",
// "[イベントレポート] X".
func reportOf(t passage) (passage, bool) {
	s := t.text()
	for _, q := range [...][2]string{{"[", "]"}, {"【", "】"}, {"", ":"}, {"", "："}} {
		if !strings.HasPrefix(s, q[0]) {
			continue
		}
		end := strings.Index(s, q[1])
		if end < 0 || utf8.RuneCountInString(s[:end]) > 24 {
			continue
		}
		label := strings.ToLower(s[len(q[0]):end])
		if !anyOf(label, []string{"meetup", "conference", "event", "イベント", "勉強会", "밋업", "행사", "컨퍼런스", "trip", "会议"}) ||
			!anyOf(label, []string{"report", "recap", "notes", "レポ", "メモ", "報告", "후기", "参加", "정리", "回顾"}) {
			continue
		}
		rest := t.sub(end+len(q[1]), len(s))
		if cut := strings.IndexAny(rest.text(), ",(|–—（、〜"); cut > 0 {
			rest = rest.sub(0, cut)
		}
		rest = rest.trim("")
		n := utf8.RuneCountInString(rest.text())
		return rest, n >= 4 && n <= 60
	}
	return passage{}, false
}

// eventInTitle returns the event that a title names.
func (d *draft) eventInTitle(t passage) (stated, bool) {
	e, ok := d.quotedInTitle(t)
	if !ok {
		e, ok = d.namedInTitle(t)
	}
	if !ok {
		if p, found := reportOf(t); found {
			e, ok = stated{Event: Event{Name: p.plain(), Line: d.src.line(p.from(0))}}, true
		}
	}
	for _, dt := range datesIn(t.text()) {
		if ok && dt.day > 0 && dt.year > 0 {
			e.Date = Optional(dt.String())
			break
		}
	}
	return e, ok
}

// quotedInTitle reads "「X」第3回" and "「X #3」": a name in quotation marks and its
// edition.
func (d *draft) quotedInTitle(t passage) (stated, bool) {
	s := t.text()
	open, end := strings.Index(s, "「"), strings.Index(s, "」")
	if open < 0 || end < open || utf8.RuneCountInString(s[open:end]) < 5 {
		return stated{}, false
	}
	name := s[open+len("「") : end]
	rest := s[end+len("」"):]
	if ws := wordsOf(rest); len(ws) > 0 {
		if n := edition(ws, 0); n > 0 && !year(ws[0].text) {
			name += " " + rest[:ws[n-1].end]
		}
	}
	for _, e := range eventNames(name) {
		if e.edition && e.end == len(name) {
			return stated{Event: Event{Name: name, Line: d.src.line(t.from(open))}}, true
		}
	}
	return stated{}, false
}

// namedInTitle returns the event that a title names as events are named.
func (d *draft) namedInTitle(t passage) (stated, bool) {
	s := withoutDates(t.text())
	if name, ok := smallTitle(s); ok {
		return stated{Event: Event{Name: name, Line: d.src.line(t.from(0))}}, true
	}
	best, found := eventName{}, false
	for _, e := range eventNames(s) {
		if !found || e.rank() > best.rank() {
			best, found = e, true
		}
	}
	if found && !best.head && d.known(strings.TrimRight(best.name, " #0123456789.v")) {
		return stated{}, false // "Istio 2019" is a project and a year
	}
	alone := found && best.edition && utf8.RuneCountInString(strings.TrimSpace(s)) <= utf8.RuneCountInString(best.name)+2 && t.of.text != "" && (d.format == "transcript" || d.format == "deck")
	if !found || !best.sure() && !reported(s) && !alone && !d.reporting && !d.supported() {
		return stated{}, false
	}
	best = wholeRun(s, best)
	return stated{Event: Event{Name: best.name, Line: d.src.line(t.from(best.start))}}, true
}

// smallTitle returns a title in small letters that is nothing but a name and the
// number of an edition: "docker night otaru #31".
func smallTitle(t string) (string, bool) {
	if len(t) > 120 {
		return "", false
	}
	ws := wordsOf(strings.TrimSpace(t))
	head := false
	for i, w := range ws {
		switch {
		case i > 0 && w.text == "#" && i+2 == len(ws) && edition(ws, i) == 2:
			return strings.TrimSpace(t), head && i <= 6
		case w.class != latinWord || leadWords.has(w.text) || reportWords.has(w.text):
			return "", false
		}
		head = head || eventWords.has(w.text)
	}
	return "", false
}

// wholeRun returns e from where its run of Japanese begins: where a title says that
// its author took part in what stands before, that is all of it a name, particles
// and all.
func wholeRun(s string, e eventName) eventName {
	if !e.edition || !cjk(runeAfter(s, e.start)) || !anyPrefix(strings.TrimLeft(s[e.end:], " "), tookPart) {
		return e
	}
	start := 0
	for i, r := range s[:e.start] {
		if unicode.IsSpace(r) || unicode.IsPunct(r) && r != '・' && r != 'ー' || unicode.IsSymbol(r) {
			start = i + utf8.RuneLen(r)
		}
	}
	name := s[start:e.end]
	if utf8.RuneCountInString(name) > 30 || anyPrefix(name, []string{"初めて", "はじめて", "先日", "昨日", "今日", "本日", "今年", "去年", "社内", "また"}) {
		return e
	}
	e.start, e.name = start, name
	return e
}

var tookPart = []string{"に参加", "へ参加", "参加", "に行って", "へ行って", "行ってき", "に登壇", "で登壇", "で発表", "でLT", "のレポート", "レポート", "のメモ", "メモ", "まとめ", "の感想"}

// withoutDates returns s with its full dates blanked: a year in them is no edition.
func withoutDates(s string) string {
	var b []byte
	for _, dt := range datesIn(s) {
		if dt.day == 0 {
			continue
		}
		if b == nil {
			b = []byte(s)
		}
		for i := dt.start; i < dt.end; i++ {
			b[i] = ' '
		}
	}
	if b == nil {
		return s
	}
	return string(b)
}

// rank orders the names in one title.
func (e eventName) rank() int {
	r := 0
	if e.head {
		r += 2
	}
	if e.edition {
		r++
	}
	return r
}

// sure tells whether the name alone tells that it is one of an event.
func (e eventName) sure() bool { return e.head && (e.edition || utf8.RuneCountInString(e.name) >= 8) }

// reported tells whether a title says that somebody took part in something.
func reported(s string) bool {
	return reportFinder.any(lowerCase(s))
}

var reportFinder = newWords(reportSigns)

var reportSigns = []string{
	"参加", "レポート", "レポ", "まとめ", "what i learned", "what we learned", "登壇", "聴講", "行ってき", "行って来", "参戦", "に行った", "イベント", "勉強会", "開催",
	"talk at", "presented at", "given at", "slides from", "slides for", "で発表", "発表資料", "발표한", "recap", "trip report", "attend", "conference", "meetup", "takeaways", "highlights", "notes from", "report",
	"후기", "참석", "참가", "밋업", "회고", "参会", "回顾", "见闻", "圆满", "沙龙", "meetup",
}

// supported tells whether more than a title speaks for an event: a page that
// announces it, or a date in the opening.
func (d *draft) supported() bool {
	for _, b := range d.opening() {
		for _, a := range b.prose.links {
			if targetOf(a.url).kind == eventTarget {
				return true
			}
		}
		if len(datesIn(b.text())) > 0 && b.line <= 6 && utf8.RuneCountInString(b.text()) < 60 {
			return true
		}
	}
	return false
}

// opening returns the blocks with text before the second section, at most two
// dozen: where a document says what it is about.
func (d *draft) opening() []*block {
	var out []*block
	headings := 0
	for _, b := range d.blocks {
		if b.prose == nil || b.quote {
			continue
		}
		if b.kind == heading {
			if headings++; headings > 2 || headings > 1 && !logistics(b.text()) {
				break
			}
		}
		if out = append(out, b); len(out) >= 24 {
			break
		}
	}
	return out
}

// eventInOpening returns the event whose page the opening links to, or that its
// first sentences say the author took part in.
func (d *draft) eventInOpening() (stated, bool) {
	var opening []*block
	for _, b := range d.matter {
		if b.key == "description" || b.key == "summary" {
			opening = append(opening, b)
		}
	}
	for _, b := range append(opening, d.opening()...) {
		if b.kind == slideText {
			break
		}
		if d.reporting && b.kind == listItem {
			continue // where one talk of many was given
		}
		for _, a := range b.prose.all().links() {
			if targetOf(a.url).kind != eventTarget {
				continue
			}
			for _, e := range eventNames(withoutDates(b.prose.text[a.start:a.end])) {
				if e.head || e.edition {
					return stated{Event: Event{Name: e.name, URL: Optional(a.url), Line: d.src.line(b.prose.source(a.start))}}, true
				}
			}
		}
		for _, l := range b.prose.all().lines() {
			s := withoutDates(l.text())
			if name, ok := givenAt(s); ok {
				return stated{Event: Event{Name: name, Line: d.src.line(l.from(0))}}, true
			}
			if !d.reporting && !reported(s) && !labelledBy(s, eventLabels) {
				continue
			}
			for _, e := range eventNames(s) {
				if e.head && e.edition || d.reporting && e.sure() {
					return stated{Event: Event{Name: e.name, Line: d.src.line(l.from(e.start))}}, true
				}
			}
		}
	}
	return stated{}, false
}

// givenAt reads "Slides from X, …" and "Talk given at X in …": the words with
// capitals behind.
func givenAt(s string) (name string, ok bool) {
	for _, w := range [...]string{"Slides from ", "Slides for ", "Slides of my talk at ", "Talk at ", "Talk given at ", "Presented at ", "presented at ", "Given at ", "given at ", "Notes from "} {
		i := strings.Index(s, w)
		if i < 0 {
			continue
		}
		rest := s[i+len(w):]
		rest = strings.TrimPrefix(rest, "the ")
		end := 0
		for _, x := range wordsOf(rest) {
			if x.class == signWord && !joiner(x.text) && x.text != "#" || x.class == latinWord && !capitalised(x.text) || x.text == "." {
				break
			}
			end = x.end
		}
		name = strings.TrimSpace(rest[:end])
		return name, len(strings.Fields(name)) >= 2
	}
	return "", false
}

var eventLabels = []string{"event", "イベント", "イベント名", "勉強会", "행사", "행사명", "活动", "会议"}

// labelledBy tells whether s begins with one of labels and a colon.
func labelledBy(s string, labels []string) bool {
	before, _, ok := strings.Cut(strings.Replace(strings.TrimLeft(s, " *-・_"), "：", ":", 1), ":")
	if !ok {
		return false
	}
	before = strings.ToLower(strings.Trim(before, " *_【】[]"))
	for _, l := range labels {
		if before == l {
			return true
		}
	}
	return false
}

// eventInPath returns the event that the path of the document names, by its file
// or its folder, and the hashtag in its text that names one.
func (d *draft) eventInPath() (stated, bool) {
	for p := strings.TrimSuffix(d.path, path.Ext(d.path)); p != "." && p != "/" && p != ""; p = path.Dir(p) {
		name := strings.Map(func(r rune) rune {
			if r == '-' || r == '_' {
				return ' '
			}
			return r
		}, path.Base(p))
		for _, e := range eventNames(titleCase(withoutDates(name))) {
			if e.head && (e.edition || strings.Contains(e.name, " ")) {
				return stated{Event: Event{Name: e.name, Line: 1}}, true
			}
		}
	}
	return stated{}, false
}

// eventInHashtag returns the event that a hashtag names: one that a label announces,
// that holds an edition, or that the document repeats.
func (d *draft) eventInHashtag() (stated, bool) {
	type tagged struct {
		name  string
		line  int
		count int
		told  bool
	}
	var tags []*tagged
	index := map[string]*tagged{}
	for _, b := range append(append([]*block(nil), d.matter...), d.blocks...) {
		if b.prose == nil || !strings.Contains(b.text(), "#") && !strings.Contains(b.text(), "＃") {
			continue
		}
		for _, p := range b.prose.all().lines() {
			announced := hashtagWords.any(p.text())
			for _, h := range hashtags(p.text()) {
				name := p.text()[h.start:h.end]
				told := announced || strings.IndexFunc(name, func(r rune) bool { return r >= '0' && r <= '9' }) > 2
				tag := index[strings.ToLower(name)]
				if tag == nil {
					tag = &tagged{name: name, line: d.src.line(p.from(h.start))}
					index[strings.ToLower(name)] = tag
					tags = append(tags, tag)
				}
				tag.count++
				tag.told = tag.told || told
			}
		}
	}
	for _, t := range tags {
		if (t.told || t.count >= 3 || d.reporting) && !d.known(t.name) && !commonTags[strings.ToLower(t.name)] {
			return stated{Event: Event{Name: t.name, Line: t.line}}, true
		}
	}
	return stated{}, false
}

// eventAsTitle returns the short title of a document that surely reports talks: all
// that it is called after is where they were given.
func (d *draft) eventAsTitle() (stated, bool) {
	titles := d.titles()
	if !d.reporting || len(titles) == 0 {
		return stated{}, false
	}
	t := titles[0].trim(" #")
	s := withoutDates(t.text())
	for _, tail := range append([]string{" recap", " report", " notes", " trip", " Recap", " Report", " Notes"}, tookPart...) {
		if i := strings.Index(s, tail); i > 0 {
			s = s[:i]
		}
	}
	name := strings.Trim(s, " -–—:：|｜の")
	n := utf8.RuneCountInString(name)
	return stated{Event: Event{Name: name, Line: d.src.line(t.from(0))}}, n >= 4 && n <= 40 && !logistics(name) && !anyPrefix(strings.ToLower(name), []string{"my ", "our ", "the ", "私", "自分"})
}

// hashtagWords announce a hashtag.
var hashtagWords = newWords([]string{"ハッシュタグ", "hashtag", "해시태그", "标签"})

// commonTags are hashtags of fields, not of events.
var commonTags = newNameSet("cloudnative|cncf|k8s|devops|sre|docker|container|containers|opensource|oss|aws|gcp|azure|tech|event|勉強会|参加レポート|日記|kubernetes|golang|programming|community|conference")

// hashtags returns the hashtags in s, without their sign.
func hashtags(s string) []span {
	var out []span
	for at := 0; at < len(s); {
		i := strings.IndexAny(s[at:], "#＃")
		if i < 0 {
			return out
		}
		i += at
		_, n := utf8.DecodeRuneInString(s[i:])
		start := i + n
		end := start
		for end < len(s) {
			r, k := utf8.DecodeRuneInString(s[end:])
			if r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) || cjk(r) != cjk(runeAfter(s, start)) && end > start {
				break
			}
			end += k
		}
		before := runeBefore(s, i)
		if end-start >= 4 && !digits(s[start:end]) && (before == 0 || before == ' ' || before == '　' || before == '(' || before == '（' || before == '「' || before == ':' || before == '：') {
			out = append(out, span{start, end})
		}
		at = max(end, start)
	}
	return out
}

// titleCase returns s with a capital at the beginning of each word, as file names
// lack them.
func titleCase(s string) string {
	fields := strings.Fields(s)
	for i, f := range fields {
		if f[0] >= 'a' && f[0] <= 'z' {
			fields[i] = string(f[0]-'a'+'A') + f[1:]
		}
	}
	return strings.Join(fields, " ")
}
