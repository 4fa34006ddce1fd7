package landscape

import (
	"cmp"
	"slices"

	"gopkg.in/yaml.v3"

	"github.com/cncfgraph/cncfgraph/extract/record"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/internal/yamlmap"
)

// write returns the YAML: categories in the order of the landscape, projects in
// that of their slugs, faults in that of their lines.
func write(url string, categories []category, projects []*project, faults []record.Fault) ([]byte, error) {
	slices.SortFunc(projects, func(a, b *project) int { return cmp.Compare(a.slug, b.slug) })
	var root, source yamlmap.Map
	source.Text("url", url)
	source.Text("title", "CNCF landscape (landscape.yml)")
	source.Text("license", "Apache-2.0 OR CC-BY-4.0")
	source.Number("history_rank", vocab.RankLandscape)
	root.Node("source", source.Block())

	list := &yaml.Node{Kind: yaml.SequenceNode}
	for _, c := range categories {
		var b yamlmap.Map
		b.Text("name", c.name)
		b.Number("line", c.line)
		list.Content = append(list.Content, b.Flow())
	}
	root.Node("categories", list)

	list = &yaml.Node{Kind: yaml.SequenceNode}
	for _, p := range projects {
		list.Content = append(list.Content, p.yaml())
	}
	root.Node("projects", list)

	list = &yaml.Node{Kind: yaml.SequenceNode}
	for _, f := range faults {
		var b yamlmap.Map
		b.Text("rule", string(f.Rule))
		b.Text("text", f.Text)
		b.Number("line", f.Line)
		list.Content = append(list.Content, b.Flow())
	}
	if len(faults) > 0 {
		root.Node("faults", list)
	}
	return root.Bytes()
}

func (p *project) yaml() *yaml.Node {
	var b yamlmap.Map
	b.Text("name", p.name)
	b.Text("slug", p.slug)
	b.Texts("aliases", p.aliases)
	addItem(&b, p.item)
	if p.parent.value != "" {
		var parent yamlmap.Map
		parent.Text("name", p.parent.value)
		parent.Number("line", p.parent.line)
		b.Node("parent", parent.Flow())
	}
	if names := p.integratedNames(); len(names) > 0 {
		var list yamlmap.Map
		list.Texts("names", names)
		list.Number("line", p.integrations.line)
		b.Node("integrations", list.Flow())
	}
	milestones := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}
	for _, m := range p.milestones {
		var one yamlmap.Map
		one.Plain(string(m.level), m.date.value)
		one.Number("line", m.date.line)
		milestones.Content = append(milestones.Content, one.Flow())
	}
	if len(milestones.Content) > 0 {
		b.Node("milestones", milestones)
	}
	also := &yaml.Node{Kind: yaml.SequenceNode}
	for _, other := range p.also {
		var one yamlmap.Map
		addItem(&one, other)
		also.Content = append(also.Content, one.Flow())
	}
	if len(also.Content) > 0 {
		b.Node("also", also)
	}
	return b.Block()
}

// addItem adds the facts of an item.
func addItem(b *yamlmap.Map, it item) {
	b.Text("lines", yamlmap.Lines(it.lines.first, it.lines.last))
	b.Texts("categories", it.categories)
	b.Text("homepage", it.homepage)
	b.Texts("repositories", it.repositories)
}
