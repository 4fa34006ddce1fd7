package resolve

import (
	"slices"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// talk is what is said of a talk under all its ids.
type talk struct {
	titles     []titled
	decks      []link
	videos     []link
	performers []performer
	events     []num    // sorted
	about      []int32  // sorted
	dates      []string // sorted
	pages      []string // sorted; see sessionPage
	sources    []int32  // sorted
}

// performer is a speaker of a talk, and the source and the label under which it
// is said.
type performer struct {
	speaker       num
	source, label int32
}

func (p performer) says(o performer) bool { return p.speaker == o.speaker && p.source == o.source }

func (t *talk) join(o *talk) {
	t.titles = appendNew(t.titles, titled.says, o.titles...)
	t.decks = appendNew(t.decks, link.says, o.decks...)
	t.videos = appendNew(t.videos, link.says, o.videos...)
	t.performers = appendNew(t.performers, performer.says, o.performers...)
	t.events = union(t.events, o.events)
	t.about = union(t.about, o.about)
	t.dates = union(t.dates, o.dates)
	t.pages = union(t.pages, o.pages)
	t.sources = union(t.sources, o.sources)
}

func union[T int32 | num | string](a, b []T) []T {
	for _, v := range b {
		a = insert(a, v)
	}
	return a
}

// agreement is how far two talks agree in one respect.
type agreement uint8

const (
	open   agreement = iota // one of the two does not say, or not so that it can be compared
	differ                  // they cannot be one in this respect
	agree
)

// comparison is what the rules ask of two talks.
type comparison struct {
	like           likeness
	titleA, titleB titled
	speakers       agreement
	allSpeakers    bool // each speaker of the one is one of the other
	event          agreement
	fromSlug       bool // the event is known from the address of a deck
	days           int  // between their dates, 0 where one has none
	sameProject    bool
	sameSource     bool // one source lists both
	twoVideos      bool // each has a recording that the other has not
}

// Ranks of the grounds on which talks become one, the best first.
const (
	rankDeck = iota
	rankVideo
	rankWholeSession // all speakers too
	rankSession
	rankSubject
	rankNearSession
	rankNearSubject
	rankWithin
	rankRelated
)

// Least weights of what titles tell of their talk, where nothing but titles and
// event, or titles and speaker, agrees.
const (
	minTelling     = 4
	minNearTelling = 8
)

// judge tells whether the talks with the roots a and b are one.
func (p *program) judge(a, b num) verdict {
	t, u := p.talks[a], p.talks[b]
	if p.foes(a, b) || twoSessions(t.pages, u.pages) {
		return verdict{}
	}
	c := comparison{fromSlug: p.fromSlug[a] || p.fromSlug[b]}
	c.like, c.titleA, c.titleB = bestTitles(t, u)
	// Most pairs end here, before speakers and events are compared.
	if c.like < within && !c.fromSlug && !haveLink(t, u) {
		return verdict{}
	}
	p.compare(&c, a, b)
	for i := range t.decks {
		for j := range u.decks {
			if t.decks[i].key == u.decks[j].key && c.sameDeck(p.crowded[t.decks[i].key]) {
				return verdict{reason: vocab.SameSlides, rank: rankDeck, a: t.decks[i].at, b: u.decks[j].at}
			}
		}
	}
	for i := range t.videos {
		for j := range u.videos {
			if t.videos[i].key == u.videos[j].key && c.sameVideo() {
				return verdict{reason: vocab.SameVideo, rank: rankVideo, a: t.videos[i].at, b: u.videos[j].at}
			}
		}
	}
	if c.like <= unknown {
		return verdict{}
	}
	// Weak even where all agrees: an event may have two sessions under one title.
	v := verdict{a: c.titleA.at, b: c.titleB.at, weak: true}
	v.reason, v.rank = c.byTitle()
	return v
}

// sameDeck tells whether a common slide deck makes the talks one: unless they
// were given on two occasions, or the deck is that of several talks. One deck
// under two titles is one talk, but not if its speakers are others too, if one
// source tells the two apart, or if it is crowded: if many titles have it.
func (c comparison) sameDeck(crowded bool) bool {
	switch {
	case c.event == differ, c.event == open && c.days > 1:
		return false
	case c.speakers == differ, c.sameSource:
		return c.like >= within
	}
	return c.like != apart || c.speakers == agree || !crowded
}

// haveLink tells whether the talks have a deck or a recording in common.
func haveLink(t, u *talk) bool {
	for _, x := range t.decks {
		if slices.ContainsFunc(u.decks, x.says) {
			return true
		}
	}
	for _, x := range t.videos {
		if slices.ContainsFunc(u.videos, x.says) {
			return true
		}
	}
	return false
}

// sameVideo tells whether a common recording makes the talks one. A recording
// may be that of a whole event, so that something else must agree; and lists of
// recordings that were matched by title give one to the talks of several years.
func (c comparison) sameVideo() bool {
	switch {
	case c.event == differ:
		return false
	case c.speakers == differ, c.sameSource:
		return c.like >= within
	}
	return c.like > unknown || c.speakers == agree
}

// byTitle returns the ground on which the titles make the talks one.
func (c comparison) byTitle() (reason string, rank int) {
	telling := min(c.titleA.telling, c.titleB.telling)
	switch {
	case c.event == differ || c.speakers == differ || c.days > 1:
		return "", 0
	case c.days == 1 && (c.like < equal || c.speakers != agree):
		return "", 0
	case c.sameSource && (c.like < equal || c.speakers != agree):
		return "", 0
	case c.twoVideos && (c.sameSource || telling < minTelling): // the closing remarks of each day
		return "", 0
	case c.event == agree && c.speakers == agree:
		switch {
		case c.like == equal && c.allSpeakers:
			return vocab.SameSession, rankWholeSession
		case c.like == equal:
			return vocab.SameSession, rankSession
		case c.like == near:
			return vocab.SameSession, rankNearSession
		case c.like == within:
			return vocab.SameSession, rankWithin
		case c.like == related && c.fromSlug && c.sameProject:
			return vocab.SameSession, rankRelated
		}
	case c.event == agree && c.like == equal && telling >= minTelling:
		return vocab.SameSession, rankSession
	case c.event == agree && c.like == near && telling >= minNearTelling:
		return vocab.SameSession, rankNearSession
	case c.speakers == agree && c.like == equal && telling >= minTelling:
		return vocab.SameSubject, rankSubject
	case c.speakers == agree && c.like == near && telling >= minNearTelling:
		return vocab.SameSubject, rankNearSubject
	}
	return "", 0
}
