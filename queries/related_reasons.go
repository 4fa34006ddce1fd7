package queries

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// leastWeight is the weight of the least reason that is worth a line.
const leastWeight = 0.001

// reasons returns the parts of the score of q, in the order of reasonWeights,
// each with no more evidence than limit unless that is negative.
func (s *relatedScorer) reasons(q graph.ID, limit int) []Reason {
	var list []Reason
	for r := range reasonCount {
		weight := s.part(q, r)
		if weight < leastWeight {
			continue
		}
		words, labels := s.ground(q, r, limit)
		evidence := evidenceOf(s.g, labels)
		if limit >= 0 {
			evidence, _ = limited(evidence, limit)
		}
		list = append(list, Reason{
			Kind: reasonWeights[r].kind, Weight: weight, Count: s.sums[q-s.from][r].count, Text: words, Evidence: evidence,
		})
	}
	return list
}

// ground returns the reason r for q in words, and the labels of the statements
// it rests on; of what is shared no more than gives limit labels, unless that is
// negative.
func (s *relatedScorer) ground(q graph.ID, r reason, limit int) (words string, labels []graph.Label) {
	if r == byRelation {
		return s.relationGround(q)
	}
	var names []string
	for _, shared := range s.shared[r] {
		if shared.project != q || r != byCategory && limit >= 0 && len(labels) >= limit {
			continue
		}
		switch r {
		case byCategory:
			names = append(names, s.g.Name(shared.via))
			labels = slices.Concat(labels, labelsOf(s.g, s.project, vocab.Subject, shared.via), labelsOf(s.g, q, vocab.Subject, shared.via))
		case bySpeakers:
			labels = append(labels, s.speakingOf(shared.via, q)...)
		default:
			labels = slices.Concat(labels, s.naming(shared.via, s.project), s.naming(shared.via, q))
		}
	}
	count := s.sums[q-s.from][r].count
	switch r {
	case byCategory:
		slices.SortFunc(names, compareNames)
		return "both in " + strings.Join(names, ", "), labels
	case byTalks:
		return counted(count, "shared talk"), labels
	case bySources:
		return counted(count, "source") + " in common", labels
	}
	return counted(count, "shared speaker"), labels
}

// relationGround gives the declared relations between the project and q.
func (s *relatedScorer) relationGround(q graph.ID) (string, []graph.Label) {
	var words []string
	var labels []graph.Label
	for _, r := range relationStrengths {
		l := links[linkOf(r.Predicate)]
		forward := labelsOf(s.g, s.project, r.Predicate, q)
		backward := labelsOf(s.g, q, r.Predicate, s.project)
		if len(forward) > 0 {
			words = append(words, l.relation)
		}
		if len(backward) > 0 && (l.inverse != l.relation || len(forward) == 0) {
			words = append(words, l.inverse)
		}
		labels = slices.Concat(labels, forward, backward)
	}
	return strings.ReplaceAll(strings.Join(words, ", "), "_", " "), labels
}

// naming returns the labels by which the talk or source names the project.
func (s *relatedScorer) naming(id, project graph.ID) []graph.Label {
	return append(labelsOf(s.g, id, vocab.About, project), labelsOf(s.g, id, vocab.Mentions, project)...)
}

// speakingOf returns the labels by which the speaker is that of talks about the
// project or about q.
func (s *relatedScorer) speakingOf(speaker, q graph.ID) []graph.Label {
	var list []graph.Label
	for talk := range s.g.Subjects(vocab.Performer, speaker) {
		if s.g.Has(talk, vocab.About, s.project) || s.g.Has(talk, vocab.About, q) {
			list = append(list, labelsOf(s.g, talk, vocab.Performer, speaker)...)
		}
	}
	return list
}

// counted returns the number with the noun, in the plural where it has to be.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
