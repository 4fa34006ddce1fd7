// Package vocab is the vocabulary of the graph: its classes and predicates, how
// the IRIs of its entities are minted, how evidence is written as a label, and
// how dates are written as literals. docs/vocabulary.md describes every term.
package vocab

// Namespaces.
const (
	// Base is where the project's own terms and the IRIs of its entities live.
	Base = "https://w3id.org/cncfgraph/"

	rdfNS     = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	owlNS     = "http://www.w3.org/2002/07/owl#"
	xsdNS     = "http://www.w3.org/2001/XMLSchema#"
	doapNS    = "http://usefulinc.com/ns/doap#"
	skosNS    = "http://www.w3.org/2004/02/skos/core#"
	dctermsNS = "http://purl.org/dc/terms/"
	foafNS    = "http://xmlns.com/foaf/0.1/"
	schemaNS  = "http://schema.org/"
	admsNS    = "http://www.w3.org/ns/adms#"
	oaNS      = "http://www.w3.org/ns/oa#"
)

// Classes.
const (
	Project      = doapNS + "Project"
	Category     = skosNS + "Concept"
	Talk         = Base + "Talk"
	Event        = schemaNS + "Event"
	EventSeries  = schemaNS + "EventSeries"
	Person       = schemaNS + "Person"
	Organization = schemaNS + "Organization"
	Document     = foafNS + "Document"
)

// Predicates of every entity.
const (
	Type   = rdfNS + "type"
	SameAs = owlNS + "sameAs" // an id that was merged away → the id that stands for it

	// DifferentFrom says that two ids are never to be merged. It is told by a person.
	DifferentFrom = owlNS + "differentFrom"
)

// Predicates of projects and categories.
const (
	ProjectName = doapNS + "name"
	AltLabel    = skosNS + "altLabel"    // another right name
	HiddenLabel = skosNS + "hiddenLabel" // a misspelling that occurs
	PrefLabel   = skosNS + "prefLabel"   // name of a category
	Broader     = skosNS + "broader"     // category → the category above it
	Subject     = dctermsNS + "subject"  // project → category
	Homepage    = doapNS + "homepage"
	Repository  = doapNS + "repository"
	Maintainer  = doapNS + "maintainer" // project → person
	Status      = admsNS + "status"     // project → maturity level, said without a date
)

// Predicates of talks, events, people and organisations.
const (
	Name          = schemaNS + "name"
	AlternateName = schemaNS + "alternateName"
	SuperEvent    = schemaNS + "superEvent" // talk → event, event → series or host event
	Performer     = schemaNS + "performer"  // talk → speaker
	About         = schemaNS + "about"      // talk → project it is about
	Mentions      = schemaNS + "mentions"   // talk or source → project named in it
	StartDate     = schemaNS + "startDate"
	EndDate       = schemaNS + "endDate"
	Location      = schemaNS + "location"
	WorkFeatured  = schemaNS + "workFeatured" // talk → slides
	RecordedIn    = schemaNS + "recordedIn"   // talk → video
	URL           = schemaNS + "url"
	Profile       = schemaNS + "sameAs"      // speaker → profile IRI, which carries platform and handle
	Affiliation   = schemaNS + "affiliation" // speaker → organisation
	Nick          = foafNS + "nick"          // handle whose platform is not said

	// PossiblyMentions is a mention that may mean several projects: one quad for each.
	PossiblyMentions = Base + "possiblyMentions"
)

// Predicates of sources.
const (
	Title       = dctermsNS + "title"
	Identifier  = dctermsNS + "identifier" // "sha256:…" of the bytes read
	Issued      = dctermsNS + "issued"
	Language    = dctermsNS + "language"
	License     = dctermsNS + "license"
	ReadFrom    = Base + "readFrom"    // path, as given, that the bytes were read from
	Extractor   = Base + "extractor"   // version of the extractor
	ListedIn    = Base + "listedIn"    // source → key of the manifest that lists it
	HistoryRank = Base + "historyRank" // precedence of the maturity histories that the source states, 1 first
)

// Terms of annotations (https://www.w3.org/TR/annotation-vocab/), as which mentions
// are exported. They stand in no graph.
const (
	Annotation       = oaNS + "Annotation"
	SpecificResource = oaNS + "SpecificResource"
	FragmentSelector = oaNS + "FragmentSelector"
	HasBody          = oaNS + "hasBody"   // annotation → what is mentioned
	HasTarget        = oaNS + "hasTarget" // annotation → part of a source
	HasSource        = oaNS + "hasSource"
	HasSelector      = oaNS + "hasSelector"
	MotivatedBy      = oaNS + "motivatedBy"
	Identifying      = oaNS + "identifying" // motivation of a mention
	Questioning      = oaNS + "questioning" // motivation of an ambiguous one
	ConformsTo       = dctermsNS + "conformsTo"
	RDFValue         = rdfNS + "value"
)

// Datatypes of dates.
const (
	XSDDate       = xsdNS + "date"
	XSDGYearMonth = xsdNS + "gYearMonth"
	XSDGYear      = xsdNS + "gYear"
	XSDInteger    = xsdNS + "integer"
)
