package files

import (
	"context"
	"iter"
	"runtime"

	"github.com/cncfgraph/cncfgraph/extract"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Result is what extraction made of a file.
type Result struct {
	File     File
	Document *extract.Document // nil where Err is set
	Err      error             // begins with the file's path
}

// Quads returns the statements of the document, with what the manifest says of it.
func (r *Result) Quads() []rdf.Quad {
	quads := r.Document.Quads()
	say := func(predicate string, object rdf.Term) {
		quads = append(quads, rdf.Quad{Subject: r.File.Key, Predicate: rdf.NewIRI(predicate), Object: object, Label: r.File.Key})
	}
	if r.File.License != "" {
		license, ok := vocab.PageIRI(r.File.License)
		if !ok {
			license = rdf.NewString(r.File.License)
		}
		say(vocab.License, license)
	}
	if !r.File.Manifest.IsZero() {
		say(vocab.ListedIn, r.File.Manifest)
	}
	return rdf.Sort(quads)
}

// Extract reads and extracts the files found, on all cores, and yields a Result
// for each in their order. Few documents are in memory at a time, however many
// there are. It ends early when ctx does; the caller asks ctx why.
func Extract(ctx context.Context, x *extract.Extractor, found []File, opts *Options) iter.Seq[Result] {
	maxSize := int64(0)
	if opts != nil {
		maxSize = opts.MaxSize
	}
	return func(yield func(Result) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		queue := make(chan chan Result, runtime.GOMAXPROCS(0))
		go func() {
			defer close(queue)
			for _, f := range found {
				slot := make(chan Result, 1)
				select {
				case queue <- slot:
				case <-ctx.Done():
					return
				}
				go func() { slot <- f.extract(x, maxSize) }()
			}
		}()
		for slot := range queue {
			if !yield(<-slot) || ctx.Err() != nil {
				return
			}
		}
	}
}

// extract reads and extracts the file.
func (f File) extract(x *extract.Extractor, maxSize int64) Result {
	data, err := f.Read(maxSize)
	if err != nil {
		return Result{File: f, Err: err}
	}
	doc, err := x.Extract(f.Key.Value, f.Path, data)
	return Result{File: f, Document: doc, Err: err}
}
