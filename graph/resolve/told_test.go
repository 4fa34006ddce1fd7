package resolve_test

import (
	"slices"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/resolve"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// saying returns the statement that two speakers are one, or two.
func saying(predicate, a, b string) rdf.Quad {
	return rdf.Quad{
		Subject: vocab.Entity(vocab.KindSpeaker, a), Predicate: rdf.NewIRI(predicate), Object: vocab.Entity(vocab.KindSpeaker, b),
		Label: rdf.NewIRI("file:identities.yaml#L2"),
	}
}

// TestToldByQuads checks what statements on identity do, and that the same comes of
// them when what they were merged into is merged again.
func TestToldByQuads(t *testing.T) {
	const same, different = vocab.SameAsStated, vocab.DifferentFrom
	people := sources(
		[][]string{{"speaker a", "name Aki Mori", "org meshcorp"}},
		[][]string{{"speaker b", "name Aki Mori", "org meshcorp"}},
		[][]string{{"speaker c", "name Tom Wells"}},
	)
	tests := []struct {
		name string
		told []rdf.Quad
		want []string
	}{
		{"nothing", nil, []string{"b = a"}},
		{"same", []rdf.Quad{saying(same, "c", "a")}, []string{"b = a", "c = a"}},
		{"different", []rdf.Quad{saying(different, "a", "b")}, nil},
		{"different, the other way round", []rdf.Quad{saying(different, "b", "a")}, nil},
		{"both", []rdf.Quad{saying(different, "b", "a"), saying(same, "a", "b")}, nil},
		{"different by way of a third", []rdf.Quad{saying(same, "b", "c"), saying(same, "c", "a"), saying(different, "a", "b")}, []string{"c = b"}},
		{"an id of which nothing is said", []rdf.Quad{saying(same, "a", "0"), saying(different, "b", "1")}, []string{"b = a"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			quads := slices.Concat(people, test.told)
			merged := merge(t, quads, nil)
			check(t, sameAs(merged), test.want...)
			wellFormed(t, merged)
			if again := merge(t, merged, nil); !slices.Equal(again, merged) {
				t.Error("merged again, it differs")
			}
		})
	}
}

// saidWhere returns which predicates stand on which lines, identity apart.
func saidWhere(quads []rdf.Quad) []string {
	var list []string
	for _, q := range quads {
		if !isDerived(q) {
			list = append(list, q.Predicate.Value+" "+q.Label.Value)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// TestToldLater checks that what was merged before is taken apart when two ids of it
// are told to be different by then, and each gets back what stands on its lines.
func TestToldLater(t *testing.T) {
	people := sources(
		[][]string{{"speaker a", "name Aki Mori", "org meshcorp"}, {"talk t", "name Envoy in the wild", "by a"}},
		[][]string{{"speaker b", "name Aki Mori", "org meshcorp", "profile https://github.com/akim"}},
		[][]string{{"speaker c", "name Mori Aki", "org meshcorp", "profile https://github.com/akim"}},
	)
	merged := merge(t, people, nil)
	check(t, sameAs(merged), "b = a", "c = a")
	apart := merge(t, append(merged, saying(vocab.DifferentFrom, "a", "b")), nil)
	check(t, sameAs(apart), "c = b")
	if !sameFacts(append(people, saying(vocab.DifferentFrom, "a", "b")), apart) {
		t.Error("statements are not where they were")
	}
	worlds(t, func(t *testing.T, _ uint64, sources [][]rdf.Quad) {
		quads := slices.Concat(sources...)
		merged := merge(t, quads, nil)
		i := slices.IndexFunc(merged, func(q rdf.Quad) bool { return q.Predicate.Value == vocab.SameAs })
		if i < 0 {
			return
		}
		pair := resolve.Pair{A: merged[i].Subject.Value, B: merged[i].Object.Value, Label: rdf.NewIRI("file:identities.yaml#L2")}
		apart := merge(t, merged, &resolve.Options{Different: []resolve.Pair{pair}})
		wellFormed(t, apart)
		if said, left := saidWhere(quads), saidWhere(apart); !slices.Equal(said, left) {
			t.Errorf("of %d things said %d are left", len(said), len(left))
		}
		to := map[string]string{}
		for _, q := range apart {
			if q.Predicate.Value == vocab.SameAs {
				to[q.Subject.Value] = q.Object.Value
			}
		}
		one := func(iri string) string {
			if c, ok := to[iri]; ok {
				return c
			}
			return iri
		}
		if one(pair.A) == one(pair.B) {
			t.Errorf("%s and %s are still one", pair.A, pair.B)
		}
	})
}
