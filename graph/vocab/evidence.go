package vocab

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
)

// Evidence is where a statement stands: a source and lines of it.
type Evidence struct {
	Source  string `json:"source"`   // IRI of the source
	Line    int    `json:"line"`     // first line, counted from 1; 0 for the source as a whole
	EndLine int    `json:"end_line"` // last line
}

// Label returns e as the label of a quad: the source's IRI with the lines as
// GitHub writes them, #L25 or #L25-L27, so that the link opens there.
func (e Evidence) Label() rdf.Term {
	switch {
	case e.Line <= 0:
		return rdf.NewIRI(e.Source)
	case e.EndLine <= e.Line:
		return rdf.NewIRI(e.Source + "#L" + strconv.Itoa(e.Line))
	}
	return rdf.NewIRI(e.Source + "#L" + strconv.Itoa(e.Line) + "-L" + strconv.Itoa(e.EndLine))
}

// String returns "source:line" or "source:line-line", for people to read.
func (e Evidence) String() string {
	switch {
	case e.Line <= 0:
		return e.Source
	case e.EndLine <= e.Line:
		return fmt.Sprintf("%s:%d", e.Source, e.Line)
	}
	return fmt.Sprintf("%s:%d-%d", e.Source, e.Line, e.EndLine)
}

// ParseLabel returns the evidence that the label iri stands for. A label
// without lines is the source as a whole.
func ParseLabel(iri string) Evidence {
	source, fragment, ok := strings.Cut(iri, "#L")
	if !ok {
		return Evidence{Source: iri}
	}
	first, last, ranged := strings.Cut(fragment, "-L")
	from, ok1 := lineNumber(first)
	to, ok2 := from, true
	if ranged {
		to, ok2 = lineNumber(last)
	}
	if !ok1 || !ok2 || ranged && to <= from {
		return Evidence{Source: iri}
	}
	return Evidence{Source: source, Line: from, EndLine: to}
}

// lineNumber reads a line number as Label writes it: no sign, no leading zero.
func lineNumber(s string) (int, bool) {
	if s == "" || s[0] < '1' || s[0] > '9' {
		return 0, false
	}
	n, err := strconv.ParseInt(s, 10, 32)
	return int(n), err == nil
}
