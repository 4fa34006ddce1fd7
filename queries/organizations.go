package queries

import (
	"context"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// OrganizationList is a list of organisations.
type OrganizationList struct {
	Organizations []Organization `json:"organizations"`
	Omitted       int            `json:"omitted"` // organisations beyond the limit
}

// Organization is a company or another organisation.
type Organization struct {
	ID           string   `json:"id"`
	Name         string   `json:"name"`
	URL          Text     `json:"url"`
	SpeakerCount int      `json:"speaker_count"` // of its speakers who gave a talk that meets the filter
	Created      []Entity `json:"created"`       // projects
}

// Organizations lists organisations, those with the most speakers first, then in
// the order of their names. It takes every field of the filter.
func Organizations(ctx context.Context, g *graph.Graph, f *Filter) (*OrganizationList, error) {
	s, err := newSelection(ctx, g, f, vocab.KindOrganization,
		byProject, byMentions, bySpeaker, byEvent, byGroup, byMaturity, byPlace, bySince, byUntil)
	if err != nil {
		return nil, err
	}
	counts := newTally(g, vocab.KindOrganization)
	if !s.narrowed() && g.Day() == "" {
		for id := range instances(g, vocab.Organization) {
			counts.add(id, 0) // one without speakers is listed too
		}
	}
	s.addSpeakers(counts)
	list := &OrganizationList{}
	sorted, omitted := limited(s.byCount(counts), s.limit)
	list.Organizations, list.Omitted = make([]Organization, 0, len(sorted)), omitted
	for _, o := range sorted {
		_, slug := g.EntityID(o.id)
		one := Organization{ID: slug, Name: o.name, URL: Text(g.Value(o.id, vocab.URL)), SpeakerCount: o.count, Created: []Entity{}}
		for p := range g.Subjects(vocab.CreatedBy.Predicate, o.id) {
			one.Created = append(one.Created, entity(g, p))
		}
		slices.SortFunc(one.Created, compareEntities)
		list.Organizations = append(list.Organizations, one)
	}
	return list, nil
}

// addSpeakers adds to the count of each organisation its speakers who gave a talk that
// meets the filter.
func (s *selection) addSpeakers(counts tally) {
	speakers := s.countTalks(vocab.Performer, vocab.KindSpeaker)
	if s.narrowed() {
		for id := range speakers.all() {
			for organization := range s.g.Objects(id, vocab.Affiliation) {
				if s.speaker == 0 || s.speaker == id {
					counts.add(organization, 1)
				}
			}
		}
		return
	}
	var last graph.Statement
	for st := range s.g.Statements(0, vocab.Affiliation, 0) { // of all, so once through them all
		if st.Subject == last.Subject && st.Object == last.Object {
			continue // by another label
		}
		if last = st; speakers.of(st.Subject) > 0 {
			counts.add(st.Object, 1)
		}
	}
}
