package extract

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cncfgraph/cncfgraph/extract/catalogue"
	"github.com/cncfgraph/cncfgraph/extract/landscape"
	"github.com/cncfgraph/cncfgraph/extract/record"
	"github.com/cncfgraph/cncfgraph/extract/registry"
	"github.com/cncfgraph/cncfgraph/extract/schedule"
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
	case isIdentities(src.text):
		doc.readIdentities(path, src.text)
	default:
		i := slices.IndexFunc(recordFormats, func(f record.Format) bool { return f.Detect(src.text) })
		if i < 0 {
			return nil
		}
		f := recordFormats[i].Read(src.text)
		dropBroken(f, broken)
		doc.Records = &Records{Format: recordFormats[i].Name, Rows: f.Rows}
		rows := rowReader{Extractor: e, doc: doc, src: src, index: map[string]int{}}
		rows.read(f)
		doc.Records.Passed = f.Passed
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
		return has("\nprojects:") || has("\nidentities:") || has("\nlandscape:") || has("\n|") || has("\n<") || has("\n- name:") || has("\n- title:")
	case strings.HasPrefix(first, "- "):
		return has("name:") || has("title:") || has("talk:")
	case text == "":
		return false
	case strings.IndexByte("<[_|", text[0]) >= 0, strings.Contains(first, ","):
		return true
	}
	return strings.HasPrefix(first, "projects:") || strings.HasPrefix(first, "identities:") || strings.HasPrefix(first, "landscape:") || strings.HasPrefix(strings.ToUpper(first[:min(len(first), 20)]), "BEGIN:VCALENDAR")
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
	d.state(quads)
	for _, p := range l.Projects {
		d.Projects = append(d.Projects, Project{Name: p.Name, ID: p.ID, Mentions: []Mention{declared(p.Name, p.Line)}})
	}
}

// declared is the mention of a project that a record names as one.
func declared(name string, line int) Mention {
	return Mention{Line: line, Column: 1, Text: name, Confidence: 1, Reason: "named as a project"}
}
