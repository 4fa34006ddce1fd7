package draw

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// Lengths, in columns of a fixed-width font, where an East Asian character
// takes two.
const (
	lineColumns    = 24  // of a line of a node's label
	frameColumns   = 28  // of a line of a frame's label
	labelColumns   = 96  // of a whole label
	tooltipColumns = 400 // of a tooltip
)

// linkBytes is the length of the longest address that browsers take everywhere.
const linkBytes = 2000

// plain returns s as one line of text: without control, format and
// bidirectional characters, which could turn the text around it, and with each
// run of white space as one space. Joiners, which only shape letters, stay.
func plain(s string) string {
	if isPlain(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case isUnseen(r):
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// isPlain tells whether plain has nothing to do on s, which it has seldom.
func isPlain(s string) bool {
	last := ' '
	for _, r := range s {
		switch {
		case r == ' ':
			if last == ' ' {
				return false
			}
		case r == utf8.RuneError || isUnseen(r):
			return false
		}
		last = r
	}
	return last != ' ' || s == ""
}

// isUnseen tells whether r is white space, or a character that is not seen itself but
// could turn the text around it. Joiners are none of these.
func isUnseen(r rune) bool {
	if r > ' ' && r < 0x7F || r == '\u200C' || r == '\u200D' {
		return false
	}
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '\uFFFE' || r == '\uFFFF'
}

// legible returns s as it is drawn: as plain does, and without emoji, for which few
// machines that draw have a font. A text of nothing else stays.
func legible(s string) string {
	s = plain(s)
	if !strings.ContainsFunc(s, isEmoji) {
		return s
	}
	drawn := strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if isEmoji(r) {
			return -1
		}
		return r
	}, s)), " ")
	if drawn == "" {
		return s
	}
	return drawn
}

// isEmoji tells whether r is an emoji or belongs to one.
func isEmoji(r rune) bool {
	return r >= 0x1F000 && r <= 0x1FAFF || r >= 0x2600 && r <= 0x27BF || r == 0xFE0F || r == 0x20E3
}

// columns returns the width of r.
func columns(r rune) int {
	switch {
	case r < 0x300: // before the first mark
		return 1
	case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
		return 0
	case r >= 0x1100 && isWide(r), r >= 0x1F300 && r <= 0x1FAFF:
		return 2
	}
	return 1
}

// isWide tells whether r is an East Asian character of two columns.
func isWide(r rune) bool {
	k := width.LookupRune(r).Kind()
	return k == width.EastAsianWide || k == width.EastAsianFullwidth
}

// cut returns the beginning of s that fits in limit columns, with an ellipsis
// where something is left out.
func cut(s string, limit int) string {
	if len(s) <= limit { // no character has more columns than bytes
		return s
	}
	used, fits := 0, 0
	for i, r := range s {
		used += columns(r)
		if used > limit {
			return strings.TrimRight(s[:fits], " ") + "…"
		}
		if used < limit {
			fits = i + utf8.RuneLen(r)
		}
	}
	return s
}

// wrap splits s into lines of about equal length, at most limit columns: at
// spaces, between East Asian characters, and inside a longer word where it must.
func wrap(s string, limit int) []string {
	total := textColumns(s)
	lineCount := max(1, (total+limit-1)/limit)
	limit = min(limit, (total+lineCount-1)/lineCount+slack)
	var lines []string
	line := []rune{}
	used, breakAt := 0, 0 // breakAt: where the line may end, 0 for nowhere
	for _, r := range s {
		if r == ' ' || len(line) > 0 && breaks(line[len(line)-1], r) {
			breakAt = len(line)
		}
		if used+columns(r) > limit && len(line) > 0 {
			if breakAt == 0 {
				breakAt = len(line)
			}
			lines = append(lines, strings.TrimSpace(string(line[:breakAt])))
			line = []rune(strings.TrimLeft(string(line[breakAt:]), " "))
			used, breakAt = textColumns(string(line)), 0
		}
		if r != ' ' || len(line) > 0 {
			line = append(line, r)
			used += columns(r)
		}
	}
	return append(lines, strings.TrimSpace(string(line)))
}

// slack is how much longer than the average a line may be before it is split.
const slack = 4

// textColumns returns the width of s.
func textColumns(s string) int {
	n := 0
	for _, r := range s {
		n += columns(r)
	}
	return n
}

// breaks tells whether a line may end between the characters a and b without a
// space: beside an East Asian one, but not inside a word in katakana or Hangul,
// and not before a mark or a small character that belongs to the one before it.
func breaks(a, b rune) bool {
	if columns(a) != 2 && columns(b) != 2 || strings.ContainsRune("、。，．・：；？！）］｝」』】〉》々ぁぃぅぇぉっゃゅょ", b) {
		return false
	}
	for _, script := range [...]*unicode.RangeTable{unicode.Katakana, unicode.Hangul} {
		if unicode.Is(script, a) && (unicode.Is(script, b) || b == 'ー') || a == 'ー' && unicode.Is(script, b) {
			return false
		}
	}
	return true
}

// link returns address if a click may lead there, an absolute http or https URL,
// of at most linkBytes, in characters of which none ends an attribute or a string.
func link(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	text := u.String()
	for i := 0; i < len(text); i++ {
		if c := text[i]; c <= ' ' || c >= 0x7F || strings.IndexByte("\"'<>\\^`{|}", c) >= 0 {
			text = fmt.Sprintf("%s%%%02X%s", text[:i], c, text[i+1:])
		}
		if len(text) > linkBytes {
			return ""
		}
	}
	return text
}
