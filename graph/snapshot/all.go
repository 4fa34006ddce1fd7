package snapshot

import (
	"iter"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// recentTerms keeps the terms and the labels that were last asked for, each in the place
// that its number gives it: quads that follow each other have most of theirs in common.
type recentTerms struct {
	s      *Snapshot
	places [512]struct {
		id   ID
		term rdf.Term
	}
	labels [512]struct {
		label Label
		term  rdf.Term
	}
}

// term returns the term with the number id.
func (r *recentTerms) term(id ID) rdf.Term {
	p := &r.places[int(id)%len(r.places)]
	if p.id != id {
		p.id, p.term = id, r.s.Term(id)
	}
	return p.term
}

// label returns the label l as a term, as LabelTerm does.
func (r *recentTerms) label(l Label) rdf.Term {
	p := &r.labels[int(l)%len(r.labels)]
	if p.label == l {
		return p.term // of no label, at first
	}
	source, line, last := r.s.Lines(l)
	t := r.term(source)
	if line > 0 {
		t = vocab.Evidence{Source: t.Value, Line: line, EndLine: last}.Label()
	}
	p.label, p.term = l, t
	return t
}

// All returns the quads in the order of rdf.Sort.
func (s *Snapshot) All() iter.Seq[rdf.Quad] {
	return func(yield func(rdf.Quad) bool) {
		terms := recentTerms{s: s}
		var last Statement // whose subject and predicate are in q
		var q rdf.Quad
		var labels []rdf.Term // of the statements that differ from last in the label alone
		flush := func() bool {
			slices.SortFunc(labels, rdf.Term.Compare)
			for _, label := range labels {
				q.Label = label
				if !yield(q) {
					return false
				}
			}
			labels = labels[:0]
			return true
		}
		for st := range s.Match(0, 0, 0) {
			if st.Subject != last.Subject || st.Predicate != last.Predicate || st.Object != last.Object {
				if !flush() {
					return
				}
				q.Object = terms.term(st.Object)
			}
			if st.Subject != last.Subject {
				q.Subject = terms.term(st.Subject)
			}
			if st.Predicate != last.Predicate {
				q.Predicate = terms.term(st.Predicate)
			}
			last = st
			labels = append(labels, terms.label(st.Label))
		}
		flush()
	}
}
