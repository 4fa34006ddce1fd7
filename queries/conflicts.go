package queries

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// ConflictKind is what two sources disagree in.
type ConflictKind string

// The kinds of conflicts.
const (
	// ConflictDate: both histories have the level, from different days on.
	ConflictDate ConflictKind = "date"
	// ConflictLevel: one history has a level that the other has not, though it
	// tells of that time.
	ConflictLevel ConflictKind = "level"
	// ConflictStatement: a document says of a project what its history at the
	// document's date, or at the date that it names, does not bear out.
	ConflictStatement ConflictKind = "statement"
)

// ConflictKinds lists the kinds of conflicts.
var ConflictKinds = [...]ConflictKind{ConflictDate, ConflictLevel, ConflictStatement}

// ConflictOptions say which conflicts are wanted.
type ConflictOptions struct {
	Projects []string       // of these projects; none for all
	Kinds    []ConflictKind // of these kinds; none for all
	Limit    int            // most conflicts; 0 for all
}

// ConflictList is a list of conflicts.
type ConflictList struct {
	Conflicts []Conflict `json:"conflicts"`
	Omitted   int        `json:"omitted"` // conflicts beyond the limit
}

// Conflict is a disagreement on the maturity of a project.
type Conflict struct {
	Kind    ConflictKind `json:"kind"`
	Project Entity       `json:"project"`
	Level   vocab.Level  `json:"level"` // that is in question
	Text    string       `json:"text"`  // in words
	Counts  ConflictSide `json:"counts"`
	Other   ConflictSide `json:"other"`
}

// ConflictSide is what one source says. Where it lacks the level in question, that
// is what it says of the time instead.
type ConflictSide struct {
	Source   Entity         `json:"source"`
	Level    vocab.Level    `json:"level"`
	Date     Text           `json:"date"` // null for a level said without one, in a source without one
	Evidence vocab.Evidence `json:"evidence"`
}

// Conflicts lists where sources disagree on the maturity of projects, in the order
// of the projects' names: each whole history with the one that counts, and what
// documents say with that one. Days that a source says less exactly, as a month or
// a year, are in no conflict with a day in them. A list that was watched
// ([vocab.RankObserved]) shows levels some time after they were reached, so that
// it contradicts only what it shows too early or not at all. Projects without a
// history are in no conflict.
func Conflicts(ctx context.Context, g *graph.Graph, opts *ConflictOptions) (*ConflictList, error) {
	if opts == nil {
		opts = &ConflictOptions{}
	}
	for _, k := range opts.Kinds {
		if !slices.Contains(ConflictKinds[:], k) {
			return nil, optionErrorf("unknown kind of conflict %q; one of date, level, statement", k)
		}
	}
	projects, err := findAll(ctx, g, opts.Projects, vocab.KindProject)
	if err != nil {
		return nil, err
	}
	if len(opts.Projects) == 0 {
		projects = slices.Collect(instances(g, vocab.Project))
	}
	h := newHistories(g)
	if len(projects) > many {
		h.askForMany()
	}
	var found []Conflict
	for _, id := range projects {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		found = append(found, h.conflictsOf(id)...)
	}
	found = slices.DeleteFunc(found, func(c Conflict) bool { return len(opts.Kinds) > 0 && !slices.Contains(opts.Kinds, c.Kind) })
	slices.SortStableFunc(found, func(a, b Conflict) int { return compareEntities(a.Project, b.Project) })
	list := &ConflictList{}
	list.Conflicts, list.Omitted = limited(found, opts.Limit)
	list.Conflicts = notNil(list.Conflicts)
	return list, nil
}

// conflictsOf returns the conflicts on the project: with other histories in the
// order of their precedence, then with documents in the order of source and line.
func (h *histories) conflictsOf(project graph.ID) []Conflict {
	all := h.all(project)
	if len(all) == 0 {
		return nil
	}
	counts := all[0]
	var list []Conflict
	for _, other := range all[1:] {
		list = append(list, h.compareHistories(project, counts, other)...)
	}
	return append(list, h.heldAgainst(project, counts)...)
}

// conflict returns a conflict of what the two sources say.
func (h *histories) conflict(kind ConflictKind, project graph.ID, level vocab.Level, counts, other ConflictSide) Conflict {
	c := Conflict{Kind: kind, Project: entity(h.g, project), Level: level, Counts: counts, Other: other}
	phrase := func(s ConflictSide) string {
		if s.Date == "" {
			return string(s.Level)
		}
		return fmt.Sprintf("%s %s", s.Level, s.Date)
	}
	c.Text = fmt.Sprintf("%s says %s, %s says %s", counts.Source.Name, phrase(counts), other.Source.Name, phrase(other))
	return c
}

// side returns what the milestone of the source says.
func (h *histories) side(source graph.ID, m Milestone) ConflictSide {
	return ConflictSide{Source: entity(h.g, source), Level: m.Level, Date: Text(m.Date), Evidence: m.Evidence}
}

// heldAgainst returns the statements of documents that the history does not bear
// out: levels on a date that they give or, without one, on that of the document;
// and of a document without one, levels that the project never had.
func (h *histories) heldAgainst(project graph.ID, history sourceHistory) []Conflict {
	var list []Conflict
	hold := func(s graph.Statement, source graph.ID, level vocab.Level, date string, borneOut bool) {
		if borneOut {
			return
		}
		at := levelAt(history.milestones, vocab.LastDay(date))
		said := ConflictSide{Source: entity(h.g, source), Level: level, Date: Text(date), Evidence: h.g.Evidence(s.Label)}
		list = append(list, h.conflict(ConflictStatement, project, level, h.side(history.source, at), said))
	}
	for _, level := range vocab.Levels {
		for s := range h.g.Statements(project, level.Predicate(), 0) {
			source := h.g.Source(s.Label)
			if date := h.g.Term(s.Object).Value; h.rank(source).rank == unranked && vocab.LastDay(date) != "" {
				hold(s, source, level, date, reached(history.milestones, level, date))
			}
		}
	}
	for s := range h.g.Statements(project, vocab.Status, 0) {
		level, ok := vocab.LevelOf(h.g.Term(s.Object).Value)
		source := h.g.Source(s.Label)
		if date := h.g.Value(source, vocab.Issued); ok {
			hold(s, source, level, date, heldLevel(history.milestones, level, date))
		}
	}
	slices.SortStableFunc(list, func(a, b Conflict) int {
		return cmp.Or(strings.Compare(a.Other.Evidence.Source, b.Other.Evidence.Source), cmp.Compare(a.Other.Evidence.Line, b.Other.Evidence.Line))
	})
	return list
}
