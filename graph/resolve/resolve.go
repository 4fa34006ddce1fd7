// Package resolve decides which ids of different sources stand for one talk, one
// speaker or one event.
//
// Sources are read each for itself, so that one session that two reports speak of
// is two talks at first. [Merge] compares what all of them say, names one id of
// each set of equals the canonical one, and says why. It prefers two records of
// one thing to one record of two: what it cannot tell stays apart.
//
//   - Talks are one by a slide deck or a recording that they share, by an event
//     and similar titles, or by a speaker and similar titles.
//   - Speakers are one by a profile, by a handle and something else that agrees,
//     by a talk that has become one, or by a name and an affiliation, an event, a
//     fellow speaker or a project that they share. A name alone says nothing.
//   - Events are one by their names, where dates and places do not gainsay it.
//
// Talks that became one may show that their speakers are one, and the other way
// round, so that the rules are applied until nothing changes.
package resolve

import (
	"errors"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
)

// Version names the rules. It changes when the same quads may be merged
// differently, so that what was derived by other rules can be told.
const Version = "3"

// ErrContradiction is wrapped by the errors for pairs that are told to be the
// same and to be different.
var ErrContradiction = errors.New("told to be the same and to be different")

// Options adjust Merge. A nil *Options stands for the zero Options.
type Options struct {
	// Keep tells which ids stay canonical when they are merged with others: those
	// of a graph that was resolved before, on which others rely. May be nil.
	Keep func(iri string) bool

	// Settled tells which ids were compared with each other before: those of such a
	// graph of which nothing new is said. Two of them, or two sets of them, are not
	// compared anew, so that what is added joins what was told apart only where it
	// speaks of it. May be nil.
	Settled func(iri string) bool

	// Same are pairs to be merged whatever the rules say. A pair of which the
	// quads do not speak is passed over.
	Same []Pair

	// Different are pairs never to be merged, neither directly nor by way of
	// others.
	Different []Pair
}

// Pair is two entities of one kind, and where it is said what they are.
type Pair struct {
	A, B  string // IRIs
	Label rdf.Term
}

// Merge returns quads with each id that was merged replaced by the canonical id
// as subject and object, and with the identity quads:
//
//   - old owl:sameAs canonical, under the evidence of the old id's rdf:type,
//   - a reason b, for the ids as stated and the reason that joined them, once
//     under the evidence of each side. Reasons are the identity predicates of
//     package vocab.
//
// The canonical id is one that opts keeps, else one that an earlier Merge made
// canonical, else any; of several the first in byte order.
//
// The result is in the order of [rdf.Sort] and depends on the set of quads alone,
// not on their order. Quads that Merge returned can be merged again, alone or
// with others: earlier identity quads are taken as true and kept, but for a set of
// which two are told to be different by now; that is taken apart, each statement
// going back to the ids on whose lines it stands, and judged anew. Merge leaves the
// slice that it is given as it is.
//
// Pairs are also told by the quads themselves, as vocab.SameAsStated and
// vocab.DifferentFrom. Of these, what is said to be different wins.
//
// Errors wrap ErrContradiction, or are about a Pair of which the two are not
// entities of one kind.
func Merge(quads []rdf.Quad, opts *Options) ([]rdf.Quad, error) {
	if opts == nil {
		opts = &Options{}
	}
	quads = rdf.Sort(slices.Clone(quads))
	said := gatherTold(quads, opts)
	quads, freed := dissolve(quads, said.different)
	m := gather(quads, said, opts)
	for iri := range freed {
		if n, ok := m.numbers[iri]; ok {
			m.settled[n] = false
		}
	}
	if err := m.obey(said); err != nil {
		return nil, err
	}
	m.join()
	return m.rewritten(quads), nil
}
