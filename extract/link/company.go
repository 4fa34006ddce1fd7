package link

import (
	"slices"
	"strings"
)

// weighCompany counts what tells an employer, sponsor or maker from the software
// of the same name.
func (l *Linker) weighCompany(p *place, s *score) {
	c := &p.context
	rest := strings.TrimLeft(p.text[p.span.end:min(len(p.text), p.span.end+wideReach)], " \u3000)）")
	lead := strings.ToLower(strings.TrimRight(p.text[max(0, p.span.start-wideReach):p.span.start], " "))
	for _, w := range l.words.grammar.StaffBeside {
		if tail, before := strings.CutSuffix(w, "~"); before {
			if strings.HasSuffix(lead, tail) {
				s.add(wStaff, "a company after '%s'", tail)
				return
			}
		} else if strings.HasPrefix(rest, w) {
			s.add(wStaff, "a company before '%s'", w)
			return
		}
	}
	if next, ok := p.next(); ok && slices.Contains(l.words.grammar.Possessives, strings.TrimSpace(p.text[p.span.end:next.start])) {
		s.add(wMaker, "a maker before '%s'", p.text[next.start:next.end])
	}
	switch {
	case c.nAfter > 0 && l.words.grammar.Staff[c.after[0].word]:
		s.add(wStaff, "a company before '%s'", c.after[0].raw)
	case l.isWorkplace(c):
		s.add(wStaff, "a company after '%s'", c.before[1].raw+" "+c.before[0].raw)
	default:
		l.weighMaker(p, s)
	}
}

// isWorkplace tells whether the words before a name make it where people work or
// who did something: "folks from", "teams at", "built by".
func (l *Linker) isWorkplace(c *context) bool {
	if c.nBefore < 2 {
		return false
	}
	if l.isDoer(c) {
		return true
	}
	if c.before[0].parts {
		return false
	}
	word := c.before[1].word
	switch c.before[0].word {
	case "at":
		return !l.words.grammar.LookAt[word]
	case "from":
		return l.words.grammar.Staff[word] || isUpper(c.before[1].raw[0])
	}
	return false
}

// isDoer tells whether a name is in a list of who did something: "founded by Acme,
// Initech and X".
func (l *Linker) isDoer(c *context) bool {
	for i := 0; i+1 < c.nBefore; i++ {
		switch w := c.before[i]; {
		case w.word == "by":
			return l.words.grammar.DoneBy[c.before[i+1].word]
		case w.word != "and" && !isUpper(w.raw[0]):
			return false
		}
	}
	return false
}

// weighMaker counts words of companies near the name, and what only a company
// does: "Sysdig gave", "Sysdig が 寄贈".
func (l *Linker) weighMaker(p *place, s *score) {
	c := &p.context
	if c.nAfter > 0 && !c.after[0].parts && hasAnyPrefix(c.after[0].word, l.words.grammar.UsedAfter) {
		return // "Datadog で", with it, is the software wherever it stands
	}
	for i := range reach {
		switch {
		case i < c.nBefore && l.words.staffNear.has(c.before[i].word):
			s.add(wStaff, "a company near '%s'", c.before[i].raw)
			return
		case i < c.nAfter && l.words.staffNear.has(c.after[i].word):
			s.add(wStaff, "a company near '%s'", c.after[i].raw)
			return
		case i < 3 && i < c.nAfter && l.words.makerVerbs.has(c.after[i].word):
			s.add(wStaff, "a company before '%s'", c.after[i].raw)
			return
		}
	}
	if c.nAfter > 0 && c.after[0].word == "が" {
		if word := wordIn(p.text, p.span.end, sentenceEnd(p.text, p.span.end), &l.words.makerVerbs); word != "" {
			s.add(wStaff, "a company before '%s'", word)
		}
	}
}

// sentenceEnd returns where the sentence at at ends, within wideReach.
func sentenceEnd(t string, at int) int {
	end := min(len(t), at+wideReach)
	for i := at; i < end; {
		r, n := runeAt(t, i)
		if endsSentence(r) {
			return i
		}
		i += n
	}
	return end
}

// next returns the name that follows on the line, if it is near.
func (p *place) next() (span, bool) {
	if p.n+1 >= len(p.spans) || p.spans[p.n+1].start-p.span.end > 8 {
		return span{}, false
	}
	return p.spans[p.n+1], true
}

// speakersFrom returns where in a line "Title - Ann Lee & Bo Ek, Company" or
// "Speakers: Ann Lee (Company)" the people start, or its length. names are the
// spans found in the line.
func (l *Linker) speakersFrom(t string, names []span) int {
	if lead, _, ok := strings.Cut(strings.ReplaceAll(t[:min(len(t), 48)], "：", ":  "), ":"); ok {
		lead = strings.ToLower(strings.TrimSpace(lead))
		if slices.ContainsFunc(l.words.grammar.StaffLead, func(w string) bool { return strings.HasSuffix(lead, w) }) {
			return len(lead)
		}
	}
	for at := len(t); ; {
		at = strings.LastIndexByte(t[:at], ' ')
		if at <= 0 || len(t)-at > widestList {
			return len(t)
		}
		if at+1 < len(t) && strings.IndexByte("-/|b\xE2", t[at+1]) < 0 {
			continue
		}
		for _, dash := range dashes {
			if strings.HasPrefix(t[at:], dash) && l.areSpeakers(t, at+len(dash), names) {
				return at + len(dash)
			}
		}
	}
}

// dashes stand between a title and its speakers.
var dashes = [...]string{" - ", " – ", " — ", " ― ", " / ", " | ", " by "}

// widestList is the longest list of people that is looked for.
const widestList = 240

// listMarks end the first name in a list of people.
const listMarks = ",&;(@，、（＠和"

// isShortEastAsian tells whether word is of two to four characters of Han or
// Hangul, as names of people are.
func isShortEastAsian(word string) bool {
	n := 0
	for _, r := range word {
		if kind := scriptOf(r); kind != han && kind != hangul {
			return false
		}
		n++
	}
	return n >= 2 && n <= 4
}

// areSpeakers tells whether t[from:] lists people: words with capitals, joined
// by commas and "&", of which the first are two or three and no name of a
// project.
func (l *Linker) areSpeakers(t string, from int, names []span) bool {
	tail := t[from:]
	first := tail
	if i := strings.IndexAny(tail, listMarks); i >= 0 {
		first = tail[:i]
	}
	words := strings.Fields(first)
	switch len(words) {
	case 1:
		if len(first) == len(tail) || !isShortEastAsian(words[0]) {
			return false
		}
	case 2, 3, 4:
	default:
		return false
	}
	for _, w := range words {
		if class[w[0]] == alnum && !isUpper(w[0]) || strings.ContainsAny(w, ":!?0123456789") {
			return false
		}
	}
	listed := strings.ContainsAny(tail, listMarks)
	for _, s := range names {
		surf := &l.surfaces[s.surface]
		if s.start < from || s.start >= from+len(first) || len(surf.entries) == 0 {
			continue
		}
		if !listed || surf.sense == nil && s.typo == 0 || s.start == from && s.end == from+len(first) {
			return false
		}
	}
	return listed || len(words) <= 3 && class[tail[0]] == alnum
}

// isEmployer tells whether s stands where an employer does in a list of people:
// behind a comma or in brackets, with nothing else there. "Ann Lee, Istio
// maintainer" has more.
func isEmployer(t string, s span) bool {
	before := strings.TrimRight(t[max(0, s.start-8):s.start], " \u3000")
	after := strings.TrimLeft(t[s.end:min(len(t), s.end+8)], " \u3000")
	if _, ok := cutAnySuffix(before, ",", "，", "、", "(", "（", "@", "＠", "/", "／", "|", "｜"); !ok {
		return false
	}
	for _, end := range []string{",", "，", "、", ")", "）", "&", ";", "；", "/", "|", "和 "} {
		if strings.HasPrefix(after, end) {
			return true
		}
	}
	return after == "" && len(t)-s.end < 8
}

// isPerson tells whether t ends with what names a person and then a bracket:
// "Ann Lee (", "田中さん（", "Ann Lee @".
func (l *Linker) isPerson(t string) bool {
	t, ok := cutAnySuffix(strings.TrimRight(t[max(0, len(t)-wideReach):], " "), "(", "（", "@", "＠")
	if !ok {
		return false
	}
	t = strings.TrimRight(t, " ")
	if _, ok := cutAnySuffix(t, l.words.grammar.Honorifics...); ok {
		return true
	}
	words := strings.Fields(t)
	if len(words) < 2 {
		return false
	}
	for _, w := range words[len(words)-2:] {
		if !isUpper(w[0]) || strings.ContainsAny(w, ".,:;()/0123456789") {
			return false
		}
	}
	return true
}

// cutAnySuffix cuts the first of suffixes that s ends with.
func cutAnySuffix(s string, suffixes ...string) (string, bool) {
	for _, x := range suffixes {
		if rest, ok := strings.CutSuffix(s, x); ok {
			return rest, true
		}
	}
	return s, false
}
