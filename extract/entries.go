package extract

import (
	"strings"
)

// lists returns the lists in blocks, each as its outermost items. The lines of
// paragraphs count as items too: programmes are written that way.
func lists(blocks []*block) [][]*entry {
	out := [][]*entry{}
	var list, open []*entry // open[i] is the open item of depth i+1
	flush := func() {
		if len(list) > 0 && !(list[0].line && len(list[0].own) == 1 && list[0].block.plain() && len(list[len(list)-1].children) == 0) {
			out = append(out, list)
		}
		list, open = nil, nil
	}
	for i, b := range blocks {
		switch {
		case b.prose == nil || b.kind == caption:
		case b.kind == listItem:
			e := &entry{block: b, own: b.prose.all().lines()}
			depth := min(max(b.level, 1)-1, len(open))
			if len(open) > 0 && open[0].line {
				depth = min(max(b.level, 1), len(open))
			}
			open = append(open[:depth:depth], e)
			if depth == 0 {
				list = append(list, e)
			} else {
				up := open[depth-1]
				up.children = append(up.children, e)
			}
		case b.level > 0 && len(open) > 0 && b.kind == paragraph && !open[0].line:
			last := open[len(open)-1]
			last.own = append(last.own, b.prose.all().lines()...)
		default:
			title := titleAbove(blocks[:i], b)
			if title != nil {
				list = nil // it is one with b
			}
			flush()
			switch {
			case title != nil:
				list = []*entry{{block: title, own: append(title.prose.all().lines(), b.prose.all().lines()...), line: true}}
			case b.kind == paragraph && !b.quote:
				list = linesOf(b)
			}
			if len(list) > 0 {
				open = list[len(list)-1:] // a list right below belongs to the last line
			}
		}
	}
	flush()
	return out
}

// titleAbove returns the paragraph of one line right before b that may be a title,
// where b is nothing but links to slides or a video: nil else.
func titleAbove(before []*block, b *block) *block {
	if len(before) == 0 || b.kind != paragraph || b.quote || len(b.prose.links) == 0 {
		return nil
	}
	above := before[len(before)-1]
	if above.kind != paragraph || above.prose == nil || above.quote || strings.Contains(above.text(), "\n") || len(above.prose.links) > 0 || !titleLike(above.text()) {
		return nil
	}
	rest := b.text()
	for k := len(b.prose.links) - 1; k >= 0; k-- {
		a := b.prose.links[k]
		if text := b.prose.text[a.start:a.end]; !materialWord(text) {
			return nil
		}
		rest = rest[:a.start] + rest[a.end:]
	}
	if strings.Trim(rest, " |/,·-–()[]\n&") != "" {
		return nil
	}
	return above
}

// strongEntries counts the entries in list that say by themselves that they announce
// talks.
func (d *draft) strongEntries(list []*entry) int {
	n := 0
	for _, e := range list {
		if e.plain() {
			continue
		}
		if d.readEntry(e); e.strong() {
			n++
		}
	}
	return n
}

// plain tells whether nothing in e and below it can say who gives a talk or link to
// its slides, and nothing of it says that talks stand below.
func (e *entry) plain() bool {
	if e.seen {
		return e.isPlain
	}
	e.seen = true
	if len(e.own) > 1 || !e.block.plain() && !announcesNothing(e.own[0]) {
		return false
	}
	if len(e.children) > 0 && e.heads() {
		return false
	}
	for i, c := range e.children {
		if !c.plain() || i <= 4 && c.own[0].signs(labelSign) != 0 || i == 0 && !nobodyIn(trimSpeech(c.own[0])) {
			return false
		}
	}
	e.isPlain = true
	return true
}

// heads tells whether e may say that talks stand below it: it has a number, which may
// be one of a date or a slot, or the kind of a talk.
func (e *entry) heads() bool {
	b := billing{title: e.own[0].trim("*_ ")}
	b.lead()
	return numerals.in(e.own[0].text()) || b.timed || b.label != "" || e.introduces() || monthLead(e.own[0].text())
}

// announcesNothing tells whether l cannot say who gives a talk, links neither to
// slides nor to a video and is not one link.
func announcesNothing(l passage) bool {
	if withoutMaterial(l).signs(splitSigns|bracketSign) != 0 {
		return false
	}
	links := l.links()
	if len(links) == 0 {
		return true
	}
	s := l.text()
	label := labelOf(s)
	if wholeLink(l) || l.signs(eventSign) != 0 || slideWord(label) || videoWord(label) {
		return false
	}
	for _, a := range links {
		text := s[a.start:a.end]
		if k := targetOf(absoluteScheme(a.url)).kind; k == slidesTarget || k == videoTarget || slideWord(text) || videoWord(text) || strings.HasSuffix(lowerCase(a.url), ".pdf") {
			return false
		}
	}
	return true
}

// labelOf returns what stands in s before its first colon.
func labelOf(s string) string {
	label, _, _ := strings.Cut(s, ":")
	label, _, _ = strings.Cut(label, "：")
	return label
}

// linesOf returns the lines of the paragraph b as entries: of one in which no talk
// can be announced only the last, which may head a list. A short paragraph that ends
// in the address of a deck or a video is one entry; elsewhere such an address belongs
// to the line before it.
func linesOf(b *block) []*entry {
	var out []*entry
	ls := b.prose.all().lines()
	if b.plain() {
		for i := len(ls) - 1; i >= 0; i-- {
			if !ls[i].trim("").empty() {
				return []*entry{{block: b, own: ls[i : i+1 : i+1], line: true}}
			}
		}
		return nil
	}
	if n := len(ls); n >= 2 && n <= 3 && addressOnly(ls[n-1]) && !addressOnly(ls[0]) && !ls[0].trim("").empty() {
		return []*entry{{block: b, own: ls, line: true}}
	}
	for i, l := range ls {
		switch n := len(out); {
		case l.trim("").empty():
		case i > 0 && n > 0 && len(out[n-1].own) == 1 && addressOnly(l):
			out[n-1].own = append(out[n-1].own, l)
		default:
			out = append(out, &entry{block: b, own: ls[i : i+1 : i+1], line: true})
		}
	}
	return out
}

// plain tells whether no line of b can say who gives a talk or link to its slides.
func (b *block) plain() bool {
	return len(b.prose.links) == 0 && !b.prose.has(splitSigns|bracketSign)
}

// addressOnly tells whether l is nothing but the address of a deck, a video or the page
// of a talk.
func addressOnly(l passage) bool {
	l = l.trim("")
	links := l.links()
	if len(links) != 1 || !strings.Contains(l.text(), "://") || links[0].start != 0 || links[0].end != len(l.text()) {
		return false
	}
	k := targetOf(links[0].url).kind
	return k == slidesTarget || k == videoTarget || k == talkTarget
}

// minPairs is how many lines with an address below each make a list of talks.
const minPairs = 3

// paired counts the lines of lists that have the address of a deck or a video
// below them.
func paired(all [][]*entry) int {
	n := 0
	for _, list := range all {
		for _, e := range list {
			if e.line && len(e.own) > 1 {
				n++
			}
		}
	}
	return n
}
