package resolve_test

import (
	"fmt"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/resolve"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Two reports speak of one talk: they link to one slide deck.
func ExampleMerge() {
	const stated = `
<https://w3id.org/cncfgraph/talk/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/cncfgraph/Talk> <file:memo.md#L3> .
<https://w3id.org/cncfgraph/talk/a> <http://schema.org/name> "Envoy in the wild" <file:memo.md#L3> .
<https://w3id.org/cncfgraph/talk/a> <http://schema.org/workFeatured> <https://speakerdeck.com/aki/mesh> <file:memo.md#L5> .
<https://w3id.org/cncfgraph/talk/b> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/cncfgraph/Talk> <file:blog.md#L8> .
<https://w3id.org/cncfgraph/talk/b> <http://schema.org/name> "Proxies, tamed" <file:blog.md#L8> .
<https://w3id.org/cncfgraph/talk/b> <http://schema.org/workFeatured> <http://speakerdeck.com/aki/mesh?slide=2> <file:blog.md#L9> .
`
	quads, err := rdf.ReadAll(strings.NewReader(stated))
	if err != nil {
		fmt.Println(err)
		return
	}
	merged, err := resolve.Merge(quads, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, q := range merged {
		switch reason, ok := vocab.IdentityReasons[q.Predicate.Value]; {
		case ok:
			fmt.Println(reason+":", vocab.ParseLabel(q.Label.Value))
		case q.Predicate.Value == vocab.Name, q.Predicate.Value == vocab.SameAs:
			fmt.Println(strings.TrimPrefix(q.Subject.Value, vocab.Base), q.Object)
		}
	}
	// Output:
	// talk/a "Envoy in the wild"
	// talk/a "Proxies, tamed"
	// same slides: file:blog.md:9
	// same slides: file:memo.md:5
	// talk/b <https://w3id.org/cncfgraph/talk/a>
}
