package eval

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// ignored are the marks that names and titles may differ in.
const ignored = "-_/・〜~\"'`“”‘’「」『』()（）[]【】:：,.、。!！?？#*|"

// normal returns s as names and titles are compared: NFKC, without case, white
// space and marks.
func normal(s string) string {
	return strings.Map(func(r rune) rune {
		if isSpace(r) || strings.ContainsRune(ignored, r) {
			return -1
		}
		return r
	}, folded(norm.NFKC.String(s)))
}

// folded returns s without case.
func folded(s string) string { return cases.Fold().String(s) }

// isSpace tells whether r is white space: that of Unicode and the ASCII separators.
func isSpace(r rune) bool { return unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f }

// squeezed returns s without white space.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if isSpace(r) {
			return -1
		}
		return r
	}, s)
}

// digits returns the runs of digits in s, in order.
func digits(s string) []string {
	return strings.FieldsFunc(norm.NFKC.String(s), func(r rune) bool { return !unicode.IsDigit(r) })
}

// sameURL tells whether two addresses are one, but for scheme, "www.", case, query
// and fragment.
func sameURL(a, b string) bool {
	return a != "" && b != "" && bareURL(a) == bareURL(b)
}

// bareURL returns what sameURL compares.
func bareURL(u string) string {
	u = squeezed(u)
	for _, scheme := range [...]string{"https://", "http://", "//"} {
		if rest, ok := strings.CutPrefix(u, scheme); ok {
			u = strings.TrimPrefix(rest, "www.")
			break
		}
	}
	u, _, _ = strings.Cut(strings.TrimRight(u, "/"), "?")
	u, _, _ = strings.Cut(u, "#")
	return folded(u)
}

// near tells whether line is at most by lines away from one of the lines; a line
// of 0 is away from all.
func near(line, by int, lines ...int) bool {
	return line > 0 && slices.ContainsFunc(lines, func(l int) bool {
		return l > 0 && max(line-l, l-line) <= by
	})
}
