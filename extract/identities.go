package extract

import (
	"strconv"
	"strings"

	"github.com/cncfgraph/cncfgraph/extract/catalogue"
	"github.com/cncfgraph/cncfgraph/extract/record"
	"github.com/cncfgraph/cncfgraph/internal/pattern"
)

var (
	identitiesHead  = pattern.Lazy(`(?m)^identities:\s*(?:#.*)?$`)
	identitiesEntry = pattern.Lazy(`(?m)^\s*-\s+\{?\s*(?:same|different|evidence):`)
)

// isIdentities tells whether text is a file in the schema of data/identities.yaml.
func isIdentities(text string) bool {
	head := record.Head(text)
	return strings.Contains(head, "identities:") && identitiesHead().MatchString(head) && identitiesEntry().MatchString(head)
}

// readIdentities reads which ids are one and which are two. A file with a fault
// says nothing, as half of it might say the opposite of the whole.
func (d *Document) readIdentities(path, text string) {
	quads, err := catalogue.Identities(path, d.key, []byte(text))
	d.Records = &Records{Format: "identities", Rows: len(quads), Problems: []Problem{}}
	if err != nil {
		d.Records.Problems = append(d.Records.Problems, lineProblem(path, err))
	}
	d.state(quads)
}

// lineProblem returns err, which says "path:12: …", as the problem of that line.
func lineProblem(path string, err error) Problem {
	text := strings.TrimPrefix(err.Error(), path+":")
	number, reason, ok := strings.Cut(text, ": ")
	if line, bad := strconv.Atoi(number); ok && bad == nil {
		return Problem{line, reason}
	}
	return Problem{1, err.Error()}
}
