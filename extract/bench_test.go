package extract_test

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"strconv"
	"testing"
	"time"

	"github.com/yuin/goldmark/text"

	"github.com/cncfgraph/cncfgraph/extract"
	"github.com/cncfgraph/cncfgraph/extract/files"
	"github.com/cncfgraph/cncfgraph/internal/corpus"
)

// chunk is how much of a corpus is in memory at a time: as much as gives each
// measurement a fraction of a second, and little enough that the heap stays small.
const chunk = 8e6

// BenchmarkCorpus reads a generated corpus of CNCFGRAPH_CORPUS_MB megabytes (8 by
// default) in each of four ways, by turns, so that the rates can be compared: with
// goldmark alone and with extraction on one core, that and the statements on one
// core, and the files of a folder on all cores.
func BenchmarkCorpus(b *testing.B) {
	x, err := extractor()
	if err != nil {
		b.Fatal(err)
	}
	parser := extract.NewMarkdownParser()
	ways := []*way{
		{name: "goldmark", procs: 1, run: func(docs []corpus.Document, _ string) {
			for _, d := range docs {
				parser.Parse(text.NewReader(d.Text))
			}
		}},
		{name: "extract", procs: 1, run: func(docs []corpus.Document, _ string) {
			for _, d := range docs {
				if _, err := x.Extract("file:corpus/"+d.Name, d.Name, d.Text); err != nil {
					b.Fatal(err)
				}
			}
		}},
		{name: "extract+quads", procs: 1, run: func(docs []corpus.Document, _ string) {
			for _, d := range docs {
				doc, err := x.Extract("file:corpus/"+d.Name, d.Name, d.Text)
				if err != nil {
					b.Fatal(err)
				}
				doc.Quads()
			}
		}},
		{name: "files", procs: runtime.GOMAXPROCS(0), run: func(_ []corpus.Document, dir string) {
			found, _, errs := files.Find([]string{dir}, nil)
			if len(errs) > 0 {
				b.Fatal(errs)
			}
			for r := range files.Extract(context.Background(), x, found, nil) {
				if r.Err != nil {
					b.Fatal(r.Err)
				}
			}
		}},
	}
	size, documents := corpusSize(b), 0
	for b.Loop() {
		for seed := range uint64((size + chunk - 1) / chunk) {
			dir := b.TempDir()
			var docs []corpus.Document
			total := 0
			for d := range corpus.Documents(seed, min(chunk, size)) {
				docs = append(docs, d)
				total += len(d.Text)
				if err := os.WriteFile(filepath.Join(dir, d.Name), d.Text, 0o600); err != nil {
					b.Fatal(err)
				}
			}
			documents += len(docs)
			for _, w := range ways {
				w.measure(docs, dir, total)
			}
			if err := os.RemoveAll(dir); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(0, "ns/op") // the time of generating is in it
	for _, w := range ways {
		b.ReportMetric(w.rate(), w.name+"-MB/s")
		b.ReportMetric(w.rate()/ways[0].rate(), w.name+"/goldmark")
		b.Logf("%-14s %7.2f MB/s %6.2f × goldmark, %8d bytes and %6d allocations a document, on %d cores", w.name, w.rate(), w.rate()/ways[0].rate(), w.allocated/documents, w.allocations/documents, w.procs)
	}
}

// way is a way to read a corpus, and what it has taken so far.
type way struct {
	name                          string
	procs                         int
	run                           func(docs []corpus.Document, dir string)
	bytes, allocated, allocations int
	took                          time.Duration
}

// measure reads docs, which stand in dir too and have total bytes.
func (w *way) measure(docs []corpus.Document, dir string, total int) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(w.procs))
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	w.run(docs, dir)
	w.took += time.Since(start)
	runtime.ReadMemStats(&after)
	w.bytes += total
	w.allocated += int(after.TotalAlloc - before.TotalAlloc)
	w.allocations += int(after.Mallocs - before.Mallocs)
}

// rate returns the megabytes a second.
func (w *way) rate() float64 { return float64(w.bytes) / 1e6 / w.took.Seconds() }

// corpusSize returns how many bytes the corpus is to have.
func corpusSize(b *testing.B) int {
	mb, err := strconv.Atoi(cmp.Or(os.Getenv("CNCFGRAPH_CORPUS_MB"), "8"))
	if err != nil {
		b.Fatal(fmt.Errorf("CNCFGRAPH_CORPUS_MB: %w", err))
	}
	return mb * 1e6
}

// BenchmarkDocuments reads folders of ever more documents and tells the most memory
// that the heap had come to.
func BenchmarkDocuments(b *testing.B) {
	x, err := extractor()
	if err != nil {
		b.Fatal(err)
	}
	for _, count := range []int{100, 1000, 10000} {
		b.Run(strconv.Itoa(count), func(b *testing.B) {
			dir := b.TempDir()
			for n := range count {
				d := corpus.New(1, n)
				if err := os.WriteFile(filepath.Join(dir, d.Name), d.Text, 0o600); err != nil {
					b.Fatal(err)
				}
			}
			found, _, errs := files.Find([]string{dir}, nil)
			if len(errs) > 0 {
				b.Fatal(errs)
			}
			peak := uint64(0)
			heap := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
			for b.Loop() {
				runtime.GC()
				for r := range files.Extract(context.Background(), x, found, nil) {
					if r.Err != nil {
						b.Fatal(r.Err)
					}
					metrics.Read(heap)
					peak = max(peak, heap[0].Value.Uint64())
				}
			}
			b.ReportMetric(float64(peak)/1e6, "peak-MB")
		})
	}
}
