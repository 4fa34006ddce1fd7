package extract

import (
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/extract/link"
	"github.com/cncfgraph/cncfgraph/extract/record"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// rowReader turns the rows of a file into what a document says.
type rowReader struct {
	*Extractor
	doc   *Document
	src   *source
	index map[string]int // of doc.Projects, by id
}

func (r *rowReader) read(f *record.File) {
	d := r.doc
	d.title, d.Language, d.rank = f.Title, f.Language, f.Rank
	if d.Language == "" {
		d.Language = titleLanguage(f.Talks)
	}
	for _, e := range f.Events {
		d.Events = append(d.Events, Event{
			Name: e.Name, Date: Optional(e.Start), URL: Optional(e.URL), Line: e.Line, End: e.End, Location: e.Location, Host: e.Host,
		})
	}
	for i := range f.Talks {
		d.Talks = append(d.Talks, r.talk(&f.Talks[i]))
	}
	for _, p := range f.Projects {
		if i, ok := r.project(p.Name, p.Line); ok {
			of := &d.Projects[i]
			of.repositories = append(of.repositories, p.Repositories...)
			if of.homepage == "" {
				of.homepage = p.Homepage
			}
		}
	}
	milestones := f.Milestones
	if f.Changes {
		milestones = r.settled(f)
	}
	for _, m := range milestones {
		if i, ok := r.project(m.Project, m.Line); ok {
			level := string(m.Level)
			if m.Level == vocab.Accepted {
				level = "donated"
			}
			d.Maturity = append(d.Maturity, Maturity{Project: d.Projects[i].Name, ID: d.Projects[i].ID, Level: level, Date: Optional(m.Date), Line: m.Line, Evidence: m.Evidence})
		}
	}
	for _, x := range f.Relations {
		r.relation(x)
	}
	for _, m := range f.Maintainers {
		if i, ok := r.project(m.Project, m.Line); ok {
			d.Maintainers = append(d.Maintainers, Maintainer{Project: d.Projects[i].Name, ID: d.Projects[i].ID, Speaker: speakerOf(m.Speaker, m.Line), Line: m.Line})
		}
	}
	slices.SortStableFunc(d.Talks, func(a, b Talk) int { return a.Line - b.Line })
}

// titleLanguage returns the language of most of the titles.
func titleLanguage(talks []record.Talk) string {
	var b strings.Builder
	for i := range talks {
		b.WriteString(talks[i].Title)
		b.WriteByte('\n')
		if b.Len() > 16<<10 {
			break
		}
	}
	return language(b.String())
}

func speakerOf(s record.Speaker, line int) Speaker {
	return Speaker{Name: Optional(s.Name), Handle: Optional(s.Handle), Platform: Optional(s.Platform), Organization: Optional(s.Organization), line: line}
}

// project returns the place in the document's list of the project that a row
// names, which becomes a mention; ok is false where the name makes no id.
func (r *rowReader) project(name string, line int) (i int, ok bool) {
	e := r.entry(name)
	if e.ID == "" {
		r.doc.Records.Problems = append(r.doc.Records.Problems, Problem{line, "no name of a project"})
		return 0, false
	}
	return r.mention(e, declared(name, line)), true
}

// entry returns the project that a row names, one of its own where the name is
// not known.
func (r *rowReader) entry(name string) link.Entry {
	e, known := r.linker.Named(name)
	if bare, _, remarked := strings.Cut(name, " ("); !known && remarked { // "Istio (Wasm)"
		e, known = r.linker.Named(bare)
	}
	if !known {
		e = link.Entry{ID: vocab.Slug(name), Name: name, External: true}
	}
	return e
}

// mention adds a mention to the document's list of projects.
func (r *rowReader) mention(e link.Entry, m Mention) int {
	i, ok := r.index[e.ID]
	if !ok {
		i = len(r.doc.Projects)
		r.index[e.ID] = i
		r.doc.Projects = append(r.doc.Projects, Project{Name: e.Name, ID: e.ID, External: e.External})
	}
	p := &r.doc.Projects[i]
	if n := len(p.Mentions); n == 0 || p.Mentions[n-1].Line != m.Line || p.Mentions[n-1].Column != m.Column {
		p.Mentions = append(p.Mentions, m)
	}
	return i
}

func (r *rowReader) relation(x record.Relation) {
	from, ok1 := r.project(x.From, x.Line)
	to, ok2 := r.project(x.To, x.Line)
	if ok1 && ok2 && from != to {
		a, b := &r.doc.Projects[from], &r.doc.Projects[to]
		r.doc.Relations = append(r.doc.Relations, Relation{From: a.Name, Type: x.Kind.Name, To: b.Name, Line: x.Line, fromID: a.ID, toID: b.ID})
	}
}

// talk returns the talk of a row with the projects that it names: in its title
// those that it is about, in its abstract and track those that it mentions.
func (r *rowReader) talk(row *record.Talk) Talk {
	t := Talk{
		Title: Optional(row.Title), Other: row.Other, Line: row.Line, EndLine: max(row.Line, row.End), Event: Optional(row.Event), Date: Optional(row.Date),
		Page: row.Page, Slides: Optional(row.Slides), Video: Optional(row.Video), Speakers: []Speaker{}, Projects: []string{}, Mentions: []string{},
		Language: Optional(row.Language), slidesLine: row.Line, videoLine: row.Line,
	}
	if t.Language == "" {
		t.Language = Optional(language(row.Title))
	}
	for _, s := range row.Speakers {
		t.Speakers = append(t.Speakers, speakerOf(s, row.Line))
	}
	add := func(list *[]string, i int) {
		name := r.doc.Projects[i].Name
		if !slices.Contains(t.Projects, name) && !slices.Contains(*list, name) {
			*list = append(*list, name)
		}
	}
	for _, name := range row.Projects {
		if i, ok := r.project(name, row.Line); ok {
			add(&t.Projects, i)
		}
	}
	segments := []link.Segment{
		{Text: row.Title, Kind: link.Title, Lang: string(t.Language)},
		{Text: row.Other, Kind: link.Title},
		{Text: row.Track, Kind: link.Tag},
		{Text: row.Abstract, Kind: link.Paragraph},
	}
	at := columns{s: r.src}
	for _, m := range r.linker.Link(segments) {
		text := segments[m.Segment].Text[m.Start:m.End]
		line, column := standing(&at, r.src, text, t.Line, t.EndLine)
		if m.ID == "" {
			r.ambiguous(m, text, line, column)
			continue
		}
		e, _ := r.linker.Entry(m.ID)
		i := r.mention(e, Mention{Line: line, Column: column, Text: text, Confidence: m.Confidence, Reason: m.Reason})
		if m.Segment < 2 {
			add(&t.Projects, i)
		} else {
			add(&t.Mentions, i)
		}
	}
	return t
}

// standing returns where text first stands on the lines from first to last: on the
// first, where it is written otherwise there.
func standing(at *columns, src *source, text string, first, last int) (line, column int) {
	from := src.starts[first-1]
	i := strings.Index(src.text[from:src.lineEnd(min(last, len(src.starts)))], text)
	if i < 0 {
		return first, 1
	}
	return at.at(from + i)
}

func (r *rowReader) ambiguous(m link.Mention, text string, line, column int) {
	r.doc.Ambiguous = append(r.doc.Ambiguous, ambiguity(m, text, line, column))
}
