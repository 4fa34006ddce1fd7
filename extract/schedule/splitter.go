package schedule

import (
	"strings"

	"github.com/cncfgraph/cncfgraph/extract/record"
	"github.com/cncfgraph/cncfgraph/internal/pattern"
)

// Splitter parts what schedules and lists of recordings write in one line:
// "Title - A & B, Company; C, Company". It learns from all lines of one file who
// is a person and what is a company, because commas stand before both.
type Splitter struct {
	companies map[string]int // by name: how often where only a company stands
	people    map[string]int // by name: how often where only a person stands
	given     map[string]int // by first name
	words     map[string]int // by word in lower case: how often in titles
	byline    bool           // titles end in "by A, Company"
}

// NewSplitter returns a Splitter for the lines of one file.
func NewSplitter(lines []string) *Splitter {
	s := &Splitter{companies: map[string]int{}, people: map[string]int{}, given: map[string]int{}, words: map[string]int{}}
	bylines := 0
	for _, l := range lines {
		head, tail, ok := cutLast(clean(l))
		if !ok {
			head = clean(l)
			if i := strings.LastIndex(head, " by "); i > 0 && strings.Contains(head[i:], ", ") {
				bylines++
			}
		}
		for w := range strings.FieldsSeq(strings.ToLower(head)) {
			s.words[w]++
		}
		if _, cut := cutOff(tail); ok && !cut {
			s.learn(tail)
		}
	}
	s.byline = bylines*10 > len(lines)
	return s
}

// learn counts the names of a list of speakers that stand where no doubt is.
func (s *Splitter) learn(tail string) {
	for group := range strings.SplitSeq(tail, ";") {
		units := unitsOf(group)
		for i, u := range units {
			if !isName(u.parts[0]) || !isFullName(u.parts[0]) && (i > 0 || len(u.parts) == 1) {
				continue
			}
			s.people[u.parts[0]]++
			s.given[firstWord(u.parts[0])]++
			last := u.parts[len(u.parts)-1]
			if i == len(units)-1 && len(u.parts) > 1 && !isRole(last) {
				s.companies[last]++
			}
		}
	}
}

// maxTries is how many of a line's separators, the last ones, may be the one before
// the speakers: their companies have some in their names.
const maxTries = 3

// Split returns the title and who gives the talk. A line that names nobody is a
// title as a whole.
func (s *Splitter) Split(line string) (title string, speakers []record.Speaker) {
	line = clean(line)
	if kindBehind().MatchString(line) {
		return line, nil
	}
	for end, tries := len(line), 0; tries < maxTries; tries++ {
		at, width := lastSeparator(line[:end])
		if at <= 0 || openSession().MatchString(line[:at]) {
			break
		}
		if found := s.Speakers(line[at+width:]); len(found) > 0 {
			if !s.isTornOff(line[:at], line[at+width:]) {
				return strings.TrimSpace(line[:at]), found
			}
			if speakers == nil {
				title, speakers = strings.TrimSpace(line[:at]), found
			}
		}
		end = at
	}
	if speakers != nil {
		return title, speakers
	}
	if m := cutShort().FindStringSubmatchIndex(line); m != nil {
		if tail := line[m[4]:m[5]]; !strings.Contains(tail, ": ") {
			if speakers := s.Speakers(tail); len(speakers) > 0 && s.areKnown(speakers, tail) {
				return strings.TrimSpace(line[:m[3]]), speakers
			}
		}
	}
	if at := strings.LastIndex(line, " by "); s.byline && at > 0 && !performedBy().MatchString(line[:at]) {
		if speakers := s.Speakers(line[at+len(" by "):]); len(speakers) > 0 {
			return line[:at], speakers
		}
	}
	return line, nil
}

var (
	// cutShort is a title that was cut so that the speakers found room behind it, or
	// that ends in a question.
	cutShort = pattern.Lazy(`^(.*(?:\.\.\.|…|\?)) +(\p{Lu}.*)$`)
	// kindBehind is a line that ends in what kind of session it is, where others have
	// their speakers.
	kindBehind = pattern.Lazy(`(?i)\s\|\s+(?:\w+ )?lightning talk$`)
	// openSession is a session of all who come: what stands behind it is its subject.
	openSession = pattern.Lazy(`(?i)\b(?:unconference|open space)(?: session)?\s*$`)
	// performedBy stands before who is behind a thing and does not speak.
	performedBy = pattern.Lazy(`(?i)\b(?:hosted|powered|sponsored|driven|organi[sz]ed|backed|brought to you)$`)
	// remark is what stands behind the speakers: "(Any Skill Level)", "[I]".
	remark = pattern.Lazy(`\s*(?:\([^()]*(?i:level|slides|attached|intermediate|beginner|advanced|limited|first.come)[^()]*\)|\[(?:[^\[\]]{1,3}|(?i:[^\[\]]*(?:limited|first.come|cancel)[^\[\]]*))\])\s*$`)
	// offered stands in front of the speakers and says in which part.
	offered = pattern.Lazy(`^(?:.*\b(?i:co-chairs?|chairs|moderat(?:or|ed by)|panell?ists?|speakers?|presented by|facilitated by|with)):?\s+(\p{Lu}.*)$`)
)

// clean returns line without runs of spaces, marks of direction and remarks.
func clean(line string) string {
	line = strings.Map(func(r rune) rune {
		if r == '\u200e' || r == '\u200f' || r == '\u200b' {
			return -1
		}
		return r
	}, line)
	return remark().ReplaceAllString(record.OneLine(line), "")
}

// separators stand between a title and the speakers.
var separators = [...]string{" - ", " – ", " — ", "- ", " -", "– "}

// lastSeparator returns where the last separator of s begins, and its width; -1
// where there is none. A hyphen with a space on one side only is one where a
// capital follows: "Ready? -Chad M. Crowell", "for Metal3?- Ádám Rozmán".
func lastSeparator(s string) (at, width int) {
	at = -1
	for _, sep := range separators {
		i := strings.LastIndex(s, sep)
		if i <= at || i < 0 {
			continue
		}
		rest := s[i+len(sep):]
		if len(sep) == len("- ") && sep != "– " && !startsUpper(rest) {
			continue
		}
		if sep == " -" && strings.HasPrefix(rest, "-") {
			continue
		}
		at, width = i, len(sep)
	}
	return at, width
}

func cutLast(line string) (head, tail string, ok bool) {
	at, width := lastSeparator(line)
	if at <= 0 {
		return line, "", false
	}
	return line[:at], line[at+width:], true
}

// areKnown tells whether the speakers are more than two words that begin with a
// capital: they have a company, there are several, or the file names them elsewhere.
func (s *Splitter) areKnown(speakers []record.Speaker, tail string) bool {
	if len(speakers) > 1 || speakers[0].Organization != "" {
		return true
	}
	words := strings.Fields(tail)
	return len(words) <= 3 && !s.isTitleLike(words)
}

// isTitleLike tells whether the words are more at home in titles than in names.
func (s *Splitter) isTitleLike(words []string) bool {
	if s.given[words[0]] > 1 {
		return false
	}
	common := 0
	for _, w := range words {
		if s.words[strings.ToLower(strings.Trim(w, ",:?!"))] > 2 {
			common++
		}
	}
	return 2*common >= len(words)+1 || common == len(words)
}
