package queries

import (
	"cmp"
	"math"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// relatedScorer adds up what speaks for each entity of a kind.
type relatedScorer struct {
	g        *graph.Graph
	project  graph.ID
	kind     vocab.Kind
	parts    []relatedPart
	part     int    // the one that is being added up
	since    string // first day of what counts, "" for all days
	from     graph.ID
	places   []int32           // of each entity of the kind: 1 + its place in found, 0 for none yet
	found    []graph.ID        // for which something speaks
	sums     []relatedAmount   // of the first one, len(parts) of them, and so on
	grounds  [][]relatedGround // of each part
	evidence int               // most pieces of a reason, negative for all

	about, mentions, performer, subject linked

	declared    *declared
	prominences []float64     // of each project, 0 for not yet known
	rarities    []float64     // of each project, 0 for not yet known
	accepted    []graph.Label // of each project; filled by acceptance
	own         []weighted    // the project's categories; filled by categories
	namings     []weighted    // what is about the project or mentions it, in order of ID
	talks       int           // in the graph
	terms       termCache     // of the sources of evidence

	ids, others []graph.ID // scratch
	named       []weighted // scratch of namedBy
}

// relatedAmount is what speaks for an entity by one part.
type relatedAmount struct {
	sum   float64
	count int
}

// relatedGround is a talk, speaker, category, project or source on account of which
// an entity is related.
type relatedGround struct {
	place int32 // in found
	via   graph.ID
}

// weighted is a term with how much it counts.
type weighted struct {
	id     graph.ID
	weight float64
}

func newRelatedScorer(g *graph.Graph, project graph.ID, k vocab.Kind, parts []relatedPart) *relatedScorer {
	const expected = 256 // most answers have fewer
	from, to := g.Range(k)
	s := &relatedScorer{
		g: g, project: project, kind: k, parts: parts, from: from, places: make([]int32, to-from),
		found: make([]graph.ID, 0, expected), sums: make([]relatedAmount, 0, expected*len(parts)),
		grounds: make([][]relatedGround, len(parts)),
		about:   newLinked(g, vocab.About), mentions: newLinked(g, vocab.Mentions),
		performer: newLinked(g, vocab.Performer), subject: newLinked(g, vocab.Subject),
		declared: newDeclared(g), talks: countInstances(g, vocab.Talk), terms: newTermCache(g),
	}
	projects := len(s.declared.marks)
	both := make([]float64, 2*projects)
	s.prominences, s.rarities = both[:projects:projects], both[projects:]
	s.ids, s.others = s.about.subjects(s.ids, project), s.mentions.subjects(s.others, project)
	s.namings = merged(make([]weighted, 0, len(s.ids)+len(s.others)), s.ids, s.others)
	return s
}

// add adds x to what speaks for the entity, if it is of the kind and another than
// the project, on account of via, 0 for nothing that is worth naming. The part
// counts its grounds.
func (s *relatedScorer) add(id graph.ID, x float64, via graph.ID) {
	if id == s.project || id < s.from || int(id-s.from) >= len(s.places) || x <= 0 {
		return
	}
	place := s.places[id-s.from]
	if place == 0 {
		s.found = append(s.found, id)
		s.sums = append(s.sums, make([]relatedAmount, len(s.parts))...)
		place = int32(len(s.found)) //nolint:gosec // no graph has 2³¹ entities of a kind
		s.places[id-s.from] = place
	}
	a := &s.sums[int(place-1)*len(s.parts)+s.part]
	a.sum += x
	a.count++
	if via != 0 {
		s.grounds[s.part] = append(s.grounds[s.part], relatedGround{place - 1, via})
	}
}

// amount returns what speaks by the part r for the entity at the place.
func (s *relatedScorer) amount(place, r int) relatedAmount { return s.sums[place*len(s.parts)+r] }

// leastWeight is the weight of the least reason that is worth a line.
const leastWeight = 0.001

// weight returns what the part r adds to the score of the entity at the place, 0
// where that is not worth a line.
func (s *relatedScorer) weight(place, r int) float64 {
	x, p := s.amount(place, r).sum, &s.parts[r]
	switch {
	case x == 0:
		return 0
	case p.half == 0:
		x = min(x, 1)
	default:
		x /= x + p.half
	}
	if w := rounded(p.weight * x); w >= leastWeight {
		return w
	}
	return 0
}

// rounded returns x to four digits, so that equal sums are equal and JSON is short.
func rounded(x float64) float64 { return math.Round(1e4*x) / 1e4 }

// rankedEntity is an entity with its score.
type rankedEntity struct {
	id    graph.ID
	place int // in found
	score float64
	date  string // of a talk
	name  string
}

// ranked returns the entities for which anything speaks, the best first, no more
// than limit unless that is 0, and how many it leaves out.
func (s *relatedScorer) ranked(limit int) ([]rankedEntity, int) {
	list := make([]rankedEntity, 0, len(s.found))
	for place, id := range s.found {
		score := 0.0
		for r := range s.parts {
			score += s.weight(place, r)
		}
		if score = rounded(score); score > 0 {
			list = append(list, rankedEntity{id: id, place: place, score: score})
		}
	}
	slices.SortFunc(list, func(a, b rankedEntity) int { return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.id, b.id)) })
	end := len(list)
	if limit > 0 && limit < end { // names are looked up only where they can decide
		for end = limit; end < len(list) && list[end].score == list[limit-1].score; end++ {
			continue
		}
	}
	for i := range list[:end] {
		r := &list[i]
		if i > 0 && list[i-1].score == r.score || i+1 < end && list[i+1].score == r.score {
			r.name = s.g.Name(r.id)
			if s.kind == vocab.KindTalk {
				r.date = s.g.Date(r.id)
			}
		}
	}
	slices.SortFunc(list[:end], func(a, b rankedEntity) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(b.date, a.date), compareNames(a.name, b.name), cmp.Compare(a.id, b.id))
	})
	return limited(list, limit)
}

// reasons returns the parts of the score of r, in the order of the table, each with
// as much evidence as was asked for.
func (s *relatedScorer) reasons(r rankedEntity) []Reason {
	list := make([]Reason, 0, len(s.parts))
	var labels []graph.Label
	for i := range s.parts {
		weight := s.weight(r.place, i)
		if weight == 0 {
			continue
		}
		p, count := &s.parts[i], s.amount(r.place, i).count
		labels = labels[:0]
		for _, ground := range s.grounds[i] {
			if int(ground.place) != r.place {
				continue
			}
			if !s.hasRoom(labels) {
				break
			}
			labels = p.labels(s, labels, r.id, ground.via)
		}
		list = append(list, Reason{Kind: p.kind, Weight: weight, Count: count, Text: p.text(s, r.id, count), Evidence: s.evidenceOf(labels)})
	}
	return list
}

// hasRoom tells whether a reason can show more evidence than the labels.
func (s *relatedScorer) hasRoom(labels []graph.Label) bool {
	return s.evidence < 0 || len(labels) < s.evidence
}

// evidenceOf returns the evidence of labels, each once, in the order of source and
// line, as much as a reason shows.
func (s *relatedScorer) evidenceOf(labels []graph.Label) []vocab.Evidence {
	slices.Sort(labels) // labels are numbered by source and line
	labels = slices.Compact(labels)
	if s.evidence >= 0 {
		labels, _ = limited(labels, s.evidence)
	}
	return s.terms.evidence(labels)
}

// inTime tells whether the talk or source counts for one who asks since a day.
func (s *relatedScorer) inTime(id graph.ID) bool {
	if s.since == "" {
		return true
	}
	day := vocab.LastDay(s.g.Date(id))
	return day != "" && day >= s.since
}
