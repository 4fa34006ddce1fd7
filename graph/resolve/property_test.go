package resolve_test

import (
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/resolve"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// crowdedWorld returns the statements of a few sources that draw from so few
// names, titles, handles and links that most rules have something to decide,
// contradictions included.
func crowdedWorld(seed uint64, count int) [][]rdf.Quad {
	random := rand.New(rand.NewPCG(seed, 7))
	pick := func(list ...string) string { return list[random.IntN(len(list))] }
	maybe := func(d *document, id rdf.Term, property, value string) {
		if random.IntN(3) > 0 {
			d.state(id, predicate(property), object(property, value))
		}
	}
	worlds := make([][]rdf.Quad, count)
	for i := range worlds {
		d := newDocument(fmt.Sprintf("file:world/%d.md", i))
		var events, speakers []string
		for range 1 + random.IntN(2) {
			name := pick("Mesh Night #1", "Mesh Night #1 @Hall", "Mesh Night #2", "Mesh Night")
			id := vocab.Slug(name)
			term := d.add(vocab.Event, id, "name "+name)
			maybe(d, term, "date", pick("2019-03-01", "2019-03-02", "2020-03"))
			maybe(d, term, "place", pick("Lyon", "Lyon, France", "Seoul"))
			events = append(events, id)
		}
		for j := range 1 + random.IntN(4) {
			id := fmt.Sprintf("s%d-%d", i, j)
			term := d.add(vocab.Person, id)
			maybe(d, term, "name", pick("Aki Mori", "Mori Aki", "森 亜紀", "Tom Wells", "Tom B. Wells", "Mori"))
			maybe(d, term, "org", pick("meshcorp", "meshcorp-labs", "nats-inc"))
			maybe(d, term, "profile", "https://"+pick("twitter.com/", "github.com/")+pick("akim", "wells"))
			maybe(d, term, "nick", pick("akim", "wells", "tw"))
			speakers = append(speakers, id)
		}
		for j := range 1 + random.IntN(4) {
			title := pick("Envoy in the wild", "Keynote: Envoy in the wild!", "Envoy in the wild, part 2", "What came of Mesos", "サービスメッシュの今", "Service Meshの今", "LT")
			term := d.add(vocab.Talk, fmt.Sprintf("t%d-%d", i, j))
			maybe(d, term, "name", title)
			maybe(d, term, "event", pick(events...))
			maybe(d, term, "by", pick(speakers...))
			maybe(d, term, "by", pick(speakers...))
			maybe(d, term, "about", pick("envoy", "mesos", "istio"))
			maybe(d, term, "slides", "https://speakerdeck.com/aki/"+pick("mesh", "mesos", "mesh-at-mesh-night-number-1"))
			maybe(d, term, "video", "https://youtu.be/"+pick("A1", "B2"))
			maybe(d, term, "date", pick("2019-03-01", "2019-03-02", "2020-03"))
		}
		worlds[i] = d.quads
	}
	return worlds
}

func worlds(t *testing.T, check func(t *testing.T, seed uint64, sources [][]rdf.Quad)) {
	t.Helper()
	for seed := range uint64(100) {
		check(t, seed, crowdedWorld(seed, 6))
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func TestOrderDoesNotMatter(t *testing.T) {
	worlds(t, func(t *testing.T, seed uint64, sources [][]rdf.Quad) {
		quads := slices.Concat(sources...)
		want := merge(t, quads, nil)
		random := rand.New(rand.NewPCG(seed, 1))
		random.Shuffle(len(quads), func(i, j int) { quads[i], quads[j] = quads[j], quads[i] })
		before := slices.Clone(quads)
		if got := merge(t, append(quads, quads[0]), nil); !slices.Equal(got, want) {
			t.Error("in another order the quads are merged in another way")
		}
		if !slices.Equal(quads, before) {
			t.Error("the quads given were changed")
		}
	})
}

func TestMergedAgain(t *testing.T) {
	worlds(t, func(t *testing.T, _ uint64, sources [][]rdf.Quad) {
		merged := merge(t, slices.Concat(sources...), nil)
		if again := merge(t, merged, nil); !slices.Equal(again, merged) {
			t.Errorf("merged again, %d quads became %d", len(merged), len(again))
		}
	})
}

// A graph that was merged keeps its ids and its merges when sources are added.
func TestAddedToMerged(t *testing.T) {
	worlds(t, func(t *testing.T, _ uint64, sources [][]rdf.Quad) {
		base := merge(t, slices.Concat(sources[:3]...), nil)
		known := map[string]bool{}
		for _, q := range base {
			known[q.Subject.Value] = true
		}
		opts := &resolve.Options{Keep: func(iri string) bool { return known[iri] }}
		merged := merge(t, slices.Concat(append(sources[3:], base)...), opts)
		wellFormed(t, merged)
		to := map[string]string{}
		for _, q := range merged {
			if q.Predicate.Value == vocab.SameAs {
				to[q.Subject.Value] = q.Object.Value
			}
		}
		canonical := func(iri string) string {
			if c, ok := to[iri]; ok {
				return c
			}
			return iri
		}
		for _, q := range base {
			if _, _, ok := vocab.KindOf(q.Subject.Value); ok && !known[canonical(q.Subject.Value)] {
				t.Errorf("%s lost its id to %s", q.Subject, canonical(q.Subject.Value))
			}
			if q.Predicate.Value == vocab.SameAs && canonical(q.Subject.Value) != canonical(q.Object.Value) {
				t.Errorf("%s and %s are one no more", q.Subject, q.Object)
			}
		}
		if again := merge(t, merged, opts); !slices.Equal(again, merged) {
			t.Errorf("merged again, %d quads became %d", len(merged), len(again))
		}
	})
}

func TestMergedIsWellFormed(t *testing.T) {
	worlds(t, func(t *testing.T, _ uint64, sources [][]rdf.Quad) {
		quads := slices.Concat(sources...)
		merged := merge(t, quads, nil)
		wellFormed(t, merged)
		stated := 0
		for _, q := range merged {
			if !isDerived(q) {
				stated++
			}
		}
		// Two statements of one source may become one; none may get lost.
		if stated > len(quads) || !sameFacts(quads, merged) {
			t.Error("statements got lost or were added")
		}
	})
}

func isDerived(q rdf.Quad) bool {
	_, reason := vocab.IdentityReasons[q.Predicate.Value]
	return reason || q.Predicate.Value == vocab.SameAs || q.Predicate.Value == vocab.DifferentFrom
}

// sameFacts tells whether merged states, of the canonical ids, what quads state.
func sameFacts(quads, merged []rdf.Quad) bool {
	to := map[rdf.Term]rdf.Term{}
	has := map[rdf.Quad]bool{}
	for _, q := range merged {
		if q.Predicate.Value == vocab.SameAs {
			to[q.Subject] = q.Object
		}
		has[q] = true
	}
	for _, q := range quads {
		if s, ok := to[q.Subject]; ok {
			q.Subject = s
		}
		if o, ok := to[q.Object]; ok {
			q.Object = o
		}
		if !has[q] {
			return false
		}
	}
	return true
}

// wellFormed checks that merged is sorted, that no id that was merged away is
// left but in identity quads, that each leads straight to one canonical id, and
// that all have a label.
func wellFormed(t *testing.T, merged []rdf.Quad) {
	t.Helper()
	old := map[string]string{}
	for _, q := range merged {
		if q.Predicate.Value != vocab.SameAs {
			continue
		}
		if other, ok := old[q.Subject.Value]; ok && other != q.Object.Value {
			t.Errorf("%s is the same as %s and as %s", q.Subject, other, q.Object)
		}
		old[q.Subject.Value] = q.Object.Value
	}
	for i, q := range merged {
		if i > 0 && merged[i-1].Compare(q) >= 0 {
			t.Errorf("not in order: %s", q)
		}
		if q.Label.IsZero() {
			t.Errorf("without label: %s", q)
		}
		_, subject := old[q.Subject.Value]
		_, object := old[q.Object.Value]
		if q.Predicate.Value == vocab.SameAs && object || !isDerived(q) && (subject || object) {
			t.Errorf("an id that was merged away is left: %s", q)
		}
	}
}

// What a source alone holds together falls apart without it.
func TestRetraction(t *testing.T) {
	all := sources(
		[][]string{{"talk a", "name Envoy in the wild", "slides https://speakerdeck.com/aki/mesh"}},
		[][]string{{"talk b", "name Envoy in the wild", "slides https://speakerdeck.com/aki/mesh", "video https://youtu.be/AbC"}},
		[][]string{{"talk c", "name Envoy in the wild", "video https://youtu.be/AbC"}},
	)
	check(t, sameAs(merge(t, all, nil)), "b = a", "c = a")
	for source, want := range map[string][]string{"file:docs/1.md": {"c = b"}, "file:docs/2.md": nil, "file:docs/3.md": {"b = a"}} {
		check(t, sameAs(merge(t, without(all, source), nil)), want...)
	}
	worlds(t, func(t *testing.T, _ uint64, sources [][]rdf.Quad) {
		got := merge(t, without(slices.Concat(sources...), "file:world/2.md"), nil)
		if want := merge(t, slices.Concat(append(sources[3:], sources[:2]...)...), nil); !slices.Equal(got, want) {
			t.Error("a retracted source is not as one never ingested")
		}
	})
}

func without(quads []rdf.Quad, source string) []rdf.Quad {
	return slices.DeleteFunc(slices.Clone(quads), func(q rdf.Quad) bool {
		return strings.HasPrefix(q.Label.Value, source+"#")
	})
}

// Input in which everything is alike must not take forever.
func TestAllAlike(t *testing.T) {
	d := newDocument("file:all.md")
	d.event("mesh-day-2021", "name Mesh Day 2021")
	for i := range 5000 {
		id := fmt.Sprint(i)
		d.speaker(id, "name Aki Mori", "profile https://twitter.com/akim", "nick akim")
		d.talk(id, "name Envoy in the wild", "event mesh-day-2021", "by "+id, "about envoy",
			"slides https://speakerdeck.com/aki/mesh", "video https://youtu.be/AbC")
	}
	wellFormed(t, merge(t, d.quads, nil))

	var quads []rdf.Quad
	for i := range maxAlike {
		d := newDocument(fmt.Sprintf("file:%d.md", i))
		d.speaker(fmt.Sprint(i), "name Aki Mori", "org meshcorp")
		quads = append(quads, d.quads...)
	}
	if got := sameAs(merge(t, quads, nil)); len(got) != maxAlike-1 {
		t.Errorf("%d of %d ids were merged", len(got), maxAlike)
	}
}

// maxAlike is how many of one name are compared.
const maxAlike = 500

// FuzzMerge checks that whatever is stated is merged without panic into quads
// that are merged again into themselves.
func FuzzMerge(f *testing.F) {
	for seed := range uint64(8) {
		var text strings.Builder
		if err := rdf.Write(&text, slices.Concat(crowdedWorld(seed, 2)...)); err != nil {
			f.Fatal(err)
		}
		f.Add(text.String())
	}
	f.Fuzz(func(t *testing.T, text string) {
		var quads []rdf.Quad
		for r := rdf.NewReader(strings.NewReader(text)); ; {
			q, err := r.Read()
			if errors.Is(err, io.EOF) {
				break
			}
			if err == nil && !q.Label.IsZero() {
				quads = append(quads, q)
			}
		}
		merged := merge(t, quads, nil)
		wellFormed(t, merged)
		if again := merge(t, merged, nil); !slices.Equal(again, merged) {
			t.Errorf("merged again, %d quads became %d", len(merged), len(again))
		}
	})
}
