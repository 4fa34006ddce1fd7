package queries

import (
	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// relatedPart is a part of a score: it adds up an amount for each entity that it
// speaks for, and the amount x adds weight·x/(x+half) to the score, so that many
// weak grounds never outweigh the part; where half is 0, weight·x, with x no more
// than 1.
type relatedPart struct {
	kind   string
	weight float64
	half   float64
	add    func(*relatedScorer)                                                     // adds up the amounts
	text   func(s *relatedScorer, id graph.ID, count int) string                    // the ground in words
	labels func(s *relatedScorer, to []graph.Label, id, via graph.ID) []graph.Label // appends those that say so
}

// projectParts are the parts of a project's score. The weights were chosen by
// measurement, which docs/related.md tells of: of the relations, a third of which was
// hidden, 0.32 are found again among the first ten, against 0.27 by the best of the
// other methods, 0.24 by prominence alone and 0.22 by the parts before these. Around
// these weights the measure is flat: a weight that is a fourth greater or less changes
// it by less than 0.01. The amounts:
//
//   - relation: the strengths of the declared relations, below;
//   - shared_category: for each category the square of how little of all projects it
//     holds, 0 for all of them, 1 for one, times the part of them that are in no other
//     category; a tenth of that for projects of no prominence;
//   - shared_maintainers: for each person one over the number of other projects that
//     they maintain;
//   - shared_talks: for each talk one over the number of other projects in it,
//     a quarter of that where both are only mentioned, less for projects that
//     are in very many talks;
//   - category_relations: the part of the project's category that has a relation
//     with the other one;
//   - shared_speakers: for each speaker one over the number of other projects
//     that the speaker spoke about;
//   - same_source: as shared_talks, for what sources mention outside talks;
//   - prominence: see prominence.go.
func projectParts() []relatedPart {
	return []relatedPart{
		{"relation", 0.20, 1, (*relatedScorer).addRelations, relationText, relationLabels},
		{"shared_category", 0.24, 0.2, (*relatedScorer).addCategories, categoryText, categoryLabels},
		{"shared_talks", 0.15, 0.3, (*relatedScorer).addTalks, counting("shared talk"), namingLabels},
		{"shared_maintainers", 0.11, 0.5, (*relatedScorer).addMaintainers, counting("shared maintainer"), sharedMaintainerLabels},
		{"category_relations", 0.05, 0.06, (*relatedScorer).addCategoryRelations, categoryRelationText, categoryRelationLabels},
		{"shared_speakers", 0.03, 1, (*relatedScorer).addSpeakers, counting("shared speaker"), speakerLabels},
		{"same_source", 0.03, 0.25, (*relatedScorer).addSources, sourceText, namingLabels},
		{prominenceKind, 0.19, 0, (*relatedScorer).addProminence, prominenceText, prominenceLabels},
	}
}

// talkParts, speakerParts, eventParts and categoryParts are those of the other
// kinds: what is said of the project itself outweighs what is said of those that it
// has relations with. A talk counts less the more projects it is about.
func talkParts() []relatedPart {
	return []relatedPart{
		{"about", 0.60, 0, (*relatedScorer).addTalksAbout, plain("about it"), namedLabels},
		{"mentions", 0.20, 0, (*relatedScorer).addTalksMentioning, plain("mentions it"), namedLabels},
		{"related_projects", 0.15, 1, (*relatedScorer).addTalksOfRelated, counting("related project"), aboutRelatedLabels},
		{"speakers", 0.05, 2, (*relatedScorer).addTalksOfSpeakers, counting("speaker of another talk", "speakers of other talks"), performerLabels},
	}
}

func speakerParts() []relatedPart {
	return []relatedPart{
		{"talks", 0.60, 2, (*relatedScorer).addSpeakersOfTalks, counting("talk"), spokenLabels},
		{"maintainer", 0.25, 0, (*relatedScorer).addMaintainersOf, plain("maintainer"), maintainerLabels},
		{"related_projects", 0.15, 4, (*relatedScorer).addSpeakersOfRelated, counting("talk about related projects", "talks about related projects"), spokenLabels},
	}
}

func eventParts() []relatedPart {
	return []relatedPart{
		{"talks", 0.70, 4, (*relatedScorer).addEvents, counting("talk"), heldLabels},
		{"share", 0.30, 0, (*relatedScorer).addEventShares, shareText, heldLabels},
	}
}

func categoryParts() []relatedPart {
	return []relatedPart{
		{"category", 0.50, 0, (*relatedScorer).addOwnCategories, plain("is in it"), memberLabels},
		{"related_projects", 0.30, 2, (*relatedScorer).addCategoriesOfRelated, counting("related project"), memberLabels},
		{"shared_talks", 0.20, 2, (*relatedScorer).addCategoriesOfTalks, counting("shared talk"), namedLabels},
	}
}

// relatedParts returns the parts of the score of entities of the kind, nil for a
// kind that is not ranked.
func relatedParts(k vocab.Kind) []relatedPart {
	switch k {
	case vocab.KindProject:
		return projectParts()
	case vocab.KindTalk:
		return talkParts()
	case vocab.KindSpeaker:
		return speakerParts()
	case vocab.KindEvent:
		return eventParts()
	case vocab.KindCategory:
		return categoryParts()
	}
	return nil
}
