// Package forget keeps people out of a database who asked for it. A [List] holds
// marks of them: hashes of what tells them, so that the list itself names nobody.
//
// A person is told by an id, by a profile, and by a full name together with an
// employer, an event or a project, as package resolve tells people. So they are
// kept out when a source comes again, and when another one tells the same of them,
// while others of that name stay.
package forget

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/resolve"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// List is who is to be kept out. The zero List is nobody.
type List struct{ marks map[string]bool }

// Parse reads what Bytes returns.
func Parse(data []byte) (*List, error) {
	l := &List{}
	lines := bufio.NewScanner(bytes.NewReader(data))
	for n := 1; lines.Scan(); n++ {
		if sum, err := hex.DecodeString(lines.Text()); err != nil || len(sum) != sha256.Size {
			return nil, fmt.Errorf("%d: no mark of a forgotten person", n)
		}
		l.add(lines.Text())
	}
	return l, lines.Err()
}

// Bytes returns the list as text: a mark a line, sorted.
func (l *List) Bytes() []byte {
	var b bytes.Buffer
	for _, m := range slices.Sorted(maps.Keys(l.marks)) {
		b.WriteString(m + "\n")
	}
	return b.Bytes()
}

// Empty tells whether the list is of nobody.
func (l *List) Empty() bool { return len(l.marks) == 0 }

func (l *List) add(marks ...string) {
	if l.marks == nil {
		l.marks = map[string]bool{}
	}
	for _, m := range marks {
		l.marks[m] = true
	}
}

// Join adds the marks of other.
func (l *List) Join(other *List) { l.add(slices.Collect(maps.Keys(other.marks))...) }

// Add adds the persons with the ids, of whom quads tell.
func (l *List) Add(quads []rdf.Quad, ids ...string) {
	told := tell(quads)
	for _, id := range ids {
		l.add(mark("id", id))
		l.add(told.marks(id)...)
	}
}

// Drop returns quads without the statements about persons of the list. It returns
// the slice itself where there are none.
func (l *List) Drop(quads []rdf.Quad) []rdf.Quad {
	if l.Empty() {
		return quads
	}
	told := tell(quads)
	out := map[string]bool{}
	for id := range told.people {
		if l.marks[mark("id", id)] || slices.ContainsFunc(told.marks(id), func(m string) bool { return l.marks[m] }) {
			out[id] = true
		}
	}
	for old, canonical := range told.same {
		if out[canonical] || l.marks[mark("id", old)] {
			out[old] = true
		}
	}
	if len(out) == 0 {
		return quads
	}
	return slices.DeleteFunc(slices.Clone(quads), func(q rdf.Quad) bool {
		return q.Subject.Kind == rdf.IRI && out[q.Subject.Value] || q.Object.Kind == rdf.IRI && out[q.Object.Value]
	})
}

// mark returns the hash of what tells a person.
func mark(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\n")))
	return hex.EncodeToString(sum[:])
}

// people is what quads tell of persons.
type people struct {
	people map[string]*person             // by id
	talks  map[string]map[string][]string // by talk: events and projects
	same   map[string]string              // ids of persons that were merged away
}

type person struct {
	names, profiles, organizations, talks, projects []string
}

// tell gathers what quads tell of persons.
func tell(quads []rdf.Quad) people {
	t := people{people: map[string]*person{}, talks: map[string]map[string][]string{}, same: map[string]string{}}
	for _, q := range quads {
		if q.Predicate.Value == vocab.Type && q.Object.Value == vocab.Person {
			t.people[q.Subject.Value] = &person{}
		}
	}
	for _, q := range quads {
		s, o := q.Subject.Value, q.Object.Value
		p := t.people[s]
		switch q.Predicate.Value {
		case vocab.Name, vocab.AlternateName:
			if p != nil {
				p.names = append(p.names, o)
			}
		case vocab.Profile:
			if p != nil {
				p.profiles = append(p.profiles, o)
			}
		case vocab.Affiliation:
			if p != nil {
				p.organizations = append(p.organizations, o)
			}
		case vocab.SuperEvent, vocab.About:
			if t.talks[s] == nil {
				t.talks[s] = map[string][]string{}
			}
			t.talks[s][q.Predicate.Value] = append(t.talks[s][q.Predicate.Value], o)
		case vocab.SameAs:
			if kind, _, ok := vocab.KindOf(s); ok && kind == vocab.KindSpeaker {
				t.same[s] = o
			}
		case vocab.Performer:
			if p := t.people[o]; p != nil {
				p.talks = append(p.talks, s)
			}
		case vocab.Maintainer:
			if p := t.people[o]; p != nil {
				p.projects = append(p.projects, s)
			}
		}
	}
	return t
}

// marks returns the marks of the person with the id, but for the id itself.
func (t people) marks(id string) []string {
	p := t.people[id]
	if p == nil {
		return nil
	}
	var marks []string
	for _, profile := range p.profiles {
		marks = append(marks, mark("profile", strings.ToLower(profile)))
	}
	common := map[string][]string{"organization": p.organizations, "project": slices.Clone(p.projects)}
	for _, talk := range p.talks {
		common["event"] = append(common["event"], t.talks[talk][vocab.SuperEvent]...)
		common["project"] = append(common["project"], t.talks[talk][vocab.About]...)
	}
	for _, name := range p.names {
		key := resolve.FullNameKey(name)
		if key == "" {
			continue
		}
		for what, list := range common {
			for _, other := range list {
				marks = append(marks, mark("name", key, what, other))
			}
		}
	}
	return marks
}
