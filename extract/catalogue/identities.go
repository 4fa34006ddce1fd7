package catalogue

import (
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// identities reads identities.yaml: which ids are one and which are two, whatever
// the rules of identity say.
func (c *catalogue) identities(d *document) error {
	return c.told(d, c.ownSource(d, "cncfgraph: identities told by people"), true)
}

// Identities returns the statements of a file in the schema of identities.yaml that
// a user wrote, sorted, labelled with lines of the source. Evidence may be left out.
func Identities(name, source string, data []byte) ([]rdf.Quad, error) {
	d, err := parse(name, data)
	if err != nil {
		return nil, err
	}
	c := newCatalogue()
	if err := c.told(d, source, false); err != nil {
		return nil, err
	}
	return rdf.Sort(c.quads), nil
}

// told reads the list "identities". The first id of {same: [a, b, …]} is said to be
// each of the others, each two of {different: …} to be two.
func (c *catalogue) told(d *document, source string, evident bool) error {
	t := teller{catalogue: c, document: d, source: source, said: map[[2]string]text{}}
	d.fields(d.root, func(k text, v *yaml.Node) bool {
		if k.value != "identities" {
			return false
		}
		d.list(v, func(n *yaml.Node) { t.tell(n, evident) })
		return true
	})
	return d.err
}

type teller struct {
	*catalogue
	*document
	source string
	said   map[[2]string]text // the key of what is said of a pair, and its line
}

func (t *teller) tell(n *yaml.Node, evident bool) {
	evidence, entries := "", 0
	t.fields(n, func(k text, v *yaml.Node) bool {
		switch k.value {
		case "evidence":
			evidence = t.document.text(v).value
		case "same", "different":
			entries++
			t.pairs(k, t.texts(v))
		default:
			return false
		}
		return true
	})
	_, isPage := vocab.PageIRI(evidence)
	t.require(n, "evidence", isPage || !evident && evidence == "")
	t.require(n, "same or different", entries == 1)
}

// pairs states what the key says of the ids.
func (t *teller) pairs(key text, ids []text) {
	if len(ids) < 2 {
		t.fail(key.line, "%q needs two ids or more", key.value)
	}
	for i, a := range ids {
		for _, b := range ids[i+1:] {
			if key.value == "different" || i == 0 {
				t.pair(key, a, b)
			}
		}
	}
}

func (t *teller) pair(key, a, b text) {
	kindA, okA := entityKind(a.value)
	kindB, okB := entityKind(b.value)
	pair := [2]string{min(a.value, b.value), max(a.value, b.value)}
	other, known := t.said[pair]
	switch {
	case !okA:
		t.fail(a.line, "%q is no id, such as speaker/ada-nord-abcd2345", a.value)
	case !okB:
		t.fail(b.line, "%q is no id, such as speaker/ada-nord-abcd2345", b.value)
	case kindA != kindB:
		t.fail(b.line, "%q and %q are of two kinds", a.value, b.value)
	case a.value == b.value:
		t.fail(b.line, "%q is named twice", a.value)
	case known && other.value != key.value:
		t.fail(key.line, "%q and %q are said to be %s on line %d", a.value, b.value, other.value, other.line)
	}
	t.said[pair] = key
	predicate := vocab.SameAsStated
	if key.value == "different" {
		predicate = vocab.DifferentFrom
	}
	t.add(rdf.NewIRI(vocab.Base+a.value), predicate, rdf.NewIRI(vocab.Base+b.value), label(t.source, span{key.line, key.line}))
}

// entityKind returns the kind of an entity that may become one with others, as
// "speaker/…" names it.
func entityKind(ref string) (vocab.Kind, bool) {
	kind, _, ok := vocab.KindOf(vocab.Base + ref)
	ok = ok && rdf.ValidIRI(vocab.Base+ref) && !strings.ContainsAny(ref, "#")
	return kind, ok && (kind == vocab.KindTalk || kind == vocab.KindSpeaker || kind == vocab.KindEvent)
}
