package extract

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// atom is one part of a list of people.
type atom struct {
	passage
	comma bool // what stands before it parts people from employers too
}

// atomSeparators part people, and people and their employers, outside of brackets.
var atomSeparators = newWordIndex([]string{", and ", ", & ", " & ", "＆", " and ", " と ", "、", "，", ", ", ";", "；", " × ", " x ", "／", " / ", " + ", " | ", "&", "，", "と"})

// fewAtoms has room for the atoms of most lists.
type fewAtoms [4]atom

// of splits p at the separators that stand outside of brackets.
func (f *fewAtoms) of(p passage) []atom {
	out := f[:0]
	s := p.text()
	start, depth, comma := 0, 0, false
	add := func(end int) {
		if a := p.sub(start, end).trim(""); !a.empty() {
			out = append(out, atom{a, comma})
		}
	}
	for i := 0; i < len(s); {
		if c := s[i]; c|0x20 >= 'a' && c|0x20 <= 'z' || i+2 < len(s) && (c == 0xE3 && s[i+1] > 0x80 && !strings.HasPrefix(s[i:], "と") || c >= 0xE4 && c <= 0xED) {
			i++ // a letter: nothing that parts or brackets
			for c >= 0xE3 && i < len(s) && !utf8.RuneStart(s[i]) {
				i++
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch r {
		case '(', '（', '[', '【':
			depth++
		case ')', '）', ']', '】':
			depth = max(depth-1, 0)
		}
		if depth == 0 {
			sep := separatorAt(s, i)
			if s[i] == ' ' && strings.HasPrefix(s[i:], " @") && strings.Contains(s[start:i], "@") {
				sep = " " // "@a @b"
			}
			if sep != "" {
				add(i)
				start = i + len(sep)
				comma = sep == ", " || sep == "，" || sep == "／" || sep == " / " || sep == "、" && linkEnds(p, i)
				i = start
				continue
			}
		}
		i += n
	}
	add(len(s))
	return out
}

// linkEnds tells whether a link of p ends right before i: "[A](…)、Company".
func linkEnds(p passage, i int) bool {
	return p.of != nil && len(p.of.links) > 0 && slices.ContainsFunc(p.links(), func(a anchor) bool { return a.end == i })
}

func separatorAt(s string, i int) string {
	for _, sep := range atomSeparators.at(s[i]) {
		if strings.HasPrefix(s[i:], sep) && !(sep == ", " && corporate(s[i+len(sep):])) && !(sep == "と" && !honouredBefore(s, i)) {
			return sep
		}
	}
	// "Aさん/Bさん", "A/B" in Japanese.
	if s[i] == '/' && i > 0 && s[i-1] >= utf8.RuneSelf {
		return "/"
	}
	return ""
}

// corporate tells whether s begins with what stands behind the comma in the name of a
// company: "Initech, Inc.".
func corporate(s string) bool {
	for _, form := range [...]string{"Inc", "Ltd", "LLC", "GmbH", "Corp", "Co."} {
		if rest, ok := strings.CutPrefix(s, form); ok && (rest == "" || !handleByte(rest[0])) {
			return true
		}
	}
	return false
}

// honouredBefore tells whether an honorific ends at i: "AさんとBさん".
func honouredBefore(s string, i int) bool {
	return anySuffix(s[:i], []string{"さん", "氏", "様"})
}
