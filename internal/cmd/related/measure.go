package main

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// graded are the projects that a ranking should have, by id, with how much.
type graded map[string]int

// depth is how much of a ranking is looked at.
const depth = 10

// gain returns nDCG@10 of the ranking (Järvelin and Kekäläinen, ACM Transactions on
// Information Systems 20(4), 2002), with 2^grade-1 for what stands in it.
func gain(ranking []string, want graded) float64 {
	at := func(i, grade int) float64 { return (math.Exp2(float64(grade)) - 1) / math.Log2(float64(i+2)) }
	got := 0.0
	for i, id := range ranking[:min(depth, len(ranking))] {
		got += at(i, want[id])
	}
	grades := make([]int, 0, len(want))
	for _, grade := range want {
		grades = append(grades, grade)
	}
	slices.SortFunc(grades, func(a, b int) int { return cmp.Compare(b, a) })
	ideal := 0.0
	for i, grade := range grades[:min(depth, len(grades))] {
		ideal += at(i, grade)
	}
	return got / ideal
}

// recall returns recall@10 of the ranking.
func recall(ranking []string, want graded) float64 {
	n := 0
	for _, id := range ranking[:min(depth, len(ranking))] {
		if want[id] > 0 {
			n++
		}
	}
	return float64(n) / float64(len(want))
}

// mean is a running mean of both measures.
type mean struct{ gain, recall, n float64 }

func (m *mean) add(ranking []string, want graded) {
	m.gain += gain(ranking, want)
	m.recall += recall(ranking, want)
	m.n++
}

// Gain and Recall return the means, for the page.
func (m *mean) Gain() float64   { return m.gain / max(1, m.n) }
func (m *mean) Recall() float64 { return m.recall / max(1, m.n) }

// row is a line of the page.
type row struct {
	Name string
	mean
}

// result is what the page shows.
type result struct {
	Rows             []*row
	Folds, Seed      int
	Relations, Asked int
}

const (
	folds = 3
	seed  = 20261126
)

// pair is two projects between which relations are declared, the lesser id first.
type pair [2]graph.ID

// hidden hides each third of the pairs in turn and returns how well the methods find
// them again. What is still declared is left out of the rankings.
func hidden(g *graph.Graph) (*result, error) {
	quads, between := declaredQuads(g)
	var pairs []pair
	for _, p := range between {
		if !slices.Contains(pairs, p) && p != (pair{}) {
			pairs = append(pairs, p)
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	lots := rand.New(rand.NewPCG(seed, 0)) //nolint:gosec // a lot that anybody can draw again
	lots.Shuffle(len(pairs), func(i, j int) { pairs[i], pairs[j] = pairs[j], pairs[i] })
	r := &result{Folds: folds, Seed: seed, Relations: len(pairs)}
	for fold := range folds {
		asked, err := r.measure(g, quads, between, func(p pair) bool { return slices.Index(pairs, p)%folds == fold })
		if err != nil {
			return nil, err
		}
		r.Asked += asked
	}
	return r, nil
}

// measure hides the pairs and adds how well each method finds them again. It returns
// how many projects it asked for.
func (r *result) measure(g *graph.Graph, quads []rdf.Quad, between []pair, hides func(pair) bool) (int, error) {
	want, known := map[string]graded{}, map[string]graded{}
	add := func(to map[string]graded, p pair) {
		for i, id := range p {
			_, slug := g.EntityID(id)
			_, other := g.EntityID(p[1-i])
			if to[slug] == nil {
				to[slug] = graded{}
			}
			to[slug][other] = 1
		}
	}
	var left []rdf.Quad
	for i, q := range quads {
		switch p := between[i]; {
		case p == pair{}:
			left = append(left, q)
		case hides(p):
			add(want, p)
		default:
			add(known, p)
			left = append(left, q)
		}
	}
	rest, err := graph.New(left)
	if err != nil {
		return 0, err
	}
	defer rest.Close() //nolint:errcheck // it was only read
	methods := newMethods(rest)
	if r.Rows == nil {
		for _, m := range methods {
			r.Rows = append(r.Rows, &row{Name: m.name})
		}
	}
	projects := slices.Sorted(keys(want))
	for i, m := range methods {
		for _, p := range projects {
			ranking, err := m.rank(p)
			if err != nil {
				return 0, err
			}
			r.Rows[i].add(without(ranking, known[p]), want[p])
		}
	}
	return len(projects), nil
}

// declaredQuads returns the quads of g, and for each the pair of projects whose
// relation it states, none for most.
func declaredQuads(g *graph.Graph) (quads []rdf.Quad, between []pair) {
	relations := map[string]bool{}
	for _, r := range vocab.Relations {
		relations[r.Predicate] = true
	}
	for q := range g.All() {
		var p pair
		if relations[q.Predicate.Value] {
			a, _ := g.ID(q.Subject)
			b, _ := g.ID(q.Object)
			a, b = g.Canonical(a), g.Canonical(b)
			if a != b && g.Kind(a) == vocab.KindProject && g.Kind(b) == vocab.KindProject {
				p = pair{min(a, b), max(a, b)}
			}
		}
		quads, between = append(quads, q), append(between, p)
	}
	return quads, between
}

// without returns the ranking without those left out.
func without(ranking []string, out graded) []string {
	return slices.DeleteFunc(slices.Clone(ranking), func(id string) bool { return out[id] > 0 })
}

// keys yields the keys of m.
func keys[V any](m map[string]V) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}
