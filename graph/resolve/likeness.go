package resolve

import (
	"slices"
	"strings"
)

// likeness is how far two titles agree. Higher is closer.
type likeness uint8

const (
	apart   likeness = iota
	unknown          // one of the two has no title
	related          // half of the one is in the other
	within           // the one is in the other, which says more
	near             // the same but for spelling and a word
	equal
)

// compareTitles returns how far a and b agree. Titles whose numbers differ are
// related at best, and so are titles that each have a word of their own: "part 1"
// and "part 2", "Helm in practice" and "Flux in practice" are different talks.
func compareTitles(a, b *title) likeness {
	if a.compact == b.compact && a.compact != "" {
		return equal
	}
	if a.text > b.text { // as the order may matter to words that are spelt alike
		a, b = b, a
	}
	sum, smaller := a.weight+b.weight, min(a.weight, b.weight)
	if smaller == 0 {
		return apart
	}
	if 6*commonWeight(a.parts, b.parts) < sum && !a.cut && !b.cut {
		return apart // far from it, whatever the spelling
	}
	onlyA, onlyB, common := difference(a.parts, b.parts)
	onlyA, onlyB, common = matchSpellings(onlyA, onlyB, common)
	contained := smaller >= minWithin && 10*common >= 9*smaller
	switch {
	case contained && (a.cut || b.cut):
		return within // whatever was cut off
	case 4*common < sum: // Dice < 0.5
		return apart
	case a.numbers != b.numbers, lacks(onlyA) && lacks(onlyB):
		return related
	case 5*common >= 2*sum: // Dice ≥ 0.8
		return near
	case contained:
		return within
	}
	return related
}

// minWithin is the least weight of a title that is looked for in a longer one.
const minWithin = 12

// lacks tells whether parts hold what makes a title another one: a word that
// says something, or two neighbouring characters where words are not parted.
func lacks(parts []part) bool {
	pieces := 0
	for _, p := range parts {
		switch {
		case p.kind == piece:
			pieces++
		case p.kind == word && !p.small && p.weight > 1:
			return true
		}
	}
	return pieces >= 2
}

// commonWeight returns the weight of the parts that both a and b have. Both are
// in order of id.
func commonWeight(a, b []part) (common int) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].id < b[j].id:
			i++
		case a[i].id > b[j].id:
			j++
		default:
			common += a[i].weight
			i++
			j++
		}
	}
	return common
}

// difference returns the parts that only one of a and b has, and the weight of
// those that both have. Both are in order of id.
func difference(a, b []part) (onlyA, onlyB []part, common int) {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].id < b[0].id:
			onlyA, a = append(onlyA, a[0]), a[1:]
		case a[0].id > b[0].id:
			onlyB, b = append(onlyB, b[0]), b[1:]
		default:
			common += a[0].weight
			a, b = a[1:], b[1:]
		}
	}
	return append(onlyA, a...), append(onlyB, b...), common
}

// matchSpellings takes words out of onlyA and onlyB that are one but for a slip
// of the pen, a plural, or a space within ("Open Telemetry").
func matchSpellings(onlyA, onlyB []part, common int) ([]part, []part, int) {
	byText := func(a, b part) int { return strings.Compare(a.text, b.text) }
	slices.SortFunc(onlyA, byText)
	slices.SortFunc(onlyB, byText)
	for i := 0; i < len(onlyA); i++ {
		for j := range onlyB {
			if sameWord(onlyA[i], onlyB[j]) {
				common += min(onlyA[i].weight, onlyB[j].weight)
				onlyA, onlyB = slices.Delete(onlyA, i, i+1), slices.Delete(onlyB, j, j+1)
				i--
				break
			}
		}
	}
	onlyA, onlyB, common = matchSplit(onlyA, onlyB, common)
	onlyB, onlyA, common = matchSplit(onlyB, onlyA, common)
	return onlyA, onlyB, common
}

// matchSplit takes each word of whole that two of halves make together.
func matchSplit(whole, halves []part, common int) ([]part, []part, int) {
	for i := 0; i < len(whole); i++ {
		if first, second, ok := halvesOf(whole[i].text, halves); ok {
			common += whole[i].weight
			whole = slices.Delete(whole, i, i+1)
			halves = slices.Delete(halves, max(first, second), max(first, second)+1)
			halves = slices.Delete(halves, min(first, second), min(first, second)+1)
			i--
		}
	}
	return whole, halves, common
}

func halvesOf(text string, parts []part) (first, second int, ok bool) {
	for i, p := range parts {
		rest, ok := strings.CutPrefix(text, p.text)
		if !ok || p.kind != word {
			continue
		}
		for j, q := range parts {
			if j != i && q.text == rest {
				return i, j, true
			}
		}
	}
	return 0, 0, false
}

// sameWord tells whether a and b are one word in two spellings.
func sameWord(a, b part) bool {
	if a.kind != word || b.kind != word {
		return false
	}
	return a.text+"s" == b.text || b.text+"s" == a.text || isSlip(a.text, b.text)
}

// isSlip tells whether the words, of five letters or more, are one letter apart:
// one more, one less, another one, or two changed about.
func isSlip(s, t string) bool {
	a, b := []rune(s), []rune(t)
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 5 || len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return slices.Equal(a[i:], b[i+1:])
	}
	if i == len(a) || slices.Equal(a[i+1:], b[i+1:]) {
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && slices.Equal(a[i+2:], b[i+2:])
}
