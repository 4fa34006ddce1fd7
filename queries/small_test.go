package queries_test

import (
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// predicates and classes are the names that testdata/*.facts use.
var predicates = map[string]string{
	"a": vocab.Type, "projectName": vocab.ProjectName, "altLabel": vocab.AltLabel, "hiddenLabel": vocab.HiddenLabel,
	"prefLabel": vocab.PrefLabel, "broader": vocab.Broader, "subject": vocab.Subject, "homepage": vocab.Homepage,
	"repository": vocab.Repository, "status": vocab.Status, "name": vocab.Name, "superEvent": vocab.SuperEvent,
	"performer": vocab.Performer, "about": vocab.About, "mentions": vocab.Mentions, "possiblyMentions": vocab.PossiblyMentions,
	"startDate": vocab.StartDate, "endDate": vocab.EndDate, "extractor": vocab.Extractor, "location": vocab.Location, "workFeatured": vocab.WorkFeatured, "profile": vocab.Profile,
	"affiliation": vocab.Affiliation, "nick": vocab.Nick, "title": vocab.Title, "issued": vocab.Issued,
	"language": vocab.Language, "historyRank": vocab.HistoryRank, "uses": vocab.Uses.Predicate,
	"alternativeTo": vocab.AlternativeTo.Predicate, "createdBy": vocab.CreatedBy.Predicate,
	"accepted": vocab.Accepted.Predicate(), "sandbox": vocab.Sandbox.Predicate(), "incubating": vocab.Incubating.Predicate(),
	"graduated": vocab.Graduated.Predicate(), "archived": vocab.Archived.Predicate(), "maintainer": vocab.Maintainer,
}

var classes = map[string]string{
	"Project": vocab.Project, "Category": vocab.Category, "Talk": vocab.Talk, "Event": vocab.Event, "EventSeries": vocab.EventSeries,
	"Person": vocab.Person, "Organization": vocab.Organization, "Document": vocab.Document,
}

// fact is a line of testdata/*.facts.
var fact = regexp.MustCompile(`^(\S+) (\S+) ("[^"]*"\S*|\S+) (\S+)(?: (\d+))?(?: (\d+))?$`)

// parseFacts returns the quads that text, in the form of testdata/*.facts, holds.
func parseFacts(t testing.TB, text string) []rdf.Quad {
	t.Helper()
	var quads []rdf.Quad
	for i, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		m := fact.FindStringSubmatch(line)
		if m == nil || predicates[m[2]] == "" {
			t.Fatalf("fact %d: %s", i+1, line)
		}
		first, _ := strconv.Atoi(m[5])
		last, _ := strconv.Atoi(m[6])
		evidence := vocab.Evidence{Source: m[4], Line: first, EndLine: max(first, last)}
		quads = append(quads, rdf.Quad{
			Subject: parseFactTerm(t, m[1]), Predicate: rdf.NewIRI(predicates[m[2]]), Object: parseFactTerm(t, m[3]), Label: evidence.Label(),
		})
	}
	return quads
}

// parseFactTerm returns a subject or object.
func parseFactTerm(t testing.TB, s string) rdf.Term {
	t.Helper()
	if class, ok := classes[s]; ok {
		return rdf.NewIRI(class)
	}
	if date, err := vocab.Date(s); err == nil {
		return date
	}
	if strings.HasPrefix(s, "maturity/") {
		return rdf.NewIRI(vocab.Base + s)
	}
	if kind, id, ok := vocab.KindOf(vocab.Base + s); ok {
		return vocab.Entity(kind, id)
	}
	s = strings.Replace(s, "^^integer", "^^<"+vocab.XSDInteger+">", 1)
	term, err := rdf.ParseTerm(s)
	if err != nil {
		t.Fatalf("%s: %v", s, err)
	}
	return term
}

// factGraph returns the graph of the facts.
func factGraph(t testing.TB, facts string) *graph.Graph {
	t.Helper()
	g, err := graph.New(parseFacts(t, facts))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { g.Close() })
	return g
}

// smallGraph returns the graph of testdata/small.facts.
func smallGraph(t testing.TB) *graph.Graph {
	t.Helper()
	text, err := os.ReadFile("testdata/small.facts")
	if err != nil {
		t.Fatal(err)
	}
	return factGraph(t, string(text))
}

// history returns facts about a project with the milestones, from a source of
// the rank, or one that has none where it is empty.
func history(source, rank string, milestones ...string) string {
	facts := fmt.Sprintf("<%s> a Document %s\nproject/p a Project %s\nproject/p projectName \"P\" %s\n", source, source, source, source)
	if rank != "" {
		facts += fmt.Sprintf("<%s> historyRank %q^^integer %s\n", source, rank, source)
	}
	for i, m := range milestones {
		facts += fmt.Sprintf("project/p %s %s %d\n", m, source, i+1)
	}
	return facts
}
