package queries

import (
	"cmp"
	"context"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Part returns the statements of the part of the graph that the entities named and
// what is near them make, of all of it where none are named: what is said of the
// entities that the options leave and of links between two of them, and what is
// said of the sources that say so. It takes as many nodes as there are where the
// options do not bound them. The statements are in the order of subject,
// predicate, object and label.
func Part(ctx context.Context, g *graph.Graph, names []string, opts *NeighborhoodOptions) ([]graph.Statement, error) {
	p := part{allLinks: newLinkTable(g), entities: map[graph.ID]bool{}}
	o := NeighborhoodOptions{}
	if opts != nil {
		o = *opts
	}
	if o.Nodes == 0 {
		o.Nodes = -1
	}
	var err error
	if p.explorer, o, err = newExplorer(g, &o); err != nil {
		return nil, err
	}
	if len(names) == 0 {
		for id := range p.all() {
			p.entities[id] = true
		}
	} else {
		focus, err := findAll(ctx, g, names)
		if err != nil {
			return nil, err
		}
		if err := p.explore(ctx, focus, o.Depth); err != nil {
			return nil, err
		}
		shown, _ := p.mostRelevant(len(focus), o.Nodes)
		for _, n := range shown {
			p.entities[n.id] = true
		}
	}
	return p.statements(ctx)
}

// part is what Part takes statements for.
type part struct {
	*explorer
	allLinks linkTable // of all relations, not only those followed
	entities map[graph.ID]bool
}

// statements returns the statements about the entities, then of those about the
// sources, in one order.
func (p *part) statements(ctx context.Context) ([]graph.Statement, error) {
	var list []graph.Statement
	sources := map[graph.ID]bool{} // that say something of entities
	for id := range p.entities {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		// Ids that were merged away count as what they are.
		for _, subject := range slices.AppendSeq([]graph.ID{id}, p.g.Subjects(vocab.SameAs, id)) {
			for s := range p.g.Match(subject, 0, 0) {
				if !p.takes(s) {
					continue
				}
				list = append(list, s)
				if source := p.g.Source(s.Label); source != 0 {
					sources[source] = true
				}
			}
		}
	}
	for source := range sources {
		if p.entities[source] {
			continue // its statements are there
		}
		for s := range p.g.Match(source, 0, 0) {
			if _, link := p.allLinks.index[s.Predicate]; !link {
				list = append(list, s)
			}
		}
	}
	slices.SortFunc(list, compareStatements)
	return list, nil
}

// takes tells whether s, which is about one of the entities, is of the part: if it
// links it to another one, that is one of them too.
func (p *part) takes(s graph.Statement) bool {
	if _, link := p.allLinks.index[s.Predicate]; link {
		_, kept := p.links.index[s.Predicate]
		return kept && p.entities[s.Object]
	}
	return true
}

// compareStatements orders statements by subject, predicate, object and label.
func compareStatements(a, b graph.Statement) int {
	return cmp.Or(cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Predicate, b.Predicate), cmp.Compare(a.Object, b.Object), cmp.Compare(a.Label, b.Label))
}
