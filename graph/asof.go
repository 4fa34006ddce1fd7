package graph

import (
	"fmt"
	"sync"
	"sync/atomic"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// AsOf returns a view of g as it was at the end of the date, which is YYYY-MM-DD,
// YYYY-MM or YYYY: a graph without the statements that did not count yet. Every
// answer of the view is one as of that date. In valid time
//
//   - a statement that a project reached a level counts from that day on;
//   - one about a talk or an event, or that leads to one, from the day of that;
//   - one without such a date, from the day on which its source was issued; that
//     something is a project also from the day of its first level;
//   - all others, always; so do names and which ids are one: identity is timeless.
//
// A date without a day or a month counts from its last day. The view reads g, which
// must stay open, and answers slower, as the links beside the statements do not
// know of dates.
func (g *Graph) AsOf(date string) (*Graph, error) {
	if _, err := vocab.Date(date); err != nil {
		return nil, fmt.Errorf("as of: %w", err)
	}
	whole := g.Whole()
	view := newGraph(g.snap)
	view.kinds, view.note = g.kinds, g.note
	view.past = newPast(whole, vocab.LastDay(date))
	return view, nil
}

// Day returns the last day that counts in a view that AsOf made, "" for a graph that
// is none.
func (g *Graph) Day() string {
	if g.past == nil {
		return ""
	}
	return g.past.day
}

// Whole returns the graph that AsOf made g a view of, g itself where it is none.
func (g *Graph) Whole() *Graph {
	if g.past == nil {
		return g
	}
	return g.past.whole
}

// past tells which statements of a graph count on a day.
type past struct {
	whole    *Graph
	day      string
	timeless map[ID]bool // predicates, by whether they are
	reached  map[ID]bool // predicates whose objects are the days of levels
	isType   ID

	talks, events days
	sources       sync.Map // ID → bool: whether the source was issued by then
}

// days keeps what is known of a range of talks or events: 0 nothing yet.
type days struct {
	from ID
	told []atomic.Uint32
}

// When a talk or an event was.
const (
	undated = iota + 1
	by
	after
)

// timelessPredicates are those that name and identify.
var timelessPredicates = [...]string{
	vocab.SameAs, vocab.DifferentFrom, vocab.ProjectName, vocab.AltLabel, vocab.HiddenLabel, vocab.PrefLabel,
	vocab.Name, vocab.AlternateName, vocab.Nick, vocab.Profile, vocab.Title,
}

func newPast(whole *Graph, day string) *past {
	p := &past{whole: whole, day: day, timeless: map[ID]bool{}, reached: map[ID]bool{}, isType: whole.Predicate(vocab.Type)}
	for _, iri := range timelessPredicates {
		p.timeless[whole.Predicate(iri)] = true
	}
	for iri := range vocab.IdentityReasons {
		p.timeless[whole.Predicate(iri)] = true
	}
	delete(p.timeless, 0)
	for _, level := range vocab.Levels {
		if id := whole.Predicate(level.Predicate()); id != 0 {
			p.reached[id] = true
		}
	}
	p.talks, p.events = newDays(whole, vocab.KindTalk), newDays(whole, vocab.KindEvent)
	return p
}

func newDays(g *Graph, k vocab.Kind) days {
	from, to := g.Range(k)
	return days{from, make([]atomic.Uint32, to-from)}
}

// counts tells whether the statement counts on the day.
func (p *past) counts(s Statement) bool {
	if p.reached[s.Predicate] {
		return vocab.LastDay(p.whole.Term(s.Object).Value) <= p.day
	}
	subject, object := p.when(s.Subject), p.when(s.Object)
	switch {
	case subject == after || object == after:
		return false
	case subject == by || object == by, p.timeless[s.Predicate]:
		return true
	}
	return p.issued(p.whole.Source(s.Label)) || s.Predicate == p.isType && p.reachedLevel(s.Subject)
}

// reachedLevel tells whether the project had reached a level by the day, which
// says that it was there.
func (p *past) reachedLevel(project ID) bool {
	for predicate := range p.reached {
		for s := range p.whole.Match(project, predicate, 0) {
			if p.counts(s) {
				return true
			}
		}
	}
	return false
}

// when tells when the term was: 0 for one that is no talk and no event.
func (p *past) when(id ID) uint32 {
	for _, d := range [...]*days{&p.talks, &p.events} {
		if id < d.from || int(id-d.from) >= len(d.told) {
			continue
		}
		told := &d.told[id-d.from]
		when := told.Load()
		if when == 0 {
			when = p.read(id)
			told.Store(when)
		}
		return when
	}
	return 0
}

// read reads when the talk or event was.
func (p *past) read(id ID) uint32 {
	switch day := vocab.LastDay(p.whole.Date(id)); {
	case day == "":
		return undated
	case day <= p.day:
		return by
	}
	return after
}

// issued tells whether the source was issued by the day; one without a date was.
func (p *past) issued(source ID) bool {
	if known, ok := p.sources.Load(source); ok {
		return known.(bool)
	}
	issued := vocab.LastDay(p.whole.Value(source, vocab.Issued)) <= p.day
	p.sources.Store(source, issued)
	return issued
}
