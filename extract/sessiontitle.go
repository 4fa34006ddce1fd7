package extract

import (
	"strings"
	"unicode/utf8"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// addSession adds the talk that the section x reports.
func (d *draft) addSession(x *session) {
	t := &talk{heading: x.heading, blocks: x.all()}
	t.Line, t.EndLine = x.heading.line, max(x.end(), x.heading.end)
	t.eventOf = d.eventAbove(x.section)
	t.Slides, t.Video = Optional(x.slides.url), Optional(x.video.url)
	t.lines = [2]int{x.slides.line, x.video.line}
	b := x.billing
	b.people = people{}
	if x.lone {
		b.title = x.statedTitle()
		if !b.title.empty() {
			t.Line = d.src.line(b.title.from(0))
		}
	}
	d.addTalk(t, b)
	for _, c := range x.credits {
		d.addPeople(t, c.people, c.at.of, span{c.at.lo, c.at.hi})
	}
}

// statedTitle returns the title of a talk whose heading says only "LT" or who
// speaks: the heading below, the text of the link to the deck, or a line in
// quotation marks at the beginning. It is empty where there is none.
func (x *session) statedTitle() passage {
	if len(x.children) == 1 && titleLike(x.children[0].headline().text()) {
		return billingOf(x.children[0].headline()).title
	}
	seen := 0
	for _, b := range x.blocks {
		if b.prose == nil || b.quote || b.kind == caption {
			continue
		}
		for _, l := range b.prose.all().lines() {
			if strings.TrimSpace(l.text()) == "" {
				continue
			}
			for _, a := range l.links() {
				text := l.sub(a.start, a.end)
				if targetOf(absoluteScheme(a.url)).kind == slidesTarget && titleText(text.text()) {
					return billingOf(text).title
				}
			}
			bill := billingOf(l)
			if seen < 4 && bill.quoted && titleLike(bill.title.text()) {
				return bill.title
			}
			if labelledBy(l.text(), titleLabels) {
				if titleLike(bill.title.text()) {
					return bill.title
				}
			}
			seen++
		}
		if seen >= 6 {
			break
		}
	}
	return passage{}
}

var titleLabels = []string{"title", "タイトル", "題名", "演題", "발표 제목", "제목", "题目", "标题", "议题", "主题"}

// titleText tells whether the text of a link to a deck is its title.
func titleText(s string) bool {
	return titleLike(s) && !slideWord(s) && !videoWord(s) && !strings.Contains(s, "://") && utf8.RuneCountInString(s) >= 4
}

// similarTitle tells whether a link's text is the title, or has it in it.
func similarTitle(text, title string) bool {
	a, b := vocab.Slug(text), vocab.Slug(title)
	if a == "" || b == "" || utf8.RuneCountInString(b) < 6 {
		return false
	}
	return strings.Contains(a, b) || strings.Contains(b, a) && 2*len(a) > len(b)
}

// eventAbove returns the name of the event that a heading above s names, else of
// the document's.
func (d *draft) eventAbove(s *section) string {
	for p := s; p != nil; p = p.parent {
		if p.heading == nil {
			break
		}
		for _, e := range d.events {
			if e.Line == p.heading.line {
				return e.Name
			}
		}
	}
	return d.event.Name
}

// dateTalks gives each talk its event, and the event's date.
func (d *draft) dateTalks() {
	for _, t := range d.talks {
		t.Event = Optional(t.eventOf)
		for _, e := range d.events {
			if e.Name == t.eventOf && t.Date == "" {
				t.Date = e.Date
			}
		}
	}
}
