package catalogue

import (
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// integration is what the landscape says a project integrates with: a list of
// names as people wrote them.
type integration struct {
	project *entry
	names   []text
	label   rdf.Term
}

// collect reads {names: [Helm, …], line: 12}.
func (c *catalogue) collect(d *document, e *entry, source string, n *yaml.Node) {
	i := integration{project: e}
	d.fields(n, func(k text, v *yaml.Node) bool {
		switch k.value {
		case "names":
			i.names = d.texts(v)
		case "line":
			i.label = label(source, d.lines(v))
		default:
			return false
		}
		return true
	})
	c.integrations = append(c.integrations, i)
}

// integrate states the integrations with what is a project under the name
// given, case, spaces and hyphens aside. It needs all names, so it comes last.
// Names of no project, and those that several bear, are passed over.
func (c *catalogue) integrate() {
	key := func(called string) string { return strings.ReplaceAll(vocab.Slug(called), "-", "") }
	bearers := map[string]*entry{}
	add := func(called string, e *entry) {
		if other, taken := bearers[key(called)]; taken && other != e {
			e = nil
		}
		bearers[key(called)] = e
	}
	for _, e := range c.projects {
		add(e.name, e)
		for _, n := range e.stated() {
			add(n.value, e)
		}
	}
	for _, i := range c.integrations {
		for _, called := range i.names {
			if e := bearers[key(called.value)]; e != nil && e != i.project {
				c.add(i.project.term, vocab.IntegratesWith.Predicate, e.term, i.label)
			}
		}
	}
}
