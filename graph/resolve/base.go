package resolve

import "github.com/cncfgraph/cncfgraph/graph/rdf"

// Base is a graph of quads that Merge returned, in which what a region needs can be
// looked up.
type Base interface {
	// Canonical returns the id that stands for iri, false where the graph does not
	// speak of it.
	Canonical(iri string) (string, bool)

	// About returns the statements with the canonical id as subject, those that
	// another id is the same, and those that the person maintains a project.
	About(iri string) []rdf.Quad

	// Naming returns the statements with the canonical id as object.
	Naming(iri string) []rdf.Quad

	// Subjects returns the entities that lead to the canonical id by the predicate.
	Subjects(predicate, iri string) []string

	// Sharing returns the entities that an Index of the quads has by the key, at most
	// limit.
	Sharing(k Key, limit int) []string

	// Talks returns the number of talks, as the Index does.
	Talks() int

	// TalksAbout returns the number of talks about the project.
	TalksAbout(project string) int
}

// Patch is how a graph changes.
type Patch struct {
	Hidden []rdf.Quad // of the graph, that are no more
	Added  []rdf.Quad // those that come
}

// Over returns the Options to Merge a graph that was resolved before with quads: its
// canonical ids stay, and those of its ids are settled that quads do not speak of.
// canonical is what [Base] has.
func Over(canonical func(iri string) (string, bool), quads []rdf.Quad) *Options {
	spoken := spokenOf(quads)
	return &Options{
		Keep: func(iri string) bool {
			stands, known := canonical(iri)
			return known && stands == iri
		},
		Settled: func(iri string) bool {
			_, known := canonical(iri)
			return known && !spoken[iri]
		},
	}
}

// spokenOf returns the IRIs that quads speak of, as subject or as object.
func spokenOf(quads []rdf.Quad) map[string]bool {
	spoken := map[string]bool{}
	for _, q := range quads {
		spoken[q.Subject.Value] = true
		if q.Object.Kind == rdf.IRI {
			spoken[q.Object.Value] = true
		}
	}
	return spoken
}

// MergeInto returns how base changes when quads are added to it, in the order of
// [rdf.Sort]: as Merge would, of the quads of base and of these, with the options of
// [Over]. It reads of base what quads meet, and no more.
//
// The quads must not say what is one or two; see [Told].
func MergeInto(base Base, quads []rdf.Quad) (Patch, error) {
	r := newRegion(base, quads)
	for {
		m, err := r.merge()
		if err != nil {
			return Patch{}, err
		}
		if !r.expand(m) {
			return r.patch(m), nil
		}
	}
}
