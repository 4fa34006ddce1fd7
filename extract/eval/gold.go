package eval

// Gold is what a person found in a document by reading it: the content of one
// gold file. Fields of the file that are not scored are not read. Lines count from
// 1; a line of 0 is one that the file does not give.
type Gold struct {
	ID          string       `json:"id"` // base name of the document, without extension
	Event       *Event       `json:"event"`
	EventAccept []string     `json:"event_accept"` // other names of the event that are right
	Talks       []Talk       `json:"talks"`
	Projects    []Project    `json:"projects"`
	Distractors []Distractor `json:"distractors"`
	Neutral     []Distractor `json:"neutral"` // may be linked or not
	Maturity    []Maturity   `json:"maturity"`
	Relations   []Relation   `json:"relations"`
}

// Event is the event that a document is about.
type Event struct {
	Name         string `json:"name"`
	Date         string `json:"date"`          // only where stated
	DateInferred string `json:"date_inferred"` // accepted, not asked for
}

// Talk is a talk that a document reports.
type Talk struct {
	Title         string    `json:"title"` // "" for a talk without a stated title
	AltTitles     []string  `json:"alt_titles"`
	Line          int       `json:"line"`
	SpeakerLine   int       `json:"speaker_line"`
	SlidesLine    int       `json:"slides_line"`
	Speakers      []Speaker `json:"speakers"`
	Slides        string    `json:"slides"` // URL of the deck
	About         []string  `json:"about"`
	AboutOptional []string  `json:"about_optional"`
	AboutExternal []string  `json:"about_external"`
	Optional      bool      `json:"optional"`
}

// Speaker is a person who gives a talk, as the document names them.
type Speaker struct {
	Name   string `json:"name"`
	Handle string `json:"handle"`
}

// Project is a project that a document names.
type Project struct {
	Name      string   `json:"name"`
	Accept    []string `json:"accept"`  // other names that are right
	Surface   []string `json:"surface"` // forms that it is named in
	Lines     []int    `json:"lines"`   // that name it
	FirstLine int      `json:"first_line"`
	External  bool     `json:"external"` // the landscape lacks it
	Optional  bool     `json:"optional"` // neither rewarded nor punished, as generic ones
	Generic   bool     `json:"generic"`
}

// Distractor is a text that equals or resembles a name and means something else.
type Distractor struct {
	Surface   string `json:"surface"`
	Line      int    `json:"line"`
	AlsoLines []int  `json:"also_lines"`
	Why       string `json:"why"`
}

// Maturity is a statement on the level of a project.
type Maturity struct {
	Project   string `json:"project"`
	Level     string `json:"level"`
	Line      int    `json:"line"`
	AlsoLines []int  `json:"also_lines"`
	Hedged    bool   `json:"hedged"` // a question or a plan: neither rewarded nor punished
}

// Relation is a statement on two projects, or on a project and who created it.
type Relation struct {
	From      string `json:"from"`
	Type      string `json:"type"`
	To        string `json:"to"`
	Line      int    `json:"line"`
	AlsoLines []int  `json:"also_lines"`
	Hedged    bool   `json:"hedged"`
}
