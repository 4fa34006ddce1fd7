package snapshot_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/snapshot"
)

// TestLinks compares the pairs of each link with what Match finds, in memory, in a
// mapped file and in a view of it.
func TestLinks(t *testing.T) {
	for name, quads := range graphs() {
		data := bytesOf(t, quads)
		path := filepath.Join(t.TempDir(), "s")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		mapped, err := snapshot.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		compareLinks(t, name, build(t, quads))
		compareLinks(t, name, mapped)
		if err := mapped.View(func(v *snapshot.Snapshot) { compareLinks(t, name, v) }); err != nil {
			t.Error(err)
		}
		if err := mapped.Close(); err != nil {
			t.Error(err)
		}
	}
}

func compareLinks(t *testing.T, name string, s *snapshot.Snapshot) {
	t.Helper()
	distinct := func(subject, predicate, object snapshot.ID, end func(snapshot.Statement) snapshot.ID) []snapshot.ID {
		var ids []snapshot.ID
		for st := range s.Match(subject, predicate, object) {
			ids = append(ids, end(st))
		}
		slices.Sort(ids)
		return slices.Compact(ids)
	}
	for _, iri := range linked {
		p, _ := s.ID(rdf.NewIRI(iri))
		l, ok := s.Links(p)
		if ok != (p != 0) {
			t.Errorf("%s: links of %s: %v", name, iri, ok)
		}
		if !ok {
			continue
		}
		for i := range s.Terms() + 2 { // beyond both ends
			id := snapshot.ID(i)
			var objects, subjects []snapshot.ID
			if id != 0 {
				objects = distinct(id, p, 0, func(st snapshot.Statement) snapshot.ID { return st.Object })
				subjects = distinct(0, p, id, func(st snapshot.Statement) snapshot.ID { return st.Subject })
			}
			if got := slices.Collect(l.Objects(id)); !slices.Equal(got, objects) || !slices.Equal(l.AppendObjects(nil, id), objects) || l.CountObjects(id) != len(objects) {
				t.Errorf("%s: %s of %d: %v, want %v", name, iri, id, got, objects)
			}
			if got := slices.Collect(l.Subjects(id)); !slices.Equal(got, subjects) || !slices.Equal(l.AppendSubjects(nil, id), subjects) || l.CountSubjects(id) != len(subjects) {
				t.Errorf("%s: %s to %d: %v, want %v", name, iri, id, got, subjects)
			}
		}
	}
	if _, ok := s.Links(0); ok {
		t.Errorf("%s: links of no predicate", name)
	}
}
