package queries

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// unknownProjects finds the projects that only documents name. In a graph without
// a catalogue there is nothing to hold them against.
func unknownProjects(g *graph.Graph) []Finding {
	if g.Predicate(vocab.Subject) == 0 {
		return nil
	}
	var found []Finding
	for id := range instances(g, vocab.Project) {
		if known := len(slices.Collect(g.Objects(id, vocab.Subject))) > 0; known {
			continue
		}
		evidence := typeEvidence(g, id)
		read := func(e vocab.Evidence) bool {
			source, ok := g.Entity(vocab.KindSource, e.Source)
			return ok && g.Value(source, vocab.Extractor) != ""
		}
		if len(evidence) > 0 && !slices.ContainsFunc(evidence, func(e vocab.Evidence) bool { return !read(e) }) {
			found = append(found, finding(g, "no catalogue has "+g.Name(id), id))
		}
	}
	return found
}

// unnamedProjects finds the projects that a talk is about as a whole, by the word of
// whoever wrote the list, and that are in none of its titles.
func unnamedProjects(g *graph.Graph) []Finding {
	var found []Finding
	keys := map[graph.ID][]string{} // by project
	for id := range instances(g, vocab.Talk) {
		titles := "" // read for the first project that is declared
		stated := typeLabels(g, id)
		for s := range g.Statements(id, vocab.About, 0) {
			if !slices.Contains(stated, s.Label) {
				continue
			}
			if titles == "" {
				for _, title := range g.Names(id) {
					titles += " " + nameKey(title)
				}
			}
			if keys[s.Object] == nil {
				keys[s.Object] = projectNames(g, s.Object)
			}
			if !slices.ContainsFunc(keys[s.Object], func(name string) bool { return strings.Contains(titles, name) }) {
				found = append(found, Finding{
					Text:     fmt.Sprintf("%s is declared to be about %s", g.Name(id), g.Name(s.Object)),
					Entities: []Entity{entity(g, id), entity(g, s.Object)}, Evidence: []vocab.Evidence{g.Evidence(s.Label)},
				})
			}
		}
	}
	return found
}

// projectNames returns the keys of all names of the project, misspellings included.
func projectNames(g *graph.Graph, project graph.ID) []string {
	var keys []string
	for _, p := range [...]string{vocab.ProjectName, vocab.AltLabel, vocab.HiddenLabel} {
		for o := range g.Objects(project, p) {
			if key := nameKey(g.Term(o).Value); key != "" {
				keys = append(keys, key)
			}
		}
	}
	return keys
}

// ambiguousMentions finds the lines with a name that may mean several projects.
func ambiguousMentions(g *graph.Graph) []Finding {
	type place struct {
		subject graph.ID
		label   graph.Label
	}
	candidates := map[place][]graph.ID{}
	var order []place
	for s := range g.Statements(0, vocab.PossiblyMentions, 0) {
		at := place{s.Subject, s.Label}
		if len(candidates[at]) == 0 {
			order = append(order, at)
		}
		candidates[at] = append(candidates[at], s.Object)
	}
	var found []Finding
	for _, at := range order {
		var names []string
		f := Finding{Evidence: []vocab.Evidence{g.Evidence(at.label)}, Entities: []Entity{entity(g, at.subject)}}
		for _, e := range entities(g, candidates[at]) {
			names = append(names, e.Name)
			f.Entities = append(f.Entities, e)
		}
		f.Text = fmt.Sprintf("%s may mean %s", g.Name(at.subject), strings.Join(names, " or "))
		found = append(found, f)
	}
	return found
}

// nobody are words that stand where a speaker is expected and name none.
var nobody = []string{"tba", "tbd", "tbc", "speaker", "speakers", "moderator", "panel", "panelist", "team", "various", "multiple", "community", "maintainers", "unknown"}

// doubtfulSpeakers finds speakers whose name holds a digit or a sign that no name
// has, is a single letter, a word that names nobody, or that of an organisation.
func doubtfulSpeakers(g *graph.Graph) []Finding {
	organizations := map[string]bool{}
	for id := range instances(g, vocab.Organization) {
		organizations[nameKey(g.Name(id))] = true
	}
	var found []Finding
	for id := range instances(g, vocab.Person) {
		for o := range g.Objects(id, vocab.Name) {
			name := g.Term(o).Value
			outside, _, _ := strings.Cut(name, "(")
			words := strings.FieldsFunc(strings.ToLower(outside), func(r rune) bool { return !unicode.IsLetter(r) })
			reason := ""
			switch {
			case strings.ContainsFunc(name, unicode.IsDigit):
				reason = "holds a digit"
			case strings.ContainsAny(name, "@&/:;|<>{}[]=+*#?!"):
				reason = "holds a sign that names have not"
			case utf8.RuneCountInString(strings.TrimSpace(name)) < 2:
				reason = "is a single letter"
			case slices.ContainsFunc(words, func(w string) bool { return slices.Contains(nobody, w) }):
				reason = "names nobody"
			case len(words) > 1 && organizations[nameKey(name)]:
				reason = "is that of an organization too"
			}
			if reason != "" {
				found = append(found, finding(g, fmt.Sprintf("the speaker's name %q %s", name, reason), id))
			}
		}
	}
	return found
}

// duplicateSpeakers finds the people of one name who are several.
func duplicateSpeakers(g *graph.Graph) []Finding {
	of := map[string][]graph.ID{}
	for id := range instances(g, vocab.Person) {
		for o := range g.Objects(id, vocab.Name) {
			name := g.Term(o).Value
			if len(strings.Fields(name)) < 2 && isASCIIOnly(name) {
				continue // a first name or a nickname says nothing
			}
			if key := nameKey(name); key != "" && !slices.Contains(of[key], id) {
				of[key] = append(of[key], id)
			}
		}
	}
	return severals(g, of, "people are called")
}

func isASCIIOnly(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf })
}

// severals finds the keys that more than one entity has.
func severals(g *graph.Graph, of map[string][]graph.ID, what string) []Finding {
	var found []Finding
	for _, key := range slices.Sorted(maps.Keys(of)) {
		if ids := of[key]; len(ids) > 1 {
			found = append(found, finding(g, fmt.Sprintf("%d %s %s", len(ids), what, g.Name(ids[0])), ids...))
		}
	}
	return found
}

// Lengths of a title, in characters, beyond which it is none.
const (
	shortestTitle = 3
	longestTitle  = 300
)

// doubtfulTalks finds talks without a title, and titles that are too short or too
// long, an address, or the name of the event or of a speaker.
func doubtfulTalks(g *graph.Graph) []Finding {
	var found []Finding
	keys := map[graph.ID]string{} // of the names of events and speakers
	for id := range instances(g, vocab.Talk) {
		title := g.Value(id, vocab.Name)
		length := utf8.RuneCountInString(strings.TrimSpace(title))
		reason := ""
		switch {
		case length == 0:
			reason = "has no title"
		case length < shortestTitle:
			reason = "is too short for a title"
		case length > longestTitle:
			reason = "is too long for a title"
		case strings.HasPrefix(title, "http://"), strings.HasPrefix(title, "https://"):
			reason = "is an address"
		case namedAlike(g, keys, title, g.Objects(id, vocab.SuperEvent)):
			reason = "is the name of its event"
		case namedAlike(g, keys, title, g.Objects(id, vocab.Performer)):
			reason = "is the name of its speaker"
		}
		if reason != "" {
			found = append(found, finding(g, fmt.Sprintf("%q %s", g.Name(id), reason), id))
		}
	}
	return found
}

// namedAlike tells whether one of the entities has the name. It takes the keys of their
// names from keys and adds those that lack there.
func namedAlike(g *graph.Graph, keys map[graph.ID]string, name string, ids iter.Seq[graph.ID]) bool {
	key := nameKey(name)
	return key != "" && some(ids, func(id graph.ID) bool {
		known, ok := keys[id]
		if !ok {
			known = nameKey(g.Name(id))
			keys[id] = known
		}
		return known == key
	})
}

// duplicateTalks finds the talks of one title at one event that are several.
func duplicateTalks(g *graph.Graph) []Finding {
	of := map[string][]graph.ID{}
	for id := range instances(g, vocab.Talk) {
		key := nameKey(g.Value(id, vocab.Name))
		for event := range g.Objects(id, vocab.SuperEvent) {
			if _, slug := g.EntityID(event); key != "" {
				of[key+" "+slug] = append(of[key+" "+slug], id)
			}
		}
	}
	return severals(g, of, "talks of one event are called")
}
