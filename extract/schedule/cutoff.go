package schedule

import (
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/extract/record"
)

// cutOff returns list without the dots of one that a schedule cut off for its
// length, "A, Red Hat & B, Red Ha...", and whether it was.
func cutOff(list string) (rest string, cut bool) {
	rest = strings.TrimRight(list, " ")
	for _, dots := range []string{"...", "…"} {
		if short, ok := strings.CutSuffix(rest, dots); ok {
			return strings.TrimRight(short, " ,;&."), true
		}
	}
	return list, false
}

// completed returns the people of a list that was cut off in the last word, that is
// the last one's company or, without one, name: the only one of the file that begins
// so, or what is said in full; else nothing of it.
func (s *Splitter) completed(people []record.Speaker) []record.Speaker {
	if len(people) == 0 {
		return people
	}
	last := &people[len(people)-1]
	if last.Organization != "" {
		last.Organization = whole(last.Organization, s.companies)
	} else if last.Name = whole(last.Name, s.people); last.Name == "" {
		return people[:len(people)-1]
	}
	return people
}

// whole returns the name that s is or begins: where several begin so, the one that
// they all begin with, "Red Hat" for "Red Hat" and "Red Hat Labs"; "" for none. One word
// begins only what the file names twice.
func whole(s string, names map[string]int) string {
	least := 1
	if strings.Contains(s, " ") {
		least = 0
	}
	if names[s] > least {
		return s
	}
	var begun []string
	for name, n := range names {
		if name != s && n > least && strings.HasPrefix(name, s) {
			begun = append(begun, name)
		}
	}
	slices.Sort(begun)
	if len(begun) == 0 || strings.HasPrefix(begun[0], s+" ") || !strings.HasPrefix(begun[len(begun)-1], begun[0]) {
		return ""
	}
	return begun[0]
}

// isInitial tells whether the company is a letter that the file names once: the rest
// is cut off.
func (s *Splitter) isInitial(company string) bool {
	return len(company) == 1 && s.companies[company] < 2
}
