package catalogue

import (
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// report reads a file of reports: what one document says of an event. Lines
// are those of that document.
func (c *catalogue) report(d *document) error {
	r := &report{catalogue: c, document: d, events: map[string]rdf.Term{}, titles: map[string]int{}}
	d.fields(d.root, func(k text, v *yaml.Node) bool {
		if k.value == "source" {
			r.source = c.source(d, v)
			return true
		}
		if r.source == "" {
			d.fail(k.line, "no source before %q", k.value)
			return true
		}
		switch k.value {
		case "language":
			r.language = d.text(v).value
			c.add(rdf.NewIRI(r.source), vocab.Language, rdf.NewString(r.language), rdf.NewIRI(r.source))
		case "events":
			d.list(v, r.oneEvent)
		case "event":
			called := d.text(v)
			known := false
			if r.event, known = r.events[called.value]; !known {
				d.fail(called.line, "unknown event %q", called.value)
			}
		case "maintainers":
			d.list(v, r.maintainers)
		case "talks":
			d.list(v, r.talk)
		case "mentions":
			r.projects(v, rdf.NewIRI(r.source), rdf.Term{}, vocab.Mentions)
		case "maturity":
			d.list(v, r.maturity)
		case "relations":
			d.list(v, func(n *yaml.Node) { c.relation(d, r.source, n) })
		default:
			return false
		}
		return true
	})
	return d.err
}

// report is the document whose statements are being read.
type report struct {
	*catalogue
	*document
	source   string
	language string
	events   map[string]rdf.Term // by name
	event    rdf.Term            // that of the talks which name none
	hasEvent bool                // the talk that is being read names one
	titles   map[string]int      // talks so far under a title
}

// literal returns a name or title, with its language where its script tells it:
// Han are taken for the report's language.
func (r *report) literal(s string) rdf.Term {
	language := scriptLanguage(s)
	if language == "zh" && r.language != "" {
		language = r.language
	}
	return rdf.NewLangString(s, language)
}

// page states an address that the report gives, with its line or at the place at.
func (r *report) page(subject, at rdf.Term, predicate string, n *yaml.Node) {
	if n.Kind == yaml.ScalarNode {
		r.addPage(r.document, subject, predicate, r.text(n), at)
		return
	}
	at = rdf.Term{}
	var address text
	r.fields(n, func(k text, v *yaml.Node) bool {
		switch k.value {
		case "url":
			address = r.text(v)
		case "line":
			at = label(r.source, r.lines(v))
		default:
			return false
		}
		return true
	})
	r.require(n, "url", address.value != "")
	r.require(n, "line", !at.IsZero())
	r.addPage(r.document, subject, predicate, address, at)
}

// projects reads {NATS: 20, Kafka: [49, 57]}: projects and the lines that
// relate the subject to them; or a list of projects, which the place at relates.
func (r *report) projects(n *yaml.Node, subject, at rdf.Term, predicate string) {
	if n.Kind == yaml.SequenceNode && !at.IsZero() {
		for _, called := range r.texts(n) {
			r.add(subject, predicate, r.project(r.document, called).term, at)
		}
		return
	}
	r.fields(n, func(k text, v *yaml.Node) bool {
		e := r.project(r.document, k)
		for _, lines := range r.manyLines(v) {
			r.add(subject, predicate, e.term, label(r.source, lines))
		}
		return true
	})
}

// maturity reads {project: Envoy, graduated: 2018-11, line: 12}; a level that
// has no date is given as {…, level: graduated}.
func (r *report) maturity(n *yaml.Node) {
	var e *entry
	var at, object rdf.Term
	var predicate string
	r.fields(n, func(k text, v *yaml.Node) bool {
		switch k.value {
		case "project":
			e = r.project(r.document, r.text(v))
		case "line":
			at = label(r.source, r.lines(v))
		case "level":
			level, known := vocab.LevelOf(vocab.Base + r.text(v).value)
			if !known {
				r.fail(v.Line, "unknown level %q", v.Value)
			}
			predicate, object = vocab.Status, rdf.NewIRI(level.IRI())
		default:
			level, known := vocab.LevelOf(vocab.Base + k.value)
			if known {
				predicate, object = level.Predicate(), r.date(r.text(v))
			}
			return known
		}
		return true
	})
	r.require(n, "project", e != nil)
	r.require(n, "line", !at.IsZero())
	r.require(n, "level", !object.IsZero())
	if r.err == nil {
		r.add(e.term, predicate, object, at)
	}
}

// oneEvent reads {name: …, line: 1}, or with the source in place of the line, and
// series, date, end, location, url and host: the event that it is held with.
func (r *report) oneEvent(n *yaml.Node) {
	var called text
	var at rdf.Term
	var rest []func(event, at rdf.Term)
	later := func(predicate string, object rdf.Term) {
		rest = append(rest, func(event, at rdf.Term) { r.add(event, predicate, object, at) })
	}
	r.fields(n, func(k text, v *yaml.Node) bool {
		if k.value == "line" || k.value == "source" {
			at = r.evidence(k, v)
			return true
		}
		t := r.text(v)
		switch k.value {
		case "name":
			called = t
		case "host":
			host, known := r.events[t.value]
			if !known {
				r.fail(t.line, "unknown event %q", t.value)
			}
			later(vocab.SuperEvent, host)
		case "series":
			rest = append(rest, func(event, at rdf.Term) { r.series(t.value, event, at) })
		case "date":
			later(vocab.StartDate, r.date(t))
		case "end":
			later(vocab.EndDate, r.date(t))
		case "location":
			later(vocab.Location, r.literal(t.value))
		case "url":
			rest = append(rest, func(event, at rdf.Term) { r.addPage(r.document, event, vocab.URL, t, at) })
		default:
			return false
		}
		return true
	})
	r.require(n, "name", called.value != "")
	r.require(n, "line", !at.IsZero())
	event := vocab.Entity(vocab.KindEvent, eventID(called.value, r.source))
	r.events[called.value] = event
	r.add(event, vocab.Type, rdf.NewIRI(vocab.Event), at)
	r.add(event, vocab.Name, r.literal(called.value), at)
	for _, state := range rest {
		state(event, at)
	}
}

func (r *report) series(called string, event, at rdf.Term) {
	series := vocab.Entity(vocab.KindEvent, vocab.Slug(called))
	r.add(series, vocab.Type, rdf.NewIRI(vocab.EventSeries), at)
	r.add(series, vocab.Name, r.literal(called), at)
	r.add(event, vocab.SuperEvent, series, at)
}

// eventID returns the id of an event. A name that holds an edition or a year
// and is long enough not to be that of another event is one id everywhere.
func eventID(name, source string) string {
	const long = 10
	slug := vocab.Slug(name)
	if strings.ContainsFunc(name, unicode.IsDigit) && len([]rune(slug)) >= long {
		return slug
	}
	return vocab.ScopedID(name, source)
}
