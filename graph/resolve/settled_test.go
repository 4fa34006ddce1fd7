package resolve_test

import (
	"slices"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/resolve"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// settledBy returns options under which what quads speak of is settled.
func settledBy(quads []rdf.Quad) *resolve.Options {
	known := map[string]bool{}
	for _, q := range quads {
		known[q.Subject.Value] = true
	}
	return &resolve.Options{Settled: func(iri string) bool { return known[iri] }}
}

// Two settled ids stay apart that the rules would make one, until something new
// joins them.
func TestSettled(t *testing.T) {
	a, b, c := newDocument("file:a.md"), newDocument("file:b.md"), newDocument("file:c.md")
	a.speaker("s", "name Aki Mori", "org meshcorp")
	b.speaker("z", "name Aki Mori", "org meshcorp")
	base := quadsOf(a, b)
	if got := sameAs(merge(t, base, nil)); len(got) != 1 {
		t.Fatalf("the rules merge %v", got)
	}
	if got := sameAs(merge(t, base, settledBy(base))); len(got) != 0 {
		t.Errorf("settled ids were merged: %v", got)
	}
	c.speaker("x", "name Mori Aki", "org meshcorp")
	if got := sameAs(merge(t, quadsOf(a, b, c), settledBy(base))); !slices.Equal(got, []string{"x = s", "z = s"}) {
		t.Errorf("what joins them: %v", got)
	}
}

// What is taken apart because it is told to be two is judged anew, settled or not.
func TestSettledTakenApart(t *testing.T) {
	var quads []rdf.Quad
	for _, id := range []string{"a", "b", "c", "d"} {
		d := newDocument("file:" + id + ".md")
		d.speaker(id, "name Aki Mori", "profile https://github.com/"+map[string]string{"a": "one", "b": "two", "c": "one", "d": "two"}[id], "org meshcorp")
		quads = append(quads, d.quads...)
	}
	together := merge(t, quads, &resolve.Options{Same: []resolve.Pair{
		{A: vocab.Base + "speaker/a", B: vocab.Base + "speaker/b"},
	}})
	if got := sameAs(together); len(got) != 3 {
		t.Fatalf("one of four: %v", got)
	}
	opts := settledBy(together)
	opts.Different = []resolve.Pair{{A: vocab.Base + "speaker/a", B: vocab.Base + "speaker/b"}}
	if got := sameAs(merge(t, together, opts)); !slices.Equal(got, []string{"c = a", "d = b"}) {
		t.Errorf("taken apart: %v", got)
	}
}

func TestReadIndex(t *testing.T) {
	d := newDocument("file:a.md")
	d.speaker("s", "name Aki Mori")
	d.talk("t", "name Envoy in the wild", "by s")
	data := resolve.BuildIndex(merge(t, d.quads, nil), func(string) uint32 { return 7 })
	if x, err := resolve.ReadIndex(data, true); err != nil || x.Talks() != 1 {
		t.Errorf("read: %v", err)
	}
	for i := range data {
		for _, bad := range [][]byte{data[:i], flipped(data, i)} {
			if _, err := resolve.ReadIndex(bad, true); err == nil {
				t.Fatalf("damage at byte %d goes unseen", i)
			}
			if x, err := resolve.ReadIndex(bad, false); err == nil { // and is read in bounds
				for k := range resolve.Key(64) {
					for range x.Sharing(k << 26) {
					}
				}
			}
		}
	}
}

func flipped(data []byte, i int) []byte {
	bad := slices.Clone(data)
	bad[i] ^= 0x10
	return bad
}
