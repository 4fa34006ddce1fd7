package resolve

import (
	"maps"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// dissolve returns the sorted quads with the sets taken apart that an earlier Merge
// made and that hold two ids which are told to be different. A statement about such
// a set goes to each of its ids on one of whose lines it stands, or else to the one
// that stands nearest in the same source, or else to the canonical one.
//
// It also tells of which ids the sets were.
func dissolve(quads []rdf.Quad, different []Pair) (apart []rdf.Quad, freed map[string]bool) {
	if len(different) == 0 {
		return quads, nil
	}
	canonical := map[string]string{}
	for _, q := range quads {
		if isIdentity(q) {
			canonical[q.Subject.Value] = q.Object.Value
		}
	}
	one := func(id string) string {
		if c, ok := canonical[id]; ok {
			return c
		}
		return id
	}
	sets := map[string]*mergedSet{}
	for _, p := range different {
		if c := one(p.A); p.A != p.B && c == one(p.B) {
			sets[c] = &mergedSet{canonical: c, evidence: map[string][]vocab.Evidence{}}
		}
	}
	if len(sets) == 0 {
		return quads, nil
	}
	for _, q := range quads {
		if s := sets[q.Object.Value]; s != nil && isIdentity(q) {
			s.evidence[q.Subject.Value] = append(s.evidence[q.Subject.Value], vocab.ParseLabel(q.Label.Value))
		}
	}
	freed = map[string]bool{}
	for _, s := range sets {
		s.complete(quads)
		for id := range s.evidence {
			freed[id] = true
		}
	}
	for _, q := range quads {
		s, t := sets[one(q.Subject.Value)], sets[one(q.Object.Value)]
		_, told := Told(q)
		switch {
		case told || s == nil && t == nil:
			apart = append(apart, q)
		case s != nil && s == t && (isIdentity(q) || isReason(q)):
		default:
			for _, subject := range s.owners(q.Subject, q.Label) {
				for _, object := range t.owners(q.Object, q.Label) {
					apart = append(apart, rdf.Quad{Subject: subject, Predicate: q.Predicate, Object: object, Label: q.Label})
				}
			}
		}
	}
	return rdf.Sort(apart), freed
}

// mergedSet is a set of ids that an earlier Merge made one.
type mergedSet struct {
	canonical string
	evidence  map[string][]vocab.Evidence // of the rdf:type of each id but, at first, the canonical one
}

// complete gives the canonical id the evidence of its type that no other id has, or
// all of it where each line is another's too.
func (s *mergedSet) complete(quads []rdf.Quad) {
	var all, own []vocab.Evidence
	for _, q := range quads {
		if q.Subject.Value != s.canonical || q.Predicate.Value != vocab.Type {
			continue
		}
		at := vocab.ParseLabel(q.Label.Value)
		all = append(all, at)
		shared := false
		for _, list := range s.evidence {
			shared = shared || slices.Contains(list, at)
		}
		if !shared {
			own = append(own, at)
		}
	}
	if len(own) == 0 {
		own = all
	}
	s.evidence[s.canonical] = own
}

// owners returns the ids that a statement with the label speaks of where it says t.
func (s *mergedSet) owners(t, label rdf.Term) []rdf.Term {
	if s == nil || t.Kind != rdf.IRI || t.Value != s.canonical {
		return []rdf.Term{t}
	}
	at := vocab.ParseLabel(label.Value)
	var owners []rdf.Term
	for id, list := range s.evidence {
		if slices.ContainsFunc(list, func(e vocab.Evidence) bool { return covers(e, at) }) {
			owners = append(owners, rdf.NewIRI(id))
		}
	}
	if len(owners) == 0 {
		return []rdf.Term{rdf.NewIRI(s.nearest(at))}
	}
	return owners
}

// nearest returns the id that the source of at states nearest to it, the canonical
// one where it states none; of several the first.
func (s *mergedSet) nearest(at vocab.Evidence) string {
	best, least := s.canonical, -1
	for _, id := range slices.Sorted(maps.Keys(s.evidence)) {
		for _, e := range s.evidence[id] {
			distance := max(e.Line-at.Line, at.Line-e.EndLine, 0)
			if e.Source == at.Source && (least < 0 || distance < least) {
				best, least = id, distance
			}
		}
	}
	return best
}

// covers tells whether the lines of e hold those of other.
func covers(e, other vocab.Evidence) bool {
	return e.Source == other.Source && (e.Line == 0 || e.Line <= other.Line && other.EndLine <= e.EndLine)
}
