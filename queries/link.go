package queries

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// link is a predicate whose subject and object are entities: what questions
// about how entities hang together follow.
type link struct {
	predicate string
	relation  string  // as JSON has it
	inverse   string  // the relation seen from the object
	text      string  // a sentence, with %s for subject and object
	label     string  // what stands on an edge
	strength  float64 // how near it brings its ends, for choosing what to draw
	mention   bool    // whether it only says that a name occurs
}

// links lists the links, those that say the most first.
var links = [...]link{
	{vocab.Uses.Predicate, "uses", "used_by", "%s uses %s", "uses", 3, false},
	{vocab.BuiltOn.Predicate, "built_on", "base_of", "%s is built on %s", "built on", 3, false},
	{vocab.IntegratesWith.Predicate, "integrates_with", "integrates_with", "%s integrates with %s", "integrates with", 2.5, false},
	{vocab.PartOf.Predicate, "part_of", "has_part", "%s is part of %s", "part of", 3, false},
	{vocab.RenamedFrom.Predicate, "renamed_from", "renamed_to", "%s was formerly %s", "formerly", 3, false},
	{vocab.AlternativeTo.Predicate, "alternative_to", "alternative_to", "%s is an alternative to %s", "alternative to", 3, false},
	{vocab.CreatedBy.Predicate, "created_by", "created", "%s was created by %s", "created by", 2, false},
	{vocab.Subject, "category", "project", "%s is in the category %s", "in", 2, false},
	{vocab.Broader, "broader", "narrower", "the category %s is below %s", "below", 1, false},
	{vocab.About, "about", "talk", "%s is about %s", "about", 1.2, false},
	{vocab.Performer, "speaker", "talk", "%s was given by %s", "by", 1.5, false},
	{vocab.SuperEvent, "event", "part", "%s was at %s", "at", 1, false},
	{vocab.Affiliation, "affiliation", "member", "%s works for %s", "works for", 1, false},
	{vocab.Maintainer, "maintainer", "maintains", "%s is maintained by %s", "maintained by", 0.8, false},
	{vocab.Mentions, "mentions", "mentioned_in", "%s mentions %s", "mentions", 0.5, true},
	{vocab.PossiblyMentions, "possibly_mentions", "possibly_mentioned_in", "%s possibly mentions %s", "possibly mentions", 0.2, true},
}

// maxStrength is the greatest strength of a link.
const maxStrength = 3

// linkOf returns the place in links of the predicate, -1 for one that links no entities.
func linkOf(predicate string) int {
	return slices.IndexFunc(links[:], func(l link) bool { return l.predicate == predicate })
}

// relationPlace returns the place in links of the relation, -1 for one that is none.
func relationPlace(relation string) int {
	return slices.IndexFunc(links[:], func(l link) bool { return l.relation == relation })
}

// linkTable gives the links of one graph by the numbers of its predicates.
type linkTable struct {
	g     *graph.Graph
	index map[graph.ID]int // by predicate, place in links
}

func newLinkTable(g *graph.Graph) linkTable {
	t := linkTable{g: g, index: make(map[graph.ID]int, len(links))}
	for i, l := range links {
		if p := g.Predicate(l.predicate); p != 0 {
			t.index[p] = i
		}
	}
	return t
}

// Relations returns the relations between entities, as answers name them.
func Relations() []string {
	list := make([]string, len(links))
	for i, l := range links {
		list[i] = l.relation
	}
	return list
}

// keep leaves the links of the relations alone, all where there are none.
func (t linkTable) keep(relations []string) error {
	for _, name := range relations {
		if relationPlace(name) < 0 {
			return optionErrorf("unknown relation %q; one of %s", name, strings.Join(Relations(), ", "))
		}
	}
	maps.DeleteFunc(t.index, func(_ graph.ID, place int) bool {
		return len(relations) > 0 && !slices.Contains(relations, links[place].relation)
	})
	return nil
}

// each calls yield with every statement that links id to another entity: first
// those about id, then those of which it is the object. place is that in links.
func (t linkTable) each(id graph.ID, yield func(s graph.Statement, other graph.ID, place int)) {
	for s := range t.g.Match(id, 0, 0) {
		if place, ok := t.index[s.Predicate]; ok {
			yield(s, s.Object, place)
		}
	}
	for s := range t.g.Match(0, 0, id) {
		if place, ok := t.index[s.Predicate]; ok && s.Subject != id {
			yield(s, s.Subject, place)
		}
	}
}

// of returns l in the words that fit the kind of its subject: a talk is at
// an event, an event is part of another.
func (l link) of(subject vocab.Kind) link {
	if l.predicate == vocab.SuperEvent && subject == vocab.KindEvent {
		part := links[linkOf(vocab.PartOf.Predicate)]
		l.text, l.label = part.text, part.label
	}
	return l
}

// sentence returns the statement that links the two in words.
func (l link) sentence(subject, object Entity) string {
	return fmt.Sprintf(l.of(subject.Kind).text, quoted(subject), quoted(object))
}

// quoted returns the name of e, a title in quotation marks.
func quoted(e Entity) string {
	if e.Kind == vocab.KindTalk {
		return "“" + e.Name + "”"
	}
	return e.Name
}
