package queries

import (
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// coverage is what was spoken about, and by whom, at an event and its parts, or
// at the events of a series. Lists of IDs are in order.
type coverage struct {
	g      *graph.Graph
	event  graph.ID
	events []graph.ID // the event and what is below it
	talks  []graph.ID

	about    map[graph.ID][]graph.ID // talks about the project
	named    map[graph.ID][]graph.ID // talks that only name it
	speakers map[graph.ID][]graph.ID // talks of the speaker
	employed map[graph.ID]*employer  // by organisation; filled by findEmployers
	employs  map[graph.ID][]graph.ID // organisations of the speaker, as stated with the talks; likewise
	dateOf   func(talk graph.ID) string
}

// employer is an organisation with those of its people who spoke.
type employer struct {
	speakers, talks []graph.ID
	labels          []graph.Label // of the statements that they work for it
}

// newCoverage returns the coverage of the event, without employers.
func newCoverage(g *graph.Graph, event graph.ID, dates *talkDates) *coverage {
	c := &coverage{
		g: g, event: event, events: below(g, vocab.SuperEvent, event),
		about: map[graph.ID][]graph.ID{}, named: map[graph.ID][]graph.ID{}, speakers: map[graph.ID][]graph.ID{},
		employed: map[graph.ID]*employer{}, employs: map[graph.ID][]graph.ID{}, dateOf: dates.of,
	}
	s := selection{g: g, events: c.events}
	c.talks = s.talks()
	for _, talk := range c.talks {
		for project := range g.Objects(talk, vocab.About) {
			c.about[project] = append(c.about[project], talk)
		}
		for project := range g.Objects(talk, vocab.Mentions) {
			if !g.Has(talk, vocab.About, project) {
				c.named[project] = append(c.named[project], talk)
			}
		}
		for speaker := range g.Objects(talk, vocab.Performer) {
			c.speakers[speaker] = append(c.speakers[speaker], talk)
		}
	}
	return c
}

// findEmployers finds the organisations of the speakers. It is called once, by those
// who ask for them.
func (c *coverage) findEmployers() {
	for speaker, talks := range c.speakers {
		c.addEmployers(speaker, talks)
	}
	for _, e := range c.employed {
		slices.Sort(e.speakers)
		slices.Sort(e.talks)
		e.talks = slices.Compact(e.talks)
	}
}

// addEmployers adds the organisations that the speaker worked for at the time of
// the talks.
func (c *coverage) addEmployers(speaker graph.ID, talks []graph.ID) {
	if !some(c.g.Objects(speaker, vocab.Affiliation), isAny) {
		return
	}
	for _, talk := range talks {
		for organization, labels := range affiliations(c.g, speaker, c.talkLabels(talk, speaker)) {
			e := c.employed[organization]
			if e == nil {
				e = &employer{}
				c.employed[organization] = e
			}
			if !slices.Contains(c.employs[speaker], organization) {
				c.employs[speaker] = append(c.employs[speaker], organization)
				e.speakers = append(e.speakers, speaker)
			}
			e.talks, e.labels = append(e.talks, talk), append(e.labels, labels...)
		}
	}
}

// talkLabels returns the labels of the statements that there is the talk and that
// the speaker gave it.
func (c *coverage) talkLabels(talk, speaker graph.ID) []graph.Label {
	return append(typeLabels(c.g, talk), labelsOf(c.g, talk, vocab.Performer, speaker)...)
}

// withProject returns how many talks are about a project, how many only name one,
// and how many do neither.
func (c *coverage) withProject() (about, named, none int) {
	for _, talk := range c.talks {
		switch {
		case some(c.g.Objects(talk, vocab.About), isAny):
			about++
		case some(c.g.Objects(talk, vocab.Mentions), isAny):
			named++
		default:
			none++
		}
	}
	return about, named, none
}

func isAny(graph.ID) bool { return true }

// start returns the date on which the event began: its own, that of the event it
// is part of, or that of its first talk; of a series that of the first edition.
func (c *coverage) start() string {
	date := eventDate(c.g, c.event)
	if date != "" {
		return date
	}
	for _, talk := range c.talks {
		if d := c.dateOf(talk); d != "" && (date == "" || firstDay(d) < firstDay(date)) {
			date = d
		}
	}
	return date
}

// talkDates tells the dates of talks and events, which are asked for again and again.
type talkDates struct {
	g     *graph.Graph
	known map[graph.ID]string
}

func newTalkDates(g *graph.Graph) *talkDates { return &talkDates{g, map[graph.ID]string{}} }

// of returns the date of the talk, or else of its event, or of what that is part of.
func (d *talkDates) of(talk graph.ID) string {
	date, ok := d.known[talk]
	if ok {
		return date
	}
	date = d.g.Value(talk, vocab.StartDate)
	for event := range d.g.Objects(talk, vocab.SuperEvent) {
		if date != "" {
			break
		}
		if date, ok = d.known[event]; !ok {
			date = eventDate(d.g, event)
			d.known[event] = date
		}
	}
	d.known[talk] = date
	return date
}
