package catalogue

import (
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// landscape reads landscape.yaml, which internal/cmd/landscape generates.
func (c *catalogue) landscape(d *document) error {
	var source string
	var parents []func()
	d.fields(d.root, func(k text, v *yaml.Node) bool {
		switch k.value {
		case "source":
			source = c.source(d, v)
		case "categories":
			d.list(v, func(n *yaml.Node) { c.category(d, source, n) })
		case "projects":
			d.list(v, func(n *yaml.Node) { parents = append(parents, c.item(d, source, n)) })
		case "faults":
			d.list(v, func(n *yaml.Node) { c.fault(d, source, n) })
		default:
			return false
		}
		return true
	})
	d.require(d.root, "source", source != "")
	for _, resolve := range parents {
		resolve() // a parent may stand behind its part
	}
	return d.err
}

// categoryTerm returns the IRI of the category "A / B", or of "A" itself.
func categoryTerm(name string) rdf.Term {
	above, below, ok := strings.Cut(name, " / ")
	if !ok {
		return vocab.Entity(vocab.KindCategory, vocab.Slug(name))
	}
	return vocab.Entity(vocab.KindCategory, vocab.Slug(above)+"--"+vocab.Slug(below))
}

func (c *catalogue) category(d *document, source string, n *yaml.Node) {
	var called text
	var lines span
	d.fields(n, func(k text, v *yaml.Node) bool {
		switch k.value {
		case "name":
			called = d.text(v)
		case "line":
			lines = d.lines(v)
		default:
			return false
		}
		return true
	})
	d.require(n, "name", called.value != "")
	d.require(n, "line", lines.first > 0)
	if _, known := c.categories[called.value]; known {
		d.fail(called.line, "category %q is repeated", called.value)
	}
	term, at := categoryTerm(called.value), label(source, lines)
	c.categories[called.value] = term
	c.add(term, vocab.Type, rdf.NewIRI(vocab.Category), at)
	c.add(term, vocab.PrefLabel, rdf.NewString(called.value), at)
	if above, _, ok := strings.Cut(called.value, " / "); ok {
		if _, known := c.categories[above]; !known {
			d.fail(called.line, "category %q is not under a known one", called.value)
		}
		c.add(term, vocab.Broader, categoryTerm(above), at)
	}
}

// facts are what an item of the landscape says of a project.
type facts struct {
	lines        span
	categories   []text
	homepage     text
	repositories []text
}

// read takes the value if key is one of those of facts.
func (f *facts) read(d *document, key string, v *yaml.Node) bool {
	switch key {
	case "lines":
		f.lines = d.lines(v)
	case "categories":
		f.categories = d.texts(v)
	case "homepage":
		f.homepage = d.text(v)
	case "repositories":
		f.repositories = d.texts(v)
	default:
		return false
	}
	return true
}

// item reads one project. The function that it returns states what the project
// is a part of.
func (c *catalogue) item(d *document, source string, n *yaml.Node) (parent func()) {
	var called, slug text
	var first facts
	var aliases []text
	var also []facts
	var rest []func(*entry)
	parent = func() {}
	d.fields(n, func(k text, v *yaml.Node) bool {
		switch k.value {
		case "name":
			called = d.text(v)
		case "slug":
			slug = d.text(v)
		case "aliases":
			aliases = d.texts(v)
		case "also":
			d.list(v, func(n *yaml.Node) {
				var f facts
				d.fields(n, func(k text, v *yaml.Node) bool { return f.read(d, k.value, v) })
				also = append(also, f)
			})
		case "milestones":
			rest = append(rest, func(e *entry) { d.list(v, func(n *yaml.Node) { c.milestone(d, e, source, n) }) })
		case "parent":
			rest = append(rest, func(e *entry) { parent = c.parent(d, e, source, v) })
		case "integrations":
			rest = append(rest, func(e *entry) { c.collect(d, e, source, v) })
		default:
			return first.read(d, k.value, v)
		}
		return true
	})
	d.require(n, "lines", first.lines.first > 0)
	d.require(n, "slug", slug.value != "" && vocab.Slug(slug.value) == slug.value)
	e := c.define(d, called, slug.value, label(source, first.lines))
	for _, a := range aliases {
		e.names = append(e.names, name{a, vocab.AltLabel, label(source, first.lines)})
	}
	for _, f := range append([]facts{first}, also...) {
		c.addFacts(d, e, source, f)
	}
	for _, read := range rest {
		read(e)
	}
	return parent
}

func (c *catalogue) addFacts(d *document, e *entry, source string, f facts) {
	at := label(source, f.lines)
	c.add(e.term, vocab.Type, rdf.NewIRI(vocab.Project), at)
	for _, name := range f.categories {
		category, known := c.categories[name.value]
		if !known {
			d.fail(name.line, "unknown category %q", name.value)
		}
		c.add(e.term, vocab.Subject, category, at)
	}
	c.addPage(d, e.term, vocab.Homepage, f.homepage, at)
	for _, r := range f.repositories {
		c.addPage(d, e.term, vocab.Repository, r, at)
	}
}

// milestone reads {sandbox: 2018-03-29, line: 12}.
func (c *catalogue) milestone(d *document, e *entry, source string, n *yaml.Node) {
	var level vocab.Level
	var date rdf.Term
	var lines span
	d.fields(n, func(k text, v *yaml.Node) bool {
		if k.value == "line" {
			lines = d.lines(v)
			return true
		}
		known := false
		if level, known = vocab.LevelOf(vocab.Base + k.value); known {
			date = d.date(d.text(v))
		}
		return known
	})
	d.require(n, "line", lines.first > 0)
	d.require(n, "accepted, sandbox, incubating, graduated or archived", !date.IsZero())
	c.add(e.term, level.Predicate(), date, label(source, lines))
}

// parent reads {name: Cilium, line: 12}.
func (c *catalogue) parent(d *document, e *entry, source string, n *yaml.Node) func() {
	var of text
	var lines span
	d.fields(n, func(k text, v *yaml.Node) bool {
		switch k.value {
		case "name":
			of = d.text(v)
		case "line":
			lines = d.lines(v)
		default:
			return false
		}
		return true
	})
	return func() { c.add(e.term, vocab.PartOf.Predicate, c.project(d, of).term, label(source, lines)) }
}

// fault reads {rule: key-drift, text: …, line: 12}: what is wrong in the source.
func (c *catalogue) fault(d *document, source string, n *yaml.Node) {
	var rule, said text
	var lines span
	d.fields(n, func(k text, v *yaml.Node) bool {
		switch k.value {
		case "rule":
			rule = d.text(v)
		case "text":
			said = d.text(v)
		case "line":
			lines = d.lines(v)
		default:
			return false
		}
		return true
	})
	d.require(n, "rule", rule.value != "" && vocab.Slug(rule.value) == rule.value)
	d.require(n, "text", said.value != "")
	d.require(n, "line", lines.first > 0)
	c.add(rdf.NewIRI(source), vocab.Fault(rule.value).Predicate(), rdf.NewString(said.value), label(source, lines))
}

// Landscape returns the statements of one landscape.yaml alone, sorted.
func Landscape(data []byte) ([]rdf.Quad, error) {
	d, err := parse("landscape.yaml", data)
	if err != nil {
		return nil, err
	}
	c := newCatalogue()
	if err := c.landscape(d); err != nil {
		return nil, err
	}
	c.stateNames()
	c.integrate()
	return rdf.Sort(c.quads), nil
}
