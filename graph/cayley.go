package graph

import "github.com/cncfgraph/cncfgraph/graph/quadstore"

// QuadStore returns g as a read-only Cayley store, on which Cayley's Path API
// runs. Closing the store closes g.
func (g *Graph) QuadStore() *quadstore.QuadStore { return quadstore.New(g.snap) }
