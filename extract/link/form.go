package link

import (
	"strings"
)

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
	case exact && p.surface.sense.proper:
	case exact && inner && !isShouted(p.text, p.span):
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

// isShouted tells whether all letters around the span are capitals.
func isShouted(t string, s span) bool {
	near := around(t, s.start, s.end)
	return strings.ToUpper(near) == near
}
