package catalogue

import (
	"strconv"

	"gopkg.in/yaml.v3"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// source reads the "source" block of a file, which says where its facts were
// taken from, states it, and returns the source's key. A source without a
// public address has an "id" in place of an "url".
func (c *catalogue) source(d *document, n *yaml.Node) string {
	var key rdf.Term
	type statement struct {
		predicate string
		object    rdf.Term
	}
	var about []statement
	state := func(predicate string, object rdf.Term) { about = append(about, statement{predicate, object}) }
	d.fields(n, func(k text, v *yaml.Node) bool {
		t := d.text(v)
		switch k.value {
		case "url":
			iri, err := vocab.SourceKey(t.value)
			if err != nil {
				d.fail(t.line, "%w", err)
			}
			key = iri
		case "id":
			if vocab.Slug(t.value) != t.value {
				d.fail(t.line, "%q is no slug", t.value)
			}
			key = vocab.Entity(vocab.KindSource, t.value)
		case "title":
			state(vocab.Title, rdf.NewString(t.value))
		case "license":
			state(vocab.License, rdf.NewString(t.value))
		case "sha256":
			state(vocab.Identifier, rdf.NewString("sha256:"+t.value))
		case "issued":
			state(vocab.Issued, d.date(t))
		case "history_rank":
			state(vocab.HistoryRank, rdf.NewTyped(strconv.Itoa(d.number(t)), vocab.XSDInteger))
		default:
			return false
		}
		return true
	})
	d.require(n, "url", !key.IsZero())
	state(vocab.Type, rdf.NewIRI(vocab.Document))
	for _, s := range about {
		c.add(key, s.predicate, s.object, key)
	}
	return key.Value
}
