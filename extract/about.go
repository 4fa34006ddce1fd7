package extract

import (
	"iter"
	"slices"
	"unicode/utf8"
)

// talks returns the talks with the projects that they are about, and those that
// what the document says on them names besides.
func (l *linked) talks() []Talk {
	out := []Talk{}
	for _, t := range l.draft.talks {
		about := l.titled(t)
		if len(about) == 0 && !t.deck { // a deck whose title names no project is about a field
			about = l.subjects(t)
		}
		talk := t.Talk
		talk.Projects, talk.Mentions = []string{}, []string{}
		for _, id := range about {
			talk.Projects = append(talk.Projects, l.name(id))
		}
		seen := about
		for m := range l.told(t) {
			if !slices.Contains(seen, m.ID) {
				seen = append(seen, m.ID)
				talk.Mentions = append(talk.Mentions, l.name(m.ID))
			}
		}
		if talk.Speakers == nil {
			talk.Speakers = []Speaker{}
		}
		out = append(out, talk)
	}
	return out
}

// titled returns the projects that the title of t names.
func (l *linked) titled(t *talk) []string {
	var out []string
	for _, p := range [...]passage{t.title, t.subtitle} {
		if p.of == nil {
			continue
		}
		for _, m := range l.in(p) {
			if !slices.Contains(out, m.ID) {
				out = append(out, m.ID)
			}
		}
	}
	return out
}

// told yields the mentions in what the document says on t, its heading included.
func (l *linked) told(t *talk) iter.Seq[*mention] {
	return func(yield func(*mention) bool) {
		blocks := t.blocks
		switch {
		case t.line.of != nil:
			of := l.in(t.line)
			for i := range of {
				if !yield(&of[i]) {
					return
				}
			}
		case t.heading != nil && !slices.Contains(t.blocks, t.heading):
			blocks = slices.Concat([]*block{t.heading}, t.blocks)
		}
		for _, b := range blocks {
			of := l.of[b.prose]
			for i := range of {
				if !yield(&of[i]) {
					return
				}
			}
		}
	}
}

// subjects returns the projects that are the clear subject of what the document
// says on t: each item of its own that is nothing but a name, or the one project
// that is named far more often than any other.
func (l *linked) subjects(t *talk) []string {
	var out []string
	count := map[string]int{}
	var order []string
	for _, b := range t.blocks {
		if b.prose == nil {
			continue
		}
		if b.kind == slideText {
			if ms := l.headline(b); len(ms) > 0 {
				return ms
			}
			continue
		}
		ms := l.of[b.prose]
		seen := ""
		for _, m := range ms {
			if m.ID != seen {
				if count[m.ID] == 0 {
					order = append(order, m.ID)
				}
				count[m.ID]++
			}
			seen = m.ID
		}
		if len(ms) == 0 || b.kind != listItem && b.kind != heading || b.level > 1 && b.kind == listItem {
			continue
		}
		all := b.prose.all().trim("")
		if ms[0].start == all.lo && utf8.RuneCountInString(b.text()[ms[0].end:all.hi]) <= 8 && !slices.Contains(out, ms[0].ID) {
			out = append(out, ms[0].ID)
		}
	}
	if len(out) > 1 || len(out) == 1 && count[out[0]] > 1 {
		return out
	}
	slices.SortStableFunc(order, func(a, b string) int { return count[b] - count[a] })
	if len(order) > 0 && (count[order[0]] >= 3 || count[order[0]] >= 2 && len(order) == 1) && (len(order) == 1 || count[order[0]] >= 2*count[order[1]]) {
		return order[:1]
	}
	return nil
}

// headline returns the projects that the title of a slide is: what stands before
// its first bullet.
func (l *linked) headline(b *block) []string {
	pieces := piecesOf(b.prose.all())
	if len(pieces) < 2 || utf8.RuneCountInString(pieces[0].text()) > 60 {
		return nil
	}
	var out []string
	for _, m := range l.in(pieces[0].passage) {
		if !slices.Contains(out, m.ID) {
			out = append(out, m.ID)
		}
	}
	return out
}
