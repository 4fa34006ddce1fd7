package queries

import (
	"context"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// RelatedOptions say what Related looks for, and bound what it returns.
type RelatedOptions struct {
	Kind     vocab.Kind // kind of what is related: project, which "" stands for, talk, speaker, event or category
	Since    string     // count only talks given and documents issued from this date on; what has no date of its own counts always
	Limit    int        // most entities; 0 for all for which anything speaks
	Evidence int        // most evidence of a reason; 0 for 10, negative for all
}

// RelatedEntities is what is related to a project, the most related first.
type RelatedEntities struct {
	Project Entity          `json:"project"`
	Related []RelatedEntity `json:"related"`
	Omitted int             `json:"omitted"` // entities beyond the limit
}

// RelatedEntity is an entity with the grounds on which it is related.
type RelatedEntity struct {
	Entity
	Score   float64  `json:"score"` // sum of the reasons' weights, 0 to 1
	Reasons []Reason `json:"reasons"`
}

// Reason is one part of a score.
type Reason struct {
	Kind     string           `json:"kind"`     // one of the kinds of relatedParts
	Weight   float64          `json:"weight"`   // what it adds to the score
	Count    int              `json:"count"`    // of relations, talks, speakers, categories, documents
	Text     string           `json:"text"`     // in words: "uses", "3 shared talks"
	Evidence []vocab.Evidence `json:"evidence"` // in the order of sources
}

// Related returns what is related to the project: other projects by declared
// relations, talks, speakers, maintainers, categories and documents that they
// share, by what others of their category are related to, and by how prominent
// they are; talks, speakers, events and categories by what they say of the project
// and of those it has relations with. The score is taken apart into these reasons,
// each with its evidence; docs/related.md has the measurements that chose them.
//
// A project for which nothing speaks but its prominence is listed where that is
// great. Entities of one score are in the order of their names, talks the latest
// first.
func Related(ctx context.Context, g *graph.Graph, project string, opts *RelatedOptions) (*RelatedEntities, error) {
	o := RelatedOptions{}
	if opts != nil {
		o = *opts
	}
	if o.Kind == "" {
		o.Kind = vocab.KindProject
	}
	if o.Evidence == 0 {
		o.Evidence = 10
	}
	parts := relatedParts(o.Kind)
	if parts == nil {
		return nil, optionErrorf("unknown kind %q; one of %v", o.Kind, RelatedKinds())
	}
	if o.Since != "" {
		if _, err := vocab.Date(o.Since); err != nil {
			return nil, optionErrorf("since: %w", err)
		}
	}
	id, err := Find(ctx, g, project, &FindOptions{Kinds: []vocab.Kind{vocab.KindProject}})
	if err != nil {
		return nil, err
	}
	s := newRelatedScorer(g, id, o.Kind, parts)
	s.since, s.evidence = firstDay(o.Since), o.Evidence
	for s.part = range parts {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		parts[s.part].add(s)
	}
	ranked, omitted := s.ranked(o.Limit)
	answer := &RelatedEntities{Project: entity(g, id), Related: make([]RelatedEntity, 0, len(ranked)), Omitted: omitted}
	for _, r := range ranked {
		answer.Related = append(answer.Related, RelatedEntity{
			Entity: entity(g, r.id), Score: r.score, Reasons: s.reasons(r),
		})
	}
	return answer, nil
}

// RelatedKinds returns the kinds that Related ranks.
func RelatedKinds() []vocab.Kind {
	return []vocab.Kind{vocab.KindProject, vocab.KindTalk, vocab.KindSpeaker, vocab.KindEvent, vocab.KindCategory}
}
