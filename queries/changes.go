package queries

import (
	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Changes is what is different between two graphs, or came in a stretch of time.
type Changes struct {
	Levels   []LevelChange `json:"levels"`   // projects that are at another level
	Redated  []Redating    `json:"redated"`  // levels that are dated otherwise
	Projects EntityChanges `json:"projects"` // that came and went; in time, into the CNCF and into its archive
	Talks    EntityChanges `json:"talks"`
	Speakers EntityChanges `json:"speakers"`
	Events   EntityChanges `json:"events"`
	Merged   []MergeChange `json:"merged"` // that were several and are one
	Parted   []MergeChange `json:"parted"` // that were one and are several
}

// LevelChange is a project that moved from one maturity level to another.
type LevelChange struct {
	Project  Entity           `json:"project"`
	From     Text             `json:"from"` // null before the first
	To       Text             `json:"to"`   // null where a project has none any more
	Date     Text             `json:"date"` // of the move
	Evidence []vocab.Evidence `json:"evidence"`
}

// Redating is a level that a project's history dates otherwise than before.
type Redating struct {
	Project  Entity           `json:"project"`
	Level    vocab.Level      `json:"level"`
	From     string           `json:"from"`
	To       string           `json:"to"`
	Evidence []vocab.Evidence `json:"evidence"` // as it is, then as it was
}

// EntityChanges are the entities of a kind that came and those that went, in the
// order of names.
type EntityChanges struct {
	New     []EntityChange `json:"new"`
	Gone    []EntityChange `json:"gone"`
	Omitted int            `json:"omitted"` // entities beyond the limit
}

// EntityChange is an entity that came or went.
type EntityChange struct {
	Entity
	Date     Text             `json:"date"`
	Evidence []vocab.Evidence `json:"evidence"`
}

// MergeChange is entities that are one in one graph and several in the other.
type MergeChange struct {
	One     Entity   `json:"one"`
	Several []Entity `json:"several"`
	Reasons []string `json:"reasons"` // in words, in the graph in which they are one
}

// Count returns how many changes there are, those beyond the limit too.
func (c *Changes) Count() int {
	n := len(c.Levels) + len(c.Redated) + len(c.Merged) + len(c.Parted)
	for _, e := range []EntityChanges{c.Projects, c.Talks, c.Speakers, c.Events} {
		n += len(e.New) + len(e.Gone) + e.Omitted
	}
	return n
}

// newChanges returns no changes.
func newChanges() *Changes {
	none := func() EntityChanges { return EntityChanges{New: []EntityChange{}, Gone: []EntityChange{}} }
	return &Changes{
		Levels: []LevelChange{}, Redated: []Redating{}, Merged: []MergeChange{}, Parted: []MergeChange{},
		Projects: none(), Talks: none(), Speakers: none(), Events: none(),
	}
}

// of returns the changes of the entities of the kind.
func (c *Changes) of(k vocab.Kind) *EntityChanges {
	switch k {
	case vocab.KindProject:
		return &c.Projects
	case vocab.KindTalk:
		return &c.Talks
	case vocab.KindSpeaker:
		return &c.Speakers
	}
	return &c.Events
}

// changedKinds are the kinds that come and go, with their classes.
var changedKinds = [...]struct {
	kind  vocab.Kind
	class string
}{
	{vocab.KindProject, vocab.Project}, {vocab.KindTalk, vocab.Talk}, {vocab.KindSpeaker, vocab.Person}, {vocab.KindEvent, vocab.Event},
}

// entityChange returns the entity id of g as it came or went.
func entityChange(g *graph.Graph, id graph.ID) EntityChange {
	return EntityChange{Entity: entity(g, id), Date: Text(g.Date(id)), Evidence: typeEvidence(g, id)}
}

// trim leaves at most n of the entities that came and n of those that went.
func (e *EntityChanges) trim(n int) {
	var left int
	e.New, left = limited(e.New, n)
	e.Omitted += left
	e.Gone, left = limited(e.Gone, n)
	e.Omitted += left
}
