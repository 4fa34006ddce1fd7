package main

import (
	"os"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// TestJudged holds what is merged in the default graph against the judgements.
func TestJudged(t *testing.T) {
	w, err := open(os.DirFS("../../../data"))
	if err != nil {
		t.Fatal(err)
	}
	judged, err := judgements()
	if err != nil {
		t.Fatal(err)
	}
	floors := map[vocab.Kind]struct{ precision, recall float64 }{
		vocab.KindTalk:    {0.99, 0.97},
		vocab.KindSpeaker: {0.99, 0.7},
	}
	for _, kind := range kinds {
		s := w.score(kind, judged)
		count := 0
		for _, of := range []map[verdict]int{s.merged, s.apart} {
			for _, n := range of {
				count += n
			}
		}
		if count < 190 {
			t.Errorf("%ss: only %d judged pairs are in the graph; judge others", kind, count)
		}
		merged, misses := len(w.merged(kind)), len(w.nearMisses(kind))
		precision, recall := s.precision(), s.recall(merged, misses)
		t.Logf("%ss: %d pairs merged, %d near misses, precision %.3f, recall %.3f", kind, merged, misses, precision, recall)
		if want := floors[kind]; precision < want.precision || recall < want.recall {
			t.Errorf("%ss: precision %.3f, recall %.3f; want %v", kind, precision, recall, want)
		}
	}
	ics, table := w.overlapOf()
	if ics.merged < 425 || ics.merged != table.merged {
		t.Errorf("of one KubeCon's two schedules %d and %d talks are merged", ics.merged, table.merged)
	}
	page := string(w.page(judged))
	if !strings.Contains(page, "| talks | ") || strings.Contains(page, "<no value>") {
		t.Error("the page lacks something")
	}
}
