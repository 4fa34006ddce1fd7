package extract

import (
	"html"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
)

// inlineReader gathers the prose of one block of Markdown.
type inlineReader struct {
	r     *markdownReader
	b     *proseBuilder
	block *block
	aside []*block // captions and embeds in the text
	href  string   // of an open <a>
	from  int      // where its text begins
}

func (in *inlineReader) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		in.node(c)
	}
}

func (in *inlineReader) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		in.text(n.Segment.Start, n.Segment.Stop, n.IsRaw())
		if n.SoftLineBreak() || n.HardLineBreak() {
			in.b.raw("\n", in.r.offset+n.Segment.Stop)
		}
	case *ast.CodeSpan:
		start := in.b.len()
		in.children(n)
		if code := in.b.text(start, in.b.len()); !singleWord(code) && !plainPhrase(code) {
			in.b.mask(start)
		}
	case *ast.Link:
		start := in.b.len()
		in.children(n)
		in.link(start, string(n.Destination))
		in.title(n.Title)
	case *ast.AutoLink:
		start := in.b.len()
		in.b.fixed(string(n.Label(in.r.bytes)), in.r.offset+max(n.Pos(), 0))
		in.b.link(start, string(n.URL(in.r.bytes)))
		in.b.mask(start)
	case *ast.Image:
		in.image(n)
	case *ast.Emphasis:
		if in.handle(n) {
			return
		}
		start := in.b.len()
		in.children(n)
		in.b.emphasise(start)
	case *ast.RawHTML:
		for i := range n.Segments.Len() {
			s := n.Segments.At(i)
			in.tag(in.r.body[s.Start:s.Stop], s.Start)
		}
	default:
		in.children(n)
	}
}

// handle adds the handle that n is, behind an "@": "@_ann_" has its underscores, which
// are emphasis to Markdown. ok is false where n is anything else.
func (in *inlineReader) handle(n *ast.Emphasis) (ok bool) {
	at := in.b.len()
	first, ok := n.FirstChild().(*ast.Text)
	last, alike := n.LastChild().(*ast.Text)
	if !ok || !alike || at == 0 || in.b.text(at-1, at) != "@" {
		return false
	}
	lo, hi := first.Segment.Start-n.Level, last.Segment.Stop+n.Level
	if lo < 0 || hi > len(in.r.body) || in.r.body[lo] != '_' || !validHandle(in.r.body[lo:hi]) {
		return false
	}
	in.b.raw(in.r.body[lo:hi], in.r.offset+lo)
	return true
}

// text adds the Markdown from start to stop: entities and escapes are resolved
// unless it is raw.
func (in *inlineReader) text(start, stop int, raw bool) {
	s, from := in.r.body[start:stop], in.r.offset+start
	for raw && in.block.kind == cell { // where a pipe in code is escaped too
		i := strings.Index(s, `\|`)
		if i < 0 {
			break
		}
		in.b.raw(s[:i], from)
		s, from = s[i+1:], from+i+1
	}
	for !raw {
		i := strings.IndexAny(s, "&\\")
		if i < 0 || i == len(s)-1 {
			break
		}
		in.b.raw(s[:i], from)
		s, from = s[i:], from+i
		n := 1
		if s[0] == '\\' {
			if punctuation(s[1]) {
				in.b.raw(s[1:2], from+1)
				n = 2
			} else {
				in.b.raw(s[:1], from)
			}
		} else if value, size := entity(s); size > 0 {
			in.b.fixed(value, from)
			n = size
		} else {
			in.b.raw(s[:1], from)
		}
		s, from = s[n:], from+n
	}
	in.b.raw(s, from)
}

// entity returns the value and the size of the entity at the beginning of s.
func entity(s string) (value string, size int) {
	end := strings.IndexByte(s[:min(len(s), 34)], ';')
	if end < 2 {
		return "", 0
	}
	value = html.UnescapeString(s[:end+1])
	if value == s[:end+1] {
		return "", 0
	}
	return value, end + 1
}

func punctuation(c byte) bool {
	return c > ' ' && c < '0' || c > '9' && c < 'A' || c > 'Z' && c < 'a' || c > 'z' && c < 0x7f
}

// link puts a link on the text from start on. "@[youtube](id)", as Zenn writes it,
// is an embed.
func (in *inlineReader) link(start int, url string) {
	in.b.link(start, url)
	if start == 0 || in.b.text(start-1, start) != "@" {
		return
	}
	c := shortcode{name: in.b.text(start, in.b.len()), arg: url}
	if e, ok := c.embed(); ok {
		in.b.mask(start - 1)
		in.b.links = in.b.links[:len(in.b.links)-1]
		in.aside = append(in.aside, &block{kind: embed, target: e, line: in.block.line, end: in.block.end})
	}
}

// image makes the alternative text of an image a block of its own.
func (in *inlineReader) image(n *ast.Image) {
	outer := in.b
	in.b = &proseBuilder{src: in.r.src.text}
	in.children(n)
	alt := in.b.done()
	in.b = outer
	if alt == nil {
		return
	}
	line := in.r.src.line(alt.source(0))
	in.aside = append(in.aside, &block{kind: caption, prose: alt, line: line, end: line, quote: in.block.quote})
	in.title(n.Title)
}

// title makes the title of a link or image a block of its own.
func (in *inlineReader) title(title []byte) {
	if len(title) == 0 {
		return
	}
	lo, hi := in.r.src.starts[in.block.line-1], in.r.src.lineEnd(in.block.end)
	at := strings.Index(in.r.src.text[lo:hi], string(title))
	var b proseBuilder
	if at >= 0 {
		b.raw(string(title), lo+at)
	} else {
		b.fixed(string(title), lo)
	}
	if p := b.done(); p != nil {
		line := in.r.src.line(p.source(0))
		in.aside = append(in.aside, &block{kind: caption, prose: p, line: line, end: line, quote: in.block.quote})
	}
}

// tag adds what a tag inside a text brings: a link, a line end, an embed, a
// caption.
func (in *inlineReader) tag(s string, start int) {
	t, _, ok := parseTag(s, 0)
	if !ok {
		return
	}
	switch {
	case t.name == "br":
		in.b.raw("\n", in.r.offset+start)
	case t.name == "a" && t.closing:
		in.closeLink()
	case t.name == "a":
		in.closeLink()
		in.href, in.from = t.value("href"), in.b.len()
	}
	line := in.r.src.line(in.r.offset + start)
	if e, ok := t.embed(); ok {
		in.aside = append(in.aside, &block{kind: embed, target: e, line: line, end: line})
	}
	for _, a := range t.captions() {
		var b proseBuilder
		b.raw(s[a.start:a.end], in.r.offset+start+a.start)
		if p := b.done(); p != nil {
			in.aside = append(in.aside, &block{kind: caption, prose: p, line: line, end: line, quote: in.block.quote})
		}
	}
}

// closeLink ends the link of an open <a>.
func (in *inlineReader) closeLink() {
	if in.href != "" {
		in.b.link(in.from, in.href)
		in.href = ""
	}
}

// plainPhrase tells whether the text of inline code is words and no command: letters
// only, with a capital at the beginning of the first and the last.
func plainPhrase(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || !capitalised(words[0]) || !capitalised(words[len(words)-1]) {
		return false
	}
	for _, w := range words {
		if strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }) >= 0 || len(w) > 2 && inCapitals(w) {
			return false
		}
	}
	return true
}

// singleWord tells whether the text of inline code may be a name: one word without
// the signs of options, paths and calls.
func singleWord(s string) bool {
	for i := range len(s) {
		c := s[i]
		letter := c >= 0x80 || c|0x20 >= 'a' && c|0x20 <= 'z'
		if !letter && (i == 0 || !(c >= '0' && c <= '9' || c == '-' || c == '.' || c == '+')) {
			return false
		}
	}
	return s != ""
}
