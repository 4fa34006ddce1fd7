package extract

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// session is a section that may report a talk.
type session struct {
	*section
	billing
	talkable bool // its heading may be the title of a talk
	lone     bool // its heading says only the kind of talk, or who speaks
	credits  []credit
	slides   place
	video    place
	embedded bool // a deck or a video is shown in it
	event    *Event
	text     int // blocks with text
}

// credit is a line that says who speaks.
type credit struct {
	people
	at       passage
	labelled bool // it says so: "Speaker: …"
}

// place is a URL and the line that it stands on.
type place struct {
	url  string
	line int
}

// sectionTalks finds the talks that have a section of their own.
//
// A heading is the title of a talk if its section tells who spoke or shows slides
// or a video, or if enough of the other headings of its level are titles. What
// frames the talks, and what the headings above already announce, is none.
func (d *draft) sectionTalks() {
	var all []*session
	byLevel := map[int][]*session{}
	d.root.walk(func(s *section) {
		if s.heading == nil {
			return
		}
		x := d.session(s)
		all = append(all, x)
		byLevel[s.level] = append(byLevel[s.level], x)
	})
	for _, x := range all {
		if d.isTalk(x, all, byLevel[x.level]) {
			d.addSession(x)
		}
	}
}

// within tells whether s stands below t.
func (s *section) within(t *section) bool {
	for p := s.parent; p != nil; p = p.parent {
		if p == t {
			return true
		}
	}
	return false
}

// session looks at what speaks for s being the section of a talk.
func (d *draft) session(s *section) *session {
	x := &session{section: s, billing: billingOf(s.headline())}
	d.vet(&x.billing)
	title := x.title.text()
	x.event = d.headingEvents[s]
	switch {
	case x.event != nil, s.heading.line == d.event.Line && s.level <= 1:
	case dayHeading(strings.ToLower(bare(s.headline().text()))):
	case ownTalks[strings.ToLower(bare(title))]:
		x.lone = true
	case kindOnly(strings.ToLower(bare(title))) && x.billing.label != "", x.billing.label != "" && x.title.empty():
		x.lone = !d.listsTalks(s)
	case logistics(title) && (len(x.people.list) == 0 || frames[strings.ToLower(bare(title))]):
		x.lone = x.billing.label != "" && bare(title) == "" || kindOnly(strings.ToLower(bare(title)))
	case x.billing.label != "" && d.listsTalks(s), d.tabulates(s):
	case x.slotOf(s.headline()):
	default:
		if by, ok := speakersIn(s.headline(), false); ok && by.sure && len(x.people.list) == 0 {
			x.lone = true
			x.credits = append(x.credits, credit{people: by, at: s.headline()})
			x.people = people{}
			break
		}
		x.talkable = titleLike(title) && !agendaLine(title)
	}
	if len(x.people.list) > 0 {
		x.credits = append(x.credits, credit{people: x.people, at: passage{s.heading.prose, x.by.start, x.by.end}})
	}
	d.read(x)
	return x
}

// slotOf reads a heading that says only whose talk follows: "AさんのLT".
func (x *session) slotOf(p passage) bool {
	s := strings.TrimRight(p.text(), " ")
	for _, w := range [...]string{"のLT", "の発表", "のセッション", "の講演", "のトーク", " LT", "의 발표", " 발표", "的分享", "的演讲"} {
		rest, ok := strings.CutSuffix(s, w)
		if !ok {
			continue
		}
		by, ok := speakersIn(p.sub(0, len(rest)), false)
		if ok && by.sure {
			x.lone, x.people = true, people{}
			x.credits = append(x.credits, credit{people: by, at: p.sub(0, len(rest))})
			return true
		}
	}
	return false
}

// listsTalks tells whether an item of a list in s announces a talk, or a table has
// a column of titles: the heading of s then is only that of the list.
func (d *draft) listsTalks(s *section) bool {
	for _, list := range lists(s.blocks) {
		for _, e := range list {
			if e.line {
				continue
			}
			if d.readEntry(e); e.strong() && len(e.credits) > 0 {
				return true
			}
		}
	}
	return d.tabulates(s)
}

// tabulates tells whether s has a table of talks.
func (d *draft) tabulates(s *section) bool {
	return slices.ContainsFunc(tables(s.blocks), func(cells []*block) bool { return columnsOfTable(cells) != nil })
}

// ownTalks are headings of the author's own talk: its title stands below.
var ownTalks = newNameSet("私の発表|自分の発表|自分の登壇|登壇した内容|my talk|my session|my own talk|our talk|내 발표|나의 발표|我的演讲|我的分享")

// agendaLine tells whether a heading is too long or too much of a sentence for a
// title.
func agendaLine(s string) bool {
	return utf8.RuneCountInString(s) > 160 || strings.Count(s, "。") > 1 || strings.Contains(s, "://")
}

// vet takes back people whose name is that of a project: "Deep Dive - Argo
// Workflows".
func (d *draft) vet(b *billing) {
	if b.people.sure {
		return
	}
	for _, p := range b.people.list {
		if p.Name != "" && d.known(string(p.Name)) {
			hi := max(b.title.hi, b.by.end)
			b.title = passage{b.title.of, min(b.title.lo, b.by.start), hi}.trim(" -–—:：/／|｜,、・\t)）")
			b.people, b.by = people{}, span{}
			return
		}
	}
}

// eventHeading returns the event that the heading of s names, if it is little
// else.
func (d *draft) eventHeading(s *section) *Event {
	text := s.headline().text()
	for _, e := range eventNames(withoutDates(text)) {
		if !e.head && !e.edition || !e.sure() && !(e.edition && len(datesIn(text)) > 0) {
			continue
		}
		rest := utf8.RuneCountInString(text) - utf8.RuneCountInString(e.name)
		for _, dt := range datesIn(text) {
			rest -= dt.end - dt.start
		}
		first := e.edition && strings.Trim(text[:e.start], " [(#") == "" && len(datesIn(text)) > 0
		if rest > 12 && 2*rest > utf8.RuneCountInString(e.name) && !first {
			continue
		}
		if !e.edition && d.event.Name != "" && strings.HasPrefix(squeeze(d.event.Name), squeeze(e.name)) {
			part := d.event.Event
			return &part // "X | Day 1"
		}
		out := &Event{Name: e.name, Line: s.heading.line}
		for _, dt := range datesIn(text) {
			if dt.day > 0 && dt.year > 0 {
				out.Date = Optional(dt.String())
				break
			}
		}
		for _, a := range s.heading.prose.links {
			if t := targetOf(a.url); t.kind == eventTarget {
				out.URL = Optional(a.url)
			}
		}
		d.completeSection(out, s)
		return out
	}
	return nil
}

// completeSection adds the date and the page of an event from the first lines of
// the section that it heads.
func (d *draft) completeSection(e *Event, s *section) {
	for i, b := range s.blocks {
		if b.prose == nil || i >= 8 {
			break
		}
		text := b.text()
		if ds := datesIn(text); e.Date == "" && len(ds) > 0 && ds[0].day > 0 && ds[0].year > 0 && (labelledBy(text, dateLabels) || labelledWith(text, dateLabels)) {
			e.Date = Optional(ds[0].String())
		}
		for _, a := range b.prose.links {
			if e.URL == "" && targetOf(a.url).kind == eventTarget {
				e.URL = Optional(a.url)
			}
		}
	}
}

// strong tells whether x says by itself that it is on a talk.
func (x *session) strong() bool {
	return (x.talkable || x.lone) && x.event == nil && (len(x.credits) > 0 || x.embedded || x.slides.url != "" || x.marked())
}

// marked tells whether the heading of x has what programmes put around titles.
func (x *session) marked() bool {
	return x.talkable && (x.timed || x.graded || x.label != "" && x.level < setOff)
}

// told tells whether x says who spoke.
func (x *session) told() bool { return x.event == nil && (x.talkable || x.lone) && len(x.credits) > 0 }

// isTalk decides whether x is the section of a talk. peers are the sections with
// headings of its level.
func (d *draft) isTalk(x *session, all, peers []*session) bool {
	if d.speakerHeadings[x.section] || !x.talkable && !x.lone || x.event != nil || x.lone && len(x.credits) == 0 && x.slides.url == "" {
		return false
	}
	for _, y := range all {
		if y.section != x.section && x.within(y.section) && y.told() && !y.lone && !d.groups(y, all) {
			return false // notes on the talk above
		}
	}
	if d.groups(x, all) {
		return false
	}
	strong, talkable := 0, 0
	for _, y := range peers {
		if y.talkable || y.lone {
			talkable++
		}
		if y.strong() && !d.groups(y, all) {
			strong++
		}
	}
	eventful := d.eventAbove(x.section) != ""
	switch {
	case x.strong() && (eventful || len(x.credits) > 0 && (x.embedded || x.slides.url != "" || x.video.url != "" || strong >= 2)):
		return x.level < setOff || len(x.credits) > 0 || x.slides.url != ""
	case !eventful || x.lone || x.level == setOff && x.heading.prose.bold:
		return false
	case strong == 0 && x.text > 0 && x.parent.heading != nil && d.programme(x.parent) && longTitle(x.title.text()):
		return true
	case strong >= 2 && 3*strong >= talkable, strong == 1 && 3*strong >= talkable && talkable <= 4:
		return x.text > 0 || strong >= 3
	}
	return false
}

// longTitle tells whether s has more words than the headings of notes have.
func longTitle(s string) bool {
	return len(strings.Fields(s)) >= 4 || has(s, cjk) && utf8.RuneCountInString(s) >= 12
}

// groups tells whether x only groups talks: sections below it tell who spoke, and
// more of them than it does itself.
func (d *draft) groups(x *session, all []*session) bool {
	told, lone := 0, 0
	for _, y := range all {
		if y.section == x.section || !y.within(x.section) {
			continue
		}
		switch {
		case d.speakerHeadings[y.section]:
		case y.lone && y.strong() && y.billing.label == "":
			lone++
		case y.strong():
			told++
		}
	}
	if len(x.credits) > 0 {
		return told >= 2
	}
	return told >= 1
}
