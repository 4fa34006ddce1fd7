package extract_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/cncfgraph/cncfgraph/extract"
	"github.com/cncfgraph/cncfgraph/extract/link"
	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

const memo = `# Mesh Evening Osaka #4
2021/03/05

## Linkerd on small clusters @mesh_hanako

- replaces Envoy by a small proxy
`

// An extractor says what a document holds, each statement with its line.
func ExampleExtractor_Extract() {
	linker, err := link.Default()
	if err != nil {
		log.Fatal(err)
	}
	doc, err := extract.New(linker, nil).Extract("https://example.org/memo", "memo.md", []byte(memo))
	if err != nil {
		log.Fatal(err)
	}
	for _, e := range doc.Events {
		fmt.Println(e.Line, e.Name, e.Date)
	}
	for _, t := range doc.Talks {
		fmt.Println(t.Line, t.Title, t.Projects, t.Mentions)
	}
	// Output:
	// 1 Mesh Evening Osaka #4 2021-03-05
	// 4 Linkerd on small clusters [Linkerd] [Envoy]
}

// A document becomes a source of a database, beside the default graph.
func ExampleDocument_Quads() {
	folder, err := os.MkdirTemp("", "example")
	if err != nil {
		log.Fatal(err)
	}
	defer func() { _ = os.RemoveAll(folder) }()
	dir := filepath.Join(folder, "db")

	linker, err := link.Default()
	if err != nil {
		log.Fatal(err)
	}
	doc, err := extract.New(linker, nil).Extract("https://example.org/memo", "memo.md", []byte(memo))
	if err != nil {
		log.Fatal(err)
	}
	db, err := graph.Create(dir, nil)
	if err != nil {
		log.Fatal(err)
	}
	w, err := db.Writer(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	if _, err := w.Put(rdf.NewIRI("https://example.org/memo"), doc.Quads()); err != nil {
		log.Fatal(err)
	}
	if err := w.Close(); err != nil {
		log.Fatal(err)
	}

	g, err := graph.Open(dir)
	if err != nil {
		log.Fatal(err)
	}
	linkerd, _ := g.Entity(vocab.KindProject, "linkerd")
	for s := range g.Statements(0, vocab.About, linkerd) {
		if e := g.Evidence(s.Label); e.Source == "https://example.org/memo" {
			fmt.Println(g.Name(s.Subject), "–", e)
		}
	}
	if err := g.Close(); err != nil {
		log.Fatal(err)
	}
	// Output:
	// Linkerd on small clusters – https://example.org/memo:4
}
