package extract

import (
	"strings"
	"unicode/utf8"
)

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

// namedBehind takes who gives the talk from entries of a list that show slides or a video
// and end in names, "Title, A & B" or "Title: A, Company", where two or more do, and half
// of those that show something and say nothing else of who.
func (d *draft) namedBehind(list []*entry) {
	type found struct {
		e *entry
		namedTitle
	}
	var of []found
	open := 0
	for _, e := range list {
		if e.line || len(e.credits) > 0 || e.slides.url == "" && e.video.url == "" {
			continue
		}
		open++
		for _, sign := range [...]string{": ", "：", ", "} {
			if n, ok := d.namesBehind(e.title, sign); ok {
				of = append(of, found{e, n})
				break
			}
		}
	}
	if len(of) < 2 || 2*len(of) < open {
		return
	}
	for _, f := range of {
		f.e.billing = billing{title: f.title, people: f.by, by: span{f.at.lo, f.at.hi}}
		f.e.credits = append(f.e.credits, credit{people: f.by, at: f.at})
	}
}

// nicksBelow takes who gives the talk from the item below each entry of a list, where
// that is a nick and nothing else for two entries or more.
func nicksBelow(list []*entry) {
	var of []*entry
	for _, e := range list {
		if len(e.children) > 0 && len(e.credits) == 0 && nick(e.children[0].own[0].text()) {
			of = append(of, e)
		}
	}
	if len(of) < 2 {
		return
	}
	for _, e := range of {
		for _, c := range e.children {
			if l := c.own[0]; nick(l.text()) {
				name := Optional(strings.TrimSpace(l.text()))
				e.credits = append(e.credits, credit{people: people{list: []Speaker{{Name: name, Handle: name}}, sure: true}, at: l})
			}
		}
	}
}

// venued takes where a talk was given from entries of a list most of which are a link to
// it, and the month: "[Event - Title](…), May 2021". With a title and an event each of
// them announces a talk.
func venued(list []*entry) {
	var of []*entry
	var events []string
	var titles []passage
	for _, e := range list {
		if event, title, ok := e.venue(); ok {
			of, events, titles = append(of, e), append(events, event), append(titles, title)
		}
	}
	if len(of) < 3 || 2*len(of) <= len(list) {
		return
	}
	for i, e := range of {
		e.billing = billing{title: titles[i]}
		e.event, e.titled, e.credits = events[i], true, nil
	}
}

// venue parts the link that e is, but for a date behind it, into an event and a title.
func (e *entry) venue() (event string, title passage, ok bool) {
	p := e.own[0]
	links := p.links()
	if len(links) != 1 || links[0].start != 0 || !monthOnly(strings.Trim(p.text()[links[0].end:], " ,.()")) {
		return "", passage{}, false
	}
	text := p.sub(0, links[0].end)
	i := strings.Index(text.text(), " - ")
	if i <= 0 || i > 60 {
		return "", passage{}, false
	}
	event, title = strings.TrimSpace(text.text()[:i]), text.sub(i+len(" - "), links[0].end).trim("")
	if personLike(event) == likely || logistics(event) || !longTitle(title.text()) {
		return "", passage{}, false
	}
	return event, title, true
}

// nick tells whether s is one word in small letters, as people call themselves.
func nick(s string) bool {
	return account(s) && strings.ToLower(s) == s
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
