package extract

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// read looks through x for who spoke, the slides and the video.
func (d *draft) read(x *session) {
	d.readText(x)
	if len(x.credits) == 0 && x.text <= 4 && len(x.uploader) == 1 {
		x.credits = x.uploader
	}
	if len(x.pages) == 1 && !x.elsewhere {
		x.embedded = true
		if len(x.credits) == 0 && !x.lone {
			d.paged(x, x.pages[0])
		}
	}
	d.readHeadings(x)
}

// readText looks through the blocks of x before the first heading below.
func (d *draft) readText(x *session) {
	seen := 0     // lines of text
	told := false // a line that is no item says who speaks
	for _, b := range x.blocks {
		switch {
		case b.kind == embed:
			x.embedded = true
			x.take(b.target, b.line)
			continue
		case b.kind == caption || b.prose == nil:
			continue
		case b.quote:
			if seen == 0 {
				x.credits = append(x.credits, labelledCredits(b.prose.all().lines()[0])...)
			}
			continue
		}
		x.text++
		for _, l := range b.prose.all().lines() {
			if strings.TrimSpace(l.text()) == "" || l.masked() && len(l.links()) == 0 {
				continue
			}
			if c, ok := uploader(l); ok {
				x.uploader = append(x.uploader, c)
			}
			x.linksToPages(l)
			if rest := d.material(x, b, l, seen); !rest.empty() && seen < 40 && len(x.credits) < 4 {
				list := d.creditsIn(b, rest, seen)
				if len(list) == 0 && x.talkable && seen <= 1 && b.kind == paragraph {
					if c, ok := d.teller(rest); ok && !d.anyKnown(c.list) {
						list = append(list, c)
					}
				}
				if b.kind != listItem {
					told = told || len(list) > 0
				} else if told && (len(list) == 0 || !list[0].labelled) {
					list = nil // whom the notes on the talk mention
				}
				for _, c := range list {
					if !x.talkable || !c.ofAnother(l, x.title.plain()) {
						x.credits = append(x.credits, c)
					}
				}
			}
			seen++
		}
	}
}

// linksToPages notes the first two pages of talks in a programme that l links to.
func (x *session) linksToPages(l passage) {
	for _, a := range l.links() {
		if targetOf(a.url).kind != talkTarget || slices.Contains(x.pages, a.url) || len(x.pages) >= 2 {
			continue
		}
		text := l.text()[a.start:a.end]
		x.pages = append(x.pages, a.url)
		slug := pageSlug(a.url)
		title := longTitle(text) || len(strings.Fields(text)) > 1 && strings.HasPrefix(slug, vocab.Slug(text))
		x.elsewhere = title && titleText(text) && !similarTitle(text, x.title.plain()) && !strings.HasPrefix(slug, vocab.Slug(x.title.plain()))
	}
}

// readHeadings looks at the headings right below that of x, and at the next one, for
// who speaks.
func (d *draft) readHeadings(x *session) {
	for _, c := range x.children {
		d.speakersAt(x, c, labelledCredits(c.headline()))
	}
	for _, c := range x.children {
		d.materialSection(x, c)
	}
	if c, at := x.speakerHeading(); at != nil && len(x.credits) == 0 {
		d.speakersAt(x, at, []credit{c})
	}
	// "## Title" and below it "## *Speaker: A, Company*".
	if next := x.next; next != nil && x.text == 0 {
		d.speakersAt(x, next, labelledCredits(next.headline()))
		if c, ok := x.nameBelow(next); ok && len(x.credits) == 0 {
			d.speakersAt(x, next, []credit{c})
		}
	}
}

// speakersAt adds to x who the heading of at says to speak, if anybody, and what at
// shows.
func (d *draft) speakersAt(x *session, at *section, list []credit) {
	if len(list) == 0 {
		return
	}
	x.credits = append(x.credits, list...)
	d.speakerHeadings[at] = true
	d.shown(x, at)
}

// ofAnother tells whether c, in the line l, is who gave a talk of another title,
// which stands right behind: "Aさんによる「…」".
func (c credit) ofAnother(l passage, title string) bool {
	at := c.at.hi - l.lo
	for _, t := range titleSpans(l) {
		if t.start >= at && t.start <= at+len("による「") {
			return !similarTitle(l.text()[t.start:t.end], title)
		}
	}
	return false
}

// uploader reads what the site of a deck puts below it: "[Title](…) from [Name](…)".
func uploader(l passage) (credit, bool) {
	if len(l.of.links) < 2 {
		return credit{}, false
	}
	s := l.text()
	deck := false
	for _, a := range l.links() {
		t := targetOf(absoluteScheme(a.url))
		switch {
		case t.kind == slidesTarget:
			deck = true
		case t.kind == profileTarget && deck && (t.platform == "slideshare" || t.platform == "speakerdeck") && strings.HasSuffix(strings.TrimRight(s[:a.start], " *_"), "from"):
			name := strings.TrimSpace(s[a.start:a.end])
			if personLike(name) == likely && organizationLike(name) < likely && accountOf(t.handle, name) {
				return credit{people: people{list: []Speaker{{Name: Optional(name)}}, sure: true}, at: l.sub(a.start, a.end)}, true
			}
		}
	}
	return credit{}, false
}

// accountOf tells whether a person called name may have the account handle: it has
// one of the names in it, as those of companies seldom do.
func accountOf(handle, name string) bool {
	for _, w := range strings.Fields(strings.ToLower(name)) {
		if len(w) >= 3 && strings.Contains(strings.ToLower(handle), w) {
			return true
		}
	}
	return false
}

// speakerHeading reads the heading right below that of x, if it is the only one
// there to say who speaks: "## Title", "### A, Company".
func (x *session) speakerHeading() (found credit, at *section) {
	if !x.talkable {
		return found, nil
	}
	n := 0
	for i, c := range x.children {
		by, ok := speakersIn(c.headline(), false)
		first := c.level == setOff || i == 0 && x.text == 0 && len(x.children) == 1
		if !ok || !by.sure && !(first && allLikely(by.list) && by.list[0].Organization != "") {
			continue
		}
		if n++; x.text == 0 && i == 0 || c.level == setOff && at == nil {
			found, at = credit{people: by, at: c.headline()}, c
		}
	}
	if n != 1 {
		return credit{}, nil
	}
	return found, at
}

// nameBelow reads the heading right below that of x, of the same level, that is the
// full name of a person: "### Title", "### A".
func (x *session) nameBelow(next *section) (credit, bool) {
	p := next.headline()
	if !x.talkable || len(x.children) > 0 || len(x.blocks) > 0 || next.level != x.level {
		return credit{}, false
	}
	by, ok := speakersIn(p, false)
	return credit{people: by, at: p}, ok && allLikely(by.list) && (by.sure || givenName(p.text()))
}

// paged adds to the credits of x the names in its first lines that the address of
// the talk's page ends in: programmes make it of the title and the speakers.
func (d *draft) paged(x *session, page string) {
	slug := strings.TrimPrefix(pageSlug(page), vocab.Slug(x.title.plain()))
	seen := 0
	for l := range x.lines() {
		if seen++; seen > 12 {
			return
		}
		x.credits = append(x.credits, slugged(l, slug)...)
	}
}

// unaccented returns s without the accents on its letters, as addresses have it.
func unaccented(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == 'ø' || r == 'Ø':
			return 'o'
		case r == 'ł' || r == 'Ł':
			return 'l'
		}
		return r
	}, norm.NFD.String(s))
}

// pageSlug returns the end of the address of a talk's page as a slug.
func pageSlug(page string) string {
	_, parts, _ := splitURL(page)
	return vocab.Slug(parts[len(parts)-1])
}

// slugged returns the people in l whose full names slug has.
func slugged(l passage, slug string) []credit {
	var out []credit
	ws := wordsOf(l.text())
	for i := 0; i+1 < len(ws); i++ {
		for k := min(i+3, len(ws)-1); k > i; k-- {
			p := l.sub(ws[i].start, ws[k].end)
			name := p.text()
			if !capitalised(ws[i].text) || personLike(name) < likely || !strings.Contains(slug, vocab.Slug(unaccented(name))) {
				continue
			}
			c := credit{people: people{list: []Speaker{{Name: Optional(name)}}, sure: true}, at: p}
			if more, ok := nameBeginning(l, ws[i].start, ws[i].start+sentenceEnd(l.text()[ws[i].start:])); ok && more.list[0].Name == Optional(name) {
				c = more
			}
			out = append(out, c)
			for k+1 < len(ws) && ws[k+1].start < c.at.hi-l.lo {
				k++
			}
			i = k
			break
		}
	}
	return out
}
