package queries

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// CompareOptions bound what Compare returns.
type CompareOptions struct {
	Limit int // most speakers and companies of a project, shared talks and shared speakers; 0 for all
}

// Comparison sets projects side by side.
type Comparison struct {
	Projects       []ComparedProject        `json:"projects"` // in the order asked for
	Relations      []ProjectRelation        `json:"relations"`
	SharedTalks    Section[SharedTalk]      `json:"shared_talks"`    // that name two or more of them, the latest first
	SharedSpeakers Section[ComparedSpeaker] `json:"shared_speakers"` // who spoke about two or more of them, those with the most talks first
}

// ComparedProject is one project of a comparison.
type ComparedProject struct {
	Entity
	Maturity     Text                     `json:"maturity"`   // null for a project that is no CNCF project
	Milestones   []Milestone              `json:"milestones"` // the earliest first
	Categories   []StatedEntity           `json:"categories"`
	About        int                      `json:"talks"`    // about it
	Named        int                      `json:"mentions"` // talks that only name it
	Years        []YearCount              `json:"years"`    // the earliest first, then the talks without a date
	First        *DatedTalk               `json:"first_talk"`
	Last         *DatedTalk               `json:"last_talk"`
	Speakers     Section[ComparedSpeaker] `json:"speakers"`   // of the talks about it
	CreatedBy    []StatedEntity           `json:"created_by"` // organisations and people
	Maintainers  int                      `json:"maintainers"`
	Companies    Section[Company]         `json:"companies"` // of its maintainers, where stated beside them
	Homepage     []StatedValue            `json:"homepage"`
	Repositories []StatedValue            `json:"repositories"`

	SharedTalks    int `json:"shared_talks"`    // about it or naming it, and another of the projects
	SharedSpeakers int `json:"shared_speakers"` // who also spoke about another of the projects
}

// StatedEntity is an entity with what states that it belongs there.
type StatedEntity struct {
	Entity
	Evidence []vocab.Evidence `json:"evidence"`
}

// StatedValue is a value with what states it.
type StatedValue struct {
	Value    string           `json:"value"`
	Evidence []vocab.Evidence `json:"evidence"`
}

// YearCount is the number of talks of a year.
type YearCount struct {
	Year     Text             `json:"year"`     // null for talks without a date
	About    int              `json:"talks"`    // about the project
	Named    int              `json:"mentions"` // that only name it
	Evidence []vocab.Evidence `json:"evidence"`
}

// Company is an organisation whose people maintain a project.
type Company struct {
	Entity
	Maintainers int              `json:"maintainers"`
	Evidence    []vocab.Evidence `json:"evidence"`
}

// ComparedSpeaker is a speaker with the talks about a project, or about several.
type ComparedSpeaker struct {
	Entity
	Talks    int              `json:"talks"`
	Projects []Entity         `json:"projects"` // of those compared, that the talks are about
	Evidence []vocab.Evidence `json:"evidence"` // that the speaker gave the talks
}

// SharedTalk is a talk that is about or names several of the projects.
type SharedTalk struct {
	Entity
	Date     Text             `json:"date"`
	Event    *Entity          `json:"event"`    // nil where none is stated
	Projects []Entity         `json:"projects"` // that it is about, of those compared
	Mentions []Entity         `json:"mentions"` // that it only names
	Evidence []vocab.Evidence `json:"evidence"`
}

// ProjectRelation is a relation between two of the projects.
type ProjectRelation struct {
	From     Entity           `json:"from"`
	Relation string           `json:"relation"`
	To       Entity           `json:"to"`
	Text     string           `json:"text"` // as a sentence
	Evidence []vocab.Evidence `json:"evidence"`
}

// Compare sets two or more projects side by side: their maturity, categories, talks,
// speakers and who stands behind them, and what they share. Fewer than two different
// projects are an *OptionError.
func Compare(ctx context.Context, g *graph.Graph, projects []string, opts *CompareOptions) (*Comparison, error) {
	o := CompareOptions{}
	if opts != nil {
		o = *opts
	}
	ids, err := findAll(ctx, g, projects, vocab.KindProject)
	if err != nil {
		return nil, err
	}
	if len(ids) < 2 {
		return nil, optionErrorf("two different projects are needed to compare")
	}
	c := comparer{g: g, histories: newHistories(g), limit: o.Limit, ids: ids, dates: newTalkDates(g)}
	answer := &Comparison{Relations: c.relations()}
	for _, id := range ids {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		answer.Projects = append(answer.Projects, c.project(id))
	}
	talks, speakers := c.sharedTalks(), c.sharedSpeakers()
	for i := range answer.Projects {
		p := &answer.Projects[i]
		for _, t := range talks {
			if slices.Contains(t.Projects, p.Entity) || slices.Contains(t.Mentions, p.Entity) {
				p.SharedTalks++
			}
		}
		for _, s := range speakers {
			if slices.Contains(s.Projects, p.Entity) {
				p.SharedSpeakers++
			}
		}
	}
	answer.SharedTalks, answer.SharedSpeakers = newSection(talks, o.Limit), newSection(speakers, o.Limit)
	return answer, nil
}

// comparer sets projects side by side.
type comparer struct {
	g         *graph.Graph
	histories *histories
	limit     int
	ids       []graph.ID
	dates     *talkDates
}

// project returns what is known of the project.
func (c comparer) project(id graph.ID) ComparedProject {
	g := c.g
	history := c.histories.of(id)
	p := ComparedProject{
		Entity: entity(g, id), Maturity: Text(levelIn(history, "")), Milestones: history,
		Categories: c.entities(id, vocab.Subject), CreatedBy: c.entities(id, vocab.CreatedBy.Predicate),
		Homepage: c.values(id, vocab.Homepage), Repositories: c.values(id, vocab.Repository),
	}
	about, named := c.talks(id)
	p.About, p.Named = len(about), len(named)
	p.Years = c.years(about, named)
	p.First, p.Last = c.firstAndLast(about)
	p.Speakers = newSection(c.speakers(about), c.limit)
	var companies []Company
	companies, p.Maintainers = c.companies(id)
	p.Companies = newSection(companies, c.limit)
	return p
}

// talks returns the talks about the project, and those that only name it.
func (c comparer) talks(project graph.ID) (about, named []graph.ID) {
	isTalk := func(id graph.ID) bool { return c.g.Kind(id) == vocab.KindTalk }
	for id := range c.g.Subjects(vocab.About, project) {
		if isTalk(id) {
			about = append(about, id)
		}
	}
	for id := range c.g.Subjects(vocab.Mentions, project) {
		if isTalk(id) && !c.g.Has(id, vocab.About, project) {
			named = append(named, id)
		}
	}
	return about, named
}

// entities returns the objects of the statements with the predicate, in the order of
// their names.
func (c comparer) entities(id graph.ID, predicate string) []StatedEntity {
	list := []StatedEntity{}
	for o := range c.g.Objects(id, predicate) {
		list = append(list, StatedEntity{entity(c.g, o), evidenceOf(c.g, labelsOf(c.g, id, predicate, o))})
	}
	slices.SortFunc(list, func(a, b StatedEntity) int { return compareEntities(a.Entity, b.Entity) })
	return list
}

// values returns the objects of the statements with the predicate as values.
func (c comparer) values(id graph.ID, predicate string) []StatedValue {
	list := []StatedValue{}
	for o := range c.g.Objects(id, predicate) {
		list = append(list, StatedValue{c.g.Term(o).Value, evidenceOf(c.g, labelsOf(c.g, id, predicate, o))})
	}
	slices.SortFunc(list, func(a, b StatedValue) int { return strings.Compare(a.Value, b.Value) })
	return list
}

// years counts the talks by year.
func (c comparer) years(about, named []graph.ID) []YearCount {
	counts := map[string]*YearCount{}
	labels := map[string][]graph.Label{}
	year := func(talk graph.ID) *YearCount {
		date := c.dates.of(talk)
		y := date[:min(len("2006"), len(date))]
		if counts[y] == nil {
			counts[y] = &YearCount{Year: Text(y)}
		}
		labels[y] = append(labels[y], typeLabels(c.g, talk)...)
		return counts[y]
	}
	for _, talk := range about {
		year(talk).About++
	}
	for _, talk := range named {
		year(talk).Named++
	}
	list := make([]YearCount, 0, len(counts))
	for y, n := range counts {
		n.Evidence = evidenceOf(c.g, labels[y])
		list = append(list, *n)
	}
	slices.SortFunc(list, func(a, b YearCount) int {
		return strings.Compare(cmp.Or(string(a.Year), "none"), cmp.Or(string(b.Year), "none"))
	})
	return list
}

// firstAndLast returns the first and the last of the talks that have a date, nil for
// none.
func (c comparer) firstAndLast(talks []graph.ID) (first, last *DatedTalk) {
	var list []dated
	for _, id := range talks {
		if date := c.dates.of(id); date != "" {
			list = append(list, dated{named{id, c.g.Name(id)}, date})
		}
	}
	if len(list) == 0 {
		return nil, nil
	}
	slices.SortFunc(list, func(a, b dated) int {
		return cmp.Or(strings.Compare(vocab.LastDay(a.date), vocab.LastDay(b.date)), compareNames(a.name, b.name), cmp.Compare(a.id, b.id))
	})
	return datedTalk(c.g, list[0]), datedTalk(c.g, list[len(list)-1])
}
