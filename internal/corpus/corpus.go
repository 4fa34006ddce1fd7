// Package corpus makes documents for benchmarks: Japanese and English Markdown of
// the kinds that extraction reads, in any amount, from a seed.
//
// Nothing is stored. Document n of a seed is always the same, and documents may be
// made in any order.
//
// # Proportions
//
// By bytes half of a corpus is running prose, three tenths reports of events with a
// section for each talk, a tenth bulleted memos, a tenth lists and tables of talks;
// half of it is Japanese. The proportions within are those of the documents that
// extraction is measured on, the first five the project began with and the 24 of
// extract/testdata/gold. Per KiB, and what a corpus has:
//
//	                      first five   gold    corpus
//	blank lines                  7.5    7.4      5.9
//	headings                     1.2    1.7      1.3
//	list items                   6.2    6.4      7.2
//	  of these nested            3.6    2.4      2.2
//	rows of tables               0      0.3      0.3
//	URLs                         2.0    1.7      1.9
//	links                        0.4    1.1      1.6
//	handles                      0.6    0.6      0.5
//	bytes of code                0      1.4      3.9
//	bytes of raw HTML          158     16       23
//	bytes of East Asian script 471    361      443
//	mentions of projects         8.7   12.0      8.2
//	talks                        1.3    1.9      1.0
//	speakers                     0.5    2.1      1.0
//
// TestProportions measures those of a corpus. A corpus is not easier to read than
// these documents are: it has their density of names and talks, and its words,
// people, companies and titles are combined from lists of hundreds, so that no two
// documents share more than words.
package corpus

import (
	"fmt"
	"iter"
	"math/rand/v2"
)

// Document is one document of a corpus.
type Document struct {
	Name string // of a file for it
	Kind string // prose, report, memo, list or table
	Text []byte
}

// kinds are the kinds of documents and how many of a hundred are of each: prose is
// longer than the others, so that it has half of the bytes.
var kinds = [...]struct {
	name  string
	share int
	write func(*writer)
}{
	{"prose", 44, (*writer).article},
	{"report", 28, (*writer).report},
	{"memo", 14, (*writer).memo},
	{"list", 8, (*writer).talkList},
	{"table", 6, (*writer).talkTable},
}

// New returns document n of the corpus with the given seed.
func New(seed uint64, n int) Document {
	w := &writer{rand: rand.New(rand.NewPCG(seed, uint64(n)))}
	w.japanese = w.rand.IntN(2) == 0
	w.company = w.companies()
	at := w.rand.IntN(100)
	for _, k := range kinds {
		if at -= k.share; at < 0 {
			k.write(w)
			return Document{Name: fmt.Sprintf("%s-%06d.md", k.name, n), Kind: k.name, Text: w.b}
		}
	}
	panic("corpus: the shares of the kinds make no hundred")
}

// Documents yields the documents of the corpus with the given seed until they have
// size bytes or more.
func Documents(seed uint64, size int) iter.Seq[Document] {
	return func(yield func(Document) bool) {
		for n := 0; size > 0; n++ {
			d := New(seed, n)
			if size -= len(d.Text); !yield(d) {
				return
			}
		}
	}
}
