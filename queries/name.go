package queries

import (
	"strings"
	"unicode/utf8"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// namePredicates returns the predicates by whose objects entities of the kind
// are found.
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

// profileSites are the sites whose profile addresses end in a handle.
var profileSites = [...]struct{ platform, prefix string }{
	{"twitter", "https://twitter.com/"},
	{"github", "https://github.com/"},
}

// handle returns the platform and the handle of a profile's address.
func handle(profile string) (platform, name string, ok bool) {
	for _, site := range profileSites {
		if name, ok := strings.CutPrefix(profile, site.prefix); ok && name != "" && !strings.Contains(name, "/") {
			return site.platform, name, true
		}
	}
	return "", "", false
}

// namedEntity is an entity with the key of one of its names.
type namedEntity struct {
	id  graph.ID
	key string
}

// entityNames returns the key of every name of the entities of the kind that one
// of the predicates gives.
func entityNames(g *graph.Graph, kind vocab.Kind, predicates ...string) []namedEntity {
	var names []namedEntity
	for _, predicate := range predicates {
		for s := range g.Statements(0, predicate, 0) {
			if g.Kind(s.Subject) != kind {
				continue
			}
			name := g.Term(s.Object).Value
			if predicate == vocab.Profile {
				_, name, _ = handle(name)
			}
			if key := nameKey(name); key != "" {
				names = append(names, namedEntity{s.Subject, key})
			}
			if i := strings.LastIndex(name, " / "); i >= 0 && kind == vocab.KindCategory {
				names = append(names, namedEntity{s.Subject, nameKey(name[i+3:])})
			}
		}
	}
	return names
}

// nameKey returns what names that differ only in case, width and punctuation
// have in common: the slug without its hyphens.
func nameKey(name string) string {
	var buf [64]byte
	key := buf[:0]
	for i := range len(name) {
		switch c := name[i]; {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			key = append(key, c)
		case c >= 'A' && c <= 'Z':
			key = append(key, c+'a'-'A')
		case c >= utf8.RuneSelf, c == '+', c == '#':
			return strings.ReplaceAll(vocab.Slug(name), "-", "")
		}
	}
	return string(key)
}
