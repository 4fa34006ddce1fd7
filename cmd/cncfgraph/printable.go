package main

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// steers tells whether r is a control, format or bidirectional character, which could
// steer a terminal or turn the text around it. Joiners shape letters and emoji, and
// move nothing.
func steers(r rune) bool {
	if r >= ' ' && r < 0x7F {
		return false
	}
	return r != '\u200C' && r != '\u200D' && (unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp))
}

// printable returns s without the characters that steer, so that a name from a
// document cannot steer the terminal. Line breaks and tabs become spaces.
func printable(s string) string {
	if isPlain(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\u2028' || r == '\u2029':
			return ' '
		case steers(r):
			return -1
		}
		return r
	}, s)
}

// isPlain tells whether s is of printable characters of ASCII alone.
func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// escaped returns text with the characters that steer as \u or \U and their
// number, and line breaks and tabs as they are. A byte that is no UTF-8 becomes \x
// and its number.
func escaped(text []byte) []byte {
	out := make([]byte, 0, len(text))
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		switch {
		case r == utf8.RuneError && size == 1:
			out = fmt.Appendf(out, `\x%02x`, text[0])
		case r == '\n' || r == '\t' || !steers(r):
			out = append(out, text[:size]...)
		case r > 0xFFFF:
			out = fmt.Appendf(out, `\U%08x`, r)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
		text = text[size:]
	}
	return out
}

// shownText is a terminal on which text is shown that may hold anything: what steers
// is escaped, in whatever format a command writes.
type shownText struct {
	w    io.Writer
	rest []byte // the beginning of a character whose end is not written yet
}

// Write shows b.
func (t *shownText) Write(b []byte) (int, error) {
	text := append(t.rest, b...)
	whole := len(text)
	for i := max(0, len(text)-utf8.UTFMax+1); i < len(text); i++ {
		if utf8.RuneStart(text[i]) && !utf8.FullRune(text[i:]) {
			whole = i
			break
		}
	}
	shown := escaped(text[:whole])
	t.rest = append([]byte(nil), text[whole:]...)
	if _, err := t.w.Write(shown); err != nil {
		return 0, err
	}
	return len(b), nil
}

// Close shows what is left, which is no whole character.
func (t *shownText) Close() error {
	_, err := t.w.Write(escaped(t.rest))
	t.rest = nil
	return err
}
