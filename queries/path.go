package queries

import (
	"context"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// PathOptions say which paths Path returns.
type PathOptions struct {
	Limit     int          // most paths; 0 for 3
	Steps     int          // most steps of a path; 0 for any number
	Via       []vocab.Kind // of the entities between the two; none for all but sources
	Avoid     []string     // entities that no path leads through
	Relations []string     // of the steps, as in Relations; none for all
}

// Paths are the ways from one entity to another, the cheapest first.
type Paths struct {
	From  Entity  `json:"from"`
	To    Entity  `json:"to"`
	Paths []Route `json:"paths"`
}

// Route is a path.
type Route struct {
	Cost  float64 `json:"cost"`
	Steps []Step  `json:"steps"`
}

// Step is a step of a path. The relation is that of From to To: where the statement
// is about To, the inverse one, as "used_by" for "uses".
type Step struct {
	From     Entity           `json:"from"`
	Relation string           `json:"relation"`
	To       Entity           `json:"to"`
	Inverse  bool             `json:"inverse"` // whether the statement is about To
	Text     string           `json:"text"`    // the statement as a sentence
	Evidence []vocab.Evidence `json:"evidence"`

	link link
}

// Path returns the cheapest paths from one entity to another over the links between
// entities, in either direction, with the evidence of each step. No path visits an
// entity twice. A path costs
//
//   - for each step 1 for the relations that say the most (uses, built on, part of),
//     and more for those that say less: 2 for a talk's speaker, 2.5 for what it is
//     about, 3 for its event, 6 for a mention;
//   - for each entity between the two, the logarithm to base 2 of the number of its
//     links: 2 for one with four links, 11 for Kubernetes.
//
// So a path through a hub, through which everything is near to everything, is taken
// only where there is no other that says more: weights by degree are from Croes et
// al., "Metabolic PathFinding", Nucleic Acids Research 33 (2005), the logarithm from
// Adamic and Adar, "Friends and neighbors on the Web", Social Networks 25 (2003).
//
// A path that costs more than the cheapest one and 5 is left out. Paths of one cost
// are in the order of the IRIs of their entities. There are no paths where nothing
// leads from one to the other, and none from an entity to itself. An option that no
// graph could answer to is an *OptionError.
func Path(ctx context.Context, g *graph.Graph, from, to string, opts *PathOptions) (*Paths, error) {
	o, err := opts.settings()
	if err != nil {
		return nil, err
	}
	table := newLinkTable(g)
	if err := table.keep(o.Relations); err != nil {
		return nil, err
	}
	ends, err := findEach(ctx, g, from, to)
	if err != nil {
		return nil, err
	}
	avoid, err := findAll(ctx, g, o.Avoid)
	if err != nil {
		return nil, err
	}
	answer := &Paths{From: entity(g, ends[0]), To: entity(g, ends[1]), Paths: []Route{}}
	for _, id := range ends {
		if slices.Contains(avoid, id) {
			return nil, optionErrorf("a path from %s to %s cannot avoid %s", answer.From.Name, answer.To.Name, g.Name(id))
		}
	}
	if ends[0] == ends[1] {
		return answer, nil
	}
	nodes := newPathNodes(table, o.Via, avoid)
	search := newPathSearch(nodes, ends, o.Steps)
	routes, err := search.cheapest(ctx, o.Limit)
	if err != nil {
		return nil, err
	}
	w := pathWriter{nodes, newEntityCache(g)}
	for _, r := range routes {
		answer.Paths = append(answer.Paths, w.route(r))
	}
	return answer, nil
}

// settings returns o, which may be nil, with the defaults filled in.
func (o *PathOptions) settings() (PathOptions, error) {
	s := PathOptions{}
	if o != nil {
		s = *o
	}
	if s.Limit < 0 || s.Steps < 0 {
		return s, optionErrorf("limit %d or steps %d is negative", s.Limit, s.Steps)
	}
	if s.Limit == 0 {
		s.Limit = 3
	}
	for _, k := range s.Via {
		if !slices.Contains(vocab.Kinds[:], k) {
			return s, optionErrorf("unknown kind %q; one of %s", k, inWords(vocab.Kinds[:]))
		}
	}
	if len(s.Via) == 0 {
		s.Via = allButSources()
	}
	return s, nil
}

// findEach returns the entities with the two names.
func findEach(ctx context.Context, g *graph.Graph, from, to string) (ends [2]graph.ID, err error) {
	for i, name := range [...]string{from, to} {
		if ends[i], err = Find(ctx, g, name, nil); err != nil {
			return ends, err
		}
	}
	return ends, nil
}

// pathWriter writes paths as the answer shows them.
type pathWriter struct {
	*pathNodes
	shown *entityCache
}

// route returns the path with its steps.
func (w pathWriter) route(r route) Route {
	steps := make([]Step, len(r.nodes)-1)
	for i := range steps {
		steps[i] = w.step(r.nodes[i], r.nodes[i+1])
	}
	return Route{Cost: float64(r.cost) / float64(costUnit), Steps: steps}
}

// step returns the step from one node to another, by the cheapest relation.
func (w pathWriter) step(from, to int32) Step {
	e := w.edge(from, to)
	l := links[e.place]
	step := Step{From: w.shown.entity(w.nodes[from].id), To: w.shown.entity(w.nodes[to].id), Relation: l.relation, link: l, Inverse: e.inverse}
	subject, object := from, to
	if e.inverse {
		subject, object = to, from
		step.Relation, step.Text = l.inverse, l.sentence(step.To, step.From)
	} else {
		step.Text = l.sentence(step.From, step.To)
	}
	step.Evidence = evidenceOf(w.g, labelsOf(w.g, w.nodes[subject].id, l.predicate, w.nodes[object].id))
	return step
}

// edge returns the cheapest step from one node to another.
func (w pathWriter) edge(from, to int32) linkEnd {
	var best linkEnd
	for _, e := range w.edgesOf(from) {
		if e.other == w.nodes[to].id && (best.other == 0 || w.compare(e, best) < 0) {
			best = e
		}
	}
	return best
}
