package extract

import (
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/parser"
)

// A deck in Markdown is what Marp, Slidev, remark, reveal.js and GitPitch show:
// slides parted by lines of dashes, the title on the first of them.

// deckLimits tell decks from articles with rules between their sections.
const (
	minSlides  = 6   // of a deck
	slideLines = 24  // that are not empty, on nearly every slide
	slideBytes = 700 // bytes, on nearly every slide
)

// isMarkdownDeck tells whether src from offset on is a deck.
func isMarkdownDeck(src *source, offset int) bool {
	slides, long, lines, size := 1, 0, 0, 0
	fenced := false
	flush := func() {
		if lines > slideLines || size > slideBytes {
			long++
		}
		lines, size = 0, 0
	}
	for n := src.line(offset); n <= len(src.starts); n++ {
		line := strings.TrimRight(src.text[max(src.starts[n-1], offset):src.lineEnd(n)], " \t\r")
		if strings.HasPrefix(line, "```") {
			fenced = !fenced
		}
		switch {
		case !fenced && slideBreak(line):
			flush()
			slides++
		case line != "" && !fenced && !strings.HasPrefix(line, "<"):
			lines++
			size += len(line)
		}
	}
	flush()
	return slides >= minSlides && 6*long <= slides
}

// slideBreak tells whether line parts two slides.
func slideBreak(line string) bool { return line == "---" || line == "+++" || line == "***" }

// readMarkdownDeck returns the blocks of a deck, each with the number of its slide.
func readMarkdownDeck(p parser.Parser, src *source, offset int) []*block {
	blocks := readMarkdown(p, src, offset)
	slide, n := 1, src.line(offset)
	for _, b := range blocks {
		for ; n < b.line; n++ {
			if slideBreak(strings.TrimRight(src.lineText(n), " \t\r")) {
				slide++
			}
		}
		b.slide = slide
	}
	return blocks
}

// markdownDeckTalk adds the talk that a Markdown deck is. Its title is the first
// heading of the first slide that has one, else that of the front matter; who
// speaks stands there too, or on the slide on which they introduce themselves.
func (d *draft) markdownDeckTalk() {
	slide := d.titleSlide()
	var title passage
	t := &talk{deck: true, eventOf: d.event.Name, blocks: d.blocks}
	for _, b := range slide {
		if b.kind == heading && title.empty() && titleLike(b.text()) {
			t.heading, title = b, b.prose.all().lines()[0]
		} else if b.kind == heading && t.heading != nil && t.heading.kind == heading && b.line == t.heading.end+1 && b.level == t.heading.level && t.subtitle.of == nil {
			t.subtitle = b.prose.all().lines()[0] // a title on two lines
		}
	}
	for _, b := range d.matter {
		if b.key == "title" && title.empty() {
			t.heading, title = b, b.prose.all()
		}
	}
	if title.empty() {
		return
	}
	bill := billingOf(d.withoutEvent(title))
	d.vet(&bill)
	if !titleLike(bill.title.text()) {
		return
	}
	t.Line, t.EndLine = d.src.line(bill.title.from(0)), len(d.src.starts)
	x := &session{section: &section{}}
	d.addTalk(t, bill)
	if by, ok := speakersIn(t.subtitle, false); t.subtitle.of != nil && !(ok && by.sure) {
		t.Title += Optional(" " + t.subtitle.plain())
	} else {
		t.subtitle = passage{}
	}
	for _, b := range d.matter {
		if key, _, _ := strings.Cut(b.key, "."); key == "author" || key == "authors" || key == "speaker" {
			d.takeSpeakers(t, b.prose.all())
		}
	}
	d.deckPeople(t, x, slide)
	if len(t.Speakers) == 0 {
		d.introduced(t)
	}
	t.show(x.slides, x.video)
}

// titleSlide returns the blocks of the first slide that has a heading, and of the
// next, which may say where the deck is.
func (d *draft) titleSlide() []*block {
	first := 0
	var out []*block
	for _, b := range d.blocks {
		if b.prose == nil || b.quote {
			continue
		}
		if first == 0 && b.kind == heading {
			first = b.slide
		}
		if b.slide > max(first, 1)+1 || len(out) > 12 {
			break
		}
		out = append(out, b)
	}
	return out
}

// deckPeople adds who speaks, and the address of the deck, from the title slide.
func (d *draft) deckPeople(t *talk, x *session, slide []*block) {
	for _, b := range slide {
		if b == t.heading && b.prose.all().lines()[0].hi == b.prose.all().hi {
			continue
		}
		for _, l := range b.prose.all().lines() {
			s := strings.TrimSpace(l.text())
			if label, _, ok := strings.Cut(s, ":"); ok && slideWord(label) || slideWord(s) {
				d.material(x, b, l, 0)
				continue
			}
			if b.slide != slide[0].slide || utf8.RuneCountInString(s) > maxSpeakers || strings.Contains(s, "://") {
				continue
			}
			if list := labelledCredits(l); len(list) > 0 {
				for _, c := range list {
					d.addPeople(t, c.people, c.at)
				}
				continue
			}
			for _, column := range columnsOf(l) {
				d.takeSpeakers(t, d.withoutEvent(column))
			}
		}
	}
}

// introduced adds the one person that a slide introduces: the first name or handle
// on it.
func (d *draft) introduced(t *talk) {
	slide := 0
	for _, b := range d.blocks {
		switch {
		case b.prose == nil || b.slide > 6:
		case b.kind == heading && anyPrefix(strings.ToLower(bare(b.text())), selfIntroductions[:len(selfIntroductions)-2]):
			slide = b.slide
		case slide > 0 && b.slide == slide:
			for _, l := range b.prose.all().lines() {
				if by, ok := speakersIn(l, true); ok && len(by.list) == 1 && (by.sure || allLikely(by.list)) && !d.anyKnown(by.list) {
					d.addPeople(t, by, l)
					return
				}
			}
		}
	}
}
