package extract

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
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
	shown    bool // its own lines link to slides or a video
	sent     bool // an employer stood behind the title
	line     bool // a line of a paragraph, not an item
	stacked  int  // lines below the first that are people, one below the other

	read     bool // what is above is known
	seen     bool // isPlain is known
	isPlain  bool // what plain returns
	asked    bool // talkable is known
	talkable bool // what mayTitle returns
}

// clocked tells whether e begins with a time of day.
func clocked(e *entry) bool { return timeOfDay(strings.TrimSpace(e.own[0].text())) > 0 }

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

// readEntry looks at what e announces.
func (d *draft) readEntry(e *entry) {
	if e.read {
		return
	}
	e.read = true
	first := linkedBilling(e.withoutEvent())
	e.first = first.text()
	e.billing = billingOf(first)
	if len(e.people.list) == 0 && e.line && clocked(e) {
		e.inColumns(first)
	}
	d.vet(&e.billing)
	if len(e.people.list) > 0 {
		e.credits = append(e.credits, e.credit(first.of))
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
	e.shown = e.slides.url != "" || e.video.url != ""
	for _, c := range e.children {
		e.below(d, c.own[0], seen)
		if !monthOnly(c.own[0].text()) {
			seen++
		}
		for _, l := range c.own[1:] {
			e.linked(d, l, false)
		}
	}
}

// inColumns takes who gives the talk from a line of a programme whose columns are parted
// by white space: "19:00-19:05　Title　　　　A（Company）".
func (e *entry) inColumns(p passage) {
	s := p.text()
	gap := max(strings.LastIndex(s, "　　"), strings.LastIndex(s, "   "), strings.LastIndex(s, "\t"))
	if gap < 0 {
		return
	}
	at := p.sub(gap, len(s)).trim(" 　\t")
	by, ok := speakersIn(at, true)
	if b := billingOf(p.sub(0, gap)); ok && len(b.people.list) == 0 && titleLike(b.title.text()) && !logistics(at.text()) {
		b.people, b.by = by, span{at.lo, at.hi}
		e.billing = b
	}
}

// monthOnly tells whether s is nothing but a month or a day of a year: "May 2019".
func monthOnly(s string) bool {
	s = strings.TrimSpace(s)
	ds := datesIn(s)
	return len(ds) == 1 && ds[0].start == 0 && ds[0].end == len(s)
}

// mayTitle tells whether what e announces may be called as talks are. It is asked
// only where more speaks for a talk.
func (e *entry) mayTitle() bool {
	if !e.asked {
		title := e.title.text()
		e.asked = true
		e.talkable = !strings.HasSuffix(title, "。") && utf8.RuneCountInString(title) <= 140 && (titleLike(title) || len(e.people.list) > 0 && len(strings.Fields(title)) >= 3) && !strings.Contains(title, "://") && !slideWord(title) && !videoWord(title) &&
			!labelledBy(e.first, entryLabels) && !labelledBy(e.first, sureSpeakerLabels) && !room(title) && (personLike(title) < likely || e.titled && len(strings.Fields(title)) >= 3)
	}
	if links := e.own[0].links(); e.talkable && len(links) == 1 && links[0].start == 0 && targetOf(links[0].url).kind == statusTarget {
		e.talkable = false // a tweet
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

// linkedBilling returns the text of the link that p ends in, where that link leads to a
// deck, a video or the page of a talk and says who gives it: a sentence stands before.
func linkedBilling(p passage) passage {
	s := p.text()
	links := p.links()
	if len(links) == 0 {
		return p
	}
	a := links[len(links)-1]
	kind := targetOf(absoluteScheme(a.url)).kind
	if a.start == 0 || strings.Trim(s[a.end:], " .。!！)") != "" && kind != talkTarget || kind == otherTarget {
		return p
	}
	if text := p.sub(a.start, a.end); len(billingOf(text).people.list) > 0 {
		return text
	}
	return p
}

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
	for _, n := range append(editionsIn(p), heldAt(p)...) {
		if n.end > end {
			end = len(s) // "([Slides](…)), A, X 2020"
		}
		before := strings.TrimRight(s[:n.start], " ")
		after := strings.TrimLeft(s[n.end:], " ")
		switch {
		case before == "" && anyPrefix(after, []string{"- ", "– ", "— ", ": ", "：", "| "}) && utf8.RuneCountInString(after) > 12:
			e.event = n.name
			return p.sub(len(s)-len(after), len(s)).trim(" -–—:：|")
		case before != "" && endsEvent(s[n.end:max(end, n.end)]) && anySuffix(before, eventSeparators):
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

// heldAt returns the names of events in p of two words or more that stand behind "at",
// behind the first link: "[Title](…) – A at Cloud Fest Bergen".
func heldAt(p passage) []eventName {
	links := p.links()
	s := p.text()
	if len(links) == 0 || !strings.Contains(s[links[0].end:], " at ") {
		return nil
	}
	return slices.DeleteFunc(eventNames(withoutDates(s)), func(n eventName) bool {
		return n.start < links[0].end || !n.head && !n.edition || !strings.Contains(n.name, " ") || !strings.HasSuffix(s[:n.start], " at ")
	})
}

// endsEvent tells whether s, behind the name of an event, ends what is said of it: there
// is nothing, the kind of talk in brackets, or where the event was, ", Dublin".
func endsEvent(s string) bool {
	s = strings.Trim(s, " .:：)）-–—。")
	if kind := strings.TrimLeft(s, "(（"); kind != s {
		return kindOnly(lowerCase(kind))
	}
	rest, ok := strings.CutPrefix(s, ",")
	if s == "" || !ok {
		return s == ""
	}
	for _, part := range strings.Split(rest, ",") {
		if words := strings.Fields(part); len(words) != 1 || !capitalised(words[0]) || only(words[0], unicode.IsDigit) {
			return false
		}
	}
	return true
}

// eventSeparators stand before the event that a talk was given at.
var eventSeparators = []string{",", "，", " at", " -", " –", " —", "(", "（", " @", "、", "|"}

// behindLink reads who gave the talk from what stands behind the links of l: "[Title](…)
// ([Slides](…)), A", "[Title](…) with A".
func (e *entry) behindLink(d *draft, l passage) {
	s := l.text()
	at := 0
	for _, a := range l.links() {
		if targetOf(absoluteScheme(a.url)).kind == profileTarget {
			break // of who gave it
		}
		at = max(at, a.end)
	}
	rest := l.sub(at, len(s)).trim(" )）,，-–—:：|/")
	for _, w := range [...]string{"with ", "by "} {
		if strings.HasPrefix(rest.text(), w) {
			rest = rest.sub(len(w), len(rest.text()))
		}
	}
	if by, ok := speakersIn(rest, false); ok && (by.sure || allLikely(by.list)) && !d.anyKnown(by.list) {
		e.credits = append(e.credits, credit{people: by, at: rest})
		return
	}
	if links := l.links(); e.line && len(links) == 1 {
		c, ok := d.tellerBefore(l, links[0].start)
		if !ok {
			c, ok = d.tellerAfter(l, at)
		}
		if ok && !d.anyKnown(c.list) {
			e.credits = append(e.credits, c)
		}
	}
}

// paged tells whether the first line of e is a link to the page of a talk.
func (e *entry) paged() bool {
	links := e.own[0].links()
	return e.whole && len(links) == 1 && targetOf(absoluteScheme(links[0].url)).kind == talkTarget
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
	"記事", "ブログ", "article", "blog post", "기사", "文章",
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
	if seen == e.stacked && len(e.credits) == e.stacked {
		if by, ok := speakersIn(l, false); ok && (by.sure || allLikely(by.list)) && !d.anyKnown(by.list) {
			e.credits = append(e.credits, credit{people: by, at: l})
			e.stacked++
			return
		}
		if seen == 0 && e.titled {
			e.toldBelow(d, l)
		}
	}
}

// toldBelow reads who gives the talk from the sentences below its title: "A walks us
// through …", "We liked A's talk".
func (e *entry) toldBelow(d *draft, l passage) {
	for _, s := range sentences(l) {
		c, ok := d.teller(s)
		for _, w := range [...]string{"'s talk", "’s talk", "'s session", "’s session", "'s keynote", "’s keynote"} {
			if i := strings.Index(s.text(), w); i > 0 && !ok {
				c, ok = d.nameEnding(s, 0, i)
			}
		}
		if ok && !d.anyKnown(c.list) {
			e.credits = append(e.credits, c)
			return
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
		e.credits = append(e.credits, b.credit(p.of))
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
	t.show(e.slides, e.video)
	b := e.billing
	b.people = people{}
	d.addTalk(t, b)
	for _, c := range e.credits {
		d.addPeople(t, c.people, c.at)
	}
}

// walk calls f with e and what stands below it.
func (e *entry) walk(f func(*entry)) {
	f(e)
	for _, c := range e.children {
		c.walk(f)
	}
}
