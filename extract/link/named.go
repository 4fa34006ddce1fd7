package link

import "github.com/cncfgraph/cncfgraph/graph/vocab"

// names finds entries by the whole of a name.
type names map[string]int32 // by slug; -1 where several bear it

// newNames indexes entries by their names. A project's own name goes before
// another's other names.
func newNames(entries []Entry) names {
	own, other := names{}, names{}
	for i := range entries {
		own.add(entries[i].Name, i)
		for _, n := range entries[i].Names {
			other.add(n, i)
		}
	}
	for key, i := range own {
		other[key] = i
	}
	return other
}

func (ns names) add(name string, i int) {
	key := vocab.Slug(name)
	if was, ok := ns[key]; ok && was != int32(i) {
		i = -1
	}
	ns[key] = int32(i)
}

// Named returns the entry of which name is a name, case and punctuation aside,
// where it is said to be that of a project: no context is needed. ok is false
// where there is none, or several.
func (l *Linker) Named(name string) (e Entry, ok bool) {
	i, ok := l.names()[vocab.Slug(name)]
	if !ok || i < 0 {
		return Entry{}, false
	}
	return l.entries[i], true
}
