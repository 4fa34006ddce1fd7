package link

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"

	"gopkg.in/yaml.v3"

	"github.com/cncfgraph/cncfgraph/internal/pattern"
)

// Words is what the linker knows about language: which names are words or
// companies too and what tells them apart, other names that hold a project's
// name, and how words may be joined to a name. ReadWords makes one.
type Words struct {
	senses    map[string]*sense // by key; nil for a name that is only a name
	other     []string          // names in which nothing is linked, unless an entry bears them
	forbidden []string          // names that are never linked
	aliases   []aliasRule
	mistyped  map[string]bool // keys of names whose misspellings are common
	ordinary  wordSet         // words of English
	grammar   grammar
	joins     joins

	staffNear  vicinity // words that make a name near them a company's
	makerVerbs vicinity // what companies do and software does not
}

// aliasRule gives a project other names.
type aliasRule struct {
	at                  string // file:line
	project             string // name or id
	names, misspellings []string
}

var yamlLine = pattern.Lazy(`(?s)^(?:yaml: )?(?:unmarshal errors:\s+)?line (\d+): ([^\n]*)`)

// ReadWords reads a words file; data/words.yaml says what stands in one. An
// unknown key, a value of the wrong kind or a name told twice is an error that
// says name:line; that of an unknown key says which keys there are.
func ReadWords(name string, data []byte) (*Words, error) {
	f, err := parseWords(name, data)
	if err != nil {
		return nil, err
	}
	return newWords(name, f)
}

// CompactWords returns a words file in the form in which the program holds that of the
// project: without lines, it is read several times as quickly. The errors are those of
// ReadWords.
func CompactWords(name string, data []byte) ([]byte, error) {
	f, err := parseWords(name, data)
	if err == nil {
		_, err = newWords(name, f)
	}
	if err != nil {
		return nil, err
	}
	return json.Marshal(f)
}

// readCompact reads what CompactWords returns.
func readCompact(name string, data []byte) (*Words, error) {
	var f wordsFile
	if err := json.Unmarshal(data, &f); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return newWords(name, &f)
}

// parseWords reads a words file in YAML.
func parseWords(name string, data []byte) (*wordsFile, error) {
	var f wordsFile
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	if err := d.Decode(&f); err != nil && !errors.Is(err, io.EOF) {
		if m := yamlLine().FindStringSubmatch(err.Error()); m != nil {
			return nil, fmt.Errorf("%s:%s: %s", name, m[1], inWords(m[2]))
		}
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return &f, nil
}

// newWords returns the words of the file with the name.
func newWords(name string, f *wordsFile) (*Words, error) {
	w := &Words{
		senses: map[string]*sense{}, mistyped: map[string]bool{},
		other: valuesOf(f.Other), forbidden: valuesOf(f.Forbidden),
		ordinary: f.English, grammar: f.Grammar, joins: f.Joins,
		staffNear: newVicinity(f.Grammar.StaffNear), makerVerbs: newVicinity(f.Grammar.MakerVerbs),
	}
	for _, t := range f.Mistyped {
		key, _, _ := keyOf(t.value)
		w.mistyped[key] = true
	}
	for _, a := range f.Aliases {
		if a.Project.value == "" {
			return nil, fmt.Errorf("%s:%d: an alias without a project", name, a.firstLine())
		}
		w.aliases = append(w.aliases, aliasRule{
			at: fmt.Sprintf("%s:%d", name, a.Project.line), project: a.Project.value,
			names: valuesOf(a.Names), misspellings: valuesOf(a.Misspellings),
		})
	}
	if err := w.readSenses(f); err != nil {
		return nil, fmt.Errorf("%s:%w", name, err)
	}
	return w, nil
}

// With returns w corrected by more: its aliases and forbidden names count, and
// where both tell the sense of a name, more does. Language as such (grammar,
// joins, English) stays w's.
func (w *Words) With(more *Words) *Words {
	out := *w
	out.senses, out.mistyped = maps.Clone(w.senses), maps.Clone(w.mistyped)
	maps.Copy(out.senses, more.senses)
	maps.Copy(out.mistyped, more.mistyped)
	out.other = slices.Concat(w.other, more.other)
	out.forbidden = slices.Concat(w.forbidden, more.forbidden)
	out.aliases = slices.Concat(w.aliases, more.aliases)
	return &out
}

// readSenses fills the senses from the ambiguous words, the companies and the
// distinct names of f.
func (w *Words) readSenses(f *wordsFile) error {
	for _, g := range f.Ambiguous {
		prior, ok := priors[g.Prior.value]
		if !ok {
			return fmt.Errorf("%d: prior %q: want sure, likely, even, unlikely or rare", g.Prior.line, g.Prior.value)
		}
		if err := w.give(&sense{prior: prior, verb: g.Verb, proper: g.Proper, company: g.Company, word: true}, g.group); err != nil {
			return err
		}
	}
	for _, g := range f.Companies {
		prior, ok := companyPriors[g.Software.value]
		if !ok {
			return fmt.Errorf("%d: software %q: want usual or rare", g.Software.line, g.Software.value)
		}
		if err := w.give(&sense{company: true, prior: prior}, g.group); err != nil {
			return err
		}
	}
	return w.give(nil, group{Names: f.Distinct})
}

// give makes s, with the words and phrases of g, the sense of the names of g.
func (w *Words) give(s *sense, g group) error {
	if s != nil {
		not, err := phrases(g.Not)
		if err != nil {
			return err
		}
		s.beside, s.against, s.not = newVicinity(g.Beside), newVicinity(g.Against), not
	}
	for _, n := range g.Names {
		key, _, _ := keyOf(n.value)
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

// apply adds the other names that the rules give to entries. A rule for a
// project that is not there is an error.
func (w *Words) apply(entries []Entry) ([]Entry, error) {
	entries = slices.Clone(entries)
	for _, a := range w.aliases {
		i := slices.IndexFunc(entries, func(e Entry) bool { return e.ID == a.project || e.Name == a.project })
		if i < 0 {
			return nil, fmt.Errorf("%s: no project %q", a.at, a.project)
		}
		entries[i].Names = slices.Concat(entries[i].Names, a.names)
		entries[i].Misspellings = slices.Concat(entries[i].Misspellings, a.misspellings)
	}
	return entries, nil
}
