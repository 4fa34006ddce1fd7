package extract

import (
	"strconv"
	"strings"

	"github.com/cncfgraph/cncfgraph/extract/record"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Quads returns the statements of the document, sorted. The label of each is the
// line that makes it; what is known of the document as a whole is labelled with
// its source alone. Equal documents give equal quads.
func (d *Document) Quads() []rdf.Quad {
	s := statements{doc: d, key: rdf.NewIRI(d.key), ids: map[string]string{}, events: map[string]rdf.Term{}, titles: map[string]int{}}
	s.source()
	s.faults()
	if d.stated != nil {
		s.statedQuads()
		return rdf.Sort(s.quads)
	}
	s.namedProjects()
	for _, e := range d.Events {
		s.events[e.Name] = s.event(e.Name, string(e.Date), string(e.URL), e.Line)
	}
	for i := range d.Events {
		s.detailsOf(&d.Events[i])
	}
	s.people = newPersons(d)
	for i := range d.Talks {
		s.talk(&d.Talks[i])
	}
	if d.Records == nil { // what a row names is no mention in prose
		s.mentionsOutsideTalks()
	}
	s.maturity()
	s.relations()
	s.maintainers()
	return rdf.Sort(s.quads)
}

// statements gathers the quads of a document.
type statements struct {
	doc    *Document
	key    rdf.Term
	quads  []rdf.Quad
	ids    map[string]string   // of projects, by name
	events map[string]rdf.Term // by name
	titles map[string]int      // how often a title has stood
	people persons
	named  map[int][]*Project // the projects that a line names
	inTalk map[mentionAt]bool // mentions that a talk took
}

// mentionAt is a project on a line.
type mentionAt struct {
	id   string
	line int
}

// add states one thing on the lines from line to end; 0 is the source as a whole.
func (s *statements) add(subject rdf.Term, predicate string, object rdf.Term, line, end int) {
	label := vocab.Evidence{Source: s.key.Value, Line: line, EndLine: max(line, end)}.Label()
	s.quads = append(s.quads, rdf.Quad{Subject: subject, Predicate: rdf.NewIRI(predicate), Object: object, Label: label})
}

// literal returns the literal s, tagged with the language where one is known.
func literal(s, lang string) rdf.Term { return rdf.NewLangString(s, lang) }

func (s *statements) source() {
	d := s.doc
	s.add(s.key, vocab.Type, rdf.NewIRI(vocab.Document), 0, 0)
	s.add(s.key, vocab.Identifier, rdf.NewString(d.hash), 0, 0)
	s.add(s.key, vocab.ReadFrom, rdf.NewString(d.Source), 0, 0)
	s.add(s.key, vocab.Extractor, rdf.NewString(d.extractor), 0, 0)
	if d.title != "" {
		s.add(s.key, vocab.Title, literal(d.title, d.Language), 0, 0)
	}
	if d.Language != "" {
		s.add(s.key, vocab.Language, rdf.NewString(d.Language), 0, 0)
	}
	if issued, err := vocab.Date(d.issued); err == nil {
		s.add(s.key, vocab.Issued, issued, 0, 0)
	}
	if d.rank > 0 {
		s.add(s.key, vocab.HistoryRank, rdf.NewTyped(strconv.Itoa(d.rank), vocab.XSDInteger), 0, 0)
	}
}

// namedProjects states what the projects named are, at their first mention, so
// that a graph of this source alone knows their names.
func (s *statements) namedProjects() {
	for _, p := range s.doc.Projects {
		s.ids[p.Name] = p.ID
		project := vocab.Entity(vocab.KindProject, p.ID)
		line := p.Mentions[0].Line
		s.add(project, vocab.Type, rdf.NewIRI(vocab.Project), line, line)
		s.add(project, vocab.ProjectName, rdf.NewString(p.Name), line, line)
		if page, ok := vocab.PageIRI(p.homepage); ok {
			s.add(project, vocab.Homepage, page, line, line)
		}
		for _, r := range p.repositories {
			if page, ok := vocab.PageIRI(r.URL); ok {
				s.add(project, vocab.Repository, page, r.Line, r.Line)
			}
		}
	}
}

// event states an event and returns its IRI. An event whose name says which
// edition it is has one id in all sources.
func (s *statements) event(name, date, address string, line int) rdf.Term {
	slug := vocab.Slug(name)
	if !strings.ContainsAny(slug, "0123456789") || len([]rune(slug)) < 10 {
		slug = vocab.ScopedID(name, s.key.Value)
	}
	event := vocab.Entity(vocab.KindEvent, slug)
	s.add(event, vocab.Type, rdf.NewIRI(vocab.Event), line, line)
	s.add(event, vocab.Name, rdf.NewString(name), line, line)
	if start, err := vocab.Date(date); err == nil {
		s.add(event, vocab.StartDate, start, line, line)
	}
	if page, ok := vocab.PageIRI(address); ok {
		s.add(event, vocab.URL, page, line, line)
	}
	if series := record.Series(name); series != "" {
		of := vocab.Entity(vocab.KindEvent, vocab.Slug(series))
		s.add(of, vocab.Type, rdf.NewIRI(vocab.EventSeries), line, line)
		s.add(of, vocab.Name, rdf.NewString(series), line, line)
		s.add(event, vocab.SuperEvent, of, line, line)
	}
	return event
}

// talk states a talk with all that belongs to it.
func (s *statements) talk(t *Talk) {
	talk := vocab.Entity(vocab.KindTalk, s.talkID(t))
	s.add(talk, vocab.Type, rdf.NewIRI(vocab.Talk), t.Line, t.EndLine)
	if t.Title != "" {
		s.add(talk, vocab.Name, literal(string(t.Title), string(t.Language)), t.Line, t.Line)
	}
	if t.Other != "" {
		s.add(talk, vocab.AlternateName, literal(t.Other, language(t.Other)), t.Line, t.Line)
	}
	if page, ok := vocab.PageIRI(t.Page); ok {
		s.add(talk, vocab.URL, page, t.Line, t.Line)
	}
	if t.Event != "" {
		s.add(talk, vocab.SuperEvent, s.eventOf(t), t.Line, t.Line)
	}
	if date, err := vocab.Date(string(t.Date)); err == nil {
		s.add(talk, vocab.StartDate, date, t.Line, t.Line)
	}
	if page, ok := vocab.PageIRI(absoluteScheme(string(t.Slides))); ok {
		s.add(talk, vocab.WorkFeatured, page, t.slidesLine, t.slidesLine)
	}
	if page, ok := vocab.PageIRI(absoluteScheme(string(t.Video))); ok {
		s.add(talk, vocab.RecordedIn, page, t.videoLine, t.videoLine)
	}
	for i := range t.Speakers {
		s.speaker(talk, &t.Speakers[i], t.Line)
	}
	for _, name := range t.Projects {
		s.add(talk, vocab.About, vocab.Entity(vocab.KindProject, s.ids[name]), t.Line, t.Line)
	}
	s.mentionsIn(talk, t)
}

// talkID returns the id of a talk: by its title, else by who gave it; told apart
// by a number where it stands several times.
func (s *statements) talkID(t *Talk) string {
	name := string(t.Title)
	if name == "" && len(t.Speakers) > 0 {
		name = "talk by " + string(t.Speakers[0].Name+t.Speakers[0].Handle)
	}
	scope := []string{s.key.Value}
	s.titles[name]++
	if n := s.titles[name]; n > 1 {
		scope = append(scope, strconv.Itoa(n))
	}
	return vocab.ScopedID(name, scope...)
}

// eventOf returns the IRI of the talk's event, and states the event where the
// document's list lacks it.
func (s *statements) eventOf(t *Talk) rdf.Term {
	if event, ok := s.events[string(t.Event)]; ok {
		return event
	}
	return s.event(string(t.Event), "", "", t.Line)
}

// mentionsIn states which projects the talk's lines name.
func (s *statements) mentionsIn(talk rdf.Term, t *Talk) {
	if s.inTalk == nil {
		s.inTalk = map[mentionAt]bool{}
		s.named = s.doc.projectsByLine()
	}
	named := map[string]bool{}
	for _, list := range [...][]string{t.Projects, t.Mentions} {
		for _, name := range list {
			named[name] = true
		}
	}
	for line := t.Line; line <= max(t.Line, t.EndLine); line++ {
		for _, p := range s.named[line] {
			if named[p.Name] {
				s.add(talk, vocab.Mentions, vocab.Entity(vocab.KindProject, p.ID), line, line)
				s.inTalk[mentionAt{p.ID, line}] = true
			}
		}
	}
}

// projectsByLine returns the projects that each line of the document names.
func (d *Document) projectsByLine() map[int][]*Project {
	out := map[int][]*Project{}
	for i := range d.Projects {
		p, last := &d.Projects[i], 0
		for _, m := range p.Mentions {
			if m.Line != last {
				out[m.Line] = append(out[m.Line], p)
			}
			last = m.Line
		}
	}
	return out
}

// mentionsOutsideTalks states what the source names outside of any talk, and
// which projects an ambiguous name may mean.
func (s *statements) mentionsOutsideTalks() {
	for _, p := range s.doc.Projects {
		for _, m := range p.Mentions {
			if !s.inTalk[mentionAt{p.ID, m.Line}] {
				s.add(s.key, vocab.Mentions, vocab.Entity(vocab.KindProject, p.ID), m.Line, m.Line)
			}
		}
	}
	for _, a := range s.doc.Ambiguous {
		for _, id := range a.Candidates {
			s.add(s.key, vocab.PossiblyMentions, vocab.Entity(vocab.KindProject, id), a.Line, a.Line)
		}
	}
}

// maturity states the levels: a milestone where there is a date, else a status.
func (s *statements) maturity() {
	for _, m := range s.doc.Maturity {
		level := vocab.Level(m.Level)
		if m.Level == "donated" {
			level = vocab.Accepted
		}
		project := vocab.Entity(vocab.KindProject, m.ID)
		if date, err := vocab.Date(string(m.Date)); err == nil {
			s.add(project, level.Predicate(), date, m.Line, m.Line)
		} else {
			s.add(project, vocab.Status, rdf.NewIRI(level.IRI()), m.Line, m.Line)
		}
	}
}

// relations states how projects relate, and who created them.
func (s *statements) relations() {
	for _, r := range s.doc.Relations {
		kind, ok := vocab.RelationNamed(r.Type)
		if !ok {
			continue
		}
		to := vocab.Entity(vocab.KindProject, r.toID)
		if r.toID == "" {
			to = s.organization(r.To, r.Line)
		}
		s.add(vocab.Entity(vocab.KindProject, r.fromID), kind.Predicate, to, r.Line, r.Line)
	}
}

// organization states an organisation and returns its IRI.
func (s *statements) organization(name string, line int) rdf.Term {
	o := vocab.Entity(vocab.KindOrganization, vocab.OrganizationID(name))
	s.add(o, vocab.Type, rdf.NewIRI(vocab.Organization), line, line)
	s.add(o, vocab.Name, rdf.NewString(name), line, line)
	return o
}
