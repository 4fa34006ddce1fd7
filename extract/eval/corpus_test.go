package eval_test

import (
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/cncfgraph/cncfgraph/extract"
	"github.com/cncfgraph/cncfgraph/extract/eval"
	"github.com/cncfgraph/cncfgraph/extract/files"
	"github.com/cncfgraph/cncfgraph/extract/link"
)

// corpus is a set of documents with their gold.
type corpus struct{ gold, docs string }

// dev is the corpus that the extractor is tuned with.
var dev = corpus{
	gold: filepath.Join("..", "testdata", "gold", "dev", "gold"),
	docs: filepath.Join("..", "testdata", "gold", "dev", "docs"),
}

var linker = sync.OnceValues(func() (*link.Linker, error) { return link.Default() })

// read returns the gold of the corpus and what the extractor, made as the command
// makes it, finds in its documents.
func (c corpus) read(t *testing.T) ([]*eval.Gold, []*extract.Document) {
	t.Helper()
	gold, err := eval.ReadGold(c.gold)
	if err != nil {
		t.Fatal(err)
	}
	l, err := linker()
	if err != nil {
		t.Fatal(err)
	}
	found, _, errs := files.Find([]string{c.docs}, nil)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	var docs []*extract.Document
	for r := range files.Extract(t.Context(), extract.New(l, nil), found, nil) {
		if r.Err != nil {
			t.Fatal(r.Err)
		}
		docs = append(docs, r.Document)
	}
	return gold, docs
}

// scores returns the scores of documents of the corpus.
func (c corpus) scores(t *testing.T, gold []*eval.Gold, docs []*extract.Document) *eval.Scores {
	t.Helper()
	scores, err := eval.Score(gold, docs, &eval.Options{ReadFile: os.ReadFile})
	if err != nil {
		t.Fatal(err)
	}
	return scores
}
