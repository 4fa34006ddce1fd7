package extract

import (
	"strings"
	"unicode/utf8"
)

// piece is one item of the flattened text of a slide: what stands between two
// bullets.
type piece struct {
	passage
	depth int    // 0 before the first bullet, 1 behind a filled one, 2 behind an open one, 3 behind a square
	url   string // of the first link in it
	at    int    // where that stands
}

// depthOf returns the depth of the items that a bullet begins.
func depthOf(bullet rune) int {
	switch bullet {
	case '○', '◦', '–', '▹':
		return 2
	case '■', '▪', '□', '▫':
		return 3
	}
	return 1
}

// bullets part the items of a slide.
const bullets = "●○■□•◦▪▫◆◇▶►‣–・✓❖"

// piecesOf parts the text of a slide at its bullets. A bullet stands at the
// beginning or behind white space, before white space.
func piecesOf(p passage) []piece {
	var out []piece
	s := p.text()
	start, depth := 0, 0
	add := func(end int) {
		q := p.sub(start, end).trim("")
		if q.empty() {
			return
		}
		one := piece{passage: q, depth: depth}
		if links := q.links(); len(links) > 0 {
			one.url, one.at = links[0].url, links[0].start
		}
		out = append(out, one)
	}
	for i, r := range s {
		if !strings.ContainsRune(bullets, r) {
			continue
		}
		n := utf8.RuneLen(r)
		before, after := runeBefore(s, i), runeAfter(s, i+n)
		if (before == 0 || before == ' ' || before == '　' || before == '\n') && (after == ' ' || after == '　' || after == 0 || r == '・' && before != ' ') {
			add(i)
			start, depth = i+n, depthOf(r)
		}
	}
	add(len(s))
	return out
}

// deckTalks finds the talks of a transcript: the deck itself, and those that its
// slides cite.
func (d *draft) deckTalks() {
	slides := map[int][]*block{}
	var order []int
	for _, b := range d.blocks {
		if b.kind != slideText {
			continue
		}
		if slides[b.slide] == nil {
			order = append(order, b.slide)
		}
		slides[b.slide] = append(slides[b.slide], b)
	}
	for i, n := range order {
		if i == 0 {
			d.ownTalk(slides[n])
			continue
		}
		d.citedTalks(slides[n])
	}
}

// citedTalks adds the talks that a slide cites: a title, who gave it, and the URL
// of the deck, each an item or all in one.
func (d *draft) citedTalks(slide []*block) {
	var pieces []piece
	for _, b := range slide {
		pieces = append(pieces, piecesOf(b.prose.all())...)
	}
	if len(pieces) == 0 || anyPrefix(strings.ToLower(pieces[0].text()), selfIntroductions) {
		return
	}
	used := make([]bool, len(pieces))
	for i, p := range pieces {
		if p.url == "" || targetOf(p.url).kind != slidesTarget {
			continue
		}
		head := p.sub(0, p.at).trim(" :：-–—→")
		if b := billingOf(head); len(b.people.list) > 0 && titleLike(b.title.text()) {
			used[i] = true
			d.cite(slide, b, b.credit(p.of), p.url)
			continue
		}
		if head.empty() || slideWord(head.text()) {
			d.citedBefore(slide, pieces, used, i)
		}
	}
	for i, p := range pieces {
		if used[i] || p.url != "" || len(pieces) < 2 || utf8.RuneCountInString(p.text()) > 80 {
			continue
		}
		e := entry{billing: billingOf(p.passage)}
		d.vet(&e.billing)
		if len(e.people.list) > 0 && e.people.sure && e.people.list[0].Handle == "" && e.parted() && titleLike(e.title.text()) {
			d.cite(slide, e.billing, e.credit(p.of), "")
		}
	}
}

// selfIntroductions begin slides on which the speakers say who they are.
var selfIntroductions = []string{"自己紹介", "who am i", "who we are", "who are we", "whoami", "about me", "about us", "speaker", "self introduction", "$ whoami", "자기소개", "발표자 소개", "自我介绍", "关于我", "special thanks", "thanks"}

// citedBefore adds the talk whose deck pieces[i] is: its title, and who gave it,
// stand before.
func (d *draft) citedBefore(slide []*block, pieces []piece, used []bool, i int) {
	var by credit
	k := i - 1
	if k >= 1 && !used[k] && pieces[k].url == "" {
		if found, ok := speakersIn(pieces[k].passage, true); ok && (found.sure || allLikely(found.list) && !d.anyKnown(found.list)) {
			by = credit{people: found, at: pieces[k].passage}
			k--
		}
	}
	if k < 0 || used[k] || pieces[k].url != "" {
		return
	}
	b := billingOf(pieces[k].passage)
	d.vet(&b)
	if len(by.list) == 0 && len(b.people.list) > 0 {
		by = b.credit(b.title.of)
	}
	if !titleLike(b.title.text()) || len(by.list) == 0 {
		return
	}
	for n := k; n <= i; n++ {
		used[n] = true
	}
	d.cite(slide, b, by, pieces[i].url)
}

// cite adds a talk that a slide cites.
func (d *draft) cite(slide []*block, b billing, by credit, slides string) {
	t := &talk{heading: slide[0], blocks: slide, item: true}
	t.Line = d.src.line(b.title.from(0))
	t.EndLine = max(t.Line, slide[len(slide)-1].end)
	t.show(place{slides, t.Line}, place{})
	b.people = people{}
	d.addTalk(t, b)
	d.addPeople(t, by.people, by.at)
}
