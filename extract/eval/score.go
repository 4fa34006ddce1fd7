// Package eval scores what an extractor found in documents against gold: what a
// person found by reading them. Nothing counts without its line: a project needs a
// mention on one of its lines, talks and statements must stand within two lines of
// theirs. Figures are sums over all documents.
package eval

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/cncfgraph/cncfgraph/extract"
)

// Options adjust Score. The zero Options, or nil, take the defaults.
type Options struct {
	// ReadFile returns the bytes of a document by its Source. With it, an address
	// of slides that gold does not give counts as invented unless the document
	// holds it; without it, such an address is passed over.
	ReadFile func(source string) ([]byte, error)
}

// Score scores the documents against gold. A document belongs to the gold whose id
// is its base name without extension; two of one id are an error. A gold without
// document counts as one in which nothing was found; a document without gold
// counts nothing.
func Score(gold []*Gold, docs []*extract.Document, opts *Options) (*Scores, error) {
	if opts == nil {
		opts = &Options{}
	}
	byID := make(map[string]*Gold, len(gold))
	for _, g := range gold {
		byID[g.ID] = g
	}
	scores := &Scores{}
	found := make(map[string]*extract.Document, len(gold))
	for _, d := range docs {
		id := documentID(d.Source)
		switch first := found[id]; {
		case byID[id] == nil:
			scores.WithoutGold = append(scores.WithoutGold, d.Source)
		case first != nil:
			return nil, fmt.Errorf("%s: gold %q is scored with %s already", d.Source, id, first.Source)
		default:
			found[id] = d
		}
	}
	for _, g := range gold {
		d := found[g.ID]
		if d == nil {
			scores.WithoutDocument = append(scores.WithoutDocument, g.ID)
			d = &extract.Document{}
		}
		s := scorer{Scores: scores, gold: g, doc: d}
		if found[g.ID] != nil {
			s.readFile = opts.ReadFile
		}
		if err := s.score(); err != nil {
			return nil, err
		}
	}
	return scores, nil
}

// documentID returns the id of the gold for the document at path.
func documentID(path string) string {
	base := filepath.Base(path)
	if id := strings.TrimSuffix(base, filepath.Ext(base)); id != "" {
		return id
	}
	return base
}

// scorer adds the figures of one document to the Scores.
type scorer struct {
	*Scores
	gold *Gold
	doc  *extract.Document

	readFile func(string) ([]byte, error) // nil: addresses are not looked up
	squeezed string                       // the document without white space, once read
}

func (s *scorer) score() error {
	s.scoreProjects()
	s.scoreExternal()
	if err := s.scoreTalks(); err != nil {
		return err
	}
	s.scoreEvent()
	s.scoreMaturity()
	s.scoreRelations()
	s.scoreDistractors()
	s.calibrate()
	return nil
}

// finding returns a finding in the scorer's document.
func (s *scorer) finding(line int, text, note string) Finding {
	return Finding{Document: s.gold.ID, Line: line, Text: text, Note: note}
}
