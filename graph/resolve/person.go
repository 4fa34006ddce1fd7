package resolve

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// person is the name of a person, taken apart.
type person struct {
	parts  []string // given names, family names, in the order written
	sorted []string // the same, sorted
	keys   []string // the parts in every order, without gaps; equal names share one
	script *unicode.RangeTable
	full   bool // more than a first name or a nickname
}

// named is a name and where it is said.
type named struct {
	person
	at fact
}

func (n named) says(o named) bool { return slices.Equal(n.parts, o.parts) }

// scripts in which names are told apart. Names in two of them cannot be compared.
var scripts = [...]*unicode.RangeTable{
	unicode.Latin, unicode.Han, unicode.Hangul, unicode.Katakana, unicode.Hiragana, unicode.Cyrillic,
	unicode.Greek, unicode.Hebrew, unicode.Arabic, unicode.Devanagari, unicode.Thai,
}

// titleWords stand in front of a name, and honorifics behind it.
var (
	titleWords = set("dr prof mr mrs ms")
	honorifics = [...]string{"さん", "氏", "様", "先生", "님", "くん", "ちゃん"}
)

// parsePerson takes a name apart. What stands in brackets is no part of it, nor
// are titles and honorifics; single letters are not where other parts suffice.
func parsePerson(s string) person {
	s = withoutBrackets(fold(s))
	for _, h := range honorifics {
		s = strings.TrimSuffix(strings.TrimSpace(s), h)
	}
	s = strings.Map(dropApostrophe, s)
	var p person
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return runOf(r) == gap }) {
		if !titleWords[part] {
			p.parts = append(p.parts, part)
		}
	}
	p.sorted = slices.Sorted(slices.Values(p.parts))
	whole := strings.Join(p.parts, "")
	p.script = scriptOf(whole)
	long := slices.DeleteFunc(slices.Clone(p.parts), func(part string) bool { return len(part) == 1 })
	unparted := p.script == unicode.Han || p.script == unicode.Hangul
	p.full = p.script != nil && (len(long) > 1 || unparted && utf8.RuneCountInString(whole) >= 3)
	if len(long) < 2 {
		long = p.parts
	}
	p.keys = orders(long)
	return p
}

// withoutBrackets returns s without what stands in brackets, and these.
func withoutBrackets(s string) string {
	for {
		from := strings.IndexAny(s, "([【〔")
		if from < 0 {
			return s
		}
		to := strings.IndexAny(s[from:], ")]】〕")
		if to < 0 {
			return s
		}
		_, size := utf8.DecodeRuneInString(s[from+to:])
		s = s[:from] + " " + s[from+to+size:]
	}
}

// scriptOf returns the one script that s is written in, nil for several.
func scriptOf(s string) *unicode.RangeTable {
	for _, script := range scripts {
		if s != "" && strings.IndexFunc(s, func(r rune) bool {
			return !unicode.Is(script, r) && r != 'ー' && r != '々' && !unicode.IsMark(r)
		}) < 0 {
			return script
		}
	}
	return nil
}

// orders returns the parts joined in every order; of more than three parts as
// they are and sorted.
func orders(parts []string) []string {
	var keys []string
	switch len(parts) {
	case 0:
		return nil
	case 1, 2, 3:
		keys = permute(nil, "", parts)
	default:
		keys = []string{strings.Join(parts, ""), strings.Join(slices.Sorted(slices.Values(parts)), "")}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

func permute(keys []string, prefix string, parts []string) []string {
	if len(parts) == 0 {
		return append(keys, prefix)
	}
	for i, p := range parts {
		keys = permute(keys, prefix+p, slices.Delete(slices.Clone(parts), i, i+1))
	}
	return keys
}

// kinship is how far two names agree. Higher is closer.
type kinship uint8

const (
	strangers kinship = iota // two full names that have no part in common
	namesakes                // two full names that have a part in common
	undecided                // names that cannot be compared
	shortened                // one name in full and for short
	sameNamed                // one name
)

// comparePersons returns how far the names agree.
func comparePersons(a, b person) kinship {
	if sharesAny(a.keys, b.keys) {
		if initialsDiffer(a.parts, b.parts) {
			return namesakes
		}
		return sameNamed
	}
	if a.script == nil || a.script != b.script {
		return undecided
	}
	if isShortFor(a.parts, b.parts) || isShortFor(b.parts, a.parts) {
		return shortened
	}
	switch {
	case !a.full || !b.full:
		return undecided
	case sharesAny(a.sorted, b.sorted):
		return namesakes
	}
	return strangers
}

// sharesAny tells whether two sorted lists have an element in common.
func sharesAny[T int32 | num | string](a, b []T) bool {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			return true
		}
	}
	return false
}

// initialsDiffer tells whether both have a single letter, and not the same ones.
func initialsDiffer(a, b []string) bool {
	initials := func(parts []string) string {
		var s []string
		for _, p := range parts {
			if len(p) == 1 {
				s = append(s, p)
			}
		}
		slices.Sort(s)
		return strings.Join(s, "")
	}
	x, y := initials(a), initials(b)
	return x != "" && y != "" && x != y
}

// isShortFor tells whether short is long with parts left out or cut short, or
// misspelt: every part of short stands for another one of long, and one of them
// is the same. Where parts are not parted, short is how long begins or ends.
func isShortFor(short, long []string) bool {
	if len(short) > len(long) || len(short) == 0 {
		return false
	}
	if len(short) == 1 && len(long) == 1 {
		n := utf8.RuneCountInString(short[0])
		return runOf([]rune(short[0])[0]) == ideographs && n >= 2 && n < utf8.RuneCountInString(long[0]) &&
			(strings.HasPrefix(long[0], short[0]) || strings.HasSuffix(long[0], short[0]))
	}
	left, same := slices.Clone(long), false
	for _, s := range short {
		i := slices.Index(left, s)
		same = same || i >= 0 && len(s) > 1
		if i < 0 {
			i = slices.IndexFunc(left, func(l string) bool {
				return len(s) == 1 && l[0] == s[0] || len(l) == 1 && l[0] == s[0] || len(s) >= 3 && strings.HasPrefix(l, s) ||
					len(l) >= 3 && strings.HasPrefix(s, l) || isSlip(s, l)
			})
		}
		if i < 0 {
			return false
		}
		left = slices.Delete(left, i, i+1)
	}
	return same
}

// FullNameKey returns what all forms of one full name have in common: those in
// another order, case or width, without accents, titles and honorifics. It is empty
// for what is less than a full name.
func FullNameKey(name string) string {
	p := parsePerson(name)
	if !p.full || len(p.keys) == 0 {
		return ""
	}
	return p.keys[0]
}
