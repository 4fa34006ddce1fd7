package extract

import (
	"errors"
	"io"
	"strings"

	"github.com/cncfgraph/cncfgraph/extract/record"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// statedQuad is a statement that a document makes as a quad, and its lines.
type statedQuad struct {
	rdf.Quad
	line, end int
}

// isNQuads tells whether the first line of text that is no comment is a quad.
func isNQuads(text string) bool {
	for l := range record.Lines(record.Head(text)) {
		s := strings.TrimSpace(l.Text)
		if s == "" || strings.HasPrefix(s, "#") {
			continue
		}
		if !strings.HasPrefix(s, "<") && !strings.HasPrefix(s, "_:") {
			return false
		}
		_, err := rdf.NewReader(strings.NewReader(s)).Read()
		return err == nil
	}
	return false
}

// readNQuads reads statements. A line that is none is a problem.
func (d *Document) readNQuads(text string) {
	d.Records = &Records{Format: "n-quads"}
	d.stated = []statedQuad{} // even if there are none
	var bad []record.Problem
	for r := rdf.NewReader(strings.NewReader(text)); ; {
		q, err := r.Read()
		var syntax *rdf.SyntaxError
		switch {
		case err == nil:
			d.Records.Rows++
			d.stated = append(d.stated, statedQuad{q, r.Line(), r.Line()})
			continue
		case errors.As(err, &syntax):
			d.Records.Rows++
			bad = append(bad, record.Problem{Line: syntax.Line, Err: errors.New(syntax.Msg)})
			continue
		case !errors.Is(err, io.EOF):
			bad = append(bad, record.Problem{Line: r.Line() + 1, Err: err})
		}
		break
	}
	d.Records.Problems = problems(bad)
}

// Trusted returns the statements of a document of N-Quads under the labels that it
// gives them itself, those without one under its own lines; nil for any other
// document.
func (d *Document) Trusted() []rdf.Quad {
	if d.Records == nil || d.Records.Format != "n-quads" {
		return nil
	}
	s := statements{doc: d, key: rdf.NewIRI(d.key)}
	var trusted []rdf.Quad
	for _, q := range d.stated {
		if q.Label.IsZero() {
			s.add(q.Subject, q.Predicate.Value, q.Object, q.line, q.line)
		} else {
			trusted = append(trusted, q.Quad)
		}
	}
	return rdf.Sort(append(trusted, s.quads...))
}

// state makes quads what d states, each on the lines that its label names.
func (d *Document) state(quads []rdf.Quad) {
	d.stated = []statedQuad{} // even if there are none
	for _, q := range quads {
		at := vocab.ParseLabel(q.Label.Value)
		d.stated = append(d.stated, statedQuad{q, at.Line, at.EndLine})
	}
}

// statedQuads states the quads that the document gives, each on its lines. Those
// on the source as a whole keep no line.
func (s *statements) statedQuads() {
	for _, q := range s.doc.stated {
		s.add(q.Subject, q.Predicate.Value, q.Object, q.line, q.end)
	}
}
