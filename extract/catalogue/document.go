package catalogue

import (
	"crypto/sha256"
	"fmt"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// document is a YAML file that is being read. Its first fault stays in err, so
// that the reading functions need not return one each.
type document struct {
	name string
	sum  string // "sha256:…" of the bytes
	root *yaml.Node
	err  error
}

// text is a scalar and the line it stands on.
type text struct {
	value string
	line  int
}

// span is a run of lines, counted from 1; the zero span is none.
type span struct{ first, last int }

// parse returns the YAML document that data holds.
func parse(name string, data []byte) (*document, error) {
	d := &document{name: name, sum: fmt.Sprintf("sha256:%x", sha256.Sum256(data))}
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		return nil, syntaxError(name, err)
	}
	if len(root.Content) == 1 {
		d.root = root.Content[0]
	}
	return d, nil
}

// syntaxError returns err, which says "yaml: line 12: …", as "name:12: …".
func syntaxError(name string, err error) error {
	if at, ok := strings.CutPrefix(err.Error(), "yaml: line "); ok {
		return fmt.Errorf("%s:%s", name, at)
	}
	return fmt.Errorf("%s: %w", name, err)
}

// fail notes a fault of a line, if it is the first one.
func (d *document) fail(line int, format string, args ...any) {
	if d.err == nil {
		d.err = fmt.Errorf("%s:%d: "+format, append([]any{d.name, line}, args...)...)
	}
}

// fields calls field with each key of a mapping and its value. A key that is
// repeated, or that field does not know, is a fault.
func (d *document) fields(n *yaml.Node, field func(key text, value *yaml.Node) (known bool)) {
	if n == nil || n.Kind != yaml.MappingNode {
		d.fail(lineOf(n), "not a mapping")
		return
	}
	seen := make(map[string]bool, len(n.Content)/2)
	for i := 0; i < len(n.Content) && d.err == nil; i += 2 {
		key := d.text(n.Content[i])
		if seen[key.value] {
			d.fail(key.line, "key %q is repeated", key.value)
		}
		seen[key.value] = true
		if !field(key, n.Content[i+1]) {
			d.fail(key.line, "unknown key %q", key.value)
		}
	}
}

// list calls element with each element of a list.
func (d *document) list(n *yaml.Node, element func(*yaml.Node)) {
	if n.Kind != yaml.SequenceNode {
		d.fail(n.Line, "not a list")
		return
	}
	for _, e := range n.Content {
		if d.err != nil {
			return
		}
		element(e)
	}
}

// text reads a scalar that is not empty. A comment behind it is a fault: it is
// most likely the rest of a name such as "Meetup #3".
func (d *document) text(n *yaml.Node) text {
	if n.LineComment != "" {
		d.fail(n.Line, "comment %q behind a value; quote the value if it is a part of it", n.LineComment)
	}
	if n.Kind != yaml.ScalarNode || n.Tag == "!!null" || strings.TrimSpace(n.Value) == "" {
		d.fail(n.Line, "not a text")
		return text{line: n.Line}
	}
	return text{strings.TrimSpace(n.Value), n.Line}
}

// texts reads a list of scalars.
func (d *document) texts(n *yaml.Node) (list []text) {
	d.list(n, func(e *yaml.Node) { list = append(list, d.text(e)) })
	return list
}

// textOrTexts reads a scalar or a list of them.
func (d *document) textOrTexts(n *yaml.Node) []text {
	if n.Kind == yaml.SequenceNode {
		return d.texts(n)
	}
	return []text{d.text(n)}
}

// lines reads "12" or "12-20".
func (d *document) lines(n *yaml.Node) span {
	t := d.text(n)
	first, last, ranged := strings.Cut(t.value, "-")
	s := span{d.number(text{first, t.line}), 0}
	if s.last = s.first; ranged {
		s.last = d.number(text{last, t.line})
	}
	if d.err == nil && s.last < s.first {
		d.fail(t.line, "lines %q end before they begin", t.value)
	}
	return s
}

// manyLines reads lines, or a list of them.
func (d *document) manyLines(n *yaml.Node) (all []span) {
	if n.Kind != yaml.SequenceNode {
		return []span{d.lines(n)}
	}
	d.list(n, func(e *yaml.Node) { all = append(all, d.lines(e)) })
	return all
}

// number reads a number from 1 up.
func (d *document) number(t text) int {
	n, err := strconv.ParseInt(t.value, 10, 32)
	if err != nil || n < 1 {
		d.fail(t.line, "%q is no number from 1 up", t.value)
	}
	return int(n)
}

// date returns the literal for a date.
func (d *document) date(t text) rdf.Term {
	literal, err := vocab.Date(t.value)
	if err != nil {
		d.fail(t.line, "%w", err)
	}
	return literal
}

// require notes a fault where a key of the mapping n was not given.
func (d *document) require(n *yaml.Node, key string, given bool) {
	if !given {
		d.fail(lineOf(n), "no %q", key)
	}
}

func lineOf(n *yaml.Node) int {
	if n == nil {
		return 1
	}
	return n.Line
}
