package resolve

import (
	"maps"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// lineup is the phase that compares speakers, with what is worked out once for it.
type lineup struct {
	*merger
	common  map[int32]bool // projects that too many talks are about to say anything
	beside  map[[2]num]bool
	singles map[num]bool // talks of which each source names one speaker
	meeting map[num]*meeting
}

// meeting is where a speaker can be met, by roots and numbers, sorted.
type meeting struct {
	talks    []num
	events   []num
	series   []string // names of events without year and edition
	company  []num    // speakers of the same talks
	projects []int32  // that the talks are about, and those maintained
}

// A project that more talks than both are about is too common to say anything of
// who speaks on it.
const (
	commonTalks = 20 // talks
	commonShare = 20 // the whole divided by this
)

func (m *merger) speakerPhase() *lineup {
	l := &lineup{
		merger: m, common: map[int32]bool{}, beside: map[[2]num]bool{}, singles: map[num]bool{},
		meeting: map[num]*meeting{},
	}
	talks := maps.Clone(m.elsewhere.about)
	if talks == nil {
		talks = map[int32]int{}
	}
	for n, t := range m.talks {
		for _, p := range t.about {
			talks[p]++
		}
		l.readPerformers(n, t)
	}
	for p, count := range talks {
		l.common[p] = count > max(commonTalks, (len(m.talks)+m.elsewhere.talks)/commonShare)
	}
	for n, s := range m.speakers {
		at := &meeting{projects: slices.Clone(s.maintained)}
		for _, t := range s.talks {
			root := m.find(t)
			at.talks = insert(at.talks, root)
			talk := m.talks[root]
			at.projects = union(at.projects, talk.about)
			for _, e := range talk.events {
				l.readEvent(at, m.find(e))
			}
			for _, p := range talk.performers {
				if other := m.find(p.speaker); other != n {
					at.company = insert(at.company, other)
				}
			}
		}
		l.meeting[n] = at
	}
	return l
}

// readPerformers notes who stands beside whom in one source's word on the talk n.
func (l *lineup) readPerformers(n num, t *talk) {
	bySource := map[int32][]num{}
	for _, p := range t.performers {
		root := l.find(p.speaker)
		l.settled[root] = l.settled[root] && l.settled[n] // what is new of a talk is so of its speakers
		bySource[p.source] = insert(bySource[p.source], root)
	}
	l.singles[n] = true
	for _, speakers := range bySource {
		l.singles[n] = l.singles[n] && len(speakers) == 1
		if len(speakers) > maxAlike {
			continue
		}
		for i, a := range speakers {
			for _, b := range speakers[i+1:] {
				l.beside[[2]num{a, b}] = true
			}
		}
	}
}

func (l *lineup) readEvent(at *meeting, root num) {
	e := l.events[root]
	if !e.series {
		at.events = insert(at.events, root)
	}
	at.series = union(at.series, e.seriesNames())
	for _, p := range e.parents {
		if parent := l.events[l.find(p)]; parent != nil {
			at.series = union(at.series, parent.seriesNames())
		}
	}
}

// pairs yields the speakers of one talk, and those with a name, a profile or a
// handle in common.
func (l *lineup) pairs(yield func(a, b num)) {
	alike := groups[key]{}
	for n, s := range l.speakers {
		for _, k := range s.keys() {
			alike.add(k, n)
		}
	}
	for n, t := range l.talks {
		for _, p := range t.performers {
			alike.add(key{kind: byTalk, of: n}, l.find(p.speaker))
		}
	}
	alike.pairs(yield)
}

// Ranks of the grounds on which persons become one, the best first.
const (
	rankProfile = iota
	rankSameTalk
	rankHandle
	rankLoneSpeaker
	rankName
)

// judge tells whether the persons with the roots a and b are one.
func (l *lineup) judge(a, b num) verdict {
	if l.rivals(a, b) {
		return verdict{}
	}
	s, t := l.speakers[a], l.speakers[b]
	kin, nameA, nameB := s.kinship(t)
	same, ok := s.account(t)
	if ok && !same.loose {
		return verdict{reason: vocab.SameProfile, rank: rankProfile, a: same.a, b: same.b}
	}
	v := l.judgeTalks(a, b, kin)
	if v.reason != "" && v.rank < rankHandle {
		return v
	}
	if ok && (kin == sameNamed || same.tells() && l.meet(a, b)) {
		return verdict{reason: vocab.SameProfile, rank: rankHandle, weak: true, a: same.a, b: same.b}
	}
	if v.reason == "" && kin == sameNamed && (s.full() || t.full()) && l.connected(a, b) {
		return verdict{reason: vocab.SameName, rank: rankName, weak: true, a: nameA, b: nameB}
	}
	return v
}

// judgeTalks tells whether the persons are one because they are the speaker of
// one talk: by their names, or because no source names another speaker.
func (l *lineup) judgeTalks(a, b num, kin kinship) verdict {
	for _, n := range l.meeting[a].talks {
		x, y, both := l.performances(n, a, b)
		if !both {
			continue
		}
		v := verdict{reason: vocab.SameTalk, a: x, b: y, weak: true}
		switch {
		case kin == sameNamed:
			v.rank, v.weak = rankSameTalk, false
			return v
		case kin == shortened:
			v.rank = rankSameTalk
			return v
		case l.singles[n]:
			v.rank = rankLoneSpeaker
			return v
		}
	}
	return verdict{}
}

// performances returns where the persons a and b are named as speakers of the
// talk n.
func (l *lineup) performances(n, a, b num) (x, y fact, both bool) {
	foundA, foundB := false, false
	for _, p := range l.talks[n].performers {
		switch root := l.find(p.speaker); {
		case root == a && !foundA:
			x, foundA = fact{p.speaker, p.label}, true
		case root == b && !foundB:
			y, foundB = fact{p.speaker, p.label}, true
		}
	}
	return x, y, foundA && foundB
}

// meet tells whether the persons were at one event or series, or speak on one
// project.
func (l *lineup) meet(a, b num) bool {
	x, y := l.meeting[a], l.meeting[b]
	return sharesAny(x.talks, y.talks) || sharesAny(x.events, y.events) ||
		sharesAny(x.series, y.series) || sharesAny(x.projects, y.projects)
}

// connected tells whether two persons of one name have something in common that
// makes them one: an affiliation, an event, somebody they spoke with, or a project
// that is not on everybody's lips.
func (l *lineup) connected(a, b num) bool {
	x, y := l.meeting[a], l.meeting[b]
	if l.speakers[a].colleagues(l.speakers[b]) || sharesAny(x.events, y.events) || sharesAny(x.company, y.company) {
		return true
	}
	for _, p := range x.projects {
		if !l.common[p] && sharesAny([]int32{p}, y.projects) {
			return true
		}
	}
	return false
}

// rivals tells whether the persons with the roots a and b cannot be one: because
// a source names both for one talk, or their names or accounts differ.
func (l *lineup) rivals(a, b num) bool {
	if l.foes(a, b) {
		return true
	}
	s, t := l.speakers[a], l.speakers[b]
	kin, _, _ := s.kinship(t)
	same, ok := s.account(t)
	switch {
	case kin == strangers:
		return true
	case ok && !same.loose:
		return false
	case kin == namesakes, l.beside[[2]num{min(a, b), max(a, b)}]:
		return true
	}
	if !s.twoAccounts(t) {
		return false
	}
	return kin != sameNamed || !sharesAny(l.meeting[a].talks, l.meeting[b].talks)
}
