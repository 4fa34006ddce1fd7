package extract

import (
	"slices"
	"strings"
)

// ledByWords begin sentences that say who gives the talk.
var ledByWords = []string{"Presented by ", "Led by ", "Given by ", "Talk by ", "A talk by ", "Session by ", "Keynote by ", "Workshop by "}

// ledBy reads a sentence that begins with "Presented by A of Company".
func ledBy(l passage) (credit, bool) {
	s := l.text()
	for _, w := range ledByWords {
		if !strings.HasPrefix(s, w) {
			continue
		}
		c, ok := nameBeginning(l, len(w), len(w)+sentenceEnd(s[len(w):]))
		c.labelled = true
		return c, ok
	}
	return credit{}, false
}

// givenByWords stand in sentences, in lower case, before who gave the talk.
var givenByWords = []string{"session by ", "talk by ", "keynote by ", "presentation by ", "workshop by ", "demo by ", "presented by ", "given by ", "delivered by ", "led by ", "was by "}

// otherTalks stand before those words where they are on another talk than that of
// the section.
var otherTalks = []string{"another", "other", "previous", "earlier", "last", "next", "previous year's", "similar", "related", "older", "2nd", "second"}

// givenBy reads a sentence that says somewhere that it is on "this great session by A
// from Company".
func givenBy(l passage) (credit, bool) {
	if l.signs(givenSign) == 0 {
		return credit{}, false
	}
	s := l.text()
	lower := strings.ToLower(s)
	if len(lower) != len(s) {
		return credit{}, false
	}
	for _, w := range givenByWords {
		i := strings.Index(lower, w)
		if i < 0 || w == "was by " && !anyOf(lower[sentenceStart(lower[:i]):i], talkWords) {
			continue
		}
		if before := strings.Fields(lower[:i]); len(before) > 0 && slices.Contains(otherTalks, before[len(before)-1]) {
			continue
		}
		at := i + len(w)
		if c, ok := nameBeginning(l, at, at+sentenceEnd(s[at:])); ok {
			return c, true
		}
	}
	return credit{}, false
}

// oneLikely tells whether one of list has a name that looks like a full name, and the
// others have names that may be.
func oneLikely(list []Speaker) bool {
	found := false
	for _, s := range list {
		like := personLike(string(s.Name))
		if like == unlike {
			return false
		}
		found = found || like == likely
	}
	return found
}

// toldVerbs are what a report says that speakers do.
var toldVerbs = newWordSet(`gave gives presented presents talked talks spoke speaks showed shows shared shares explained explains discussed discusses walked walks described describes
	introduced introduces demonstrated demonstrates demoed covered covers outlined outlines delivered delivers told tells took takes led leads opened opens kicked treated argued argues
	runs ran dove dived dives went gets got compared compares highlighted highlights reminded explored explores detailed laid made provided provides hosted hosts
	give present talk show share explain discuss describe introduce demonstrate demonstrates cover outline deliver tell explore highlight provide dive deep`)

// openings stand before the subject of a sentence on the talk of the section.
var openings = []string{"In this talk, ", "In this session, ", "In this keynote, ", "In this presentation, ", "In the talk, ", "In the session, ", "During this talk, ", "During this session, ", "Here, ", "Here "}

// teller reads a sentence whose subject gives the talk: "A from Company showed how …".
func (d *draft) teller(l passage) (credit, bool) {
	s := l.text()
	at := 0
	for _, w := range openings {
		if strings.HasPrefix(s, w) {
			at = len(w)
			break
		}
	}
	end := min(at+sentenceEnd(s[at:]), at+maxSpeakers)
	for i := at; i < end; {
		n := strings.IndexByte(s[i:end], ' ')
		if n < 0 {
			break
		}
		i += n + 1
		word := s[i:]
		if n := strings.IndexAny(word, " ,"); n > 0 {
			word = word[:n]
		}
		if !toldVerbs.holds(word) {
			continue
		}
		name := l.sub(at, i-1).trim(",")
		by, ok := speakersIn(name, false)
		if !ok {
			by, ok = speakersIn(name, true) // "Ann and Bob Lee"
			ok = ok && len(by.list) > 1
		}
		if ok && oneLikely(by.list) && capitalised(name.text()) {
			return credit{people: by, at: name}, true
		}
		if c, ok := d.nameEnding(l, at, i-1); ok {
			return c, true // "Project maintainers A & B"
		}
		break
	}
	return linkedTeller(l)
}

// linkedTeller reads a sentence whose subject, who gives the talk, links to their
// profile: "It was well attended. [A](…) showed how …".
func linkedTeller(l passage) (credit, bool) {
	s := l.text()
	for _, a := range l.links() {
		if targetOf(absoluteScheme(a.url)).kind != profileTarget || sentenceStart(s[:a.start]) != a.start {
			continue
		}
		verb, _, _ := strings.Cut(strings.TrimLeft(s[a.end:], " "), " ")
		name := l.sub(a.start, a.end)
		if by, ok := speakersIn(name, false); ok && toldVerbs.holds(verb) && allLikely(by.list) {
			return credit{people: by, at: name}, true
		}
	}
	return credit{}, false
}
