package extract

import (
	"slices"
	"strings"
)

// among tells whether x, which nothing but its place tells to be a talk, stands where
// talks do: up, the section that it is in, holds others, is a programme, or is nothing.
func (d *draft) among(x, up *session) bool {
	if s := x.title.text(); strings.ToLower(s) == s && len(strings.Fields(s)) <= 3 && !has(s, cjk) {
		return false // "service mesh": what the notes are on
	}
	return up == nil || up.tells || d.programme(x.parent) || x.filmed() || x.promised() || x.noted()
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
		var named []namedTitle
		talkable := 0
		for _, x := range order {
			if !x.talkable {
				continue
			}
			talkable++
			if len(x.people.list) > 0 {
				continue
			}
			if n, ok := d.namesBefore(x.title, sep); ok {
				of, named = append(of, x), append(named, n)
			}
		}
		if len(of) < 3 || 2*len(of) < talkable {
			continue
		}
		for k, x := range of {
			x.giveIn(named[k])
		}
	}
}

// giveIn says that the heading of x is a title with names.
func (x *session) giveIn(n namedTitle) {
	x.people, x.by, x.title = n.by, span{n.at.lo, n.at.hi}, n.title
	x.credits = append(x.credits, credit{people: n.by, at: n.at})
}

// suffixed takes who gives the talk from headings that end in names behind a comma,
// "Title, A & B", where two or more do, and half of those that may be titles: alone,
// a comma parts anything.
func (d *draft) suffixed(order []*session) {
	type found struct {
		x *session
		namedTitle
	}
	var of []found
	talkable, given := 0, 0
	for _, x := range order {
		if !x.talkable || len(x.people.list) > 0 {
			continue
		}
		talkable++
		if n, ok := d.namesBehind(x.title, ", "); ok {
			of = append(of, found{x, n})
			if givenName(string(n.by.list[0].Name)) {
				given++
			}
		}
	}
	if len(of) < 2 || 2*len(of) < talkable || 2*given < len(of) {
		return
	}
	for _, f := range of {
		f.x.giveIn(f.namedTitle)
	}
}

// namedTitle is a title with who gives the talk, and where it says so.
type namedTitle struct {
	title, at passage
	by        people
}

// namesBehind reads "Title, A & B": the people behind the first of the signs that parts
// them from what may be a title.
func (d *draft) namesBehind(p passage, sign string) (namedTitle, bool) {
	s := p.text()
	if len(s) > 4*maxSpeakers {
		return namedTitle{}, false
	}
	for i := 1; i < len(s); i++ {
		if !strings.HasPrefix(s[i:], sign) || !titleLike(s[:i]) || personLike(s[:i]) == likely {
			continue
		}
		at := p.sub(i+len(sign), len(s))
		if by, ok := d.likelyPeople(at); ok {
			return namedTitle{p.sub(0, i).trim(""), at, by}, true
		}
	}
	return namedTitle{}, false
}

// namesBefore reads "A & B: Title", where the first of the signs parts the people from
// what may be a title.
func (d *draft) namesBefore(p passage, sign string) (namedTitle, bool) {
	s := p.text()
	i := strings.Index(s, sign)
	if i <= 0 || !titleLike(s[i+len(sign):]) {
		return namedTitle{}, false
	}
	at := p.sub(0, i).trim("")
	by, ok := d.likelyPeople(at)
	return namedTitle{p.sub(i+len(sign), len(s)).trim(""), at, by}, ok
}

// likelyPeople returns the people that p lists, all of whom have names that look like
// some and are those of no projects.
func (d *draft) likelyPeople(p passage) (people, bool) {
	by, ok := speakersIn(p, false)
	return by, ok && allLikely(by.list) && !d.anyKnown(by.list)
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
		if told+len(of) < 3 || told < 2 && sep == " by " && (told == 0 || len(of) < 3) {
			continue
		}
		for _, x := range of {
			s, nick := x.title.text(), x.nick(sep)
			by := people{list: []Speaker{{Name: Optional(nick), Handle: Optional(nick)}}, sure: true}
			x.giveIn(namedTitle{x.title.sub(0, len(s)-len(nick)-len(sep)).trim(" -–—"), x.title.sub(len(s)-len(nick), len(s)), by})
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
