package rdf

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// ParseTerm returns the term that s is in N-Quads form, and nothing around it.
func ParseTerm(s string) (Term, error) {
	p := parser{text: s}
	t, err := p.term()
	if err == nil && p.pos != len(s) {
		err = errors.New("text behind the term")
	}
	if err != nil {
		return Term{}, p.fault(1, err)
	}
	return t, nil
}

// parser reads one line. pos is where the next character, or the fault, is.
type parser struct {
	text string
	pos  int
	last *Quad // the quad before, with which lines often begin alike; may be nil
}

// quad reads a statement; ok is false where the line holds none.
func (p *parser) quad() (q Quad, ok bool, err error) {
	if !utf8.ValidString(p.text) {
		for i, r := range p.text {
			if r == utf8.RuneError && !strings.HasPrefix(p.text[i:], "\uFFFD") {
				p.pos = i
				break
			}
		}
		return q, false, errors.New("invalid UTF-8")
	}
	p.space()
	if p.end() {
		return q, false, nil
	}
	last := p.last
	if last == nil {
		last = &Quad{}
	}
	if q.Subject, err = p.node(&last.Subject, &asSubject); err != nil {
		return q, false, err
	}
	if q.Predicate, err = p.node(&last.Predicate, &asPredicate); err != nil {
		return q, false, err
	}
	if q.Object, err = p.node(&last.Object, &asObject); err != nil {
		return q, false, err
	}
	if p.peek() != '.' {
		if q.Label, err = p.node(&last.Label, &asLabel); err != nil {
			return q, false, err
		}
	}
	if p.peek() != '.' {
		return q, false, errors.New("statement does not end in '.'")
	}
	p.pos++
	p.space()
	if !p.end() {
		return q, false, errors.New("text behind the statement")
	}
	return q, true, nil
}

// role is a place in a quad and the kinds of terms that are allowed there.
type role struct {
	name  string
	kinds [Literal + 1]bool
}

var (
	asSubject   = role{"subject", [...]bool{IRI: true, Blank: true, Literal: false}}
	asPredicate = role{"predicate", [...]bool{IRI: true, Literal: false}}
	asObject    = role{"object", [...]bool{IRI: true, Blank: true, Literal: true}}
	asLabel     = role{"label", [...]bool{IRI: true, Blank: true, Literal: false}}
)

// node reads a term in the role, and the white space behind it. Last is the term
// in this role of the quad before.
func (p *parser) node(last *Term, as *role) (Term, error) {
	if p.repeats(last) {
		p.pos += len(last.Value) + 2
		p.space()
		return *last, nil
	}
	start := p.pos
	t, err := p.term()
	if err != nil {
		return t, fmt.Errorf("%s: %w", as.name, err)
	}
	if !as.kinds[t.Kind] {
		p.pos = start
		return t, fmt.Errorf("%s: not allowed here", as.name)
	}
	p.space()
	return t, nil
}

// repeats tells whether the IRI last comes next, written without escapes.
func (p *parser) repeats(last *Term) bool {
	end := p.pos + 1 + len(last.Value)
	return last.Kind == IRI && end < len(p.text) && p.text[p.pos] == '<' && p.text[end] == '>' && p.text[p.pos+1:end] == last.Value
}

func (p *parser) term() (Term, error) {
	switch p.peek() {
	case '<':
		s, err := p.iri()
		return Term{Kind: IRI, Value: s}, err
	case '_':
		s, err := p.blank()
		return Term{Kind: Blank, Value: s}, err
	case '"':
		return p.literal()
	case 0:
		return Term{}, errors.New("missing term")
	}
	r, _ := utf8.DecodeRuneInString(p.text[p.pos:])
	return Term{}, fmt.Errorf("unexpected %q", r)
}

func (p *parser) iri() (string, error) {
	start := p.pos
	end := start + 1
	for end < len(p.text) && iriBytes[p.text[end]] {
		end++
	}
	if end < len(p.text) && p.text[end] == '>' {
		s := p.text[start+1 : end]
		if !hasScheme(s) {
			return "", errors.New("not an absolute IRI")
		}
		p.pos = end + 1
		return s, nil
	}
	return p.escapedIRI()
}

// escapedIRI reads an IRI with escapes, or says what is wrong with it.
func (p *parser) escapedIRI() (string, error) {
	start := p.pos
	p.pos++
	var b strings.Builder
	from := p.pos
	for p.pos < len(p.text) {
		c := p.text[p.pos]
		switch {
		case c == '>':
			b.WriteString(p.text[from:p.pos])
			p.pos++
			if s := b.String(); ValidIRI(s) {
				return s, nil
			}
			p.pos = start
			return "", errors.New("not an absolute IRI")
		case c == '\\':
			b.WriteString(p.text[from:p.pos])
			r, err := p.unicodeEscape()
			if err != nil {
				return "", err
			}
			b.WriteRune(r)
			from = p.pos
		case !iriBytes[c]:
			return "", fmt.Errorf("character %q in an IRI", c)
		default:
			p.pos++
		}
	}
	p.pos = start
	return "", errors.New("IRI without '>'")
}

func (p *parser) blank() (string, error) {
	if !strings.HasPrefix(p.text[p.pos:], "_:") {
		return "", errors.New("'_' without ':'")
	}
	p.pos += 2
	start := p.pos
	for p.pos < len(p.text) && blankByte(p.text[p.pos]) {
		p.pos++
	}
	for p.pos > start && p.text[p.pos-1] == '.' {
		p.pos--
	}
	if p.pos == start || p.text[start] == '-' || p.text[start] == '.' {
		return "", errors.New("blank node without a label")
	}
	return p.text[start:p.pos], nil
}

func blankByte(c byte) bool {
	return c >= 0x80 || c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == '_' || c == ':' || c == '-' || c == '.'
}

func (p *parser) literal() (Term, error) {
	value, err := p.quoted()
	if err != nil {
		return Term{}, err
	}
	switch {
	case strings.HasPrefix(p.text[p.pos:], "^^"):
		p.pos += 2
		if p.peek() != '<' {
			return Term{}, errors.New("datatype is not an IRI")
		}
		datatype, err := p.iri()
		return NewTyped(value, datatype), err
	case p.peek() == '@':
		p.pos++
		lang, err := p.lang()
		return NewLangString(value, lang), err
	}
	return NewString(value), nil
}

func (p *parser) quoted() (string, error) {
	start := p.pos
	p.pos++
	if i := strings.IndexAny(p.text[p.pos:], "\"\\\r"); i >= 0 && p.text[p.pos+i] == '"' {
		s := p.text[p.pos : p.pos+i]
		p.pos += i + 1
		return s, nil
	}
	var b strings.Builder
	from := p.pos
	for p.pos < len(p.text) {
		switch p.text[p.pos] {
		case '"':
			b.WriteString(p.text[from:p.pos])
			p.pos++
			return b.String(), nil
		case '\\':
			b.WriteString(p.text[from:p.pos])
			r, err := p.escape()
			if err != nil {
				return "", err
			}
			b.WriteRune(r)
			from = p.pos
		case '\r':
			return "", errors.New("line end in a literal")
		default:
			p.pos++
		}
	}
	p.pos = start
	return "", errors.New("literal without closing '\"'")
}

// lang reads [a-zA-Z]+ ('-' [a-zA-Z0-9]+)*.
func (p *parser) lang() (string, error) {
	start, part := p.pos, p.pos
	for ; p.pos < len(p.text); p.pos++ {
		c := p.text[p.pos]
		alpha := c|0x20 >= 'a' && c|0x20 <= 'z'
		digit := c >= '0' && c <= '9' && strings.Contains(p.text[start:p.pos], "-")
		if c == '-' && p.pos > part {
			part = p.pos + 1
			continue
		}
		if !alpha && !digit {
			break
		}
	}
	if p.pos == part {
		return "", errors.New("faulty language tag")
	}
	return p.text[start:p.pos], nil
}

func (p *parser) escape() (rune, error) {
	if p.pos+1 >= len(p.text) {
		return 0, errors.New("escape without a character")
	}
	const from, to = `tbnrf"'\`, "\t\b\n\r\f\"'\\"
	if i := strings.IndexByte(from, p.text[p.pos+1]); i >= 0 {
		p.pos += 2
		return rune(to[i]), nil
	}
	return p.unicodeEscape()
}

func (p *parser) unicodeEscape() (rune, error) {
	digits := 0
	if p.pos+1 < len(p.text) {
		switch p.text[p.pos+1] {
		case 'u':
			digits = 4
		case 'U':
			digits = 8
		}
	}
	end := p.pos + 2 + digits
	if digits == 0 || end > len(p.text) {
		return 0, errors.New("unknown escape")
	}
	n, err := strconv.ParseUint(p.text[p.pos+2:end], 16, 32)
	if err != nil || n > utf8.MaxRune || !utf8.ValidRune(rune(n)) {
		return 0, errors.New("escape is no character")
	}
	p.pos = end
	return rune(n), nil
}

// space passes over white space.
func (p *parser) space() {
	for p.pos < len(p.text) && (p.text[p.pos] == ' ' || p.text[p.pos] == '\t') {
		p.pos++
	}
}

// end tells whether nothing but a comment is left.
func (p *parser) end() bool { return p.pos == len(p.text) || p.text[p.pos] == '#' }

// peek returns the next byte, 0 at the end.
func (p *parser) peek() byte {
	if p.pos == len(p.text) {
		return 0
	}
	return p.text[p.pos]
}

// fault returns err as that of the place in the line at which p stands.
func (p *parser) fault(line int, err error) *SyntaxError {
	return &SyntaxError{Line: line, Column: 1 + utf8.RuneCountInString(p.text[:p.pos]), Msg: err.Error()}
}
