package queries

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// RelatedOptions bound what Related returns.
type RelatedOptions struct {
	Limit    int // most projects; 0 for all that have anything in common
	Evidence int // most evidence of a reason; 0 for 10, negative for all
}

// RelatedProjects is what is related to a project, the most related first.
type RelatedProjects struct {
	Project Entity           `json:"project"`
	Related []RelatedProject `json:"related"`
	Omitted int              `json:"omitted"` // projects beyond the limit
}

// RelatedProject is a project with the grounds on which it is related.
type RelatedProject struct {
	Entity
	Score   float64  `json:"score"` // sum of the reasons' weights, 0 to 1
	Reasons []Reason `json:"reasons"`
}

// Reason is one part of a score.
type Reason struct {
	Kind     string           `json:"kind"`     // one of the kinds of reasonWeights
	Weight   float64          `json:"weight"`   // what it adds to the score
	Count    int              `json:"count"`    // of relations, talks, speakers, categories, sources
	Text     string           `json:"text"`     // in words: "uses", "3 shared talks"
	Evidence []vocab.Evidence `json:"evidence"` // of both sides, in the order of sources
}

// reason is the place of a part in reasonWeights.
type reason int

const (
	byRelation reason = iota
	byTalks
	byCategory
	bySpeakers
	bySources
	reasonCount
)

// reasonWeights says what each part adds to a score at most, and at which amount
// it adds half of that. The amounts:
//
//   - relation: the strengths of the declared relations, below;
//   - shared_talks: for each talk one over the number of other projects in it,
//     a quarter of that where both are only mentioned, less for projects that
//     are in very many talks;
//   - shared_category: for each category how little of all projects it holds,
//     0 for all of them, 1 for one, and less by up to half for a project of
//     which little else is stated;
//   - shared_speakers: for each speaker one over the number of other projects
//     that the speaker spoke about;
//   - same_source: as shared_talks, for what sources mention outside talks.
var reasonWeights = [reasonCount]struct {
	kind   string
	weight float64
	half   float64
}{
	byRelation: {"relation", 0.35, 1},
	byTalks:    {"shared_talks", 0.25, 1},
	byCategory: {"shared_category", 0.25, 0.5},
	bySpeakers: {"shared_speakers", 0.08, 1},
	bySources:  {"same_source", 0.07, 0.25},
}

// relationStrengths says how much each declared relation counts. Integrations
// count least: projects list dozens of them themselves.
var relationStrengths = [...]struct {
	vocab.Relation
	strength float64
}{
	{vocab.Uses, 1.5}, {vocab.BuiltOn, 1.5}, {vocab.IntegratesWith, 0.6}, {vocab.PartOf, 2}, {vocab.RenamedFrom, 2}, {vocab.AlternativeTo, 1.5},
}

// Related returns the projects that are related to the project, by declared
// relations, talks, categories, speakers and sources that they share. The score
// is taken apart into these reasons, each with its evidence. Projects of one
// score are in the order of their names.
func Related(ctx context.Context, g *graph.Graph, project string, opts *RelatedOptions) (*RelatedProjects, error) {
	o := RelatedOptions{}
	if opts != nil {
		o = *opts
	}
	if o.Evidence == 0 {
		o.Evidence = 10
	}
	id, err := Find(ctx, g, project, &FindOptions{Kinds: []vocab.Kind{vocab.KindProject}})
	if err != nil {
		return nil, err
	}
	s := newRelatedScorer(g, id)
	for _, part := range [...]func(){s.addRelations, s.addTalks, s.addCategories, s.addSpeakers, s.addSources} {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		part()
	}
	answer := &RelatedProjects{Project: entity(g, id), Related: []RelatedProject{}}
	ranked, omitted := s.ranked(o.Limit)
	answer.Omitted = omitted
	for _, q := range ranked {
		answer.Related = append(answer.Related, RelatedProject{
			Entity: entity(g, q), Score: s.score(q), Reasons: s.reasons(q, o.Evidence),
		})
	}
	return answer, nil
}

// relatedScorer adds up what speaks for each project. As the projects' IDs are
// one range, the sums are in a slice over it.
type relatedScorer struct {
	g        *graph.Graph
	project  graph.ID
	from     graph.ID // first ID of a project
	sums     [][reasonCount]amount
	shared   [reasonCount][]sharing
	talks    []weighted // with the project, in order of ID
	talkLog  float64    // logarithm of the number of talks
	projects []weighted // scratch
}

// amount is what speaks for a project by one reason.
type amount struct {
	sum   float64
	count int
}

// sharing is a talk, speaker, category or source that the project and another
// one share.
type sharing struct{ project, via graph.ID }

// weighted is a term with how much it counts.
type weighted struct {
	id     graph.ID
	weight float64
}

func newRelatedScorer(g *graph.Graph, project graph.ID) *relatedScorer {
	from, to := g.Range(vocab.KindProject)
	return &relatedScorer{
		g: g, project: project, from: from, sums: make([][reasonCount]amount, to-from),
		talkLog: math.Log(1 + float64(countInstances(g, vocab.Talk))),
	}
}

// add adds x to what speaks for project q by the reason r, because of via.
func (s *relatedScorer) add(q graph.ID, r reason, x float64, via graph.ID) {
	if q == s.project || q < s.from || int(q-s.from) >= len(s.sums) {
		return
	}
	a := &s.sums[q-s.from][r]
	a.sum += x
	a.count++
	s.shared[r] = append(s.shared[r], sharing{q, via})
}

// part returns what the reason r adds to the score of q.
func (s *relatedScorer) part(q graph.ID, r reason) float64 {
	x, w := s.sums[q-s.from][r].sum, reasonWeights[r]
	return rounded(w.weight * x / (x + w.half))
}

// score returns the sum of the parts of q that are worth a line.
func (s *relatedScorer) score(q graph.ID) float64 {
	sum := 0.0
	for r := range reasonCount {
		if part := s.part(q, r); part >= leastWeight {
			sum += part
		}
	}
	return rounded(sum)
}

// rounded returns x to four digits, so that equal sums are equal and JSON is short.
func rounded(x float64) float64 { return math.Round(1e4*x) / 1e4 }

// ranked returns the projects for which anything speaks, the best first, no
// more than limit unless that is 0, and how many it leaves out.
func (s *relatedScorer) ranked(limit int) ([]graph.ID, int) {
	type candidate struct {
		id    graph.ID
		score float64
		name  string
	}
	var list []candidate
	for i := range s.sums {
		q := s.from + graph.ID(i)
		if score := s.score(q); score > 0 {
			list = append(list, candidate{id: q, score: score})
		}
	}
	slices.SortFunc(list, func(a, b candidate) int { return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.id, b.id)) })
	end := len(list)
	if limit > 0 && limit < end { // names are looked up only where they can decide
		for end = limit; end < len(list) && list[end].score == list[limit-1].score; end++ {
			continue
		}
	}
	for i := range list[:end] {
		list[i].name = s.g.Name(list[i].id)
	}
	slices.SortFunc(list[:end], func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), compareNames(a.name, b.name), cmp.Compare(a.id, b.id))
	})
	kept, omitted := limited(list, limit)
	ids := make([]graph.ID, len(kept))
	for i, c := range kept {
		ids[i] = c.id
	}
	return ids, omitted
}
