package resolve

import "slices"

// program is the phase that compares talks, with what is worked out once for it.
type program struct {
	*merger
	events   map[num][]num   // by talk: roots of its events
	fromSlug map[num]bool    // by talk: its events are known from the address of a deck
	crowded  map[string]bool // decks that three talks or more have under unlike titles
}

func (m *merger) talkPhase() *program {
	p := &program{merger: m, events: map[num][]num{}, fromSlug: map[num]bool{}, crowded: map[string]bool{}}
	named := m.eventsByWords()
	decks := map[string][]num{}
	for n, t := range m.talks {
		var events []num
		for _, e := range t.events {
			if root := m.find(e); !m.events[root].series {
				events = insert(events, root)
			}
		}
		if len(events) == 0 {
			events = eventsFromSlugs(t.decks, named)
			p.fromSlug[n] = len(events) > 0
		}
		p.events[n] = events
		for _, d := range t.decks {
			decks[d.key] = append(decks[d.key], n)
		}
	}
	for key, talks := range decks {
		if len(talks) > 2 {
			p.crowded[key] = len(talks) > maxAlike || m.unlikeTitles(talks) > 2
		}
	}
	return p
}

// unlikeTitles counts the talks whose titles are like none of those counted
// before.
func (m *merger) unlikeTitles(talks []num) int {
	var counted []*talk
	for _, n := range slices.Sorted(slices.Values(talks)) {
		t := m.talks[n]
		known := slices.ContainsFunc(counted, func(u *talk) bool {
			like, _, _ := bestTitles(t, u)
			return like != apart
		})
		if !known {
			counted = append(counted, t)
		}
	}
	return len(counted)
}

// minEventWords is the least number of words, a number among them, by which the
// address of a deck can name an event.
const minEventWords = 3

// eventsByWords returns the events by their names, as addresses write them.
// Events of one name map to -1.
func (m *merger) eventsByWords() map[string]num {
	named := map[string]num{}
	for n, e := range m.events {
		if e.series {
			continue
		}
		for _, name := range e.names {
			key, ok := name.slug()
			if !ok {
				continue
			}
			if other, ok := named[key]; ok && other != n {
				named[key] = -1
			} else {
				named[key] = n
			}
		}
	}
	return named
}

// eventsFromSlugs returns the events that addresses of the decks name.
func eventsFromSlugs(decks []link, named map[string]num) []num {
	var events []num
	for _, k := range slugKeys(decks, byDeckWords) {
		if e, ok := named[k.value]; ok && e >= 0 {
			events = insert(events, e)
		}
	}
	return events
}

// compare completes c, the comparison of the talks with the roots a and b.
func (p *program) compare(c *comparison, a, b num) {
	t, u := p.talks[a], p.talks[b]
	c.speakers = p.company(t, u)
	c.allSpeakers = c.speakers == agree && p.within(t, u) && p.within(u, t)
	c.event = p.occasion(a, b)
	c.sameProject = sharesAny(t.about, u.about)
	c.sameSource = sharesAny(t.sources, u.sources)
	c.twoVideos = len(t.videos) > 0 && len(u.videos) > 0 && !slices.ContainsFunc(t.videos, func(l link) bool { return slices.ContainsFunc(u.videos, l.says) })
	if c.event == agree {
		// Dates that are those of the event say nothing of the talk.
		c.days = daysBetween(p.ownDates(t), p.ownDates(u))
	} else {
		c.days = daysBetween(p.dates(t), p.dates(u))
	}
}

// rivals tells whether nothing says that the talks with the roots a and b are one.
// Titles that are like a third one are like each other, or else doubtful.
func (p *program) rivals(a, b num) bool { return p.judge(a, b).reason == "" }

// bestTitles returns how far the titles of t and u agree, and which agree best. Of
// several that agree as far, those that tell the most count.
func bestTitles(t, u *talk) (best likeness, a, b titled) {
	best = unknown
	most := -1
	for _, x := range t.titles {
		for _, y := range u.titles {
			like, telling := compareTitles(x.title, y.title), min(x.telling, y.telling)
			if most < 0 || like > best || like == best && telling > most {
				best, most, a, b = like, telling, x, y
			}
		}
	}
	return best, a, b
}

// company tells whether the talks have a speaker in common. They differ if no
// speaker of the one can be one of the other.
func (p *program) company(t, u *talk) agreement {
	if len(t.performers) == 0 || len(u.performers) == 0 {
		return open
	}
	answer := differ
	for _, x := range t.performers {
		for _, y := range u.performers {
			switch p.likelySame(p.find(x.speaker), p.find(y.speaker)) {
			case agree:
				return agree
			case open:
				answer = open
			}
		}
	}
	return answer
}

// within tells whether each speaker of t is one of u.
func (p *program) within(t, u *talk) bool {
	for _, x := range t.performers {
		if !slices.ContainsFunc(u.performers, func(y performer) bool {
			return p.likelySame(p.find(x.speaker), p.find(y.speaker)) == agree
		}) {
			return false
		}
	}
	return true
}

// occasion tells whether the talks were given at one event.
func (p *program) occasion(a, b num) agreement {
	if len(p.events[a]) == 0 || len(p.events[b]) == 0 {
		return open
	}
	if sharesAny(p.events[a], p.events[b]) {
		return agree
	}
	for _, e := range p.events[a] {
		for _, f := range p.events[b] {
			if p.mayBeOne(e, f) {
				return open
			}
		}
	}
	return differ
}

// dates returns the dates of t, or else those of its events.
func (m *merger) dates(t *talk) []span {
	var spans []span
	for _, d := range t.dates {
		if s, ok := spanOf(d, d); ok {
			spans = append(spans, s)
		}
	}
	for _, e := range t.events {
		if len(t.dates) == 0 {
			spans = append(spans, m.events[m.find(e)].spans()...)
		}
	}
	return spans
}

// ownDates returns the dates of t that are not the first day of its event.
func (m *merger) ownDates(t *talk) []span {
	var spans []span
	for _, d := range t.dates {
		s, ok := spanOf(d, d)
		for _, e := range t.events {
			ok = ok && !slices.Contains(m.events[m.find(e)].starts, d)
		}
		if ok {
			spans = append(spans, s)
		}
	}
	return spans
}
