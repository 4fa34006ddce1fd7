package queries

import (
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// entityCache keeps the entities that an answer shows again and again.
type entityCache struct {
	g     *graph.Graph
	known map[graph.ID]Entity
	termCache
}

func newEntityCache(g *graph.Graph) *entityCache {
	return &entityCache{g: g, known: map[graph.ID]Entity{}, termCache: newTermCache(g)}
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
	return sortedEntities(ids, c.entity)
}

// categoryNames returns the names of the categories of the project, in their order.
func (c *entityCache) categoryNames(project graph.ID) []string {
	names := []string{}
	for category := range c.g.Objects(project, vocab.Subject) {
		names = append(names, c.entity(category).Name)
	}
	slices.SortFunc(names, compareNames)
	return names
}
