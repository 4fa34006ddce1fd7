package vocab

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
)

// Kind is a kind of entity, as the command line names it and as the IRIs of its
// entities carry it.
type Kind string

// The kinds of entities.
const (
	KindProject      Kind = "project"
	KindCategory     Kind = "category"
	KindTalk         Kind = "talk"
	KindEvent        Kind = "event"
	KindSpeaker      Kind = "speaker"
	KindOrganization Kind = "organization"
	KindSource       Kind = "source"
)

// Kinds lists the kinds of entities that have IRIs under Base.
var Kinds = [...]Kind{KindProject, KindCategory, KindTalk, KindEvent, KindSpeaker, KindOrganization, KindSource}

// Entity returns the IRI of the entity of kind k with the id slug, which Slug
// or ScopedID made. An id that would not make a valid IRI is percent-encoded.
func Entity(k Kind, slug string) rdf.Term {
	return rdf.NewIRI(Base + string(k) + "/" + escape(slug))
}

// KindOf returns the kind and the id of the entity with the given IRI.
func KindOf(iri string) (k Kind, id string, ok bool) {
	rest, ok := strings.CutPrefix(iri, Base)
	if !ok {
		return "", "", false
	}
	name, id, ok := strings.Cut(rest, "/")
	if !ok || id == "" {
		return "", "", false
	}
	for _, k := range Kinds {
		if name == string(k) {
			return k, id, true
		}
	}
	return "", "", false
}

// Slug returns name as an id: NFKC, case-folded, letters, marks and digits of
// every script kept, all else turned into single hyphens, with "+" spelt out
// ("C++" is c-plus-plus) and "#" too at the end of a word ("C#" is c-sharp, but
// "Meetup#1" is meetup-1). It is empty where name has no letter and no digit.
func Slug(name string) string {
	var buf [64]byte
	if slug, ok := appendPlainSlug(buf[:0], name); ok {
		return string(slug)
	}
	return foldedSlug(name)
}

// appendPlainSlug appends the slug of a name of ASCII to dst; false where the name holds
// what has to be folded or spelt out. It touches none of the tables of Unicode.
func appendPlainSlug(dst []byte, name string) ([]byte, bool) {
	start := len(dst)
	gap := false
	for i := range len(name) {
		c := name[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
		case c >= utf8.RuneSelf, c == '+', c == '#':
			return dst, false
		default:
			gap = true
			continue
		}
		if gap && len(dst) > start {
			dst = append(dst, '-')
		}
		gap = false
		dst = append(dst, c)
	}
	return dst, true
}

// foldedSlug is Slug for any name.
func foldedSlug(name string) string {
	var b strings.Builder
	gap, last := false, ' '
	word := func(s string) {
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteString(s)
	}
	folded := norm.NFKC.String(cases.Fold().String(norm.NFKC.String(name)))
	for i, r := range folded {
		r = foldCherokee(r)
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsNumber(r) || unicode.IsMark(r) && b.Len() > 0:
			word(string(r))
		case r == '+':
			gap = true
			word("plus")
			gap = true
		case r == '#' && unicode.IsLetter(last) && !wordStarts(folded[i+1:]):
			gap = true
			word("sharp")
			gap = true
		case unicode.Is(unicode.Cf, r):
			continue
		default:
			gap = true
		}
		last = r
	}
	return b.String()
}

// foldCherokee folds a letter of Cherokee, whose capitals are the folded form
// (Unicode's CaseFolding.txt); cases.Fold turns each case into the other there.
func foldCherokee(r rune) rune {
	switch {
	case r >= 0xAB70 && r <= 0xABBF:
		return r - 0xAB70 + 0x13A0
	case r >= 0x13F8 && r <= 0x13FD:
		return r - 8
	}
	return r
}

// wordStarts tells whether s begins with a letter or a digit.
func wordStarts(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}

// ScopedID returns an id for something named name that is told apart by scope,
// such as the key of the source that names it: the slug of name (cut to 60
// characters), and eight characters of a hash of scope and name. The same
// arguments always give the same id.
func ScopedID(name string, scope ...string) string {
	h := sha256.New()
	for _, s := range slices.Concat(scope, []string{name}) {
		h.Write(fmt.Appendf(nil, "%d:%s", len(s), s))
	}
	sum := strings.ToLower(base32.StdEncoding.EncodeToString(h.Sum(nil)[:5]))
	slug := []rune(Slug(name))
	if len(slug) > 60 {
		slug = slug[:60]
	}
	if len(slug) == 0 {
		return sum
	}
	return strings.TrimRight(string(slug), "-") + "-" + sum
}

// SourceKey returns the IRI of a source that key names: an absolute URL, or a
// "file:" IRI. Characters that no IRI may hold are percent-encoded. It is an
// error where key has no scheme or has a fragment, which is where lines go.
func SourceKey(key string) (rdf.Term, error) {
	if strings.Contains(key, "#") {
		return rdf.Term{}, fmt.Errorf("source key %q has a fragment; lines go there", key)
	}
	iri := escape(key)
	if !rdf.ValidIRI(iri) {
		return rdf.Term{}, fmt.Errorf("source key %q is no absolute IRI", key)
	}
	return rdf.NewIRI(iri), nil
}

// FileKey returns the key of the file at the slash-separated path inside the
// collection: "file:collection/path", percent-encoded.
func FileKey(collection, path string) string {
	u := url.URL{Path: collection + "/" + path}
	return "file:" + u.EscapedPath()
}

// PageIRI returns s as an IRI if it is an http or https URL, with characters
// that no IRI may hold percent-encoded; ok is false otherwise.
func PageIRI(s string) (rdf.Term, bool) {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return rdf.Term{}, false
	}
	iri := escape(s)
	return rdf.NewIRI(iri), rdf.ValidIRI(iri)
}

// escape percent-encodes what an IRI may not hold.
func escape(s string) string {
	if rdf.ValidIRI("x:" + s) {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if rdf.ValidIRI("x:"+s[i:i+1]) || s[i] >= 0x80 {
			b.WriteByte(s[i])
		} else {
			fmt.Fprintf(&b, "%%%02X", s[i])
		}
	}
	return strings.ToValidUTF8(b.String(), "%EF%BF%BD")
}
