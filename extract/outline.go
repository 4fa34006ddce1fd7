package extract

import (
	"iter"
	"strings"
	"unicode/utf8"
)

// section is a heading and what stands under it.
type section struct {
	heading  *block // nil for the document itself
	level    int
	parent   *section
	children []*section
	next     *section // behind it under the same heading
	blocks   []*block // before the first heading below
	lists    [][]*entry
	bill     *billing // what billing returns
	promises int      // what promise returns
}

// billing returns what the heading of s announces.
func (s *section) billing() billing {
	if s.bill == nil {
		b := billingOf(s.headline())
		s.bill = &b
	}
	return *s.bill
}

// entries returns the lists in s, each as its outermost items.
func (s *section) entries() [][]*entry {
	if s.lists == nil {
		s.lists = lists(s.blocks)
	}
	return s.lists
}

// setOff is the level of headings that are only set off: a line in strong, a line
// that begins with a square.
const setOff = 7

// newOutline returns the document as a tree of sections.
func newOutline(src *source, blocks []*block) *section {
	root := &section{}
	open := root
	for _, b := range setOffHeadings(src, blocks) {
		if b.kind != heading || b.quote {
			open.blocks = append(open.blocks, b)
			continue
		}
		parent := open
		for parent.parent != nil && parent.level >= b.level {
			parent = parent.parent
		}
		open = &section{heading: b, level: b.level, parent: parent}
		if n := len(parent.children); n > 0 {
			parent.children[n-1].next = open
		}
		parent.children = append(parent.children, open)
	}
	return root
}

// lines yields the lines of text before the first heading below s, captions and
// quotations apart.
func (s *section) lines() iter.Seq[passage] {
	return func(yield func(passage) bool) {
		for _, b := range s.blocks {
			if b.prose == nil || b.quote || b.kind == caption {
				continue
			}
			for _, l := range b.prose.all().lines() {
				if !yield(l) {
					return
				}
			}
		}
	}
}

// walk calls f with s and the sections below it, in the order of the document.
func (s *section) walk(f func(*section)) {
	f(s)
	for _, c := range s.children {
		c.walk(f)
	}
}

// all returns the blocks of s and of the sections below it, their headings
// included.
func (s *section) all() []*block {
	out := append([]*block(nil), s.blocks...)
	for _, c := range s.children {
		out = append(out, c.heading)
		out = append(out, c.all()...)
	}
	return out
}

// end returns the last line of s.
func (s *section) end() int {
	end := 0
	if s.heading != nil {
		end = s.heading.end
	}
	for _, b := range s.blocks {
		end = max(end, b.end)
	}
	for _, c := range s.children {
		end = max(end, c.end())
	}
	return end
}

// headline returns the text of the heading of s.
func (s *section) headline() passage {
	if s.heading == nil || s.heading.prose == nil {
		return passage{}
	}
	return s.heading.prose.all()
}

// setOffHeadings returns blocks with the headings that their authors did not mark
// as such, and the items of lists that are none to Markdown, as blocks of those
// kinds.
func setOffHeadings(src *source, blocks []*block) []*block {
	out := make([]*block, 0, len(blocks))
	repeated := strengthened(blocks)
	for _, b := range blocks {
		switch {
		case b.kind == heading && b.level == 2 && b.end > b.line+1 && strings.Contains(strings.TrimSpace(b.text()), "\n"):
			// A paragraph over a line of hyphens.
			b.kind, b.level = paragraph, 0
			out = append(out, b)
		case b.kind != paragraph || b.prose == nil || b.quote || b.level > 0:
			out = append(out, b)
		case setOffByStrength(b, out, repeated):
			b.kind, b.level = heading, setOff
			out = append(out, b)
		case setOffSigns.in(b.text()) || strings.HasPrefix(b.text(), "##"):
			out = append(out, splitLines(src, b)...)
		default:
			out = append(out, b)
		}
	}
	return out
}

var setOffSigns = newCharset("■□◆◇▼▽●○【・▶◎★☆")

// setOffByStrength tells whether the paragraph b is a heading because all of it is
// strong. Right under another heading it is one only if it announces a talk, or if the
// document sets others off that way, which stand under none: else it is a subtitle, or
// says who speaks.
func setOffByStrength(b *block, before []*block, repeated bool) bool {
	if !strengthens(b) {
		return false
	}
	if n := len(before); n > 0 && before[n-1].kind == heading {
		bill := billingOf(b.prose.all())
		title := titleLike(bill.title.text())
		return title && (len(bill.people.list) > 0 || repeated && before[n-1].level < setOff && !anyPrefix(b.text(), subtitleSigns) && personLike(b.text()) < likely)
	}
	return true
}

// strengthens tells whether b is a short line all of which is strong.
func strengthens(b *block) bool {
	text := b.text()
	return b.prose.bold && utf8.RuneCountInString(text) <= 120 && !strings.Contains(text, "\n") && !labelledBy(text, speakerLabels)
}

// strengthened tells whether paragraphs are headings because all of them is strong:
// there are three or more of those, and not every one stands under another heading.
func strengthened(blocks []*block) bool {
	n, alone := 0, 0
	for i, b := range blocks {
		if b.kind != paragraph || b.prose == nil || b.quote || b.level > 0 || !strengthens(b) {
			continue
		}
		if n++; i > 0 && blocks[i-1].kind != heading {
			alone++
		}
	}
	return n >= 3 && alone >= 1
}

// splitLines parts the paragraph b where its lines are headings or items.
func splitLines(src *source, b *block) []*block {
	var out []*block
	var plain *passage
	flush := func() {
		if plain != nil && !plain.trim("").empty() {
			out = append(out, lineBlock(src, *plain, block{}))
		}
		plain = nil
	}
	for _, l := range b.prose.all().lines() {
		text := strings.TrimSpace(l.text())
		kind, size := lineKind(text)
		if kind == paragraph {
			if plain == nil {
				p := l
				plain = &p
			} else {
				plain.hi = l.hi
			}
			continue
		}
		flush()
		inner := l.trim("")
		inner = inner.sub(size, len(inner.text())).trim("")
		made := block{kind: kind, level: 1}
		if kind == heading {
			made.level = setOff
			if text[0] == '#' {
				made.level = size
			}
		}
		out = append(out, lineBlock(src, inner, made))
	}
	flush()
	return out
}

// lineBlock returns b with the prose p.
func lineBlock(src *source, p passage, b block) *block {
	b.prose = p.own()
	b.line, b.end = src.line(p.from(0)), src.line(p.from(max(len(p.text())-1, 0)))
	return &b
}

// lineKind tells whether a line is a heading or an item to its author, and the
// size of its marker.
func lineKind(s string) (blockKind, int) {
	if level := len(s) - len(strings.TrimLeft(s, "#")); level >= 2 && level <= 6 && level < len(s) && s[level] != ' ' {
		return heading, level // as older Markdown has it, without a space
	}
	for _, m := range [...]string{"■", "□", "◆", "◇", "▼", "▽", "▶", "◎", "★", "☆"} {
		if strings.HasPrefix(s, m) && utf8.RuneCountInString(s) <= 120 && !strings.HasSuffix(s, "。") && len(strings.TrimSpace(s)) > len(m) {
			return heading, len(m)
		}
	}
	if strings.HasPrefix(s, "【") {
		if end := strings.Index(s, "】"); end > 0 && end+len("】") == len(s) && utf8.RuneCountInString(s) <= 40 {
			return heading, 0
		}
	}
	for _, m := range [...]string{"・", "●", "○"} {
		if strings.HasPrefix(s, m) && len(s) > len(m) {
			return listItem, len(m)
		}
	}
	return paragraph, 0
}
