package link

import (
	"strings"
)

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

// owns tells whether word speaks for the project; in a script without spaces,
// whether it holds one that does.
func (s *sense) owns(word string) bool {
	if s.beside[word] {
		return true
	}
	_, found := containsAny(word, s.beyond)
	return found
}

// containsAny returns the first of list that a word outside ASCII holds.
func containsAny(word string, list []string) (string, bool) {
	if class[word[0]] == high {
		for _, w := range list {
			if strings.Contains(word, w) {
				return w, true
			}
		}
	}
	return "", false
}

// looksLikeVersion tells whether a word is a version: "v3", "1.9", not "2".
func looksLikeVersion(word string) bool {
	return isVersion(word) && (word[0] == 'v' || strings.Contains(word, ".")) && word != "v"
}
