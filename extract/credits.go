package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// read looks through the blocks of x for who spoke, the slides and the video.
func (d *draft) read(x *session) {
	seen := 0 // lines of text
	var pages []string
	elsewhere := false // the page is of another talk that is told of
	for _, b := range x.blocks {
		switch {
		case b.kind == embed:
			x.embedded = true
			x.take(b.target, b.line)
			continue
		case b.kind == caption || b.prose == nil || b.quote:
			continue
		}
		x.text++
		for _, l := range b.prose.all().lines() {
			if strings.TrimSpace(l.text()) == "" || l.masked() && len(l.links()) == 0 {
				continue
			}
			if c, ok := uploader(l); ok {
				x.uploader = append(x.uploader, c)
			}
			for _, a := range l.links() {
				text := l.text()[a.start:a.end]
				if targetOf(a.url).kind == talkTarget && !slices.Contains(pages, a.url) && len(pages) < 2 {
					pages = append(pages, a.url)
					elsewhere = titleText(text) && longTitle(text) && !similarTitle(text, x.title.plain())
				}
			}
			if rest := d.material(x, b, l, seen); !rest.empty() && seen < 40 && len(x.credits) < 4 {
				for _, c := range d.creditsIn(b, rest, seen) {
					if !x.talkable || !c.ofAnother(l, x.title.plain()) {
						x.credits = append(x.credits, c)
					}
				}
			}
			seen++
		}
	}
	if len(x.credits) == 0 && x.text <= 4 && len(x.uploader) == 1 {
		x.credits = x.uploader
	}
	if len(pages) == 1 && !elsewhere {
		x.embedded = true
		if len(x.credits) == 0 && !x.lone {
			d.paged(x, pages[0])
		}
	}
	d.readHeadings(x)
}

// readHeadings looks through the headings below x, and the next beside it, for who
// spoke, the slides and the video.
func (d *draft) readHeadings(x *session) {
	for _, c := range x.children {
		if len(c.blocks) > 0 || len(c.children) > 0 {
			continue
		}
		x.credits = append(x.credits, labelledCredits(c.headline())...)
	}
	for _, c := range x.children {
		d.materialSection(x, c)
	}
	if c, at := x.speakerHeading(); at != nil && len(x.credits) == 0 {
		x.credits = append(x.credits, c)
		d.speakerHeadings[at] = true
		d.shown(x, at)
	}
	// "## Title" and below it "## *Speaker: A, Company*".
	if next := x.next; next != nil && x.text == 0 {
		x.credits = append(x.credits, labelledCredits(next.headline())...)
		if c, ok := x.nameBelow(next); ok && len(x.credits) == 0 {
			x.credits = append(x.credits, c)
			d.speakerHeadings[next] = true
			d.shown(x, next)
		}
	}
}

// ofAnother tells whether c, in the line l, is who gave a talk of another title,
// which stands right behind: "Aさんによる「…」".
func (c credit) ofAnother(l passage, title string) bool {
	at := c.at.hi - l.lo
	for _, t := range titleSpans(l) {
		if t.start >= at && t.start <= at+len("による「") {
			return !similarTitle(l.text()[t.start:t.end], title)
		}
	}
	return false
}

// uploader reads what the site of a deck puts below it: "[Title](…) from [Name](…)".
func uploader(l passage) (credit, bool) {
	if len(l.of.links) < 2 {
		return credit{}, false
	}
	s := l.text()
	deck := false
	for _, a := range l.links() {
		t := targetOf(absoluteScheme(a.url))
		switch {
		case t.kind == slidesTarget:
			deck = true
		case t.kind == profileTarget && deck && (t.platform == "slideshare" || t.platform == "speakerdeck") && strings.HasSuffix(strings.TrimRight(s[:a.start], " *_"), "from"):
			name := strings.TrimSpace(s[a.start:a.end])
			if personLike(name) == likely && organizationLike(name) < likely && accountOf(t.handle, name) {
				return credit{people: people{list: []Speaker{{Name: Optional(name)}}, sure: true}, at: l.sub(a.start, a.end)}, true
			}
		}
	}
	return credit{}, false
}

// accountOf tells whether a person called name may have the account handle: it has
// one of the names in it, as those of companies seldom do.
func accountOf(handle, name string) bool {
	for _, w := range strings.Fields(strings.ToLower(name)) {
		if len(w) >= 3 && strings.Contains(strings.ToLower(handle), w) {
			return true
		}
	}
	return false
}

// materialSection notes the deck or video of x where a section below holds nothing
// else: "### Slides", "### [YouTube](…)".
func (d *draft) materialSection(x *session, c *section) {
	head := strings.TrimSpace(c.headline().text())
	if !slideWord(head) && !videoWord(head) {
		return
	}
	passages := []passage{c.headline()}
	for i, b := range c.blocks {
		switch {
		case i >= 3:
		case b.kind == embed:
			x.embedded = true
			x.take(b.target, b.line)
		case b.prose != nil && b.kind != caption:
			passages = append(passages, b.prose.all())
		}
	}
	for _, p := range passages {
		for _, a := range p.links() {
			t := targetOf(absoluteScheme(a.url))
			if t.url = a.url; t.kind == otherTarget && slideWord(head) {
				t.kind = slidesTarget
			}
			x.take(t, d.src.line(p.from(a.start)))
		}
	}
}

// speakerHeading reads the heading right below that of x, if it is the only one
// there to say who speaks: "## Title", "### A, Company".
func (x *session) speakerHeading() (found credit, at *section) {
	if !x.talkable {
		return found, nil
	}
	n := 0
	for i, c := range x.children {
		by, ok := speakersIn(c.headline(), false)
		if !ok || !by.sure && !(c.level == setOff && allLikely(by.list) && by.list[0].Organization != "") {
			continue
		}
		if n++; x.text == 0 && i == 0 || c.level == setOff && at == nil {
			found, at = credit{people: by, at: c.headline()}, c
		}
	}
	if n != 1 {
		return credit{}, nil
	}
	return found, at
}

// nameBelow reads the heading right below that of x, of the same level, that is the
// full name of a person: "### Title", "### A".
func (x *session) nameBelow(next *section) (credit, bool) {
	p := next.headline()
	if !x.talkable || len(x.children) > 0 || len(x.blocks) > 0 || next.level != x.level {
		return credit{}, false
	}
	by, ok := speakersIn(p, false)
	return credit{people: by, at: p}, ok && allLikely(by.list) && (by.sure || givenName(p.text()))
}

// shown notes the deck and the video in c, the section of x below who speaks.
func (d *draft) shown(x *session, c *section) {
	seen := 0
	for _, b := range c.blocks {
		switch {
		case b.kind == embed:
			x.embedded = true
			x.take(b.target, b.line)
		case b.prose != nil && !b.quote && b.kind != caption && seen < 40:
			for _, l := range b.prose.all().lines() {
				d.material(x, b, l, seen)
				seen++
			}
		}
	}
}

// take notes the deck or video that t is.
func (x *session) take(t target, line int) {
	switch {
	case t.kind == slidesTarget && x.slides.url == "" && t.url != "":
		x.slides = place{t.url, line}
	case t.kind == videoTarget && x.video.url == "" && t.url != "":
		x.video = place{t.url, line}
	}
}

// material notes the slides and the video that the line l of b links to, and
// returns what of l stands before the links. seen lines stand before it. A deck
// that a remark cites far down is not that of the talk.
func (d *draft) material(x *session, b *block, l passage, seen int) passage {
	s := l.text()
	links := l.links()
	if len(links) == 0 {
		return l
	}
	label := labelOf(s)
	labelled := slideWord(label) || videoWord(label)
	rest := l
	for _, a := range links {
		t := targetOf(absoluteScheme(a.url))
		t.url = a.url
		text := strings.TrimSpace(s[a.start:a.end])
		word := slideWord(text) || slideWord(label)
		switch {
		case t.kind == otherTarget && word && strings.ContainsAny(a.url, "/."):
			t.kind = slidesTarget
		case t.kind == otherTarget && shortLink(a.url) && text == strings.TrimSpace(s) && seen < 3:
			t.kind, word = slidesTarget, true
		case t.kind == otherTarget && (videoWord(text) || videoWord(label)):
			t.kind = videoTarget
		case t.kind == slidesTarget || t.kind == videoTarget:
			word = word || videoWord(text) || slideWord(text)
		default:
			continue
		}
		near := seen < 5 || b.kind == paragraph && seen < 12 && len(strings.TrimSpace(s)) <= len(text)+16
		if (word || labelled || near && !cited(s) || similarTitle(text, x.title.plain())) && t.kind != otherTarget {
			x.take(t, d.src.line(l.from(a.start)))
			rest.hi = min(rest.hi, l.lo+a.start)
		}
	}
	if rest.hi == l.hi {
		return l
	}
	rest = rest.trim(" -–—|/[(（·,、:：→")
	if slideWord(rest.text()) || videoWord(rest.text()) {
		return passage{}
	}
	return rest
}

// paged adds to the credits of x the names in its first lines that the address of
// the talk's page ends in: programmes make it of the title and the speakers.
func (d *draft) paged(x *session, page string) {
	_, parts, _ := splitURL(page)
	slug := strings.TrimPrefix(vocab.Slug(parts[len(parts)-1]), vocab.Slug(x.title.plain()))
	seen := 0
	for _, b := range x.blocks {
		if b.prose == nil || b.quote || b.kind == caption {
			continue
		}
		for _, l := range b.prose.all().lines() {
			if seen++; seen > 12 {
				return
			}
			x.credits = append(x.credits, slugged(l, slug)...)
		}
	}
}

// slugged returns the people in l whose full names slug has.
func slugged(l passage, slug string) []credit {
	var out []credit
	ws := wordsOf(l.text())
	for i := 0; i+1 < len(ws); i++ {
		for k := min(i+3, len(ws)-1); k > i; k-- {
			p := l.sub(ws[i].start, ws[k].end)
			name := p.text()
			if !capitalised(ws[i].text) || personLike(name) < likely || !strings.Contains(slug, vocab.Slug(name)) {
				continue
			}
			c := credit{people: people{list: []Speaker{{Name: Optional(name)}}, sure: true}, at: p}
			if more, ok := nameBeginning(l, ws[i].start, ws[i].start+sentenceEnd(l.text()[ws[i].start:])); ok && more.list[0].Name == Optional(name) {
				c = more
			}
			out = append(out, c)
			for k+1 < len(ws) && ws[k+1].start < c.at.hi-l.lo {
				k++
			}
			i = k
			break
		}
	}
	return out
}

// shortLink tells whether u is a link made short: alone on the line below who
// speaks it stands for the slides, as nobody shortens the address of a project.
func shortLink(u string) bool {
	host, path, _ := splitURL(u)
	return len(path) > 0 && (host == "bit.ly" || host == "goo.gl" || host == "tinyurl.com" || host == "is.gd" || host == "ow.ly" || host == "git.io")
}

// absoluteScheme returns u with "https:" where it lacks a scheme.
func absoluteScheme(u string) string {
	if strings.HasPrefix(u, "//") {
		return "https:" + u
	}
	return u
}

// cited tells whether a line gives a link for further reading.
func cited(s string) bool {
	return anyOf(strings.ToLower(s), []string{"参考", "詳しくは", "関連", "過去", "前回", "see also", "cf.", "参照", "참고", "参见", "元ネタ"})
}

// creditsIn returns who the line l of b says to speak. seen lines of the section
// stand before it: names that only look like names are believed at its beginning.
func (d *draft) creditsIn(b *block, l passage, seen int) []credit {
	if list := labelledCredits(l); len(list) > 0 && seen < 20 {
		return list
	}
	if c, ok := d.creditIn(b, l, seen); ok {
		return []credit{c}
	}
	return nil
}

func (d *draft) creditIn(b *block, l passage, seen int) (credit, bool) {
	text := strings.TrimSpace(l.text())
	if seen <= 2 && b.kind == paragraph {
		if c, ok := givenBy(l); ok {
			return c, true
		}
	}
	if len(text) > 160*utf8.UTFMax || seen > 5 && text[0] != '@' {
		return credit{}, false
	}
	n := utf8.RuneCountInString(text)
	if n > 160 || seen > 5 && !(b.kind == listItem && b.level == 1 && n <= 30) {
		return credit{}, false
	}
	if c, ok := spoken(l); ok && seen <= 5 {
		return c, true
	}
	if c, ok := subject(l); ok && seen <= 1 && b.kind == paragraph {
		return c, true
	}
	if strings.Contains(text, "?") || strings.Contains(text, "？") {
		return credit{}, false
	}
	if c, ok := titledPerson(l); ok && seen == 0 && b.kind == paragraph {
		return c, true
	}
	by, ok := speakersIn(l, false)
	switch {
	case !ok:
		return credit{}, false
	case by.sure && seen <= 5 && (b.kind != listItem || b.level == 1), by.sure && only(text[:1], func(r rune) bool { return r == '@' }):
		return credit{people: by, at: l}, true
	case seen <= 1 && allLikely(by.list) && !d.anyKnown(by.list) && (b.kind != listItem || b.level == 1):
		return credit{people: by, at: l}, true
	}
	return credit{}, false
}

// titledPerson reads "周小四：云平台研发负责人": a name in Han or Hangul, a colon, and
// what the person is and where.
func titledPerson(l passage) (credit, bool) {
	s := l.text()
	i := strings.Index(s, "：")
	if i <= 0 || personLike(s[:i]) < likely || !has(s[:i], cjk) {
		return credit{}, false
	}
	who := strings.TrimSpace(s[i+len("："):])
	if !roleTitle(who) && !roleLike(who) && organizationLike(who) < likely || utf8.RuneCountInString(who) > 40 {
		return credit{}, false
	}
	name := l.sub(0, i)
	one := Speaker{Name: Optional(name.plain())}
	if first, _, ok := strings.Cut(who, "\t"); ok {
		one.Organization = Optional(first)
	}
	return credit{people: people{list: []Speaker{one}, sure: true}, at: l}, true
}

func (d *draft) anyKnown(list []Speaker) bool {
	for _, p := range list {
		if p.Name != "" && d.known(string(p.Name)) {
			return true
		}
	}
	return false
}

// labelledCredits reads "Speaker: A, Company", "登壇者：Aさん" and "Moderator: A.
// Panelists: B, C".
func labelledCredits(l passage) []credit {
	if l.signs(labelSign) == 0 {
		return nil
	}
	var out []credit
	s := l.text()
	start := 0
	for i := 0; i+2 < len(s); i++ {
		if s[i] != '.' && s[i] != "。"[0] {
			continue
		}
		full := strings.HasPrefix(s[i:], "。") && anyPrefix(s[i+len("。"):], sureSpeakerLabels)
		if full || s[i] == '.' && s[i+1] == ' ' && labelledBy(s[i+2:], speakerLabels) {
			if c, ok := labelledPeople(l.sub(start, i)); ok {
				out = append(out, c)
			}
			start = i + 2
			if full {
				start = i + len("。")
			}
		}
	}
	if c, ok := labelledPeople(l.sub(start, len(s))); ok {
		out = append(out, c)
	}
	if c, ok := ledBy(l); ok && len(out) == 0 {
		out = append(out, c)
	}
	return out
}

// ledByWords begin sentences that say who gives the talk.
var ledByWords = []string{"Presented by ", "Led by ", "Given by ", "Talk by ", "A talk by ", "Session by ", "Keynote by ", "Workshop by "}

// ledBy reads a sentence that begins with "Presented by A of Company".
func ledBy(l passage) (credit, bool) {
	s := l.text()
	for _, w := range ledByWords {
		if !strings.HasPrefix(s, w) {
			continue
		}
		c, ok := nameBeginning(l, len(w), len(w)+sentenceEnd(s[len(w):]))
		c.labelled = true
		return c, ok
	}
	return credit{}, false
}

// givenByWords stand in sentences, in lower case, before who gave the talk.
var givenByWords = []string{"this session by ", "this talk by ", "this keynote by ", "this presentation by ", "this workshop by ", "the session by ", "the talk by ", "a session by ", "a talk by ", "presented by ", "given by ", "delivered by "}

// givenBy reads a sentence that says somewhere that it is on "this session by A
// from Company".
func givenBy(l passage) (credit, bool) {
	if l.signs(givenSign) == 0 {
		return credit{}, false
	}
	s := l.text()
	lower := strings.ToLower(s)
	if len(lower) != len(s) {
		return credit{}, false
	}
	for _, w := range givenByWords {
		if i := strings.Index(lower, w); i >= 0 {
			at := i + len(w)
			if c, ok := nameBeginning(l, at, at+sentenceEnd(s[at:])); ok {
				return c, true
			}
		}
	}
	return credit{}, false
}

var speakerLabelIndex = newWordIndex(speakerLabels)

func labelledPeople(l passage) (credit, bool) {
	l = l.trim(" \t*_・-–>■◆●　")
	s := l.text()
	lower := lowerCase(s)
	if s == "" || len(lower) != len(s) {
		return credit{}, false
	}
	for _, w := range speakerLabelIndex[lower[0]] {
		if !strings.HasPrefix(lower, w) {
			continue
		}
		rest := strings.TrimLeft(s[len(w):], " *_】]")
		colon := 0
		for _, c := range [...]string{":", "：", "】", "/", "｜", "|", "-", "は"} {
			if strings.HasPrefix(rest, c) {
				colon = len(c)
				break
			}
		}
		if colon == 0 && !(w == "by" || w == "presented by" || w == "talk by" || strings.HasPrefix(s[len(w):], "】")) {
			continue
		}
		at := len(s) - len(rest) + colon
		p := l.sub(at, len(s))
		for _, q := range [...]passage{p, l.sub(at, at+sentenceEnd(s[at:]))} {
			if by, ok := speakersIn(q, slices.Contains(sureSpeakerLabels, w)); ok {
				return credit{people: by, at: q, labelled: true}, true
			}
		}
	}
	return credit{}, false
}

// subjectTails stand behind the name of the person whom a sentence is on.
var subjectTails = []string{"さん、", "さんが", "さんは", "氏が", "氏は"}

// subject reads a sentence whose subject is a person at its very beginning:
// "Aさん、二度目の登場。".
func subject(l passage) (credit, bool) {
	if l.signs(subjectSign) == 0 {
		return credit{}, false
	}
	s := l.text()
	for _, tail := range subjectTails {
		i := strings.Index(s, tail)
		if i <= 0 || utf8.RuneCountInString(s[:i]) > 12 || personLike(s[:i]) < possible {
			continue
		}
		h, _ := utf8.DecodeLastRuneInString(tail)
		p := l.sub(0, i+len(tail)-utf8.RuneLen(h))
		if by, ok := speakersIn(p, false); ok && by.sure {
			return credit{people: by, at: p}, true
		}
	}
	return credit{}, false
}

// spokenTails end the part of a sentence that says who spoke.
var spokenTails = []string{
	"さんから", "氏から", "様から", "さんの発表", "氏の発表", "さんによる", "氏による", "さんのセッション", "さんの講演", "氏の講演", "さんの登壇", "さんのLT", "さんのお話", "さんの話", "さんより", "氏より",
	"님의 발표", "님이 발표", "님께서", "님 발표", "老师的分享", "老师分享", "带来的", "带来了",
}

// spoken reads a sentence that begins with who spoke: "Aさんから。".
func spoken(l passage) (credit, bool) {
	if l.signs(spokenSign) == 0 {
		return credit{}, false
	}
	s := l.text()
	for _, tail := range spokenTails {
		i := strings.Index(s, tail)
		if i < 0 || utf8.RuneCountInString(s[:i]) > 50 {
			continue
		}
		end := i
		for _, h := range honorifics {
			if strings.HasPrefix(tail, strings.TrimSpace(h)) {
				end = i + len(strings.TrimSpace(h))
			}
		}
		start := 0
		for _, sep := range [...]string{"、", "，", "は", "番目", "目は"} {
			if k := strings.LastIndex(s[:i], sep); k >= 0 && k+len(sep) > start && i-k > len(sep) && sep != "は" {
				start = k + len(sep)
			}
		}
		p := l.sub(start, end)
		if by, ok := speakersIn(p, false); ok && by.sure {
			return credit{people: by, at: p}, true
		}
		if by, ok := speakersIn(l.sub(0, end), false); ok && by.sure {
			return credit{people: by, at: l.sub(0, end)}, true
		}
	}
	return credit{}, false
}
