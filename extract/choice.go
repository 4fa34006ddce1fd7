package extract

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// sectionTalks finds the talks that have a section of their own.
//
// A heading is the title of a talk if its section tells who spoke or shows slides
// or a video, or if enough of the other headings of its level are titles. What
// frames the talks, and what the headings above already announce, is none.
func (d *draft) sectionTalks() {
	var order []*session
	of := map[*section]*session{}
	d.root.walk(func(s *section) {
		if s.heading != nil {
			of[s] = d.session(s)
			order = append(order, of[s])
		}
	})
	nicknamed(order)
	d.prefaced(order)
	for i := len(order) - 1; i >= 0; i-- { // those below first
		x := order[i]
		up := of[x.parent]
		if up == nil {
			continue
		}
		up.told += x.told
		if x.strong() && !d.speakerHeadings[x.section] && !(x.lone && (x.label == "" || len(x.credits) == 0 && up.marked())) {
			up.told++
		}
	}
	counts := headings{}
	for _, x := range order {
		n := counts[x.level]
		if n == nil {
			n = &struct{ strong, talkable, filmed int }{}
			counts[x.level] = n
		}
		if x.talkable || x.lone {
			n.talkable++
		}
		if x.strong() && !x.groups() {
			n.strong++
			if up := of[x.parent]; up != nil {
				up.tells = true
			}
		}
		if x.filmed() {
			n.filmed++
		}
	}
	for _, x := range order {
		talk := d.isTalk(x, counts) && (x.strong() || d.among(x, of[x.parent]) && !x.closes(of))
		if talk {
			d.addSession(x)
		}
		for _, c := range x.children {
			below := of[c]
			below.reported = x.reported || talk
			below.toldAbove = x.toldAbove || x.event == nil && (x.talkable || x.lone) && len(x.credits) > 0 && !x.lone && !x.groups()
		}
	}
}

// among tells whether x, which nothing but its place tells to be a talk, stands where
// talks do: up, the section that it is in, holds others, is a programme, or is nothing.
func (d *draft) among(x, up *session) bool {
	return up == nil || up.tells || d.programme(x.parent) || x.filmed()
}

// closes tells whether x is the last section of a post and lacks what each of three or
// more sections before it has, names in the heading, or, all prose, what speaks for a
// talk: it holds the author's own last words.
func (x *session) closes(of map[*section]*session) bool {
	beside := x.parent.children
	if x.next != nil || len(beside) < 4 {
		return false
	}
	before := beside[:len(beside)-1]
	if !slices.ContainsFunc(before, func(s *section) bool { return len(of[s].people.list) == 0 }) {
		return true
	}
	if has(x.title.text(), cjk) {
		return false
	}
	for _, b := range x.all() {
		if b.kind != paragraph && b.kind != caption {
			return false
		}
	}
	return !slices.ContainsFunc(before, func(s *section) bool { return !of[s].strong() && of[s].talkable })
}

// prefaced takes who gives the talk from headings that begin with names, "A & B:
// Title" and "A - Title", where three or more do: one alone may be a title of two parts.
func (d *draft) prefaced(order []*session) {
	for _, sep := range [...]string{": ", " - ", " – "} {
		var of []*session
		var by []people
		talkable := 0
		for _, x := range order {
			if !x.talkable {
				continue
			}
			talkable++
			i := strings.Index(x.title.text(), sep)
			if i <= 0 || len(x.people.list) > 0 || !titleLike(x.title.text()[i+len(sep):]) {
				continue
			}
			if p, ok := speakersIn(x.title.sub(0, i), false); ok && allLikely(p.list) && !d.anyKnown(p.list) {
				of, by = append(of, x), append(by, p)
			}
		}
		if len(of) < 3 || 2*len(of) < talkable {
			continue
		}
		for k, x := range of {
			s := x.title.text()
			i := strings.Index(s, sep)
			at := x.title.sub(0, i)
			x.people, x.by = by[k], span{at.lo, at.hi}
			x.title = x.title.sub(i+len(sep), len(s)).trim("")
			x.credits = append(x.credits, credit{people: x.people, at: at})
		}
	}
}

// nicknamed takes who gives the talk from headings that end in a nick, "Title by nick"
// and "Title - nick", where two others or more say in the same way who it is: alone,
// such a word may be anything.
func nicknamed(order []*session) {
	for _, sep := range [...]string{" by ", "- "} {
		told := 0
		var of []*session
		for _, x := range order {
			switch {
			case len(x.people.list) > 0 && x.title.of != nil && x.by.start <= len(x.title.of.text) && strings.HasSuffix(x.title.of.text[:x.by.start], sep):
				told++
			case x.nick(sep) != "":
				of = append(of, x)
			}
		}
		if told+len(of) < 3 || told < 2 && sep == " by " {
			continue
		}
		for _, x := range of {
			s, nick := x.title.text(), x.nick(sep)
			by := x.title.sub(len(s)-len(nick), len(s))
			x.people = people{list: []Speaker{{Name: Optional(nick), Handle: Optional(nick)}}, sure: true}
			x.by = span{by.lo, by.hi}
			x.title = x.title.sub(0, len(s)-len(nick)-len(sep)).trim(" -–—")
			x.credits = append(x.credits, credit{people: x.people, at: by})
		}
	}
}

// nick returns the word that the title of x ends in behind sep, if it may be what
// somebody calls themselves: "" else.
func (x *session) nick(sep string) string {
	s := x.title.text()
	i := strings.LastIndex(s, sep)
	if i <= 0 || len(x.people.list) > 0 || !x.talkable {
		return ""
	}
	nick := s[i+len(sep):]
	if !validHandle(nick) || len(nick) < 3 || sep == " by " && strings.ToLower(nick) != nick || digits(nick) || slideWord(nick) {
		return ""
	}
	return nick
}

// strong tells whether x says by itself that it is on a talk.
func (x *session) strong() bool {
	return (x.talkable || x.lone) && x.event == nil && (len(x.credits) > 0 || x.embedded || x.slides.url != "" || x.marked())
}

// marked tells whether the heading of x has what programmes put around titles.
func (x *session) marked() bool {
	return x.talkable && (x.timed || x.graded || (x.label != "" || x.quoted) && x.level < setOff)
}

// filmed tells whether all of x is notes on a video, which stands at their head.
func (x *session) filmed() bool {
	return x.talkable && x.level < setOff && x.video.url != "" && len(x.blocks) > 0 && x.blocks[0].line <= x.video.line && x.video.line <= x.blocks[0].line+1
}

// headings counts, for the headings of each level, those that may be titles and those
// that more speaks for, and those of notes on a video.
type headings map[int]*struct{ strong, talkable, filmed int }

// isTalk decides whether x is the section of a talk.
func (d *draft) isTalk(x *session, of headings) bool {
	switch {
	case d.speakerHeadings[x.section], !x.talkable && !x.lone, x.event != nil, x.lone && len(x.credits) == 0 && (x.slides.url == "" || x.reported), x.groups():
		return false
	case x.toldAbove, x.reported && !x.strong():
		return false // notes on the talk above
	}
	n := of[x.level]
	eventful := d.eventAbove(x.section) != "" || len(d.titleLines) >= minReported
	switch {
	case x.strong() && (eventful || len(x.credits) > 0 && (x.embedded || x.slides.url != "" || x.video.url != "" || n.strong >= 2)):
		return x.level < setOff || len(x.credits) > 0 || x.slides.url != ""
	case x.filmed() && n.filmed >= 3 && 3*n.filmed >= 2*n.talkable:
		return true
	case !eventful || x.lone || x.level == setOff && x.heading.prose.bold:
		return false
	case x.text > 0 && x.parent.heading != nil && x.parent.namesTalks() && (longTitle(x.title.text()) || x.besideLongTitle()):
		return true
	case n.strong >= 2 && 3*n.strong >= n.talkable, n.strong == 1 && 3*n.strong >= n.talkable && n.talkable <= 4:
		return x.text > 0 || n.strong >= 3
	}
	return false
}

// minReported is how many talks with speakers make a document a report of talks that
// names no event.
const minReported = 4

// longTitle tells whether s has more words than the headings of notes have.
func longTitle(s string) bool {
	return len(strings.Fields(s)) >= 4 || has(s, cjk) && utf8.RuneCountInString(s) >= 12
}

// besideLongTitle tells whether x has more than a word for a title, and a section
// beside it a long one.
func (x *session) besideLongTitle() bool {
	s := x.title.text()
	if len(strings.Fields(s)) < 2 && utf8.RuneCountInString(s) < 6 {
		return false
	}
	return slices.ContainsFunc(x.parent.children, func(c *section) bool { return longTitle(bare(c.headline().text())) && !logistics(c.headline().text()) })
}

// groups tells whether x only groups talks: sections below it tell who spoke, and
// more of them than it does itself.
func (x *session) groups() bool {
	if len(x.credits) > 0 {
		return x.told >= 2
	}
	return x.told >= 1
}
