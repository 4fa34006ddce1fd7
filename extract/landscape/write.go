package landscape

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"

	"gopkg.in/yaml.v3"
)

// write returns the YAML: categories in the order of the landscape, projects in
// that of their slugs.
func write(url string, categories []category, projects []*project) ([]byte, error) {
	slices.SortFunc(projects, func(a, b *project) int { return cmp.Compare(a.slug, b.slug) })
	var root, source block
	source.text("url", url)
	source.text("title", "CNCF landscape (landscape.yml)")
	source.text("license", "Apache-2.0 OR CC-BY-4.0")
	source.number("history_rank", 2)
	root.node("source", source.mapping())

	list := &yaml.Node{Kind: yaml.SequenceNode}
	for _, c := range categories {
		var b block
		b.text("name", c.name)
		b.number("line", c.line)
		list.Content = append(list.Content, b.flow())
	}
	root.node("categories", list)

	list = &yaml.Node{Kind: yaml.SequenceNode}
	for _, p := range projects {
		list.Content = append(list.Content, p.yaml())
	}
	root.node("projects", list)

	var out bytes.Buffer
	encoder := yaml.NewEncoder(&out)
	encoder.SetIndent(2)
	if err := encoder.Encode(root.mapping()); err != nil {
		return nil, err
	}
	return out.Bytes(), encoder.Close()
}

func (p *project) yaml() *yaml.Node {
	var b block
	b.text("name", p.name)
	b.text("slug", p.slug)
	b.texts("aliases", p.aliases)
	b.item(p.item)
	if p.parent.value != "" {
		var parent block
		parent.text("name", p.parent.value)
		parent.number("line", p.parent.line)
		b.node("parent", parent.flow())
	}
	if names := p.integratedNames(); len(names) > 0 {
		var list block
		list.texts("names", names)
		list.number("line", p.integrations.line)
		b.node("integrations", list.flow())
	}
	milestones := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}
	for _, m := range p.milestones {
		var one block
		one.plain(string(m.level), m.date.value)
		one.number("line", m.date.line)
		milestones.Content = append(milestones.Content, one.flow())
	}
	if len(milestones.Content) > 0 {
		b.node("milestones", milestones)
	}
	also := &yaml.Node{Kind: yaml.SequenceNode}
	for _, other := range p.also {
		var one block
		one.item(other)
		also.Content = append(also.Content, one.flow())
	}
	if len(also.Content) > 0 {
		b.node("also", also)
	}
	return b.mapping()
}

// block builds a mapping; it writes no empty values.
type block struct{ content []*yaml.Node }

func (b *block) node(key string, n *yaml.Node) {
	b.content = append(b.content, &yaml.Node{Kind: yaml.ScalarNode, Value: key}, n)
}

func (b *block) text(key, value string) {
	if value != "" {
		b.node(key, scalarNode(value))
	}
}

func (b *block) texts(key string, values []string) {
	if len(values) == 0 {
		return
	}
	list := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}
	for _, v := range values {
		list.Content = append(list.Content, scalarNode(v))
	}
	b.node(key, list)
}

func (b *block) number(key string, n int) { b.plain(key, fmt.Sprint(n)) }

// plain writes a value that needs no quotes.
func (b *block) plain(key, value string) {
	b.node(key, &yaml.Node{Kind: yaml.ScalarNode, Value: value})
}

func (b *block) item(it item) {
	lines := fmt.Sprint(it.lines.first)
	if it.lines.last > it.lines.first {
		lines = fmt.Sprintf("%d-%d", it.lines.first, it.lines.last)
	}
	b.text("lines", lines)
	b.texts("categories", it.categories)
	b.text("homepage", it.homepage)
	b.texts("repositories", it.repositories)
}

func (b *block) mapping() *yaml.Node { return &yaml.Node{Kind: yaml.MappingNode, Content: b.content} }

func (b *block) flow() *yaml.Node {
	return &yaml.Node{Kind: yaml.MappingNode, Style: yaml.FlowStyle, Content: b.content}
}

// scalarNode returns s as a scalar that every YAML reader takes for text.
func scalarNode(s string) *yaml.Node {
	var n yaml.Node
	n.SetString(s)
	return &n
}
