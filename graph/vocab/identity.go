package vocab

// Identity predicates say on what ground two entities are one. Each is a
// sub-property of owl:sameAs; its quads, one for each line of evidence, are
// derived by graph/resolve and never stand in a source, but for SameAsStated.
const (
	SameSlides   = Base + "sameSlides"   // two talks with one slide deck
	SameVideo    = Base + "sameVideo"    // two talks with one recording
	SameSession  = Base + "sameSession"  // two talks of one event under similar titles
	SameSubject  = Base + "sameSubject"  // two talks of one speaker under similar titles
	SameProfile  = Base + "sameProfile"  // two people with one handle on one platform
	SameTalk     = Base + "sameTalk"     // two people who are the same speaker of one talk
	SameName     = Base + "sameName"     // two people of one name with an affiliation, event or project in common
	SameEvent    = Base + "sameEvent"    // two events of one name and no contradicting date
	SameAsStated = Base + "sameAsStated" // told by a person, in data/identities.yaml or a file of a user
)

// IdentityReasons gives each identity predicate in words.
var IdentityReasons = map[string]string{
	SameSlides:   "same slides",
	SameVideo:    "same video",
	SameSession:  "same event and similar title",
	SameSubject:  "same speaker and similar title",
	SameProfile:  "same handle",
	SameTalk:     "same talk",
	SameName:     "same name and something in common",
	SameEvent:    "same event name",
	SameAsStated: "stated to be the same",
}
