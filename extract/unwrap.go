package extract

import (
	"strings"
	"unicode"
)

// unwrap makes one line of those that an editor wrapped: prose in Latin letters goes on
// behind the end of such a line. Each end of a line becomes a space, so that nothing
// changes its place.
func (p *prose) unwrap() {
	var b []byte
	for i := 0; i < len(p.text); i++ {
		n := strings.IndexByte(p.text[i:], '\n')
		if n < 0 {
			break
		}
		if i += n; !p.wrappedAt(i) {
			continue
		}
		if b == nil {
			b = []byte(p.text)
		}
		b[i] = ' '
	}
	if b != nil {
		p.text, p.lines = string(b), nil
	}
}

// wrappedAt tells whether the line of p that ends at i goes on behind it: a link does,
// a sign of the line says so, or the next begins in small letters.
func (p *prose) wrappedAt(i int) bool {
	for _, a := range p.links {
		if a.start < i && i < a.end {
			return true
		}
	}
	before, after := strings.TrimRight(p.text[:i], " "), strings.TrimLeft(p.text[i+1:], " ")
	line := before[strings.LastIndexByte(before, '\n')+1:]
	if len(line) < minWrapped || after == "" || has(line, cjk) {
		return false
	}
	first := runeAfter(after, 0)
	return anySuffix(line, unfinished) && first != '-' && first != '*' ||
		len(line) >= surelyWrapped && unicode.IsLower(first) && !strings.Contains(strings.SplitN(after, "\n", 2)[0], "://")
}

// unfinished ends lines that go on.
var unfinished = []string{" -", " –", " —", ",", " &", " and", " by", " with", " of", " the", " a", " for", " to", " in", " on", " at", " from"}

// minWrapped is how many bytes a line has at least that an editor wrapped, links left
// out, and surelyWrapped that of one which no sign of its own says to go on.
const minWrapped, surelyWrapped = 12, 40
