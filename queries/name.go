package queries

import (
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// namePredicates returns the predicates by whose objects entities of the kind
// are found, that of the proper name first.
func namePredicates(k vocab.Kind) []string {
	switch k {
	case vocab.KindProject:
		return []string{vocab.ProjectName, vocab.AltLabel}
	case vocab.KindCategory:
		return []string{vocab.PrefLabel}
	case vocab.KindSource:
		return []string{vocab.Title}
	case vocab.KindSpeaker:
		return []string{vocab.Name, vocab.AlternateName, vocab.Nick, vocab.Profile}
	}
	return []string{vocab.Name, vocab.AlternateName}
}

// nameKey returns what names that differ only in case, width and punctuation
// have in common: the slug without its hyphens.
func nameKey(name string) string { return vocab.NameKey(name) }

// nameReader reads the index of names of a graph, for entities of some kinds.
type nameReader struct {
	g     *graph.Graph
	names graph.NameIndex
	roles map[vocab.Kind]map[graph.ID]nameRole // of the predicates of each kind
}

// nameRole is what a name is to the entity that it names.
type nameRole int

const (
	noName nameRole = iota
	properName
	otherName
	misspelling
)

// newNameReader returns a reader of the names of entities of the kinds.
func newNameReader(g *graph.Graph, kinds []vocab.Kind) *nameReader {
	r := &nameReader{g: g, names: g.NameIndex(), roles: map[vocab.Kind]map[graph.ID]nameRole{}}
	for _, k := range kinds {
		roles := map[graph.ID]nameRole{}
		for i, p := range namePredicates(k) {
			if roles[g.Predicate(p)] = otherName; i == 0 {
				roles[g.Predicate(p)] = properName
			}
		}
		if k == vocab.KindProject {
			roles[g.Predicate(vocab.HiddenLabel)] = misspelling
		}
		r.roles[k] = roles
	}
	return r
}

// entity returns the entity that the name with the number names, and what the name is to
// it: noName where the entity is of none of the kinds or not found by such a name.
func (r *nameReader) entity(name int) (graph.ID, nameRole) {
	st := r.names.Statement(name)
	return st.Subject, r.roles[r.g.Kind(st.Subject)][st.Predicate]
}

// text returns the name with the number as it is written; of a profile, the handle.
func (r *nameReader) text(name int) string {
	t := r.g.Term(r.names.Statement(name).Object)
	if _, handle, ok := vocab.Handle(t.Value); ok && t.Kind == rdf.IRI {
		return handle
	}
	return t.Value
}

// with returns the entities one of whose names has the key, misspellings apart.
func (r *nameReader) with(key string) []graph.ID {
	var found []graph.ID
	for name, to := r.names.With(key); name < to; name++ {
		if id, role := r.entity(name); role == properName || role == otherName {
			found = append(found, id)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}
