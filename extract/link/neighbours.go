package link

import (
	"strings"
)

// weighNeighbours counts the words beside the name: the two best of its own, or
// one of the trade, and those against it.
func (l *Linker) weighNeighbours(p *place, s *score) {
	c := &p.context
	l.weighAgainst(p, s)
	if l.weighOwn(p, s) {
		return
	}
	for i := 0; p.isAsian() && i < c.nAfter && i < 3; i++ {
		if w, ok := containsAny(c.after[i].word, l.words.grammar.Used); ok {
			s.add(wUsed, "'%s' behind it", w)
			break
		}
	}
	switch {
	case p.span.edge == version || c.nAfter > 0 && !c.after[0].parts && looksLikeVersion(c.after[0].word):
		s.add(wVersion, "a version behind it", "")
	case c.nAfter > 0 && !c.after[0].parts && l.words.grammar.Technical[c.after[0].word]:
		s.add(wTechnical, "'%s' beside it", c.after[0].raw)
	case c.nBefore > 0 && !c.before[0].parts && l.words.grammar.TechnicalBefore[c.before[0].word]:
		s.add(wTechnical/2, "'%s' before it", c.before[0].raw)
	}
}

// weighAgainst counts words near the name that speak against it. In East Asian
// text a Latin word with a capital is a name all the same, the more if what speaks
// against it is its translation in brackets: "Helm（舵）".
func (l *Linker) weighAgainst(p *place, s *score) {
	c, against := &p.context, &p.surface.sense.against
	weight := wAgainst
	if p.isAsian() && isUpper(p.text[p.span.start]) {
		weight = wPlayOn
	}
	rest := p.text[p.span.end:]
	glossed := strings.HasPrefix(rest, "(") || strings.HasPrefix(rest, "（")
	for i := range reach {
		switch {
		case i < c.nAfter && !glossed && against.has(c.after[i].word):
			s.add(weight, "'%s' beside it", c.after[i].raw)
		case i < c.nBefore && against.has(c.before[i].word):
			s.add(weight, "'%s' beside it", c.before[i].raw)
		}
	}
}

// weighOwn counts the words of the project's own near the name, and tells whether
// there are any; where there are none, one on its line.
func (l *Linker) weighOwn(p *place, s *score) bool {
	c, beside, own := &p.context, &p.surface.sense.beside, 0
	for i := 0; i < reach && own < 2; i++ {
		weight := wNear
		if i == 0 {
			weight = wNext
		}
		if own > 0 {
			weight /= 2
		}
		switch {
		case i < c.nAfter && beside.has(c.after[i].word):
			s.add(weight, "'%s' beside it", c.after[i].raw)
			own++
		case i < c.nBefore && beside.has(c.before[i].word):
			s.add(weight, "'%s' beside it", c.before[i].raw)
			own++
		}
	}
	if own > 0 || len(beside.words) == 0 {
		return own > 0
	}
	if word := wordAround(p.text, p.span, beside); word != "" {
		s.add(wAround, "'%s' near it", word)
	}
	return false
}

// wordAround returns a word of set that stands within wideReach of s.
func wordAround(t string, s span, set *vicinity) string {
	if word := wordIn(t, max(0, s.start-wideReach), s.start, set); word != "" {
		return word
	}
	return wordIn(t, s.end, min(len(t), s.end+wideReach), set)
}

// wordIn returns the first word of set that starts in t[from:to].
func wordIn(t string, from, to int, set *vicinity) string {
	for i := from; i < to; {
		r, n := runeAt(t, i)
		if !isWordRune(r) {
			i += n
			continue
		}
		n = runLength(t[i:])
		if c := lower[t[i]]; class[c] == high && len(set.beyond) > 0 || set.first[c] {
			if word := t[i : i+n]; set.hasAnyCase(word) {
				return lowerWord(word)
			}
		}
		i += n
	}
	return ""
}

// looksLikeVersion tells whether a word is a version: "v3", "1.9", not "2".
func looksLikeVersion(word string) bool {
	return isVersion(word) && (word[0] == 'v' || strings.Contains(word, ".")) && word != "v"
}
