package snapshot_test

import (
	"fmt"
	"math/rand/v2"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// workload returns about 10 quads for each of n talks: 400 projects, popular
// after Zipf, 1 to 3 a talk; 1 or 2 speakers a talk; 40 talks a source; each
// talk's quads labelled with the lines that state them. Always the same.
func workload(n int) []rdf.Quad {
	random := rand.New(rand.NewPCG(1, 2))
	popular := rand.NewZipf(random, 1.1, 1, 399)
	project := func(i uint64) rdf.Term { return vocab.Entity(vocab.KindProject, fmt.Sprintf("project-%d", i)) }
	quads := make([]rdf.Quad, 0, 11*n)
	add := func(s rdf.Term, p string, o rdf.Term, e vocab.Evidence) {
		quads = append(quads, rdf.Quad{Subject: s, Predicate: rdf.NewIRI(p), Object: o, Label: e.Label()})
	}
	landscape := "https://example.org/landscape/blob/0123456789abcdef/landscape.yml"
	for i := range uint64(400) {
		e := vocab.Evidence{Source: landscape, Line: int(i)*12 + 1}
		add(project(i), vocab.Type, rdf.NewIRI(vocab.Project), e)
		add(project(i), vocab.ProjectName, rdf.NewString(fmt.Sprintf("Project %d", i)), e)
		add(project(i), vocab.Subject, vocab.Entity(vocab.KindCategory, fmt.Sprintf("category-%d", i%30)), e)
	}
	for i := range n {
		source := fmt.Sprintf("https://example.org/meetups/blob/0123456789abcdef/event-%d.md", i/40)
		e := vocab.Evidence{Source: source, Line: i%40*5 + 3}
		next := vocab.Evidence{Source: source, Line: e.Line + 1, EndLine: e.Line + 2}
		title := fmt.Sprintf("Running workload %d without a pager", i)
		talk := vocab.Entity(vocab.KindTalk, vocab.ScopedID(title, source))
		add(talk, vocab.Type, rdf.NewIRI(vocab.Talk), e)
		add(talk, vocab.Name, rdf.NewLangString(title, "en"), e)
		add(talk, vocab.SuperEvent, vocab.Entity(vocab.KindEvent, fmt.Sprintf("event-%d", i/40)), e)
		for range 1 + random.IntN(2) {
			name := fmt.Sprintf("Speaker %d", random.IntN(n/3+1))
			speaker := vocab.Entity(vocab.KindSpeaker, vocab.ScopedID(name, source))
			add(talk, vocab.Performer, speaker, e)
			add(speaker, vocab.Type, rdf.NewIRI(vocab.Person), e)
			add(speaker, vocab.Name, rdf.NewString(name), e)
		}
		for k := range 1 + random.IntN(3) {
			predicate, at := vocab.Mentions, next
			if k == 0 {
				predicate, at = vocab.About, e
			}
			add(talk, predicate, project(popular.Uint64()), at)
		}
	}
	return rdf.Sort(quads)
}
