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
	ends  []linkEnd         // scratch
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

// append appends to dst the links of the statements about the entity; if inverse, of
// those that it is the object of.
func (p *pathLinks) append(dst []linkEnd, id graph.ID, inverse bool) []linkEnd {
	dst, few := p.appendSaid(dst, id, 0, inverse, fewStatements)
	if few {
		return dst
	}
	for i := range p.kept {
		k := &p.kept[i]
		if !k.isArray {
			dst, _ = p.appendSaid(dst, id, k.predicate, inverse, -1)
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

// appendFew is append for an entity that few statements are about; if inverse, that is
// the object of few. For others it appends nothing and is false. It returns how many
// links there are in any case.
func (p *pathLinks) appendFew(dst []linkEnd, id graph.ID, inverse bool) (out []linkEnd, count int, few bool) {
	out, few = p.appendSaid(dst, id, 0, inverse, fewStatements)
	if few {
		return out, len(out) - len(dst), true
	}
	for i := range p.kept {
		k := &p.kept[i]
		switch {
		case !k.isArray:
			p.ends, _ = p.appendSaid(p.ends[:0], id, k.predicate, inverse, -1)
			count += len(p.ends)
		case inverse:
			count += k.array.CountSubjects(id)
		default:
			count += k.array.CountObjects(id)
		}
	}
	return out, count, false
}

// appendSaid is append by looking at the statements, of those with the predicate unless
// it is 0. It is false, and nothing is appended, where there are more than limit, unless
// that is negative.
func (p *pathLinks) appendSaid(dst []linkEnd, id, predicate graph.ID, inverse bool, limit int) ([]linkEnd, bool) {
	subject, object := id, graph.ID(0)
	if inverse {
		subject, object = object, subject
	}
	var few bool
	p.said, few = p.g.AppendMatch(p.said[:0], subject, predicate, object, limit)
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
	return dst, few
}
