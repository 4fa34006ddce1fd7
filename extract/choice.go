package extract

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// sectionTalks finds the talks that have a section of their own.
//
// A heading is the title of a talk if its section tells who spoke or shows slides
// or a video, or if enough of the other headings of its level are titles. What
// frames the talks, and what the headings above already announce, is none.
func (d *draft) sectionTalks() {
	var order []*session
	of := map[*section]*session{}
	d.root.walk(func(s *section) {
		if s.heading != nil {
			of[s] = d.session(s)
			order = append(order, of[s])
		}
	})
	nicknamed(order)
	d.prefaced(order)
	d.suffixed(order)
	for i := len(order) - 1; i >= 0; i-- { // those below first
		x := order[i]
		up := of[x.parent]
		if up == nil {
			continue
		}
		up.told += x.told
		if x.strong() && !d.speakerHeadings[x.section] && !(x.lone && (x.label == "" || len(x.credits) == 0 && up.marked())) {
			up.told++
		}
	}
	counts := headings{}
	for _, x := range order {
		n := counts[x.level]
		if n == nil {
			n = &struct{ strong, talkable, filmed int }{}
			counts[x.level] = n
		}
		if x.talkable || x.lone {
			n.talkable++
		}
		if x.strong() && !x.groups() {
			n.strong++
			if up := of[x.parent]; up != nil {
				up.tells = true
			}
		}
		if x.filmed() {
			n.filmed++
		}
	}
	for _, x := range order {
		talk := d.isTalk(x, counts) && (x.strong() || d.among(x, of[x.parent]) && !x.closes(of))
		if talk {
			d.addSession(x)
		}
		for _, c := range x.children {
			below := of[c]
			below.reported = x.reported || talk
			below.toldAbove = x.toldAbove || x.event == nil && (x.talkable || x.lone) && len(x.credits) > 0 && !x.lone && !x.groups()
		}
	}
}

// strong tells whether x says by itself that it is on a talk.
func (x *session) strong() bool {
	return (x.talkable || x.lone) && x.event == nil && (len(x.credits) > 0 || x.embedded || x.slides.url != "" || x.marked())
}

// marked tells whether the heading of x has what programmes put around titles.
func (x *session) marked() bool {
	return x.talkable && (x.timed || x.graded || (x.label != "" || x.quoted) && x.level < setOff)
}

// filmed tells whether all of x is notes on a video, which stands at their head, or slides
// and a video are all there is below a date.
func (x *session) filmed() bool {
	if !x.talkable || x.level >= setOff || len(x.blocks) == 0 {
		return false
	}
	first := x.blocks[0].line
	if x.video.url != "" && first <= x.video.line && x.video.line <= first+1 {
		return true
	}
	return x.slides.url != "" && x.slides.line <= first+3 && x.text <= 2 && x.blocks[0].prose != nil && onlyDate(x.blocks[0].prose.all().lines()[0].text())
}

// headings counts, for the headings of each level, those that may be titles and those
// that more speaks for, and those of notes on a video.
type headings map[int]*struct{ strong, talkable, filmed int }

// isTalk decides whether x is the section of a talk.
func (d *draft) isTalk(x *session, of headings) bool {
	switch {
	case d.speakerHeadings[x.section], !x.talkable && !x.lone, x.event != nil, x.lone && len(x.credits) == 0 && (x.slides.url == "" || x.reported), x.groups():
		return false
	case x.toldAbove, x.reported && !x.strong():
		return false // notes on the talk above
	case x.beginsTitle():
		return false // which the next heading has the rest of
	}
	n := of[x.level]
	eventful := d.eventAbove(x.section) != "" || len(d.titleLines) >= minReported
	switch {
	case x.strong() && (eventful || len(x.credits) > 0 && (x.embedded || x.slides.url != "" || x.video.url != "" || n.strong >= 2)):
		return x.level < setOff || len(x.credits) > 0 || x.slides.url != ""
	case x.filmed() && n.filmed >= 3 && 3*n.filmed >= 2*n.talkable:
		return true
	case !eventful || x.lone || x.level == setOff && x.heading.prose.bold:
		return false
	case x.text > 0 && (x.parent.heading != nil && x.parent.namesTalks() || x.promised()) && (longTitle(x.title.text()) || x.besideLongTitle()):
		return true
	case x.noted() && (longTitle(x.title.text()) || x.besideLongTitle()):
		return true
	case n.strong >= 2 && 3*n.strong >= n.talkable, n.strong == 1 && 3*n.strong >= n.talkable && n.talkable <= 4:
		return x.text > 0 || n.strong >= 3
	}
	return false
}

// minReported is how many talks with speakers make a document a report of talks that
// names no event.
const minReported = 4

// longTitle tells whether s has more words than the headings of notes have.
func longTitle(s string) bool {
	return len(strings.Fields(s)) >= 4 || has(s, cjk) && utf8.RuneCountInString(s) >= 12
}

// besideLongTitle tells whether x has more than a word for a title, and a section
// beside it a long one.
func (x *session) besideLongTitle() bool {
	s := x.title.text()
	if len(strings.Fields(s)) < 2 && utf8.RuneCountInString(s) < 6 {
		return false
	}
	return slices.ContainsFunc(x.parent.children, func(c *section) bool { return longTitle(bare(c.headline().text())) && !logistics(c.headline().text()) })
}

// noteHeadings stand, below the title of each talk, over what its listener wrote down.
var noteHeadings = newNameSet("memo|memos|notes|note|my notes|takeaways|key takeaways|my takeaways|thoughts|my thoughts|impressions|summary|" +
	"メモ|感想|所感|学び|気づき|まとめ|要約|内容|概要|메모|느낀점|느낀 점|소감|정리|요약|笔记|记录|感想|感受|心得|要点|总结")

// noted tells whether x and a section beside it have such headings right below.
func (x *session) noted() bool {
	if !x.section.notes() {
		return false
	}
	return slices.ContainsFunc(x.parent.children, func(c *section) bool { return c != x.section && c.level == x.level && c.notes() })
}

// notes tells whether s begins with such a heading, behind a few words at most.
func (s *section) notes() bool {
	return len(s.children) > 0 && len(s.blocks) <= 3 && noteHeadings.holds(lowerCase(bare(s.children[0].headline().text())))
}

// groups tells whether x only groups talks: sections below it tell who spoke, and
// more of them than it does itself.
func (x *session) groups() bool {
	if len(x.credits) > 0 {
		return x.told >= 2
	}
	return x.told >= 1
}
