package extract

import (
	"slices"
	"strings"
)

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
			if t.url = a.url; t.kind == otherTarget && slideWord(head) && !repository(a.url) {
				t.kind = slidesTarget
			}
			x.take(t, d.src.line(p.from(a.start)))
		}
	}
}

// repository tells whether url is that of a whole repository of code, of its own name.
func repository(url string) bool {
	rest, ok := strings.CutPrefix(url, "https://github.com/")
	return ok && strings.Count(strings.Trim(rest, "/"), "/") == 1
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
	case t.kind == slidesTarget && t.url != "" && (x.slides.url == "" || x.published(t.url) && !x.published(x.slides.url)):
		x.slides = place{t.url, line}
	case t.kind == videoTarget && x.video.url == "" && t.url != "":
		x.video = place{t.url, line}
	}
}

// published tells whether the deck at u is under the account of one who speaks: the
// decks that remarks cite are under other people's.
func (x *session) published(u string) bool {
	_, path, _ := splitURL(absoluteScheme(u))
	return len(path) > 1 && slices.ContainsFunc(x.credits, func(c credit) bool {
		return slices.ContainsFunc(c.list, func(s Speaker) bool { return s.Handle != "" && strings.EqualFold(string(s.Handle), path[0]) })
	})
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
