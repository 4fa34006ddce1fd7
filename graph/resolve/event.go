package resolve

import (
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// event is what is said of an event, or of a series of events, under all its ids.
type event struct {
	series  bool // a series and no event
	names   []occasion
	starts  []string // dates, sorted
	ends    []string // dates, sorted
	places  []string // words, sorted
	parents []num    // sorted
}

func (e *event) join(o *event) {
	e.series = e.series && o.series
	e.names = appendNew(e.names, occasion.says, o.names...)
	e.starts = union(e.starts, o.starts)
	e.ends = union(e.ends, o.ends)
	e.places = union(e.places, o.places)
	e.parents = union(e.parents, o.parents)
}

// spans returns the days on which the event took place.
func (e *event) spans() []span {
	if len(e.starts) == 0 {
		return nil
	}
	last := e.starts[len(e.starts)-1]
	if len(e.ends) > 0 && e.ends[len(e.ends)-1] > last {
		last = e.ends[len(e.ends)-1]
	}
	if s, ok := spanOf(e.starts[0], last); ok {
		return []span{s}
	}
	return nil
}

// seriesNames returns the names of the event without year and edition, as keys.
func (e *event) seriesNames() []string {
	var names []string
	for _, n := range e.names {
		if words := slices.DeleteFunc(slices.Clone(n.words), isNumber); len(words) > 1 {
			names = insert(names, strings.Join(words, ""))
		}
	}
	return names
}

// calendar is the phase that compares events.
type calendar struct{ *merger }

func (m *merger) eventPhase() calendar { return calendar{m} }

// pairs yields the events of which names have a number and another word in common, or
// how it begins, and those of one first day.
func (c calendar) pairs(yield func(a, b num)) {
	alike := groups[key]{}
	for n, e := range c.events {
		for _, k := range e.keys() {
			alike.add(k, n)
		}
	}
	alike.pairs(yield)
}

// keys returns what the event has in common with each that may be one with it: of
// names that hold a number, each with each other word and with its beginning, as gaps
// may stand elsewhere, and the first day. A series has none.
func (e *event) keys() []key {
	if e.series {
		return nil
	}
	var keys []key
	for _, name := range e.names {
		for i, number := range name.words {
			if !isNumber(number) {
				continue
			}
			if len(name.words) == 1 {
				keys = append(keys, key{kind: byName, value: number})
			}
			for j, w := range name.words {
				if j != i {
					keys = append(keys, key{kind: byName, value: number + " " + w}, key{kind: byName, value: number + " " + beginning(w) + "…"})
				}
			}
		}
	}
	for _, day := range e.starts {
		keys = append(keys, key{kind: byDay, value: day})
	}
	return keys
}

// beginning returns the first three characters of the word.
func beginning(w string) string {
	n := 0
	for i := range w {
		if n++; n > 3 {
			return w[:i]
		}
	}
	return w
}

// judge tells whether the events with the roots a and b are one: by equal names
// that hold the year or the edition, in which one may name the place of the
// other. Names that hold neither need the first day in common, and names in
// different spellings the place too.
func (c calendar) judge(a, b num) verdict {
	e, f := c.events[a], c.events[b]
	if c.rivals(a, b) {
		return verdict{}
	}
	sameDay := sharesAny(e.starts, f.starts)
	samePlace := sameDay && sharesAny(e.places, f.places) || inside(e.places, f.places) || inside(f.places, e.places)
	for _, x := range e.names {
		for _, y := range f.names {
			same := x.equals(y.occasionName) || x.without(f.places).equals(y.without(e.places))
			if !same && samePlace {
				same = x.without(f.places).without(regions).equals(y.without(e.places).without(regions))
			}
			spelt := len(e.places) > 0 && len(f.places) > 0 && x.resembles(y.occasionName)
			if same && (x.numbered || sameDay) || spelt && sameDay {
				return verdict{reason: vocab.SameEvent, a: x.at, b: y.at}
			}
		}
	}
	return verdict{}
}

// regions are the parts of the world that the editions of one event are told by,
// sorted words.
var regions = []string{"africa", "america", "apac", "asia", "australia", "china", "emea", "europe", "india", "japan", "korea", "latin", "north", "south"}

// inside tells whether places names something, and nothing that other lacks: the
// town where other names the country too.
func inside(places, other []string) bool {
	for _, p := range places {
		if !slices.Contains(other, p) {
			return false
		}
	}
	return len(places) > 0
}

func placesDiffer(e, f *event) bool {
	return len(e.places) > 0 && len(f.places) > 0 && !sharesAny(e.places, f.places)
}

// eventsDiffer tells whether the dates or the places of the events with the
// roots a and b are not those of one event.
func (m *merger) eventsDiffer(a, b num) bool {
	e, f := m.events[a], m.events[b]
	return m.foes(a, b) || daysBetween(e.spans(), f.spans()) > 1 || placesDiffer(e, f)
}

func (c calendar) rivals(a, b num) bool { return c.eventsDiffer(a, b) }

// mayBeOne tells whether the events with the roots a and b, which were not found
// to be one, may yet be, or be one in the other: one is named less exactly, or
// took place at the other.
func (m *merger) mayBeOne(a, b num) bool {
	e, f := m.events[a], m.events[b]
	if m.above(a, b) || m.above(b, a) {
		return true
	}
	if m.eventsDiffer(a, b) {
		return false
	}
	for _, x := range e.names {
		for _, y := range f.names {
			switch {
			case x.equals(y.occasionName):
				return true
			case x.includes(y.occasionName) && !y.numbered, y.includes(x.occasionName) && !x.numbered:
				return true
			}
		}
	}
	return false
}

// above tells whether the event a holds the event b, directly or by way of
// others: series hold editions, and events those that are co-located with them.
func (m *merger) above(a, b num) bool {
	reached := []num{b}
	for i := 0; i < len(reached) && i < maxAlike; i++ {
		e := m.events[reached[i]]
		if e == nil {
			continue
		}
		for _, p := range e.parents {
			root := m.find(p)
			if root == a {
				return true
			}
			if !slices.Contains(reached, root) {
				reached = append(reached, root)
			}
		}
	}
	return false
}
