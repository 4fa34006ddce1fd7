package link

import (
	"maps"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// wordsFile is the form of a words file, in YAML as people write it, or compact: in
// JSON, by the names of the fields, without lines.
type wordsFile struct {
	Ambiguous []ambiguousGroup `yaml:"ambiguous"`
	Companies []companyGroup   `yaml:"companies"`
	Distinct  []text           `yaml:"distinct"`
	Other     []text           `yaml:"other_names"`
	Forbidden []text           `yaml:"forbidden"`
	Aliases   []aliasGroup     `yaml:"aliases"`
	Mistyped  []text           `yaml:"often_misspelled"`
	Grammar   grammar          `yaml:"grammar"`
	Joins     joins            `yaml:"joins"`
	English   wordSet          `yaml:"english"`
}

// ambiguousGroup are names that are words too.
type ambiguousGroup struct {
	group   `yaml:",inline"`
	Prior   text `yaml:"prior"`
	Verb    bool `yaml:"verb"`
	Proper  bool `yaml:"proper"`
	Company bool `yaml:"company"`
}

// companyGroup are names that companies bear too.
type companyGroup struct {
	group    `yaml:",inline"`
	Software text `yaml:"software"`
}

// aliasGroup gives a project other names.
type aliasGroup struct {
	Project      text   `yaml:"project"`
	Names        []text `yaml:"names"`
	Misspellings []text `yaml:"misspellings"`
}

// firstLine returns the line of the first name, 1 where there is none.
func (a aliasGroup) firstLine() int {
	for _, n := range slices.Concat(a.Names, a.Misspellings) {
		return n.line
	}
	return 1
}

// group is what groups of ambiguous words and of companies have in common.
type group struct {
	Names   []text  `yaml:"names"`
	Beside  wordSet `yaml:"beside"`
	Against wordSet `yaml:"against"`
	Not     []text  `yaml:"not"`
}

// grammar is the section of that name: words that tell what a word beside them is.
type grammar struct {
	Technical       wordSet  `yaml:"technical"`
	TechnicalBefore wordSet  `yaml:"technical_before"`
	Used            wordList `yaml:"used"`
	Introducers     wordSet  `yaml:"introducers"`
	BeforeVerb      wordSet  `yaml:"before_verb"`
	AfterVerb       wordSet  `yaml:"after_verb"`
	Determiners     wordSet  `yaml:"determiners"`
	BeforeName      wordSet  `yaml:"before_name"`
	BeforeNoun      wordSet  `yaml:"before_noun"`
	Function        wordSet  `yaml:"function"`
	Makers          wordSet  `yaml:"makers"`
	Roles           wordSet  `yaml:"roles"`
	Staff           wordSet  `yaml:"staff"`
	StaffNear       wordSet  `yaml:"staff_near"`
	MakerVerbs      wordSet  `yaml:"maker_verbs"`
	LookAt          wordSet  `yaml:"look_at"`
	DoneBy          wordSet  `yaml:"done_by"`
	UsedAfter       wordList `yaml:"used_after"`
	StaffBeside     wordList `yaml:"staff_beside"`
	StaffLead       wordList `yaml:"staff_lead"`
	Possessives     wordList `yaml:"possessives"`
	Honorifics      wordList `yaml:"honorifics"`
	VerbEndings     wordList `yaml:"verb_endings"`
	Lists           wordSet  `yaml:"lists"`
}

// joins is the section of that name: what may be joined to a name, and what makes
// it another's.
type joins struct {
	Editions     wordSet  `yaml:"editions"`
	Vendors      wordSet  `yaml:"vendors"`
	Services     wordSet  `yaml:"services"`
	Firms        wordList `yaml:"firms"`
	AfterHyphen  wordSet  `yaml:"after_hyphen"`
	BeforeHyphen wordSet  `yaml:"before_hyphen"`
	Joined       wordSet  `yaml:"joined"`
	Katakana     wordList `yaml:"katakana"`
	Hangul       wordList `yaml:"hangul"`
}

// wordSet is a list of words in a file, looked up in lower case. An item may hold
// several, parted by spaces.
type wordSet map[string]bool

// UnmarshalYAML reads a list of strings.
func (s *wordSet) UnmarshalYAML(n *yaml.Node) error {
	var list []string
	if err := n.Decode(&list); err != nil {
		return err
	}
	return s.UnmarshalText([]byte(strings.ToLower(strings.Join(list, " "))))
}

// MarshalText returns the words, sorted, with a space between.
func (s wordSet) MarshalText() ([]byte, error) {
	return []byte(strings.Join(slices.Sorted(maps.Keys(s)), " ")), nil
}

// UnmarshalText reads words parted by spaces.
func (s *wordSet) UnmarshalText(data []byte) error {
	words := strings.Fields(string(data))
	if len(words) == 0 {
		return nil
	}
	*s = make(wordSet, len(words))
	for _, word := range words {
		(*s)[word] = true
	}
	return nil
}

// wordList is a list of words in a file that are looked for in the order told.
type wordList []string

// UnmarshalYAML reads a list of strings; empty ones count for nothing.
func (l *wordList) UnmarshalYAML(n *yaml.Node) error {
	var list []string
	if err := n.Decode(&list); err != nil {
		return err
	}
	*l = slices.DeleteFunc(list, func(s string) bool { return s == "" || s == "~" })
	return nil
}

// beyondASCII returns the words that are not ASCII, sorted: they are looked for
// inside runs of a script that has no spaces.
func (s wordSet) beyondASCII() []string {
	var out []string
	for word := range s {
		if class[word[0]] == high {
			out = append(out, word)
		}
	}
	slices.Sort(out)
	return out
}

// text is a scalar of a file with its line.
type text struct {
	value string
	line  int
}

// UnmarshalYAML keeps the line.
func (t *text) UnmarshalYAML(n *yaml.Node) error {
	t.line = n.Line
	return n.Decode(&t.value)
}

// MarshalText returns the value.
func (t text) MarshalText() ([]byte, error) { return []byte(t.value), nil }

// UnmarshalText reads what MarshalText returns.
func (t *text) UnmarshalText(data []byte) error {
	t.value = string(data)
	return nil
}

// valuesOf returns the values of list.
func valuesOf(list []text) []string {
	var out []string
	for _, t := range list {
		out = append(out, t.value)
	}
	return out
}
