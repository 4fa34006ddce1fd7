package link

import (
	"github.com/cncfgraph/cncfgraph/data"
	"github.com/cncfgraph/cncfgraph/graph"
)

// Default returns a linker of the projects of the default graph, with the words
// that the program knows to be ambiguous.
func Default() (*Linker, error) {
	g, err := graph.Default()
	if err != nil {
		return nil, err
	}
	text, err := data.Files.ReadFile("words.yaml")
	if err != nil {
		return nil, err
	}
	words, err := ReadWords("words.yaml", text)
	if err != nil {
		return nil, err
	}
	return New(Entries(g), words)
}
