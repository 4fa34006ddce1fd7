package eval

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// scoreDistractors counts the distractors, once for each line, and those that a
// project's mention takes. One beside a real mention of the same text is passed
// over: lines do not tell the two apart.
func (s *scorer) scoreDistractors() {
	taken := map[int][]string{} // normal texts of the mentions found, by line
	for _, p := range s.doc.Projects {
		for _, m := range p.Mentions {
			taken[m.Line] = append(taken[m.Line], normal(m.Text))
		}
	}
	meant := map[int][]string{} // normal forms of the projects of gold, by line
	for _, p := range s.gold.Projects {
		for _, line := range p.lines() {
			for _, form := range p.Surface {
				meant[line] = append(meant[line], normal(form))
			}
		}
	}
	for _, d := range s.gold.Distractors {
		text := normal(d.Surface)
		within := func(name string) bool {
			return name == text || utf8.RuneCountInString(name) > 2 && strings.Contains(text, name)
		}
		for _, line := range d.lines() {
			if slices.ContainsFunc(meant[line], within) {
				continue
			}
			s.Distractors.Of++
			if slices.ContainsFunc(taken[line], within) {
				s.Distractors.Taken = append(s.Distractors.Taken, s.finding(line, d.Surface, d.Why))
			}
		}
	}
}
