package catalogue

import (
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// talk reads one talk of a report; its title, and its line or the page that states
// it, come first.
func (r *report) talk(n *yaml.Node) {
	var title text
	var talk, at rdf.Term
	r.fields(n, func(k text, v *yaml.Node) bool {
		switch k.value {
		case "title":
			title = r.text(v)
			return true
		case "line", "source", "page":
			talk, at = vocab.Entity(vocab.KindTalk, r.talkID(title.value)), r.evidence(k, v)
			if k.value == "page" {
				r.addPage(r.document, talk, vocab.URL, r.text(v), at)
			}
			return true
		}
		if title.value == "" || at.IsZero() {
			r.fail(k.line, "no title and line before %q", k.value)
			return true
		}
		return r.ofTalk(talk, at, k, v)
	})
	r.require(n, "title", title.value != "")
	r.require(n, "line", !at.IsZero())
	r.add(talk, vocab.Type, rdf.NewIRI(vocab.Talk), at)
	r.add(talk, vocab.Name, r.literal(title.value), at)
	if !r.hasEvent && !r.event.IsZero() {
		r.add(talk, vocab.SuperEvent, r.event, at)
	}
	r.hasEvent = false
}

// evidence reads the line that states a row, or the page that does, such as that
// of a session, with #L12 for a line of it. Such a page does not become a source.
func (r *report) evidence(k text, v *yaml.Node) rdf.Term {
	if k.value == "line" {
		return label(r.source, r.lines(v))
	}
	address := r.text(v)
	at := vocab.ParseLabel(address.value)
	key, err := vocab.SourceKey(at.Source)
	if err != nil {
		r.fail(address.line, "%w", err)
	}
	at.Source = key.Value
	return at.Label()
}

// talkID returns the id of the next talk under the title.
func (r *report) talkID(title string) string {
	r.titles[title]++
	if n := r.titles[title]; n > 1 {
		return vocab.ScopedID(title, r.source, strconv.Itoa(n))
	}
	return vocab.ScopedID(title, r.source)
}

// ofTalk reads the value of one key of a talk.
func (r *report) ofTalk(talk, at rdf.Term, key text, v *yaml.Node) bool {
	switch key.value {
	case "also":
		r.otherTitle(talk, at, v)
	case "url":
		r.addPage(r.document, talk, vocab.URL, r.text(v), at)
	case "event":
		r.hasEvent = true
		called := r.text(v)
		event, known := r.events[called.value]
		if !known {
			r.fail(called.line, "unknown event %q", called.value)
		}
		r.add(talk, vocab.SuperEvent, event, at)
	case "date":
		r.add(talk, vocab.StartDate, r.date(r.text(v)), at)
	case "slides":
		r.page(talk, at, vocab.WorkFeatured, v)
	case "video":
		r.page(talk, at, vocab.RecordedIn, v)
	case "speakers":
		r.list(v, func(n *yaml.Node) {
			speaker, at := r.speaker(n, at)
			r.add(talk, vocab.Performer, speaker, at)
		})
	case "about":
		r.projects(v, talk, at, vocab.About)
	case "mentions":
		r.projects(v, talk, at, vocab.Mentions)
	default:
		return false
	}
	return true
}

// otherTitle reads {title: …, line: 12}, or a title that stands at the talk's own
// place.
func (r *report) otherTitle(talk, at rdf.Term, n *yaml.Node) {
	if n.Kind == yaml.ScalarNode {
		r.add(talk, vocab.AlternateName, r.literal(r.text(n).value), at)
		return
	}
	var title text
	var lines span
	r.fields(n, func(k text, v *yaml.Node) bool {
		switch k.value {
		case "title":
			title = r.text(v)
		case "line":
			lines = r.lines(v)
		default:
			return false
		}
		return true
	})
	r.require(n, "line", lines.first > 0)
	r.add(talk, vocab.AlternateName, r.literal(title.value), label(r.source, lines))
}

// profiles are the addresses of people on the platforms that a report may name.
var profiles = map[string]string{"twitter": "https://twitter.com/", "github": "https://github.com/"}

// speaker reads {name: …, handle: …, line: 12} with platform and affiliation, or a
// name alone, states the person and returns them with the evidence: at, where no
// line is given.
func (r *report) speaker(n *yaml.Node, at rdf.Term) (speaker, evidence rdf.Term) {
	var name, handle, platform, affiliation text
	if n.Kind == yaml.ScalarNode {
		name = r.text(n)
	} else {
		r.fields(n, func(k text, v *yaml.Node) bool {
			switch k.value {
			case "line":
				at = label(r.source, r.lines(v))
			case "name":
				name = r.text(v)
			case "handle":
				handle = r.text(v)
			case "platform":
				platform = r.text(v)
			case "github", "twitter":
				handle, platform = r.text(v), k
			case "affiliation":
				affiliation = r.text(v)
			default:
				return false
			}
			return true
		})
	}
	known := name.value
	if known == "" {
		known = handle.value
	}
	r.require(n, "name or handle", known != "")
	r.require(n, "line", !at.IsZero())
	speaker = vocab.Entity(vocab.KindSpeaker, vocab.ScopedID(known, r.source))
	r.add(speaker, vocab.Type, rdf.NewIRI(vocab.Person), at)
	if name.value != "" {
		r.add(speaker, vocab.Name, r.literal(name.value), at)
	}
	switch profile, ok := vocab.PageIRI(profiles[platform.value] + strings.ToLower(handle.value)); {
	case platform.value == "" && handle.value != "":
		r.add(speaker, vocab.Nick, rdf.NewString(handle.value), at)
	case ok && handle.value != "":
		r.add(speaker, vocab.Profile, profile, at)
	case platform.value != "":
		r.fail(platform.line, "platform %q is unknown or without a handle", platform.value)
	}
	if affiliation.value != "" {
		r.add(speaker, vocab.Affiliation, r.organization(r.document, affiliation, at), at)
	}
	return speaker, at
}

// maintainers reads {project: …, people: [{name: …, line: 12}]}.
func (r *report) maintainers(n *yaml.Node) {
	e := &entry{}
	r.fields(n, func(k text, v *yaml.Node) bool {
		switch k.value {
		case "project":
			e = r.project(r.document, r.text(v))
		case "people":
			r.list(v, func(n *yaml.Node) {
				person, at := r.speaker(n, rdf.Term{})
				r.add(e.term, vocab.Maintainer, person, at)
			})
		default:
			return false
		}
		return true
	})
	r.require(n, "project", e.name != "")
}
