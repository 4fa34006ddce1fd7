package eval_test

import (
	"fmt"
	"log"

	"github.com/cncfgraph/cncfgraph/extract"
	"github.com/cncfgraph/cncfgraph/extract/eval"
)

func ExampleScore() {
	gold := []*eval.Gold{{
		ID: "memo",
		Projects: []eval.Project{
			{Name: "Linkerd", Lines: []int{4}},
			{Name: "Envoy", Lines: []int{6}},
		},
	}}
	found := []*extract.Document{{
		Source: "notes/memo.md",
		Projects: []extract.Project{
			{Name: "Linkerd", Mentions: []extract.Mention{{Line: 4, Text: "Linkerd"}}},
		},
	}}
	scores, err := eval.Score(gold, found, nil)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("precision %.2f, recall %.2f\n", scores.Projects.Precision(), scores.Projects.Recall())
	for _, f := range scores.Projects.Missed {
		fmt.Printf("missed %s in line %d of %s\n", f.Text, f.Line, f.Document)
	}
	// Output:
	// precision 1.00, recall 0.50
	// missed Envoy in line 6 of memo
}
