package link

// Entry is a project with its names.
type Entry struct {
	ID           string   // slug: "open-policy-agent"
	Name         string   // "Open Policy Agent (OPA)"
	External     bool     // not in the landscape
	Names        []string // other right names: acronyms, foreign scripts, parts that fold into it
	Misspellings []string // wrong forms that occur
	Parent       string   // id of the project that this one is a part of, if any
}

// Kind is the place that a segment has in its document.
type Kind int

// The kinds of segments. Their order carries no meaning.
const (
	Paragraph Kind = iota
	Heading
	Title // of the document or of a talk
	ListItem
	Cell // of a table
	Slide
	LinkText
	Tag         // one tag of a front matter
	SpeakerLine // who speaks, and for whom they work
)

// Segment is a run of prose of a document, markup, URLs and code taken out.
type Segment struct {
	Text    string
	Kind    Kind
	Section int    // segments of one section, a talk or a heading, share it
	Lang    string // "ja", "en", … or "" where unknown
}

// Candidate is a project that a mention may mean.
type Candidate struct {
	ID         string
	Confidence float64
}

// Mention is a name in a segment. Start and End are byte offsets into the
// segment's text, on character borders.
type Mention struct {
	Segment    int
	Start, End int
	ID         string      // the project; "" where the linker abstains between Candidates
	Candidates []Candidate // best first; at least one
	Confidence float64     // that the best candidate is right: of links at 0.9, nine in ten are
	Reason     string      // why, in words: "exact name", "one letter off 'Kubernetes'", …
}
