package extract

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// entry is an item of a list, or a line, that may announce a talk.
type entry struct {
	billing
	block    *block
	own      []passage // its lines
	children []*entry
	credits  []credit
	slides   place
	video    place
	titled   bool   // its title is the text of a link to the deck
	whole    bool   // its first line is one link
	first    string // that line, without the event
	event    string
	sent     bool // an employer stood behind the title
	line     bool // a line of a paragraph, not an item

	read     bool // what is above is known
	seen     bool // isPlain is known
	isPlain  bool // what plain returns
	asked    bool // talkable is known
	talkable bool // what mayTitle returns
}

// programme is what stands above a list that may announce talks.
type programme struct {
	*section
	event string // that the talks are of
	sure  bool   // it says that talks follow
	only  bool   // nothing but talks follows: it is where and when they were given
	pairs bool   // titles stand above the addresses of decks and videos
}

// listTalks finds the talks that lists announce: programmes, and lists of what was
// or will be given. The notes on a talk are a list too; none of those is read.
func (d *draft) listTalks() {
	d.root.walk(func(s *section) {
		if d.inTalk(s) {
			return
		}
		all := s.entries()
		above := programme{section: s, event: d.eventAbove(s), sure: d.programme(s), pairs: paired(all) >= minPairs}
		for _, list := range all {
			d.listedTalks(above, list)
		}
	})
}

// inTalk tells whether s belongs to a talk that was found already.
func (d *draft) inTalk(s *section) bool {
	for p := s; p != nil && p.heading != nil; p = p.parent {
		if d.headed[p.heading] {
			return true
		}
	}
	return false
}

// lists returns the lists in blocks, each as its outermost items. The lines of
// paragraphs count as items too: programmes are written that way.
func lists(blocks []*block) [][]*entry {
	out := [][]*entry{}
	var list, open []*entry // open[i] is the open item of depth i+1
	flush := func() {
		if len(list) > 0 && !(list[0].line && list[0].block.plain() && len(list[len(list)-1].children) == 0) {
			out = append(out, list)
		}
		list, open = nil, nil
	}
	for _, b := range blocks {
		switch {
		case b.prose == nil || b.kind == caption:
		case b.kind == listItem:
			e := &entry{block: b, own: b.prose.all().lines()}
			depth := min(max(b.level, 1)-1, len(open))
			if len(open) > 0 && open[0].line {
				depth = min(max(b.level, 1), len(open))
			}
			open = append(open[:depth:depth], e)
			if depth == 0 {
				list = append(list, e)
			} else {
				up := open[depth-1]
				up.children = append(up.children, e)
			}
		case b.level > 0 && len(open) > 0 && b.kind == paragraph && !open[0].line:
			last := open[len(open)-1]
			last.own = append(last.own, b.prose.all().lines()...)
		default:
			flush()
			if b.kind == paragraph && !b.quote {
				list = linesOf(b)
			}
			if len(list) > 0 {
				open = list[len(list)-1:] // a list right below belongs to the last line
			}
		}
	}
	flush()
	return out
}

// strongEntries counts the entries in list that say by themselves that they announce
// talks.
func (d *draft) strongEntries(list []*entry) int {
	n := 0
	for _, e := range list {
		if e.plain() {
			continue
		}
		if d.readEntry(e); e.strong() {
			n++
		}
	}
	return n
}

// plain tells whether nothing in e and below it can say who gives a talk or link to
// its slides, and nothing of it says that talks stand below.
func (e *entry) plain() bool {
	if e.seen {
		return e.isPlain
	}
	e.seen = true
	if len(e.own) > 1 || !e.block.plain() && !announcesNothing(e.own[0]) {
		return false
	}
	if len(e.children) > 0 && e.heads() {
		return false
	}
	for i, c := range e.children {
		if !c.plain() || i <= 4 && c.own[0].signs(labelSign) != 0 || i == 0 && !nobodyIn(trimSpeech(c.own[0])) {
			return false
		}
	}
	e.isPlain = true
	return true
}

// heads tells whether e may say that talks stand below it: it has a number, which may
// be one of a date or a slot, or the kind of a talk.
func (e *entry) heads() bool {
	b := billing{title: e.own[0].trim("*_ ")}
	b.lead()
	return numerals.in(e.own[0].text()) || b.timed || b.label != "" || e.introduces() || monthLead(e.own[0].text())
}

// announcesNothing tells whether l cannot say who gives a talk, links neither to
// slides nor to a video and is not one link.
func announcesNothing(l passage) bool {
	if withoutMaterial(l).signs(splitSigns|bracketSign) != 0 {
		return false
	}
	links := l.links()
	if len(links) == 0 {
		return true
	}
	s := l.text()
	label := labelOf(s)
	if wholeLink(l) || l.signs(eventSign) != 0 || slideWord(label) || videoWord(label) {
		return false
	}
	for _, a := range links {
		text := s[a.start:a.end]
		if k := targetOf(absoluteScheme(a.url)).kind; k == slidesTarget || k == videoTarget || slideWord(text) || videoWord(text) || strings.HasSuffix(lowerCase(a.url), ".pdf") {
			return false
		}
	}
	return true
}

// labelOf returns what stands in s before its first colon.
func labelOf(s string) string {
	label, _, _ := strings.Cut(s, ":")
	label, _, _ = strings.Cut(label, "：")
	return label
}

// linesOf returns the lines of the paragraph b as entries: of one in which no talk
// can be announced only the last, which may head a list. A short paragraph that ends
// in the address of a deck or a video is one entry; elsewhere such an address belongs
// to the line before it.
func linesOf(b *block) []*entry {
	var out []*entry
	ls := b.prose.all().lines()
	if b.plain() {
		for i := len(ls) - 1; i >= 0; i-- {
			if !ls[i].trim("").empty() {
				return []*entry{{block: b, own: ls[i : i+1 : i+1], line: true}}
			}
		}
		return nil
	}
	if n := len(ls); n >= 2 && n <= 3 && addressOnly(ls[n-1]) && !addressOnly(ls[0]) && !ls[0].trim("").empty() {
		return []*entry{{block: b, own: ls, line: true}}
	}
	for i, l := range ls {
		switch n := len(out); {
		case l.trim("").empty():
		case i > 0 && n > 0 && len(out[n-1].own) == 1 && addressOnly(l):
			out[n-1].own = append(out[n-1].own, l)
		default:
			out = append(out, &entry{block: b, own: ls[i : i+1 : i+1], line: true})
		}
	}
	return out
}

// plain tells whether no line of b can say who gives a talk or link to its slides.
func (b *block) plain() bool {
	return len(b.prose.links) == 0 && !b.prose.has(splitSigns|bracketSign)
}

// addressOnly tells whether l is nothing but the address of a deck or a video.
func addressOnly(l passage) bool {
	l = l.trim("")
	links := l.links()
	if len(links) != 1 || !strings.Contains(l.text(), "://") || links[0].start != 0 || links[0].end != len(l.text()) {
		return false
	}
	k := targetOf(links[0].url).kind
	return k == slidesTarget || k == videoTarget
}

// minPairs is how many lines with an address below each make a list of talks.
const minPairs = 3

// paired counts the lines of lists that have the address of a deck or a video
// below them.
func paired(all [][]*entry) int {
	n := 0
	for _, list := range all {
		for _, e := range list {
			if e.line && len(e.own) > 1 {
				n++
			}
		}
	}
	return n
}

// listedTalks adds the talks that list, below what above says, announces.
func (d *draft) listedTalks(above programme, list []*entry) {
	strong := d.strongEntries(list)
	if strong == 0 && !above.sure && !slices.ContainsFunc(list, func(e *entry) bool { return !e.plain() }) {
		return // of plain entries only those beside others are talks
	}
	talkable, timed, whole := 0, 0, 0
	for _, e := range list {
		d.readEntry(e)
	}
	if above.sure {
		employed(list)
		strong = d.strongEntries(list)
	}
	for _, e := range list {
		if e.timed {
			timed++
		}
		if e.whole && e.mayTitle() {
			whole++
		}
		if strong > 0 && !e.line && e.mayTitle() {
			talkable++
		}
	}
	above.sure = above.sure || timed >= 2 && strong >= 1
	linked := above.sure && above.event != "" && whole >= 2 && 2*whole >= len(list)
	for i, e := range list {
		if e.occasion() {
			below := above
			below.sure, below.only = true, true
			if names := eventNames(withoutDates(e.own[0].text())); len(names) > 0 && names[0].head {
				below.event = names[0].name
			}
			d.listedTalks(below, e.children)
			continue
		}
		switch {
		case above.only && i > 0 && e.whole && videoWord(e.title.text()) && len(d.talks) > 0:
			t := d.talks[len(d.talks)-1]
			t.Video = cmp.Or(t.Video, Optional(e.video.url))
		case above.only && e.mayTitle(), above.pairs && e.line && len(e.own) > 1 && e.mayTitle(), e.announces(above, strong),
			!e.line && above.sure && (e.timed && !clocked(e) || strong >= 1 && 2*strong >= talkable) && e.mayTitle(),
			e.timed && strong >= 1 && (timed >= 2 || !e.line) && e.mayTitle(),
			e.whole && linked && e.mayTitle():
			d.addEntry(above, e)
		case len(e.children) > 0:
			below := above
			below.sure = above.sure || e.timed || e.label != "" && !e.mayTitle()
			if above.event != "" && e.introduces() {
				below.sure, below.only = true, true
			}
			if name, ok := d.entryEvent(e); ok {
				below.event, below.sure = name, true
			}
			d.listedTalks(below, e.children)
		}
	}
}

// occasion tells whether e says only where and when the talks below it were given:
// "4월 Busan Meetup", "Mar 2019: X Conf".
func (e *entry) occasion() bool {
	if e.line || len(e.children) == 0 || len(e.children) > 4 || len(e.people.list) > 0 || e.timed && clocked(e) || e.whole && (e.slides.url != "" || e.video.url != "") && len(e.own[0].links()) > 0 {
		return false
	}
	text := strings.TrimSpace(e.own[0].text())
	dated := monthLead(text)
	if ds := datesIn(text); len(ds) > 0 && ds[0].start <= 1 && ds[0].month > 0 {
		dated = true
	}
	names := eventNames(withoutDates(text))
	if !dated {
		return false
	}
	first := e.children[0].own[0]
	title := strings.TrimSpace(first.text())
	if labelledBy(title, speakerLabels) || labelledBy(title, entryLabels) || !titleText(title) || strings.HasSuffix(title, "。") || personLike(title) == likely {
		return false
	}
	return len(names) > 0 && names[0].head || len(first.links()) > 0 || len(e.children) == 1
}

// introduces tells whether e is a line that ends in a colon and says that talks
// follow: "Some lightning talks:".
func (e *entry) introduces() bool {
	s := strings.TrimSpace(e.own[len(e.own)-1].text())
	if !e.line || !anySuffix(s, []string{":", "："}) {
		return false
	}
	s = strings.ToLower(strings.TrimRight(s[sentenceStart(s):], ":： "))
	return utf8.RuneCountInString(s) <= 100 && anySuffix(s, []string{"talks", "sessions", "keynotes", "presentations", "workshops", "セッション", "発表", "講演", "세션", "발표", "议题", "演讲"})
}

// gloss cuts off what a report says of a talk behind its title: "Title – about X".
func (e *entry) gloss() {
	s := e.title.text()
	for _, d := range [...]string{" – ", " — ", " - "} {
		if i := strings.LastIndex(s, d); i > 0 && i+len(d) < len(s) && s[i+len(d)] >= 'a' && s[i+len(d)] <= 'z' && len(strings.Fields(s[i+len(d):])) >= 3 {
			e.title = e.title.sub(0, i)
			return
		}
	}
}

// monthLead tells whether s begins with a month: "4월 X", "3月 X", "Mar X".
func monthLead(s string) bool {
	ws := wordsOf(start(s, 64))
	switch {
	case len(ws) < 2:
		return false
	case ws[0].class == numberWord && len(ws[0].text) <= 2 && !ws[1].space:
		return strings.HasPrefix(ws[1].text, "월") || ws[1].text == "月"
	}
	return ws[0].class == latinWord && months.has(ws[0].text) && capitalised(ws[0].text) && !strings.EqualFold(ws[0].text, "may")
}

// employed takes who sent the speaker, in brackets behind the title, from entries
// of a list most of which end so: "Title（Company）". Each of those announces a talk.
func employed(list []*entry) {
	var of []*entry
	var titles []passage
	for _, e := range list {
		if t, ok := e.employer(); ok {
			of, titles = append(of, e), append(titles, t)
		}
	}
	if len(of) < 3 || 2*len(of) <= len(list) {
		return
	}
	for i, e := range of {
		e.title, e.sent = titles[i], true
	}
}

// employer returns the title of e without the few words in brackets that it ends in.
func (e *entry) employer() (passage, bool) {
	s := e.title.text()
	if e.line || len(e.people.list) > 0 || !e.mayTitle() {
		return passage{}, false
	}
	for _, q := range [...][2]string{{"（", "）"}, {"(", ")"}} {
		open := -1
		if strings.HasSuffix(s, q[1]) {
			open = matching(s, q)
		}
		if open <= 0 {
			continue
		}
		inner := strings.TrimSpace(s[open+len(q[0]) : len(s)-len(q[1])])
		if n := utf8.RuneCountInString(inner); n >= 2 && n <= 24 && organizationLike(inner) > unlike && !minutesOnly(strings.ToLower(inner)) {
			return e.title.sub(0, open).trim(""), true
		}
	}
	return passage{}, false
}

// entryEvent returns the event that the entry e names with its date, above the
// talks of it, and notes it.
func (d *draft) entryEvent(e *entry) (string, bool) {
	text := e.own[0].text()
	ds := datesIn(text)
	if len(ds) == 0 || ds[0].day == 0 || ds[0].year == 0 {
		return "", false
	}
	for _, n := range eventNames(withoutDates(text)) {
		if !n.sure() {
			continue
		}
		d.entryEvents = append(d.entryEvents, Event{Name: n.name, Date: Optional(ds[0].String()), Line: d.src.line(e.own[0].from(n.start))})
		return n.name, true
	}
	return "", false
}

// clocked tells whether e begins with a time of day.
func clocked(e *entry) bool { return timeOfDay(strings.TrimSpace(e.own[0].text())) > 0 }

// announces tells whether e by itself announces a talk.
func (e *entry) announces(above programme, strong int) bool {
	if !e.strong() {
		return false
	}
	if e.line {
		sure := len(e.people.list) > 0 && e.people.sure
		return (e.timed || e.label != "") && len(e.credits) > 0 || e.quoted && len(e.credits) > 0 || e.titled && (above.sure || above.event != "" || strong >= 2) ||
			sure && e.parted() && (above.sure || e.slides.url != "" || e.video.url != "")
	}
	return above.sure || above.event != "" || strong >= 2
}

// parted tells whether a sign stands between the title and who gives the talk.
func (e *entry) parted() bool {
	lo, hi := e.title.hi, e.by.start
	if e.by.end <= e.title.lo {
		lo, hi = e.by.end, e.title.lo
	}
	return lo < hi && hi <= len(e.title.of.text) && strings.Trim(e.title.of.text[lo:hi], " 　") != ""
}

// strong tells whether e says by itself that it announces a talk.
func (e *entry) strong() bool {
	return (len(e.credits) > 0 || e.sent || e.titled || e.slides.url != "" && (e.timed || !e.line) || e.video.url != "" && e.event != "") && e.mayTitle()
}

// programme tells whether the heading of s says that it lists talks: it says so, or
// is the name of an event.
func (d *draft) programme(s *section) bool {
	return s.heading != nil && (d.headingEvents[s] != nil || s.namesTalks())
}

// namesTalks tells whether the heading of s says that talks stand below: "Sessions",
// "Day 2".
func (s *section) namesTalks() bool {
	lower := lowerCase(bare(s.headline().text()))
	b := s.billing()
	return programmes[lower] || programmes[lowerCase(bare(b.title.text()))] ||
		anySuffix(lower, programmeEnds) && (logistics(lower) || has(lower, cjk) && (utf8.RuneCountInString(lower) <= 8 || anySuffix(lower, []string{"session", "sessions"}))) ||
		kindOnly(lower) || b.label != "" && logistics(b.title.text()) || dayHeading(lower)
}

var programmeEnds = []string{" talks", " sessions", " keynotes", "session", "sessions", "セッション", "セッション一覧", "セッション紹介", "した発表", "세션", "발표 목록", "发表", "议题", "演讲", "分享"}

var programmes = newNameSet("agenda|schedule|timetable|program|programme|sessions|session|talks|keynotes|lightning talks|lightning talk|lt|presentations|speakers|lineup|line-up|program of the day|talks i attended|" +
	"タイムテーブル|タイムスケジュール|スケジュール|プログラム|アジェンダ|セッション|セッション一覧|発表|発表一覧|発表内容|登壇|登壇者|講演|発表資料|登壇資料|資料|資料一覧|スライド|スライド一覧|lt大会|ライトニングトーク|" +
	"일정|시간표|아젠다|세션|세션 목록|발표|발표 목록|발표 자료|발표자료|프로그램|라이트닝 토크|议程|日程|活动议程|议题|议题列表|演讲|演讲资料|讲师与topic|讲师与演讲话题|分享内容|讲师分享|资料下载|闪电演讲")

// readEntry looks at what e announces.
func (d *draft) readEntry(e *entry) {
	if e.read {
		return
	}
	e.read = true
	first := e.withoutEvent()
	e.first = first.text()
	e.billing = billingOf(first)
	d.vet(&e.billing)
	if len(e.people.list) > 0 {
		e.credits = append(e.credits, credit{people: e.people, at: passage{first.of, e.by.start, e.by.end}})
	}
	e.linked(d, e.own[0], true)
	e.whole = wholeLink(first)
	if e.titled && len(e.credits) == 0 {
		e.behindLink(d, first)
	}
	for _, c := range e.children {
		if b, ok := labelledTitle(c.own[0]); ok {
			d.vet(&b)
			e.billing, e.titled = b, true
			break
		}
	}
	seen := 0
	for _, l := range e.own[1:] {
		e.below(d, l, seen)
		seen++
	}
	for _, c := range e.children {
		e.below(d, c.own[0], seen)
		seen++
	}
}

// mayTitle tells whether what e announces may be called as talks are. It is asked
// only where more speaks for a talk.
func (e *entry) mayTitle() bool {
	if !e.asked {
		title := e.title.text()
		e.asked = true
		e.talkable = !strings.HasSuffix(title, "。") && utf8.RuneCountInString(title) <= 140 && (titleLike(title) || len(e.people.list) > 0 && len(strings.Fields(title)) >= 3) && !strings.Contains(title, "://") && !slideWord(title) && !videoWord(title) &&
			!labelledBy(e.first, entryLabels) && !labelledBy(e.first, sureSpeakerLabels) && !room(title) && personLike(title) < likely
	}
	if e.talkable && personSigns.in(e.title.text()) {
		by, ok := speakersIn(e.title, false)
		e.talkable = !ok || !by.sure || !allLikely(by.list)
		return e.talkable
	}
	return e.talkable
}

// personSigns are in titles that may be people.
var personSigns = newCharset("@＠)）]】")

// labelledTitle reads "Title: X" and "Title - X".
func labelledTitle(l passage) (billing, bool) {
	s := l.text()
	lower := strings.ToLower(s)
	for _, w := range titleLabels {
		if !strings.HasPrefix(lower, w) {
			continue
		}
		rest := strings.TrimLeft(s[len(w):], " ")
		if after := strings.TrimLeft(rest, ":：-–— "); len(after) < len(rest) && titleLike(after) {
			return billingOf(l.sub(len(s)-len(after), len(s))), true
		}
	}
	return billing{}, false
}

// withoutEvent returns the first line of e without the event that it names before
// or behind the rest: "X 2020 - Title - A", "Title, A, X 2020".
func (e *entry) withoutEvent() passage {
	p := e.own[0]
	s := p.text()
	end := len(s)
	for _, a := range p.links() {
		if text := s[a.start:a.end]; strings.Contains(text, "://") || slideWord(text) || videoWord(text) {
			end = min(end, a.start)
		}
	}
	for _, n := range editionsIn(p) {
		if n.end > end {
			end = len(s) // "([Slides](…)), A, X 2020"
		}
		before := strings.TrimRight(s[:n.start], " ")
		after := strings.TrimLeft(s[n.end:], " ")
		switch {
		case before == "" && anyPrefix(after, []string{"- ", "– ", "— ", ": ", "：", "| "}) && utf8.RuneCountInString(after) > 12:
			e.event = n.name
			return p.sub(len(s)-len(after), len(s)).trim(" -–—:：|")
		case before != "" && strings.Trim(s[n.end:max(end, n.end)], " .:：)）-–—。") == "" && anySuffix(before, eventSeparators):
			e.event = n.name
			cut := before
			for _, sep := range eventSeparators {
				cut = strings.TrimSuffix(cut, sep)
			}
			return p.sub(0, len(strings.TrimRight(cut, " ,-–—(（@")))
		}
	}
	return p
}

// eventSeparators stand before the event that a talk was given at.
var eventSeparators = []string{",", "，", " at", " -", " –", " —", "(", "（", " @", "、", "|"}

// behindLink reads who gave the talk from what stands behind the links of l: "[Title](…)
// ([Slides](…)), A".
func (e *entry) behindLink(d *draft, l passage) {
	s := l.text()
	at := 0
	for _, a := range l.links() {
		at = max(at, a.end)
	}
	rest := l.sub(at, len(s)).trim(" )）,，-–—:：|/")
	if by, ok := speakersIn(rest, false); ok && (by.sure || allLikely(by.list)) && !d.anyKnown(by.list) {
		e.credits = append(e.credits, credit{people: by, at: rest})
	}
}

// wholeLink tells whether l is one link whose text is long enough for a title.
func wholeLink(l passage) bool {
	l = l.trim("")
	links := l.links()
	s := l.text()
	return len(links) == 1 && links[0].start == 0 && links[0].end == len(s) && (len(strings.Fields(s)) >= 3 || has(s, cjk) && utf8.RuneCountInString(s) >= 8)
}

// entryLabels begin the items of a list on an event that are no talks.
var entryLabels = append(append([]string{
	"日時", "場所", "会場", "住所", "主催", "共催", "協賛", "ハッシュタグ", "定員", "参加費", "参加者", "日程", "url", "配信", "対象", "connpass", "スポンサー", "会場提供", "level", "room",
	"date", "place", "venue", "location", "meetup link", "recording", "attendees", "venue sponsor", "meetup sponsors", "meetup sponsor", "hashtag", "sponsor", "sponsors", "host", "hosts", "organizers", "website", "event website",
	"일시", "장소", "주최", "후원", "참가비", "해시태그", "링크", "자료", "时间", "地点", "主办", "主办方", "协办", "承办", "规模", "视频回放", "ppt", "视频",
}, dateLabels...), eventLabels...)

// below reads a line below an entry's first; seen of them stand before it.
func (e *entry) below(d *draft, l passage, seen int) {
	if rest := e.linked(d, l, false); rest.empty() {
		return
	} else {
		l = rest
	}
	if seen > 4 {
		return
	}
	if list := labelledCredits(l); len(list) > 0 {
		e.credits = append(e.credits, list...)
		return
	}
	if seen == 0 && len(e.credits) == 0 {
		if by, ok := speakersIn(l, false); ok && (by.sure || allLikely(by.list)) && !d.anyKnown(by.list) {
			e.credits = append(e.credits, credit{people: by, at: l})
		}
	}
}

// linked notes the slides and the video that l links to, and returns what of l
// stands before. In the first line the text of the link may be the title.
func (e *entry) linked(d *draft, l passage, first bool) passage {
	s := l.text()
	rest := l
	label := labelOf(s)
	for _, a := range l.links() {
		text := s[a.start:a.end]
		t := targetOf(absoluteScheme(a.url))
		at := place{a.url, d.src.line(l.from(a.start))}
		titles := first && titleText(text) && !strings.Contains(text, "@") && (!e.line || t.kind != otherTarget || 2*len(text) >= len(s) || a.end == len(strings.TrimRight(s, " ")))
		switch {
		case t.kind == slidesTarget, t.kind == otherTarget && (slideWord(text) || slideWord(label)), t.kind == otherTarget && titles && strings.HasSuffix(strings.ToLower(a.url), ".pdf"):
			if e.slides.url == "" && !strings.Contains(strings.ToLower(a.url), "connpass.com") {
				e.slides = at
			}
		case t.kind == videoTarget, t.kind == otherTarget && (videoWord(text) || videoWord(label)):
			if e.video.url == "" {
				e.video = at
			}
			titles = titles && e.slides.url == ""
		default:
			continue
		}
		if titles {
			e.retitle(d, l.sub(a.start, a.end))
		}
		rest.hi = min(rest.hi, l.lo+a.start)
	}
	if rest.hi < l.hi {
		rest = rest.trim(" -–—|/[(（·,、:：")
		if slideWord(rest.text()) || videoWord(rest.text()) {
			return passage{}
		}
	}
	return rest
}

// retitle takes the text of a link as what the entry announces.
func (e *entry) retitle(d *draft, p passage) {
	if len(e.people.list) > 0 {
		e.titled = e.titled || !e.title.empty()
		return
	}
	if before := e.own[0].sub(0, max(p.lo-e.own[0].lo, 0)).trim(""); strings.HasPrefix(before.text(), "(") || strings.HasPrefix(before.text(), "（") {
		if names := eventNames(before.text()); len(names) > 0 && (names[0].head || names[0].edition) {
			e.event = names[0].name
		}
	}
	b := billingOf(p)
	d.vet(&b)
	b.timed, b.label = b.timed || e.timed, e.label
	e.billing, e.titled = b, true
	if len(b.people.list) > 0 {
		e.credits = append(e.credits, credit{people: b.people, at: passage{p.of, b.by.start, b.by.end}})
	}
}

// addEntry adds the talk that e announces.
func (d *draft) addEntry(above programme, e *entry) {
	if above.only {
		e.gloss()
	}
	t := &talk{heading: e.block, item: true, eventOf: cmp.Or(e.event, above.event)}
	if e.line {
		t.line = e.own[0]
	}
	t.Line = d.src.line(e.title.from(0))
	last := e.own[len(e.own)-1]
	t.EndLine = max(d.src.line(last.from(max(len(last.text())-1, 0))), t.Line)
	e.walk(func(c *entry) {
		if c != e {
			t.blocks = append(t.blocks, c.block)
			t.EndLine = max(t.EndLine, c.block.end)
		}
	})
	if ds := datesIn(e.own[0].text()); len(ds) > 0 && ds[0].start == 0 && ds[0].year > 0 && ds[0].day > 0 {
		t.Date = Optional(ds[0].String())
	}
	t.Slides, t.Video = Optional(e.slides.url), Optional(e.video.url)
	t.lines = [2]int{e.slides.line, e.video.line}
	b := e.billing
	b.people = people{}
	d.addTalk(t, b)
	for _, c := range e.credits {
		d.addPeople(t, c.people, c.at.of, span{c.at.lo, c.at.hi})
	}
}

// walk calls f with e and what stands below it.
func (e *entry) walk(f func(*entry)) {
	f(e)
	for _, c := range e.children {
		c.walk(f)
	}
}
