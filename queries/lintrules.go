package queries

import (
	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// lintRule is a rule and what finds the places that break it.
type lintRule struct {
	LintRule
	find func(*graph.Graph) []Finding
}

// fault is a rule on the form of a file, whose reader saw what breaks it.
func fault(f vocab.Fault, s Severity, about, fix string) lintRule {
	return lintRule{LintRule{string(f), s, about, fix}, func(g *graph.Graph) []Finding { return faults(g, f) }}
}

// lintRules lists the rules: on what is stated, then on the form of files.
var lintRules = []lintRule{
	{LintRule{
		"date-order", SeverityError, "Dates that cannot follow each other so: levels of a project, the ends of an event, a talk outside of its event.",
		"Check the dates at their sources; correct a history in data/corrections.yaml.",
	}, datesOutOfOrder},
	{LintRule{
		"contradicted-history", SeverityWarning, "A maturity history that a correction gainsays.",
		"Report it to the source; nothing is to be done here, as the correction counts.",
	}, contradictedHistories},
	{LintRule{
		"unknown-project", SeverityWarning, "A project that only documents name: no catalogue has it.",
		"Correct its name in the document, or add it to data/software.yaml, or its name to data/names.yaml or a file for --aliases.",
	}, unknownProjects},
	{LintRule{
		"unnamed-project", SeverityNote, "A project that a talk is declared to be about and that none of its titles names.",
		"Check that the talk is about it, and take it out of the declaration otherwise.",
	}, unnamedProjects},
	{LintRule{
		"ambiguous-mention", SeverityNote, "A name that may mean several projects and was linked to none of them.",
		"Write the full name in the document, or settle it in a file for --aliases.",
	}, ambiguousMentions},
	{LintRule{
		"event-without-date", SeverityWarning, "An event whose day no source says.",
		"Ingest a list of events that dates it, or write the date into the document.",
	}, undatedEvents},
	{LintRule{
		"doubtful-speaker", SeverityWarning, "A speaker whose name is not that of a person.",
		"Correct the name at the source; report a row that was read wrongly.",
	}, doubtfulSpeakers},
	{LintRule{
		"duplicate-speaker", SeverityNote, "Several people of one name who have nothing else in common.",
		"Where they are one, or two for certain, say so in data/identities.yaml or a file for --identities.",
	}, duplicateSpeakers},
	{LintRule{
		"doubtful-talk", SeverityWarning, "A talk whose title is none.",
		"Correct the title at the source; report a row that was read wrongly.",
	}, doubtfulTalks},
	{LintRule{
		"duplicate-talk", SeverityNote, "Several talks of one title at one event.",
		"Where they are one, or two for certain, say so in data/identities.yaml or a file for --identities.",
	}, duplicateTalks},
	fault(vocab.UnusableRow, SeverityError, "A row, an entry or an item of a file that nothing could be made of.", "Correct the row at its source."),
	fault(vocab.UnknownCategory, SeverityWarning, "An item in a category that the file does not have.", "Name the category as the file has it."),
	fault(vocab.EmptyCategory, SeverityNote, "A category without items.", "Fill it or take it out."),
	fault(vocab.DuplicateName, SeverityWarning, "Two items of one name.", "Make them one item, with second_path for the other category."),
	fault(vocab.ShadowItem, SeverityNote, "An item that repeats another one for a second category.", "Use second_path in the first item."),
	fault(vocab.KeyDrift, SeverityWarning, "A key in another spelling than in most entries.", "Write the key as most entries do."),
	fault(vocab.MisplacedKey, SeverityWarning, "A key of an item inside its extra block.", "Move the key out of extra."),
	fault(vocab.MissingKey, SeverityNote, "An entry without a key that all others have.", "Add the key."),
	fault(vocab.MixedType, SeverityWarning, "A value of another type than the key mostly has.", "Write the value as most entries do."),
	fault(vocab.NullKey, SeverityNote, "A key that has no value anywhere.", "Nothing: readers must not expect a value."),
}

// faults returns what readers stated of their sources under the rule.
func faults(g *graph.Graph, f vocab.Fault) []Finding {
	var found []Finding
	for s := range g.Statements(0, f.Predicate(), 0) {
		found = append(found, Finding{
			Text: g.Term(s.Object).Value, Entities: []Entity{entity(g, s.Subject)}, Evidence: []vocab.Evidence{g.Evidence(s.Label)},
		})
	}
	return found
}

// finding returns a finding on the entities, with where sources state them.
func finding(g *graph.Graph, text string, ids ...graph.ID) Finding {
	f := Finding{Text: text}
	for _, id := range ids {
		f.Entities = append(f.Entities, entity(g, id))
		f.Evidence = append(f.Evidence, typeEvidence(g, id)...)
	}
	return f
}
