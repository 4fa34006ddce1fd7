package extract

import (
	"slices"
	"strings"
)

// monthlyInTitle reads "Cloud Native Hull May 2021: Acme, Initech": a title that
// begins with a name, a month and a year, where the text calls what has the name a
// meetup.
func (d *draft) monthlyInTitle(t passage) (stated, bool) {
	s := t.text()
	ws := wordsOf(s)
	i := slices.IndexFunc(ws, isMonth)
	if i < 2 || i+1 >= len(ws) || !year(ws[i+1].text) || !allCapitalised(ws[:i]) {
		return stated{}, false
	}
	name := s[ws[0].start:ws[i-1].end]
	for _, b := range slices.Concat(d.matter, d.opening()) {
		for _, rest := range strings.Split(b.text(), name+" ")[1:] {
			if next := wordsOf(start(rest, 40)); len(next) > 0 && eventWords.has(next[0].text) {
				return stated{Event: Event{Name: s[ws[0].start:ws[i+1].end], Line: d.src.line(t.from(ws[0].start))}}, true
			}
		}
	}
	return stated{}, false
}

// allCapitalised tells whether ws are words of a name.
func allCapitalised(ws []word) bool {
	return !slices.ContainsFunc(ws, func(w word) bool { return w.class != latinWord || !capitalised(w.text) })
}

// otherEdition tells whether s is the name of the document's event with another month
// or year.
func (d *draft) otherEdition(s string) bool {
	if d.event.Name == "" {
		return false
	}
	name, dated := withoutMonth(s)
	if !dated || len(name) == 0 {
		return false
	}
	own, _ := withoutMonth(d.event.Name)
	return slices.Equal(name, own)
}

// withoutMonth returns the words of s in lower case but for months and years, and
// whether there are such.
func withoutMonth(s string) (words []string, dated bool) {
	for _, w := range wordsOf(start(s, maxEventText)) {
		if isMonth(w) || year(w.text) {
			dated = true
			continue
		}
		words = append(words, lowerCase(w.text))
	}
	return words, dated
}
