package graph

import (
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/forget"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/snapshot"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// report returns a source that tells again of some talks of g, under ids of its own and
// not all that g knows, and of some that g does not know.
func report(g *Graph, number int, random *rand.Rand) []rdf.Quad {
	key := fmt.Sprintf("file:report-%d.md", number)
	var quads []rdf.Quad
	line := 0
	state := func(s rdf.Term, predicate string, o rdf.Term) {
		if random.IntN(5) > 0 || predicate == vocab.Type {
			quads = append(quads, rdf.Quad{Subject: s, Predicate: rdf.NewIRI(predicate), Object: o, Label: vocab.Evidence{Source: key, Line: line}.Label()})
		}
	}
	again := func(k vocab.Kind, id ID) rdf.Term {
		if random.IntN(8) == 0 {
			return g.Term(id) // some sources use the ids of others
		}
		return vocab.Entity(k, vocab.ScopedID(g.Name(id), key))
	}
	from, to := g.Range(vocab.KindTalk)
	for range 1 + random.IntN(12) {
		line++
		talk := g.Canonical(from + ID(random.IntN(int(to-from))))
		t := again(vocab.KindTalk, talk)
		title := g.Name(talk)
		if random.IntN(6) == 0 {
			title = fmt.Sprintf("%s, part %d", title, random.IntN(3))
		}
		state(t, vocab.Type, rdf.NewIRI(vocab.Talk))
		state(t, vocab.Name, rdf.NewString(title))
		for event := range g.Objects(talk, vocab.SuperEvent) {
			e := again(vocab.KindEvent, event)
			state(t, vocab.SuperEvent, e)
			state(e, vocab.Type, rdf.NewIRI(vocab.Event))
			state(e, vocab.Name, rdf.NewString(g.Name(event)))
			if date := g.DateID(event); date != 0 {
				state(e, vocab.StartDate, g.Term(date))
			}
		}
		for speaker := range g.Objects(talk, vocab.Performer) {
			s := again(vocab.KindSpeaker, speaker)
			state(t, vocab.Performer, s)
			state(s, vocab.Type, rdf.NewIRI(vocab.Person))
			state(s, vocab.Name, rdf.NewString(g.Name(speaker)))
			for _, p := range [...]string{vocab.Affiliation, vocab.Profile} {
				for o := range g.Objects(speaker, p) {
					state(s, p, g.Term(o))
				}
			}
		}
		for _, p := range [...]string{vocab.About, vocab.WorkFeatured, vocab.RecordedIn} {
			for o := range g.Objects(talk, p) {
				state(t, p, g.Term(o))
			}
		}
	}
	return quads
}

// Sources that are merged by what of the default graph they meet make the graph that
// they make with all of it.
func TestLittle(t *testing.T) {
	g, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	joined := 0
	for seed := range uint64(3) {
		random := rand.New(rand.NewPCG(seed, 11))
		var quads []rdf.Quad
		for i := range 1 + int(seed)*4 {
			quads = append(quads, report(g, i, random)...)
		}
		b := &builder{base: g}
		none := &forget.List{}
		if !b.isLittle(quads, none) {
			t.Fatalf("%d statements are too many", len(quads))
		}
		little, err := b.buildLittle(quads)
		if err != nil {
			t.Fatal(err)
		}
		want, err := b.merge(quads, none)
		if err != nil {
			t.Fatal(err)
		}
		got := quadsOf(t, little)
		if !slices.Equal(got, want) {
			t.Errorf("seed %d: %d quads where there should be %d", seed, len(got), len(want))
			for i := range got {
				if i >= len(want) || got[i] != want[i] {
					t.Fatalf("%v\nin place of\n%v", got[i], want[min(i, len(want)-1)])
				}
			}
		}
		for _, q := range want {
			if q.Predicate.Value == vocab.SameAs {
				if _, ok := g.ID(q.Subject); !ok {
					joined++
				}
			}
		}
	}
	t.Logf("%d ids became one with others", joined)
	if joined == 0 {
		t.Error("nothing became one with what the graph holds")
	}
}

// quadsOf returns the quads of the snapshot that b builds.
func quadsOf(t *testing.T, b *snapshot.Builder) []rdf.Quad {
	t.Helper()
	data, err := b.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	s, err := snapshot.FromBytes(data)
	if err != nil {
		t.Fatal(err)
	}
	return slices.Collect(s.All())
}

// BenchmarkMerge resolves the identity of one report over the default graph, and of 16,
// by what they meet and over all, and builds the snapshot.
func BenchmarkMerge(b *testing.B) {
	g, err := Default()
	if err != nil {
		b.Fatal(err)
	}
	for _, n := range []int{1, 16} {
		random := rand.New(rand.NewPCG(1, 11))
		var quads []rdf.Quad
		for i := range n {
			quads = append(quads, report(g, i, random)...)
		}
		build := &builder{base: g}
		for _, way := range []struct {
			name  string
			build func() (*snapshot.Builder, error)
		}{
			{"little", func() (*snapshot.Builder, error) { return build.buildLittle(quads) }},
			{"all", func() (*snapshot.Builder, error) { return build.buildAll(quads, &forget.List{}) }},
		} {
			b.Run(fmt.Sprintf("%s/%d", way.name, n), func(b *testing.B) {
				for b.Loop() {
					s, err := way.build()
					if err != nil {
						b.Fatal(err)
					}
					if _, err := s.WriteTo(io.Discard); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
