package extract

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// draft is a document while its talks and events are being found.
type draft struct {
	src  *source
	path string
	content
	root     *section
	language string
	event    stated // the event that the document is about
	events   []Event
	// headingEvents are the events that headings name, beside the document's own.
	headingEvents map[*section]*Event
	reporting     bool  // it surely reports talks, so that less is enough to name their event
	titleLines    []int // of the talks that it then reports
	// speakerHeadings are the sections whose headings say who gives the talk above.
	speakerHeadings map[*section]bool
	// headed are the blocks that bear the titles of talks, announced those and what
	// the document says below them.
	headed, announced map[*block]bool
	entryEvents       []Event // that items and lines name above lists of talks
	talks             []*talk
	// known tells whether a text is the name of a project, so that it is no person's.
	known func(string) bool
	// bylines are the stretches of prose that say who speaks and for whom.
	bylines map[*prose][]span
}

// talk is a talk that was found in a draft.
type talk struct {
	Talk
	heading  *block   // that bears its title
	line     passage  // of heading, where other lines of it are on other things
	title    passage  // empty where the title is not stated
	subtitle passage  // that the line below the heading goes on with
	blocks   []*block // what the document says on it, without the heading
	eventOf  string   // name of the event that the place of the talk tells
	deck     bool     // the document is its deck
	item     bool     // found in a list or table, not as a section
}

// find finds what the draft says but the projects in it.
func (d *draft) find() {
	if d.format == "" || d.format == "markdown" {
		for _, b := range d.blocks {
			if b.prose != nil && (b.kind == paragraph || b.kind == listItem) {
				b.prose.unwrap()
			}
		}
	}
	d.root = newOutline(d.src, d.blocks)
	d.blocks = d.root.all()
	d.findTalks()
	if d.event.Name == "" && d.reportsTalks() {
		// Talks with speakers were given somewhere: look again for the event,
		// and with it for the talks that tell less.
		d.reporting = true
		for _, t := range d.talks {
			d.titleLines = append(d.titleLines, t.Line)
		}
		d.findTalks()
	}
}

// reportsTalks tells whether the draft reports talks of one event that it does not
// name as events are named.
func (d *draft) reportsTalks() bool {
	n := 0
	for _, t := range d.talks {
		if t.eventOf != "" {
			return false
		}
		if len(t.Speakers) > 0 {
			n++
		}
	}
	return n >= 2
}

// findTalks finds the event and the talks.
func (d *draft) findTalks() {
	d.talks, d.events, d.entryEvents, d.event = nil, nil, nil, stated{}
	d.bylines = map[*prose][]span{}
	d.speakerHeadings = map[*section]bool{}
	d.headed, d.announced = map[*block]bool{}, map[*block]bool{}
	if e, ok := d.findEvent(); ok {
		d.event = e
		d.events = append(d.events, e.Event)
	}
	d.headingEvents = map[*section]*Event{}
	d.root.walk(func(s *section) {
		if s.heading == nil || s.heading.prose == nil {
			return
		}
		if e := d.eventHeading(s); e != nil && !(s.heading.line == d.event.Line && s.level <= 1) {
			d.headingEvents[s] = e
		}
	})
	d.besideEvents()
	appearances := d.appearances()
	switch d.format {
	case "transcript":
		d.deckTalks()
	case "deck":
		d.markdownDeckTalk()
	default:
		d.appearanceTalks(appearances)
		d.sectionTalks()
		d.listTalks()
		d.tableTalks()
		d.toldTalks()
		d.captionTalks()
		if len(d.talks) == 0 {
			d.wholeTalk()
		}
		if len(d.talks) == 0 {
			d.authorTalk()
		}
	}
	slices.SortStableFunc(d.talks, func(a, b *talk) int { return cmp.Compare(a.Line, b.Line) })
	d.mergeTalks()
	d.dateTalks()
}

// byline notes that p says who speaks.
func (d *draft) byline(p passage) {
	if !p.empty() && p.of != nil {
		d.bylines[p.of] = append(d.bylines[p.of], span{p.lo, p.hi})
	}
}

// addTalk adds t with what b announces.
func (d *draft) addTalk(t *talk, b billing) {
	t.title = b.title
	t.Title = Optional(b.title.plain())
	t.Language = Optional(language(b.title.text()))
	d.addPeople(t, b.people, passage{b.title.of, b.by.start, b.by.end})
	d.headed[t.heading], d.announced[t.heading] = true, true
	for _, below := range t.blocks {
		d.announced[below] = true
	}
	d.talks = append(d.talks, t)
}

// addPeople adds people, who stand at where, to the speakers of t.
func (d *draft) addPeople(t *talk, p people, where passage) {
	if len(p.list) == 0 {
		return
	}
	d.byline(where)
	line := d.src.line(where.from(0))
	for _, s := range p.list {
		s.line = line
		if i := sameSpeaker(t.Speakers, s); i >= 0 {
			t.Speakers[i] = joined(t.Speakers[i], s)
			continue
		}
		t.Speakers = append(t.Speakers, s)
	}
}

// sameSpeaker returns the index in list of the person that s is, or -1.
func sameSpeaker(list []Speaker, s Speaker) int {
	for i, t := range list {
		if t.Handle != "" && s.Handle != "" && squeeze(string(t.Handle)) == squeeze(string(s.Handle)) ||
			t.Name != "" && s.Name != "" && squeeze(string(t.Name)) == squeeze(string(s.Name)) {
			return i
		}
	}
	return -1
}

// joined returns what s and t say of one person.
func joined(s, t Speaker) Speaker {
	s.Name = cmp.Or(s.Name, t.Name)
	s.Handle = cmp.Or(s.Handle, t.Handle)
	s.Platform = cmp.Or(s.Platform, t.Platform)
	s.Organization = cmp.Or(s.Organization, t.Organization)
	return s
}

// mergeTalks makes one of the talks that the document names twice: in its
// programme, and as a section of its own, which is the better place.
func (d *draft) mergeTalks() {
	var out []*talk
	with := map[string][]int{} // indexes into out, by the beginning of the title
	for _, t := range d.talks {
		key := titleKey(string(t.Title))
		lead := beginning(key)
		same := with[lead]
		i := -1
		for k := len(same) - 1; k >= 0 && k >= len(same)-maxNamesakes && i < 0; k-- {
			if u := out[same[k]]; u.Line != t.Line && sameTitle(u, t, titleKey(string(u.Title)), key) {
				i = same[k]
			}
		}
		if i < 0 {
			with[lead] = append(same, len(out))
			out = append(out, t)
			continue
		}
		out[i] = merged(out[i], t)
	}
	slices.SortStableFunc(out, func(a, b *talk) int { return cmp.Compare(a.Line, b.Line) })
	d.talks = out
}

// maxNamesakes is how many talks whose titles begin alike are compared with one.
const maxNamesakes = 16

// beginning returns the first characters of a title's key, which titles that are
// the same share.
func beginning(key string) string {
	n := 0
	for i := range key {
		if n++; n > 8 {
			return key[:i]
		}
	}
	return key
}

// merged returns what u and t say of one talk, at the better place of the two.
func merged(u, t *talk) *talk {
	if u.item && !t.item {
		t, u = u, t
	}
	u.show(t.shown())
	for _, s := range t.Speakers {
		if k := sameSpeaker(u.Speakers, s); k >= 0 {
			u.Speakers[k] = joined(u.Speakers[k], s)
		} else if len(u.Speakers) == 0 || len(t.Speakers) > len(u.Speakers) {
			u.Speakers = append(u.Speakers, s)
		}
	}
	return u
}

// sameTitle tells whether t and u, whose titles have the keys a and b, bear one
// title and nothing says that they are two talks.
func sameTitle(t, u *talk, a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if a == "" || t.eventOf != u.eventOf || a != b && !(t.item != u.item && strings.HasPrefix(b, a) && utf8.RuneCountInString(a) >= 8) {
		return false
	}
	return t.Slides == "" || u.Slides == "" || t.Slides == u.Slides
}
