package extract

import (
	"strings"
	"unicode/utf8"
)

// clause is a stretch of prose that says one thing: a sentence, an item of a slide.
type clause struct {
	passage
	mentions []mention  // in it, in order
	subjects []*mention // the projects that the items above are on
	heading  *clause    // the item or heading that it stands under
}

// clauses returns the clauses of the document that name a project or stand under
// one, in order. No other says anything of a project.
func (l *linked) clauses() []*clause {
	if l.said == nil {
		l.said = []*clause{}
		l.eachClause(func(c *clause) {
			if c.hi-c.lo <= maxClause {
				l.said = append(l.said, c)
			}
		})
	}
	return l.said
}

// maxClause is the size in bytes of a text that is no sentence anybody wrote.
const maxClause = 4 << 10

// eachClause calls f with the clauses of the document.
func (l *linked) eachClause(f func(*clause)) {
	l.root.walk(func(s *section) {
		var above *clause
		if s.heading != nil && s.heading.prose != nil {
			above = l.clauseOf(s.heading.prose.all())
			if len(above.mentions) > 0 {
				f(above)
			}
		}
		var items []*clause // the open items, by depth
		for _, b := range s.blocks {
			switch {
			case b.prose == nil:
			case b.kind == slideText:
				l.slideClauses(b, f)
			case b.level > 0 && (b.kind == listItem || b.kind == paragraph):
				items = l.itemClauses(b, items, above, f)
			default:
				items = nil
				whole := l.clauseOf(b.prose.all())
				whole.heading = above
				l.sentences(whole, f)
			}
		}
	})
}

// clauseOf returns p as one clause.
func (l *linked) clauseOf(p passage) *clause {
	return &clause{passage: p, mentions: l.in(p)}
}

// itemClauses calls f with the clauses of the item b. It returns the open items.
func (l *linked) itemClauses(b *block, items []*clause, above *clause, f func(*clause)) []*clause {
	whole := l.clauseOf(b.prose.all())
	depth := min(b.level-1, len(items))
	if b.kind == paragraph {
		depth = min(b.level, len(items))
	}
	items = items[:depth]
	heading := above
	if depth > 0 {
		heading = items[depth-1]
		whole.subjects = heading.topic()
	}
	whole.heading = heading
	l.sentences(whole, f)
	if b.kind == listItem {
		items = append(items, whole)
	}
	return items
}

// slideClauses calls f with the items of a slide, below its title.
func (l *linked) slideClauses(b *block, f func(*clause)) {
	var title, item *clause
	for _, p := range piecesOf(b.prose.all()) {
		c := l.clauseOf(p.passage)
		switch p.depth {
		case 0:
			title = c
			l.sentences(c, f)
			continue
		case 1:
			c.heading = title
			item = c
		default:
			c.heading = item
			if item == nil {
				c.heading = title
			}
		}
		if c.heading != nil {
			c.subjects = c.heading.topic()
		}
		if len(c.subjects) == 0 && title != nil {
			c.subjects = title.topic()
		}
		l.sentences(c, f)
	}
}

// topic returns the projects that what stands under c is on: those that c begins
// with, else those of what c stands under.
func (c *clause) topic() []*mention {
	if ms := c.leading(); len(ms) > 0 {
		return ms
	}
	return c.subjects
}

// leading returns the project that c begins with, if it is what c is on: "X",
// "X: …", "X は …", "X (…)"; or each of "X / Y".
func (c *clause) leading() []*mention {
	if len(c.mentions) == 0 || strings.Trim(c.of.text[c.lo:c.mentions[0].start], " \"「【[*") != "" {
		return nil
	}
	var out []*mention
	for i := range c.mentions {
		m := &c.mentions[i]
		if i > 0 && !listGap(c.of.text[c.mentions[i-1].end:m.start]) {
			break
		}
		if len(out) == 0 || out[len(out)-1].ID != m.ID {
			out = append(out, m)
		}
	}
	tail := strings.TrimLeft(c.of.text[out[len(out)-1].end:c.hi], " 　")
	if tail == "" || anyPrefix(tail, topicMarks) {
		return out
	}
	return nil
}

// topicMarks follow what a clause is on.
var topicMarks = []string{"は", "が", "も", ":", "：", "(", "（", "=", "—", "–", "-", "、", ",", "?", "？", "|", "는", "은", "란", "是", "→", "v", "is ", "was ", "has "}

// sentences calls f with the sentences of whole.
func (l *linked) sentences(whole *clause, f func(*clause)) {
	if len(whole.mentions) == 0 && len(whole.subjects) == 0 {
		return
	}
	s := whole.text()
	start := 0
	rest := whole.mentions
	cut := func(end int) {
		q := whole.sub(start, end)
		start = end
		for len(rest) > 0 && rest[0].start < q.lo { // it goes over the end of the sentence before
			rest = rest[1:]
		}
		n := 0
		for n < len(rest) && rest[n].end <= q.hi {
			n++
		}
		if n == 0 && len(whole.subjects) == 0 || q.trim("").empty() {
			return
		}
		f(&clause{passage: q, mentions: rest[:n:n], subjects: whole.subjects, heading: whole.heading})
		rest = rest[n:]
	}
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		i += n
		switch r {
		case '。', '！', '？', '\n', ';', '；':
			cut(i)
		case '.', '!', '?':
			if i < len(s) && s[i] == ' ' && (i+1 >= len(s) || r != '.' || s[i+1] < 'a' || s[i+1] > 'z') {
				cut(i)
			}
		}
	}
	cut(len(s))
}
