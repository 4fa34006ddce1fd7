package main

import (
	"fmt"
	"path"
	"slices"

	"github.com/cncfgraph/cncfgraph/extract"
	"github.com/cncfgraph/cncfgraph/extract/link"
	"github.com/cncfgraph/cncfgraph/extract/record"
	"github.com/cncfgraph/cncfgraph/internal/yamlmap"
)

const header = `# Facts of %s. Generated, do not edit:
#   go run ./internal/cmd/programs FOLDER data
# NOTICE names origin and licence; docs/data.md describes the fields.
`

// writer writes what a document says in the schema of data/reports.
type writer struct {
	source
	doc    *extract.Document
	linker *link.Linker

	pageless int // talks that no page states
	unknown  int // maintainers of projects that the catalogue does not know
	strange  int // milestones of such projects
}

func (w *writer) file() ([]byte, error) {
	var root, source yamlmap.Map
	source.Text("url", w.url)
	if w.url == "" {
		source.Text("id", path.Base(w.out))
	}
	source.Text("title", w.title)
	source.Text("license", w.license)
	if w.rank > 0 {
		source.Number("history_rank", w.rank)
	}
	root.Node("source", source.Block())
	if len(w.doc.Talks) > 0 {
		root.Text("language", w.doc.Language)
	}
	w.events(&root)
	usual := w.usualEvent()
	root.Text("event", usual)
	var talks yamlmap.List
	for i := range w.doc.Talks {
		w.talk(&talks, &w.doc.Talks[i], usual)
	}
	if len(w.doc.Talks) > 0 {
		root.Node("talks", talks.Block())
	}
	w.maintainers(&root)
	w.maturity(&root)
	text, err := root.Bytes()
	return append(fmt.Appendf(nil, header, w.origin()), text...), err
}

// origin names the file for the header.
func (w *writer) origin() string {
	if w.url != "" {
		return w.url
	}
	return w.title
}

// evidence adds the line that states a row, or under key the page, where the file
// has no public address; ok is false where there is neither.
func (w *writer) evidence(m *yamlmap.Map, first, last int, key, page string) (ok bool) {
	if w.url != "" {
		m.Plain("line", yamlmap.Lines(first, last))
		return true
	}
	m.Text(key, page)
	return page != ""
}

// events adds the events: hosts before what is held with them.
func (w *writer) events(root *yamlmap.Map) {
	var list yamlmap.List
	for _, e := range w.doc.Events {
		var m yamlmap.Map
		m.Text("name", e.Name)
		if !w.evidence(&m, e.Line, e.Line, "source", w.pageOf(&e)) {
			continue
		}
		m.Text("series", record.Series(e.Name))
		m.Text("host", e.Host)
		m.Plain("date", string(e.Date))
		m.Plain("end", e.End)
		m.Text("location", e.Location)
		m.Text("url", string(e.URL))
		list.Add(m.Flow())
	}
	if len(w.doc.Events) > 0 {
		root.Node("events", list.Block())
	}
}

// pageOf returns a page that states the event: its own, else that of its first
// talk.
func (w *writer) pageOf(e *extract.Event) string {
	if e.URL != "" {
		return string(e.URL)
	}
	for i := range w.doc.Talks {
		if t := &w.doc.Talks[i]; string(t.Event) == e.Name {
			return pageOf(t)
		}
	}
	return ""
}

// pageOf returns the page that states the talk.
func pageOf(t *extract.Talk) string {
	if t.Page != "" {
		return t.Page
	}
	return string(t.Video)
}

// usualEvent returns the event of most talks, "" if a file is of many events.
func (w *writer) usualEvent() string {
	count := map[string]int{}
	for i := range w.doc.Talks {
		count[string(w.doc.Talks[i].Event)]++
	}
	for _, e := range w.doc.Events {
		if 2*count[e.Name] > len(w.doc.Talks) {
			return e.Name
		}
	}
	return ""
}

func (w *writer) talk(talks *yamlmap.List, t *extract.Talk, usual string) {
	var m yamlmap.Map
	m.Text("title", string(t.Title))
	key := "page"
	if t.Page == "" {
		key = "source" // of the recording
	}
	if !w.evidence(&m, t.Line, t.EndLine, key, pageOf(t)) {
		w.pageless++
		return
	}
	m.Text("also", t.Other)
	if string(t.Event) != usual {
		m.Text("event", string(t.Event))
	}
	m.Plain("date", string(t.Date))
	if w.url != "" {
		m.Text("url", t.Page)
	}
	m.Text("slides", string(t.Slides))
	m.Text("video", string(t.Video))
	var speakers yamlmap.List
	for _, s := range t.Speakers {
		if s.Organization == "" && s.Handle == "" {
			speakers.Add(yamlmap.Text(string(s.Name)))
			continue
		}
		speakers.Add(person(s).Flow())
	}
	m.List("speakers", &speakers)
	m.Texts("about", w.known(t.Projects))
	m.Texts("mentions", w.known(t.Mentions))
	talks.Add(m.Block())
}

// person returns the facts of a person.
func person(s extract.Speaker) *yamlmap.Map {
	var m yamlmap.Map
	m.Text("name", string(s.Name))
	m.Text(string(s.Platform), string(s.Handle))
	m.Text("affiliation", string(s.Organization))
	return &m
}

// known returns the projects of the list that the catalogue knows.
func (w *writer) known(projects []string) []string {
	return slices.DeleteFunc(slices.Clone(projects), func(name string) bool {
		e, ok := w.linker.Named(name)
		return !ok || e.Name != name
	})
}

// maintainers adds who maintains which project, in the order of the file.
func (w *writer) maintainers(root *yamlmap.Map) {
	var list yamlmap.List
	for i := 0; i < len(w.doc.Maintainers); {
		first := i
		var people yamlmap.List
		for ; i < len(w.doc.Maintainers) && w.doc.Maintainers[i].ID == w.doc.Maintainers[first].ID; i++ {
			m := person(w.doc.Maintainers[i].Speaker)
			m.Number("line", w.doc.Maintainers[i].Line)
			people.Add(m.Flow())
		}
		if len(w.known([]string{w.doc.Maintainers[first].Project})) == 0 {
			w.unknown += i - first
			continue
		}
		var m yamlmap.Map
		m.Text("project", w.doc.Maintainers[first].Project)
		m.Node("people", people.Block())
		list.Add(m.Block())
	}
	if len(w.doc.Maintainers) > 0 {
		root.Node("maintainers", list.Block())
	}
}
