package queries

import "github.com/cncfgraph/cncfgraph/graph"

// pathLinks reads the links of single entities, as a search gets to them: of one that
// is in few statements by looking at each, of one that is in many by asking for each
// relation, of the arrays of links where the graph keeps some.
type pathLinks struct {
	g     *graph.Graph
	kept  []keptLink
	found []graph.ID        // scratch
	said  []graph.Statement // scratch
}

// keptLink is a relation that is followed.
type keptLink struct {
	predicate graph.ID
	place     int8 // in links
	array     graph.Links
	isArray   bool
}

// linkEnd is a link as seen from one of its ends.
type linkEnd struct {
	other   graph.ID
	place   int8 // in links
	inverse bool // whether the statement is about other
}

// fewStatements is up to how many statements on one side of an entity are looked at
// one by one.
const fewStatements = 48

// newPathLinks returns the links of the table.
func newPathLinks(t linkTable) *pathLinks {
	p := &pathLinks{g: t.g, kept: make([]keptLink, 0, len(links))}
	for place, l := range links {
		k := keptLink{predicate: t.g.Predicate(l.predicate), place: int8(place)}
		if _, kept := t.index[k.predicate]; kept {
			k.array, k.isArray = t.g.Links(l.predicate)
			p.kept = append(p.kept, k)
		}
	}
	return p
}

// isFew tells whether few statements are about the entity; if inverse, whether it is
// the object of few.
func (p *pathLinks) isFew(id graph.ID, inverse bool) bool {
	if inverse {
		return p.g.Whole().Count(0, 0, id) <= fewStatements
	}
	return p.g.Whole().Count(id, 0, 0) <= fewStatements
}

// append appends to dst the links of the statements about the entity; if inverse, of
// those that it is the object of.
func (p *pathLinks) append(dst []linkEnd, id graph.ID, inverse bool) []linkEnd {
	if p.isFew(id, inverse) {
		return p.appendSaid(dst, id, 0, inverse)
	}
	for i := range p.kept {
		k := &p.kept[i]
		if !k.isArray {
			dst = p.appendSaid(dst, id, k.predicate, inverse)
			continue
		}
		if inverse {
			p.found = k.array.AppendSubjects(p.found[:0], id)
		} else {
			p.found = k.array.AppendObjects(p.found[:0], id)
		}
		for _, other := range p.found {
			dst = append(dst, linkEnd{other, k.place, inverse})
		}
	}
	return dst
}

// appendSaid is append by the statements, of those with the predicate unless it is 0.
func (p *pathLinks) appendSaid(dst []linkEnd, id, predicate graph.ID, inverse bool) []linkEnd {
	if inverse {
		p.said = p.g.AppendMatch(p.said[:0], 0, predicate, id)
	} else {
		p.said = p.g.AppendMatch(p.said[:0], id, predicate, 0)
	}
	var last graph.Statement
	k := 0
	for _, s := range p.said {
		if s.Predicate != last.Predicate {
			for k = 0; k < len(p.kept) && p.kept[k].predicate != s.Predicate; k++ {
				continue
			}
		} else if s.Subject == last.Subject && s.Object == last.Object {
			continue // stated on one more line
		}
		last = s
		if k < len(p.kept) {
			end := linkEnd{s.Object, p.kept[k].place, inverse}
			if inverse {
				end.other = s.Subject
			}
			dst = append(dst, end)
		}
	}
	return dst
}

// count returns how many links append appends.
func (p *pathLinks) count(id graph.ID, inverse bool) int {
	n := 0
	for i := range p.kept {
		k := &p.kept[i]
		switch {
		case !k.isArray:
			n += len(p.appendSaid(nil, id, k.predicate, inverse))
		case inverse:
			n += k.array.CountSubjects(id)
		default:
			n += k.array.CountObjects(id)
		}
	}
	return n
}
