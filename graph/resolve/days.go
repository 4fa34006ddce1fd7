package resolve

import (
	"time"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// span is a stretch of days, counted from any day, the last one included.
type span struct{ first, last int }

// spanOf returns the days that the date from to the date to may mean.
func spanOf(from, to string) (span, bool) {
	first := from + "0001-01-01"[min(len(from), len("0001-01-01")):]
	start, err := time.Parse(time.DateOnly, first)
	if err != nil {
		return span{}, false
	}
	end, err := time.Parse(time.DateOnly, vocab.LastDay(to))
	if err != nil {
		return span{}, false
	}
	const secondsOfDay = 24 * 60 * 60
	return span{int(start.Unix() / secondsOfDay), int(end.Unix() / secondsOfDay)}, true
}

// daysBetween returns the days between the nearest of two lists of spans, 0
// where they meet or one list is empty.
func daysBetween(a, b []span) int {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	least := -1
	for _, s := range a {
		for _, t := range b {
			if d := max(s.first-t.last, t.first-s.last, 0); least < 0 || d < least {
				least = d
			}
		}
	}
	return least
}
