package rdf

import "strings"

// Prefix is a short name for the beginning of IRIs.
type Prefix struct{ Name, Namespace string }

// shorten returns the prefix with the longest namespace that iri begins with, and
// the rest of iri, if ok takes the rest. Without one, the name is empty.
func shorten(prefixes []Prefix, iri string, ok func(local string) bool) (name, local string) {
	longest := 0
	for _, p := range prefixes {
		rest, found := strings.CutPrefix(iri, p.Namespace)
		if found && len(p.Namespace) > longest && ok(rest) {
			name, local, longest = p.Name, rest, len(p.Namespace)
		}
	}
	return name, local
}
