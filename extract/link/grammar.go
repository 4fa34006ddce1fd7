package link

import (
	"slices"
	"strings"
	"unicode/utf8"
)

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
	l.weighPart(p, before, after, small, s)
	if l.goesOn(p, after) {
		s.add(wPartOfName, "a name that goes on with '%s'", after.raw)
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
	switch gloss, behind := p.glossBehind(); {
	case small && p.isGloss():
		s.add(wGloss, "a gloss", "")
	case gloss == "":
	case hasAnyPrefix(behind, l.words.grammar.Honorifics):
		s.add(wStaff, "a person's name", "")
	case small && isWordIn(gloss):
		s.add(wGlossed, "the word that '%s' explains", gloss)
	}
	if c.nBefore == 0 && c.nAfter == 0 {
		s.add(wAlone, "stands alone", "")
	}
	if !p.isAsian() && !small && c.nBefore > 1 && l.mayBeForename(p, before) {
		s.add(wSurname, "after the name '%s'", before.raw)
	}
}

// goesOn tells whether the name is only the beginning of another, or the middle: a
// word with a capital stands right behind it in a sentence, and it is no word of the
// trade, of the project's own or a name: "the Storm Center".
func (l *Linker) goesOn(p *place, after token) bool {
	end := p.span.end
	if after.raw == "" || p.kind != Paragraph || end+1 >= len(p.text) || p.text[end] != ' ' || !isUpper(p.text[end+1]) || len(after.raw) < 3 || strings.ToUpper(after.raw) == after.raw {
		return false
	}
	grammar, sense := &l.words.grammar, p.surface.sense
	if grammar.Technical[after.word] || grammar.Function[after.word] || grammar.Roles[after.word] || sense.beside.has(after.word) || isTitleCased(p.text, p.span.start, p.span.end) {
		return false
	}
	return p.n+1 >= len(p.spans) || p.spans[p.n+1].start != end+1
}

// weighPart counts what part of speech the words before and after make of it.
func (l *Linker) weighPart(p *place, before, after token, small bool, s *score) {
	grammar, sense := &l.words.grammar, p.surface.sense
	switch {
	case sense.verb && grammar.AfterVerb[after.word]:
		s.add(wVerb, "a verb before '%s'", after.raw)
	case sense.verb && grammar.BeforeVerb[before.word] && !l.isIntroduced(&p.context):
		s.add(wVerb, "a verb after '%s'", before.raw)
	case small && hasAnyPrefix(after.word, grammar.VerbEndings):
		s.add(wVerb, "a verb before '%s'", after.raw)
	case grammar.Determiners[before.word] && !grammar.Technical[after.word]:
		s.add(articleWeight(small, after.word != "" && !grammar.Function[after.word]), "after '%s'", before.raw)
	case small && grammar.BeforeNoun[before.word] && (after.word == "" || grammar.Function[after.word]) && contains(p.surface.forms, p.text[p.span.start:p.span.end]):
		s.add(wBareSmall, "a noun after '%s'", before.raw)
	case grammar.BeforeName[before.word]:
		s.add(wBare, "a name after '%s'", before.raw)
	}
}

// isGloss tells whether the name stands in brackets behind East Asian text that
// it explains: "舞台裏（backstage）".
func (p *place) isGloss() bool {
	before, ok := cutAnySuffix(p.text[:p.span.start], "(", "（")
	if !ok || before == "" {
		return false
	}
	rest := p.text[p.span.end:]
	last, _ := utf8.DecodeLastRuneInString(before)
	return scriptOf(last) != latin && (strings.HasPrefix(rest, ")") || strings.HasPrefix(rest, "）"))
}

// glossBehind returns what stands in brackets right behind the name, and what follows
// these: "helm（舵）". It is "" where there is none.
func (p *place) glossBehind() (gloss, behind string) {
	rest := p.text[p.span.end:]
	for _, q := range [...][2]string{{"（", "）"}, {"(", ")"}} {
		inner, ok := strings.CutPrefix(rest, q[0])
		if !ok {
			continue
		}
		if end := strings.Index(inner, q[1]); end > 0 && end <= maxGloss {
			return inner[:end], inner[end+len(q[1]):]
		}
	}
	return "", ""
}

// maxGloss is how many bytes a gloss in brackets has.
const maxGloss = 24

// isWordIn tells whether s is an East Asian word or two and no reading of a foreign one:
// 舵, はんだ付けの, but not アルゴ.
func isWordIn(s string) bool {
	native := false
	for _, r := range s {
		switch scriptOf(r) {
		case latin:
			return false
		case katakana:
		default:
			native = true
		}
	}
	return native
}

// mayBeForename tells whether the word before the name may be a person's, so that
// the name is: a capital inside a sentence that no project or maker bears.
func (l *Linker) mayBeForename(p *place, before token) bool {
	if before.raw == "" || !isUpper(before.raw[0]) || l.words.grammar.Technical[before.word] || l.words.grammar.Makers[before.word] {
		return false
	}
	if p.n > 0 && p.spans[p.n-1].end+1 == p.span.start {
		return false
	}
	return !isTitleCased(p.text, p.span.start, p.span.end)
}

// isIntroduced tells whether the "to" before the name belongs to a noun or verb
// that takes one: "introduction to", "migrate to".
func (l *Linker) isIntroduced(c *context) bool {
	return c.before[0].word == "to" && c.nBefore > 1 && l.words.grammar.Introducers[c.before[1].word]
}

func hasAnyPrefix(s string, prefixes []string) bool {
	return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(s, p) })
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
		rest := strings.TrimLeft(p.text[p.span.end:min(len(p.text), p.span.end+4)], " ")
		return strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "：") || strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, "– ")
	}
	before := strings.TrimRight(p.text[max(0, p.span.start-8):p.span.start], " ")
	_, ok := cutAnySuffix(before, ":", "：")
	return ok && (p.context.nAfter == 0 || p.context.after[0].parts)
}

// hasRole tells whether the word behind names the project's people.
func (p *place) hasRole(l *Linker) bool {
	c := &p.context
	return !p.surface.sense.company && c.nAfter > 0 && !c.after[0].parts && l.words.grammar.Roles[c.after[0].word]
}
