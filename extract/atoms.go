package extract

import (
	"strings"
	"unicode/utf8"
)

// atom is one part of a list of people.
type atom struct {
	passage
	comma bool // what stands before it parts people from employers too
}

// atomSeparators part people, and people and their employers, outside of brackets.
var atomSeparators = newWordIndex([]string{" & ", "＆", " and ", " と ", "、", "，", ", ", ";", "；", " × ", " x ", "／", " / ", " + ", " | ", "&", "，"})

// atomsOf splits p at the separators that stand outside of brackets.
func atomsOf(p passage) []atom {
	var out []atom
	s := p.text()
	start, depth, comma := 0, 0, false
	add := func(end int) {
		if a := p.sub(start, end).trim(""); !a.empty() {
			out = append(out, atom{a, comma})
		}
	}
	for i := 0; i < len(s); {
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
				comma = sep == ", " || sep == "，" || sep == "／" || sep == " / "
				i = start
				continue
			}
		}
		i += n
	}
	add(len(s))
	return out
}

func separatorAt(s string, i int) string {
	for _, sep := range atomSeparators[s[i]] {
		if strings.HasPrefix(s[i:], sep) {
			return sep
		}
	}
	// "Aさん/Bさん", "A/B" in Japanese.
	if s[i] == '/' && i > 0 && s[i-1] >= utf8.RuneSelf {
		return "/"
	}
	return ""
}
