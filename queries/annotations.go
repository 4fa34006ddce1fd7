package queries

import (
	"fmt"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Annotations returns those of the statements that are mentions as Web Annotations
// (https://www.w3.org/TR/annotation-model/): what is named is the body, the lines
// that name it are the target. Their nodes are blank, without labels, and stand
// together, in the order of the statements.
func Annotations(g *graph.Graph, statements []graph.Statement) []rdf.Quad {
	motivations := map[graph.ID]string{}
	for predicate, motivation := range map[string]string{vocab.Mentions: vocab.Identifying, vocab.PossiblyMentions: vocab.Questioning} {
		if p := g.Predicate(predicate); p != 0 {
			motivations[p] = motivation
		}
	}
	var quads []rdf.Quad
	number := 0
	for _, s := range statements {
		motivation, ok := motivations[s.Predicate]
		if !ok {
			continue
		}
		quads = append(quads, annotation(number, motivation, g.Term(s.Object), g.Evidence(s.Label))...)
		number++
	}
	return quads
}

// annotation returns the annotation of that number.
func annotation(number int, motivation string, body rdf.Term, at vocab.Evidence) []rdf.Quad {
	var quads []rdf.Quad
	add := func(subject rdf.Term, predicate string, object rdf.Term) {
		quads = append(quads, rdf.Quad{Subject: subject, Predicate: rdf.NewIRI(predicate), Object: object})
	}
	node, target, selector := blank("a", number), blank("t", number), blank("s", number)
	add(node, vocab.HasBody, body)
	add(node, vocab.HasTarget, target)
	add(node, vocab.MotivatedBy, rdf.NewIRI(motivation))
	add(node, vocab.Type, rdf.NewIRI(vocab.Annotation))
	add(target, vocab.HasSource, rdf.NewIRI(at.Source))
	if at.Line > 0 {
		add(target, vocab.HasSelector, selector)
	}
	add(target, vocab.Type, rdf.NewIRI(vocab.SpecificResource))
	if at.Line > 0 {
		add(selector, vocab.ConformsTo, rdf.NewIRI("http://tools.ietf.org/rfc/rfc5147"))
		add(selector, vocab.RDFValue, rdf.NewString(fmt.Sprintf("line=%d,%d", at.Line-1, max(at.Line, at.EndLine))))
		add(selector, vocab.Type, rdf.NewIRI(vocab.FragmentSelector))
	}
	return quads
}

// blank returns the blank node of that number.
func blank(letter string, number int) rdf.Term {
	return rdf.NewBlank(fmt.Sprintf("%s%d", letter, number))
}
