package extract

import (
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// detailsOf states what records say of an event besides name, first day and page.
func (s *statements) detailsOf(e *Event) {
	event := s.events[e.Name]
	if end, err := vocab.Date(e.End); err == nil {
		s.add(event, vocab.EndDate, end, e.Line, e.Line)
	}
	if e.Location != "" {
		s.add(event, vocab.Location, rdf.NewString(e.Location), e.Line, e.Line)
	}
	if host, ok := s.events[e.Host]; ok && e.Host != "" {
		s.add(event, vocab.SuperEvent, host, e.Line, e.Line)
	}
}

// faults states which rows could not be used.
func (s *statements) faults() {
	if s.doc.Records == nil {
		return
	}
	for _, p := range s.doc.Records.Problems {
		s.add(s.key, vocab.UnusableRow.Predicate(), rdf.NewString(p.Reason), p.Line, p.Line)
	}
}

// maintainers states who maintains which project.
func (s *statements) maintainers() {
	for i := range s.doc.Maintainers {
		m := &s.doc.Maintainers[i]
		person := s.person(&m.Speaker, m.Line)
		s.add(vocab.Entity(vocab.KindProject, m.ID), vocab.Maintainer, person, m.Line, m.Line)
	}
}
