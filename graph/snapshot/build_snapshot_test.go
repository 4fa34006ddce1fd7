package snapshot_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/snapshot"
)

// A snapshot added, as a whole or quad by quad, without some of its quads and with
// others, gives the bytes of the quads that there are then.
func TestAddSnapshot(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for name, quads := range graphs() {
		quads = rdf.Sort(slices.Clone(quads))
		for _, share := range []int{0, 1, 5, 9, 10} {
			var base, hidden, added, want []rdf.Quad
			for _, q := range quads {
				switch n := random.IntN(10); {
				case n >= share:
					base, want = append(base, q), append(want, q)
				case n%2 == 0:
					base, hidden = append(base, q), append(hidden, q)
				default:
					added, want = append(added, q), append(want, q)
				}
			}
			hidden = append(hidden, rdf.Quad{Subject: rdf.NewIRI("x:none"), Predicate: rdf.NewIRI("x:none"), Object: rdf.NewString("none")})
			s, err := snapshot.FromBytes(bytesOf(t, base))
			if err != nil {
				t.Fatal(err)
			}
			for _, budget := range []int64{0, 1 << 30, 2_000} {
				if budget == 2_000 && len(quads) > 10_000 {
					continue // hundreds of runs
				}
				b := snapshot.Builder{Budget: budget, TempDir: t.TempDir()}
				half := len(added) / 2
				for _, q := range added[:half] {
					if err := b.Add(q); err != nil {
						t.Fatal(err)
					}
				}
				if err := b.AddSnapshot(s, rdf.Sort(hidden)); err != nil {
					t.Fatal(err)
				}
				for _, q := range added[half:] {
					if err := b.Add(q); err != nil {
						t.Fatal(err)
					}
				}
				got, err := b.Bytes()
				if err != nil || !bytes.Equal(got, bytesOf(t, want)) {
					t.Errorf("%s, %d of ten changed, within %d bytes: other bytes than of the quads themselves, error %v", name, share, budget, err)
				}
			}
		}
	}
}
