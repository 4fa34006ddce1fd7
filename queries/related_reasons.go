package queries

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// counting returns a text that counts the noun, whose plural is told where an s does
// not make it.
func counting(noun string, plural ...string) func(*relatedScorer, graph.ID, int) string {
	return func(_ *relatedScorer, _ graph.ID, n int) string {
		if n != 1 && len(plural) > 0 {
			return fmt.Sprintf("%d %s", n, plural[0])
		}
		return counted(n, noun)
	}
}

// plain returns a text that is the same for all.
func plain(text string) func(*relatedScorer, graph.ID, int) string {
	return func(*relatedScorer, graph.ID, int) string { return text }
}

// counted returns the number with the noun, in the plural where it has to be.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// relationText gives the declared relations between the project and q, each once.
func relationText(s *relatedScorer, q graph.ID, _ int) string {
	var words []string
	for _, e := range s.declared.of(s.project) {
		if e.id != q {
			continue
		}
		l := links[linkOf(relationStrengths[e.relation].Predicate)]
		word := l.relation
		if !e.isObject {
			word = l.inverse
		}
		if !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	return strings.ReplaceAll(strings.Join(words, ", "), "_", " ")
}

// categoryText names the categories that both projects are in.
func categoryText(s *relatedScorer, q graph.ID, _ int) string {
	var names []string
	for c := range s.g.Objects(s.project, vocab.Subject) {
		if s.g.Has(q, vocab.Subject, c) {
			names = append(names, s.g.Name(c))
		}
	}
	slices.SortFunc(names, compareNames)
	return "both in " + strings.Join(names, ", ")
}

// categoryRelationText says whose category it is, as q may be in another one.
func categoryRelationText(s *relatedScorer, _ graph.ID, n int) string {
	category := "category"
	if len(s.categories()) > 1 {
		category = "categories"
	}
	return fmt.Sprintf("related to %s of %s's %s", counted(n, "other"), s.g.Name(s.project), category)
}

func sourceText(_ *relatedScorer, _ graph.ID, n int) string {
	return counted(n, "source") + " in common"
}

// The functions below append the labels of the statements on which an entity is
// related, on account of via.

func relationLabels(s *relatedScorer, to []graph.Label, q, _ graph.ID) []graph.Label {
	return s.declared.appendBetween(to, s.project, q)
}

func categoryLabels(s *relatedScorer, to []graph.Label, q, category graph.ID) []graph.Label {
	return appendLabels(appendLabels(to, s.g, s.project, vocab.Subject, category), s.g, q, vocab.Subject, category)
}

func categoryRelationLabels(s *relatedScorer, to []graph.Label, q, member graph.ID) []graph.Label {
	return s.declared.appendBetween(to, member, q)
}

func sharedMaintainerLabels(s *relatedScorer, to []graph.Label, q, person graph.ID) []graph.Label {
	return appendLabels(appendLabels(to, s.g, s.project, vocab.Maintainer, person), s.g, q, vocab.Maintainer, person)
}

// namingLabels are for what names both projects.
func namingLabels(s *relatedScorer, to []graph.Label, q, naming graph.ID) []graph.Label {
	return s.appendNaming(s.appendNaming(to, naming, s.project), naming, q)
}

// appendNaming appends the labels by which the talk or source names the project.
func (s *relatedScorer) appendNaming(to []graph.Label, naming, project graph.ID) []graph.Label {
	return appendLabels(appendLabels(to, s.g, naming, vocab.About, project), s.g, naming, vocab.Mentions, project)
}

// speakerLabels are for the speaker of talks about the project or about q.
func speakerLabels(s *relatedScorer, to []graph.Label, q, speaker graph.ID) []graph.Label {
	s.ids = s.performer.subjects(s.ids[:0], speaker)
	for _, talk := range s.ids {
		if s.g.Has(talk, vocab.About, s.project) || s.g.Has(talk, vocab.About, q) {
			to = appendLabels(to, s.g, talk, vocab.Performer, speaker)
		}
	}
	return to
}
