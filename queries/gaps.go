package queries

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// GapOptions say which talks close a gap, and where gaps are looked for.
type GapOptions struct {
	Since    string        // only talks from this date on; "" for all, those without a date too
	Event    string        // only talks at the event, at a part of it, at an event of the series
	Maturity []vocab.Level // projects that are at one of the levels; none for all but archived
	Category string        // projects of the category, and categories below it
	Limit    int           // most projects, and most categories; 0 for all
}

// GapList is what talks do not cover.
type GapList struct {
	Event    *Entity `json:"event"`     // nil for all events
	Since    Text    `json:"since"`     // null for all time
	LevelsOn Text    `json:"levels_on"` // first day of the event; null for the latest levels

	Projects   []ProjectGap  `json:"projects"` // from graduated down, in each level the one without a talk for the longest first
	Omitted    int           `json:"omitted"`  // projects beyond the limit
	Categories []CategoryGap `json:"categories"`

	OmittedCategories int `json:"omitted_categories"` // categories beyond the limit
}

// ProjectGap is a CNCF project that no talk was about.
type ProjectGap struct {
	Entity
	Maturity   Text       `json:"maturity"`
	Milestone  Milestone  `json:"milestone"`  // with which it reached that level
	Categories []string   `json:"categories"` // in the order of their names
	LastTalk   *DatedTalk `json:"last_talk"`  // about it, at any event; nil where none with a date is known
	Undated    int        `json:"undated_talks"`
}

// DatedTalk is a talk with its date.
type DatedTalk struct {
	Entity
	Date     string           `json:"date"`
	Event    *Entity          `json:"event"` // nil where none is stated
	Evidence []vocab.Evidence `json:"evidence"`
}

// datedTalk returns the talk d.
func datedTalk(g *graph.Graph, d dated) *DatedTalk {
	t := &DatedTalk{Entity: entity(g, d.id), Date: d.date, Evidence: typeEvidence(g, d.id)}
	if event := eventOf(g, d.id); event != 0 {
		e := entity(g, event)
		t.Event = &e
	}
	return t
}

// CategoryGap is a category with CNCF projects, archived ones apart, and without a talk
// about any project in it.
type CategoryGap struct {
	Entity
	Projects int      `json:"project_count"`
	Names    []Entity `json:"projects"` // CNCF projects in it and below it
}

// Gaps returns the CNCF projects that no talk was about, and the categories with CNCF
// projects without a talk about a project in them. That a talk only names a project
// closes no gap. Levels are the latest, with an event those of its first day; where
// Maturity narrows the projects, no categories are returned, as these have no level.
func Gaps(ctx context.Context, g *graph.Graph, opts *GapOptions) (*GapList, error) {
	o := GapOptions{}
	if opts != nil {
		o = *opts
	}
	s, err := newSelection(ctx, g, &Filter{Since: o.Since, Event: o.Event, Category: o.Category, Maturity: o.Maturity}, vocab.KindProject,
		bySince, byEvent, byGroup, byMaturity)
	if err != nil {
		return nil, err
	}
	f := gapFinder{selection: s, cncf: levelled(g), dates: newTalkDates(g), shown: newEntityCache(g)}
	list := &GapList{Since: Text(o.Since)}
	if o.Event != "" {
		id, err := Find(ctx, g, o.Event, &FindOptions{Kinds: []vocab.Kind{vocab.KindEvent}})
		if err != nil {
			return nil, err
		}
		f.at = newReporter(g, id, nil)
		event := entity(g, id)
		list.Event = &event
		if !f.at.whole {
			list.LevelsOn = Text(f.at.levelDay())
		}
	}
	projects, err := f.projects(ctx)
	if err != nil {
		return nil, err
	}
	list.Projects, list.Omitted = limited(projects, o.Limit)
	list.Categories = []CategoryGap{}
	if len(o.Maturity) == 0 {
		list.Categories, list.OmittedCategories = limited(f.gapCategories(), o.Limit)
	}
	return list, nil
}

// gapFinder looks for what talks do not cover.
type gapFinder struct {
	*selection
	at    *reporter         // of the event, nil for all
	cncf  map[graph.ID]bool // projects of which a level is stated
	dates *talkDates
	shown *entityCache
}

// closes tells whether the talk closes a gap.
func (f gapFinder) closes(talk graph.ID) bool {
	return (f.at == nil || f.at.gave(talk)) && f.inTime(f.dates.of(talk))
}

// covers tells whether a talk was about the project.
func (f gapFinder) covers(project graph.ID) bool {
	return some(f.g.Subjects(vocab.About, project), f.closes)
}

// milestone returns that at which the project is, nil for none.
func (f gapFinder) milestone(project graph.ID) *Milestone {
	if !f.cncf[project] {
		return nil
	}
	if f.at != nil && !f.at.whole {
		_, at := f.at.level(project)
		return at
	}
	history := f.histories.of(project)
	if len(history) == 0 {
		return nil
	}
	at := levelAt(history, "")
	return &at
}

// isCNCF tells whether the milestone is that of a CNCF project which is not archived.
func isCNCF(at *Milestone) bool { return at != nil && at.Level != vocab.Archived }

// projects returns the gaps among projects.
func (f gapFinder) projects(ctx context.Context) ([]ProjectGap, error) {
	list := []ProjectGap{}
	for id := range instances(f.g, vocab.Project) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		at := f.milestone(id)
		switch {
		case at == nil, !f.inCategory(id), len(f.levels) == 0 && at.Level == vocab.Archived,
			len(f.levels) > 0 && !slices.Contains(f.levels, at.Level), f.covers(id):
			continue
		}
		list = append(list, f.projectGap(id, *at))
	}
	slices.SortFunc(list, func(a, b ProjectGap) int {
		return cmp.Or(
			cmp.Compare(slices.Index(reportedLevels[:], a.Maturity), slices.Index(reportedLevels[:], b.Maturity)),
			strings.Compare(a.lastDay(), b.lastDay()), compareEntities(a.Entity, b.Entity),
		)
	})
	return list, nil
}

// lastDay returns the day of the last talk, "" for none.
func (p ProjectGap) lastDay() string {
	if p.LastTalk == nil {
		return ""
	}
	return vocab.LastDay(p.LastTalk.Date)
}

// projectGap returns the gap of the project.
func (f gapFinder) projectGap(id graph.ID, at Milestone) ProjectGap {
	p := ProjectGap{Entity: f.shown.entity(id), Maturity: Text(at.Level), Milestone: at, Categories: f.shown.categoryNames(id)}
	var last dated
	for talk := range f.g.Subjects(vocab.About, id) {
		d := dated{named{talk, f.g.Name(talk)}, f.dates.of(talk)}
		switch {
		case d.date == "":
			p.Undated++
		case last.id == 0 || vocab.LastDay(d.date) > vocab.LastDay(last.date) ||
			vocab.LastDay(d.date) == vocab.LastDay(last.date) && compareNames(d.name, last.name) < 0:
			last = d
		}
	}
	if last.id != 0 {
		p.LastTalk = datedTalk(f.g, last)
	}
	return p
}

// gapCategories returns the gaps among categories, those with the most projects first.
func (f gapFinder) gapCategories() []CategoryGap {
	list := []CategoryGap{}
	for id := range instances(f.g, vocab.Category) {
		if _, inside := slices.BinarySearch(f.categories, id); f.categories != nil && !inside {
			continue
		}
		var projects []graph.ID
		covered := false
		for _, part := range below(f.g, vocab.Broader, id) {
			for project := range f.g.Subjects(vocab.Subject, part) {
				covered = covered || f.covers(project)
				if !covered && isCNCF(f.milestone(project)) && !slices.Contains(projects, project) {
					projects = append(projects, project)
				}
			}
		}
		if !covered && len(projects) > 0 {
			list = append(list, CategoryGap{f.shown.entity(id), len(projects), f.shown.entities(projects)})
		}
	}
	slices.SortFunc(list, func(a, b CategoryGap) int {
		return cmp.Or(cmp.Compare(b.Projects, a.Projects), compareEntities(a.Entity, b.Entity))
	})
	return list
}
