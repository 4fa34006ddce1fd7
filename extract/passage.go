package extract

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// prose is the text of a block as a reader sees it, markup taken out, and where
// each part of it stands in the source.
type prose struct {
	text  string
	parts []part   // ordered by at; the first is at 0
	links []anchor // ordered by start
	masks []span   // ordered and disjoint: shown, but no prose (URLs, commands)
	marks []span   // ordered: emphasised
	bold  bool     // all of it is strong
	signs signs    // what has returns, 0 where it was not asked
	lines []passage
	one   struct { // memory of the slices above where they have one element, as most do
		part [1]part
		line [1]passage
	}
}

// has tells whether a word of one of the families stands in p, whose text is final.
func (p *prose) has(families signs) bool {
	if p.signs == 0 {
		p.signs = askedSign | signsOf(p.text)
	}
	return p.signs&families != 0
}

// part says that the text from at on stands in the source from from on.
type part struct {
	at, from int
	fixed    bool // all of the part stands for one place: an entity, an escape
}

// span is a stretch of a text, in bytes.
type span struct{ start, end int }

// anchor is a link and the text that it is on.
type anchor struct {
	span
	url string
}

// source returns where the byte of the text at offset stands in the source.
func (p *prose) source(offset int) int {
	if len(p.parts) == 0 {
		return 0
	}
	i := sort.Search(len(p.parts), func(i int) bool { return p.parts[i].at > offset }) - 1
	q := p.parts[max(i, 0)]
	if q.fixed {
		return q.from
	}
	return q.from + max(offset-q.at, 0)
}

// finish completes p, whose text is final: URLs in it are links and no prose, and
// neither are the directives of site generators.
func (p *prose) finish() {
	for _, u := range bareURLs(p.text) {
		p.masks = append(p.masks, u)
		p.links = append(p.links, anchor{u, p.text[u.start:u.end]})
	}
	for _, c := range shortcodes(p.text) {
		p.masks = append(p.masks, c.span)
	}
	slices.SortStableFunc(p.links, func(a, b anchor) int { return cmp.Compare(a.start, b.start) })
	p.masks = disjoint(p.masks)
}

// disjoint sorts spans and joins those that overlap.
func disjoint(spans []span) []span {
	slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(a.start, b.start) })
	out := spans[:0]
	for _, s := range spans {
		if n := len(out); n > 0 && s.start <= out[n-1].end {
			out[n-1].end = max(out[n-1].end, s.end)
			continue
		}
		out = append(out, s)
	}
	return out
}

// all returns the whole of p as a passage.
func (p *prose) all() passage { return passage{p, 0, len(p.text)} }

// passage is a stretch of a prose.
type passage struct {
	of     *prose
	lo, hi int
}

func (p passage) text() string {
	if p.of == nil {
		return ""
	}
	return p.of.text[p.lo:p.hi]
}

func (p passage) empty() bool { return p.lo >= p.hi }

// from returns the offset in the source of the passage's byte i.
func (p passage) from(i int) int { return p.of.source(p.lo + i) }

// sub returns the passage of the bytes from i to j.
func (p passage) sub(i, j int) passage { return passage{p.of, p.lo + i, p.lo + j} }

// signs returns the families among wanted of which a word stands in p.
func (p passage) signs(wanted signs) signs {
	if p.of == nil || !p.of.has(wanted) {
		return 0
	}
	if p.hi-p.lo == len(p.of.text) {
		return p.of.signs & wanted
	}
	return signsOf(p.text()) & wanted
}

// trim returns p without the characters of cutset and the white space around it.
func (p passage) trim(cutset string) passage {
	s := p.text()
	lo, hi := 0, len(s)
	for lo < hi {
		r, n := utf8.DecodeRuneInString(s[lo:])
		if !trimmable(r, cutset) {
			break
		}
		lo += n
	}
	for hi > lo {
		r, n := utf8.DecodeLastRuneInString(s[lo:hi])
		if !trimmable(r, cutset) || r == '_' && handleEnds(s[lo:hi]) {
			break
		}
		hi -= n
	}
	return p.sub(lo, hi)
}

// handleEnds tells whether s ends in a handle.
func handleEnds(s string) bool {
	i := len(s)
	for i > 0 && handleByte(s[i-1]) {
		i--
	}
	return i > 0 && s[i-1] == '@' && strings.Trim(s[i:], "_") != ""
}

// trimmable tells whether trim cuts r off.
func trimmable(r rune, cutset string) bool {
	if r < utf8.RuneSelf {
		return r == ' ' || r >= '\t' && r <= '\r' || strings.IndexByte(cutset, byte(r)) >= 0
	}
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || cutset != "" && strings.ContainsRune(cutset, r)
}

// links returns the links that lie in p, with offsets into p's text.
func (p passage) links() []anchor {
	if p.of == nil {
		return nil
	}
	var out []anchor
	all := p.of.links
	first := sort.Search(len(all), func(i int) bool { return all[i].start >= p.lo })
	first = max(first-2, 0) // a link that begins before p may hold an image
	for _, a := range all[first:] {
		if a.start > p.hi {
			break
		}
		if a.start < p.hi && a.end > p.lo || a.start == a.end && a.start >= p.lo && a.start <= p.hi {
			a.start, a.end = max(a.start, p.lo)-p.lo, min(a.end, p.hi)-p.lo
			out = append(out, a)
		}
	}
	return out
}

// masked tells whether all of p is shown but no prose.
func (p passage) masked() bool {
	q := p.trim("@ ")
	all := p.of.masks
	i := sort.Search(len(all), func(i int) bool { return all[i].end > q.lo })
	return i < len(all) && all[i].start <= q.lo && all[i].end >= q.hi
}

// own returns p as a prose of its own.
func (p passage) own() *prose {
	out := &prose{text: p.text(), bold: p.of.bold}
	for i, q := range p.of.parts {
		end := len(p.of.text)
		if i+1 < len(p.of.parts) {
			end = p.of.parts[i+1].at
		}
		if end <= p.lo || q.at >= p.hi {
			continue
		}
		if q.at < p.lo {
			if !q.fixed {
				q.from += p.lo - q.at
			}
			q.at = p.lo
		}
		q.at -= p.lo
		out.parts = append(out.parts, q)
	}
	out.links = p.links()
	out.masks, out.marks = p.clip(p.of.masks), p.clip(p.of.marks)
	return out
}

// clip returns what of spans lies in p, with offsets into p's text.
func (p passage) clip(spans []span) []span {
	var out []span
	for _, m := range spans {
		if m.start < p.hi && m.end > p.lo {
			out = append(out, span{max(m.start, p.lo) - p.lo, min(m.end, p.hi) - p.lo})
		}
	}
	return out
}

// lines splits p at the ends of its lines.
func (p passage) lines() []passage {
	if p.of == nil || p.hi-p.lo < len(p.of.text) {
		return appendLines(nil, p)
	}
	if p.of.lines == nil {
		p.of.lines = appendLines(p.of.one.line[:0], p)
	}
	return slices.Clip(p.of.lines)
}

// appendLines appends the lines of p to out.
func appendLines(out []passage, p passage) []passage {
	s := p.text()
	for at := 0; at <= len(s); {
		n := strings.IndexByte(s[at:], '\n')
		if n < 0 {
			n = len(s) - at
		}
		out = append(out, p.sub(at, at+n))
		at += n + 1
	}
	return out
}

// plain returns the text of p on one line, each run of white space as one space.
func (p passage) plain() string {
	if s := p.text(); tidy(s) {
		return s
	}
	return strings.Join(strings.Fields(p.text()), " ")
}

// tidy tells whether s surely has no white space but single spaces between words.
func tidy(s string) bool {
	before := byte(' ')
	for i := range len(s) {
		c := s[i]
		switch {
		case c == ' ' && before == ' ', c >= '\t' && c <= '\r', c == 0xC2, c == 0xE1, c == 0xE2,
			c == 0xE3 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] == 0x80:
			return false
		}
		before = c
	}
	return before != ' ' || s == ""
}

// proseBuilder gathers the text of a prose. As long as that is one stretch of the
// source, nothing is copied.
type proseBuilder struct {
	src    string // the source, "" where it is not at hand
	lo, hi int    // the stretch of it
	buf    []byte // the text, once it is none
	copied bool   // it is none
	parts  []part
	links  []anchor
	masks  []span
	marks  []span
}

// raw appends s, which stands in the source at from.
func (b *proseBuilder) raw(s string, from int) {
	if s == "" {
		return
	}
	if n := len(b.parts); n == 0 || b.parts[n-1].fixed || b.parts[n-1].from+b.len()-b.parts[n-1].at != from {
		b.parts = append(b.parts, part{at: b.len(), from: from})
	}
	if !b.copied && (b.lo == b.hi || b.hi == from) && from+len(s) <= len(b.src) && b.src[from:from+len(s)] == s {
		if b.lo == b.hi {
			b.lo = from
		}
		b.hi = from + len(s)
		return
	}
	b.write(s)
}

// fixed appends s, which stands for something in the source at from.
func (b *proseBuilder) fixed(s string, from int) {
	if s == "" {
		return
	}
	b.parts = append(b.parts, part{at: b.len(), from: from, fixed: true})
	b.write(s)
}

// write appends s to a copy of the text.
func (b *proseBuilder) write(s string) {
	if !b.copied {
		b.copied = true
		b.buf = append(b.buf[:0], b.src[b.lo:b.hi]...)
	}
	b.buf = append(b.buf, s...)
}

func (b *proseBuilder) len() int {
	if b.copied {
		return len(b.buf)
	}
	return b.hi - b.lo
}

// text returns the text from start to end.
func (b *proseBuilder) text(start, end int) string {
	if b.copied {
		return string(b.buf[start:end])
	}
	return b.src[b.lo+start : b.lo+end]
}

// mask marks the text from start on as no prose.
func (b *proseBuilder) mask(start int) {
	if start < b.len() {
		b.masks = append(b.masks, span{start, b.len()})
	}
}

// emphasise marks the text from start on as emphasised.
func (b *proseBuilder) emphasise(start int) {
	if start < b.len() {
		b.marks = append(b.marks, span{start, b.len()})
	}
}

// link puts a link to url on the text from start on.
func (b *proseBuilder) link(start int, url string) {
	b.links = append(b.links, anchor{span{start, b.len()}, url})
}

// done returns the prose gathered, and makes b ready for the next; nil where there
// is no text.
func (b *proseBuilder) done() *prose {
	p := &prose{}
	if !b.into(p) {
		return nil
	}
	return p
}

// into is done for a prose that there is memory for; it tells whether there is text.
func (b *proseBuilder) into(p *prose) bool {
	p.text, p.links, p.masks, p.marks = b.text(0, b.len()), b.links, b.masks, b.marks
	p.parts = append(p.one.part[:0], b.parts...)
	*b = proseBuilder{src: b.src, buf: b.buf[:0], parts: b.parts[:0]}
	return strings.TrimSpace(p.text) != "" || len(p.links) > 0
}

// runeBefore and runeAfter return the character before and after offset i of s,
// or 0.
func runeBefore(s string, i int) rune {
	if r, n := utf8.DecodeLastRuneInString(s[:i]); n > 0 {
		return r
	}
	return 0
}

func runeAfter(s string, i int) rune {
	if r, n := utf8.DecodeRuneInString(s[i:]); n > 0 {
		return r
	}
	return 0
}
