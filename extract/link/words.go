package link

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"
)

// Words is what the linker knows about language: which names are words or
// companies too and what tells them apart, other names that hold a project's
// name, and how words may be joined to a name. ReadWords makes one.
type Words struct {
	senses   map[string]*sense // by key
	other    []string
	ordinary map[string]bool // words of English, in lower case
	mistyped map[string]bool // keys of names whose misspellings are common

	near         map[string]bool
	nearBefore   map[string]bool
	introducers  map[string]bool
	verbBefore   map[string]bool
	verbAfter    map[string]bool
	determiners  map[string]bool
	beforeName   map[string]bool
	function     map[string]bool
	roles        map[string]bool
	staff        map[string]bool
	staffBeside  []string
	editions     map[string]bool
	vendors      map[string]bool
	afterHyphen  map[string]bool
	beforeHyphen map[string]bool
	joined       map[string]bool
	katakana     []string
	hangul       []string
}

// text is a scalar of a YAML file with its line.
type text struct {
	value string
	line  int
}

// UnmarshalYAML keeps the line.
func (t *text) UnmarshalYAML(n *yaml.Node) error {
	t.line = n.Line
	return n.Decode(&t.value)
}

// wordsFile is the form of a words file.
type wordsFile struct {
	Ambiguous []struct {
		Names  []text `yaml:"names"`
		Prior  text   `yaml:"prior"`
		Verb   bool   `yaml:"verb"`
		Beside []text `yaml:"beside"`
		Not    []text `yaml:"not"`
	} `yaml:"ambiguous"`
	Companies []struct {
		Names    []text `yaml:"names"`
		Software text   `yaml:"software"`
		Beside   []text `yaml:"beside"`
		Not      []text `yaml:"not"`
	} `yaml:"companies"`
	Distinct []text `yaml:"distinct"`
	Other    []text `yaml:"other_names"`
	Mistyped []text `yaml:"often_misspelled"`
	Grammar  struct {
		Near        []text `yaml:"technical"`
		NearBefore  []text `yaml:"technical_before"`
		Introducers []text `yaml:"introducers"`
		VerbBefore  []text `yaml:"before_verb"`
		VerbAfter   []text `yaml:"after_verb"`
		Determiners []text `yaml:"determiners"`
		BeforeName  []text `yaml:"before_name"`
		Function    []text `yaml:"function"`
		Roles       []text `yaml:"roles"`
		Staff       []text `yaml:"staff"`
		StaffBeside []text `yaml:"staff_beside"`
	} `yaml:"grammar"`
	Joins struct {
		Editions     []text `yaml:"editions"`
		Vendors      []text `yaml:"vendors"`
		AfterHyphen  []text `yaml:"after_hyphen"`
		BeforeHyphen []text `yaml:"before_hyphen"`
		Joined       []text `yaml:"joined"`
		Katakana     []text `yaml:"katakana"`
		Hangul       []text `yaml:"hangul"`
	} `yaml:"joins"`
	English []text `yaml:"english"`
}

var yamlLine = regexp.MustCompile(`(?s)^(?:yaml: )?(?:unmarshal errors:\s+)?line (\d+): ([^\n]*)`)

// ReadWords reads a words file; data/words.yaml says what stands in one. An
// unknown key, a value of the wrong kind or a name told twice is an error that
// says name:line.
func ReadWords(name string, data []byte) (*Words, error) {
	var f wordsFile
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	if err := d.Decode(&f); err != nil && !errors.Is(err, io.EOF) {
		if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
			return nil, fmt.Errorf("%s:%s: %s", name, m[1], m[2])
		}
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	w := &Words{senses: map[string]*sense{}, ordinary: map[string]bool{}, mistyped: map[string]bool{}}
	if err := w.readSenses(&f); err != nil {
		return nil, fmt.Errorf("%s:%w", name, err)
	}
	w.other = valuesOf(f.Other)
	for _, t := range f.Mistyped {
		key, _ := keyOf(t.value)
		w.mistyped[key] = true
	}
	for _, t := range f.English {
		for _, word := range strings.Fields(t.value) {
			w.ordinary[word] = true
		}
	}
	w.nearBefore = setOf(f.Grammar.NearBefore)
	w.near, w.introducers = setOf(f.Grammar.Near), setOf(f.Grammar.Introducers)
	w.verbBefore, w.verbAfter = setOf(f.Grammar.VerbBefore), setOf(f.Grammar.VerbAfter)
	w.determiners = setOf(f.Grammar.Determiners)
	w.beforeName, w.function, w.roles = setOf(f.Grammar.BeforeName), setOf(f.Grammar.Function), setOf(f.Grammar.Roles)
	w.staff, w.staffBeside = setOf(f.Grammar.Staff), valuesOf(f.Grammar.StaffBeside)
	w.editions, w.vendors = setOf(f.Joins.Editions), setOf(f.Joins.Vendors)
	w.afterHyphen, w.beforeHyphen = setOf(f.Joins.AfterHyphen), setOf(f.Joins.BeforeHyphen)
	w.joined = setOf(f.Joins.Joined)
	w.katakana, w.hangul = valuesOf(f.Joins.Katakana), valuesOf(f.Joins.Hangul)
	return w, nil
}

// readSenses fills the senses from the ambiguous words, the companies and the
// distinct names of f.
func (w *Words) readSenses(f *wordsFile) error {
	for _, g := range f.Ambiguous {
		prior, ok := priors[g.Prior.value]
		if !ok {
			return fmt.Errorf("%d: prior %q: want sure, likely, even, unlikely or rare", g.Prior.line, g.Prior.value)
		}
		not, err := phrases(g.Not)
		if err != nil {
			return err
		}
		s := &sense{prior: prior, verb: g.Verb, beside: setOf(g.Beside), beyond: beyondASCII(g.Beside), not: not}
		if err := w.give(s, g.Names); err != nil {
			return err
		}
	}
	for _, g := range f.Companies {
		prior, ok := companyPriors[g.Software.value]
		if !ok {
			return fmt.Errorf("%d: software %q: want usual or rare", g.Software.line, g.Software.value)
		}
		not, err := phrases(g.Not)
		if err != nil {
			return err
		}
		s := &sense{company: true, prior: prior, beside: setOf(g.Beside), beyond: beyondASCII(g.Beside), not: not}
		if err := w.give(s, g.Names); err != nil {
			return err
		}
	}
	return w.give(nil, f.Distinct)
}

// give makes s the sense of names.
func (w *Words) give(s *sense, names []text) error {
	for _, n := range names {
		key, _ := keyOf(n.value)
		if key == "" {
			return fmt.Errorf("%d: name %q has no letter", n.line, n.value)
		}
		if _, twice := w.senses[key]; twice {
			return fmt.Errorf("%d: name %q stands twice", n.line, n.value)
		}
		w.senses[key] = s
	}
	return nil
}

func valuesOf(list []text) []string {
	var out []string
	for _, t := range list {
		out = append(out, t.value)
	}
	return out
}

// setOf returns the values of list in lower case.
func setOf(list []text) map[string]bool {
	set := make(map[string]bool, len(list))
	for _, t := range list {
		set[strings.ToLower(t.value)] = true
	}
	return set
}

// beyondASCII returns the values of list that are not ASCII: they are looked for
// inside runs of a script that has no spaces.
func beyondASCII(list []text) []string {
	var out []string
	for _, t := range list {
		if class[t.value[0]] == high {
			out = append(out, t.value)
		}
	}
	return out
}
