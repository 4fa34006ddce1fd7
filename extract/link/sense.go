package link

import (
	"fmt"
	"strings"
)

// sense says how to tell a name from the word or the company that it also is.
// Weights are log odds: 0 is as likely the project as not, 2.2 is nine to one.
type sense struct {
	word    bool     // an ordinary word, or a name of another trade
	company bool     // a company too
	exact   bool     // so short that its letter case counts
	words   bool     // several ordinary words, told from a phrase by their capitals
	prior   float64  // that the project is meant, before anything is looked at
	verb    bool     // the word is a verb too
	proper  bool     // a person or a place too: its capital tells nothing
	beside  vicinity // words beside it that speak for the project
	against vicinity // … and that speak against it
	not     []phrase // phrases in which it is the word
}

// priors of ordinary words.
var priors = map[string]float64{"sure": 4.5, "likely": 1.2, "even": -0.7, "unlikely": -2.2, "rare": -3.8}

// companyPriors of companies with their product under one name.
var companyPriors = map[string]float64{"usual": 2.5, "rare": -3}

var (
	unlisted  = sense{word: true, prior: -1.5}             // an ordinary word that no group names
	short     = sense{word: true, prior: 0.3, exact: true} // three letters or less
	allWords  = sense{word: true, prior: 3, words: true}   // several words, each ordinary
	threeWide = 3
)

// sense returns how to tell what s means, nil where it is only a name.
func (w *Words) sense(s *surface) *sense {
	if given, ok := w.senses[s.key]; ok {
		return given
	}
	switch {
	case len(s.entries) == 0 || class[s.key[0]] == high:
		return nil
	case w.ordinary[s.key]:
		return &unlisted
	case len(s.key) <= threeWide && !strings.ContainsAny(s.key, "0123456789"):
		return &short
	}
	parts := strings.FieldsFunc(s.forms[0], func(r rune) bool { return r == ' ' || r == '-' })
	if len(parts) < 2 {
		return nil
	}
	for _, p := range parts {
		if !w.ordinary[strings.ToLower(p)] {
			return nil
		}
	}
	return &allWords
}

// phrase is a run of words around a name; "~" stands for the name.
type phrase struct {
	text   string   // as it was written
	before []string // nearest first, in lower case
	after  []string // nearest first; one outside ASCII is the start of what follows
}

func phrases(list []text) ([]phrase, error) {
	var out []phrase
	for _, t := range list {
		before, after, marked := strings.Cut(strings.ToLower(t.value), "~")
		if !marked || before+after == "" {
			return nil, fmt.Errorf("%d: phrase %q: want \"~\" for the name and a word beside it", t.line, t.value)
		}
		p := phrase{text: t.value, after: strings.Fields(after)}
		for _, b := range strings.Fields(before) {
			p.before = append([]string{b}, p.before...)
		}
		out = append(out, p)
	}
	return out, nil
}

// fits tells whether the phrase stands around a name.
func (p phrase) fits(c *context) bool {
	for i, b := range p.before {
		if i >= c.nBefore || c.before[i].parts || c.before[i].word != b {
			return false
		}
	}
	for i, a := range p.after {
		if i >= c.nAfter || c.after[i].parts {
			return false
		}
		if got := c.after[i].word; got != a && (class[a[0]] != high || !strings.HasPrefix(got, a)) {
			return false
		}
	}
	return true
}

// vicinity is a set of words to meet near a name.
type vicinity struct {
	words  wordSet
	beyond []string  // those outside ASCII, found inside runs of characters
	first  [256]bool // the bytes that words of ASCII start with
}

func newVicinity(words wordSet) vicinity {
	v := vicinity{words: words, beyond: words.beyondASCII()}
	for w := range words {
		v.first[w[0]] = true
	}
	return v
}

// has tells whether word is in the set; in a script without spaces, whether it
// holds one that is.
func (v *vicinity) has(word string) bool {
	if v.first[word[0]] && v.words[word] {
		return true
	}
	_, found := containsAny(word, v.beyond)
	return found
}

// hasAnyCase is has for a word in any case.
func (v *vicinity) hasAnyCase(word string) bool {
	var buffer [longWord]byte
	if class[word[0]] == high || len(word) > len(buffer) {
		return v.has(lowerWord(word))
	}
	for i := range len(word) {
		if class[word[i]] == high {
			return v.has(lowerWord(word))
		}
		buffer[i] = lower[word[i]]
	}
	return v.words[string(buffer[:len(word)])]
}

// containsAny returns the first of list that a word outside ASCII holds.
func containsAny(word string, list []string) (string, bool) {
	if class[word[0]] == high {
		for _, w := range list {
			if strings.Contains(word, w) {
				return w, true
			}
		}
	}
	return "", false
}
