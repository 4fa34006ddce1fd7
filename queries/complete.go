package queries

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Completion is a name that begins as what was typed does.
type Completion struct {
	Text   string // what Find finds the entity by
	Entity graph.ID
	Shared string // the name that was meant where others have it too, so that Text is "speaker/…"
}

// Completions returns how the beginning of a name may go on: for each entity of the
// kinds, any for none, an id, a name, an alias or a handle that begins with exactly
// these characters, the id where that does. A beginning such as "talk/na" goes on with
// ids of that kind, and a name by which Find finds another entity, or several, with the
// kind and id of each. They are in the order of the texts, then of ID.
func Completions(ctx context.Context, g *graph.Graph, beginning string, kinds ...vocab.Kind) ([]Completion, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if len(kinds) == 0 {
		kinds = vocab.Kinds[:]
	}
	c := completer{g: g, beginning: beginning, texts: map[graph.ID]keyed{}, bearers: map[string]int{}}
	if kind, id, ok := strings.Cut(beginning, "/"); ok && slices.Contains(kinds, vocab.Kind(kind)) {
		c.addIDs(vocab.Kind(kind), id, kind+"/")
	}
	for _, k := range kinds {
		c.addIDs(k, beginning, "")
	}
	c.addNames(kinds)
	list, err := c.list(ctx, kinds)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(list, func(a, b Completion) int {
		return cmp.Or(strings.Compare(a.Text, b.Text), cmp.Compare(a.Entity, b.Entity))
	})
	return list, nil
}

// completer gathers texts with one beginning, one for each entity.
type completer struct {
	g         *graph.Graph
	beginning string
	texts     map[graph.ID]keyed
	bearers   map[string]int // by key: how many entities have a text with it
}

// keyed is a text with the key that it shares with others spelt nearly so; "" for one
// that names a single entity.
type keyed struct{ text, key string }

// addIDs adds the ids of the kind that begin so, each behind prefix. The ids of sources
// are addresses, which nobody types.
func (c *completer) addIDs(k vocab.Kind, beginning, prefix string) {
	if k == vocab.KindSource {
		return
	}
	first := "<" + vocab.Entity(k, beginning).Value
	for id, to := c.g.Search(first), c.g.Search(first+"\xff"); id < to; id++ {
		if c.g.Canonical(id) != id {
			continue
		}
		_, slug := c.g.EntityID(id)
		key := ""
		if prefix == "" {
			key = nameKey(slug)
		}
		c.add(id, keyed{prefix + slug, key})
	}
}

// add adds text for the entity, unless it has one or the text does not begin so.
func (c *completer) add(id graph.ID, t keyed) {
	if _, known := c.texts[id]; !known && strings.HasPrefix(t.text, c.beginning) {
		c.texts[id] = t
		c.bearers[t.key]++
	}
}

// list returns the texts that were gathered, in any order. What several entities have
// is looked up, once for each text.
func (c *completer) list(ctx context.Context, kinds []vocab.Kind) ([]Completion, error) {
	list := make([]Completion, 0, len(c.texts))
	names := map[string]graph.ID{} // by text: the entity that Find finds, 0 for several
	for id, t := range c.texts {
		completion := Completion{Text: t.text, Entity: id}
		if t.key != "" && c.bearers[t.key] > 1 {
			found, known := names[t.text]
			if !known {
				var err error
				if found, err = Find(ctx, c.g, t.text, &FindOptions{Kinds: kinds}); err != nil && !errors.Is(err, ErrAmbiguous) {
					return nil, err
				}
				names[t.text] = found
			}
			if found != id {
				completion.Text, completion.Shared = entity(c.g, id).Ref(), t.text
			}
		}
		list = append(list, completion)
	}
	return list, nil
}

// addNames adds the names of entities of the kinds.
func (c *completer) addNames(kinds []vocab.Kind) {
	key := nameKey(c.beginning)
	if key == "" {
		return
	}
	r := newNameReader(c.g, kinds)
	for name, to := r.names.Beginning(key); name < to; name++ {
		if id, role := r.entity(name); role == properName || role == otherName {
			text := r.text(name)
			if strings.HasPrefix(c.beginning, "@") {
				text = "@" + text
			}
			c.add(id, keyed{text, r.names.Key(name)})
		}
	}
}
