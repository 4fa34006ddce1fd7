package catalogue

import (
	"unicode"

	"gopkg.in/yaml.v3"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// name is another name of a project, or a misspelling.
type name struct {
	text
	predicate string
	label     rdf.Term
}

// stated returns the names of e but for those that names.yaml excepts.
func (e *entry) stated() []name {
	var kept []name
	for _, n := range e.names {
		if !e.except[n.value] {
			kept = append(kept, n)
		}
	}
	return kept
}

// otherNames reads names.yaml and states the names that all files so far give.
func (c *catalogue) otherNames(d *document) error {
	source := c.ownSource(d, "cncfgraph: other names of projects")
	d.fields(d.root, func(k text, v *yaml.Node) bool {
		if k.value != "names" {
			return false
		}
		d.list(v, func(n *yaml.Node) { c.namesOf(d, source, n) })
		return true
	})
	return d.err
}

// namesOf reads the other names of one project.
func (c *catalogue) namesOf(d *document, source string, n *yaml.Node) {
	e := &entry{}
	d.fields(n, func(k text, v *yaml.Node) bool {
		if k.value == "project" {
			e = c.project(d, d.text(v))
			return true
		}
		return e.readNames(d, source, k, v)
	})
	d.require(n, "project", e.name != "")
}

// readNames takes the value if key is one of those that give names.
func (e *entry) readNames(d *document, source string, key text, v *yaml.Node) bool {
	predicate := vocab.AltLabel
	switch key.value {
	case "aliases", "former", "parts":
	case "misspellings":
		predicate = vocab.HiddenLabel
	case "except":
		e.exceptNames(d, v)
		return true
	default:
		return false
	}
	for _, t := range d.texts(v) {
		if t.value == e.name {
			d.fail(t.line, "%q is the project's name", t.value)
		}
		for _, other := range e.names {
			if other.value == t.value {
				d.fail(t.line, "%q is a name of %q already", t.value, e.name)
			}
		}
		e.names = append(e.names, name{t, predicate, label(source, span{t.line, t.line})})
	}
	return true
}

// exceptNames takes back names that the landscape gives.
func (e *entry) exceptNames(d *document, v *yaml.Node) {
	if e.except == nil {
		e.except = map[string]bool{}
	}
	for _, t := range d.texts(v) {
		given := false
		for _, n := range e.names {
			given = given || n.value == t.value
		}
		if !given {
			d.fail(t.line, "%q is no name of %q", t.value, e.name)
		}
		e.except[t.value] = true
	}
}

// stateNames states the other names of all projects.
func (c *catalogue) stateNames() {
	for _, e := range c.projects {
		for _, n := range e.stated() {
			c.add(e.term, n.predicate, rdf.NewLangString(n.value, scriptLanguage(n.value)), n.label)
		}
	}
}

// scriptLanguage returns the language that a name in a script of its own is
// written in: kana are Japanese, Hangul is Korean, Han alone is Chinese. It
// returns "" for all others, above all for names in Latin letters.
func scriptLanguage(s string) string {
	han := false
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Hiragana, unicode.Katakana):
			return "ja"
		case unicode.Is(unicode.Hangul, r):
			return "ko"
		case unicode.Is(unicode.Han, r):
			han = true
		}
	}
	if han {
		return "zh"
	}
	return ""
}
