package link

import (
	"github.com/cncfgraph/cncfgraph/data"
	"github.com/cncfgraph/cncfgraph/graph"
)

// Default returns a linker of the projects of the default graph, with the words
// that the program knows to be ambiguous, each set of corrections taken over what
// stands before it.
func Default(corrections ...*Words) (*Linker, error) {
	g, err := graph.Default()
	if err != nil {
		return nil, err
	}
	entries := make(chan []Entry, 1) // made while the words are read: each takes as long
	go func() { entries <- Entries(g) }()
	words, err := readCompact("words.json", data.Words)
	if err != nil {
		return nil, err
	}
	for _, c := range corrections {
		words = words.With(c)
	}
	return New(<-entries, words)
}
