package landscape

import (
	"errors"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/cncfgraph/cncfgraph/extract/record"
)

// category is a category ("Runtime") or a subcategory ("Runtime / Container
// Runtime") of the landscape.
type category struct {
	name string
	line int
}

// item is a software item of the landscape. Lines count from 1.
type item struct {
	name         string
	lines        span
	categories   []string
	homepage     string
	repositories []string
	project      fact // CNCF level: sandbox, incubating, graduated, archived
	dates        map[string]fact
	parent       fact
	integrations fact // prose-like list of names
}

// fact is a value and its line; the zero fact is none.
type fact struct {
	value string
	line  int
}

// span is a run of lines.
type span struct{ first, last int }

// excluded are the categories that list companies, not software.
var excluded = []string{"CNCF Members", "Special"}

// separator stands between a category and a subcategory.
const separator = " / "

type reader struct {
	text       []string
	categories []category
	items      []*item
	problems   *[]record.Problem
}

func (r *reader) landscape(root *yaml.Node) error {
	if len(root.Content) != 1 {
		return lineError(1, "no landscape")
	}
	top, err := fields(root.Content[0])
	if err != nil {
		return err
	}
	if top["landscape"] == nil {
		return lineError(1, "no landscape")
	}
	return each(top["landscape"], func(n *yaml.Node) error {
		f, name, err := named(n)
		if err != nil || slices.Contains(excluded, name.value) {
			return err
		}
		r.categories = append(r.categories, category{name.value, name.line})
		return each(f["subcategories"], func(n *yaml.Node) error { return r.subcategory(name.value, n) })
	})
}

func (r *reader) subcategory(above string, n *yaml.Node) error {
	f, name, err := named(n)
	if err != nil {
		return err
	}
	path := above + separator + name.value
	r.categories = append(r.categories, category{path, name.line})
	return each(f["items"], func(n *yaml.Node) error {
		if err := r.item(path, n); err != nil {
			*r.problems = append(*r.problems, problemOf(err)) // the next item may be sound
		}
		return nil
	})
}

func (r *reader) item(category string, n *yaml.Node) error {
	f, name, err := named(n)
	if err != nil {
		return err
	}
	it := &item{
		name:       name.value,
		lines:      span{n.Line, r.lastLine(n)},
		categories: []string{category},
		homepage:   scalar(f["homepage_url"]).value,
		project:    scalar(f["project"]),
		dates:      map[string]fact{},
	}
	if repo := scalar(f["repo_url"]); repo.value != "" {
		it.repositories = append(it.repositories, repo.value)
	}
	err = errors.Join(
		each(f["second_path"], func(n *yaml.Node) error {
			it.categories = appendNew(it.categories, scalar(n).value)
			return nil
		}),
		each(f["additional_repos"], func(n *yaml.Node) error {
			more, err := fields(n)
			it.repositories = appendNew(it.repositories, scalar(more["repo_url"]).value)
			return err
		}),
		it.extra(f["extra"]))
	if err == nil {
		r.items = append(r.items, it)
	}
	return err
}

// extra reads the item's "extra" block.
func (it *item) extra(n *yaml.Node) error {
	if n == nil || n.Tag == "!!null" {
		return nil
	}
	f, err := fields(n)
	if err != nil {
		return err
	}
	for _, key := range []string{"accepted", "incubating", "graduated", "archived"} {
		if date := scalar(f[key]); date.value != "" {
			it.dates[key] = date
		}
	}
	it.parent = scalar(f["parent_project"])
	it.integrations = scalar(f["summary_integrations"])
	if it.integrations.value == "" {
		it.integrations = scalar(f["summary_integration"])
	}
	return nil
}

// lastLine returns the last line of the element n of a block list: the last one
// that is neither blank nor less indented than its first key.
func (r *reader) lastLine(n *yaml.Node) int {
	last := n.Line
	for i := n.Line; i < len(r.text); i++ { // text[i] is line i+1
		body := strings.TrimLeft(r.text[i], " ")
		if strings.TrimSpace(body) == "" {
			continue
		}
		if len(r.text[i])-len(body) < n.Column-1 {
			break
		}
		last = i + 1
	}
	return last
}

// fields returns the values of a mapping by their keys.
func fields(n *yaml.Node) (map[string]*yaml.Node, error) {
	if n.Kind != yaml.MappingNode {
		return nil, lineError(n.Line, "not a mapping")
	}
	f := make(map[string]*yaml.Node, len(n.Content)/2)
	for i := 0; i < len(n.Content); i += 2 {
		key := n.Content[i]
		if f[key.Value] != nil {
			return nil, lineError(key.Line, "key %q is repeated", key.Value)
		}
		f[key.Value] = n.Content[i+1]
	}
	return f, nil
}

// each calls do for every element of a list. No list and null are empty lists.
func each(n *yaml.Node, do func(*yaml.Node) error) error {
	if n == nil || n.Tag == "!!null" {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		return lineError(n.Line, "not a list")
	}
	for _, element := range n.Content {
		if err := do(element); err != nil {
			return err
		}
	}
	return nil
}

// named returns the values of a mapping by their keys, and that of "name", which it
// must have.
func named(n *yaml.Node) (f map[string]*yaml.Node, name fact, err error) {
	if f, err = fields(n); err != nil {
		return nil, name, err
	}
	if name = scalar(f["name"]); name.value == "" {
		return nil, name, lineError(n.Line, `no "name"`)
	}
	return f, name, nil
}

// scalar returns the trimmed text of n, the zero fact where n is none.
func scalar(n *yaml.Node) fact {
	if n == nil || n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
		return fact{}
	}
	return fact{strings.TrimSpace(n.Value), n.Line}
}

// appendNew appends s unless it is empty or there already.
func appendNew(list []string, s string) []string {
	if s == "" || slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}
