package extract

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cncfgraph/cncfgraph/extract/catalogue"
	"github.com/cncfgraph/cncfgraph/extract/landscape"
	"github.com/cncfgraph/cncfgraph/extract/link"
	"github.com/cncfgraph/cncfgraph/extract/record"
	"github.com/cncfgraph/cncfgraph/extract/registry"
	"github.com/cncfgraph/cncfgraph/extract/schedule"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// recordFormats are the formats of files of records, in the order in which they
// are tried. What is none of them is prose.
var recordFormats = slices.Concat(schedule.Formats(), registry.Formats())

// records returns the document in data where it is a file of records, else nil.
// src is its text, or nil where bad is why it has none: where only some of its
// bytes are no text, the rows without them are still read.
func (e *Extractor) records(key, path string, data []byte, src *source, bad error) *Document {
	var broken map[int]bool
	if src == nil {
		if !errors.Is(bad, ErrEncoding) {
			return nil
		}
		broken = brokenLines(data)
		text := strings.ToValidUTF8(string(data), string(utf8.RuneError))
		src = newText(text, []byte(text))
	}
	if !mayBeRecords(src.text) {
		return nil
	}
	doc := &Document{
		Source: path, Events: []Event{}, Talks: []Talk{}, Projects: []Project{},
		Maturity: []Maturity{}, Relations: []Relation{}, Ambiguous: []Ambiguity{},
		key: key, extractor: e.Stamp().String(),
	}
	switch {
	case isNQuads(src.text):
		doc.readNQuads(src.text)
	case landscape.Detect(src.text):
		doc.readLandscape(src.text)
	default:
		i := slices.IndexFunc(recordFormats, func(f record.Format) bool { return f.Detect(src.text) })
		if i < 0 {
			return nil
		}
		f := recordFormats[i].Read(src.text)
		dropBroken(f, broken)
		doc.Records = &Records{Format: recordFormats[i].Name, Rows: f.Rows, Passed: f.Passed}
		rows := rowReader{Extractor: e, doc: doc, src: src, index: map[string]int{}}
		rows.read(f)
		doc.Records.Problems = problems(f.Problems)
	}
	return doc
}

// mayBeRecords tells by little more than the first line whether it is worth asking
// the formats: most prose ends here.
func mayBeRecords(text string) bool {
	text = strings.TrimLeft(text, " \t\r\n")
	first, _, _ := strings.Cut(text, "\n")
	head := record.Head(text)
	has := func(s string) bool { return strings.Contains(head, s) }
	switch {
	case strings.HasPrefix(first, "---"), strings.HasPrefix(first, "#"): // front matter, a heading, a comment
		return has("\nprojects:") || has("\nlandscape:") || has("\n|") || has("\n<") || has("\n- name:") || has("\n- title:")
	case strings.HasPrefix(first, "- "):
		return has("name:") || has("title:") || has("talk:")
	case text == "":
		return false
	case strings.IndexByte("<[_|", text[0]) >= 0, strings.Contains(first, ","):
		return true
	}
	return strings.HasPrefix(first, "projects:") || strings.HasPrefix(first, "landscape:") || strings.HasPrefix(strings.ToUpper(first[:min(len(first), 20)]), "BEGIN:VCALENDAR")
}

// problems returns the problems in the order of their lines, never nil.
func problems(list []record.Problem) []Problem {
	out := make([]Problem, len(list))
	for i, p := range list {
		out[i] = Problem{p.Line, p.Err.Error()}
	}
	slices.SortStableFunc(out, func(a, b Problem) int { return a.Line - b.Line })
	return out
}

// brokenLines returns the lines of data that hold bytes that are no UTF-8.
func brokenLines(data []byte) map[int]bool {
	broken, n := map[int]bool{}, 0
	for line := range strings.Lines(string(data)) {
		n++
		if !utf8.ValidString(line) {
			broken[n] = true
		}
	}
	return broken
}

// dropBroken makes problems of the talks, milestones and other rows of f that
// stand on broken lines.
func dropBroken(f *record.File, broken map[int]bool) {
	if broken == nil {
		return
	}
	bad := func(first, last int) bool {
		for line := first; line <= max(first, last); line++ {
			if broken[line] {
				return true
			}
		}
		return false
	}
	f.Talks = slices.DeleteFunc(f.Talks, func(t record.Talk) bool { return bad(t.Line, t.End) })
	f.Events = slices.DeleteFunc(f.Events, func(e record.Event) bool { return bad(e.Line, e.Line) })
	f.Projects = slices.DeleteFunc(f.Projects, func(p record.Project) bool { return bad(p.Line, p.Line) })
	f.Milestones = slices.DeleteFunc(f.Milestones, func(m record.Milestone) bool { return bad(m.Line, m.Line) })
	f.Relations = slices.DeleteFunc(f.Relations, func(r record.Relation) bool { return bad(r.Line, r.Line) })
	f.Maintainers = slices.DeleteFunc(f.Maintainers, func(m record.Maintainer) bool { return bad(m.Line, m.Line) })
	for line := range broken {
		f.Fail(line, ErrEncoding)
	}
}

// readLandscape reads a landscape.yml. It is stated as the project's own
// data/landscape.yaml is, so that the same file says the same in both places.
func (d *Document) readLandscape(text string) {
	l := landscape.Read(d.key, text)
	quads, err := catalogue.Landscape(l.YAML)
	if err != nil {
		l.Problems = append(l.Problems, record.Problem{Line: 1, Err: err})
	}
	d.Records = &Records{Format: "landscape", Rows: l.Rows, Problems: problems(l.Problems)}
	d.stated = []statedQuad{} // even if there are none
	for _, q := range quads {
		at := vocab.ParseLabel(q.Label.Value)
		d.stated = append(d.stated, statedQuad{q, at.Line, at.EndLine})
	}
	for _, p := range l.Projects {
		d.Projects = append(d.Projects, Project{Name: p.Name, ID: p.ID, Mentions: []Mention{declared(p.Name, p.Line)}})
	}
}

// declared is the mention of a project that a record names as one.
func declared(name string, line int) Mention {
	return Mention{Line: line, Column: 1, Text: name, Confidence: 1, Reason: "named as a project"}
}

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
	for _, m := range f.Milestones {
		if i, ok := r.project(m.Project, m.Line); ok {
			level := string(m.Level)
			if m.Level == vocab.Accepted {
				level = "donated"
			}
			d.Maturity = append(d.Maturity, Maturity{Project: d.Projects[i].Name, ID: d.Projects[i].ID, Level: level, Date: Optional(m.Date), Line: m.Line})
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
	e, known := r.linker.Named(name)
	if bare, _, remarked := strings.Cut(name, " ("); !known && remarked { // "Istio (Wasm)"
		e, known = r.linker.Named(bare)
	}
	if !known {
		e = link.Entry{ID: vocab.Slug(name), Name: name, External: true}
	}
	if e.ID == "" {
		r.doc.Records.Problems = append(r.doc.Records.Problems, Problem{line, "no name of a project"})
		return 0, false
	}
	return r.mention(e, declared(name, line)), true
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
		Language: Optional(row.Language), lines: [2]int{row.Line, row.Line},
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
	a := Ambiguity{Line: line, Column: column, Text: text, Candidates: []string{}, Reason: m.Reason}
	for _, c := range m.Candidates {
		a.Candidates = append(a.Candidates, c.ID)
	}
	r.doc.Ambiguous = append(r.doc.Ambiguous, a)
}
