package resolve

import (
	"slices"
	"strings"
)

// occasionName is the name of an event, taken apart.
type occasionName struct {
	words    []string // in order
	sorted   []string
	numbered bool // names a year or an edition
}

// occasion is the name of an event and where it is said.
type occasion struct {
	occasionName
	at fact
}

func (o occasion) says(p occasion) bool { return slices.Equal(o.words, p.words) }

// reportWords stand around an event's name where something is said of it, or
// join its parts; they tell no two events apart.
var reportWords = set("a an and at by for in of on the report recap summary notes no nr number vol volume issue edition " +
	"イベントレポート レポート まとめ メモ レポ 参加 感想 회 제 回 第 号")

// occasionTerms gives words of events' names in the form in which they are
// compared.
var occasionTerms = map[string]string{
	"eu": "europe", "na": "north america", "kcd": "kubernetes community day", "days": "day",
	"cloudnativecon": "", "cloudnative": "cloud native",
}

// parseOccasion takes the name of an event apart. A venue behind "@" is no part
// of it.
func parseOccasion(s string) occasionName {
	s = fold(s)
	if at := strings.LastIndexByte(s, '@'); at > 0 {
		s = s[:at]
	}
	return parseFolded(s)
}

func parseFolded(s string) occasionName {
	n := occasionName{words: occasionWords(s)}
	n.sorted = slices.Sorted(slices.Values(n.words))
	n.numbered = slices.ContainsFunc(n.words, isNumber)
	return n
}

// occasionWords returns the words of s by which events are told apart.
func occasionWords(s string) []string {
	var words []string
	for _, t := range split(fold(s)) {
		text, ok := occasionTerms[t.text]
		if !ok {
			text = t.text
		}
		for w := range strings.FieldsSeq(text) {
			if !reportWords[w] {
				words = append(words, w)
			}
		}
	}
	return words
}

func isNumber(s string) bool { return s != "" && runOf(rune(s[0])) == digits }

// key returns the words in order, without gaps.
func (n occasionName) key() string { return strings.Join(n.words, "") }

// without returns n without the words of a place.
func (n occasionName) without(places []string) occasionName {
	in := func(w string) bool { return slices.Contains(places, w) }
	return occasionName{
		words:    slices.DeleteFunc(slices.Clone(n.words), in),
		sorted:   slices.DeleteFunc(slices.Clone(n.sorted), in),
		numbered: n.numbered,
	}
}

// equals tells whether the names are one but for the order of their words and
// the gaps in them.
func (n occasionName) equals(o occasionName) bool {
	return len(n.words) > 0 && (slices.Equal(n.sorted, o.sorted) || n.key() == o.key())
}

// includes tells whether n has every word of o, and more.
func (n occasionName) includes(o occasionName) bool {
	if len(o.words) == 0 || len(n.words) <= len(o.words) {
		return false
	}
	i := 0
	for _, w := range n.sorted {
		if i < len(o.sorted) && o.sorted[i] == w {
			i++
		}
	}
	return i == len(o.sorted)
}

// resembles tells whether the names are one but for slips of the pen.
func (n occasionName) resembles(o occasionName) bool {
	if len(n.words) != len(o.words) || len(n.words) == 0 {
		return false
	}
	for i, w := range n.words {
		if w != o.words[i] && (isNumber(w) || !isSlip(w, o.words[i])) {
			return false
		}
	}
	return true
}
