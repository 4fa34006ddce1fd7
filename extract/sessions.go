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

	uploader  []credit // who put the deck up
	tells     bool     // a section right below says by itself that it is on a talk
	told      int      // sections below that tell who spoke, or show a deck
	reported  bool     // it stands below a talk that was found
	pages     []string // of talks in a programme that it links to, two at most
	elsewhere bool     // the last of them is that of another talk, of which it tells
	toldAbove bool     // a heading above tells who spoke
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

// session looks at what speaks for s being the section of a talk.
func (d *draft) session(s *section) *session {
	x := &session{section: s, billing: s.billing()}
	d.vet(&x.billing)
	title := x.title.text()
	name := lowerCase(bare(title))
	x.event = d.headingEvents[s]
	switch {
	case x.event != nil, s.heading.line == d.event.Line && s.level <= 1, d.otherEdition(title):
	case dayHeading(lowerCase(bare(s.headline().text()))), s.headline().signs(eventSign) != 0 && d.isTitle(s.headline()):
	case ownTalks.holds(name):
		x.lone = true
	case kindOnly(name) && x.billing.label != "", x.billing.label != "" && x.title.empty():
		x.lone = !d.listsTalks(s)
	case logistics(title) && !(x.label == "lt" && len(strings.Fields(title)) >= 3) && (len(x.people.list) == 0 || frames.holds(name)):
		x.lone = x.billing.label != "" && name == "" || kindOnly(name)
	case x.billing.label != "" && len(x.people.list) == 0 && d.listsTalks(s), d.tabulates(s):
	case x.slotOf(s.headline()):
	default:
		if by, ok := speakersIn(s.headline(), false); ok && by.sure && len(x.people.list) == 0 && !d.anyKnown(by.list) {
			x.lone = true
			x.credits = append(x.credits, credit{people: by, at: s.headline()})
			x.people = people{}
			break
		}
		x.talkable = (titleLike(title) || (len(x.people.list) > 0 || x.label == "lt") && (longTitle(title) || len(strings.Fields(title)) >= 3)) && !agendaLine(title) && (len(x.people.list) > 0 || d.announcedIn(s) < 2)
	}
	if len(x.people.list) > 0 {
		x.credits = append(x.credits, x.credit(s.heading.prose))
	}
	if x.talkable || x.lone {
		d.headline(x)
		d.read(x)
	}
	return x
}

// isTitle tells whether p is the document's own title once more.
func (d *draft) isTitle(p passage) bool {
	return slices.ContainsFunc(d.matter, func(b *block) bool { return b.key == "title" && titleKey(b.text()) == titleKey(p.text()) })
}

// headline notes what the heading of x links to: the page of the talk, a deck, a
// video.
func (d *draft) headline(x *session) {
	for _, a := range x.section.headline().links() {
		switch t := targetOf(absoluteScheme(a.url)); t.kind {
		case talkTarget:
			x.embedded = true
		case slidesTarget, videoTarget:
			t.url = a.url
			x.take(t, x.heading.line)
		}
	}
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
	for _, list := range s.entries() {
		for _, e := range list {
			if e.line || e.plain() {
				continue
			}
			if d.readEntry(e); e.strong() && len(e.credits) > 0 {
				return true
			}
		}
	}
	return d.tabulates(s)
}

// announcedIn counts the items of lists in s that announce talks with who gives
// them and where they were shown.
func (d *draft) announcedIn(s *section) int {
	n := 0
	for _, list := range s.entries() {
		for _, e := range list {
			if e.line || e.plain() {
				continue
			}
			if d.readEntry(e); e.strong() && (len(e.credits) > 0 || e.event != "") && (e.slides.url != "" || e.video.url != "" || e.paged()) {
				n++
			}
		}
	}
	return n
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
	if b.people.sure || !d.anyKnown(b.people.list) {
		return
	}
	hi := max(b.title.hi, b.by.end)
	b.title = passage{b.title.of, min(b.title.lo, b.by.start), hi}.trim(" -–—:：/／|｜,、・\t)）")
	b.people, b.by = people{}, span{}
}

// eventHeading returns the event that the heading of s names, if it is little
// else.
func (d *draft) eventHeading(s *section) *Event {
	text := s.headline().text()
	if !numerals.in(text) && s.headline().signs(eventSign) == 0 {
		return nil
	}
	for _, e := range eventNames(withoutDates(text)) {
		if !e.head && !e.edition || !e.sure() && !(e.edition && (len(datesIn(text)) > 0 || s.inSeries(e.name))) {
			continue
		}
		rest := utf8.RuneCountInString(text) - utf8.RuneCountInString(e.name) - d.placeBehind(text, e.end)
		for _, dt := range datesIn(text) {
			rest -= dt.end - dt.start
		}
		first := e.edition && strings.Trim(text[:e.start], " [(#") == "" && len(datesIn(text)) > 0
		if rest > 12 && 2*rest > utf8.RuneCountInString(e.name) && !first || !first && d.goesOn(withoutDates(text)[e.end:]) {
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

// inSeries tells whether a heading beside that of s has the name with another number:
// "Cloud Native Brno #1", "Cloud Native Brno #2".
func (s *section) inSeries(name string) bool {
	stem := strings.TrimRight(name, "0123456789")
	if len(stem) == len(name) || !strings.HasSuffix(stem, "#") || s.parent == nil {
		return false
	}
	return slices.ContainsFunc(s.parent.children, func(c *section) bool {
		return c != s && strings.HasPrefix(strings.TrimSpace(c.headline().text()), stem)
	})
}

// placeBehind returns the length of the brackets with a place, "(Austin, Texas)", that
// text ends in, at or behind from.
func (d *draft) placeBehind(text string, from int) int {
	open := strings.LastIndex(text, " (")
	if open < from || !strings.HasSuffix(text, ")") {
		return 0
	}
	words := strings.Fields(strings.ReplaceAll(text[open+2:len(text)-1], ",", " "))
	if len(words) == 0 || len(words) > 4 || slices.ContainsFunc(words, func(w string) bool { return !capitalised(w) || d.known(w) }) {
		return 0
	}
	return utf8.RuneCountInString(text[open:])
}

// besideEvents notes the events of headings that are nothing but a name and a year,
// where headings beside them name events: "Storage Live 2030" beside "MeshConf 2031";
// and of headings that begin with a date, "2030-05-06: Cloud Breakfast", as most do.
func (d *draft) besideEvents() {
	d.root.walk(func(s *section) {
		if !slices.ContainsFunc(s.children, func(c *section) bool { return d.headingEvents[c] != nil }) {
			return
		}
		dated := 0
		for _, c := range s.children {
			if _, ok := datedHeading(c.headline()); ok && d.headingEvents[c] != nil {
				dated++
			}
		}
		for _, c := range s.children {
			if d.headingEvents[c] != nil {
				continue
			}
			p := c.headline().trim("")
			if e, ok := datedHeading(p); ok && dated >= 2 && 2*dated >= len(s.children) {
				d.headingEvents[c] = &Event{Name: e, Date: Optional(datesIn(p.text())[0].String()), Line: c.heading.line}
				continue
			}
			if len(c.children) == 0 {
				continue
			}
			if names := eventNames(p.text()); len(names) == 1 && names[0].edition && yearIn(names[0].name) > 0 && len(names[0].name) == len(p.text()) {
				d.headingEvents[c] = &Event{Name: names[0].name, Line: c.heading.line}
			}
		}
	})
}

// datedHeading returns what stands behind the full date that p begins with, a few words.
func datedHeading(p passage) (string, bool) {
	s := p.trim("").text()
	n := leadingDate(s)
	rest := bare(s[n:])
	return rest, n > 0 && rest != "" && utf8.RuneCountInString(rest) <= 40
}

// goesOn tells whether rest, behind the name of an event in a heading, makes of it the
// title of a talk: "KubeCon に見る etcd の未来", "KubeCon 2018 Recap Vitess".
func (d *draft) goesOn(rest string) bool {
	rest = strings.Trim(rest, " 　-–—:：|｜/()（）【】[]「」")
	if rest == "" || reported(rest) && !d.known(rest) {
		return false
	}
	return d.known(rest) || has(rest, hiragana) && utf8.RuneCountInString(rest) >= 6 || d.anyKnownWord(rest)
}

// anyKnownWord tells whether one of the words of s is the name of a project.
func (d *draft) anyKnownWord(s string) bool {
	return slices.ContainsFunc(strings.Fields(s), func(w string) bool { return capitalised(w) && d.known(w) })
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
