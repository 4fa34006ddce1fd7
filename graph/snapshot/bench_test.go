package snapshot_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/snapshot"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// benchTalks is how many talks the benchmarks' graph has: 70 k quads.
const benchTalks = 6500

func benchSnapshot(b *testing.B) (*snapshot.Snapshot, []byte) {
	b.Helper()
	data, err := snapshot.Build(workload(benchTalks))
	if err != nil {
		b.Fatal(err)
	}
	s, err := snapshot.FromBytes(data)
	if err != nil {
		b.Fatal(err)
	}
	return s, data
}

func BenchmarkBuild(b *testing.B) {
	quads := workload(benchTalks)
	b.ReportAllocs()
	var data []byte
	for b.Loop() {
		data, _ = snapshot.Build(quads)
	}
	n := float64(len(quads))
	b.ReportMetric(n*float64(b.N)/b.Elapsed().Seconds(), "quads/s")
	b.ReportMetric(float64(len(data))/n, "B/quad")
}

func BenchmarkOpen(b *testing.B) {
	_, data := benchSnapshot(b)
	path := filepath.Join(b.TempDir(), "s")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		b.Fatal(err)
	}
	b.Run("file", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			s, err := snapshot.Open(path)
			if err != nil {
				b.Fatal(err)
			}
			s.Close()
		}
	})
	b.Run("bytes", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := snapshot.FromBytes(data); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("trusted", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := snapshot.FromTrustedBytes(data); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkTerms(b *testing.B) {
	s, _ := benchSnapshot(b)
	terms := make([]rdf.Term, s.Terms())
	for i := range terms {
		terms[i] = s.Term(snapshot.ID(i + 1))
	}
	b.Run("ID", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			if _, ok := s.ID(terms[i*7919%len(terms)]); !ok {
				b.Fatal("no such term")
			}
		}
	})
	b.Run("Term", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			s.Term(snapshot.ID(i*7919%len(terms) + 1))
		}
	})
	b.Run("Evidence", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			s.Evidence(snapshot.Label(i*7919%s.Labels() + 1))
		}
	})
}

func BenchmarkMatch(b *testing.B) {
	s, data := benchSnapshot(b)
	path := filepath.Join(b.TempDir(), "s")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		b.Fatal(err)
	}
	mapped, err := snapshot.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	id := func(t rdf.Term) snapshot.ID {
		id, ok := s.ID(t)
		if !ok {
			b.Fatalf("no %s", t)
		}
		return id
	}
	about, performer := id(rdf.NewIRI(vocab.About)), id(rdf.NewIRI(vocab.Performer))
	hub, middling := id(vocab.Entity(vocab.KindProject, "project-0")), id(vocab.Entity(vocab.KindProject, "project-40"))
	var talk snapshot.ID
	for st := range s.Match(0, about, hub) {
		talk = st.Subject
	}
	for _, store := range []struct {
		name string
		s    *snapshot.Snapshot
	}{{"bytes", s}, {"mapped", mapped}} {
		for _, m := range []struct {
			name    string
			s, p, o snapshot.ID
		}{
			{"s", talk, 0, 0},
			{"sp", talk, about, 0},
			{"spo", talk, about, hub},
			{"so", talk, 0, hub},
			{"po-middling", 0, about, middling},
			{"po-hub", 0, about, hub},
			{"p", 0, performer, 0},
			{"all", 0, 0, 0},
		} {
			b.Run(fmt.Sprintf("%s/%s", store.name, m.name), func(b *testing.B) {
				b.ReportAllocs()
				n := 0
				for b.Loop() {
					n = 0
					for range store.s.Match(m.s, m.p, m.o) {
						n++
					}
				}
				b.ReportMetric(float64(n), "statements")
			})
		}
	}
	b.Run("two-hops-hub", func(b *testing.B) { // speakers of the talks about the hub
		b.ReportAllocs()
		n := 0
		for b.Loop() {
			n = 0
			for t := range s.Match(0, about, hub) {
				for range s.Match(t.Subject, performer, 0) {
					n++
				}
			}
		}
		b.ReportMetric(float64(n), "statements")
	})
}

func BenchmarkAll(b *testing.B) {
	s, _ := benchSnapshot(b)
	b.ReportAllocs()
	var buf bytes.Buffer
	for b.Loop() {
		buf.Reset()
		for q := range s.All() {
			buf.Write(append(q.Append(buf.AvailableBuffer()), '\n'))
		}
	}
	b.SetBytes(int64(buf.Len()))
}
