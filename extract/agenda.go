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
}

// listTalks finds the talks that lists announce: programmes, and lists of what was
// or will be given. The notes on a talk are a list too; none of those is read.
func (d *draft) listTalks() {
	d.root.walk(func(s *section) {
		if d.inTalk(s) {
			return
		}
		above := programme{s, d.eventAbove(s), d.programme(s)}
		for _, list := range s.entries() {
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
	return numerals.in(e.own[0].text()) || b.timed || b.label != ""
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
// can be announced only the last, which may head a list.
func linesOf(b *block) []*entry {
	var out []*entry
	lines := b.prose.all().lines()
	for i := len(lines) - 1; i >= 0 && (len(out) == 0 || !b.plain()); i-- {
		if !lines[i].trim("").empty() {
			out = append(out, &entry{block: b, own: lines[i : i+1 : i+1], line: true})
		}
	}
	slices.Reverse(out)
	return out
}

// plain tells whether no line of b can say who gives a talk or link to its slides.
func (b *block) plain() bool {
	return len(b.prose.links) == 0 && !b.prose.has(splitSigns|bracketSign)
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
	for _, e := range list {
		switch {
		case e.announces(above, strong),
			!e.line && above.sure && (e.timed && !clocked(e) || strong >= 1 && 2*strong >= talkable) && e.mayTitle(),
			e.timed && strong >= 1 && (timed >= 2 || !e.line) && e.mayTitle(),
			e.whole && linked && e.mayTitle():
			d.addEntry(above, e)
		case len(e.children) > 0:
			below := above
			below.sure = above.sure || e.timed || e.label != "" && !e.mayTitle()
			if name, ok := d.entryEvent(e); ok {
				below.event, below.sure = name, true
			}
			d.listedTalks(below, e.children)
		}
	}
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
	return (len(e.credits) > 0 || e.titled || e.slides.url != "" && (e.timed || !e.line) || e.video.url != "" && e.event != "") && e.mayTitle()
}

// programme tells whether the heading of s says that it lists talks.
func (d *draft) programme(s *section) bool {
	if s.heading == nil {
		return false
	}
	lower := lowerCase(bare(s.headline().text()))
	b := s.billing()
	return programmes[lower] || programmes[lowerCase(bare(b.title.text()))] || anySuffix(lower, programmeEnds) && logistics(lower) || d.headingEvents[s] != nil || kindOnly(lower) || b.label != "" && logistics(b.title.text()) || dayHeading(lower)
}

var programmeEnds = []string{" talks", " sessions", " keynotes", "セッション", "セッション一覧", "セッション紹介", "した発表", "세션", "발표 목록", "发表", "议题", "演讲", "分享"}

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
		e.talkable = !strings.HasSuffix(title, "。") && utf8.RuneCountInString(title) <= 140 && titleLike(title) && !strings.Contains(title, "://") && !slideWord(title) && !videoWord(title) &&
			!labelledBy(e.first, entryLabels) && !labelledBy(e.first, sureSpeakerLabels) && !room(title) && personLike(title) < likely
	}
	return e.talkable
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
		titles := first && titleText(text) && !strings.Contains(text, "@")
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
	t := &talk{heading: e.block, item: true, eventOf: cmp.Or(e.event, above.event)}
	t.Line = d.src.line(e.title.from(0))
	last := e.own[len(e.own)-1]
	t.EndLine = max(d.src.line(last.from(max(len(last.text())-1, 0))), t.Line)
	e.walk(func(c *entry) {
		if c != e {
			t.blocks = append(t.blocks, c.block)
			t.EndLine = max(t.EndLine, c.block.end)
		}
	})
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
