package queries

import (
	"maps"
	"slices"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

func TestTally(t *testing.T) {
	g, err := graph.Default()
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	from, to := g.Range(vocab.KindSpeaker)
	counts := newTally(g, vocab.KindSpeaker)
	counts.add(from, 0)
	counts.add(from, 0)
	counts.add(from+1, 2)
	counts.add(from+1, 1)
	counts.add(to-1, 1)
	counts.add(to, 1)     // of another kind
	counts.add(from-1, 1) // likewise
	counts.add(0, 1)
	want := map[graph.ID]int{from: 0, from + 1: 3, to - 1: 1}
	if got := maps.Collect(counts.all()); !maps.Equal(got, want) {
		t.Errorf("tally is %v, want %v", got, want)
	}
	for _, id := range slices.Concat([]graph.ID{0, from - 1, from + 2, to}, slices.Collect(maps.Keys(want))) {
		if got := counts.of(id); got != want[id] {
			t.Errorf("count of %d is %d, want %d", id, got, want[id])
		}
	}
}
