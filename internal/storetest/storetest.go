// Package storetest tests that databases, wherever their sources are kept, are alike.
package storetest

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/store"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Statements returns quads of the source key that name the given projects, one a line,
// and that were read from the path, "" for none.
func Statements(key, path string, projects ...string) (rdf.Term, []rdf.Quad) {
	source := rdf.NewIRI(key)
	quads := []rdf.Quad{{Subject: source, Predicate: rdf.NewIRI(vocab.Type), Object: rdf.NewIRI(vocab.Document), Label: source}}
	if path != "" {
		quads = append(quads, rdf.Quad{Subject: source, Predicate: rdf.NewIRI(vocab.ReadFrom), Object: rdf.NewString(path), Label: source})
	}
	for i, p := range projects {
		label := vocab.Evidence{Source: key, Line: i + 1}.Label()
		quads = append(quads, rdf.Quad{Subject: source, Predicate: rdf.NewIRI(vocab.Mentions), Object: vocab.Entity(vocab.KindProject, p), Label: label})
	}
	return source, quads
}

// Talk returns quads of the source key that state a talk by the speaker.
func Talk(key, speaker string) (rdf.Term, []rdf.Quad) {
	label := vocab.Evidence{Source: key, Line: 1}.Label()
	state := func(s rdf.Term, p string, o rdf.Term) rdf.Quad {
		return rdf.Quad{Subject: s, Predicate: rdf.NewIRI(p), Object: o, Label: label}
	}
	talk, person := vocab.Entity(vocab.KindTalk, "mesh-"+speaker), vocab.Entity(vocab.KindSpeaker, speaker)
	return rdf.NewIRI(key), []rdf.Quad{
		state(talk, vocab.Type, rdf.NewIRI(vocab.Talk)),
		state(talk, vocab.About, vocab.Entity(vocab.KindProject, "istio")),
		state(person, vocab.Type, rdf.NewIRI(vocab.Person)),
		state(person, vocab.Name, rdf.NewString(speaker+" Umeda")),
		state(talk, vocab.Performer, person),
	}
}

// Stated returns what the sources of db state, as sorted N-Quads.
func Stated(t testing.TB, db store.Database) string {
	t.Helper()
	quads, err := store.Quads(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	return text(t, rdf.Sort(quads))
}

func text(t testing.TB, quads []rdf.Quad) string {
	t.Helper()
	var s strings.Builder
	if err := rdf.Write(&s, quads); err != nil {
		t.Fatal(err)
	}
	return s.String()
}

// Writer returns a Writer of db, which is closed when the test ends at the latest.
func Writer(t testing.TB, db store.Database) store.Writer {
	t.Helper()
	w, err := db.Writer(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = w.Close() }) // the test may have closed it
	return w
}

// Put stores a source, and returns whether that changed anything.
func Put(t testing.TB, w store.Writer, key rdf.Term, quads []rdf.Quad) bool {
	t.Helper()
	changed, err := w.Put(key, quads)
	if err != nil {
		t.Fatal(err)
	}
	return changed
}

// Same makes the same changes in two empty databases without a default graph. After
// each they have said and hold the same, and in the end their graphs are the same.
func Same(t *testing.T, a, b store.Database) {
	t.Helper()
	random := rand.New(rand.NewPCG(7, 5))
	dbs, writers := []store.Database{a, b}, []store.Writer{Writer(t, a), Writer(t, b)}
	for i := range 60 {
		name := "notes/" + strconv.Itoa(random.IntN(9)) + ".md"
		path := "/home/" + strconv.Itoa(random.IntN(8)/7) + name // a few times from elsewhere
		key, quads := Statements("file:"+name, path, []string{"istio", "envoy", "<サービス>\x00'\"\\"}[:random.IntN(4)]...)
		switch random.IntN(16) {
		case 0:
			quads = nil
		case 1:
			quads[0].Label = rdf.NewIRI("https://example.org/another")
		}
		retract := random.IntN(4) == 0
		var said [2]string
		for j, w := range writers {
			var changed bool
			var err error
			if retract {
				err = w.Retract(key)
			} else {
				changed, err = w.Put(key, quads)
			}
			there, hasErr := dbs[j].Has(t.Context(), key)
			said[j] = fmt.Sprint(changed, strings.TrimPrefix(fmt.Sprint(err), dbs[j].Name()+": "),
				errors.Is(err, store.ErrNoSource), errors.Is(err, store.ErrForeignKey), there, hasErr)
		}
		if said[0] != said[1] {
			t.Errorf("change %d: %s says %s, %s says %s", i, a.Name(), said[0], b.Name(), said[1])
		}
		if got, want := Stated(t, a), Stated(t, b); got != want {
			t.Fatalf("change %d: %s holds\n%s\n%s holds\n%s", i, a.Name(), got, b.Name(), want)
		}
	}
	if Stated(t, a) == "" {
		t.Error("nothing is stored")
	}
	var graphs [2]string
	for j, db := range dbs {
		g, err := graph.OpenDatabase(t.Context(), db, nil)
		if err != nil {
			t.Fatal(err)
		}
		graphs[j] = text(t, slices.Collect(g.All()))
		if err := errors.Join(g.Note(), g.Close()); err != nil {
			t.Error(err)
		}
	}
	if graphs[0] != graphs[1] {
		t.Error("their graphs are two")
	}
}
