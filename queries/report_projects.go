package queries

import (
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// ReportedProject is a project that an event had talks about, or in which it was
// named.
type ReportedProject struct {
	Entity
	Maturity   Text             `json:"maturity"`   // on the day; null for a project that was no CNCF project
	Milestone  *Milestone       `json:"milestone"`  // with which it reached that level
	Categories []string         `json:"categories"` // in the order of their names
	Talks      int              `json:"talks"`      // about it
	Mentions   int              `json:"mentions"`   // talks that only name it
	InSeries   Standing         `json:"in_series"`  // whether earlier editions had a talk about it
	Evidence   []vocab.Evidence `json:"evidence"`   // that talks are about it or name it
}

// LevelShare is how much of an event one maturity level had.
type LevelShare struct {
	Level    Text `json:"level"` // null for projects that were no CNCF projects
	Projects int  `json:"projects"`
	Talks    int  `json:"talks"` // about one of the projects, each once
}

// projectLevel is a milestone at which a project is, nil for none.
type projectLevel struct{ at *Milestone }

// level returns the level that the project was at on the day of the event.
func (r *reporter) level(project graph.ID) (Text, *Milestone) {
	if !r.cncf[project] {
		return "", nil
	}
	l, ok := r.levels[project]
	if !ok {
		l.at = r.milestone(project)
		r.levels[project] = l
	}
	if l.at == nil {
		return "", nil
	}
	return Text(l.at.Level), l.at
}

// levelled returns the projects of which some source states a level.
func levelled(g *graph.Graph) map[graph.ID]bool {
	projects := map[graph.ID]bool{}
	for _, level := range vocab.Levels {
		for s := range g.Whole().Statements(0, level.Predicate(), 0) {
			projects[s.Subject] = true
		}
	}
	return projects
}

// milestone returns that at which the project was on the day, nil for none.
func (r *reporter) milestone(project graph.ID) *Milestone {
	day := r.levelDay()
	if r.whole {
		day = ""
		for _, talk := range slices.Concat(r.about[project], r.named[project]) {
			day = max(day, firstDay(r.dateOf(talk)))
		}
	}
	history := r.histories.of(project)
	if levelIn(history, day) == "" {
		return nil
	}
	at := levelAt(history, day)
	return &at
}

// project returns the project that talks were about or named.
func (r *reporter) project(id graph.ID) ReportedProject {
	p := ReportedProject{Entity: r.shown.entity(id), Categories: r.shown.categoryNames(id), Talks: len(r.about[id]), Mentions: len(r.named[id])}
	p.Maturity, p.Milestone = r.level(id)
	var labels []graph.Label
	for _, talk := range r.about[id] {
		labels = append(labels, labelsOf(r.g, talk, vocab.About, id)...)
	}
	for _, talk := range r.named[id] {
		labels = append(labels, labelsOf(r.g, talk, vocab.Mentions, id)...)
	}
	p.Evidence = r.shown.evidence(labels)
	if len(r.about[id]) > 0 {
		p.InSeries = r.projectStanding(id)
	}
	return p
}

// onlyNamed returns the projects that talks name and none is about.
func (r *reporter) onlyNamed() map[graph.ID][]graph.ID {
	list := map[graph.ID][]graph.ID{}
	for id, talks := range r.named {
		if len(r.about[id]) == 0 {
			list[id] = talks
		}
	}
	return list
}

// projectStanding tells whether earlier editions had a talk about the project. Of a
// series that is no question.
func (r *reporter) projectStanding(project graph.ID) Standing {
	if r.series == 0 || r.whole {
		return ""
	}
	var p past
	for talk := range r.g.Subjects(vocab.About, project) {
		if r.inSeries(talk) && !r.gave(talk) {
			p.count(r.order(talk, r.began))
		}
	}
	return p.standing()
}

// reportedLevels lists the levels in the order of a report.
var reportedLevels = [...]Text{
	Text(vocab.Graduated), Text(vocab.Incubating), Text(vocab.Sandbox), Text(vocab.Accepted), Text(vocab.Archived), "",
}

// levelShares returns the shares of the levels that projects with a talk about them
// were at.
func (r *reporter) levelShares() []LevelShare {
	shares := map[Text]*LevelShare{}
	talks := map[Text]map[graph.ID]bool{}
	for project, about := range r.about {
		level, _ := r.level(project)
		if shares[level] == nil {
			shares[level], talks[level] = &LevelShare{Level: level}, map[graph.ID]bool{}
		}
		shares[level].Projects++
		for _, talk := range about {
			talks[level][talk] = true
		}
	}
	list := []LevelShare{}
	for _, level := range reportedLevels {
		if share := shares[level]; share != nil {
			share.Talks = len(talks[level])
			list = append(list, *share)
		}
	}
	return list
}
