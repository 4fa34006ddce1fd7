// Package record is what files of records say: schedules, lists of talks, of
// projects, of people. Their readers stand in the packages beside it; each finds
// its files by their content and yields a [File].
//
// A reader keeps the good rows of a file of which others are bad. It needs time
// and memory in proportion to the size of the file, follows no reference to
// anything outside of it, and expands none inside of it.
package record

import (
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Format is a kind of file.
type Format struct {
	Name string
	// Detect tells by the content alone whether text is of this format, even if
	// it is damaged further down.
	Detect func(text string) bool
	Read   func(text string) *File
}

// File is what one file says. Lines count from 1 and end at LF.
type File struct {
	Title    string // of the file, where it has one
	Language string // of most of its titles, where that is known
	Rows     int    // rows, sessions or entries that were looked at
	Passed   int    // those of them that are nothing to be kept, such as lunch in a schedule
	Rank     int    // precedence of the maturity histories, 1 goes first; 0 where they count for nothing
	Changes  bool   // the milestones are changes that were seen in a list, which projects also leave

	Events      []Event
	Talks       []Talk
	Projects    []Project
	Milestones  []Milestone
	Relations   []Relation
	Maintainers []Maintainer
	Problems    []Problem // rows that cannot be read, in the order of their lines
}

// Fail notes that the row on the line, counted from 1, cannot be used.
func (f *File) Fail(line int, err error) { f.Problems = append(f.Problems, Problem{line, err}) }

// Problem is a row that cannot be used, and why.
type Problem struct {
	Line int
	Err  error
}

// Event is a conference or meetup, or one edition of it.
type Event struct {
	Name     string
	Start    string // YYYY-MM-DD, YYYY-MM or YYYY
	End      string
	Location string
	URL      string
	Host     string // name of the event that it is held with
	Line     int
}

// Talk is a session in which somebody speaks.
type Talk struct {
	Title     string
	Other     string // the title in another language
	Line, End int
	Event     string // name of the event
	Date      string // YYYY-MM-DD
	Track     string
	Abstract  string
	Page      string // URL of the session
	Slides    string
	Video     string
	Language  string
	Speakers  []Speaker
	Projects  []string // names of projects that it is declared to be about
}

// Speaker is a person who gives a talk, as the file names them.
type Speaker struct {
	Name         string
	Handle       string
	Platform     string // of the handle: "github", "twitter"
	Organization string
}

// Project is a piece of software, its pages and its repositories.
type Project struct {
	Name         string
	Homepage     string
	Repositories []Page
	Line         int
}

// Page is an address and the line that gives it.
type Page struct {
	URL  string
	Line int
}

// Milestone says that a project reached a level on a date.
type Milestone struct {
	Project  string
	Level    vocab.Level // "" where the project left a list of changes
	Date     string      // "" where none is said
	Evidence string      // what the row cites for it: a page, a commit
	Line     int
}

// Fault is something wrong in a file, which harms no row.
type Fault struct {
	Rule vocab.Fault
	Line int
	Text string // in words
}

// Relation says how one project relates to another.
type Relation struct {
	From string
	Kind vocab.Relation
	To   string
	Line int
}

// Maintainer is a person who maintains a project.
type Maintainer struct {
	Project string
	Speaker
	Line int
}

// Date returns the day that s begins with, as YYYY-MM-DD; a time behind it is
// dropped. It is an error where s is no day of the calendar.
func Date(s string) (string, error) {
	day := s
	if len(day) > len("2006-01-02") && strings.ContainsAny(day[10:11], "T :") {
		day = day[:10]
	}
	if _, err := vocab.Date(day); err != nil {
		return "", err
	}
	return day, nil
}

// Handle returns the handle that s is, whether it is written as such, as "@handle" or
// as the address of a profile.
func Handle(s string) string {
	return strings.TrimPrefix(s[strings.LastIndexByte(s, '/')+1:], "@")
}

// Company returns s without what stands for none, such as "N/A" and "-", and without
// what people are in place of working for one, such as "Freelance".
func Company(s string) string {
	s = OneLine(s)
	switch vocab.Slug(s) {
	case "", "n-a", "na", "none", "no-company", "tbd", "unknown",
		"co-chair", "co-chairs", "consultant", "contributor", "freelance", "freelancer", "independent", "independent-consultant", "individual",
		"individual-developer", "individual-no-account", "maintainer", "private", "retired", "self", "self-employed", "speaker", "student", "unaffiliated":
		return ""
	}
	return s
}
