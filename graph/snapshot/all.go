package snapshot

import (
	"iter"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
)

// All returns the quads in the order of rdf.Sort.
func (s *Snapshot) All() iter.Seq[rdf.Quad] {
	return func(yield func(rdf.Quad) bool) {
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
				q.Object = s.Term(st.Object)
			}
			if st.Subject != last.Subject {
				q.Subject = s.Term(st.Subject)
			}
			if st.Predicate != last.Predicate {
				q.Predicate = s.Term(st.Predicate)
			}
			last = st
			labels = append(labels, s.LabelTerm(st.Label))
		}
		flush()
	}
}
