package extract

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// programme is what stands above a list that may announce talks.
type programme struct {
	*section
	event string // that the talks are of
	sure  bool   // it says that talks follow
	only  bool   // nothing but talks follows: it is where and when they were given
	pairs bool   // titles stand above the addresses of decks and videos
	lines bool   // three lines or more say a title and who gives it, and where they work
}

// listTalks finds the talks that lists announce: programmes, and lists of what was
// or will be given. The notes on a talk are a list too; none of those is read.
func (d *draft) listTalks() {
	pairs := 0
	var open []*section
	d.root.walk(func(s *section) {
		if !d.inTalk(s) {
			open = append(open, s)
			pairs += paired(s.entries())
		}
	})
	for _, s := range open {
		all := s.entries()
		above := programme{section: s, event: d.eventAbove(s), sure: d.programme(s) || promiseIn(s.blocks) < math.MaxInt, pairs: pairs >= minPairs}
		for _, list := range all {
			d.listedTalks(above, list)
		}
	}
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

// listedTalks adds the talks that list, below what above says, announces.
func (d *draft) listedTalks(above programme, list []*entry) {
	strong := d.strongEntries(list)
	if strong == 0 && !above.sure && !slices.ContainsFunc(list, func(e *entry) bool { return !e.plain() }) {
		return // of plain entries only those beside others are talks
	}
	for _, e := range list {
		d.readEntry(e)
	}
	venued(list)
	d.namedBehind(list)
	if above.sure {
		employed(list)
		nicksBelow(list)
	}
	strong = d.strongEntries(list)
	talkable, timed, whole := tally(list, strong)
	above.sure = above.sure || timed >= 2 && strong >= 1
	above.lines = billed(list) >= minLines && (above.event != "" || slices.ContainsFunc(d.blocks, func(b *block) bool { return b.prose != nil && b.prose.has(eventSign) }))
	linked := above.sure && above.event != "" && (whole >= 2 && 2*whole >= len(list) || whole == 1 && above.ofTalks() && wholeLink(list[0].own[0]))
	for i, e := range list {
		if name, ok := e.page(); ok {
			above.event = name // of those behind it
			continue
		}
		if e.occasion() {
			below := above
			below.sure, below.only = true, true
			below.event = cmp.Or(occasionName(strings.TrimSpace(e.own[0].text())), above.event)
			d.listedTalks(below, e.children)
			continue
		}
		if d.groups(e) {
			below := above
			below.sure = true
			d.listedTalks(below, e.children)
			continue
		}
		switch {
		case above.only && i > 0 && e.whole && videoWord(e.title.text()) && len(d.talks) > 0:
			d.talks[len(d.talks)-1].show(place{}, e.video)
		case above.only && e.mayTitle(), above.pairs && e.line && len(e.own) > 1 && e.mayTitle(), e.announces(above, strong),
			!e.line && above.sure && (e.timed && !clocked(e) || strong >= 1 && 2*strong >= talkable) && e.mayTitle(),
			e.timed && strong >= 1 && (timed >= 2 || !e.line) && e.mayTitle(),
			e.whole && linked && e.mayTitle(), !e.line && above.sure && above.event != "" && e.shown && e.mayTitle():
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

// ofTalks tells whether the heading above that of the event says that what one has given
// stands below: "2024 Talks", "## My talks".
func (p *programme) ofTalks() bool {
	up := p.section.parent
	return up != nil && up.heading != nil && up.namesTalks()
}

// groups tells whether e only groups talks: nothing says that it is one, and the items
// below it are titles that link to slides or a video.
func (d *draft) groups(e *entry) bool {
	if e.line || e.titled || e.shown || len(e.credits) > 0 {
		return false
	}
	n := 0
	for _, c := range e.children {
		if len(c.own[0].of.links) == 0 {
			continue
		}
		if d.readEntry(c); c.titled && c.shown {
			n++
		}
	}
	return n > 0 && 2*n >= len(e.children)
}

// page returns the event that e is nothing but a link to the page of.
func (e *entry) page() (name string, ok bool) {
	links := e.own[0].links()
	if e.line || len(links) != 1 || links[0].start > 0 || links[0].end < len(strings.TrimRight(e.own[0].text(), " ")) || targetOf(links[0].url).kind != eventTarget {
		return "", false
	}
	for _, n := range eventNames(withoutDates(e.own[0].text())) {
		if n.head {
			return n.name, true
		}
	}
	return "", false
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

// announces tells whether e by itself announces a talk.
func (e *entry) announces(above programme, strong int) bool {
	if !e.strong() {
		return false
	}
	if e.line {
		sure := len(e.people.list) > 0 && e.people.sure
		return (e.timed || e.label != "") && len(e.credits) > 0 || e.quoted && len(e.credits) > 0 || e.titled && (above.sure || above.event != "" || strong >= 2) ||
			above.lines && e.billed() || sure && e.parted() && (above.sure || e.slides.url != "" || e.video.url != "" || above.event != "" && e.alone() && longTitle(e.title.text()))
	}
	return above.sure || above.event != "" || strong >= 2
}

// tally counts the entries of list that may be titles, where strong of them say so by
// themselves, those that begin with a time and those that are one link.
func tally(list []*entry, strong int) (talkable, timed, whole int) {
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
	return talkable, timed, whole
}

// minLines is how many lines of text with a title and people make it a list of talks.
const minLines = 3

// billed counts the lines in list that say a title and who gives it, and where one of
// them works.
func billed(list []*entry) int {
	n := 0
	for _, e := range list {
		if e.line && e.billed() {
			n++
		}
	}
	return n
}

// billed tells whether e says a title of some words and behind a sign who gives it, one of them
// with an employer.
func (e *entry) billed() bool {
	return len(e.people.list) > 0 && allLikely(e.people.list) && e.by.start >= e.title.hi && e.parted() && (longTitle(e.title.text()) || len(strings.Fields(e.title.text())) >= 3) && e.mayTitle() &&
		slices.ContainsFunc(e.people.list, func(s Speaker) bool { return s.Organization != "" })
}

// alone tells whether e is all of a paragraph.
func (e *entry) alone() bool {
	return len(strings.TrimSpace(e.block.text())) == len(strings.TrimSpace(e.own[0].text()))
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
	return programmes.holds(lower) || programmes.holds(lowerCase(bare(b.title.text()))) ||
		anySuffix(lower, programmeEnds) && (logistics(lower) || has(lower, cjk) && (utf8.RuneCountInString(lower) <= 8 || anySuffix(lower, []string{"session", "sessions"}))) ||
		kindOnly(lower) || b.label != "" && logistics(b.title.text()) || dayHeading(lower)
}

var programmeEnds = []string{" talks", " sessions", " keynotes", "session", "sessions", "セッション", "セッション一覧", "セッション紹介", "した発表", "세션", "발표 목록", "发表", "议题", "演讲", "分享"}

var programmes = newNameSet("agenda|schedule|timetable|program|programme|sessions|session|talks|keynotes|lightning talks|lightning talk|lt|presentations|speakers|lineup|line-up|program of the day|talks i attended|" +
	"タイムテーブル|タイムスケジュール|スケジュール|プログラム|アジェンダ|セッション|セッション一覧|発表|発表一覧|発表内容|登壇|登壇者|講演|発表資料|登壇資料|資料|資料一覧|スライド|スライド一覧|lt大会|ライトニングトーク|" +
	"일정|시간표|아젠다|세션|세션 목록|발표|발표 목록|발표 자료|발표자료|프로그램|라이트닝 토크|议程|日程|活动议程|议题|议题列表|演讲|演讲资料|讲师与topic|讲师与演讲话题|分享内容|讲师分享|资料下载|闪电演讲")
