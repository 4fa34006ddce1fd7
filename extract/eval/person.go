package eval

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cncfgraph/cncfgraph/extract"
)

// is tells whether got is the speaker s: by handle, by name in any order of its
// words, or by a part of the name that is at least half of it.
func (s Speaker) is(got extract.Speaker) bool {
	if h := bareHandle(s.Handle); h != "" && h == bareHandle(string(got.Handle)) {
		return true
	}
	a, b := normal(s.Name), normal(string(got.Name))
	switch {
	case a == "" || b == "":
		return false
	case a == b, slices.Equal(words(s.Name), words(string(got.Name))):
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	short, long := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	return short >= 4 && long <= 2*short && strings.Contains(b, a)
}

// bareHandle returns a handle as handles are compared.
func bareHandle(h string) string { return folded(strings.TrimLeft(h, "@")) }

// words returns the words of a name in byte order, without case.
func words(name string) []string {
	w := strings.FieldsFunc(folded(name), isSpace)
	slices.Sort(w)
	return w
}
