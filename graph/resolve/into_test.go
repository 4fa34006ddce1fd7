package resolve_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/resolve"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// quadBase is a Base over a list of quads.
type quadBase struct {
	quads     []rdf.Quad
	canonical map[string]string
	index     *resolve.Index
	iris      []string
}

func newQuadBase(merged []rdf.Quad) *quadBase {
	b := &quadBase{quads: merged, canonical: map[string]string{}}
	for _, q := range merged {
		for _, t := range [...]rdf.Term{q.Subject, q.Object} {
			if _, ok := b.canonical[t.Value]; !ok && t.Kind == rdf.IRI {
				b.canonical[t.Value] = t.Value
			}
		}
		if q.Predicate.Value == vocab.SameAs {
			b.canonical[q.Subject.Value] = q.Object.Value
		}
	}
	numbers := map[string]uint32{}
	data := resolve.BuildIndex(merged, func(iri string) uint32 {
		if numbers[iri] == 0 {
			b.iris = append(b.iris, iri)
			numbers[iri] = uint32(len(b.iris))
		}
		return numbers[iri]
	})
	var err error
	if b.index, err = resolve.ReadIndex(data, true); err != nil {
		panic(err)
	}
	return b
}

func (b *quadBase) Canonical(iri string) (string, bool) {
	c, ok := b.canonical[iri]
	return c, ok
}

func (b *quadBase) where(keep func(rdf.Quad) bool) []rdf.Quad {
	return slices.DeleteFunc(slices.Clone(b.quads), func(q rdf.Quad) bool { return !keep(q) })
}

func (b *quadBase) About(iri string) []rdf.Quad {
	return b.where(func(q rdf.Quad) bool {
		p := q.Predicate.Value
		return q.Subject.Value == iri || q.Object.Value == iri && (p == vocab.SameAs || p == vocab.Maintainer)
	})
}

func (b *quadBase) Naming(iri string) []rdf.Quad {
	return b.where(func(q rdf.Quad) bool { return q.Object.Value == iri })
}

func (b *quadBase) Subjects(predicate, iri string) []string {
	var list []string
	for _, q := range b.quads {
		if q.Predicate.Value == predicate && q.Object.Value == iri && !slices.Contains(list, q.Subject.Value) {
			list = append(list, q.Subject.Value)
		}
	}
	return list
}

func (b *quadBase) Sharing(k resolve.Key, limit int) []string {
	var list []string
	for n := range b.index.Sharing(k) {
		list = append(list, b.iris[n-1])
	}
	return list[:min(limit, len(list))]
}

func (b *quadBase) TalksAbout(project string) int {
	typed, counted := map[string]bool{}, map[string]bool{}
	for _, q := range b.quads {
		if q.Predicate.Value == vocab.Type && q.Object.Value == vocab.Talk {
			typed[q.Subject.Value] = true
		}
	}
	for _, q := range b.quads {
		if typed[q.Subject.Value] && q.Predicate.Value == vocab.About && q.Object.Value == project {
			counted[q.Subject.Value] = true
		}
	}
	return len(counted)
}

func (b *quadBase) Talks() int { return b.index.Talks() }

// into returns what MergeInto makes of base and quads, and what Merge does.
func into(t *testing.T, base, quads []rdf.Quad) (got, want []rdf.Quad, patch resolve.Patch) {
	t.Helper()
	b := newQuadBase(base)
	patch, err := resolve.MergeInto(b, quads)
	if err != nil {
		t.Fatal(err)
	}
	hidden := map[rdf.Quad]bool{}
	for _, q := range patch.Hidden {
		hidden[q] = true
	}
	got = rdf.Sort(append(slices.DeleteFunc(slices.Clone(base), func(q rdf.Quad) bool { return hidden[q] }), patch.Added...))
	want = merge(t, slices.Concat(base, quads), resolve.Over(b.Canonical, quads))
	return got, want, patch
}

// Quads are merged into a graph by what of it they meet as they are with all of it.
func TestMergeInto(t *testing.T) {
	changed := 0
	worlds(t, func(t *testing.T, seed uint64, sources [][]rdf.Quad) {
		n := 1 + int(seed)%5
		base := merge(t, slices.Concat(sources[:n]...), nil)
		for i := n; i <= len(sources); i++ {
			got, want, patch := into(t, base, slices.Concat(sources[n:i]...))
			changed += len(patch.Hidden)
			if !slices.Equal(got, want) {
				t.Errorf("%d sources into %d:\n%s", i-n, n, difference(got, want))
			}
		}
	})
	if changed == 0 {
		t.Error("nothing of any base changed")
	}
}

// difference lists the quads that one of two sorted lists lacks.
func difference(got, want []rdf.Quad) string {
	var b strings.Builder
	for _, q := range got {
		if !slices.Contains(want, q) {
			fmt.Fprintln(&b, "+", q)
		}
	}
	for _, q := range want {
		if !slices.Contains(got, q) {
			fmt.Fprintln(&b, "-", q)
		}
	}
	return b.String()
}
