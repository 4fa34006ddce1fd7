package extract

import (
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// persons tells which speakers of a document are one person: within a document,
// one name or one handle is one person.
type persons struct {
	of   map[string]int // by "name:" and "handle:" keys, index into name
	name []string       // what the person's id is made of: the first name, else the handle
}

// newPersons gathers the speakers of d.
func newPersons(d *Document) persons {
	p := persons{of: map[string]int{}}
	for _, t := range d.Talks {
		for i := range t.Speakers {
			p.learn(&t.Speakers[i])
		}
	}
	for i := range d.Maintainers {
		p.learn(&d.Maintainers[i].Speaker)
	}
	return p
}

func (p *persons) learn(s *Speaker) {
	keys := speakerKeys(s)
	n := len(p.name)
	for _, k := range keys {
		if known, ok := p.of[k]; ok {
			n = known
			break
		}
	}
	if n == len(p.name) {
		p.name = append(p.name, string(s.Handle))
	}
	if s.Name != "" && (p.name[n] == "" || p.name[n] == string(s.Handle)) {
		p.name[n] = string(s.Name)
	}
	for _, k := range keys {
		if _, ok := p.of[k]; !ok {
			p.of[k] = n
		}
	}
}

// id returns the id of the speaker in the source with the given key.
func (p *persons) id(s *Speaker, source string) string {
	for _, k := range speakerKeys(s) {
		if n, ok := p.of[k]; ok {
			return vocab.ScopedID(p.name[n], source)
		}
	}
	return vocab.ScopedID(string(s.Name+s.Handle), source)
}

func speakerKeys(s *Speaker) []string {
	var keys []string
	if s.Handle != "" {
		keys = append(keys, "handle:"+strings.ToLower(string(s.Handle)))
	}
	if s.Name != "" {
		keys = append(keys, "name:"+strings.Join(strings.Fields(strings.ToLower(string(s.Name))), " "))
	}
	return keys
}

// profiles are the addresses of profiles, by platform, without the handle.
var profiles = map[string]string{
	"twitter":     "https://twitter.com/",
	"github":      "https://github.com/",
	"qiita":       "https://qiita.com/",
	"zenn":        "https://zenn.dev/",
	"linkedin":    "https://www.linkedin.com/in/",
	"speakerdeck": "https://speakerdeck.com/",
	"slideshare":  "https://www.slideshare.net/",
	"bluesky":     "https://bsky.app/profile/",
}

// speaker states who gave the talk, on the speaker's own line or that of the talk.
func (s *statements) speaker(talk rdf.Term, sp *Speaker, talkLine int) {
	line := sp.line
	if line == 0 {
		line = talkLine
	}
	s.add(talk, vocab.Performer, s.person(sp, line), line, line)
}

// person states a person on a line and returns their IRI.
func (s *statements) person(sp *Speaker, line int) rdf.Term {
	person := vocab.Entity(vocab.KindSpeaker, s.people.id(sp, s.key.Value))
	s.add(person, vocab.Type, rdf.NewIRI(vocab.Person), line, line)
	if sp.Name != "" {
		s.add(person, vocab.Name, literal(string(sp.Name), nameLanguage(string(sp.Name), s.doc.Language)), line, line)
	}
	if sp.Handle != "" {
		handle := strings.ToLower(string(sp.Handle))
		base, known := profiles[string(sp.Platform)]
		if page, ok := vocab.PageIRI(base + handle); known && ok {
			s.add(person, vocab.Profile, page, line, line)
		} else {
			s.add(person, vocab.Nick, rdf.NewString(string(sp.Handle)), line, line)
		}
	}
	if sp.Organization != "" {
		s.add(person, vocab.Affiliation, s.organization(string(sp.Organization), line), line, line)
	}
	return person
}

// nameLanguage returns the language to tag a name with: the document's for a
// name in an East Asian script, none for a Latin one, which may be of any.
func nameLanguage(name, language string) string {
	for _, r := range name {
		if r >= 0x2E80 {
			return language
		}
	}
	return ""
}
