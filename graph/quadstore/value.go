package quadstore

import (
	"github.com/cayleygraph/quad"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
)

// valueOf returns t as Cayley has it, nil for no term.
func valueOf(t rdf.Term) quad.Value {
	switch t.Kind {
	case rdf.IRI:
		return quad.IRI(t.Value)
	case rdf.Blank:
		return quad.BNode(t.Value)
	case rdf.Literal:
		switch {
		case t.Lang != "":
			return quad.LangString{Value: quad.String(t.Value), Lang: t.Lang}
		case t.Datatype != "":
			return quad.TypedString{Value: quad.String(t.Value), Type: quad.IRI(t.Datatype)}
		}
		return quad.String(t.Value)
	}
	return nil
}

// termOf returns the term that v is; ok is false for the values of Cayley that no
// term is, as quad.Int.
func termOf(v quad.Value) (t rdf.Term, ok bool) {
	switch v := v.(type) {
	case quad.IRI:
		return rdf.NewIRI(string(v)), true
	case quad.BNode:
		return rdf.NewBlank(string(v)), true
	case quad.String:
		return rdf.NewString(string(v)), true
	case quad.LangString:
		return rdf.NewLangString(string(v.Value), v.Lang), true
	case quad.TypedString:
		return rdf.NewTyped(string(v.Value), string(v.Type)), true
	}
	return rdf.Term{}, false
}
