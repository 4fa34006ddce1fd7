package snapshot_test

import (
	"slices"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/snapshot"
)

// TestCursor steps through what Match and MatchLabel yield.
func TestCursor(t *testing.T) {
	s := build(t, workload(60))
	check := func(what string, c *snapshot.Cursor, want []snapshot.Statement) {
		t.Helper()
		for i, st := range want {
			if n := c.Len(); n != len(want)-i {
				t.Errorf("%s: %d statements left behind %d of %d", what, n, i, len(want))
			}
			if got, ok := c.Next(); !ok || got != st {
				t.Errorf("%s: statement %d is %v, want %v", what, i, got, st)
			}
		}
		if n := c.Len(); n != 0 {
			t.Errorf("%s: %d statements left at the end", what, n)
		}
		for range 2 {
			if st, ok := c.Next(); ok || c.Err() != nil {
				t.Errorf("%s: %v behind the end, error %v", what, st, c.Err())
			}
		}
	}
	check("all", s.Find(0, 0, 0), slices.Collect(s.Match(0, 0, 0)))
	check("no label", s.FindLabel(1<<32-1), nil)
	for st := range s.Match(0, 0, 0) {
		check("object", s.Find(0, 0, st.Object), slices.Collect(s.Match(0, 0, st.Object)))
		check("both", s.Find(st.Subject, 0, st.Object), slices.Collect(s.Match(st.Subject, 0, st.Object)))
		check("label", s.FindLabel(st.Label), slices.Collect(s.MatchLabel(st.Label)))
	}
}
