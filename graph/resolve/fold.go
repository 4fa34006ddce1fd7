package resolve

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// letters that no decomposition takes the ornament off.
var plainLetters = strings.NewReplacer("ł", "l", "ø", "o", "đ", "d", "ð", "d", "þ", "th", "æ", "ae", "œ", "oe", "ı", "i", "ß", "ss")

// maxText is how many bytes of a text are compared. Titles and names are far
// shorter; what is longer is none.
const maxText = 1000

// fold returns s as texts are compared: NFKC, without case, and without accents
// on letters. Marks that make other letters, as those of kana do, stay.
func fold(s string) string {
	if len(s) > maxText {
		s = strings.ToValidUTF8(s[:maxText], "")
	}
	if isASCII(s) {
		return strings.ToLower(s)
	}
	s = norm.NFD.String(cases.Fold().String(norm.NFKC.String(s)))
	var b strings.Builder
	accented := false
	for _, r := range s {
		if unicode.Is(unicode.Mn, r) && accented || unicode.Is(unicode.Cf, r) {
			continue
		}
		if !unicode.Is(unicode.Mn, r) {
			accented = unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic)
		}
		b.WriteRune(r)
	}
	return plainLetters.Replace(norm.NFC.String(b.String()))
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// kind is what a token is.
type kind uint8

const (
	word   kind = iota // letters of a script that parts words, or katakana
	piece              // two characters of a script that does not: Han, hiragana, Hangul
	number             // digits
)

// token is a part of a text.
type token struct {
	text string
	kind kind
}

// run is the class of a character: characters of one class make one run.
type run uint8

const (
	gap run = iota
	letters
	katakana
	digits
	ideographs
)

func runOf(r rune) run {
	switch {
	case r < 0x80:
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
			return letters
		case r >= '0' && r <= '9':
			return digits
		}
		return gap
	case r == 'ー' || unicode.Is(unicode.Katakana, r):
		return katakana
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Hangul) || r == '々':
		return ideographs
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return letters
	case unicode.IsDigit(r):
		return digits
	}
	return gap
}

// split returns the tokens of the folded text s, in order.
func split(s string) []token {
	runes := []rune(s)
	var tokens []token
	for i := 0; i < len(runes); {
		class := runOf(runes[i])
		end := i + 1
		for end < len(runes) && joins(runes, end, class) {
			end++
		}
		text := runes[i:end]
		i = end
		switch class {
		case letters, katakana:
			tokens = append(tokens, token{strings.Map(dropApostrophe, string(text)), word})
		case digits:
			tokens = append(tokens, token{trimNumber(string(text)), number})
			i += ordinalSuffix(runes[i:])
		case ideographs:
			tokens = appendPieces(tokens, text)
		}
	}
	return tokens
}

// maxInnerDigits is how many digits may stand inside a word.
const maxInnerDigits = 3

// joins tells whether the character at i belongs to the run of the class that
// goes on in front of it. Apostrophes part no words, a point or comma parts no
// number, and digits between letters ("k8s") are letters.
func joins(runes []rune, i int, class run) bool {
	r := runes[i]
	next := gap
	if i+1 < len(runes) {
		next = runOf(runes[i+1])
	}
	switch class {
	case letters:
		if runOf(r) == digits {
			end := min(i+maxInnerDigits, len(runes))
			for i < end && runOf(runes[i]) == digits {
				i++
			}
			return i < len(runes) && runOf(runes[i]) == letters
		}
		return runOf(r) == letters || dropApostrophe(r) < 0 && next == letters
	case digits:
		return runOf(r) == digits || r == '.' && next == digits
	}
	return class != gap && runOf(r) == class
}

// dropApostrophe is for strings.Map.
func dropApostrophe(r rune) rune {
	if r == '\'' || r == '’' {
		return -1
	}
	return r
}

// trimNumber drops leading zeros.
func trimNumber(s string) string {
	if trimmed := strings.TrimLeft(s, "0"); trimmed != "" && trimmed[0] != '.' {
		return trimmed
	}
	return s
}

// ordinalSuffix returns the length of the "th" that stands behind a number.
func ordinalSuffix(runes []rune) int {
	if len(runes) < 2 || len(runes) > 2 && runOf(runes[2]) == letters {
		return 0
	}
	switch string(runes[:2]) {
	case "st", "nd", "rd", "th":
		return 2
	}
	return 0
}

// appendPieces appends each two neighbouring characters of text, or its only one.
func appendPieces(tokens []token, text []rune) []token {
	if len(text) == 1 {
		return append(tokens, token{string(text), piece})
	}
	for i := range len(text) - 1 {
		tokens = append(tokens, token{string(text[i : i+2]), piece})
	}
	return tokens
}
