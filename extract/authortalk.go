package extract

import (
	"slices"
	"strings"
)

// authorSigns tell in a sentence, in lower case, that its author gave a talk.
var authorSigns = []string{
	"登壇し", "登壇させて", "ltをし", "ltし", "lt登壇", "発表しました", "発表してき", "発表して来", "発表させて", "お話しさせて", "お話させて", "話してきました", "しゃべってき", "喋ってき",
	"i gave a talk", "i gave a lightning", "i gave a session", "i spoke", "i presented", "i have presented", "i have given a talk", "i had the pleasure of presenting", "i had the chance to present", "i talked about", "my talk at", "slides from my", "slides of my", "slides for my",
	"발표를 했", "발표했", "발표하고", "발표를 하고", "발표를 진행", "발표하였", "我做了", "我分享了", "我的分享", "我的演讲",
}

// transcriptSigns tell, in lower case, that a document is the text of a talk.
var transcriptSigns = []string{
	"演讲内容整理", "演讲实录", "演讲整理", "分享内容整理", "分享整理", "的演讲内容", "本次演讲", "带来的演讲", "発表内容を文章", "登壇内容を", "発表した内容を", "登壇した内容を",
	"transcript of", "based on my talk", "based on a talk", "talk i gave", "발표한 내용을", "발표 내용을 정리",
}

var authorFinder, transcriptFinder = newWords(authorSigns), newWords(transcriptSigns)

// otherSpeakers tell that somebody else did.
var otherSpeakers = []string{"さんが", "さんは", "さんも", "氏が", "氏は", "の方が", "님이", "님은", "님께서", "老师"}

// authorTalk adds the talk that the author of the document gave: the document says so
// and shows the deck, or has the title in quotation marks.
func (d *draft) authorTalk() {
	title, ok := d.ownTitle()
	if whole := d.wholeTitle(); d.transcript() && !whole.empty() {
		title, ok = billingOf(whole).title, true
	}
	if !ok {
		return
	}
	x := &session{section: &section{}}
	x.title = title
	seen := 0
	for _, b := range d.blocks {
		switch {
		case b.kind == embed:
			x.take(b.target, b.line)
		case b.prose != nil && !b.quote && b.kind != caption:
			for _, l := range b.prose.all().lines() {
				title = d.deckTitle(x, b, l, seen, title)
				seen++
			}
		}
	}
	if d.event.Name == "" && (x.slides.url == "" || title.empty()) {
		return // where was it given?
	}
	line := x.slides.line
	if !title.empty() {
		line = d.src.line(title.from(0))
	}
	if line == 0 {
		return
	}
	t := &talk{eventOf: d.event.Name, blocks: d.blocks}
	t.show(x.slides, x.video)
	t.Line, t.EndLine = line, len(d.src.starts)
	d.addTalk(t, billing{title: title})
	for _, b := range d.matter {
		if key, _, _ := strings.Cut(b.key, "."); key != "author" && key != "authors" || strings.HasSuffix(b.key, "link") {
			continue
		}
		if by, ok := speakersIn(b.prose.all(), false); ok && (by.sure || allLikely(by.list)) {
			d.addPeople(t, by, b.prose.all())
		} else if name := Optional(strings.TrimSpace(b.text())); nick(string(name)) {
			d.addPeople(t, people{list: []Speaker{{Name: name}}, sure: true}, b.prose.all())
		}
	}
}

// transcript tells whether the document says to be the text of a talk.
func (d *draft) transcript() bool {
	for _, b := range slices.Concat(d.matter, d.opening()) {
		if b.prose != nil && (b.key == "" || b.key == "description" || b.key == "summary") && transcriptFinder.any(lowerCase(b.text())) {
			return true
		}
	}
	return false
}

// deckTitle notes the deck that l links to, and returns the text of that link where
// it may be the title and none is known.
func (d *draft) deckTitle(x *session, b *block, l passage, seen int, title passage) passage {
	had := x.slides.url
	d.material(x, b, l, min(seen, 4))
	if had != "" || x.slides.url == "" || !title.empty() {
		return title
	}
	for _, a := range l.links() {
		if text := l.sub(a.start, a.end); a.url == x.slides.url && titleText(text.text()) {
			return text
		}
	}
	return title
}

// ownTitle returns the title that the author says to have talked under, empty where
// the document tells none; ok is false where nobody says so.
func (d *draft) ownTitle() (title passage, ok bool) {
	for _, b := range slices.Concat(d.matter, d.opening()) {
		if b.prose == nil || b.key != "" && b.key != "title" && b.key != "description" {
			continue
		}
		for _, l := range sentences(b.prose.all()) {
			if !authorFinder.any(l.text()) || anyOf(strings.ToLower(l.text()), otherSpeakers) {
				continue
			}
			ok = true
			spans := titleSpans(l)
			if len(spans) == 1 {
				if t := l.sub(spans[0].start, spans[0].end).trim(" \"“”*_,.、"); title.empty() && len(eventNames(t.text())) == 0 {
					title = t
				}
			}
		}
	}
	return title, ok
}

// sentences returns the sentences of p; the end of a line ends one.
func sentences(p passage) []passage {
	var out []passage
	for _, l := range p.lines() {
		for rest := l; !rest.empty(); {
			n := sentenceEnd(rest.text())
			for n < len(rest.text()) && strings.IndexByte(". !?\n", rest.text()[n]) >= 0 {
				n++
			}
			if strings.HasPrefix(rest.text()[n:], "。") {
				n += len("。")
			}
			n = max(n, 1)
			out = append(out, rest.sub(0, n))
			rest = rest.sub(n, len(rest.text()))
		}
	}
	return out
}
