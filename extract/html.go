package extract

import (
	"html"
	"strings"
)

// htmlReader makes blocks of raw HTML.
type htmlReader struct {
	src    *source
	raw    *prose // the HTML
	blocks []*block
	b      proseBuilder
	kind   blockKind // of the block that is gathered
	level  int
	quotes int // open quotations
	depth  int // open lists
	table  int // line on which the open table begins
	row    int
	col    int
	href   string // of an open <a>
	from   int    // where its text begins
	broken bool   // a tag without end was met: what follows is text
}

// readHTML returns the blocks of the HTML raw, which may stand in a quotation.
func readHTML(src *source, raw *prose, quote bool) []*block {
	r := &htmlReader{src: src, raw: raw}
	if quote {
		r.quotes = 1
	}
	s := raw.text
	for at := 0; at < len(s); {
		n := strings.IndexByte(s[at:], '<')
		if n < 0 || r.broken {
			r.text(at, len(s))
			break
		}
		r.text(at, at+n)
		at = r.markup(at + n)
	}
	r.flush()
	return r.blocks
}

// markup reads what begins with the '<' at at and returns where it ends.
func (r *htmlReader) markup(at int) int {
	s := r.raw.text
	rest := s[at:]
	switch {
	case strings.HasPrefix(rest, "<!--"):
		if n := strings.Index(rest, "-->"); n >= 0 {
			return at + n + 3
		}
		return len(s)
	case strings.HasPrefix(rest, "<!") || strings.HasPrefix(rest, "<?"):
		if n := strings.IndexByte(rest, '>'); n >= 0 {
			return at + n + 1
		}
		return len(s)
	}
	t, end, ok := parseTag(s, at)
	if !ok {
		r.broken = end == len(s)
		r.text(at, at+1)
		return at + 1
	}
	r.tag(t, at)
	if !t.closing && hidden[t.name] && s[end-2] != '/' {
		closing := "</" + t.name
		n := indexFold(s[end:], closing)
		if n < 0 {
			return len(s)
		}
		return end + n
	}
	return end
}

// hidden holds the elements whose text is no prose.
var hidden = map[string]bool{"script": true, "style": true, "iframe": true, "pre": true, "textarea": true, "svg": true, "noscript": true, "object": true}

// indexFold is strings.Index without regard to the case of ASCII letters. sub is
// in lower case and begins with '<'.
func indexFold(s, sub string) int {
	for at := 0; ; {
		n := strings.IndexByte(s[at:], '<')
		if n < 0 || at+n+len(sub) > len(s) {
			return -1
		}
		at += n
		if strings.EqualFold(s[at:at+len(sub)], sub) {
			return at
		}
		at++
	}
}

// text adds the text from start to end.
func (r *htmlReader) text(start, end int) {
	s := r.raw.text[start:end]
	for s != "" {
		i := strings.IndexByte(s, '&')
		if i < 0 {
			i = len(s)
		}
		r.copy(start, start+i)
		s, start = s[i:], start+i
		if s == "" {
			return
		}
		value, size := entity(s)
		if size == 0 {
			value, size = s[:1], 1
		}
		r.b.fixed(value, r.raw.source(start))
		s, start = s[size:], start+size
	}
}

// copy adds the text from start to end, in which there are no entities, line by
// line: the lines of raw need not follow one another in the source.
func (r *htmlReader) copy(start, end int) {
	for start < end {
		n := strings.IndexByte(r.raw.text[start:end], '\n')
		if n < 0 {
			n = end - start - 1
		}
		r.b.raw(r.raw.text[start:start+n+1], r.raw.source(start))
		start += n + 1
	}
}

func (r *htmlReader) tag(t tag, at int) {
	line := r.src.line(r.raw.source(at))
	if e, ok := t.embed(); ok {
		r.flush()
		r.blocks = append(r.blocks, &block{kind: embed, target: e, line: line, end: line})
	}
	r.structure(t, line)
	if t.closing {
		return
	}
	for _, a := range t.captions() {
		var b proseBuilder
		b.raw(r.raw.text[a.start:a.end], r.raw.source(a.start))
		if p := b.done(); p != nil {
			p.text = unescapeIfShorter(p)
			l := r.src.line(p.source(0))
			r.blocks = append(r.blocks, &block{kind: caption, prose: p, line: l, end: l, quote: r.quotes > 0})
		}
	}
}

// unescapeIfShorter resolves the entities of a caption. Its columns are then those
// of its beginning, which is near enough.
func unescapeIfShorter(p *prose) string {
	if s := unescape(p.text); s != p.text {
		p.parts[0].fixed = true
		return s
	}
	return p.text
}

func unescape(s string) string {
	if strings.IndexByte(s, '&') < 0 {
		return s
	}
	return html.UnescapeString(s)
}

// structure ends and begins blocks as t asks for.
func (r *htmlReader) structure(t tag, line int) {
	switch t.name {
	case "a":
		if r.href != "" {
			r.b.link(r.from, r.href)
			r.href = ""
		}
		if !t.closing {
			r.href, r.from = t.value("href"), r.b.len()
		}
	case "br":
		r.b.fixed("\n", r.here())
	case "h1", "h2", "h3", "h4", "h5", "h6":
		r.open(t, heading, int(t.name[1]-'0'))
	case "li":
		r.open(t, listItem, max(r.depth, 1))
	case "ul", "ol":
		r.flush()
		r.depth = max(r.depth+step(t), 0)
	case "blockquote":
		r.flush()
		r.quotes = max(r.quotes+step(t), 0)
	case "table":
		r.flush()
		r.table, r.row, r.col = line, -1, 0
	case "tr":
		r.flush()
		if !t.closing {
			r.row, r.col = r.row+1, 0
		}
	case "td", "th":
		r.open(t, cell, 0)
		if t.closing {
			r.col++
		}
	case "p", "div", "center", "section", "article", "details", "summary", "figure", "figcaption", "hr", "dl", "dt", "dd", "caption":
		r.flush()
	}
}

// step returns 1 for an opening tag and -1 for a closing one.
func step(t tag) int {
	if t.closing {
		return -1
	}
	return 1
}

// here returns the place in the source that the text gathered has come to.
func (r *htmlReader) here() int {
	if n := len(r.b.parts); n > 0 {
		return r.b.parts[n-1].from
	}
	return r.raw.source(0)
}

// open ends the block that is gathered and begins one of the given kind.
func (r *htmlReader) open(t tag, kind blockKind, level int) {
	r.flush()
	if !t.closing {
		r.kind, r.level = kind, level
	}
}

// flush ends the block that is gathered.
func (r *htmlReader) flush() {
	if r.href != "" {
		r.b.link(r.from, r.href)
		r.from = 0 // the link goes on in the next block
	}
	p := r.b.done()
	if p != nil && strings.TrimSpace(p.text) != "" {
		p.finish()
		all := p.all().trim("")
		r.blocks = append(r.blocks, &block{
			kind: r.kind, prose: p, level: r.level, quote: r.quotes > 0,
			line: r.src.line(all.from(0)), end: r.src.line(all.from(max(len(all.text())-1, 0))),
			table: r.table, row: r.row, col: r.col,
		})
	}
	r.kind, r.level = paragraph, 0
}
