package snapshot_test

import (
	"cmp"
	"slices"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/snapshot"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

func TestLabel(t *testing.T) {
	s := build(t, edgeCases())
	for _, c := range []struct {
		term      rdf.Term
		source    string
		line, end int
		isTerm    bool
	}{
		{iri("doc"), "http://example.org/doc", 0, 0, true},
		{iri("doc#L2"), "http://example.org/doc", 2, 2, true}, // also a subject
		{iri("doc#L10"), "http://example.org/doc", 10, 10, false},
		{iri("doc#L10-L11"), "http://example.org/doc", 10, 11, false},
		{iri("doc#L10-L9"), "http://example.org/doc#L10-L9", 0, 0, true}, // no range of lines
		{iri("doc#L010"), "http://example.org/doc#L010", 0, 0, true},
		{rdf.NewBlank("graph"), "_:graph", 0, 0, true},
	} {
		l, ok := s.Label(c.term)
		if !ok {
			t.Errorf("%s: no label", c.term)
			continue
		}
		want := vocab.Evidence{Source: c.source, Line: c.line, EndLine: c.end}
		if got := s.Evidence(l); got != want {
			t.Errorf("%s: evidence %v, want %v", c.term, got, want)
		}
		if got := s.LabelTerm(l); got != c.term {
			t.Errorf("%s: label is %s", c.term, got)
		}
		if got := s.Term(s.LabelID(l)); c.isTerm != (got == c.term) {
			t.Errorf("%s: as a term it is %q", c.term, got)
		}
	}
	for _, term := range []rdf.Term{{}, iri("doc#L5"), iri("doc#L10-L12"), iri("none"), iri("none#L1"), iri("a"), rdf.NewString("")} {
		if l, ok := s.Label(term); ok || l != 0 {
			t.Errorf("Label(%s) = %d", term, l)
		}
	}
	for _, l := range []snapshot.Label{0, snapshot.Label(s.Labels() + 1), 1<<32 - 1} {
		if e := s.Evidence(l); e != (vocab.Evidence{}) || !s.LabelTerm(l).IsZero() || s.LabelID(l) != 0 {
			t.Errorf("label %d is %v, %s", l, e, s.LabelTerm(l))
		}
	}
}

// TestLabelled compares the look-ups by label with a scan.
func TestLabelled(t *testing.T) {
	for name, quads := range graphs() {
		s := build(t, quads)
		all := slices.Collect(s.Match(0, 0, 0))
		slices.SortStableFunc(all, func(a, b snapshot.Statement) int { return cmp.Compare(a.Label, b.Label) })
		ofSource := make([][]snapshot.Statement, s.Terms()+2)
		ofLabel := make([][]snapshot.Statement, s.Labels()+2)
		for _, st := range all {
			ofLabel[st.Label] = append(ofLabel[st.Label], st)
			if source, _, _ := s.Lines(st.Label); source != 0 {
				ofSource[source] = append(ofSource[source], st)
			}
		}
		for id, want := range ofSource {
			if got := slices.Collect(s.Labelled(snapshot.ID(id))); !slices.Equal(got, want) {
				t.Errorf("%s: Labelled(%d) = %v, want %v", name, id, got, want)
			}
		}
		for l, want := range ofLabel {
			if got := slices.Collect(s.MatchLabel(snapshot.Label(l))); !slices.Equal(got, want) {
				t.Errorf("%s: MatchLabel(%d) = %v, want %v", name, l, got, want)
			}
		}
		for _, none := range []uint32{1<<32 - 2, 1<<32 - 1} {
			for range s.Labelled(snapshot.ID(none)) {
				t.Errorf("%s: statements of source %d", name, none)
			}
			for range s.MatchLabel(snapshot.Label(none)) {
				t.Errorf("%s: statements of label %d", name, none)
			}
		}
	}
}
