// Package queries answers the questions that people ask of the graph, one
// question a file. Each function is named after what it yields, takes a graph
// that it only reads, and an options struct that may be nil.
//
// Entities are named as people name them: by any name or alias, in any case,
// width or script, or exactly, as "project/envoy" ([Find] has the rules). A name
// that nothing or too much answers to gives a [*NotFoundError] or an
// [*AmbiguousError], an option that has no sense an [*OptionError]; errors.Is knows
// them as [ErrNotFound], [ErrAmbiguous] and [ErrOption]. Every query ends early, with
// the error of its context, once that is done.
//
// Answers marshal to the JSON that scripts rely on: fields keep their names, lists
// are [] and never null, and each fact has its evidence. Equal graphs and options
// give equal answers, in equal order.
package queries

import (
	"cmp"
	"encoding/json"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Entity is an entity as answers show it.
type Entity struct {
	ID   string     `json:"id"` // slug, a source's key for a source
	Name string     `json:"name"`
	Kind vocab.Kind `json:"kind"`
}

// Ref returns the name by which [Find] finds exactly this entity: "project/envoy".
func (e Entity) Ref() string { return string(e.Kind) + "/" + e.ID }

// Text is a string that JSON has as null where it is empty.
type Text string

// MarshalJSON returns t as a JSON string, null where t is empty.
func (t Text) MarshalJSON() ([]byte, error) {
	if t == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(t))
}

// entity returns the entity id of g.
func entity(g *graph.Graph, id graph.ID) Entity {
	kind, slug := g.EntityID(id)
	return Entity{ID: slug, Name: g.Name(id), Kind: kind}
}

// instances yields the entities of the class, in order of ID.
func instances(g *graph.Graph, class string) iter.Seq[graph.ID] {
	id, _ := g.ID(rdf.NewIRI(class))
	return g.Subjects(vocab.Type, id)
}

// countInstances returns the number of statements that an entity is of the class: as
// many as there are entities of it, or few more.
func countInstances(g *graph.Graph, class string) int {
	id, ok := g.ID(rdf.NewIRI(class))
	predicate := g.Predicate(vocab.Type)
	if !ok || predicate == 0 {
		return 0
	}
	return g.Count(0, predicate, id)
}

// entities returns the entities ids of g in the order of their names.
func entities(g *graph.Graph, ids []graph.ID) []Entity {
	return sortedEntities(ids, func(id graph.ID) Entity { return entity(g, id) })
}

// sortedEntities returns what one gives for each of ids, in the order of names.
func sortedEntities(ids []graph.ID, one func(graph.ID) Entity) []Entity {
	list := make([]Entity, len(ids))
	for i, id := range ids {
		list[i] = one(id)
	}
	slices.SortFunc(list, compareEntities)
	return list
}

// compareEntities orders entities by name, then kind, then id.
func compareEntities(a, b Entity) int {
	return cmp.Or(compareNames(a.Name, b.Name), strings.Compare(string(a.Kind), string(b.Kind)), strings.Compare(a.ID, b.ID))
}

// compareNames orders names without regard to case, and then with it.
func compareNames(a, b string) int {
	restA, restB := a, b
	for restA != "" && restB != "" {
		if restA[0] == restB[0] && restA[0] < utf8.RuneSelf {
			restA, restB = restA[1:], restB[1:]
			continue
		}
		ra, sizeA := utf8.DecodeRuneInString(restA)
		rb, sizeB := utf8.DecodeRuneInString(restB)
		if c := cmp.Compare(unicode.ToLower(ra), unicode.ToLower(rb)); c != 0 {
			return c
		}
		restA, restB = restA[sizeA:], restB[sizeB:]
	}
	return cmp.Or(cmp.Compare(len(restA), len(restB)), strings.Compare(a, b))
}

// evidenceOf returns the evidence of labels, each once, in the order of source and line.
func evidenceOf(g *graph.Graph, labels []graph.Label) []vocab.Evidence {
	return sortedEvidence(labels, g.Evidence)
}

// sortedEvidence returns what one gives for each of labels, once, in the order of
// source and line.
func sortedEvidence(labels []graph.Label, one func(graph.Label) vocab.Evidence) []vocab.Evidence {
	slices.Sort(labels) // labels are numbered by source and line
	labels = slices.Compact(labels)
	list := make([]vocab.Evidence, 0, len(labels))
	for _, l := range labels {
		if l != 0 {
			list = append(list, one(l))
		}
	}
	return list
}

// labelsOf returns the labels of the statements with the subject, predicate and object,
// any object where that is 0.
func labelsOf(g *graph.Graph, subject graph.ID, predicate string, object graph.ID) []graph.Label {
	return appendLabels(nil, g, subject, predicate, object)
}

// appendLabels appends the labels of the statements with the subject, predicate and
// object, where 0 stands for any subject or object.
func appendLabels(to []graph.Label, g *graph.Graph, subject graph.ID, predicate string, object graph.ID) []graph.Label {
	p := g.Predicate(predicate)
	if p == 0 {
		return to
	}
	var few [8]graph.Statement
	statements, _ := g.AppendMatch(few[:0], subject, p, object, -1)
	for _, s := range statements {
		to = append(to, s.Label)
	}
	return to
}

// notNil returns list, an empty one for nil, which JSON would have as null.
func notNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// limited returns the first n elements of list, all of them where n is 0, and
// how many it leaves out.
func limited[T any](list []T, n int) (kept []T, omitted int) {
	if n <= 0 || len(list) <= n {
		return list, 0
	}
	return list[:n], len(list) - n
}
