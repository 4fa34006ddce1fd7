package landscape

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/cncfgraph/cncfgraph/extract/record"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// entry is an item as a mapping, or another block of the file.
type entry struct {
	name string // "" for a category or subcategory
	line int
	keys []*yaml.Node // keys and values in turn
}

// inspector looks for what is wrong in the form of a landscape.yml, beside what
// its items say: it compares each with the others.
type inspector struct {
	blocks map[string][]entry // by the key that the entries begin with
	extras []entry            // the blocks "extra" of the items
	faults []record.Fault
}

// inspect returns the faults of the landscape below root, in the order of lines.
func inspect(root *yaml.Node) []record.Fault {
	in := inspector{blocks: map[string][]entry{}}
	in.gather(root)
	for _, key := range []string{"category", "subcategory", "item"} {
		in.leadingKey(key, in.blocks[key])
	}
	in.drift(in.blocks["item"])
	in.drift(in.extras)
	in.misplaced()
	in.types()
	in.names()
	slices.SortStableFunc(in.faults, func(a, b record.Fault) int { return a.Line - b.Line })
	return in.faults
}

func (in *inspector) fault(rule vocab.Fault, line int, format string, args ...any) {
	in.faults = append(in.faults, record.Fault{Rule: rule, Line: line, Text: fmt.Sprintf(format, args...)})
}

// gather collects the entries of the categories that list software.
func (in *inspector) gather(root *yaml.Node) {
	if len(root.Content) != 1 {
		return
	}
	for _, category := range elements(value(root.Content[0], "landscape")) {
		name := scalar(value(category, "name")).value
		if slices.Contains(excluded, name) {
			continue
		}
		in.add("category", "", category)
		for _, sub := range elements(value(category, "subcategories")) {
			in.add("subcategory", "", sub)
			items := elements(value(sub, "items"))
			if len(items) == 0 {
				in.fault(vocab.EmptyCategory, sub.Line, "%s%s%s has no items", name, separator, scalar(value(sub, "name")).value)
			}
			for _, item := range items {
				in.add("item", scalar(value(item, "name")).value, item)
				if extra := value(item, "extra"); extra != nil && extra.Kind == yaml.MappingNode {
					in.extras = append(in.extras, entry{scalar(value(item, "name")).value, extra.Line, extra.Content})
				}
			}
		}
	}
}

func (in *inspector) add(key, name string, n *yaml.Node) {
	if n.Kind == yaml.MappingNode {
		in.blocks[key] = append(in.blocks[key], entry{name, n.Line, n.Content})
	}
}

// elements returns the elements of a list, none of what is no list.
func elements(n *yaml.Node) []*yaml.Node {
	if n == nil || n.Kind != yaml.SequenceNode {
		return nil
	}
	return n.Content
}

// value returns the value of a mapping's key, nil where it has none.
func value(n *yaml.Node, key string) *yaml.Node {
	if n.Kind != yaml.MappingNode {
		return nil
	}
	return entry{keys: n.Content}.value(key)
}

func (e entry) value(key string) *yaml.Node {
	for i := 0; i+1 < len(e.keys); i += 2 {
		if e.keys[i].Value == key {
			return e.keys[i+1]
		}
	}
	return nil
}

// uses counts in how many entries each key stands.
func uses(entries []entry) map[string]int {
	count := map[string]int{}
	for _, e := range entries {
		for i := 0; i+1 < len(e.keys); i += 2 {
			count[e.keys[i].Value]++
		}
	}
	return count
}

// leadingKey tells whether the key that entries begin with lacks its value in all
// of them, and the entries that lack the key while most have it.
func (in *inspector) leadingKey(key string, entries []entry) {
	with, valued, first := 0, 0, 0
	for _, e := range entries {
		v := e.value(key)
		if v == nil {
			continue
		}
		with++
		if first == 0 {
			first = e.line
		}
		if scalar(v).value != "" || len(v.Content) > 0 {
			valued++
		}
	}
	if with > 1 && valued == 0 {
		in.fault(vocab.NullKey, first, "%q has no value in any of %d entries", key, with)
	}
	for _, e := range entries {
		if e.value(key) == nil && 2*with > len(entries) {
			in.fault(vocab.MissingKey, e.line, "%s: no %q, which %d of %d entries have", e.name, key, with, len(entries))
		}
	}
}

// drift finds keys that are a letter away from a key that stands in more entries.
func (in *inspector) drift(entries []entry) {
	count := uses(entries)
	keys := slices.Sorted(maps.Keys(count))
	usual := map[string]string{}
	for _, k := range keys {
		for _, other := range keys {
			if count[other] > count[k] && oneLetterOff(k, other) && count[other] > count[usual[k]] {
				usual[k] = other
			}
		}
	}
	for _, e := range entries {
		for i := 0; i+1 < len(e.keys); i += 2 {
			if k := e.keys[i]; usual[k.Value] != "" {
				in.fault(vocab.KeyDrift, k.Line, "%s: %q (%d times) is %q (%d times) elsewhere", e.name, k.Value, count[k.Value], usual[k.Value], count[usual[k.Value]])
			}
		}
	}
}

// oneLetterOff tells whether one of the keys has a letter more than the other.
func oneLetterOff(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) != 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return a[i:] == b[i+1:]
}

// misplaced finds keys of items inside "extra", where hardly any item has them.
func (in *inspector) misplaced() {
	outside, inside := uses(in.blocks["item"]), uses(in.extras)
	for _, e := range in.extras {
		for i := 0; i+1 < len(e.keys); i += 2 {
			if k := e.keys[i]; outside[k.Value] > 10*inside[k.Value] {
				in.fault(vocab.MisplacedKey, k.Line, "%s: %q inside extra, which %d items have outside of it", e.name, k.Value, outside[k.Value])
			}
		}
	}
}

// types finds values that are a text where the key mostly has a mapping or a
// list, or the other way round.
func (in *inspector) types() {
	for _, entries := range [][]entry{in.blocks["item"], in.extras} {
		count := map[string]map[yaml.Kind]int{}
		each := func(use func(e entry, k, v *yaml.Node)) {
			for _, e := range entries {
				for i := 0; i+1 < len(e.keys); i += 2 {
					if e.keys[i+1].Tag != "!!null" {
						use(e, e.keys[i], e.keys[i+1])
					}
				}
			}
		}
		each(func(_ entry, k, v *yaml.Node) {
			if count[k.Value] == nil {
				count[k.Value] = map[yaml.Kind]int{}
			}
			count[k.Value][v.Kind]++
		})
		each(func(e entry, k, v *yaml.Node) {
			for _, kind := range [...]yaml.Kind{yaml.ScalarNode, yaml.MappingNode, yaml.SequenceNode} {
				if n := count[k.Value][kind]; n > count[k.Value][v.Kind] {
					in.fault(vocab.MixedType, k.Line, "%s: %q is %s, but %s %d times", e.name, k.Value, kindNames[v.Kind], kindNames[kind], n)
					break
				}
			}
		})
	}
}

var kindNames = map[yaml.Kind]string{yaml.ScalarNode: "a text", yaml.MappingNode: "a mapping", yaml.SequenceNode: "a list", yaml.AliasNode: "an alias"}

// names finds items of one name, and items "X (Wasm)" beside an item X.
func (in *inspector) names() {
	first := map[string]entry{}
	for _, e := range in.blocks["item"] {
		key := vocab.Slug(e.name)
		if other, ok := first[key]; ok && key != "" {
			in.fault(vocab.DuplicateName, e.line, "%s: the name of the item on line %d too", e.name, other.line)
			continue
		}
		first[key] = e
	}
	for _, e := range in.blocks["item"] {
		base, shadow := strings.CutSuffix(strings.ToLower(e.name), "(wasm)")
		if other, ok := first[vocab.Slug(base)]; ok && shadow {
			in.fault(vocab.ShadowItem, e.line, "%s: repeats %s of line %d", e.name, other.name, other.line)
		}
	}
}
