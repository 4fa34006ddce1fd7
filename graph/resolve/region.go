package resolve

import (
	"maps"
	"math"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// region is the part of a base that new quads meet: the entities that may become one
// with theirs, and what these are judged by.
type region struct {
	base   Base
	quads  []rdf.Quad // the new ones, sorted
	known  *Options   // what the base keeps, and what of it is settled
	of     []rdf.Quad // of the base, sorted
	more   []rdf.Quad // of the base, to be sorted in
	loaded map[string]bool
	met    map[string]bool // speakers of whom all talks are loaded, and events
	grown  bool            // something was loaded since it was set
}

func newRegion(base Base, quads []rdf.Quad) *region {
	r := &region{
		base: base, quads: rdf.Sort(slices.Clone(quads)), known: Over(base.Canonical, quads),
		loaded: map[string]bool{}, met: map[string]bool{},
	}
	for iri := range spokenOf(quads) {
		r.load(iri)
	}
	return r
}

// load adds what the base says of the talk, speaker or event, and of what a talk or an
// event is judged by: speakers, events, the events that hold these.
func (r *region) load(iri string) {
	kind, _, _ := vocab.KindOf(iri)
	if kind != vocab.KindTalk && kind != vocab.KindSpeaker && kind != vocab.KindEvent {
		return
	}
	iri, known := r.base.Canonical(iri)
	if !known || r.loaded[iri] {
		return
	}
	r.loaded[iri], r.grown = true, true
	about := r.base.About(iri)
	r.more = append(r.more, about...)
	for _, q := range about {
		if p := q.Predicate.Value; q.Subject.Value == iri && (p == vocab.Performer || p == vocab.SuperEvent) {
			r.load(q.Object.Value)
		}
	}
}

// meet loads the speaker and all their talks.
func (r *region) meet(iri string) {
	r.load(iri)
	if r.met[iri] {
		return
	}
	r.met[iri] = true
	for _, talk := range r.base.Subjects(vocab.Performer, iri) {
		r.load(talk)
	}
}

// loadSharing loads the entities that share one of the keys.
func (r *region) loadSharing(keys []key) {
	for _, k := range keys {
		for _, iri := range r.share(k, "") {
			r.load(iri)
		}
	}
}

// share returns the entities of the base that have the key, at the event with the id
// unless that is "". Of too many there is one too many, so that they are here what they
// are in the whole.
func (r *region) share(k key, event string) []string {
	most := maxAlike + 1
	if k.kind == byWord {
		most = math.MaxInt // as any number of talks may have a word that leads one
	}
	return r.base.Sharing(k.hash(event), most)
}

// input returns the quads of the base in the region, sorted, without what is told of
// entities of which one is not loaded.
func (r *region) input() []rdf.Quad {
	r.of, r.more = mergeSorted(r.of, rdf.Sort(r.more)), nil
	outside := func(q rdf.Quad) bool {
		p, ok := Told(q)
		return ok && !(r.has(p.A) && r.has(p.B))
	}
	if slices.ContainsFunc(r.of, outside) {
		return slices.DeleteFunc(slices.Clone(r.of), outside)
	}
	return r.of
}

// has tells whether the entity is loaded.
func (r *region) has(iri string) bool {
	canonical, _ := r.base.Canonical(iri)
	return r.loaded[canonical]
}

// merge makes one what is one in the region.
func (r *region) merge() (*merger, error) {
	quads := mergeSorted(r.input(), r.quads)
	said := gatherTold(quads, r.known)
	m := gather(quads, said, r.known)
	m.elsewhere = r.elsewhere(m)
	if err := m.obey(said); err != nil {
		return nil, err
	}
	m.join()
	return m, nil
}

// elsewhere counts the talks of the base that are not loaded.
func (r *region) elsewhere(m *merger) elsewhere {
	e := elsewhere{talks: r.base.Talks(), about: map[int32]int{}}
	for s, n := range m.strings.numbers {
		if kind, _, _ := vocab.KindOf(s); kind == vocab.KindProject {
			e.about[n] = r.base.TalksAbout(s)
		}
	}
	talks := map[string]map[string]bool{} // loaded ones: projects
	for _, q := range r.of {
		if q.Predicate.Value == vocab.Type && q.Object.Value == vocab.Talk && talks[q.Subject.Value] == nil {
			talks[q.Subject.Value] = map[string]bool{}
		}
	}
	for _, q := range r.of {
		if projects := talks[q.Subject.Value]; projects != nil && q.Predicate.Value == vocab.About {
			projects[q.Object.Value] = true
		}
	}
	e.talks -= len(talks)
	for _, projects := range talks {
		for p := range projects {
			e.about[m.strings.number(p)]--
		}
	}
	return e
}

// expand loads what the entities that are not settled may be one with, now that m has
// found what is one so far. It is false where all of it was there.
func (r *region) expand(m *merger) bool {
	r.grown = false
	x := expansion{region: r, program: m.talkPhase(), members: map[num][]string{}}
	for n, iri := range m.iris {
		if r.known.Keep(iri) {
			root := m.find(num(n))
			x.members[root] = append(x.members[root], iri)
		}
	}
	for n, t := range m.talks {
		x.slugs(t)
		if !m.settled[n] {
			x.talk(n, t)
		}
	}
	for n, s := range m.speakers {
		if !m.settled[n] {
			x.speaker(n, s)
		}
	}
	for n, e := range m.events {
		if !m.settled[n] {
			x.event(e)
		}
	}
	return r.grown
}

// expansion is one round of expand.
type expansion struct {
	*region
	*program
	members map[num][]string // by root: ids of the base
}

// slugs loads the events that addresses of the talk's decks may name: they count where
// no event is said, as of one of the talks that became this one.
func (x *expansion) slugs(t *talk) {
	x.loadSharing(slugKeys(t.decks, byEventWords))
}

// talk loads the talks with a link of the talk, those at its events, and those of its
// speakers and of others of their names.
func (x *expansion) talk(n num, t *talk) {
	x.loadSharing(t.linkKeys())
	for _, e := range x.program.events[n] {
		x.loadSharing(x.program.merger.events[e].wordKeys(byDeckWords))
		for _, event := range x.members[e] {
			x.talksAt(event, t)
		}
	}
	for _, p := range t.performers {
		x.namesakes(x.find(p.speaker))
	}
}

// talksAt loads the talks at the event that have words of the titles of t, or all where
// they are few.
func (x *expansion) talksAt(event string, t *talk) {
	for _, k := range t.titleKeys() {
		for _, other := range x.share(k.soughtBy(), event) {
			x.load(other)
		}
	}
	if x.met[event] {
		return
	}
	x.met[event] = true
	talks := slices.DeleteFunc(x.base.Subjects(vocab.SuperEvent, event), func(iri string) bool {
		kind, _, _ := vocab.KindOf(iri)
		return kind != vocab.KindTalk
	})
	if len(talks) <= crowd {
		for _, talk := range talks {
			x.load(talk)
		}
	}
}

// namesakes loads the speaker n and those who share a name or an account, with all
// their talks.
func (x *expansion) namesakes(n num) {
	x.meetMembers(n)
	for _, k := range x.speakers[n].keys() {
		for _, speaker := range x.share(k, "") {
			x.meet(speaker)
		}
	}
}

// meetMembers meets the speakers of the base that are n.
func (x *expansion) meetMembers(n num) {
	for _, speaker := range x.members[n] {
		x.meet(speaker)
	}
}

// speaker loads what the speaker is compared with: others of the name, and those who
// stand on the same talks and may be one with the speaker.
func (x *expansion) speaker(n num, s *speaker) {
	x.namesakes(n)
	for _, talk := range s.talks {
		for _, p := range x.talks[x.find(talk)].performers {
			root := x.find(p.speaker)
			if kin, _, _ := s.kinship(x.speakers[root]); root == n || kin == strangers {
				continue
			}
			x.meetMembers(root)
		}
	}
}

// event loads the events with a name or a day of the event, and the talks whose decks
// may name it.
func (x *expansion) event(e *event) {
	x.loadSharing(slices.Concat(e.keys(), e.wordKeys(byEventWords), e.wordKeys(byDeckWords)))
}

// patch returns how the base changes, as m has found.
func (r *region) patch(m *merger) Patch {
	canonical := m.canonical()
	for _, iri := range slices.Sorted(maps.Keys(r.loaded)) {
		if n, ok := m.numbers[iri]; ok && m.iris[canonical[m.find(n)]] != iri {
			r.more = append(r.more, r.base.Naming(iri)...)
		}
	}
	was := r.input()
	is := m.rewritten(mergeSorted(was, r.quads))
	return Patch{Hidden: missing(was, is), Added: missing(is, was)}
}

// missing returns the quads of a that b lacks. Both are sorted.
func missing(a, b []rdf.Quad) []rdf.Quad {
	var list []rdf.Quad
	for _, q := range a {
		for len(b) > 0 && b[0].Compare(q) < 0 {
			b = b[1:]
		}
		if len(b) == 0 || b[0] != q {
			list = append(list, q)
		}
	}
	return list
}
