package catalogue

import (
	"gopkg.in/yaml.v3"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// software reads software.yaml: what the landscape does not list.
func (c *catalogue) software(d *document) error {
	source := c.ownSource(d, "cncfgraph: software outside the CNCF landscape")
	var parents []func()
	d.fields(d.root, func(k text, v *yaml.Node) bool {
		if k.value != "software" {
			return false
		}
		d.list(v, func(n *yaml.Node) { parents = append(parents, c.external(d, source, n)) })
		return true
	})
	for _, resolve := range parents {
		resolve()
	}
	return d.err
}

// external reads one piece of software; its name comes first. The function that
// it returns states what it is a part of.
func (c *catalogue) external(d *document, source string, n *yaml.Node) (parent func()) {
	var e *entry
	parent = func() {}
	d.fields(n, func(k text, v *yaml.Node) bool {
		at := label(source, span{k.line, k.line})
		if k.value == "name" {
			called := d.text(v)
			e = c.define(d, called, vocab.Slug(called.value), at)
			return true
		}
		if e == nil {
			d.fail(k.line, "no name before %q", k.value)
			return true
		}
		switch k.value {
		case "parent":
			of := d.text(v)
			parent = func() { c.add(e.term, vocab.PartOf.Predicate, c.project(d, of).term, at) }
		case "homepage":
			c.addPage(d, e.term, vocab.Homepage, d.text(v), at)
		case "repository":
			c.addPage(d, e.term, vocab.Repository, d.text(v), at)
		default:
			return e.readNames(d, source, k, v)
		}
		return true
	})
	d.require(n, "name", e != nil)
	return parent
}
