package extract

import (
	"encoding/json"

	"github.com/cncfgraph/cncfgraph/extract/record"
)

// Document is what a document says, each statement with the line that says it.
// Lines count from 1 and end at LF; columns count characters.
type Document struct {
	Source    string     `json:"source"`   // the document's path as given
	Language  string     `json:"language"` // of most of its prose: "ja", "en", "ko", "zh", or ""
	Events    []Event    `json:"events"`   // the document's own first
	Talks     []Talk     `json:"talks"`    // in the order of their lines
	Projects  []Project  `json:"projects"` // in the order of their first mention
	Maturity  []Maturity `json:"maturity"`
	Relations []Relation `json:"relations"`

	// Ambiguous holds the names that may mean several projects. They are no links.
	Ambiguous []Ambiguity `json:"ambiguous"`

	// Records tells how the rows of a file of records were read; nil for prose.
	Records     *Records     `json:"records,omitempty"`
	Maintainers []Maintainer `json:"maintainers,omitempty"`

	key, title, hash, extractor string
	issued                      string // date of the document itself, "" where it states none
	rank                        int    // precedence of the maturity histories, 0 where they count for nothing
	stated                      []statedQuad
}

// Optional is a text that may be missing; JSON has null for it.
type Optional string

// MarshalJSON writes null for an empty text.
func (o Optional) MarshalJSON() ([]byte, error) {
	if o == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(o))
}

// Event is a conference or meetup, or one edition of it.
type Event struct {
	Name string   `json:"name"`
	Date Optional `json:"date"` // YYYY-MM-DD, of several days the first; only where stated
	URL  Optional `json:"url"`
	Line int      `json:"line"`

	End      string `json:"end,omitempty"`
	Location string `json:"location,omitempty"`
	Host     string `json:"host,omitempty"` // name of the event that it is held with
}

// Talk is a talk that a document reports, lists or is the deck of.
type Talk struct {
	Title    Optional  `json:"title"` // missing where a document tells only who spoke
	Line     int       `json:"line"`
	EndLine  int       `json:"end_line"` // of the section on it
	Language Optional  `json:"language"` // of the title
	Event    Optional  `json:"event"`    // name of the event that it was given at
	Date     Optional  `json:"date"`
	Slides   Optional  `json:"slides"` // URL of the deck, not of an embed
	Video    Optional  `json:"video"`
	Speakers []Speaker `json:"speakers"`
	Projects []string  `json:"projects"` // names of the projects that it is about
	Mentions []string  `json:"mentions"` // names of the others that its section names

	Page  string `json:"url,omitempty"`         // of the session
	Other string `json:"other_title,omitempty"` // the title in another language

	slidesLine, videoLine int
}

// show gives t the slides and the video, each with the line that it stands on, that it
// has none of.
func (t *Talk) show(slides, video place) {
	if t.Slides == "" && slides.url != "" {
		t.Slides, t.slidesLine = Optional(slides.url), slides.line
	}
	if t.Video == "" && video.url != "" {
		t.Video, t.videoLine = Optional(video.url), video.line
	}
}

// shown returns the slides and the video of t, each with the line that it stands on.
func (t *Talk) shown() (slides, video place) {
	return place{string(t.Slides), t.slidesLine}, place{string(t.Video), t.videoLine}
}

// Speaker is a person who gives a talk, as the document names them.
type Speaker struct {
	Name         Optional `json:"name"`
	Handle       Optional `json:"handle"`   // without "@"
	Platform     Optional `json:"platform"` // of the handle, where known: "twitter", "github", …
	Organization Optional `json:"organization"`

	line int
}

// Project is a project and its mentions.
type Project struct {
	Name     string    `json:"name"`
	ID       string    `json:"id"`
	External bool      `json:"external"` // the landscape lacks it
	Mentions []Mention `json:"mentions"`

	homepage     string
	repositories []record.Page
}

// Mention is a name of a project in the text.
type Mention struct {
	Line       int     `json:"line"`
	Column     int     `json:"column"`
	Text       string  `json:"text"`
	Confidence float64 `json:"confidence"` // of links at 0.9, nine in ten are right
	Reason     string  `json:"reason"`     // why it was linked, in words
}

// Ambiguity is a name that may mean any of several projects.
type Ambiguity struct {
	Line       int      `json:"line"`
	Column     int      `json:"column"`
	Text       string   `json:"text"`
	Candidates []string `json:"candidates"` // ids, the best first
	Reason     string   `json:"reason"`     // why it was not linked, in words
}

// Maturity is a statement that a project has a level, or had it from a date on.
type Maturity struct {
	Project string   `json:"project"`
	ID      string   `json:"id"`
	Level   string   `json:"level"` // sandbox, incubating, graduated, archived, or donated: accepted at a level not said
	Date    Optional `json:"date"`  // YYYY-MM-DD, YYYY-MM or YYYY, as stated
	Line    int      `json:"line"`

	Evidence string `json:"-"` // what a row cites for it
}

// Relation is a statement on two projects, or on a project and who created it.
type Relation struct {
	From string `json:"from"`
	Type string `json:"type"` // as package vocab names it: uses, built_on, …
	To   string `json:"to"`
	Line int    `json:"line"`

	fromID, toID string // toID is empty where To is an organisation
}

// Records tells how the rows of a file of records were read.
type Records struct {
	Format   string    `json:"format"`
	Rows     int       `json:"rows"`     // rows, sessions or entries
	Passed   int       `json:"passed"`   // those that are nothing to be kept, such as lunch
	Problems []Problem `json:"problems"` // those that cannot be used
}

// Problem is a row that cannot be used.
type Problem struct {
	Line   int    `json:"line"`
	Reason string `json:"reason"`
}

// Maintainer is a person who maintains a project.
type Maintainer struct {
	Project string `json:"project"`
	ID      string `json:"id"` // of the project
	Speaker
	Line int `json:"line"`
}
