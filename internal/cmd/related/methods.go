package main

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

// method ranks the projects that are related to a project, by their ids.
type method struct {
	name string
	rank func(project string) ([]string, error)
}

// world is a graph as the methods see it: its projects by number.
type world struct {
	g       *graph.Graph
	from    graph.ID
	ids     []string // "" for one that was merged with another
	near    [][]int  // by declared relations, in order
	inward  []int    // how many projects state a relation to it
	talks   [][]graph.ID
	perTalk map[graph.ID][]int
}

func newWorld(g *graph.Graph) *world {
	from, to := g.Range(vocab.KindProject)
	n := int(to - from)
	w := &world{
		g: g, from: from, ids: make([]string, n), near: make([][]int, n), inward: make([]int, n),
		talks: make([][]graph.ID, n), perTalk: map[graph.ID][]int{},
	}
	for i := range n {
		id := from + graph.ID(i) //nolint:gosec // within the range of projects
		if g.Canonical(id) == id {
			_, w.ids[i] = g.EntityID(id)
		}
		stating := map[graph.ID]bool{}
		for _, r := range vocab.Relations {
			for q := range g.Objects(id, r.Predicate) {
				w.near[i] = append(w.near[i], w.number(q))
			}
			for q := range g.Subjects(r.Predicate, id) {
				w.near[i] = append(w.near[i], w.number(q))
				stating[q] = true
			}
		}
		w.inward[i] = len(stating)
		slices.Sort(w.near[i])
		w.near[i] = slices.DeleteFunc(slices.Compact(w.near[i]), func(q int) bool { return q < 0 || q >= n || q == i })
		for _, predicate := range []string{vocab.About, vocab.Mentions} {
			for talk := range g.Subjects(predicate, id) {
				if g.Kind(talk) == vocab.KindTalk && !slices.Contains(w.talks[i], talk) {
					w.talks[i] = append(w.talks[i], talk)
					w.perTalk[talk] = append(w.perTalk[talk], i)
				}
			}
		}
	}
	return w
}

// number returns the number of the project, one that no project has for others.
func (w *world) number(id graph.ID) int { return int(id) - int(w.from) }

// newMethods returns the methods that are compared, on the graph.
func newMethods(g *graph.Graph) []method {
	w := newWorld(g)
	similar := w.simRank()
	scored := func(name string, score func(p int) []float64) method {
		return method{name, func(project string) ([]string, error) { return w.ranking(project, score) }}
	}
	list := []method{
		scored("shared categories alone", w.categories),
		scored("shared talks alone", w.sharedTalks),
		scored("shared talks, positive pointwise mutual information", w.mutualInformation),
		scored("common neighbours", func(p int) []float64 { return w.neighbors(p, func(int) float64 { return 1 }) }),
		scored("Adamic–Adar", func(p int) []float64 {
			return w.neighbors(p, func(degree int) float64 { return 1 / math.Log(1+float64(degree)) })
		}),
		scored("resource allocation", func(p int) []float64 {
			return w.neighbors(p, func(degree int) float64 { return 1 / float64(degree) })
		}),
		scored("SimRank", func(p int) []float64 { return similar[p] }),
		scored("personalised PageRank", func(p int) []float64 { return w.pageRank(p, false) }),
		scored("personalised PageRank, with categories", func(p int) []float64 { return w.pageRank(p, true) }),
		scored("popularity: talks", func(int) []float64 { return counts(w.talks) }),
		scored("popularity: relations stated to it", func(int) []float64 { return floats(w.inward) }),
	}
	for _, part := range []string{"shared_category", "prominence", "shared_talks", "shared_maintainers", "category_relations", "shared_speakers"} {
		list = append(list, method{"related, without " + part, func(p string) ([]string, error) { return related(g, p, part) }})
	}
	return append(list, method{"**related**", func(p string) ([]string, error) { return related(g, p, "") }})
}

// related returns the answer of queries.Related, ranked without one kind of reason.
func related(g *graph.Graph, project, left string) ([]string, error) {
	answer, err := queries.Related(context.Background(), g, "project/"+project, &queries.RelatedOptions{Evidence: 1})
	if err != nil {
		return nil, err
	}
	if left != "" {
		for i, q := range answer.Related {
			for _, reason := range q.Reasons {
				if reason.Kind == left {
					answer.Related[i].Score -= reason.Weight
				}
			}
		}
		slices.SortStableFunc(answer.Related, func(a, b queries.RelatedEntity) int { return cmp.Compare(b.Score, a.Score) })
	}
	var ranking []string
	for _, q := range answer.Related {
		if q.Score > 0 {
			ranking = append(ranking, q.ID)
		}
	}
	return ranking, nil
}

// ranking returns the projects with a score in its order, those with the same in the
// order of their ids.
func (w *world) ranking(project string, score func(p int) []float64) ([]string, error) {
	id, ok := w.g.Entity(vocab.KindProject, project)
	if !ok {
		return nil, &queries.NotFoundError{Kind: vocab.KindProject, Name: project}
	}
	p := w.number(id)
	scores := score(p)
	var list []int
	for q, x := range scores {
		if x > 0 && q != p && w.ids[q] != "" {
			list = append(list, q)
		}
	}
	slices.SortFunc(list, func(a, b int) int { return cmp.Or(cmp.Compare(scores[b], scores[a]), cmp.Compare(w.ids[a], w.ids[b])) })
	ids := make([]string, len(list))
	for i, q := range list {
		ids[i] = w.ids[q]
	}
	return ids, nil
}

func floats(list []int) []float64 {
	out := make([]float64, len(list))
	for i, n := range list {
		out[i] = float64(n)
	}
	return out
}

func counts[T any](list [][]T) []float64 {
	out := make([]float64, len(list))
	for i, l := range list {
		out[i] = float64(len(l))
	}
	return out
}

// categories adds one over the number of projects of each shared category.
func (w *world) categories(p int) []float64 {
	scores := make([]float64, len(w.ids))
	for _, members := range w.categoriesOf(p) {
		for _, q := range members {
			scores[q] += 1 / float64(len(members))
		}
	}
	return scores
}

// categoriesOf returns the members of each category of the project.
func (w *world) categoriesOf(p int) [][]int {
	var list [][]int
	for c := range w.g.Objects(w.from+graph.ID(p), vocab.Subject) { //nolint:gosec // within the range of projects
		var members []int
		for q := range w.g.Subjects(vocab.Subject, c) {
			members = append(members, w.number(q))
		}
		list = append(list, members)
	}
	return list
}

func (w *world) sharedTalks(p int) []float64 {
	scores := make([]float64, len(w.ids))
	for _, talk := range w.talks[p] {
		for _, q := range w.perTalk[talk] {
			scores[q]++
		}
	}
	return scores
}

// mutualInformation returns how much more often the projects are in one talk than by
// chance (Church and Hanks, Computational Linguistics 16(1), 1990), nothing for less.
func (w *world) mutualInformation(p int) []float64 {
	scores := w.sharedTalks(p)
	for q, n := range scores {
		if n > 0 {
			scores[q] = max(0, math.Log(n*float64(len(w.perTalk))/float64(len(w.talks[p])*len(w.talks[q]))))
		}
	}
	return scores
}

// neighbors adds up the weights of the projects that have relations with both:
// 1 for common neighbours, 1/log of their degree (Adamic and Adar, Social Networks
// 25(3), 2003), 1/degree (Zhou, Lü and Zhang, European Physical Journal B 71, 2009).
func (w *world) neighbors(p int, weight func(degree int) float64) []float64 {
	scores := make([]float64, len(w.ids))
	for _, z := range w.near[p] {
		for _, q := range w.near[z] {
			scores[q] += weight(len(w.near[z]))
		}
	}
	return scores
}

// pageRank returns where a walk is that starts anew from the project with probability
// 0.3 at each step (Haveliwala, WWW 2002), along relations, and to members of the same
// category where those count.
func (w *world) pageRank(p int, withCategories bool) []float64 {
	const again, rounds = 0.3, 12
	at := make([]float64, len(w.ids))
	at[p] = 1
	for range rounds {
		next := make([]float64, len(w.ids))
		next[p] = again
		for z, x := range at {
			if x == 0 {
				continue
			}
			steps := slices.Clone(w.near[z])
			var groups [][]int
			if withCategories {
				groups = w.categoriesOf(z)
			}
			ways := float64(len(steps) + len(groups))
			if ways == 0 {
				next[p] += (1 - again) * x
				continue
			}
			for _, q := range steps {
				next[q] += (1 - again) * x / ways
			}
			for _, members := range groups {
				for _, q := range members {
					next[q] += (1 - again) * x / ways / float64(len(members))
				}
			}
		}
		at = next
	}
	return at
}

// simRank returns how similar each two projects are by whom they have relations with
// (Jeh and Widom, KDD 2002), with a decay of 0.8, after five rounds.
func (w *world) simRank() [][]float64 {
	const decay, rounds = 0.8, 5
	n := len(w.ids)
	matrix := func() [][]float64 {
		m := make([][]float64, n)
		for i := range m {
			m[i] = make([]float64, n)
			m[i][i] = 1
		}
		return m
	}
	similar := matrix()
	for range rounds {
		next := matrix()
		for a := range n {
			for b := range a {
				if len(w.near[a]) == 0 || len(w.near[b]) == 0 {
					continue
				}
				sum := 0.0
				for _, x := range w.near[a] {
					for _, y := range w.near[b] {
						sum += similar[x][y]
					}
				}
				next[a][b] = decay * sum / float64(len(w.near[a])*len(w.near[b]))
				next[b][a] = next[a][b]
			}
		}
		similar = next
	}
	return similar
}
