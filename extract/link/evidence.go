package link

import (
	"math"
	"strings"
)

// Weights of evidence, in log odds. They were set on KubeCon session titles and
// on the sentences of testdata, and checked on annotated event reports.
const (
	wForm        = 2.5  // written with the inner capitals of the project
	wCapital     = 2.0  // a capital inside a sentence
	wCapitalCJK  = 1.5  // a capitalised Latin word in East Asian text
	wHeadline    = 0.3  // a capital where every word has one
	wLower       = -2.5 // in lower case where the project has a capital
	wLowerCJK    = -0.6
	wLowerWords  = -3.0 // a phrase in lower case
	wOddCase     = -0.7 // neither as the project writes it nor in lower case
	wNext        = 4.0  // a word of the project's own beside it
	wNear        = 2.5  // such a word near it
	wTechnical   = 2.2  // a technical noun beside it
	wVersion     = 2.5  // a version behind it
	wPhrase      = -7.0 // a phrase in which it is the word
	wVerb        = -4.0 // used as a verb
	wArticle     = -4.0 // "the harbor of"
	wAttribute   = -2.0 // "the harbor project"
	wTheName     = -2.5 // "the Harbor of"
	wTheNames    = -0.5 // "the Harbor way"
	wBare        = 1.5  // "with Harbor"
	wColon       = 1.5  // before or after a colon
	wPlural      = -4.0
	wListed      = 3.0 // in a list with a project
	wAlone       = 1.2 // all that stands there
	wParticle    = 0.8 // a Japanese or Korean particle behind it
	wCoMention   = 1.0 // another project in the segment
	wTopic       = 0.7 // the document is about projects
	wSameSection = 2.5 // the project is named beyond doubt in the section
	wSame        = 2.0 // … in the document
	wProbable    = 1.2 // … in the document, though not beyond doubt
	wTag         = 1.5
	wStaff       = -6.0 // where people and their employers stand
	wSurname     = -1.2
)

// score sums the evidence on one span.
type score struct {
	sum      float64
	pro, con reason // the heaviest on either side
}

// reason is a piece of evidence in words, put together only when it is asked for.
type reason struct {
	weight float64
	form   string // with %s for the word
	word   string
}

func (r reason) String() string { return strings.ReplaceAll(r.form, "%s", r.word) }

// add counts weight for the reason form; "%s" in it stands for word.
func (s *score) add(weight float64, form, word string) {
	s.sum += weight
	switch {
	case weight > s.pro.weight:
		s.pro = reason{weight, form, word}
	case weight < s.con.weight:
		s.con = reason{weight, form, word}
	}
}

// confidence turns log odds into a probability.
func confidence(logOdds float64) float64 {
	return math.Round(100/(1+math.Exp(-logOdds))) / 100
}

// line is the folded text of a segment with what is looked up in it at most once.
type line struct {
	linker   *Linker
	text     string
	kind     Kind
	spans    []span
	asked    bool // the next two are set
	speakers int  // where the people of the line start
	asian    bool // it has letters of an East Asian script
}

func (p *line) ask() {
	if !p.asked {
		p.asked, p.speakers, p.asian = true, p.linker.speakersFrom(p.text, p.spans), isEastAsian(p.text)
	}
}

// isStaff tells whether people and their employers stand at the offset at.
func (p *line) isStaff(at int) bool {
	p.ask()
	return p.kind == SpeakerLine || at >= p.speakers || isPerson(p.text[:at])
}

// isAsian tells whether the line is in an East Asian script.
func (p *line) isAsian() bool {
	p.ask()
	return p.asian
}

// place is an ambiguous span with what is needed to weigh it.
type place struct {
	*line
	span    span
	surface *surface
	context context
}

// weigh returns the evidence on an ambiguous span that its own segment holds.
func (l *Linker) weigh(p *place) score {
	sense := p.surface.sense
	s := score{sum: sense.prior}
	for _, phrase := range sense.not {
		if phrase.fits(&p.context) {
			s.add(wPhrase, "in the phrase '%s'", phrase.text)
		}
	}
	if !p.hasRole(l) && p.isStaff(p.span.start) && sense.prior < priors["sure"] {
		s.add(wStaff, "where people and their employers stand", "")
		return s
	}
	if p.kind == Tag {
		s.add(wTag, "a tag", "")
	}
	l.weighForm(p, &s)
	l.weighNeighbours(p, &s)
	if sense.company {
		l.weighCompany(p, &s)
		return s
	}
	l.weighGrammar(p, &s)
	return s
}

// weighForm counts the letter case.
func (l *Linker) weighForm(p *place, s *score) {
	got := p.text[p.span.start:p.span.end]
	if class[got[0]] == high {
		return
	}
	brand := p.surface.forms[0]
	exact := contains(p.surface.forms, got)
	capital, small := isUpper(got[0]), strings.ToLower(got) == got
	inner := strings.ToLower(brand[1:]) != brand[1:] && !strings.ContainsAny(brand, " -")
	switch {
	case exact && inner && strings.ToUpper(p.text) != p.text:
		s.add(wForm, "written as the project writes it", "")
	case exact && capital && p.isAsian():
		s.add(wCapitalCJK, "a capital", "")
	case exact && capital && (p.kind == Heading || p.kind == Title || p.kind == LinkText || !p.context.first) && isTitleCased(p.text, p.span.start, p.span.end):
		s.add(wHeadline, "a capital in a headline", "")
	case exact && capital && !p.context.first:
		s.add(wCapital, "a capital inside a sentence", "")
	case exact:
	case small && p.surface.sense.words && strings.Contains(got, " "):
		s.add(wLowerWords, "in lower case", "")
	case small && p.isAsian() && !p.surface.sense.exact:
		s.add(wLowerCJK, "in lower case", "")
	case small:
		s.add(wLower, "in lower case", "")
	default:
		s.add(wOddCase, "not in the project's letter case", "")
	}
}

// weighNeighbours counts the words beside the name: the two best of its own, or
// one of the trade.
func (l *Linker) weighNeighbours(p *place, s *score) {
	c, own := &p.context, 0
	for i := 0; i < reach && own < 2; i++ {
		weight := wNear
		if i == 0 {
			weight = wNext
		}
		if own > 0 {
			weight /= 2
		}
		switch {
		case i < c.nAfter && p.surface.sense.owns(c.after[i].word):
			s.add(weight, "'%s' beside it", c.after[i].raw)
			own++
		case i < c.nBefore && p.surface.sense.owns(c.before[i].word):
			s.add(weight, "'%s' beside it", c.before[i].raw)
			own++
		}
	}
	if own > 0 {
		return
	}
	switch {
	case p.span.edge == version || c.nAfter > 0 && !c.after[0].parts && looksLikeVersion(c.after[0].word):
		s.add(wVersion, "a version behind it", "")
	case c.nAfter > 0 && !c.after[0].parts && l.words.near[c.after[0].word]:
		s.add(wTechnical, "'%s' beside it", c.after[0].raw)
	case c.nBefore > 0 && !c.before[0].parts && l.words.nearBefore[c.before[0].word]:
		s.add(wTechnical/2, "'%s' before it", c.before[0].raw)
	}
}

// owns tells whether word speaks for the project; in a script without spaces,
// whether it holds one that does.
func (s *sense) owns(word string) bool {
	if s.beside[word] {
		return true
	}
	if class[word[0]] == high {
		for _, w := range s.beyond {
			if strings.Contains(word, w) {
				return true
			}
		}
	}
	return false
}

// looksLikeVersion tells whether a word is a version: "v3", "1.9", not "2".
func looksLikeVersion(word string) bool {
	return isVersion(word) && (word[0] == 'v' || strings.Contains(word, ".")) && word != "v"
}

// weighGrammar counts what the sentence makes of the word.
func (l *Linker) weighGrammar(p *place, s *score) {
	c := &p.context
	before, after := token{}, token{}
	if c.nBefore > 0 && !c.before[0].parts {
		before = c.before[0]
	}
	if c.nAfter > 0 && !c.after[0].parts {
		after = c.after[0]
	}
	got := p.text[p.span.start:p.span.end]
	small := strings.ToLower(got) == got
	switch {
	case p.surface.sense.verb && l.words.verbAfter[after.word]:
		s.add(wVerb, "a verb before '%s'", after.raw)
	case p.surface.sense.verb && l.words.verbBefore[before.word] && !(before.word == "to" && c.nBefore > 1 && l.words.introducers[c.before[1].word]):
		s.add(wVerb, "a verb after '%s'", before.raw)
	case small && (strings.HasPrefix(after.word, "する") || strings.HasPrefix(after.word, "し") || strings.HasPrefix(after.word, "され") || strings.HasPrefix(after.word, "하")):
		s.add(wVerb, "a verb", "")
	case l.words.determiners[before.word] && !l.words.near[after.word]:
		s.add(articleWeight(small, after.word != "" && !l.words.function[after.word]), "after '%s'", before.raw)
	case l.words.beforeName[before.word]:
		s.add(wBare, "a name after '%s'", before.raw)
	}
	if p.span.edge == plural {
		s.add(wPlural, "a plural", "")
	}
	if !small && c.nBefore+c.nAfter > 0 && p.besideColon() {
		s.add(wColon, "beside a colon", "")
	}
	if p.isAsian() && after.word != "" && class[after.word[0]] == high && scriptOf([]rune(after.word)[0]) != katakana {
		s.add(wParticle, "a particle behind it", "")
	}
	if c.nBefore == 0 && c.nAfter == 0 {
		s.add(wAlone, "stands alone", "")
	}
	if !p.isAsian() && before.raw != "" && isUpper(before.raw[0]) && !small && !l.words.near[before.word] && !l.words.vendors[before.word] && c.nBefore > 1 && !isTitleCased(p.text, p.span.start, p.span.end) {
		s.add(wSurname, "after the name '%s'", before.raw)
	}
}

// articleWeight returns what a determiner before the word weighs.
func articleWeight(small, attribute bool) float64 {
	switch {
	case small && attribute:
		return wAttribute
	case small:
		return wArticle
	case attribute:
		return wTheNames
	}
	return wTheName
}

// besideColon tells whether the name opens the sentence before a colon or closes
// it behind one, as a title does with its subject.
func (p *place) besideColon() bool {
	if p.context.nBefore == 0 {
		rest := strings.TrimLeft(p.text[p.span.end:], " ")
		return strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "：") || strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, "– ")
	}
	before := strings.TrimRight(p.text[:p.span.start], " ")
	_, ok := cutAnySuffix(before, ":", "：")
	return ok && (p.context.nAfter == 0 || p.context.after[0].parts)
}

// hasRole tells whether the word behind names the project's people.
func (p *place) hasRole(l *Linker) bool {
	c := &p.context
	return !p.surface.sense.company && c.nAfter > 0 && !c.after[0].parts && l.words.roles[c.after[0].word]
}
