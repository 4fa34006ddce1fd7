package rdf

import (
	"bytes"
	"encoding/json"
	"io"
	"iter"
	"slices"
	"strings"
)

// Context says how JSON-LD shortens IRIs. It is written into the document, so that
// reading it takes no network.
type Context struct {
	Prefixes   []Prefix
	References []string // predicates whose objects are IRIs, which stand as bare strings
}

// WriteJSONLD writes quads as JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/), in
// the order given. Quads of one label make one named graph, those of one subject
// in it one object, where they follow each other. quads is gone through twice.
func WriteJSONLD(w io.Writer, c Context, quads iter.Seq[Quad]) error {
	j := jsonldWriter{textWriter: newTextWriter(w), references: map[string]bool{}}
	taken := schemes(quads)
	j.prefixes = slices.DeleteFunc(slices.Clone(c.Prefixes), func(p Prefix) bool { return taken[p.Name] })
	j.put("{\n \"@context\": {\n  \"@version\": 1.1")
	for _, p := range j.prefixes {
		j.put(",\n  ", quoted(p.Name), ": ", quoted(p.Namespace))
	}
	for _, iri := range c.References {
		if name := j.compact(iri); name != iri {
			j.references[iri] = true
			j.put(",\n  ", quoted(name), `: {"@type": "@id"}`)
		}
	}
	j.put("\n },\n \"@graph\": [")
	for q := range quads {
		j.quad(q)
		if j.err != nil {
			return j.err
		}
	}
	j.endLabel()
	j.put("\n ]\n}\n")
	return j.out.Flush()
}

// schemes returns what the IRIs of the quads begin with up to the first colon.
// JSON-LD would take a prefix of that name for one where it is a scheme.
func schemes(quads iter.Seq[Quad]) map[string]bool {
	found := map[string]bool{}
	add := func(iri string) {
		if scheme, _, ok := strings.Cut(iri, ":"); ok && !found[scheme] {
			found[scheme] = true
		}
	}
	for q := range quads {
		for _, t := range [...]Term{q.Subject, q.Predicate, q.Object, q.Label} {
			if t.Kind == IRI {
				add(t.Value)
			}
		}
		add(q.Object.Datatype)
	}
	return found
}

// jsonldWriter writes JSON-LD. The objects of last's predicate are collected until
// the predicate ends.
type jsonldWriter struct {
	textWriter
	prefixes   []Prefix
	references map[string]bool
	last       Quad
	open       bool // whether there is a last
	objects    []string
	graphs     int // written
}

// quad writes q behind the last one.
func (j *jsonldWriter) quad(q Quad) {
	switch {
	case !j.open || q.Label != j.last.Label:
		j.endLabel()
		if j.graphs++; j.graphs > 1 {
			j.put(",")
		}
		if !q.Label.IsZero() {
			j.put("\n  {\"@id\": ", j.id(q.Label), `, "@graph": [`)
		}
		j.put("\n   {\"@id\": ", j.id(q.Subject))
	case q.Subject != j.last.Subject:
		j.endPredicate()
		j.put("},\n   {\"@id\": ", j.id(q.Subject))
	case q.Predicate != j.last.Predicate || isType(q) != isType(j.last):
		j.endPredicate()
	}
	j.objects = append(j.objects, j.object(q))
	j.last, j.open = q, true
}

// isType tells whether q is written with the word @type.
func isType(q Quad) bool { return q.Predicate.Value == rdfType && q.Object.Kind == IRI }

// endPredicate writes the collected objects.
func (j *jsonldWriter) endPredicate() {
	key := quoted(j.compact(j.last.Predicate.Value))
	if isType(j.last) {
		key = `"@type"`
	}
	value := strings.Join(j.objects, ", ")
	if len(j.objects) > 1 {
		value = "[" + value + "]"
	}
	j.put(", ", key, ": ", value)
	j.objects = j.objects[:0]
}

// endLabel closes what is open.
func (j *jsonldWriter) endLabel() {
	if !j.open {
		return
	}
	j.endPredicate()
	j.put("}")
	if !j.last.Label.IsZero() {
		j.put("]}")
	}
	j.open = false
}

// object returns the object of q as a JSON value.
func (j *jsonldWriter) object(q Quad) string {
	o := q.Object
	switch {
	case isType(q) || o.Kind != Literal && j.references[q.Predicate.Value]:
		return j.id(o)
	case o.Kind != Literal:
		return `{"@id": ` + j.id(o) + "}"
	case o.Lang != "":
		return `{"@value": ` + quoted(o.Value) + `, "@language": ` + quoted(o.Lang) + "}"
	case o.Datatype != "":
		return `{"@value": ` + quoted(o.Value) + `, "@type": ` + quoted(j.compact(o.Datatype)) + "}"
	case j.references[q.Predicate.Value]:
		return `{"@value": ` + quoted(o.Value) + "}"
	}
	return quoted(o.Value)
}

// id returns the IRI or blank node as a JSON string.
func (j *jsonldWriter) id(t Term) string {
	if t.Kind == Blank {
		return quoted("_:" + t.Value)
	}
	return quoted(j.compact(t.Value))
}

// compact returns the IRI, by prefix where that can be undone: JSON-LD takes what
// goes on in // for a whole IRI.
func (j *jsonldWriter) compact(iri string) string {
	name, local := shorten(j.prefixes, iri, func(local string) bool { return local != "" && !strings.HasPrefix(local, "//") })
	if name == "" {
		return iri
	}
	return name + ":" + local
}

// quoted returns s as a JSON string.
func quoted(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r > '~' || r == '"' || r == '\\' }) {
		return `"` + s + `"`
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // a string has a JSON form, and a buffer takes it
	return strings.TrimSuffix(b.String(), "\n")
}
