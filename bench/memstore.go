package bench

import (
	"context"
	"io"
	"os"
	"strings"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
)

// cayley keeps the quads in Cayley's memstore and asks by its Path API.
type cayley struct {
	qs *memstore.QuadStore
}

func (c *cayley) load(file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	c.qs = memstore.New()
	w, err := c.qs.NewQuadWriter()
	if err != nil {
		return err
	}
	for r := rdf.NewReader(f); ; {
		q, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		if err := w.WriteQuad(quad.Quad{Subject: value(q.Subject), Predicate: value(q.Predicate), Object: value(q.Object), Label: value(q.Label)}); err != nil {
			return err
		}
	}
	return w.Close()
}

func value(t rdf.Term) quad.Value {
	switch {
	case t.Kind == rdf.IRI:
		return quad.IRI(t.Value)
	case t.Lang != "":
		return quad.LangString{Value: quad.String(t.Value), Lang: t.Lang}
	case t.Datatype != "":
		return quad.TypedString{Value: quad.String(t.Value), Type: quad.IRI(t.Datatype)}
	}
	return quad.String(t.Value)
}

func (c *cayley) size() int64  { return 0 }
func (c *cayley) close() error { return c.qs.Close() }

func text(v quad.Value) string {
	switch v := v.(type) {
	case quad.String:
		return string(v)
	case quad.LangString:
		return string(v.Value)
	case quad.TypedString:
		return string(v.Value)
	}
	return quad.StringOf(v)
}

func (c *cayley) values(p *path.Path) (list []quad.Value) {
	err := p.Unique().Iterate(context.Background()).EachValue(c.qs, func(v quad.Value) { list = append(list, v) })
	if err != nil {
		panic(err)
	}
	return list
}

func (c *cayley) talks(id string) int {
	type row struct{ talk, speaker string }
	var rows []row
	seen := map[[2]graph.Ref]bool{}
	p := path.StartPath(c.qs, quad.IRI(projectIRI(id))).In(quad.IRI(about)).Tag("talk").
		Out(quad.IRI(performer)).Tag("speaker").Save(quad.IRI(name), "name").Back("talk").Save(quad.IRI(name), "title")
	err := p.Iterate(context.Background()).TagEach(func(m map[string]graph.Ref) {
		key := [2]graph.Ref{m["talk"], m["speaker"]}
		if !seen[key] {
			seen[key] = true
			rows = append(rows, row{text(c.qs.NameOf(m["title"])), text(c.qs.NameOf(m["name"]))})
		}
	})
	if err != nil {
		panic(err)
	}
	return len(rows)
}

// named returns a name of the node.
func (c *cayley) named(v quad.Value) string {
	for _, p := range []string{project, name, label} {
		for _, n := range c.values(path.StartPath(c.qs, v).Out(quad.IRI(p))) {
			return text(n)
		}
	}
	return ""
}

func (c *cayley) related(id string) (list []string) {
	p := quad.IRI(projectIRI(id))
	counts := map[string]int{}
	type pair struct{ via, to graph.Ref }
	count := func(q *path.Path, n int) {
		seen := map[pair]bool{}
		err := q.Iterate(context.Background()).TagEach(func(m map[string]graph.Ref) {
			at := pair{m["via"], m["to"]}
			if !seen[at] {
				seen[at] = true
				counts[string(c.qs.NameOf(m["to"]).(quad.IRI))] += n
			}
		})
		if err != nil {
			panic(err)
		}
	}
	count(path.StartPath(c.qs, p).In(quad.IRI(about)).Tag("via").Out(quad.IRI(about)).Tag("to"), 1)
	count(path.StartPath(c.qs, p).Out(quad.IRI(category)).Tag("via").In(quad.IRI(category)).Tag("to"), sharedCategory)
	var found []scored[string]
	for q, n := range counts {
		if q != string(p) {
			found = append(found, scored[string]{q, n})
		}
	}
	for _, s := range best(found) {
		list = append(list, c.named(quad.IRI(s.id)))
	}
	return list
}

// near calls use with what is one step from a node.
func (c *cayley) near(predicates ...string) func(quad.Value, func(quad.Value)) {
	return func(id quad.Value, use func(quad.Value)) {
		for _, p := range predicates {
			for _, v := range c.values(path.StartPath(c.qs, id).Out(quad.IRI(p))) {
				use(v)
			}
			for _, v := range c.values(path.StartPath(c.qs, id).In(quad.IRI(p))) {
				use(v)
			}
		}
	}
}

func (c *cayley) path(from, to string) (list []string) {
	for _, v := range walk[quad.Value](quad.IRI(projectIRI(from)), quad.IRI(projectIRI(to)), c.near(about, performer, category)) {
		list = append(list, c.named(v))
	}
	return list
}

func (c *cayley) ego(id string) (list []string, edges int) {
	nodes, edges := surround[quad.Value](quad.IRI(projectIRI(id)), c.near(about, performer, category, inEvent))
	for _, v := range nodes {
		list = append(list, c.named(v))
	}
	return list, edges
}

func (c *cayley) busy(id, since string, least int) (list []string) {
	projects := c.values(path.StartPath(c.qs, quad.IRI(categoryIRI(id))).In(quad.IRI(category)).Has(quad.IRI(graduated)))
	for _, p := range projects {
		n := 0
		type pair struct{ talk, event graph.Ref }
		seen := map[pair]bool{}
		err := path.StartPath(c.qs, p).In(quad.IRI(about)).Tag("talk").Out(quad.IRI(inEvent)).Tag("event").Save(quad.IRI(startDate), "date").
			Iterate(context.Background()).TagEach(func(m map[string]graph.Ref) {
			at := pair{m["talk"], m["event"]}
			if !seen[at] && strings.Compare(text(c.qs.NameOf(m["date"])), since) >= 0 {
				seen[at] = true
				n++
			}
		})
		if err != nil {
			panic(err)
		}
		if n >= least {
			list = append(list, c.named(p))
		}
	}
	return list
}
