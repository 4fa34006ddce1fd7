package extract

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"github.com/cncfgraph/cncfgraph/extract/link"
)

// linked is a draft with the projects that its prose names.
type linked struct {
	*draft
	linker Linker
	found  []mention
	of     map[*prose][]mention // in the order of the text
	said   []*clause            // what clauses returns
}

// mention is a name of a project in a prose.
type mention struct {
	link.Mention
	span  // in the text of its prose
	prose *prose
	block *block
	at    int // offset in the source
	line  int
	col   int
}

// text returns the name as the prose has it.
func (m *mention) text() string { return m.prose.text[m.start:m.end] }

// segment is a stretch of prose that the linker is given.
type segment struct {
	block *block
	lo    int
}

// linkedKeys are the values of a front matter that are prose.
var linkedKeys = map[string]link.Kind{
	"title": link.Title, "subtitle": link.Title, "description": link.Paragraph, "summary": link.Paragraph,
	"tags": link.Tag, "tag": link.Tag, "topics": link.Tag, "keywords": link.Tag, "taxonomies.tags": link.Tag,
}

// linked finds the projects in d.
func (e *Extractor) linked(d *draft) *linked {
	l := &linked{draft: d, linker: e.linker, of: map[*prose][]mention{}}
	d.language = d.mainLanguage()
	segments := make([]link.Segment, 0, len(d.matter)+len(d.blocks))
	places := make([]segment, 0, len(d.matter)+len(d.blocks))
	add := func(b *block, p passage, kind link.Kind, section int) {
		if strings.TrimSpace(p.text()) == "" {
			return
		}
		segments = append(segments, link.Segment{Text: unmasked(p), Kind: kind, Section: section, Lang: d.language})
		places = append(places, segment{b, p.lo})
	}
	for _, b := range d.matter {
		if kind, ok := linkedKeys[b.key]; ok {
			add(b, b.prose.all(), kind, 0)
		}
	}
	d.number()
	for _, b := range d.blocks {
		if b.prose == nil {
			continue
		}
		at := 0
		for _, by := range disjoint(append([]span(nil), d.bylines[b.prose]...)) {
			add(b, passage{b.prose, at, by.start}, kindOfBlock(b), b.section)
			add(b, passage{b.prose, by.start, by.end}, link.SpeakerLine, b.section)
			at = by.end
		}
		add(b, passage{b.prose, at, len(b.prose.text)}, kindOfBlock(b), b.section)
	}
	people := d.peopleNames()
	names := e.linker.Link(segments)
	l.found = make([]mention, 0, len(names))
	for _, m := range names {
		p := places[m.Segment]
		if segments[m.Segment].Kind == link.SpeakerLine && people.has(segments[m.Segment].Text[m.Start:m.End]) {
			continue
		}
		l.found = append(l.found, mention{Mention: m, span: span{p.lo + m.Start, p.lo + m.End}, prose: p.block.prose, block: p.block})
	}
	l.locate()
	return l
}

// peopleNames are the names of speakers, and those of who employs them.
type peopleNames struct {
	names     string          // of all speakers, a line each, in lower case
	employers map[string]bool // in lower case
	known     map[string]bool // what has was asked before
}

func (d *draft) peopleNames() *peopleNames {
	var names strings.Builder
	employers := map[string]bool{}
	for _, t := range d.talks {
		for _, p := range t.Speakers {
			names.WriteString(strings.ToLower(string(p.Name)) + "\n")
			employers[strings.ToLower(string(p.Organization))] = true
		}
	}
	return &peopleNames{names.String(), employers, map[string]bool{}}
}

// has tells whether s is the name of a speaker or of who employs one, or a part of
// the name: no project, where it says who speaks.
func (p *peopleNames) has(s string) bool {
	s = strings.ToLower(s)
	found, ok := p.known[s]
	if !ok {
		found = p.employers[s] || strings.Contains(p.names, s)
		p.known[s] = found
	}
	return found
}

// locate finds the lines and columns of the mentions and drops those that stand
// where another does: a caption may repeat a text.
func (l *linked) locate() {
	for i := range l.found {
		l.found[i].at = l.found[i].prose.source(l.found[i].start)
	}
	inOrder := func(a, b mention) int { return cmp.Compare(a.at, b.at) }
	if !slices.IsSortedFunc(l.found, inOrder) {
		slices.SortStableFunc(l.found, inOrder)
	}
	at := columns{s: l.src}
	linked := make([]mention, 0, len(l.found))
	for i := range l.found {
		m := &l.found[i]
		m.line, m.col = at.at(m.at)
		if m.ID != "" {
			linked = append(linked, *m)
		}
	}
	for len(linked) > 0 {
		n := 1
		for n < len(linked) && linked[n].prose == linked[0].prose {
			n++
		}
		of := linked[:n:n]
		if before := l.of[of[0].prose]; before != nil { // a caption stood between
			of = append(before, of...)
		}
		l.of[of[0].prose] = of
		linked = linked[n:]
	}
	byStart := func(a, b mention) int { return cmp.Compare(a.start, b.start) }
	for _, of := range l.of {
		if !slices.IsSortedFunc(of, byStart) {
			slices.SortStableFunc(of, byStart)
		}
	}
}

// unmasked returns the text of p with what is no prose blanked out, byte for byte.
func unmasked(p passage) string {
	s := p.text()
	var b []byte
	for _, m := range p.of.masks {
		lo, hi := max(m.start-p.lo, 0), min(m.end-p.lo, len(s))
		if lo >= hi {
			continue
		}
		if b == nil {
			b = []byte(s)
		}
		for i := lo; i < hi; i++ {
			b[i] = ' '
		}
		b[lo], b[hi-1] = '|', '|'
	}
	if b == nil {
		return s
	}
	return string(b)
}

func kindOfBlock(b *block) link.Kind {
	switch b.kind {
	case heading:
		return link.Heading
	case listItem:
		return link.ListItem
	case cell:
		return link.Cell
	case caption:
		return link.LinkText
	case slideText:
		return link.Slide
	}
	return link.Paragraph
}

// number gives the blocks of one section one number; a talk is one section.
func (d *draft) number() {
	n := 0
	d.root.walk(func(s *section) {
		if s.heading == nil || s.level <= 3 {
			n++
		}
		if s.heading != nil {
			s.heading.section = n
		}
		for _, b := range s.blocks {
			b.section = n + b.slide
		}
	})
}

// mainLanguage returns the language of most of the prose.
func (d *draft) mainLanguage() string {
	var n letters
	read := 0
	for _, x := range d.blocks {
		if x.prose != nil && x.kind != caption {
			at := 0
			for _, m := range x.prose.masks {
				n.count(x.prose.text[at:m.start])
				at = m.end
			}
			n.count(x.prose.text[at:])
			read += len(x.prose.text)
		}
		if read > 16<<10 {
			break
		}
	}
	for _, x := range d.matter {
		if x.key == "title" || x.key == "description" {
			n.count(x.text())
		}
	}
	return n.language()
}

// name returns the name of the project with the given id.
func (l *linked) name(id string) string {
	if e, ok := l.linker.Entry(id); ok {
		return e.Name
	}
	return id
}

// projects returns the projects in the order of their first mention.
func (l *linked) projects() []Project {
	out := []Project{}
	index := map[string]int{}
	for i := range l.found {
		m := &l.found[i]
		if m.ID == "" {
			continue
		}
		k, ok := index[m.ID]
		if !ok {
			e, _ := l.linker.Entry(m.ID)
			k = len(out)
			index[m.ID] = k
			out = append(out, Project{Name: cmp.Or(e.Name, m.ID), ID: m.ID, External: e.External, Mentions: []Mention{}})
		}
		list := out[k].Mentions
		if n := len(list); n > 0 && list[n-1].Line == m.line && list[n-1].Column == m.col {
			continue
		}
		out[k].Mentions = append(list, Mention{Line: m.line, Column: m.col, Text: m.text(), Confidence: m.Confidence, Reason: m.Reason})
	}
	return out
}

// ambiguous returns the names that the linker could not settle.
func (l *linked) ambiguous() []Ambiguity {
	out := []Ambiguity{}
	for i := range l.found {
		m := &l.found[i]
		if m.ID != "" {
			continue
		}
		out = append(out, ambiguity(m.Mention, m.text(), m.line, m.col))
	}
	return out
}

// ambiguity is the mention m, which the linker could not settle, of text in its place.
func ambiguity(m link.Mention, text string, line, column int) Ambiguity {
	a := Ambiguity{Line: line, Column: column, Text: text, Candidates: []string{}, Reason: m.Reason}
	for _, c := range m.Candidates {
		a.Candidates = append(a.Candidates, c.ID)
	}
	return a
}

// in returns the mentions in p, in order.
func (l *linked) in(p passage) []mention {
	all := l.of[p.of]
	first := sort.Search(len(all), func(i int) bool { return all[i].start >= p.lo })
	last := first
	for last < len(all) && all[last].end <= p.hi {
		last++
	}
	return all[first:last:last]
}
