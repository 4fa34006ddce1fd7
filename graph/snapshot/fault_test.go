//go:build unix

package snapshot_test

import (
	"errors"
	"os"
	"testing"
	"time"

	"github.com/cncfgraph/cncfgraph/graph/snapshot"
)

// readAll calls every reader of s for every number it has.
func readAll(s *snapshot.Snapshot) {
	for id := range snapshot.ID(s.Terms()) {
		s.ID(s.Term(id))
		s.Count(id, 0, id)
		for range s.Labelled(id) {
		}
	}
	for l := range snapshot.Label(s.Labels()) {
		s.Label(s.LabelTerm(l))
		s.Evidence(l)
		s.LabelID(l)
		for range s.MatchLabel(l) {
		}
	}
	for range s.All() {
	}
}

// TestTruncated cuts a file short while it is open: an error, never a crash.
func TestTruncated(t *testing.T) {
	data := bytesOf(t, workload(300))
	page := int64(os.Getpagesize())
	for _, size := range []int64{0, 1, page - 1, page, 3*page + 17, int64(len(data)) - 1} {
		path := write(t, data)
		s, err := snapshot.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(path, size); err != nil {
			t.Fatal(err)
		}
		readAll(s)
		if err := s.Err(); !errors.Is(err, snapshot.ErrChanged) {
			t.Errorf("cut to %d bytes: error %v", size, err)
		}
		if err := s.Verify(); err == nil {
			t.Errorf("cut to %d bytes: it verifies", size)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

// TestTruncatedInside cuts a file short inside of a loop over it, and lets the
// caller's own panic through.
func TestTruncatedInside(t *testing.T) {
	path := write(t, bytesOf(t, workload(300)))
	s, err := snapshot.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	n := 0
	for range s.Match(0, 0, 0) {
		if n++; n == 1 {
			if err := os.Truncate(path, 0); err != nil {
				t.Fatal(err)
			}
		}
	}
	if n == s.Quads() || !errors.Is(s.Err(), snapshot.ErrChanged) {
		t.Errorf("%d of %d quads, error %v", n, s.Quads(), s.Err())
	}
	var none *int
	defer func() {
		if recover() == nil {
			t.Error("the panic of the loop is lost")
		}
	}()
	fresh, err := snapshot.Open(write(t, bytesOf(t, workload(30))))
	if err != nil {
		t.Fatal(err)
	}
	defer fresh.Close()
	for range fresh.Match(0, 0, 0) {
		*none = 1
	}
}

// TestTruncatedInView cuts the file short inside of a view, which ends it.
func TestTruncatedInView(t *testing.T) {
	path := write(t, bytesOf(t, workload(300)))
	s, err := snapshot.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.View(func(v *snapshot.Snapshot) { readAll(v) }); err != nil {
		t.Errorf("error %v before", err)
	}
	through := false
	err = s.View(func(v *snapshot.Snapshot) {
		if err := os.Truncate(path, 0); err != nil {
			t.Fatal(err)
		}
		_ = v.View(func(v *snapshot.Snapshot) { readAll(v) })
		through = true
	})
	if through || !errors.Is(err, snapshot.ErrChanged) {
		t.Errorf("through %v, error %v", through, err)
	}
}

func TestOverwritten(t *testing.T) {
	data := bytesOf(t, workload(30))
	path := write(t, data)
	s, err := snapshot.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := errors.Join(os.WriteFile(path, make([]byte, len(data)), 0o600), os.Chtimes(path, time.Time{}, time.Now().Add(time.Second))); err != nil {
		t.Fatal(err)
	}
	readAll(s)
	if err := s.Err(); !errors.Is(err, snapshot.ErrChanged) {
		t.Errorf("error %v", err)
	}
}
