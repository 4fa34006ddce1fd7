package vocab

import "github.com/cncfgraph/cncfgraph/graph/rdf"

// Prefixes are the short names under which documentation and exports write the
// namespaces.
var Prefixes = []rdf.Prefix{
	{Name: "cg", Namespace: Base},
	{Name: "rdf", Namespace: rdfNS},
	{Name: "owl", Namespace: owlNS},
	{Name: "xsd", Namespace: xsdNS},
	{Name: "doap", Namespace: doapNS},
	{Name: "skos", Namespace: skosNS},
	{Name: "dcterms", Namespace: dctermsNS},
	{Name: "foaf", Namespace: foafNS},
	{Name: "schema", Namespace: schemaNS},
	{Name: "adms", Namespace: admsNS},
	{Name: "oa", Namespace: oaNS},
}

// References returns the predicates of which every object is an IRI.
func References() []string {
	list := []string{
		SameAs, DifferentFrom, Homepage, Repository, Maintainer, Subject, Broader, Status, SuperEvent, Performer, About, Mentions,
		PossiblyMentions, WorkFeatured, RecordedIn, URL, Profile, Affiliation,
		HasBody, HasTarget, HasSource, HasSelector, MotivatedBy, ConformsTo,
	}
	for _, r := range Relations {
		list = append(list, r.Predicate)
	}
	return list
}

// EntityPrefixes returns a prefix for the entities of each kind that has IRIs of
// its own, under which most of them need no escapes.
func EntityPrefixes() []rdf.Prefix {
	var list []rdf.Prefix
	for _, k := range Kinds {
		list = append(list, rdf.Prefix{Name: string(k), Namespace: Base + string(k) + "/"})
	}
	return list
}
