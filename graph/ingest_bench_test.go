package graph_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/store"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/internal/workload"
)

// BenchmarkOneDocument stores one document of 20 KB of statements in a database of the
// workload's size, or retracts it, and builds the graph; written is the bytes of the
// files that are new then. CNCFGRAPH_BENCH names more sizes, as S,M.
func BenchmarkOneDocument(b *testing.B) {
	sizes := []struct {
		name  string
		talks int
	}{{"S", workload.S}, {"M", workload.M}, {"L", workload.L}}
	for _, size := range sizes {
		if size.name != "S" && !strings.Contains(os.Getenv("CNCFGRAPH_BENCH"), size.name) {
			continue
		}
		dir := workloadDatabase(b, size.talks)
		key, quads := document(20 << 10)
		for _, step := range []struct {
			name       string
			measured   func(store.Writer) error
			unmeasured func(store.Writer) error
		}{
			{"ingest", func(w store.Writer) error { _, err := w.Put(key, quads); return err }, func(w store.Writer) error { return w.Retract(key) }},
			{"retract", func(w store.Writer) error { return w.Retract(key) }, func(w store.Writer) error { _, err := w.Put(key, quads); return err }},
		} {
			b.Run(size.name+"/"+step.name, func(b *testing.B) {
				if step.name == "retract" {
					changeAndOpen(b, dir, step.unmeasured)
				}
				var written int64
				for b.Loop() {
					written += changeAndOpen(b, dir, step.measured)
					b.StopTimer()
					changeAndOpen(b, dir, step.unmeasured)
					b.StartTimer()
				}
				b.ReportMetric(float64(written)/float64(b.N), "written/op")
				if step.name == "retract" {
					changeAndOpen(b, dir, step.measured)
				}
			})
		}
	}
}

// changeAndOpen makes the change and opens the graph, and returns how many bytes the
// source of the document and the snapshots have then.
func changeAndOpen(b *testing.B, dir string, change func(store.Writer) error) (written int64) {
	b.Helper()
	db, err := store.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	w, err := db.Writer(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	if err := errors.Join(change(w), w.Close()); err != nil {
		b.Fatal(err)
	}
	g, err := graph.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	if err := g.Close(); err != nil {
		b.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "derived", "*"))
	if err != nil {
		b.Fatal(err)
	}
	for _, path := range append(files, filepath.Join(dir, "sources", store.SourceID(documentKey)+".nq")) {
		if info, err := os.Stat(path); err == nil {
			written += info.Size()
		}
	}
	return written
}

const documentKey = "https://example.org/one"

// document returns a source of about so many bytes of N-Quads: talks with speakers.
func document(bytes int) (key rdf.Term, quads []rdf.Quad) {
	for line, size := 1, 0; size < bytes; line++ {
		label := vocab.Evidence{Source: documentKey, Line: line}.Label()
		subject, person := vocab.Entity(vocab.KindTalk, fmt.Sprintf("one-%d", line)), vocab.Entity(vocab.KindSpeaker, fmt.Sprintf("one-%d", line))
		for _, q := range []rdf.Quad{
			{Subject: subject, Predicate: rdf.NewIRI(vocab.Type), Object: rdf.NewIRI(vocab.Talk), Label: label},
			{Subject: subject, Predicate: rdf.NewIRI(vocab.Name), Object: rdf.NewString(fmt.Sprintf("Meshes, part %d", line)), Label: label},
			{Subject: subject, Predicate: rdf.NewIRI(vocab.About), Object: vocab.Entity(vocab.KindProject, "envoy"), Label: label},
			{Subject: subject, Predicate: rdf.NewIRI(vocab.Performer), Object: person, Label: label},
			{Subject: person, Predicate: rdf.NewIRI(vocab.Type), Object: rdf.NewIRI(vocab.Person), Label: label},
			{Subject: person, Predicate: rdf.NewIRI(vocab.Name), Object: rdf.NewString(fmt.Sprintf("Ada Nord %d", line)), Label: label},
		} {
			quads = append(quads, q)
			size += len(q.String()) + 1
		}
	}
	return rdf.NewIRI(documentKey), quads
}

// workloadDatabase returns the folder of a database with the workload of so many talks.
func workloadDatabase(b *testing.B, talks int) string {
	b.Helper()
	work, err := workload.New(talks)
	if err != nil {
		b.Fatal(err)
	}
	dir := filepath.Join(b.TempDir(), "db")
	db, err := store.Create(dir, "")
	if err != nil {
		b.Fatal(err)
	}
	w, err := db.Writer(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	text, in := io.Pipe()
	go func() {
		_, err := work.Write(in)
		in.CloseWithError(err)
	}()
	sources := map[string][]rdf.Quad{}
	r := rdf.NewReader(text)
	for {
		q, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			b.Fatal(err)
		}
		key := vocab.ParseLabel(q.Label.Value).Source
		sources[key] = append(sources[key], q)
	}
	for key, quads := range sources {
		if _, err := w.Put(rdf.NewIRI(key), quads); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		b.Fatal(err)
	}
	g, err := graph.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	if err := g.Close(); err != nil {
		b.Fatal(err)
	}
	return dir
}
