package graph

import (
	"context"
	"errors"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph/forget"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/store"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Forget removes the person id of g, which is the graph of the database, from that
// database, and keeps them out when a source that speaks of them is ingested again;
// see package forget for what tells a person. Of the default graph below the database
// they are left out when its graph is built. It returns how many statements of the
// database's own sources it removed.
func Forget(ctx context.Context, db store.Database, g *Graph, id ID) (removed int, err error) {
	ids := []string{g.Term(id).Value}
	for old := range g.Subjects(vocab.SameAs, id) {
		ids = append(ids, g.Term(old).Value)
	}
	var list forget.List
	list.Add(g.around(id), ids...)
	w, err := db.Writer(ctx)
	if err != nil {
		return 0, err
	}
	removed, err = w.Forget(&list)
	return removed, errors.Join(err, w.Close())
}

// around returns the statements about the person, and those about their talks.
func (g *Graph) around(person ID) []rdf.Quad {
	subjects := []ID{person}
	var list []Statement
	for s := range g.Match(0, 0, person) {
		list = append(list, s)
		if g.Kind(s.Subject) == vocab.KindTalk {
			subjects = append(subjects, s.Subject)
		}
	}
	slices.Sort(subjects)
	for _, id := range slices.Compact(subjects) {
		list = slices.AppendSeq(list, g.Match(id, 0, 0))
	}
	return slices.Collect(g.Stated(list))
}
