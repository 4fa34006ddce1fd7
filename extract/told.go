package extract

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// toldTalks finds the talks that sentences tell of: a title, emphasised or in
// quotation marks, and close to it who gave the talk. Only a report of an event
// tells of talks that way.
func (d *draft) toldTalks() {
	d.root.walk(func(s *section) {
		if d.eventAbove(s) == "" || d.inTalk(s) {
			return
		}
		before := len(d.talks)
		for _, b := range s.blocks {
			if b.prose == nil || b.quote || b.kind != paragraph && b.kind != listItem || d.announced[b] {
				continue
			}
			all := b.prose.all()
			if len(all.text()) > longParagraph {
				continue
			}
			end := 0
			for _, t := range titleSpans(all) {
				if t.start >= end && d.toldTalk(s, b, all, t) {
					end = t.end
				}
			}
		}
		if len(d.talks) == before+1 {
			d.materialBelow(d.talks[before], s)
		}
	})
}

// longParagraph is the size of a text in bytes that is no paragraph anybody wrote.
const longParagraph = 8 << 10

// materialBelow gives t, the one talk that s tells of, the slides and the video
// that s links to as such.
func (d *draft) materialBelow(t *talk, s *section) {
	x := &session{section: s}
	for _, b := range s.blocks {
		if b.prose == nil || b.line <= t.Line {
			continue
		}
		for _, l := range b.prose.all().lines() {
			d.material(x, b, l, 20)
		}
	}
	t.Slides, t.Video = cmp.Or(t.Slides, Optional(x.slides.url)), cmp.Or(t.Video, Optional(x.video.url))
	t.lines = [2]int{x.slides.line, x.video.line}
}

// titleSpans returns the stretches of p that are set apart as titles are and long
// enough, in order.
func titleSpans(p passage) []span {
	spans := p.clip(p.of.marks)
	s := p.text()
	for _, a := range p.links() {
		switch targetOf(absoluteScheme(a.url)).kind {
		case slidesTarget, videoTarget, talkTarget:
			spans = append(spans, span{a.start, a.end})
		}
	}
	for _, q := range [...][2]string{{"“", "”"}, {"\"", "\""}, {"「", "」"}, {"『", "』"}, {"《", "》"}} {
		for at := 0; ; {
			open := strings.Index(s[at:], q[0])
			if open < 0 {
				break
			}
			start := at + open + len(q[0])
			n := strings.Index(s[start:], q[1])
			if n < 0 {
				break
			}
			spans = append(spans, span{start, start + n})
			at = start + n + len(q[1])
		}
	}
	var out []span
	for _, t := range ordered(spans) {
		text := s[t.start:t.end]
		long := len(strings.Fields(text)) >= 3 || has(text, cjk) && utf8.RuneCountInString(text) >= 8
		if long && utf8.RuneCountInString(text) <= 140 && titleLike(text) && !strings.Contains(text, "\n") {
			out = append(out, t)
		}
	}
	return out
}

// ordered sorts spans by where they begin, the longer first.
func ordered(spans []span) []span {
	slices.SortFunc(spans, func(a, b span) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
	})
	return spans
}

// toldTalk adds the talk whose title stands at t of p, if the text beside it says
// who gave it.
func (d *draft) toldTalk(s *section, b *block, p passage, t span) bool {
	title := p.sub(t.start, t.end).trim(" \"“”*_,.、")
	if linkedAt(p, t) {
		if bill := billingOf(title); len(bill.people.list) > 0 {
			if d.vet(&bill); len(bill.people.list) > 0 && (bill.people.sure || allLikely(bill.people.list)) {
				d.tell(s, b, p, t, bill.title, credit{people: bill.people, at: passage{p.of, bill.by.start, bill.by.end}})
				return true
			}
		}
	}
	by, ok := d.tellerBefore(p, t.start)
	if !ok {
		by, ok = d.tellerAfter(p, t.end)
	}
	announced := !ok && titledBefore(p.text()[:t.start])
	if !ok && !announced || d.anyKnown(by.list) && !by.sure {
		return false
	}
	if announced {
		by = d.guestBefore(s, b)
	}
	d.tell(s, b, p, t, title, by)
	return true
}

// linkedAt tells whether t is the text of a link in p.
func linkedAt(p passage, t span) bool {
	return slices.ContainsFunc(p.links(), func(a anchor) bool { return a.start == t.start && a.end == t.end })
}

// tell adds the talk of which the stretch t of p tells, given by by, who may be
// nobody.
func (d *draft) tell(s *section, b *block, p passage, t span, title passage, by credit) {
	x := &talk{heading: b, eventOf: d.eventAbove(s), item: true}
	x.Line, x.EndLine = d.src.line(title.from(0)), d.src.line(p.from(len(p.text())-1))
	for _, a := range p.links() {
		if a.start > t.start || a.end < t.end {
			continue
		}
		switch targetOf(absoluteScheme(a.url)).kind {
		case slidesTarget:
			x.Slides, x.lines[0] = Optional(a.url), d.src.line(p.from(a.start))
		case videoTarget:
			x.Video, x.lines[1] = Optional(a.url), d.src.line(p.from(a.start))
		}
	}
	d.addTalk(x, billing{title: title})
	if len(by.list) > 0 {
		d.addPeople(x, by.people, by.at.of, span{by.at.lo, by.at.hi})
	}
}

// titleMarks stand before the title of a talk.
var titleMarks = []string{"topic 是", "topic是", "主题是", "主题为", "题目是", "题目为", "议题是", "议题为", "主題は", "タイトルは", "演題は", "テーマは", "発表タイトルは", "주제는", "제목은"}

// titledBefore tells whether s, before a title in quotation marks, says that one
// follows: "这次他的 topic 是《…》".
func titledBefore(s string) bool {
	return !anyOf(s[sentenceStart(s):], []string{"次回", "来月", "来年", "다음", "下期", "下次"}) && anySuffix(strings.TrimRight(s, " :：“\"「『《"), titleMarks)
}

// guestMarks stand in a sentence that introduces the next speaker, whose name ends it.
var guestMarks = []string{"嘉宾是", "讲师是", "讲者是", "讲师", "嘉宾", "登壇者は", "スピーカーは", "연사는", "발표자는"}

// guestBefore returns who the paragraphs right before b in s introduce as the next
// speaker: "第一位嘉宾是…的黄玉奇。". The zero credit is nobody.
func (d *draft) guestBefore(s *section, b *block) credit {
	i := slices.Index(s.blocks, b)
	for k := i; k >= 0 && k > i-6; k-- {
		if s.blocks[k].prose == nil || s.blocks[k].kind != paragraph {
			continue
		}
		for _, l := range sentences(s.blocks[k].prose.all()) {
			text := strings.TrimRight(l.text(), " 。.！!\n")
			if !anyOf(text, guestMarks) || strings.ContainsAny(text, "《》") {
				continue
			}
			for _, mark := range guestMarks {
				if m := strings.LastIndex(text, mark); m >= 0 {
					name := l.sub(m+len(mark), len(text))
					if by, ok := speakersIn(name, true); ok && (by.sure || allLikely(by.list)) && len(by.list) == 1 {
						return credit{people: by, at: name}
					}
				}
			}
			if at := strings.LastIndexAny(text, " 的，师"); at >= 0 {
				_, n := utf8.DecodeRuneInString(text[at:])
				name := l.sub(at+n, len(text))
				if by, ok := speakersIn(name, true); ok && len(by.list) == 1 && personLike(name.text()) == likely {
					return credit{people: by, at: name}
				}
			}
		}
	}
	return credit{}
}

// talkWords name a talk in a sentence.
var talkWords = []string{"talk", "session", "keynote", "panel", "presentation", "workshop", "tutorial", "demo"}

// tellerBefore reads "Aさんの「Title」", "A's session, *Title*" and "A from Company
// presented *Title*" before the title at i.
func (d *draft) tellerBefore(p passage, i int) (credit, bool) {
	s := strings.TrimRight(p.text()[:i], " *_,:“\"「『《、")
	start := sentenceStart(s)
	if quoted := p.text()[i:]; strings.Contains(quoted, "」と") && !strings.Contains(quoted, "」という") || strings.Contains(quoted, "」って") {
		return credit{}, false // what somebody said
	}
	for _, tail := range [...]string{"による", "の", "의", "的", ""} {
		rest, ok := strings.CutSuffix(s, tail)
		if !ok || !has(rest, cjk) {
			continue
		}
		lo := start
		for _, sep := range [...]string{"、", "，", "。", "目は", "最後は", "最初は"} {
			if k := strings.LastIndex(rest, sep); k >= 0 {
				lo = max(lo, k+len(sep))
			}
		}
		q := p.sub(lo, len(rest))
		if by, ok := speakersIn(q, false); ok && by.sure {
			return credit{people: by, at: q}, true
		}
	}
	lower := strings.ToLower(s)
	for _, w := range talkWords {
		if !strings.HasSuffix(lower, w) {
			continue
		}
		for _, own := range [...]string{"'s ", "’s "} {
			if k := strings.LastIndex(s, own); k > start {
				return d.nameEnding(p, start, k)
			}
		}
	}
	for _, verb := range [...]string{" presented", " gave a talk called", " gave a talk titled", " gave", " presents", " spoke about", " talked about", " delivered"} {
		if strings.HasSuffix(lower, verb) {
			return d.nameEnding(p, start, len(s)-len(verb))
		}
	}
	return credit{}, false
}

// sentenceStart returns where the last sentence of s begins.
func sentenceStart(s string) int {
	start := 0
	for _, end := range [...]string{". ", "! ", "? ", "。", "！", "？", "\n"} {
		if k := strings.LastIndex(s, end); k >= 0 {
			start = max(start, k+len(end))
		}
	}
	return start
}

// nameEnding returns the person whose name ends at end of p's text: the longest
// run of words there that look like a name, with an employer.
func (d *draft) nameEnding(p passage, start, end int) (credit, bool) {
	s := p.text()
	var best credit
	found := false
	for k := end - 1; k >= start; k-- {
		if k > start && s[k-1] != ' ' {
			continue
		}
		q := p.sub(k, end)
		if len(strings.Fields(q.text())) > 8 {
			break
		}
		if by, ok := speakersIn(q, false); ok && (by.sure || allLikely(by.list)) && capitalised(q.text()) {
			best, found = credit{people: by, at: q}, true
		}
	}
	return best, found
}

// tellerAfter reads ", A (Company) showed …", " by A", ", a panel with A and B"
// behind the title that ends at i.
func (d *draft) tellerAfter(p passage, i int) (credit, bool) {
	s := p.text()
	rest := strings.TrimLeft(s[i:], "*_\"”」』》")
	at := len(s) - len(rest)
	end := at + sentenceEnd(rest)
	sentence := s[at:end]
	lower := strings.ToLower(sentence)
	opening := strings.ToLower(s[sentenceStart(s[:i]):i])
	if strings.HasPrefix(sentence, ",") && (strings.HasPrefix(strings.TrimLeft(opening, "*_\"“ "), "in ") || strings.HasPrefix(opening, "during ")) {
		c, ok := nameBeginning(p, at+1, end)
		return c, ok && !d.anyKnown(c.list)
	}
	for _, w := range [...]string{" by ", " with ", " from "} {
		k := strings.Index(lower, w)
		if k < 0 || !anySuffix(lower[:k], talkWords) && (w != " by " || k > 60 || !given(lower[:k])) {
			continue
		}
		if c, ok := nameBeginning(p, at+k+len(w), end); ok && !d.anyKnown(c.list) {
			return c, true
		}
	}
	return credit{}, false
}

// given tells whether s, between a title and "by", says that it is a talk's: nothing
// does, "signed" does not.
func given(s string) bool {
	s = strings.Trim(s, " ,()")
	last := s[strings.LastIndex(s, " ")+1:]
	switch last {
	case "signed", "written", "authored", "co-authored", "published", "edited", "sponsored", "built", "created", "developed", "maintained", "made", "inspired", "powered", "backed", "supported", "recommended":
		return false
	}
	return true
}

// sentenceEnd returns where the first sentence of s ends.
func sentenceEnd(s string) int {
	end := len(s)
	for _, stop := range [...]string{". ", "! ", "? ", "。", "\n"} {
		if k := strings.Index(s, stop); k >= 0 {
			end = min(end, k)
		}
	}
	return end
}

// nameBeginning returns the people whose names begin at start of p's text: the
// longest list of them there.
func nameBeginning(p passage, start, end int) (credit, bool) {
	s := p.text()
	var best credit
	found := false
	for start < end && s[start] == ' ' {
		start++
	}
	for k := start + 1; k <= end; k++ {
		if k < end && strings.IndexByte(" ,).", s[k]) < 0 && s[k-1] != ')' {
			continue
		}
		q := p.sub(start, k)
		if utf8.RuneCountInString(q.text()) > 140 {
			break
		}
		if by, ok := speakersIn(q, false); ok && (by.sure || allLikely(by.list)) && capitalised(q.text()) {
			best, found = credit{people: by, at: q}, true
		}
	}
	return best, found
}
