package resolve_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/resolve"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// document states records as a source does, one record a line.
type document struct {
	source string
	line   int
	quads  []rdf.Quad
}

func newDocument(source string) *document { return &document{source: source} }

// prefixes of the properties that records are written with.
var properties = map[string]string{
	"name": vocab.Name, "event": vocab.SuperEvent, "series": vocab.SuperEvent, "by": vocab.Performer,
	"about": vocab.About, "slides": vocab.WorkFeatured, "video": vocab.RecordedIn, "date": vocab.StartDate,
	"end": vocab.EndDate, "place": vocab.Location, "profile": vocab.Profile, "nick": vocab.Nick,
	"org": vocab.Affiliation, "url": vocab.URL,
}

// add states a record: its class, its id in the source, and "property value" each.
func (d *document) add(class, id string, properties ...string) rdf.Term {
	d.line++
	kinds := map[string]vocab.Kind{
		vocab.Talk: vocab.KindTalk, vocab.Person: vocab.KindSpeaker,
		vocab.Event: vocab.KindEvent, vocab.EventSeries: vocab.KindEvent,
	}
	subject := vocab.Entity(kinds[class], id)
	d.state(subject, vocab.Type, rdf.NewIRI(class))
	for _, p := range properties {
		name, value, _ := strings.Cut(p, " ")
		d.state(subject, predicate(name), object(name, value))
	}
	return subject
}

func (d *document) state(subject rdf.Term, predicate string, object rdf.Term) {
	label := vocab.Evidence{Source: d.source, Line: d.line}.Label()
	d.quads = append(d.quads, rdf.Quad{Subject: subject, Predicate: rdf.NewIRI(predicate), Object: object, Label: label})
}

func predicate(name string) string {
	p, ok := properties[name]
	if !ok {
		panic("no property " + name)
	}
	return p
}

func object(name, value string) rdf.Term {
	switch name {
	case "event", "series":
		return vocab.Entity(vocab.KindEvent, value)
	case "by":
		return vocab.Entity(vocab.KindSpeaker, value)
	case "about":
		return vocab.Entity(vocab.KindProject, value)
	case "org":
		return vocab.Entity(vocab.KindOrganization, value)
	case "slides", "video", "profile", "url":
		return rdf.NewIRI(value)
	case "date", "end":
		date, err := vocab.Date(value)
		if err != nil {
			panic(err)
		}
		return date
	}
	return rdf.NewString(value)
}

func (d *document) talk(id string, properties ...string) { d.add(vocab.Talk, id, properties...) }

func (d *document) speaker(id string, properties ...string) { d.add(vocab.Person, id, properties...) }

func (d *document) event(id string, properties ...string) { d.add(vocab.Event, id, properties...) }

func quadsOf(documents ...*document) []rdf.Quad {
	var quads []rdf.Quad
	for _, d := range documents {
		quads = append(quads, d.quads...)
	}
	return quads
}

func merge(t testing.TB, quads []rdf.Quad, opts *resolve.Options) []rdf.Quad {
	t.Helper()
	merged, err := resolve.Merge(quads, opts)
	if err != nil {
		t.Fatal(err)
	}
	return merged
}

// sameAs returns the ids that were merged away, as "old = canonical", sorted.
func sameAs(merged []rdf.Quad) []string {
	var pairs []string
	for _, q := range merged {
		if q.Predicate.Value == vocab.SameAs {
			_, a, _ := vocab.KindOf(q.Subject.Value)
			_, b, _ := vocab.KindOf(q.Object.Value)
			pairs = append(pairs, a+" = "+b)
		}
	}
	slices.Sort(pairs)
	return slices.Compact(pairs)
}

// reasons returns the reasons as "a reason b @source:line", sorted.
func reasons(merged []rdf.Quad) []string {
	var lines []string
	for _, q := range merged {
		if _, ok := vocab.IdentityReasons[q.Predicate.Value]; ok {
			_, a, _ := vocab.KindOf(q.Subject.Value)
			_, b, _ := vocab.KindOf(q.Object.Value)
			lines = append(lines, fmt.Sprintf("%s %s %s @%s", a, strings.TrimPrefix(q.Predicate.Value, vocab.Base), b, vocab.ParseLabel(q.Label.Value)))
		}
	}
	slices.Sort(lines)
	return lines
}

func check(t *testing.T, got []string, want ...string) {
	t.Helper()
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}
