package extract

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// appearance is a talk in a list of a person's or a project's talks whose headings are
// the events:
//
//	### Cloud Breakfast Hull
//	*May 2031*
//	Sidecars you can live without
type appearance struct {
	section *section
	title   passage
	date    Optional // where it says the day
}

// maxVenue is how many words a heading has that is the name of an event.
const maxVenue = 10

// appearances returns the talks that stand so, where two sections or more of one level
// do, and notes what their headings name as events.
func (d *draft) appearances() []appearance {
	var out []appearance
	atLevel := map[int]int{} // how many
	d.root.walk(func(s *section) {
		if a, ok := d.appearanceIn(s); ok {
			out = append(out, a)
			atLevel[s.level]++
		}
	})
	out = slices.DeleteFunc(out, func(a appearance) bool { return atLevel[a.section.level] < 2 })
	for _, a := range out {
		e := d.headingEvents[a.section]
		if e == nil {
			e = &Event{Name: a.section.headline().trim(" #").plain(), Line: a.section.heading.line}
			d.headingEvents[a.section] = e
		}
		e.Date = cmp.Or(e.Date, a.date)
	}
	return out
}

// appearanceIn reads the section of an appearance: below a short heading a line that is
// nothing but a date, and one that may be a title.
func (d *draft) appearanceIn(s *section) (appearance, bool) {
	if s.heading == nil || s.heading.prose == nil || s.level < 2 || len(s.children) > 0 && s.children[0].level < setOff {
		return appearance{}, false
	}
	name := bare(s.headline().text())
	if n := len(strings.Fields(name)); n == 0 || n > maxVenue || onlyDate(name) || logistics(name) || personLike(name) == likely && d.headingEvents[s] == nil {
		return appearance{}, false
	}
	a := appearance{section: s}
	dated := false
	for _, b := range s.blocks {
		if b.prose == nil || b.kind != paragraph || b.quote {
			return appearance{}, false
		}
		for _, l := range b.prose.all().lines() {
			l = l.trim(" *_")
			switch {
			case l.empty():
			case onlyDate(l.text()):
				dated = true
				if ds := datesIn(l.text()); len(ds) > 0 && ds[0].day > 0 && ds[0].year > 0 {
					a.date = Optional(ds[0].String())
				}
			case !dated:
				return appearance{}, false
			default:
				a.title = l
				title := l.text()
				return a, titleText(title) && titleLike(title) && longTitle(title) && utf8.RuneCountInString(title) <= 160 && !logistics(title)
			}
		}
	}
	return appearance{}, false
}

// appearanceTalks adds the talks of appearances.
func (d *draft) appearanceTalks(list []appearance) {
	for _, a := range list {
		t := &talk{heading: a.section.heading, blocks: a.section.all(), item: true, eventOf: d.headingEvents[a.section].Name}
		t.Line = d.src.line(a.title.from(0))
		t.EndLine = max(a.section.end(), t.Line)
		d.addTalk(t, billingOf(a.title))
		d.materialBelow(t, a.section)
	}
}
