package queries

import (
	"context"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// TimelineOptions say what a timeline holds.
type TimelineOptions struct {
	Talks bool // talks about the project too, not only its milestones
	Limit int  // most entries, the latest; 0 for all
}

// Timeline is what happened to a project, the earliest first.
type Timeline struct {
	Project  Entity          `json:"project"`
	Maturity Text            `json:"maturity"` // the level at the end
	Entries  []TimelineEntry `json:"entries"`
	Omitted  int             `json:"omitted"` // earlier entries beyond the limit
}

// TimelineEntry is something that happened on a date.
type TimelineEntry struct {
	Date     string         `json:"date"` // YYYY-MM-DD, or less of it, as the source states it
	Kind     string         `json:"kind"` // "milestone" or "talk"
	Level    vocab.Level    `json:"level,omitempty"`
	Talk     *Entity        `json:"talk,omitempty"`
	Text     string         `json:"text"` // in words
	Evidence vocab.Evidence `json:"evidence"`
}

// ProjectTimeline returns the dated milestones of the project and, if asked, the
// talks about it. The milestones are those of one history, the one that counts;
// of a date that lacks the day, its last day is the place in the order.
func ProjectTimeline(ctx context.Context, g *graph.Graph, project string, opts *TimelineOptions) (*Timeline, error) {
	if opts == nil {
		opts = &TimelineOptions{}
	}
	id, err := Find(ctx, g, project, &FindOptions{Kinds: []vocab.Kind{vocab.KindProject}})
	if err != nil {
		return nil, err
	}
	t := &Timeline{Project: entity(g, id), Entries: []TimelineEntry{}}
	list, err := Projects(ctx, g, &Filter{Names: []string{t.Project.Ref()}})
	if err != nil {
		return nil, err
	}
	for _, p := range list.Projects {
		t.Maturity = p.Maturity
		for _, m := range p.Milestones {
			t.Entries = append(t.Entries, TimelineEntry{Date: m.Date, Kind: "milestone", Level: m.Level, Text: milestoneText(m.Level), Evidence: m.Evidence})
		}
	}
	if opts.Talks {
		if err := t.addTalks(ctx, g); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(t.Entries, func(a, b TimelineEntry) int {
		return strings.Compare(vocab.LastDay(a.Date), vocab.LastDay(b.Date))
	})
	if n := len(t.Entries) - opts.Limit; opts.Limit > 0 && n > 0 {
		t.Entries, t.Omitted = t.Entries[n:], n
	}
	return t, nil
}

// addTalks adds the talks about the project that have a date.
func (t *Timeline) addTalks(ctx context.Context, g *graph.Graph) error {
	talks, err := Talks(ctx, g, &Filter{Project: t.Project.Ref()})
	if err != nil {
		return err
	}
	for _, talk := range slices.Backward(talks.Talks) { // the earliest first
		if talk.Date == "" || len(talk.Evidence) == 0 {
			continue
		}
		text := talk.Title
		if talk.Event != nil {
			text += ", at " + talk.Event.Name
		}
		t.Entries = append(t.Entries, TimelineEntry{
			Date: string(talk.Date), Kind: "talk", Text: text, Evidence: talk.Evidence[0],
			Talk: &Entity{ID: talk.ID, Name: talk.Title, Kind: vocab.KindTalk},
		})
	}
	return nil
}

// milestoneText says in words what a milestone is.
func milestoneText(level vocab.Level) string {
	switch level {
	case vocab.Accepted:
		return "accepted by the CNCF"
	case vocab.Archived:
		return "archived"
	case vocab.Sandbox, vocab.Incubating, vocab.Graduated:
		return "at level " + string(level)
	}
	return string(level)
}
