package main

import (
	"strings"

	"github.com/cncfgraph/cncfgraph/data"
	"github.com/cncfgraph/cncfgraph/extract"
	"github.com/cncfgraph/cncfgraph/extract/link"
	"github.com/cncfgraph/cncfgraph/graph"
)

// newExtractor returns an extractor that knows the projects of the default graph.
func newExtractor() (*extract.Extractor, error) {
	g, err := graph.Default()
	if err != nil {
		return nil, err
	}
	text, err := data.Files.ReadFile("words.yaml")
	if err != nil {
		return nil, err
	}
	words, err := link.ReadWords("words.yaml", text)
	if err != nil {
		return nil, err
	}
	linker, err := link.New(link.Entries(g), words)
	if err != nil {
		return nil, err
	}
	return extract.New(linker, nil), nil
}

// date returns " (2018-05-21)", "" where there is none.
func date(d string) string {
	if d == "" {
		return ""
	}
	return " (" + d + ")"
}

// by returns " – A, @b", "" for no speakers.
func by(speakers []extract.Speaker) string {
	names := make([]string, len(speakers))
	for i, s := range speakers {
		names[i] = string(s.Name)
		if s.Name == "" {
			names[i] = "@" + string(s.Handle)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return " – " + strings.Join(names, ", ")
}
