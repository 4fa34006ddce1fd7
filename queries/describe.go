package queries

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// DescribeOptions bound what Describe returns.
type DescribeOptions struct {
	Limit int // most facts of one relation; 0 for 20, negative for all
}

// Description is everything the graph says of an entity.
type Description struct {
	Entity     Entity           `json:"entity"`
	Names      []string         `json:"names"`      // the one in Entity first
	Maturity   Text             `json:"maturity"`   // of a CNCF project
	Milestones []Milestone      `json:"milestones"` // of a CNCF project, the earliest first
	Facts      []Fact           `json:"facts"`
	Omitted    []OmittedFacts   `json:"omitted"`
	Merges     []Merge          `json:"merges"`   // why several ids are this one entity
	Evidence   []vocab.Evidence `json:"evidence"` // where sources state that there is the entity
}

// Fact is a statement about an entity, with all its evidence.
type Fact struct {
	Relation string           `json:"relation"` // "used_by" for what the entity is the object of
	Entity   *Entity          `json:"entity"`   // the other end, nil where it is no entity
	Value    Text             `json:"value"`    // text, date or address, null where it is an entity
	Evidence []vocab.Evidence `json:"evidence"`
}

// OmittedFacts tells that there are more facts of a relation.
type OmittedFacts struct {
	Relation string `json:"relation"`
	Count    int    `json:"count"`
}

// Merge is the ground on which two ids are taken for one entity.
type Merge struct {
	ID       string           `json:"id"`
	With     string           `json:"with"`
	Reason   string           `json:"reason"` // in words: "same slides"
	Evidence []vocab.Evidence `json:"evidence"`
}

// Describe returns all facts about an entity of any kind: first what it has (names,
// dates, addresses), then what it is linked to, for each relation the other
// ends with the latest date first, then by name.
func Describe(ctx context.Context, g *graph.Graph, name string, opts *DescribeOptions) (*Description, error) {
	id, err := Find(ctx, g, name, nil)
	if err != nil {
		return nil, err
	}
	limit := 20
	if opts != nil && opts.Limit != 0 {
		limit = max(0, opts.Limit)
	}
	d := &Description{
		Entity: entity(g, id), Names: g.Names(id), Milestones: []Milestone{}, Facts: []Fact{}, Omitted: []OmittedFacts{},
		Merges: merges(g, id), Evidence: typeEvidence(g, id),
	}
	if d.Entity.Kind == vocab.KindProject {
		d.Milestones = newHistories(g).of(id)
		d.Maturity = Text(levelIn(d.Milestones, ""))
	}
	for _, group := range factsAbout(g, id) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		kept, omitted := limited(group.sorted(g), limit)
		if omitted > 0 {
			d.Omitted = append(d.Omitted, OmittedFacts{group.relation, omitted})
		}
		for _, f := range kept {
			d.Facts = append(d.Facts, f.fact(g, group.relation))
		}
	}
	return d, nil
}

// attributes names the predicates whose objects are no entities, in the order of
// a description.
var attributes = [...]struct{ predicate, relation string }{
	{vocab.ProjectName, "name"},
	{vocab.PrefLabel, "name"},
	{vocab.Name, "name"},
	{vocab.Title, "title"},
	{vocab.AltLabel, "alias"},
	{vocab.AlternateName, "alias"},
	{vocab.HiddenLabel, "misspelling"},
	{vocab.Nick, "handle"},
	{vocab.StartDate, "date"},
	{vocab.EndDate, "end"},
	{vocab.Location, "location"},
	{vocab.Homepage, "homepage"},
	{vocab.Repository, "repository"},
	{vocab.URL, "url"},
	{vocab.Profile, "profile"},
	{vocab.WorkFeatured, "slides"},
	{vocab.RecordedIn, "video"},
	{vocab.Accepted.Predicate(), "accepted"},
	{vocab.Sandbox.Predicate(), "sandbox"},
	{vocab.Incubating.Predicate(), "incubating"},
	{vocab.Graduated.Predicate(), "graduated"},
	{vocab.Archived.Predicate(), "archived"},
	{vocab.Status, "stated_level"},
	{vocab.Issued, "issued"},
	{vocab.Language, "language"},
	{vocab.License, "license"},
	{vocab.Identifier, "identifier"},
	{vocab.ReadFrom, "read_from"},
	{vocab.Extractor, "extractor"},
	{vocab.ListedIn, "manifest"},
	{vocab.HistoryRank, "history_rank"},
}

// factGroup is the facts of one relation.
type factGroup struct {
	rank     int // of the relation
	relation string
	facts    map[graph.ID]*rawFact // by the other end
}

// rawFact is a fact in numbers.
type rawFact struct {
	other      graph.ID
	labels     []graph.Label
	date, name string
}

// factsAbout returns the facts about id, by relation.
func factsAbout(g *graph.Graph, id graph.ID) []*factGroup {
	groups := map[string]*factGroup{}
	add := func(rank int, relation string, other graph.ID, l graph.Label) {
		group, ok := groups[relation]
		if !ok {
			group = &factGroup{rank, relation, map[graph.ID]*rawFact{}}
			groups[relation] = group
		}
		f, ok := group.facts[other]
		if !ok {
			f = &rawFact{other: other}
			group.facts[other] = f
		}
		f.labels = append(f.labels, l)
	}
	for s := range g.Match(id, 0, 0) {
		predicate := g.Term(s.Predicate).Value
		if rank := slices.IndexFunc(attributes[:], func(a struct{ predicate, relation string }) bool { return a.predicate == predicate }); rank >= 0 {
			add(rank, attributes[rank].relation, s.Object, s.Label)
		} else if place := linkOf(predicate); place >= 0 {
			add(len(attributes)+2*place, links[place].relation, s.Object, s.Label)
		}
	}
	for s := range g.Match(0, 0, id) {
		if place := linkOf(g.Term(s.Predicate).Value); place >= 0 {
			add(len(attributes)+2*place+1, links[place].inverse, s.Subject, s.Label)
		}
	}
	list := make([]*factGroup, 0, len(groups))
	for _, group := range groups {
		list = append(list, group)
	}
	slices.SortFunc(list, func(a, b *factGroup) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), strings.Compare(a.relation, b.relation))
	})
	return list
}

// sorted returns the facts, those whose other end has the latest date first,
// then by its name.
func (group *factGroup) sorted(g *graph.Graph) []*rawFact {
	list := make([]*rawFact, 0, len(group.facts))
	for _, f := range group.facts {
		f.date, f.name = g.Date(f.other), g.Name(f.other)
		list = append(list, f)
	}
	slices.SortFunc(list, func(a, b *rawFact) int {
		return cmp.Or(strings.Compare(b.date, a.date), compareNames(a.name, b.name), cmp.Compare(a.other, b.other))
	})
	return list
}

// fact returns f as the answer shows it.
func (f *rawFact) fact(g *graph.Graph, relation string) Fact {
	shown := Fact{Relation: relation, Evidence: evidenceOf(g, f.labels)}
	term := g.Term(f.other)
	if level, ok := vocab.LevelOf(term.Value); ok && term.Kind == rdf.IRI {
		shown.Value = Text(level)
	} else if g.Kind(f.other) != "" {
		e := entity(g, f.other)
		shown.Entity = &e
	} else {
		shown.Value = Text(term.Value)
	}
	return shown
}

// merges returns on what grounds other ids were merged into id.
func merges(g *graph.Graph, id graph.ID) []Merge {
	ids := append(slices.Collect(g.Subjects(vocab.SameAs, id)), id)
	slices.Sort(ids)
	list := []Merge{}
	explained := map[graph.ID]bool{id: true}
	for predicate, reason := range vocab.IdentityReasons {
		for _, a := range ids {
			for b := range g.Objects(a, predicate) {
				if !slices.Contains(ids, b) {
					continue
				}
				explained[a], explained[b] = true, true
				list = append(list, newMerge(g, a, b, predicate, reason))
			}
		}
	}
	for _, old := range ids {
		if !explained[old] {
			list = append(list, newMerge(g, old, id, vocab.SameAs, "merged"))
		}
	}
	slices.SortFunc(list, func(a, b Merge) int {
		return cmp.Or(strings.Compare(a.ID, b.ID), strings.Compare(a.With, b.With), strings.Compare(a.Reason, b.Reason))
	})
	return list
}

// newMerge returns the statement a predicate b as a ground.
func newMerge(g *graph.Graph, a, b graph.ID, predicate, reason string) Merge {
	_, from := g.EntityID(a)
	_, to := g.EntityID(b)
	return Merge{ID: from, With: to, Reason: reason, Evidence: evidenceOf(g, labelsOf(g, a, predicate, b))}
}
