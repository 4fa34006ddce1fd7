package extract

import "strings"

// captionTalks finds the talks that the pictures of a report show: a caption that
// is a title with who gives it, "A - Title". One caption may be anything; two or
// more are how the report names its talks.
func (d *draft) captionTalks() {
	if d.event.Name == "" {
		return
	}
	var shown []*block
	var bills []billing
	for _, b := range d.blocks {
		if b.kind != caption || b.prose == nil {
			continue
		}
		bill := captioned(b.prose.all())
		d.vet(&bill)
		if len(bill.people.list) > 0 {
			shown, bills = append(shown, b), append(bills, bill)
		}
	}
	if len(shown) < 2 {
		return
	}
	for i, b := range shown {
		t := &talk{heading: b, item: true, eventOf: d.event.Name}
		t.Line, t.EndLine = d.src.line(bills[i].title.from(0)), b.end
		d.addTalk(t, bills[i])
	}
}

// captioned reads "A & B - Title", the zero billing where p is anything else.
func captioned(p passage) billing {
	s := p.text()
	for _, dash := range dashes[:3] {
		i := strings.Index(s, dash)
		if i <= 0 {
			continue
		}
		by, title := p.sub(0, i), p.sub(i+len(dash), len(s)).trim("")
		if found, ok := speakersIn(by, false); ok && allLikely(found.list) && titleLike(title.text()) && longTitle(title.text()) {
			return billing{title: title, people: found, by: span{by.lo, by.hi}}
		}
	}
	return billing{}
}
