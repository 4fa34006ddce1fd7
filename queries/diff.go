package queries

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// DiffOptions bound what Diff and Since return.
type DiffOptions struct {
	Limit int // most entities of a kind that came, and that went; 0 for all
}

// Diff returns what changed from the graph a to the graph b. An entity is the same
// in both if one of its ids is, even one that was merged away; or, as a source may
// have been given another key, if it has a name and what goes with it in common: a
// talk its event, an event its day, a speaker a talk, an employer, a project or a
// profile.
func Diff(ctx context.Context, a, b *graph.Graph, opts *DiffOptions) (*Changes, error) {
	c := newChanges()
	for _, k := range changedKinds {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		e := c.of(k.kind)
		come, gone := comers(a, b, k.kind, k.class), comers(b, a, k.kind, k.class)
		come, gone = unmatchedTraits(a, b, k.kind, come, gone)
		for _, id := range come {
			e.New = append(e.New, entityChange(b, id))
		}
		for _, id := range gone {
			e.Gone = append(e.Gone, entityChange(a, id))
		}
		c.Merged = append(c.Merged, joined(a, b, k.kind, k.class)...)
		c.Parted = append(c.Parted, joined(b, a, k.kind, k.class)...)
	}
	c.compareLevels(a, b)
	c.finish(opts)
	return c, nil
}

// finish sorts and trims the changes.
func (c *Changes) finish(opts *DiffOptions) {
	slices.SortFunc(c.Levels, func(x, y LevelChange) int {
		return cmp.Or(compareEntities(x.Project, y.Project), strings.Compare(string(x.Date), string(y.Date)))
	})
	slices.SortFunc(c.Redated, func(x, y Redating) int {
		return cmp.Or(compareEntities(x.Project, y.Project), strings.Compare(string(x.Level), string(y.Level)), strings.Compare(x.From, y.From))
	})
	for _, list := range [][]MergeChange{c.Merged, c.Parted} {
		slices.SortFunc(list, func(x, y MergeChange) int { return compareEntities(x.One, y.One) })
	}
	for _, k := range changedKinds {
		e := c.of(k.kind)
		for _, list := range [][]EntityChange{e.New, e.Gone} {
			slices.SortFunc(list, func(x, y EntityChange) int { return compareEntities(x.Entity, y.Entity) })
		}
		if opts != nil {
			e.trim(opts.Limit)
		}
	}
}

// idsOf returns all ids of the entity: its own, then those that were merged into it.
func idsOf(g *graph.Graph, id graph.ID) []string {
	_, slug := g.EntityID(id)
	ids := []string{slug}
	for old := range g.Subjects(vocab.SameAs, id) {
		_, slug := g.EntityID(old)
		ids = append(ids, slug)
	}
	return ids
}

// counterparts returns the entities of g that have one of the ids, in order of ID.
func counterparts(g *graph.Graph, k vocab.Kind, ids []string) []graph.ID {
	var found []graph.ID
	for _, slug := range ids {
		if id, ok := g.Entity(k, slug); ok && len(typeLabels(g, id)) > 0 && !slices.Contains(found, id) {
			found = append(found, id)
		}
	}
	slices.Sort(found)
	return found
}

// comers returns the entities of the class that b has, and a has under no id.
func comers(a, b *graph.Graph, k vocab.Kind, class string) []graph.ID {
	var list []graph.ID
	for id := range instances(b, class) {
		if len(counterparts(a, k, idsOf(b, id))) == 0 {
			list = append(list, id)
		}
	}
	return list
}

// joined returns the entities of the class that are several in a and one in b.
func joined(a, b *graph.Graph, k vocab.Kind, class string) []MergeChange {
	var list []MergeChange
	for id := range instances(b, class) {
		ids := idsOf(b, id)
		if len(ids) == 1 {
			continue
		}
		several := counterparts(a, k, ids)
		if len(several) < 2 {
			continue
		}
		m := MergeChange{One: entity(b, id), Several: entities(a, several), Reasons: []string{}}
		for _, merge := range merges(b, id) {
			if !slices.Contains(m.Reasons, merge.Reason) {
				m.Reasons = append(m.Reasons, merge.Reason)
			}
		}
		slices.Sort(m.Reasons)
		list = append(list, m)
	}
	return list
}

// compareLevels notes the projects of which b tells another level than a, or
// dates a level otherwise.
func (c *Changes) compareLevels(a, b *graph.Graph) {
	before, after := newHistories(a), newHistories(b)
	for id := range instances(b, vocab.Project) {
		now := after.of(id)
		var was []Milestone
		for _, old := range counterparts(a, vocab.KindProject, idsOf(b, id)) {
			was = before.of(old)
		}
		from, to := levelIn(was, ""), levelIn(now, "")
		if from != to {
			move := LevelChange{Project: entity(b, id), From: Text(from), To: Text(to), Evidence: []vocab.Evidence{}}
			if len(now) > 0 {
				at := levelAt(now, "")
				move.Date, move.Evidence = Text(at.Date), []vocab.Evidence{at.Evidence}
			} else {
				move.Evidence = append(move.Evidence, levelAt(was, "").Evidence)
			}
			c.Levels = append(c.Levels, move)
		}
		c.redate(entity(b, id), was, now)
	}
}

// redate notes the levels that both histories have, as often, from different days on.
func (c *Changes) redate(project Entity, was, now []Milestone) {
	for _, level := range vocab.Levels {
		of := func(m Milestone) bool { return m.Level != level }
		x, y := slices.DeleteFunc(slices.Clone(was), of), slices.DeleteFunc(slices.Clone(now), of)
		if len(x) != len(y) {
			continue // a level more or less is a move
		}
		for i := range x {
			if x[i].Date != y[i].Date {
				c.Redated = append(c.Redated, Redating{
					Project: project, Level: level, From: x[i].Date, To: y[i].Date, Evidence: []vocab.Evidence{y[i].Evidence, x[i].Evidence},
				})
			}
		}
	}
}
