package record

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/cncfgraph/cncfgraph/internal/pattern"
)

// Errors of YAML entries.
var (
	errAlias = errors.New("YAML aliases are not read")
	errEntry = errors.New("not a mapping")
)

// Entry is a mapping of a YAML file.
type Entry struct {
	Line, End int
	values    map[string]*yaml.Node
	offset    int // added to the lines of values
}

// Scalar is a text and the line that it stands on, from 1; the zero Scalar is none.
type Scalar struct {
	Value string
	Line  int
}

// Entries calls use with each entry of a block list, or of a block mapping: each
// begins on a line that starts matches. An entry is parsed for itself, so that a
// bad one does no harm to others; it is noted as a problem of f.
func Entries(f *File, text string, starts *regexp.Regexp, use func(Entry)) {
	var block strings.Builder
	first, last := 0, 0
	flush := func() {
		if first > 0 {
			f.Rows++
			e, line, err := parseEntry(block.String(), first)
			if err != nil {
				f.Fail(line, err)
			} else {
				e.End = last
				use(e)
			}
		}
		block.Reset()
	}
	for l := range Lines(text) {
		if starts.MatchString(l.Text) {
			flush()
			first = l.Number
		}
		if first > 0 {
			block.WriteString(l.Text)
			block.WriteByte('\n')
			if strings.TrimSpace(l.Text) != "" {
				last = l.Number
			}
		}
	}
	flush()
}

// parseEntry returns the mapping in the block that begins on the line first; of
// an error also the line.
func parseEntry(block string, first int) (e Entry, line int, err error) {
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(block), &root); err != nil {
		line, err := SyntaxError(err, block)
		return e, first + line - 1, err
	}
	if n := aliasIn(&root); n != nil {
		return e, first + n.Line - 1, errAlias
	}
	if len(root.Content) != 1 {
		return e, first, errEntry
	}
	n := root.Content[0]
	for n.Kind == yaml.SequenceNode && len(n.Content) == 1 {
		n = n.Content[0]
	}
	if n.Kind == yaml.MappingNode && len(n.Content) == 2 && n.Content[1].Kind == yaml.MappingNode {
		n = n.Content[1] // {kubernetes: {name: …}}
	}
	if n.Kind != yaml.MappingNode {
		return e, first, errEntry
	}
	e = entryOf(n, first)
	e.Line = first
	return e, first, nil
}

func entryOf(n *yaml.Node, first int) Entry {
	e := Entry{Line: first + n.Line - 1, values: map[string]*yaml.Node{}, offset: first - 1}
	for i := 0; i < len(n.Content); i += 2 {
		e.values[n.Content[i].Value] = n.Content[i+1]
	}
	return e
}

// aliasIn returns the first alias below n, nil where there is none.
func aliasIn(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode {
		return n
	}
	for _, c := range n.Content {
		if a := aliasIn(c); a != nil {
			return a
		}
	}
	return nil
}

// yamlLine is how the parser says where an error is, and yamlAnchor what it says
// of an alias of nothing, without a line.
var (
	yamlLine   = pattern.Lazy(`^yaml: (?:line (\d+): )?`)
	yamlAnchor = pattern.Lazy(`unknown anchor '([^']*)'`)
)

// SyntaxError returns what is wrong with text, which a YAML parser found err in,
// and on which line, from 1.
func SyntaxError(err error, text string) (line int, reason error) {
	m := yamlLine().FindStringSubmatch(err.Error())
	if m == nil {
		return 1, err
	}
	line, _ = strconv.Atoi(m[1]) // 0 where it names none
	if a := yamlAnchor().FindStringSubmatch(err.Error()); a != nil && line == 0 {
		if at := strings.Index(text, "*"+a[1]); at >= 0 {
			line = 1 + strings.Count(text[:at], "\n")
		}
	}
	return max(line, 1), fmt.Errorf("YAML: %s", strings.TrimPrefix(err.Error(), m[0]))
}

// Get returns the scalar under the key.
func (e Entry) Get(key string) Scalar {
	n := e.values[key]
	if n == nil || n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
		return Scalar{}
	}
	return Scalar{strings.TrimSpace(n.Value), n.Line + e.offset}
}

// List returns the scalars of the list under the key, or the one scalar there.
func (e Entry) List(key string) []Scalar {
	n := e.values[key]
	if n == nil || n.Kind != yaml.SequenceNode {
		if s := e.Get(key); s.Value != "" {
			return []Scalar{s}
		}
		return nil
	}
	var list []Scalar
	for _, c := range n.Content {
		if s := strings.TrimSpace(c.Value); c.Kind == yaml.ScalarNode && s != "" && c.Tag != "!!null" {
			list = append(list, Scalar{s, c.Line + e.offset})
		}
	}
	return list
}

// Below returns the mappings under the key: those of a list, or the one there.
func (e Entry) Below(key string) []Entry {
	n := e.values[key]
	if n == nil {
		return nil
	}
	nodes := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		nodes = n.Content
	}
	var list []Entry
	for _, c := range nodes {
		if c.Kind == yaml.MappingNode {
			list = append(list, entryOf(c, e.offset+1))
		}
	}
	return list
}
