package main

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// readStatements returns what the file says of each project.
func readStatements(path string, g *graph.Graph) (map[string]graded, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	judged := map[string]graded{}
	for i, line := range strings.Split(string(text), "\n") {
		project, targets, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		want := graded{}
		for _, target := range strings.Fields(targets) {
			id, grade, ok := strings.Cut(target, ":")
			want[id] = 1
			if ok {
				if want[id], err = strconv.Atoi(grade); err != nil || want[id] < 1 {
					return nil, fmt.Errorf("%s:%d: grade %q", path, i+1, grade)
				}
			}
		}
		for _, id := range append(slices.Collect(keys(want)), project) {
			if _, ok := g.Entity(vocab.KindProject, id); !ok {
				return nil, fmt.Errorf("%s:%d: no project %q", path, i+1, id)
			}
		}
		if len(want) > 0 {
			judged[project] = want
		}
	}
	return judged, nil
}

// popular is how many of the targets that most statements name are left out of the
// last columns.
const popular = 10

// againstStatements returns a table of how well the methods rank what the statements name, for
// each half of them: with all targets, without Kubernetes, without the most popular.
func againstStatements(g *graph.Graph, judged map[string]graded) (string, error) {
	projects := slices.Sorted(keys(judged))
	lots := rand.New(rand.NewPCG(seed, 0)) //nolint:gosec // a lot that anybody can draw again
	lots.Shuffle(len(projects), func(i, j int) { projects[i], projects[j] = projects[j], projects[i] })
	half := (len(projects) + 1) / 2
	leftOut := []graded{{}, {"kubernetes": 1}, mostNamed(judged)}
	var b strings.Builder
	fmt.Fprintf(&b, "| nDCG@10, recall@10 of %d and %d projects ", half, len(projects)-half)
	for range 2 {
		fmt.Fprintf(&b, "| all | no Kubernetes | without the %d ", popular)
	}
	b.WriteString("|\n|---|---|---|---|---|---|---|\n")
	for _, m := range newMethods(g) {
		fmt.Fprintf(&b, "| %s ", m.name)
		for _, part := range [][]string{projects[:half], projects[half:]} {
			for _, not := range leftOut {
				var x mean
				for _, p := range part {
					want := graded{}
					for id, grade := range judged[p] {
						if not[id] == 0 {
							want[id] = grade
						}
					}
					if len(want) == 0 {
						continue
					}
					ranking, err := m.rank(p)
					if err != nil {
						return "", err
					}
					x.add(without(ranking, not), want)
				}
				fmt.Fprintf(&b, "| %.3f %.2f ", x.Gain(), x.Recall())
			}
		}
		b.WriteString("|\n")
	}
	return b.String(), nil
}

// mostNamed returns the targets that most projects' statements name.
func mostNamed(judged map[string]graded) graded {
	named := graded{}
	for _, want := range judged {
		for id := range want {
			named[id]++
		}
	}
	ids := slices.Sorted(keys(named))
	slices.SortStableFunc(ids, func(a, b string) int { return cmp.Compare(named[b], named[a]) })
	most := graded{}
	for _, id := range ids[:min(popular, len(ids))] {
		most[id] = 1
	}
	return most
}
