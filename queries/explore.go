package queries

import (
	"cmp"
	"context"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// explorer looks for what is near the focus.
type explorer struct {
	g     *graph.Graph
	links linkTable
	kinds []vocab.Kind
	found map[graph.ID]*neighbour

	talksMatter bool // whether a speaker or an event is in the focus
}

// newExplorer returns an explorer that follows the links which opts, which may be
// nil, leave, and the options with their defaults.
func newExplorer(g *graph.Graph, opts *NeighborhoodOptions) (*explorer, NeighborhoodOptions, error) {
	o := NeighborhoodOptions{}
	if opts != nil {
		o = *opts
	}
	if o.Depth < 0 {
		return nil, o, optionErrorf("depth %d is negative", o.Depth)
	}
	o.Depth = max(1, o.Depth)
	if o.Nodes == 0 {
		o.Nodes = 40
	}
	if len(o.Kinds) == 0 {
		o.Kinds = allButSources()
	}
	if o.Cluster != "" && !slices.Contains(Clusters, o.Cluster) {
		return nil, o, optionErrorf("unknown cluster %q; one of %s", o.Cluster, strings.Join(Clusters, ", "))
	}
	e := &explorer{g: g, links: newLinkTable(g), kinds: o.Kinds, found: map[graph.ID]*neighbour{}}
	return e, o, e.links.keep(o.Relations)
}

// allButSources returns the kinds of entities that links are followed through
// unless others are asked for.
func allButSources() []vocab.Kind {
	return slices.DeleteFunc(slices.Clone(vocab.Kinds[:]), func(k vocab.Kind) bool { return k == vocab.KindSource })
}

// neighbour is an entity in reach.
type neighbour struct {
	id         graph.ID
	depth      int
	relevance  float64
	parent     *neighbour // through which it is most relevant
	share      float64    // what the parent adds to the relevance
	date, name string     // filled where they decide about the order
}

// decay is the share of the relevance that a step leaves.
const decay = 0.5

// explore fills found with what is within depth steps from the focus.
func (e *explorer) explore(ctx context.Context, focus []graph.ID, depth int) error {
	layer := make([]*neighbour, 0, len(focus))
	for _, id := range focus {
		n := &neighbour{id: id, relevance: 1}
		e.found[id] = n
		layer = append(layer, n)
		kind := e.g.Kind(id)
		e.talksMatter = e.talksMatter || kind == vocab.KindSpeaker || kind == vocab.KindEvent
	}
	for d := 1; d <= depth; d++ {
		var next []*neighbour
		for _, from := range layer {
			if err := ctx.Err(); err != nil {
				return err
			}
			for _, near := range e.near(from.id) {
				n, ok := e.found[near.id]
				if !ok {
					n = &neighbour{id: near.id, depth: d}
					e.found[near.id] = n
					next = append(next, n)
				}
				if n.depth < d {
					continue
				}
				share := decay * from.relevance * near.weight / e.fame(from)
				n.relevance = 1 - (1-n.relevance)*(1-share)
				if share > n.share {
					n.parent, n.share = from, share
				}
			}
		}
		for _, n := range next {
			n.relevance = min(n.relevance, n.parent.relevance)
		}
		slices.SortFunc(next, func(a, b *neighbour) int { return cmp.Compare(a.id, b.id) })
		layer = next
	}
	return nil
}

// fame returns by what the relevance of what is linked to n is divided: 1 in the
// focus, elsewhere the more the more n is linked to.
func (e *explorer) fame(n *neighbour) float64 {
	if n.depth == 0 {
		return 1
	}
	return math.Log2(float64(2 + e.g.Count(n.id, 0, 0) + e.g.Count(0, 0, n.id)))
}

// near returns the entities that are linked to id, in order of ID, each with
// how near the links bring it, from 0 to 1.
func (e *explorer) near(id graph.ID) []weighted {
	var list []weighted
	e.links.each(id, func(s graph.Statement, other graph.ID, place int) {
		list = append(list, weighted{other, links[place].strength})
	})
	slices.SortFunc(list, func(a, b weighted) int { return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(b.weight, a.weight)) })
	merged := list[:0]
	for _, w := range list {
		if n := len(merged); n > 0 && merged[n-1].id == w.id {
			merged[n-1].weight += w.weight / 10 // said once more, or by a further relation
		} else if slices.Contains(e.kinds, e.g.Kind(w.id)) {
			merged = append(merged, w)
		}
	}
	for i, w := range merged {
		popularity := math.Log2(float64(1+e.g.Count(0, 0, w.id))) / 20
		merged[i].weight = min(1, (w.weight*e.focusedness(w.id)+popularity)/maxStrength)
	}
	return merged
}

// focusedness returns 1 for what is no talk and for a talk that names one
// project, less for one that names many.
func (e *explorer) focusedness(id graph.ID) float64 {
	if e.g.Kind(id) != vocab.KindTalk {
		return 1
	}
	projects := 0
	for _, predicate := range [...]string{vocab.About, vocab.Mentions} {
		if p := e.g.Predicate(predicate); p != 0 {
			projects += e.g.Count(id, p, 0)
		}
	}
	return 2 / float64(1+max(1, projects))
}

// mostRelevant returns the entities to show, the focus first, then the most
// relevant, and those that there is no room for, in no order. Each shown entity's
// parent is shown too, so that the picture hangs together.
func (e *explorer) mostRelevant(focused, room int) (shown, omitted []*neighbour) {
	all := slices.SortedFunc(maps.Values(e.found), compareRelevance)
	if room < 0 {
		room = len(all)
	}
	taken, perKind := map[*neighbour]bool{}, map[vocab.Kind]int{}
	half := max(1, (room-focused)/2)
	for _, fill := range [...]bool{false, true} {
		free := func(n *neighbour) bool {
			kind := e.g.Kind(n.id)
			return !taken[n] && taken[n.parent] && (perKind[kind] < half || fill) && (kind != vocab.KindTalk || e.talksMatter || !fill)
		}
		left := half // for the kind of which the most are taken
		for rest := all; len(rest) > 0; {
			equal := rest[:alike(rest)]
			rest = rest[len(equal):]
			if equal[0].depth == 0 {
				for _, n := range equal {
					taken[n] = true
				}
				continue
			}
			equal = slices.DeleteFunc(slices.Clone(equal), func(n *neighbour) bool { return !free(n) })
			if len(equal) > room-len(taken) || len(equal) > left && !fill { // dates and names decide
				slices.SortFunc(equal, e.compare)
			}
			for _, n := range equal {
				if kind := e.g.Kind(n.id); len(taken) < room && free(n) {
					taken[n] = true
					perKind[kind]++
					left = min(left, half-perKind[kind])
				}
			}
		}
	}
	for _, n := range all {
		if taken[n] {
			shown = append(shown, n)
		} else {
			omitted = append(omitted, n)
		}
	}
	slices.SortFunc(shown, e.compare)
	return shown, omitted
}

// alike returns how many at the beginning of the list are as relevant as the first.
func alike(list []*neighbour) int {
	n := slices.IndexFunc(list, func(o *neighbour) bool { return compareRelevance(list[0], o) != 0 })
	if n < 0 {
		return len(list)
	}
	return n
}

// compareRelevance orders the focus first, then by relevance, parents before children.
func compareRelevance(a, b *neighbour) int {
	return cmp.Or(cmp.Compare(min(a.depth, 1), min(b.depth, 1)), cmp.Compare(b.relevance, a.relevance), cmp.Compare(a.depth, b.depth))
}

// compare orders by relevance, of the same the latest first, then by name.
func (e *explorer) compare(a, b *neighbour) int {
	if c := compareRelevance(a, b); c != 0 {
		return c
	}
	for _, n := range [...]*neighbour{a, b} {
		if n.name == "" {
			n.date, n.name = e.g.Date(n.id), e.g.Name(n.id)
		}
	}
	return cmp.Or(strings.Compare(b.date, a.date), compareNames(a.name, b.name), cmp.Compare(a.id, b.id))
}
