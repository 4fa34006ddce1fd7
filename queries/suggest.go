package queries

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// maxSuggestions is how many entities a *NotFoundError suggests at most.
const maxSuggestions = 3

// suggestions returns the entities with the names nearest to the name: of
// those that differ by a few letters the ones that differ least, else those that
// begin with it. byKey ran before.
func (f *finder) suggestions() []Entity {
	key := nameKey(f.name)
	letters := []rune(key)
	if len(letters) < 2 {
		return nil
	}
	bound := 1 + min(len(letters)/4, 2) // one letter in a short name, three in a long one
	nearest := map[graph.ID]int{}
	names := f.names
	if slices.Contains(f.kinds, vocab.KindProject) {
		names = slices.Concat(names, entityNames(f.g, vocab.KindProject, vocab.HiddenLabel))
	}
	for _, n := range names {
		distance, ok := 0, false
		if length := utf8.RuneCountInString(n.key); length >= len(letters)-bound && length <= len(letters)+bound {
			distance, ok = editDistance(letters, []rune(n.key), bound)
		}
		if !ok && len(letters) > 2 && strings.HasPrefix(n.key, key) {
			distance, ok = bound+1, true
		}
		if old, known := nearest[n.id]; ok && (!known || distance < old) {
			nearest[n.id] = distance
		}
	}
	type candidate struct {
		Entity
		id       graph.ID
		distance int
	}
	candidates := make([]candidate, 0, len(nearest))
	for id, distance := range nearest {
		candidates = append(candidates, candidate{entity(f.g, id), id, distance})
	}
	slices.SortFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), compareEntities(a.Entity, b.Entity))
	})
	var list []Entity
	for _, c := range candidates {
		if len(list) < maxSuggestions && c.distance == candidates[0].distance {
			list = append(list, c.Entity)
		}
	}
	return list
}

// editDistance returns how many letters have to be put in, taken out, replaced
// or swapped with their neighbour to make b of a; false where they are more
// than bound.
func editDistance(a, b []rune, bound int) (int, bool) {
	if max(len(a)-len(b), len(b)-len(a)) > bound {
		return 0, false
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > bound {
			return 0, false
		}
		before, last, row = last, row, before
	}
	return last[len(b)], last[len(b)] <= bound
}
