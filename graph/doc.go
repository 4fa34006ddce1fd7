// Package graph opens and builds knowledge graphs of the CNCF and reads them.
//
// A [Graph] is a set of quads: subject, predicate, object and label. Subjects
// and objects are terms: IRIs, which name entities, or literals, which hold names
// and dates. The label is the evidence: the source, and the lines of it, that
// make the statement. One fact that stands on three lines is three quads with
// one subject, predicate and object.
//
// Within a Graph each term has an [ID], a small number, and each quad is a
// [Statement] of four numbers. Questions are asked in numbers and turned into
// text at the end:
//
//	g, err := graph.Default()                           // the graph that is built in
//	istio, ok := g.Entity(vocab.KindProject, "istio")
//	for s := range g.Statements(istio, vocab.Uses.Predicate, 0) {
//		fmt.Println(g.Name(s.Object), g.Evidence(s.Label)) // Envoy https://…:12
//	}
//
// [Graph.Match] is the general form; 0 stands for any term. The classes and
// predicates are in package [github.com/cncfgraph/cncfgraph/graph/vocab], and
// [github.com/cncfgraph/cncfgraph/queries] answers whole questions.
//
// Questions that visit many entities go by [Graph.Links], the pairs of a predicate
// without labels, inside of [Graph.View].
//
// Identity is resolved when a graph is built: where two sources speak of one
// talk under two ids, every statement is about the one id that stands for both,
// the other id is owl:sameAs it, and further quads give the reason. [Graph.Entity]
// finds an entity under each of its ids.
//
// A Graph is read-only and safe for concurrent use. It is closed once, when no
// one reads it any more; iterators must not be used after that.
package graph
