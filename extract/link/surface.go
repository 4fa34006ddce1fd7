package link

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/cncfgraph/cncfgraph/internal/pattern"
)

// surface is a name as it is looked up: one key, and all that may be meant by it.
type surface struct {
	key     string
	forms   []string // as the entries write it, the best first
	gaps    uint64   // bit i: a form has a space or hyphen before the key's byte i
	splits  uint64   // bit i: it has, or a capital begins a word there: "FluentBit"
	entries []int32  // indices of the entries that bear the name, the best first
	rank    rank     // how the best of them bears it
	sense   *sense   // how to tell it from a word or a company; nil for a name that is only a name
}

// rank is how an entry bears a name; the lesser is the better claim.
type rank int

const (
	forbidden rank = iota // no entry, though one may bear it
	ownName
	alias
	blocker    // no entry: another name that holds one
	derived    // from the name: an acronym in brackets, a name without its maker
	misspelled // a known wrong form
)

// trust tells how far the name, wherever it stands, is a project's: 1 for a name
// that is only a name, 0 for one that says nothing.
func (s *surface) trust() float64 {
	switch {
	case len(s.entries) == 0:
		return 0
	case s.sense == nil, s.sense.company && s.sense.prior > priors["likely"], s.sense.prior >= priors["sure"]:
		return 1
	case s.sense.prior >= priors["likely"]:
		return 0.5
	}
	return 0
}

// reason says why a surface of this rank is linked.
func (r rank) reason() string {
	switch r {
	case ownName:
		return "exact name"
	case misspelled:
		return "known misspelling"
	}
	return "other name"
}

// surfaces gathers the surfaces of entries and the blocking names of words.
func surfaces(entries []Entry, words *Words) []surface {
	most := len(words.other) + len(words.forbidden)
	for _, e := range entries {
		most += 1 + len(e.Names) + len(e.Misspellings)
	}
	b := builder{index: make(map[string]int, most), surfaces: make([]surface, 0, most+most/8)} // some have derived names
	for i, e := range entries {
		b.add(e.Name, int32(i), ownName)
		for _, n := range e.Names {
			b.add(n, int32(i), alias)
		}
		for _, n := range derivedNames(e.Name) {
			b.add(n, int32(i), derived)
		}
		for _, n := range e.Misspellings {
			b.add(n, int32(i), misspelled)
		}
	}
	for _, n := range words.other {
		b.add(n, -1, blocker)
	}
	for _, n := range words.forbidden {
		b.add(n, -1, forbidden)
	}
	for i := range b.surfaces {
		s := &b.surfaces[i]
		s.sense = words.sense(s)
	}
	return b.surfaces
}

type builder struct {
	surfaces []surface
	index    map[string]int
}

// add gives entry (-1 for none) the name form. A better claim ousts a worse one:
// the name of one entry is not another's by derivation.
func (b *builder) add(form string, entry int32, r rank) {
	key, gaps, splits := keyOf(form)
	if key == "" {
		return
	}
	i, known := b.index[key]
	if !known {
		i = len(b.surfaces)
		b.index[key] = i
		b.surfaces = append(b.surfaces, surface{key: key, rank: r})
	}
	s := &b.surfaces[i]
	switch {
	case r > s.rank:
		return
	case r < s.rank:
		s.rank, s.entries, s.forms = r, nil, nil
	}
	if entry >= 0 && !contains(s.entries, entry) {
		s.entries = append(s.entries, entry)
	}
	if !contains(s.forms, form) {
		s.forms = append(s.forms, form)
	}
	s.gaps |= gaps
	s.splits |= splits
}

func contains[T comparable](list []T, x T) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}

// keyOf returns the key of a name, where in it there are spaces and hyphens, and
// where it may be parted: there and before inner capitals.
func keyOf(form string) (key string, gaps, splits uint64) {
	form = norm.NFKC.String(form)
	var b strings.Builder
	prev := ' '
	for _, r := range form {
		switch {
		case unicode.IsSpace(r), r == '-', r == '_', r == '\u30FB', r >= 0x2010 && r <= 0x2013:
			prev = ' '
			continue
		case b.Len() >= 64 || b.Len() == 0:
		case prev == ' ':
			gaps |= 1 << b.Len()
			splits |= 1 << b.Len()
		case unicode.IsUpper(r) && unicode.IsLower(prev):
			splits |= 1 << b.Len()
		}
		b.WriteRune(unicode.ToLower(r))
		prev = r
	}
	return b.String(), gaps, splits
}

var (
	inBrackets = pattern.Lazy(`^(.+?)\s*[(（]([^()（）]+)[)）]$`)
	acronym    = pattern.Lazy(`^[A-Za-z0-9]*[A-Z][A-Za-z0-9-]*$`)
	byMaker    = pattern.Lazy(`^(\S.*?) by [A-Z]\S*$`)
	apache     = pattern.Lazy(`^Apache (\S+)$`)
	article    = pattern.Lazy(`^The (\S.*)$`)
)

// derivedNames returns names that follow from the form of name: both halves of
// "Open Policy Agent (OPA)", "KubeDB" of "KubeDB by AppsCode", "Kafka" of
// "Apache Kafka". A "(Wasm)" is told from its namesake only by that word, and a
// remark such as "(member)" or "(formerly …)" is no name.
func derivedNames(name string) []string {
	var names []string
	if !strings.ContainsAny(name, " (（") {
		return nil // as most
	}
	if m := inBrackets().FindStringSubmatch(name); m != nil {
		if strings.EqualFold(m[2], "wasm") {
			return nil
		}
		names = append(names, m[1])
		if acronym().MatchString(m[2]) {
			names = append(names, m[2])
		}
		name = m[1]
	}
	for _, re := range []*regexp.Regexp{byMaker(), apache(), article()} {
		if m := re.FindStringSubmatch(name); m != nil && len(m[1]) > 2 {
			names = append(names, m[1])
		}
	}
	return names
}
