package forget_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/forget"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// about returns statements on a talk and its speaker, from one source.
func about(id string, facts map[string]string) []rdf.Quad {
	label := rdf.NewIRI("file:" + id + "#L1")
	person, talk := vocab.Entity(vocab.KindSpeaker, id), vocab.Entity(vocab.KindTalk, id)
	state := func(s rdf.Term, p string, o rdf.Term) rdf.Quad {
		return rdf.Quad{Subject: s, Predicate: rdf.NewIRI(p), Object: o, Label: label}
	}
	quads := []rdf.Quad{
		state(talk, vocab.Type, rdf.NewIRI(vocab.Talk)), state(person, vocab.Type, rdf.NewIRI(vocab.Person)),
		state(talk, vocab.Performer, person),
	}
	for what, value := range facts {
		switch what {
		case "name":
			quads = append(quads, state(person, vocab.Name, rdf.NewString(value)))
		case "profile":
			quads = append(quads, state(person, vocab.Profile, rdf.NewIRI(value)))
		case "org":
			quads = append(quads, state(person, vocab.Affiliation, vocab.Entity(vocab.KindOrganization, value)))
		case "event":
			quads = append(quads, state(talk, vocab.SuperEvent, vocab.Entity(vocab.KindEvent, value)))
		case "about":
			quads = append(quads, state(talk, vocab.About, vocab.Entity(vocab.KindProject, value)))
		case "maintains":
			quads = append(quads, state(vocab.Entity(vocab.KindProject, value), vocab.Maintainer, person))
		}
	}
	return rdf.Sort(quads)
}

type facts = map[string]string

func TestDrop(t *testing.T) {
	var list forget.List
	list.Add(about("ada", facts{"name": "Ada Nord", "profile": "https://github.com/Ada1", "org": "fjord-labs", "event": "mesh-day", "about": "envoy"}), vocab.Entity(vocab.KindSpeaker, "ada").Value)
	for _, test := range []struct {
		name  string
		facts facts
		id    string
		gone  bool
	}{
		{"the same id", facts{"name": "Somebody Else"}, "ada", true},
		{"a profile", facts{"name": "A. N.", "profile": "https://github.com/ada1"}, "x", true},
		{"name and employer", facts{"name": "NORD Ada", "org": "fjord-labs"}, "x", true},
		{"name and event", facts{"name": "Ádá Nord", "event": "mesh-day"}, "x", true},
		{"name and a project spoken on", facts{"name": "Ada Nord", "about": "envoy"}, "x", true},
		{"name and a project maintained", facts{"name": "Ada Nord", "maintains": "envoy"}, "x", true},
		{"a name alone", facts{"name": "Ada Nord", "org": "sund-inc", "event": "dns-day", "about": "coredns"}, "x", false},
		{"a first name and an employer", facts{"name": "Ada", "org": "fjord-labs"}, "x", false},
		{"another at that event", facts{"name": "Bo Sund", "event": "mesh-day", "org": "fjord-labs"}, "x", false},
	} {
		quads := about(test.id, test.facts)
		kept := list.Drop(quads)
		speaks := slices.ContainsFunc(kept, func(q rdf.Quad) bool {
			return strings.Contains(q.Subject.Value+q.Object.Value, "/speaker/")
		})
		if speaks == test.gone {
			t.Errorf("%s: left are %v", test.name, kept)
		}
		if !slices.ContainsFunc(kept, func(q rdf.Quad) bool { return q.Object.Value == vocab.Talk }) {
			t.Errorf("%s: the talk is gone", test.name)
		}
	}
}

// TestOldIDs checks that a person goes under ids that were merged away.
func TestOldIDs(t *testing.T) {
	quads := about("ada", facts{"name": "Ada Nord"})
	for _, p := range []string{vocab.SameAs, vocab.SameName} {
		quads = append(quads, rdf.Quad{Subject: vocab.Entity(vocab.KindSpeaker, "old"), Predicate: rdf.NewIRI(p), Object: vocab.Entity(vocab.KindSpeaker, "ada"), Label: rdf.NewIRI("file:b#L1")})
	}
	var list forget.List
	list.Add(nil, vocab.Entity(vocab.KindSpeaker, "ada").Value)
	for _, q := range list.Drop(quads) {
		if strings.Contains(q.String(), "/speaker/") {
			t.Errorf("left: %s", q)
		}
	}
}

func TestText(t *testing.T) {
	var list forget.List
	if !list.Empty() || len(list.Bytes()) != 0 {
		t.Error("the zero list is not empty")
	}
	list.Add(about("ada", facts{"name": "Ada Nord", "org": "fjord-labs"}), vocab.Entity(vocab.KindSpeaker, "ada").Value)
	text := list.Bytes()
	if strings.Contains(strings.ToLower(string(text)), "nord") {
		t.Error("the list names the person")
	}
	again, err := forget.Parse(text)
	if err != nil || !bytes.Equal(again.Bytes(), text) || again.Empty() {
		t.Errorf("read again: %v", err)
	}
	for _, bad := range []string{"x\n", "00\n", string(text) + "Ada\n"} {
		if _, err := forget.Parse([]byte(bad)); err == nil {
			t.Errorf("%q is no error", bad)
		}
	}
}
