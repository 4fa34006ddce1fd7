package extract

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// addSession adds the talk that the section x reports.
func (d *draft) addSession(x *session) {
	t := &talk{heading: x.heading, blocks: x.all()}
	t.Line, t.EndLine = x.heading.line, max(x.end(), x.heading.end)
	t.eventOf = d.eventAbove(x.section)
	t.show(x.slides, x.video)
	b := x.billing
	b.people = people{}
	if name, title, ok := eventBefore(b.title); ok && !x.lone {
		b.title, t.eventOf = title, name
	}
	if x.lone {
		b.title = x.statedTitle()
		if !b.title.empty() {
			t.Line = d.src.line(b.title.from(0))
		}
	} else if title, ok := x.labelledTitle(); ok {
		b.title, t.Line = title, d.src.line(title.from(0))
	}
	before := x.begun()
	if before != nil {
		t.Line, b.title = before.heading.line, before.headline().trim(" #")
	}
	d.addTalk(t, b)
	if before != nil {
		t.subtitle = x.title
		t.Title += " " + Optional(x.title.plain())
	} else if p, ok := x.goesOn(); ok && !x.lone {
		t.subtitle = p
		t.Title += Optional(p.plain())
	}
	for i, c := range x.credits {
		if i > 0 && !c.labelled && len(x.people.list) > 0 {
			d.enrich(t, c)
			continue
		}
		d.addPeople(t, c.people, c.at)
	}
}

// enrich adds to the speakers of t, whom its heading names, what a line below says
// of them. It adds nobody: who else is named there may have asked a question.
func (d *draft) enrich(t *talk, c credit) {
	d.byline(c.at)
	for _, s := range c.list {
		i := sameSpeaker(t.Speakers, s)
		if i < 0 && len(t.Speakers) == 1 && len(c.list) == 1 && (s.Name == "" || has(string(s.Name), cjk) != has(string(t.Speakers[0].Name), cjk)) {
			i = 0
		}
		if i >= 0 {
			t.Speakers[i] = joined(t.Speakers[i], s)
		}
	}
}

// goesOn returns the line right below the heading that its title goes on with:
// "**〜 … 〜**".
func (x *session) goesOn() (passage, bool) {
	if len(x.blocks) == 0 || x.blocks[0].prose == nil || x.blocks[0].line > x.heading.end+1 {
		return passage{}, false
	}
	b := x.blocks[0]
	text := strings.TrimSpace(b.text())
	if !b.prose.bold || strings.Contains(text, "\n") || !anyPrefix(text, subtitleSigns) {
		return passage{}, false
	}
	return b.prose.all().trim(""), true
}

// beginsTitle tells whether the heading of s is the beginning of a title of which the next
// one, on the next line, has the rest.
func (s *section) beginsTitle() bool {
	next := s.next
	return next != nil && next.level == s.level && s.level < setOff && len(s.blocks) == 0 && len(s.children) == 0 && next.heading.line == s.heading.end+1 &&
		len(next.blocks) > 0 && titleLike(s.headline().text()) && titleLike(next.headline().text()) && !logistics(next.headline().text()) && !logistics(s.headline().text())
}

// begun returns the section right before x whose heading begins its title, nil for none.
func (x *session) begun() *section {
	if x.parent == nil || x.lone {
		return nil
	}
	i := slices.Index(x.parent.children, x.section)
	if i < 1 || !x.parent.children[i-1].beginsTitle() {
		return nil
	}
	return x.parent.children[i-1]
}

// subtitleSigns begin lines that a title goes on with.
var subtitleSigns = []string{"〜", "～", "~", "—", "―", "–"}

// labelledTitle returns the title that one of the first lines below the heading states as
// such, "Title: X": the heading then only says whose talk it is.
func (x *session) labelledTitle() (passage, bool) {
	seen := 0
	for l := range x.lines() {
		if seen++; seen > 4 {
			break
		}
		if bill, ok := labelledTitle(l); ok {
			return bill.title, true
		}
	}
	return passage{}, false
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

var titleLabels = []string{"title", "titre", "título", "titel", "thema", "tema", "タイトル", "題名", "演題", "발표 제목", "제목", "题目", "标题", "议题", "主题"}

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
		if e := d.headingEvents[p]; e != nil {
			return e.Name
		}
	}
	return d.event.Name
}

// dateTalks gives each talk its event, and the event's date. The events that
// headings, items and tables name are events of the document if a talk is of them.
func (d *draft) dateTalks() {
	with := map[string]bool{} // events that a talk is of
	for _, t := range d.talks {
		with[t.eventOf] = true
	}
	known := map[string]Event{}
	learn := func(e Event) {
		if _, ok := known[e.Name]; !ok {
			known[e.Name] = e
			d.events = append(d.events, e)
		}
	}
	if d.event.Name != "" {
		known[d.event.Name] = d.event.Event
	}
	d.root.walk(func(s *section) {
		if e := d.headingEvents[s]; e != nil && with[e.Name] {
			learn(*e)
		}
	})
	for _, e := range d.entryEvents {
		if with[e.Name] {
			learn(e)
		}
	}
	for _, t := range d.talks {
		t.Event = Optional(t.eventOf)
		if t.eventOf != "" {
			learn(Event{Name: t.eventOf, Line: t.Line})
			t.Date = cmp.Or(t.Date, known[t.eventOf].Date)
		}
	}
}

// eventBefore parts "PlatformCon 2025: Title" and "PlatformCon 2025 - Title" into the
// event and the title.
func eventBefore(p passage) (event string, title passage, ok bool) {
	s := p.text()
	for _, n := range editionsIn(p) {
		after := strings.TrimLeft(s[n.end:], " ")
		if strings.TrimSpace(s[:n.start]) != "" || !anyPrefix(after, []string{": ", "- ", "– ", "— ", "| ", "："}) {
			continue
		}
		title = p.sub(len(s)-len(after), len(s)).trim(" -–—:：|")
		return n.name, title, titleLike(title.text())
	}
	return "", passage{}, false
}
