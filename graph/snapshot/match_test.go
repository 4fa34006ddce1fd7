package snapshot_test

import (
	"cmp"
	"fmt"
	"slices"
	"sync"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/snapshot"
)

// ordered returns the statements that keep lets pass in the order that Match
// documents for the bound terms.
func ordered(all []snapshot.Statement, subj, obj snapshot.ID, keep func(snapshot.Statement) bool) []snapshot.Statement {
	var out []snapshot.Statement
	for _, st := range all {
		if keep(st) {
			out = append(out, st)
		}
	}
	slices.SortFunc(out, func(a, b snapshot.Statement) int {
		bySubject, byPredicate := cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Predicate, b.Predicate)
		byObject, byLabel := cmp.Compare(a.Object, b.Object), cmp.Compare(a.Label, b.Label)
		if subj == 0 && obj != 0 {
			return cmp.Or(byPredicate, bySubject, byLabel)
		}
		return cmp.Or(bySubject, byPredicate, byObject, byLabel)
	})
	return out
}

// TestMatch compares every combination of bound terms with a scan.
func TestMatch(t *testing.T) {
	for name, quads := range graphs() {
		s := build(t, quads)
		all := slices.Collect(s.Match(0, 0, 0))
		if len(all) != s.Quads() {
			t.Errorf("%s: %d statements of %d", name, len(all), s.Quads())
		}
		beyond := snapshot.ID(s.Terms() + 1)
		asked := []snapshot.Statement{{Subject: beyond}, {Predicate: beyond}, {Object: beyond}, {Subject: 1<<32 - 1, Object: 1<<32 - 1, Predicate: 1<<32 - 1}}
		for i := 0; i < len(all); i += 3 {
			st, other := all[i], all[(i*31+7)%len(all)]
			for bound := range 8 {
				for _, q := range []snapshot.Statement{st, {Subject: st.Subject, Predicate: other.Predicate, Object: other.Object}} {
					if bound&1 == 0 {
						q.Subject = 0
					}
					if bound&2 == 0 {
						q.Predicate = 0
					}
					if bound&4 == 0 {
						q.Object = 0
					}
					asked = append(asked, q)
				}
			}
		}
		for _, q := range asked {
			want := ordered(all, q.Subject, q.Object, func(st snapshot.Statement) bool {
				return (q.Subject == 0 || q.Subject == st.Subject) &&
					(q.Predicate == 0 || q.Predicate == st.Predicate) &&
					(q.Object == 0 || q.Object == st.Object)
			})
			got := slices.Collect(s.Match(q.Subject, q.Predicate, q.Object))
			if !slices.Equal(got, want) {
				t.Errorf("%s: Match(%d, %d, %d) = %v, want %v", name, q.Subject, q.Predicate, q.Object, got, want)
			}
			for _, limit := range []int{-1, len(want), len(want) - 1} {
				got, ok := s.AppendMatch([]snapshot.Statement{{Label: 7}}, q.Subject, q.Predicate, q.Object, limit)
				if ok != (limit < 0 || limit >= len(want)) || got[0].Label != 7 || ok && !slices.Equal(got[1:], want) || !ok && len(got) > 1 {
					t.Errorf("%s: AppendMatch(%d, %d, %d, %d) = %v, %v, want %v", name, q.Subject, q.Predicate, q.Object, limit, got, ok, want)
				}
			}
			if n := s.Count(q.Subject, q.Predicate, q.Object); n != len(want) {
				t.Errorf("%s: Count(%d, %d, %d) = %d, want %d", name, q.Subject, q.Predicate, q.Object, n, len(want))
			}
		}
	}
}

// TestConcurrentReaders is for the race detector.
func TestConcurrentReaders(t *testing.T) {
	s := build(t, workload(60))
	want := fmt.Sprint(slices.Collect(s.All()))
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if got := fmt.Sprint(slices.Collect(s.All())); got != want {
				t.Error("another reader sees other quads")
			}
		})
	}
	wg.Wait()
}

// TestNoAllocation holds the readers that run in inner loops to no garbage.
func TestNoAllocation(t *testing.T) {
	s := build(t, workload(60))
	first := s.Term(1)
	allocations := testing.AllocsPerRun(100, func() {
		id, _ := s.ID(first)
		for st := range s.Match(0, 0, id) {
			s.Count(st.Subject, st.Predicate, 0)
			s.Lines(st.Label)
		}
	})
	if allocations > 0 {
		t.Errorf("%v allocations", allocations)
	}
}
