package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// ownTalk adds the talk that the document is the deck of, from its first slide:
// the title, then the event, the date and who speaks, in any order.
func (d *draft) ownTalk(slide []*block) {
	t := &talk{heading: slide[0], deck: true, eventOf: d.event.Name, blocks: d.blocks}
	if d.pageTalk(t, slide) {
		return
	}
	var title passage
	for _, b := range slide {
		for _, column := range columnsOf(b.prose.all()) {
			rest := d.takeSpeakers(t, column)
			rest = d.withoutEvent(rest)
			rest = rest.trim(" -–—:：/／|｜,、・@")
			text := rest.text()
			switch {
			case rest.empty(), dayHeading(strings.ToLower(text)), strings.Contains(text, "://"):
			case title.empty():
				title = rest
			case title.of == rest.of && rest.lo-title.hi <= 2 && len(t.Speakers) == 0:
				title.hi = rest.hi
			}
		}
	}
	if title.empty() || !titleLike(title.text()) {
		return
	}
	bill := billingOf(title)
	d.vet(&bill)
	t.Line = d.src.line(bill.title.from(0))
	t.EndLine = len(d.src.starts)
	d.addTalk(t, bill)
}

// columnsOf parts a line of a slide where it was made of several: at runs of
// spaces.
func columnsOf(p passage) []passage {
	var out []passage
	s := p.text()
	start := 0
	for i := 0; i+1 < len(s); i++ {
		if s[i] != ' ' || s[i+1] != ' ' {
			continue
		}
		if q := p.sub(start, i).trim(""); !q.empty() {
			out = append(out, q)
		}
		for i < len(s) && s[i] == ' ' {
			i++
		}
		start = i
	}
	if q := p.sub(start, len(s)).trim(""); !q.empty() {
		out = append(out, q)
	}
	return out
}

// takeSpeakers takes who speaks from the end of a line of the first slide: a
// whole line of people, or names before handles at its end.
func (d *draft) takeSpeakers(t *talk, p passage) passage {
	if by, ok := speakersIn(p, false); ok && (by.sure || allLikely(by.list) && !d.anyKnown(by.list)) {
		d.addPeople(t, by, p)
		return passage{}
	}
	s := p.text()
	first := strings.Index(s, "@")
	if first <= 0 {
		return p
	}
	start := nameBefore(s, first)
	rest := p.sub(start, len(s))
	for !rest.empty() {
		one, size := leadingPerson(rest)
		if size == 0 {
			break
		}
		d.addPeople(t, one, rest.sub(0, size))
		rest = rest.sub(size, len(rest.text())).trim(" ,、/&")
	}
	if len(t.Speakers) == 0 {
		return p
	}
	return p.sub(0, start)
}

// nameBefore returns where the name begins that stands before the handle at i:
// two words, or one with a bracket.
func nameBefore(s string, i int) int {
	head := strings.TrimRight(s[:i], " (（")
	best := i
	for words := 1; words <= 3; words++ {
		k := strings.LastIndexAny(head, " 　")
		if k < 0 {
			if personLike(head) >= possible && words <= 2 {
				return 0
			}
			break
		}
		_, n := utf8.DecodeRuneInString(head[k:])
		if name := strings.TrimRight(s[k+n:i], " (（"); personLike(name) >= possible {
			best = k + n
			if personLike(name) == likely {
				return best
			}
		}
		head = strings.TrimRight(head[:k], " 　")
	}
	return best
}

// leadingPerson reads the first of the people in p, who are set one behind the
// other, each with a handle. size is what of p says so.
func leadingPerson(p passage) (people, int) {
	s := p.text()
	at := strings.Index(s, "@")
	if at < 0 {
		return people{}, 0
	}
	end := at + 1
	for end < len(s) && handleByte(s[end]) {
		end++
	}
	if strings.HasPrefix(s[end:], ")") || strings.HasPrefix(s[end:], "）") {
		_, n := utf8.DecodeRuneInString(s[end:])
		end += n
	}
	by, ok := speakersIn(p.sub(0, end), false)
	if !ok || !by.sure {
		return people{}, 0
	}
	return by, end
}

// withoutEvent cuts the name of an event, and what stands behind it, off a line of
// the first slide.
func (d *draft) withoutEvent(p passage) passage {
	s := p.text()
	names := eventNames(s)
	if k := strings.Index(s, d.event.Name); k >= 0 && d.event.Name != "" {
		names = []eventName{{span: span{k, k + len(d.event.Name)}, head: true}}
	}
	for _, e := range names {
		if !e.head {
			continue
		}
		if e.start == 0 {
			return p.sub(e.end, len(s))
		}
		return p.sub(0, e.start)
	}
	return p
}

// pageTalk adds the talk of a deck whose page on a site stands before the slides:
// its title stands there twice, or begins the first slide; a line "Title: X" says it
// better, and so do quotation marks where that title is the name of a file. The names
// that stand on lines of their own, and on the first slide behind the title, are who
// speaks.
func (d *draft) pageTalk(t *talk, slide []*block) bool {
	var before []*block
	for _, b := range d.blocks {
		if b.kind == slideText {
			break
		}
		before = append(before, b)
	}
	opening := titleKey(slide[0].text())
	var title *block
	at := 0
	for i, b := range before {
		key := titleKey(b.text())
		if !titleLike(b.text()) || utf8.RuneCountInString(key) < 6 || deckSites.holds(strings.ToLower(strings.TrimSpace(b.text()))) {
			continue
		}
		if strings.HasPrefix(opening, key) || slices.ContainsFunc(before[i+1:], func(b *block) bool { return titleKey(b.text()) == key }) {
			title, at = b, i
			break
		}
	}
	if title == nil {
		return false
	}
	bill := billingOf(d.withoutVenue(title.prose.all()))
	if b, better, ok := betterTitle(title, before[at+1:]); ok {
		title, bill = b, better
	}
	t.heading, t.Line, t.EndLine = title, title.line, len(d.src.starts)
	d.vet(&bill)
	d.addTalk(t, bill)
	for _, b := range before[at+1:] {
		for _, c := range labelledCredits(b.prose.all()) {
			d.addPeople(t, c.people, c.at)
		}
	}
	if len(t.Speakers) > 0 {
		return true
	}
	for i, b := range before[at+1:] {
		text := b.text()
		if strings.HasPrefix(text, "More Decks") || strings.HasPrefix(text, "Other Decks") {
			break
		}
		if at+i+2 < len(before) && account(text) && dated(before[at+i+2].text()) { // who put it up, and when
			name := Optional(strings.TrimSpace(text))
			d.addPeople(t, people{list: []Speaker{{Name: name, Handle: name}}, sure: true}, b.prose.all())
			continue
		}
		if by, ok := speakersIn(b.prose.all(), false); ok && allLikely(by.list) && !d.anyKnown(by.list) {
			d.addPeople(t, by, b.prose.all())
		}
	}
	d.firstSlidePeople(t, slide[0], titleKey(title.text()))
	return true
}

// betterTitle returns the block of those behind the title of a deck's page that says the
// title better, and what that announces.
func betterTitle(title *block, behind []*block) (*block, billing, bool) {
	unnamed := fileName(title.text())
	for _, b := range behind {
		if bill, ok := labelledTitle(b.prose.all()); ok {
			return b, bill, true
		}
		if !unnamed {
			continue
		}
		if quoted, ok := quotedTitle(b.prose.all()); ok {
			return b, billingOf(quoted), true
		}
	}
	return nil, billing{}, false
}

// fileName tells whether s, the title of a deck, is no more than the name of its file:
// "mesh_night_7", "talk.pdf".
func fileName(s string) bool {
	s = strings.TrimSpace(s)
	return !strings.ContainsAny(s, " 　") && (strings.Contains(s, "_") || strings.HasSuffix(strings.ToLower(s), ".pdf"))
}

// quotedTitle returns the first title that stands in quotation marks in p.
func quotedTitle(p passage) (passage, bool) {
	for _, t := range titleSpans(p) {
		for _, q := range quotePairs {
			if strings.HasSuffix(p.text()[:t.start], q[0]) {
				return p.sub(t.start, t.end), true
			}
		}
	}
	return passage{}, false
}

// withoutVenue cuts off what stands behind the last slash of a deck's title on a site
// where that is the event, a hashtag, or the words of the page's address: "T / Mesh
// Night #7", "T / mesh-night-7".
func (d *draft) withoutVenue(p passage) passage {
	s := p.text()
	i := strings.LastIndex(s, " /")
	if i <= 0 || !titleLike(s[:i]) {
		return p
	}
	tail := strings.TrimSpace(s[i+len(" /"):])
	event := tail == d.event.Name || slices.ContainsFunc(eventNames(tail), func(e eventName) bool { return (e.head || e.edition) && e.name == tail })
	address := strings.Contains(tail, "-") && vocab.Slug(tail) == tail && !has(tail, cjk)
	if event || address || strings.HasPrefix(tail, "#") && !strings.Contains(tail, " ") {
		return p.sub(0, i).trim("")
	}
	return p
}

// account tells whether s is one word that may be an account.
func account(s string) bool {
	s = strings.TrimSpace(s)
	return len(s) >= 3 && validHandle(s) && !digits(s) && !slideWord(s) && !videoWord(s)
}

// dated tells whether s begins with a full date.
func dated(s string) bool {
	ds := datesIn(start(s, 32))
	return len(ds) > 0 && ds[0].start == 0 && ds[0].day > 0 && ds[0].year > 0
}

// firstSlidePeople adds the people who stand on the first slide behind the title,
// whose key is given.
func (d *draft) firstSlidePeople(t *talk, b *block, title string) {
	all := b.prose.all()
	s := all.text()
	at := 0
	for at < len(s) && len(titleKey(s[:at])) < len(title) {
		_, n := utf8.DecodeRuneInString(s[at:])
		at += n
	}
	rest := all.sub(at, len(s))
	if k := strings.Index(rest.text(), d.event.Name); k >= 0 && d.event.Name != "" {
		rest = rest.sub(0, k)
	}
	var few fewAtoms
	for _, a := range few.of(rest) {
		words := strings.Fields(a.text())
		name := a.passage
		if len(words) > 2 {
			name = a.sub(0, strings.Index(a.text(), words[1])+len(words[1]))
		}
		by, ok := speakersIn(name, false)
		if !ok || !allLikely(by.list) || d.anyKnown(by.list) {
			return
		}
		d.addPeople(t, by, name)
	}
}

// titleKey returns s in lower case, letters and digits only.
func titleKey(s string) string { return strings.ReplaceAll(vocab.Slug(s), "-", "") }
