package catalogue

import (
	"gopkg.in/yaml.v3"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// relations reads relations.yaml: relations between projects, each with the
// page that states it.
func (c *catalogue) relations(d *document) error {
	var landscape string
	d.fields(d.root, func(k text, v *yaml.Node) bool {
		switch k.value {
		case "landscape":
			landscape = c.page(d, d.text(v)).Value
		case "relations":
			d.list(v, func(n *yaml.Node) { c.relation(d, landscape, n) })
		default:
			return false
		}
		return true
	})
	return d.err
}

// relation reads {from: Istio, uses: Envoy, source: https://…}, where the key
// names the relation and its value one project or several; or {…, line: 12} for
// a line of the document with the key lined.
func (c *catalogue) relation(d *document, lined string, n *yaml.Node) {
	var from *entry
	var relation vocab.Relation
	var to []text
	var at rdf.Term
	d.fields(n, func(k text, v *yaml.Node) bool {
		switch {
		case k.value == "from":
			from = c.project(d, d.text(v))
		case k.value == "line" && lined != "":
			at = label(lined, d.lines(v))
		case k.value == "source":
			at = c.page(d, d.text(v))
		default:
			r, known := vocab.RelationNamed(k.value)
			if known && len(to) > 0 {
				d.fail(k.line, "a second relation, %q", k.value)
			}
			if known {
				relation, to = r, d.textOrTexts(v)
			}
			return known
		}
		return true
	})
	d.require(n, "from", from != nil)
	d.require(n, "source or line", !at.IsZero())
	d.require(n, "uses, built_on, …", len(to) > 0)
	if d.err != nil {
		return
	}
	for _, t := range to {
		var object rdf.Term
		if relation == vocab.CreatedBy {
			object = c.organization(d, t, at)
		} else {
			object = c.project(d, t).term
		}
		c.add(from.term, relation.Predicate, object, at)
	}
}

// page returns the label that the address of a page is, its fragment the lines,
// and states that the page is a source.
func (c *catalogue) page(d *document, address text) rdf.Term {
	evidence := vocab.ParseLabel(address.value)
	key, err := vocab.SourceKey(evidence.Source)
	if err != nil {
		d.fail(address.line, "%w", err)
		return key
	}
	c.add(key, vocab.Type, rdf.NewIRI(vocab.Document), key)
	evidence.Source = key.Value
	return evidence.Label()
}

// organization returns the organisation of the name and states that it is one.
func (c *catalogue) organization(d *document, called text, at rdf.Term) rdf.Term {
	slug := vocab.OrganizationID(called.value)
	if slug == "" {
		d.fail(called.line, "%q makes no slug", called.value)
	}
	term := vocab.Entity(vocab.KindOrganization, slug)
	c.add(term, vocab.Type, rdf.NewIRI(vocab.Organization), at)
	c.add(term, vocab.Name, rdf.NewString(called.value), at)
	return term
}
