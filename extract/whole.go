package extract

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// wholeTalk adds the talk that the document as a whole is about: its front matter
// or its opening says who spoke, and no section is a talk of its own.
func (d *draft) wholeTalk() {
	title := d.wholeTitle()
	if title.empty() {
		return
	}
	b := billingOf(title)
	d.vet(&b)
	credits := d.matterPeople()
	if len(credits) == 0 {
		credits = d.openingPeople()
	}
	if len(credits) == 0 {
		credits = d.factPeople()
	}
	labelled := reportLabel(strings.TrimSpace(title.text())) > 0 || len(b.people.list) > 0
	if len(credits) == 0 && !(labelled && d.event.Name != "") {
		return
	}
	x := &session{section: &section{blocks: d.opening()}}
	x.billing.title = title
	d.matterMaterial(x)
	seen := 0
	for _, b := range d.blocks {
		if b.kind == embed {
			x.take(b.target, b.line)
		} else if b.prose != nil && seen < 12 {
			for _, l := range b.prose.all().lines() {
				d.material(x, b, l, seen)
			}
			seen++
		}
	}
	t := &talk{eventOf: d.event.Name, blocks: d.blocks}
	t.show(x.slides, x.video)
	t.heading = &block{kind: heading, prose: title.of, line: d.src.line(title.from(0))}
	t.Line, t.EndLine = t.heading.line, len(d.src.starts)
	d.addTalk(t, b)
	for _, c := range credits {
		d.addPeople(t, c.people, c.at)
	}
}

// matterMaterial notes the slides and the video that the front matter names.
func (d *draft) matterMaterial(x *session) {
	for _, b := range d.matter {
		key, _, _ := strings.Cut(b.key, ".")
		switch key {
		case "slides", "slide", "deck", "materials", "material", "url_slides", "slides_url", "speakerdeck_url", "slideshare", "video", "videos", "recording", "url_video", "video_url", "youtube":
			t := targetOf(absoluteScheme(strings.TrimSpace(b.text())))
			x.take(t, b.line)
		}
	}
}

// openingPeople returns who the opening of the document says to speak: behind a
// label, or in its first line if the document is on an event.
func (d *draft) openingPeople() []credit {
	var out []credit
	seen := 0
	for _, b := range d.opening() {
		if b.kind == heading {
			continue
		}
		for _, l := range b.prose.all().lines() {
			c, ok := labelledPeople(l)
			if !ok && seen == 0 && b.kind == paragraph {
				by, isPeople := speakersIn(l, false)
				c, ok = credit{people: by, at: l}, isPeople && (by.sure || allLikely(by.list) && !d.anyKnown(by.list))
			}
			if ok && (d.event.Name != "" || c.labelled && seen < 8 && labelledBy(l.text(), sureSpeakerLabels)) {
				out = append(out, c)
			}
			seen++
		}
	}
	return out
}

// factPeople returns who a table of facts says to speak: "Presenter: | A".
func (d *draft) factPeople() []credit {
	var out []credit
	for i, b := range d.blocks[:max(0, len(d.blocks)-1)] {
		next := d.blocks[i+1]
		if !factLabel(b) || next.kind != cell || next.table != b.table || next.row != b.row {
			continue
		}
		text := next.prose.all()
		if by, ok := speakersIn(text, true); ok {
			out = append(out, credit{people: by, at: text})
		}
	}
	return out
}

// factLabel tells whether b begins a row of a table of facts, who speaks.
func factLabel(b *block) bool {
	return b.kind == cell && b.col == 0 && b.row > 0 && slices.Contains(sureSpeakerLabels, strings.TrimRight(lowerCase(bare(b.text())), ":："))
}

// wholeTitle returns the title of the document if it may be that of a talk: not
// only the name of an event.
func (d *draft) wholeTitle() passage {
	for _, t := range d.titles() {
		t = t.trim("")
		for _, e := range eventNames(withoutDates(t.text())) {
			if e.name == d.event.Name {
				before, after := t.sub(0, e.start), t.sub(e.end, len(t.text())).trim("#-–—:：|｜/】])）, 　")
				before = before.sub(0, len(strings.TrimRight(before.text(), "#-–—:：|｜/「」【[(（@, 　")))
				if utf8.RuneCountInString(before.text()) >= utf8.RuneCountInString(after.text()) {
					t = before
				} else {
					t = after
				}
				break
			}
		}
		b := billingOf(t)
		if s := b.title.text(); titleLike(s) && !reported(s) && utf8.RuneCountInString(s) >= 6 {
			return t
		}
	}
	return passage{}
}

// matterPeople returns the speakers that the front matter names.
func (d *draft) matterPeople() []credit {
	var out []credit
	row := -1
	for _, b := range d.matter {
		key, field, _ := strings.Cut(b.key, ".")
		switch key {
		case "speaker", "speakers", "presenter", "presenters", "登壇者", "発表者":
		default:
			continue
		}
		text := b.prose.all()
		switch field {
		case "":
			if by, ok := speakersIn(text, true); ok {
				out = append(out, credit{people: by, at: text})
			}
		case "name":
			by := people{list: []Speaker{{Name: Optional(text.plain())}}, sure: true}
			out, row = append(out, credit{people: by, at: text}), b.row
		case "org", "company", "organization", "affiliation":
			if n := len(out); n > 0 && row == b.row {
				out[n-1].list[0].Organization = Optional(text.plain())
			}
		case "twitter", "github":
			if n := len(out); n > 0 && row == b.row {
				handle := strings.TrimPrefix(text.plain(), "@")
				if t := targetOf(absoluteScheme(handle)); t.kind == profileTarget {
					handle = t.handle
				}
				if validHandle(handle) {
					out[n-1].list[0].Handle, out[n-1].list[0].Platform = Optional(handle), Optional(field)
				}
			}
		}
	}
	return out
}
