package queries

import (
	"slices"
	"unicode/utf8"

	"github.com/cncfgraph/cncfgraph/graph"
)

// maxSuggestions is how many entities a *NotFoundError suggests at most.
const maxSuggestions = 3

// suggestions returns the entities with the names nearest to the name: of
// those that differ by a few letters the ones that differ least, else those that
// begin with it.
func (f *finder) suggestions() []Entity {
	key := nameKey(f.name)
	letters := utf8.RuneCountInString(key)
	if letters < 2 {
		return nil
	}
	r := newNameReader(f.g, f.kinds)
	bound := 1 + min(letters/4, 2) // one letter in a short name, three in a long one
	var found []graph.ID
	least := bound
	for _, near := range r.names.Near(key, bound) {
		id, role := r.entity(near.Number)
		if role == noName || near.Edits > least {
			continue
		}
		if near.Edits < least {
			found, least = found[:0], near.Edits
		}
		found = append(found, id)
	}
	if len(found) == 0 && letters > 2 {
		for name, to := r.names.Beginning(key); name < to; name++ {
			if id, role := r.entity(name); role != noName {
				found = append(found, id)
			}
		}
	}
	slices.Sort(found)
	list := entities(f.g, slices.Compact(found))
	return list[:min(len(list), maxSuggestions)]
}
