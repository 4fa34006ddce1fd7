package graph_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/store"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// crowd returns the statements of sources that draw their people, talks and events
// from so few names that many of them are one, and some cannot be told. The last
// source says which are one and which are two.
func crowd(seed uint64, count int) map[string][]rdf.Quad {
	random := rand.New(rand.NewPCG(seed, 3))
	pick := func(list ...string) string { return list[random.IntN(len(list))] }
	sources := map[string][]rdf.Quad{}
	var people []rdf.Term
	for i := range count {
		key := fmt.Sprintf("file:crowd/%d.csv", i)
		line := 0
		state := func(s rdf.Term, predicate string, o rdf.Term) {
			label := vocab.Evidence{Source: key, Line: line, EndLine: line}.Label()
			sources[key] = append(sources[key], rdf.Quad{Subject: s, Predicate: rdf.NewIRI(predicate), Object: o, Label: label})
		}
		event := vocab.Entity(vocab.KindEvent, "mesh-day-"+pick("2031", "2032"))
		for line = 1; line < 4; line++ {
			title, name := pick("Envoy in the cold", "Envoy in the Cold!", "NATS in the sun"), pick("Ada Nord", "Nord Ada", "Ádá Nord", "Bo Sund")
			talk := vocab.Entity(vocab.KindTalk, vocab.ScopedID(title, key, fmt.Sprint(line)))
			person := vocab.Entity(vocab.KindSpeaker, vocab.ScopedID(name, key, fmt.Sprint(line)))
			people = append(people, person)
			state(event, vocab.Type, rdf.NewIRI(vocab.Event))
			state(event, vocab.Name, rdf.NewString("Mesh Day "+event.Value[len(event.Value)-4:]))
			state(talk, vocab.Type, rdf.NewIRI(vocab.Talk))
			state(talk, vocab.Name, rdf.NewString(title))
			state(talk, vocab.SuperEvent, event)
			state(talk, vocab.Performer, person)
			state(person, vocab.Type, rdf.NewIRI(vocab.Person))
			state(person, vocab.Name, rdf.NewString(name))
			state(person, vocab.Affiliation, vocab.Entity(vocab.KindOrganization, pick("fjord-labs", "sund-inc")))
		}
	}
	const told = "file:crowd/identities.yaml"
	for i, predicate := range []string{vocab.SameAsStated, vocab.DifferentFrom} {
		sources[told] = append(sources[told], rdf.Quad{
			Subject: people[random.IntN(len(people))], Predicate: rdf.NewIRI(predicate), Object: people[random.IntN(len(people))],
			Label: vocab.Evidence{Source: told, Line: i + 2, EndLine: i + 2}.Label(),
		})
	}
	return sources
}

// ingested returns all quads of a database into which the sources were put in the
// order, and those of retracted were retracted again.
func ingested(t *testing.T, sources map[string][]rdf.Quad, order, retracted []string) []rdf.Quad {
	t.Helper()
	db, err := graph.Create(t.TempDir(), &graph.CreateOptions{NoDefault: true})
	if err != nil {
		t.Fatal(err)
	}
	w, err := db.Writer(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range order {
		if _, err := w.Put(rdf.NewIRI(key), sources[key]); err != nil {
			t.Fatal(err)
		}
	}
	for _, key := range retracted {
		if err := w.Retract(rdf.NewIRI(key)); err != nil {
			t.Fatal(err)
		}
	}
	return closed(t, db, w)
}

// closed closes the writer and returns all quads of the database's graph.
func closed(t *testing.T, db *store.DB, w store.Writer) []rdf.Quad {
	t.Helper()
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	g, err := graph.Open(db.Dir())
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	return slices.Collect(g.All())
}

// TestIngestion checks that the graph of a database does not depend on the order in
// which its sources came, and is without a retracted source what it would be if that
// had never come: with exactly the merges that the others support.
func TestIngestion(t *testing.T) {
	for seed := range uint64(12) {
		random := rand.New(rand.NewPCG(seed, 5))
		sources := crowd(seed, 5)
		var order []string
		for key := range sources {
			order = append(order, key)
		}
		slices.Sort(order)
		want := ingested(t, sources, order, nil)
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		if got := ingested(t, sources, order, nil); !slices.Equal(got, want) {
			t.Errorf("seed %d: in another order the graph is another", seed)
		}
		for i, key := range order {
			without := slices.Delete(slices.Clone(order), i, i+1)
			if got, want := ingested(t, sources, order, []string{key}), ingested(t, sources, without, nil); !slices.Equal(got, want) {
				t.Errorf("seed %d: with %s retracted the graph is not what it is without", seed, key)
			}
		}
	}
}

// TestMergesAreSupported checks that a merge goes with the last source that supports
// it, and no sooner.
func TestMergesAreSupported(t *testing.T) {
	const a, b, c = "file:crowd/0.csv", "file:crowd/1.csv", "file:crowd/2.csv"
	merges := func(keys ...string) (n int) {
		sources := map[string][]rdf.Quad{}
		for _, key := range []string{a, b, c} {
			person := vocab.Entity(vocab.KindSpeaker, vocab.ScopedID("Ada Nord", key))
			org := map[string]string{a: "fjord-labs", b: "sund-inc", c: "fjord-labs"}[key]
			for _, fact := range [][2]rdf.Term{
				{rdf.NewIRI(vocab.Type), rdf.NewIRI(vocab.Person)},
				{rdf.NewIRI(vocab.Name), rdf.NewString("Ada Nord")},
				{rdf.NewIRI(vocab.Affiliation), vocab.Entity(vocab.KindOrganization, org)},
			} {
				sources[key] = append(sources[key], rdf.Quad{Subject: person, Predicate: fact[0], Object: fact[1], Label: rdf.NewIRI(key + "#L1")})
			}
			if key == b { // who was with both
				sources[key] = append(sources[key], rdf.Quad{
					Subject: person, Predicate: rdf.NewIRI(vocab.Affiliation), Object: vocab.Entity(vocab.KindOrganization, "fjord-labs"), Label: rdf.NewIRI(key + "#L2"),
				})
			}
		}
		for _, q := range ingested(t, sources, keys, nil) {
			if q.Predicate.Value == vocab.SameAs {
				n++
			}
		}
		return n
	}
	for _, test := range []struct {
		keys []string
		want int
	}{
		{[]string{a, b, c}, 2}, {[]string{a, b}, 1}, {[]string{a, c}, 1}, {[]string{b, c}, 1}, {[]string{b}, 0},
	} {
		if got := merges(test.keys...); got != test.want {
			t.Errorf("%v: %d ids merged, want %d", test.keys, got, test.want)
		}
	}
}
