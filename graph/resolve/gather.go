package resolve

import (
	"cmp"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// gather reads what the rules look at out of sorted quads.
func gather(quads []rdf.Quad, said told, opts *Options) *merger {
	m := &merger{
		numbers: map[string]num{}, enemies: map[num][]num{}, types: map[num][]int32{},
		talks: map[num]*talk{}, speakers: map[num]*speaker{}, events: map[num]*event{},
		labelNumbers: map[rdf.Term]int32{}, keep: opts.Keep,
	}
	m.enumerate(quads, said)
	m.settled = make([]bool, len(m.iris))
	for n, iri := range m.iris {
		m.settled[n] = opts.Settled != nil && opts.Settled(iri)
	}
	// The records come first, as a quad may stand before the one that gives its type.
	for _, q := range quads {
		if n, ok := m.numbers[q.Subject.Value]; ok && q.Predicate.Value == vocab.Type {
			m.readType(n, q)
		}
	}
	for _, q := range quads {
		if n, ok := m.numbers[q.Subject.Value]; ok {
			m.read(n, q)
		} else if q.Predicate.Value == vocab.Maintainer {
			m.readMaintainer(q)
		}
	}
	slices.SortStableFunc(m.earlier, func(a, b sameAs) int { return cmp.Compare(a.old, b.old) })
	return m
}

// enumerate numbers the entities that may become one with others.
func (m *merger) enumerate(quads []rdf.Quad, said told) {
	told := map[string]bool{}
	for _, pairs := range [...][]Pair{said.same, said.different} {
		for _, p := range pairs {
			told[p.A], told[p.B] = true, true
		}
	}
	add := func(iri string) {
		if _, ok := m.numbers[iri]; !ok {
			m.numbers[iri] = 0
			m.iris = append(m.iris, iri)
		}
	}
	for _, q := range quads {
		switch {
		case q.Subject.Kind != rdf.IRI:
		case q.Predicate.Value == vocab.Type && (isResolved(q.Object.Value) || told[q.Subject.Value]):
			add(q.Subject.Value)
		}
		if isIdentity(q) {
			add(q.Subject.Value)
			add(q.Object.Value)
		}
	}
	slices.Sort(m.iris)
	m.parent = make([]num, len(m.iris))
	for i, iri := range m.iris {
		m.numbers[iri] = num(i)
		m.parent[i] = num(i)
	}
}

// isResolved tells whether the entities of the class are compared.
func isResolved(class string) bool {
	switch class {
	case vocab.Talk, vocab.Person, vocab.Event, vocab.EventSeries:
		return true
	}
	return false
}

// isIdentity tells whether q is an owl:sameAs of an earlier Merge: between two
// of our entities of one kind.
func isIdentity(q rdf.Quad) bool {
	return q.Predicate.Value == vocab.SameAs && q.Object.Kind == rdf.IRI && ofOneKind(q.Subject.Value, q.Object.Value)
}

// ofOneKind tells whether the IRIs are those of two of our entities of one kind.
func ofOneKind(a, b string) bool {
	kindA, _, okA := vocab.KindOf(a)
	kindB, _, okB := vocab.KindOf(b)
	return okA && okB && kindA == kindB
}

// readType makes the record that the type asks for.
func (m *merger) readType(n num, q rdf.Quad) {
	m.types[n] = append(m.types[n], m.label(q.Label))
	switch q.Object.Value {
	case vocab.Talk:
		m.talks[n] = &talk{}
	case vocab.Person:
		m.speakers[n] = &speaker{}
	case vocab.Event, vocab.EventSeries:
		if m.events[n] == nil {
			m.events[n] = &event{series: true}
		}
		if q.Object.Value == vocab.Event {
			m.events[n].series = false
		}
	}
}

// read notes what q says of the entity n.
func (m *merger) read(n num, q rdf.Quad) {
	if isIdentity(q) {
		m.earlier = append(m.earlier, sameAs{n, m.numbers[q.Object.Value], q.Label})
		return
	}
	at := fact{n, m.label(q.Label)}
	if t := m.talks[n]; t != nil {
		t.sources = insert(t.sources, m.labelSources[at.label])
		m.readTalk(t, q, at)
	}
	if s := m.speakers[n]; s != nil {
		m.readSpeaker(s, q, at)
	}
	if e := m.events[n]; e != nil {
		m.readEvent(e, q, at)
	}
}

func (m *merger) readTalk(t *talk, q rdf.Quad, at fact) {
	value := q.Object.Value
	switch q.Predicate.Value {
	case vocab.Name:
		t.titles = appendNew(t.titles, titled.says, titled{m.titles.title(value), at})
	case vocab.WorkFeatured:
		if key := linkKey(value); key != "" {
			t.decks = appendNew(t.decks, link.says, link{key, slugWords(value), at})
		}
	case vocab.RecordedIn:
		if key := linkKey(value); key != "" {
			t.videos = appendNew(t.videos, link.says, link{key, nil, at})
		}
	case vocab.URL:
		t.pages = insert(t.pages, sessionPage(value))
	case vocab.StartDate:
		t.dates = insert(t.dates, value)
	case vocab.About:
		t.about = insert(t.about, m.strings.number(value))
	case vocab.SuperEvent:
		if e, ok := m.numbers[value]; ok && m.events[e] != nil {
			t.events = insert(t.events, e)
		}
	case vocab.Performer:
		s, ok := m.numbers[value]
		if ok && m.speakers[s] != nil {
			t.performers = appendNew(t.performers, performer.says, performer{s, m.labelSources[at.label], at.label})
			m.speakers[s].talks = insert(m.speakers[s].talks, at.of)
		}
	}
}

func (m *merger) readSpeaker(s *speaker, q rdf.Quad, at fact) {
	value := q.Object.Value
	switch q.Predicate.Value {
	case vocab.Name, vocab.AlternateName:
		if p := parsePerson(value); len(p.keys) > 0 {
			s.names = appendNew(s.names, named.says, named{p, at})
		}
	case vocab.Profile:
		if a := parseProfile(value); a != (account{}) {
			s.profiles = appendNew(s.profiles, profile.says, profile{a, at})
		}
	case vocab.Nick:
		if handle := parseHandle(value); handle != "" {
			s.profiles = appendNew(s.profiles, profile.says, profile{account{handle: handle}, at})
		}
	case vocab.Affiliation:
		if kind, id, ok := vocab.KindOf(value); ok && kind == vocab.KindOrganization && !unaffiliated[id] {
			s.organizations = insert(s.organizations, id)
		}
	}
}

// readMaintainer notes the project that a person maintains.
func (m *merger) readMaintainer(q rdf.Quad) {
	if n, ok := m.numbers[q.Object.Value]; ok && m.speakers[n] != nil {
		m.speakers[n].maintained = insert(m.speakers[n].maintained, m.strings.number(q.Subject.Value))
	}
}

func (m *merger) readEvent(e *event, q rdf.Quad, at fact) {
	value := q.Object.Value
	switch q.Predicate.Value {
	case vocab.Name, vocab.AlternateName:
		e.names = appendNew(e.names, occasion.says, occasion{parseOccasion(value), at})
	case vocab.StartDate:
		e.starts = insert(e.starts, value)
	case vocab.EndDate:
		e.ends = insert(e.ends, value)
	case vocab.Location:
		for _, t := range split(fold(value)) {
			e.places = insert(e.places, t.text)
		}
	case vocab.SuperEvent:
		if p, ok := m.numbers[value]; ok {
			e.parents = insert(e.parents, p)
		}
	}
}

// appendNew appends each of more of which the list has nothing that is the same.
// What is said often, in the order of the quads, is kept where it is said first.
func appendNew[T any](list []T, same func(T, T) bool, more ...T) []T {
	for _, v := range more {
		if !slices.ContainsFunc(list, func(w T) bool { return same(v, w) }) {
			list = append(list, v)
		}
	}
	return list
}

// insert adds v to a sorted set; the zero value of strings stays out.
func insert[T int32 | num | string](set []T, v T) []T {
	if s, ok := any(v).(string); ok && s == "" {
		return set
	}
	i, found := slices.BinarySearch(set, v)
	if found {
		return set
	}
	return slices.Insert(set, i, v)
}
