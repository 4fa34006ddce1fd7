package queries

import (
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// entityCache keeps the entities, and the addresses of sources, that an answer shows
// again and again.
type entityCache struct {
	g       *graph.Graph
	known   map[graph.ID]Entity
	sources map[graph.ID]string
}

func newEntityCache(g *graph.Graph) *entityCache {
	return &entityCache{g: g, known: map[graph.ID]Entity{}, sources: map[graph.ID]string{}}
}

// evidence returns what the label stands for.
func (c *entityCache) evidence(l graph.Label) vocab.Evidence {
	id, first, last := c.g.Snapshot().Lines(l)
	source, ok := c.sources[id]
	if !ok {
		source = c.g.Evidence(l).Source
		c.sources[id] = source
	}
	return vocab.Evidence{Source: source, Line: first, EndLine: last}
}

// entity returns the entity id.
func (c *entityCache) entity(id graph.ID) Entity {
	e, ok := c.known[id]
	if !ok {
		e = entity(c.g, id)
		c.known[id] = e
	}
	return e
}

// entities returns the entities ids in the order of their names.
func (c *entityCache) entities(ids []graph.ID) []Entity {
	list := make([]Entity, len(ids))
	for i, id := range ids {
		list[i] = c.entity(id)
	}
	slices.SortFunc(list, compareEntities)
	return list
}
