// Package yamlmap writes the YAML of the folder data: mappings without empty
// values, in which texts are texts to every reader.
package yamlmap

import (
	"bytes"
	"fmt"
	"strconv"

	"gopkg.in/yaml.v3"
)

// Map builds a mapping. The zero Map is empty.
type Map struct{ content []*yaml.Node }

// Node adds a value.
func (m *Map) Node(key string, value *yaml.Node) {
	m.content = append(m.content, Text(key), value)
}

// Text adds a text, unless it is empty.
func (m *Map) Text(key, value string) {
	if value != "" {
		m.Node(key, Text(value))
	}
}

// Texts adds a list of texts, unless it is empty.
func (m *Map) Texts(key string, values []string) {
	var list List
	for _, v := range values {
		list.Add(Text(v))
	}
	m.List(key, &list)
}

// List adds a list on one line, unless it is empty.
func (m *Map) List(key string, list *List) {
	if len(list.content) > 0 {
		m.Node(key, list.flow())
	}
}

// Number adds a number.
func (m *Map) Number(key string, n int) { m.Plain(key, strconv.Itoa(n)) }

// Plain adds a value that needs no quotes, unless it is empty.
func (m *Map) Plain(key, value string) {
	if value != "" {
		m.Node(key, &yaml.Node{Kind: yaml.ScalarNode, Value: value})
	}
}

// Block returns the mapping with a line for each key.
func (m *Map) Block() *yaml.Node { return &yaml.Node{Kind: yaml.MappingNode, Content: m.content} }

// Flow returns the mapping on one line.
func (m *Map) Flow() *yaml.Node {
	return &yaml.Node{Kind: yaml.MappingNode, Style: yaml.FlowStyle, Content: m.content}
}

// Bytes returns the mapping as a file.
func (m *Map) Bytes() ([]byte, error) {
	var out bytes.Buffer
	encoder := yaml.NewEncoder(&out)
	encoder.SetIndent(2)
	if err := encoder.Encode(m.Block()); err != nil {
		return nil, err
	}
	return out.Bytes(), encoder.Close()
}

// List builds a list. The zero List is empty.
type List struct{ content []*yaml.Node }

// Add adds an element.
func (l *List) Add(n *yaml.Node) { l.content = append(l.content, n) }

// Block returns the list with a line for each element.
func (l *List) Block() *yaml.Node { return &yaml.Node{Kind: yaml.SequenceNode, Content: l.content} }

func (l *List) flow() *yaml.Node {
	return &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle, Content: l.content}
}

// Text returns s as a scalar that every YAML reader takes for text.
func Text(s string) *yaml.Node {
	var n yaml.Node
	n.SetString(s)
	return &n
}

// Lines returns "12" or "12-20".
func Lines(first, last int) string {
	if last > first {
		return fmt.Sprintf("%d-%d", first, last)
	}
	return strconv.Itoa(first)
}
