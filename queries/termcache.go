package queries

import (
	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// termCache keeps the dates and the keys of sources of an answer: there are few of
// them, and much has each.
type termCache struct {
	of    *graph.Graph
	dates map[graph.ID]string // by literal
	keys  map[graph.ID]string // of sources, as evidence has them
}

func newTermCache(g *graph.Graph) termCache {
	return termCache{of: g, dates: map[graph.ID]string{}, keys: map[graph.ID]string{}}
}

// date returns the date of the entity as Graph.Date does.
func (c termCache) date(id graph.ID) string { return c.literal(c.of.DateID(id)) }

// literal returns the text of the literal, a date, "" for 0.
func (c termCache) literal(id graph.ID) string {
	if id == 0 {
		return ""
	}
	date, ok := c.dates[id]
	if !ok {
		date = c.of.Term(id).Value
		c.dates[id] = date
	}
	return date
}

// piece returns what the label, which is one, stands for.
func (c termCache) piece(l graph.Label) vocab.Evidence {
	source, line, last := c.of.Snapshot().Lines(l)
	key, ok := c.keys[source]
	if !ok {
		key = c.of.Evidence(l).Source
		c.keys[source] = key
	}
	return vocab.Evidence{Source: key, Line: line, EndLine: last}
}

// evidence returns the evidence of labels as evidenceOf does.
func (c termCache) evidence(labels []graph.Label) []vocab.Evidence {
	return sortedEvidence(labels, c.piece)
}
