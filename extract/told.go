package extract

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// toldTalks finds the talks that sentences tell of: a title, emphasised or in
// quotation marks, and close to it who gave the talk. Only a report of an event
// tells of talks that way.
func (d *draft) toldTalks() {
	d.root.walk(func(s *section) {
		if d.eventAbove(s) == "" || d.inTalk(s) {
			return
		}
		before := len(d.talks)
		for _, b := range s.blocks {
			if b.prose == nil || b.kind != paragraph && b.kind != listItem || d.announced[b] {
				continue
			}
			all := b.prose.all()
			if len(all.text()) > longParagraph {
				continue
			}
			end := 0
			for _, t := range titleSpans(all) {
				if t.start >= end && d.toldTalk(s, b, all, t) {
					end = t.end
				}
			}
		}
		if len(d.talks) == before+1 {
			d.materialBelow(d.talks[before], s)
		}
	})
}

// longParagraph is the size of a text in bytes that is no paragraph anybody wrote.
const longParagraph = 8 << 10

// materialBelow gives t, the one talk that s tells of, the slides and the video
// that s links to as such.
func (d *draft) materialBelow(t *talk, s *section) {
	x := &session{section: s}
	for _, b := range s.blocks {
		if b.prose == nil || b.line <= t.Line {
			continue
		}
		for _, l := range b.prose.all().lines() {
			d.material(x, b, l, 20)
		}
	}
	t.show(x.slides, x.video)
}

// titleSpans returns the stretches of p that are set apart as titles are and long
// enough, in order.
func titleSpans(p passage) []span {
	spans := p.clip(p.of.marks)
	s := p.text()
	for _, a := range p.links() {
		switch targetOf(absoluteScheme(a.url)).kind {
		case slidesTarget, videoTarget, talkTarget:
			spans = append(spans, span{a.start, a.end})
		default:
			if titledAfter(s[a.end:]) {
				spans = append(spans, span{a.start, a.end})
			}
		}
	}
	for _, q := range quotePairs {
		for at := 0; ; {
			open := strings.Index(s[at:], q[0])
			if open < 0 {
				break
			}
			start := at + open + len(q[0])
			n := strings.Index(s[start:], q[1])
			if n < 0 {
				break
			}
			spans = append(spans, span{start, start + n})
			at = start + n + len(q[1])
		}
	}
	var out []span
	for _, t := range ordered(spans) {
		text := s[t.start:t.end]
		long := len(strings.Fields(text)) >= 3 || has(text, cjk) && utf8.RuneCountInString(text) >= 8
		if long && utf8.RuneCountInString(text) <= 140 && titleLike(text) && !strings.Contains(text, "\n") {
			out = append(out, t)
		}
	}
	return out
}

// ordered sorts spans by where they begin, the longer first.
func ordered(spans []span) []span {
	slices.SortFunc(spans, func(a, b span) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
	})
	return spans
}

// toldTalk adds the talk whose title stands at t of p, if the text beside it says
// who gave it.
func (d *draft) toldTalk(s *section, b *block, p passage, t span) bool {
	title := p.sub(t.start, t.end).trim(" \"“”*_,.、")
	if anyPrefix(strings.TrimLeft(p.text()[t.end:], "」』\"”"), placeTails) {
		return false // where it was given
	}
	if linkedAt(p, t) {
		if bill := billingOf(title); len(bill.people.list) > 0 {
			if d.vet(&bill); len(bill.people.list) > 0 && (bill.people.sure || allLikely(bill.people.list)) {
				d.tell(s, b, p, t, bill.title, bill.credit(p.of))
				return true
			}
		}
	}
	if b.quote {
		return false // what somebody says
	}
	by, ok := d.tellerBefore(p, t.start)
	if !ok {
		by, ok = d.tellerAfter(p, t.end)
	}
	announced := !ok && (titledBefore(p.text()[:t.start]) || titledAfter(p.text()[t.end:]) || pagedAt(p, t) && !d.social(title.text()))
	if !ok && !announced || d.anyKnown(by.list) && !by.sure {
		return false
	}
	if announced {
		by = d.guestBefore(s, b)
	}
	d.tell(s, b, p, t, title, by)
	return true
}

// placeTails stand behind the name of a place or an event in quotation marks.
var placeTails = []string{"での", "にて", "で開催", "で行わ", "に参加", "へ参加", "에서", "에 참"}

// pagedAt tells whether t is the text of a link in p to the page of a talk in a
// programme.
func pagedAt(p passage, t span) bool {
	return slices.ContainsFunc(p.links(), func(a anchor) bool {
		return a.start <= t.start && a.end >= t.end && targetOf(absoluteScheme(a.url)).kind == talkTarget
	})
}

// social tells whether title, of a page in a programme, is what people do there but
// listen to talks: it is that of no talk.
func (d *draft) social(title string) bool {
	first, _, _ := strings.Cut(title, " ")
	return unicode.IsLower(runeAfter(title, 0)) && !d.known(first) || logistics(title) || anyOf(title, []string{" Sponsored by ", " sponsored by ", " Hosted by ", " hosted by ", "Reception", "Party", "Gathering", "Break", "Pavilion"})
}

// linkedAt tells whether t is the text of a link in p.
func linkedAt(p passage, t span) bool {
	return slices.ContainsFunc(p.links(), func(a anchor) bool { return a.start == t.start && a.end == t.end })
}

// tell adds the talk of which the stretch t of p tells, given by by, who may be
// nobody.
func (d *draft) tell(s *section, b *block, p passage, t span, title passage, by credit) {
	x := &talk{heading: b, eventOf: d.eventAbove(s), item: true}
	x.Line, x.EndLine = d.src.line(title.from(0)), d.src.line(p.from(len(p.text())-1))
	for _, a := range p.links() {
		if a.start > t.start || a.end < t.end {
			continue
		}
		at := place{a.url, d.src.line(p.from(a.start))}
		switch targetOf(absoluteScheme(a.url)).kind {
		case slidesTarget:
			x.show(at, place{})
		case videoTarget:
			x.show(place{}, at)
		}
	}
	d.addTalk(x, billing{title: title})
	if len(by.list) > 0 {
		d.addPeople(x, by.people, by.at)
	}
}
