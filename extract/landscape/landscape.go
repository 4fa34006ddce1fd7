// Package landscape reads the CNCF landscape's landscape.yml and writes it in the
// schema of the project's own data/landscape.yaml: facts only, each with the line
// that states it. docs/data.md describes that schema.
package landscape

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/cncfgraph/cncfgraph/extract/record"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/internal/pattern"
)

// Landscape is what a landscape.yml says.
type Landscape struct {
	Rows     int    // software items
	YAML     []byte // in the schema of data/landscape.yaml
	Projects []Project
	Problems []record.Problem // items that cannot be used
	Faults   []record.Fault   // what is wrong and harms no item, in the order of lines
}

// Project is a project of the landscape and where it stands.
type Project struct {
	Name, ID string
	Line     int
}

var (
	top      = pattern.Lazy(`(?m)^landscape:\s*(?:#.*)?$`)
	topField = pattern.Lazy(`(?m)^\s*(?:- )?(?:category|subcategories|items):`)
)

// Detect tells whether text is a landscape.yml.
func Detect(text string) bool {
	head := record.Head(text)
	return strings.Contains(head, "landscape:") && top().MatchString(head) && topField().MatchString(head)
}

// Read reads the landscape.yml that text holds and whose statements are to be
// those of the source url.
func Read(url, text string) *Landscape {
	l := &Landscape{}
	r := reader{text: strings.Split(text, "\n"), problems: &l.Problems}
	root, err := parse(r.text, &l.Problems)
	if err == nil {
		err = r.landscape(root)
	}
	if err != nil {
		l.fail(err)
		return l
	}
	l.Rows = len(r.items)
	l.Faults = inspect(root)
	l.dropUnknown(r.categories, r.items)
	projects := name(fold(r.items, &l.Problems), &l.Problems)
	if l.YAML, err = write(url, r.categories, projects, l.Faults); err != nil {
		l.fail(err)
	}
	for _, p := range projects {
		l.Projects = append(l.Projects, Project{p.name, p.slug, p.lines.first})
	}
	return l
}

func (l *Landscape) fail(err error) { l.Problems = append(l.Problems, problemOf(err)) }

// fault is an error of a line.
type fault struct {
	line   int
	reason error
}

func (f *fault) Error() string { return f.reason.Error() }
func (f *fault) Unwrap() error { return f.reason }

// lineError is an error of a line of the input.
func lineError(line int, format string, args ...any) error {
	return &fault{line, fmt.Errorf(format, args...)}
}

func problemOf(err error) record.Problem {
	var f *fault
	if errors.As(err, &f) {
		return record.Problem{Line: f.line, Err: f.reason}
	}
	return record.Problem{Line: 1, Err: err}
}

// maxMended is how many items may break the syntax of the file before it is given
// up: for each, the rest is read again.
const maxMended = 8

// parse returns the YAML document in the lines of text. An item that breaks the
// syntax is noted as a problem and left out.
func parse(lines []string, problems *[]record.Problem) (*yaml.Node, error) {
	for range maxMended {
		var root yaml.Node
		text := strings.Join(lines, "\n")
		err := yaml.Unmarshal([]byte(text), &root)
		if err == nil {
			return &root, nil
		}
		line, reason := record.SyntaxError(err, text)
		*problems = append(*problems, record.Problem{Line: line, Err: reason})
		if !dropItem(lines, line) {
			return nil, errors.New("no landscape that can be read")
		}
	}
	return nil, errors.New("too many items that are no YAML")
}

// itemStart is the first line of an item.
var itemStart = pattern.Lazy(`^\s+- (?:item|name):`)

// dropItem blanks the lines of the item that the line, counted from 1, stands in.
func dropItem(lines []string, line int) bool {
	first := min(line, len(lines)) - 1
	for first >= 0 && !itemStart().MatchString(lines[first]) {
		first--
	}
	if first < 0 {
		return false
	}
	indent := indentOf(lines[first])
	lines[first] = ""
	for i := first + 1; i < len(lines); i++ {
		if strings.TrimSpace(lines[i]) != "" && indentOf(lines[i]) <= indent && strings.HasPrefix(strings.TrimSpace(lines[i]), "- ") {
			break
		}
		lines[i] = ""
	}
	return true
}

func indentOf(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }

// dropUnknown drops the categories of items that the file does not have, and
// notes it as a fault.
func (l *Landscape) dropUnknown(categories []category, items []*item) {
	known := map[string]bool{}
	for _, c := range categories {
		known[c.name] = true
	}
	for _, it := range items {
		var kept []string
		for _, c := range it.categories {
			if known[c] {
				kept = append(kept, c)
			} else {
				l.Faults = append(l.Faults, record.Fault{
					Rule: vocab.UnknownCategory, Line: it.lines.first, Text: fmt.Sprintf("%s: no category %q", it.name, c),
				})
			}
		}
		it.categories = kept
	}
	slices.SortStableFunc(l.Faults, func(a, b record.Fault) int { return a.Line - b.Line })
}
