package resolve

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// title is the title of a talk, taken apart.
type title struct {
	number  int    // of distinct titles
	compact string // the tokens without what stands between them
	parts   []part // in order of text
	numbers string // the numbers in it, in order of text
	weight  int    // of all parts
	telling int    // weight of the parts that no other talk need have
	cut     bool   // ends in an ellipsis
}

// part is a token of a title with how much it says.
type part struct {
	token
	weight int
	small  bool // one of smallWords
}

// titled is a title and where it is said.
type titled struct {
	*title
	at fact
}

// smallWords hold a sentence together or say in which form a talk was given.
// Schedules put the latter in front of a title or leave them out.
var smallWords = set("a an and are as at be but by can do does for from how i in into is it its my of on or our so " +
	"that the their this to up use using via vs we what when where why will with without you your " +
	"keynote keynotes lightning talk talks lt lts tutorial workshop session sessions panel presentation sponsor sponsored " +
	"キーノート ライトニングトーク セッション パネル ワークショップ")

// commonWords are the other words of titles that tell nothing of the talk.
var commonWords = set("break closing conference day deep discussion dive event introduction lunch meetup opening overview " +
	"part q qa remarks summary update updates welcome wrap オープニング クロージング ディスカッション")

func set(words string) map[string]bool {
	s := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		s[w] = true
	}
	return s
}

// maxWeight is what the longest words weigh: their length says no more.
const maxWeight = 8

// parseTitle takes s apart.
func parseTitle(s string) *title {
	trimmed := strings.TrimRight(s, " \t")
	t := &title{cut: strings.HasSuffix(trimmed, "…") || strings.HasSuffix(trimmed, "...")}
	var compact strings.Builder
	var numbers []string
	for _, tok := range translate(s) {
		compact.WriteString(tok.text)
		p := part{token: tok, weight: 1, small: smallWords[tok.text]}
		if tok.kind == word && !p.small {
			p.weight = min(utf8.RuneCountInString(tok.text), maxWeight)
		}
		if tok.kind == number {
			numbers = append(numbers, tok.text)
		}
		t.weight += p.weight
		if !p.small && tok.kind != number && !commonWords[tok.text] {
			t.telling += p.weight
		}
		t.parts = append(t.parts, p)
	}
	slices.SortFunc(t.parts, func(a, b part) int { return strings.Compare(a.text, b.text) })
	slices.Sort(numbers)
	t.numbers = strings.Join(numbers, " ")
	t.compact = compact.String()
	return t
}

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
	onlyA, onlyB, common := difference(a.parts, b.parts)
	onlyA, onlyB, common = matchSpellings(onlyA, onlyB, common)
	sum, smaller := a.weight+b.weight, min(a.weight, b.weight)
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

// difference returns the parts that only one of a and b has, and the weight of
// those that both have. Both are in order of text.
func difference(a, b []part) (onlyA, onlyB []part, common int) {
	for len(a) > 0 && len(b) > 0 {
		switch strings.Compare(a[0].text, b[0].text) {
		case -1:
			onlyA, a = append(onlyA, a[0]), a[1:]
		case 1:
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

// titles keeps what is known of the titles that occur.
type titles struct {
	byText   map[string]*title
	compared map[[2]int]likeness
}

// title returns the title s, taken apart.
func (ts *titles) title(s string) *title {
	t, ok := ts.byText[s]
	if !ok {
		if ts.byText == nil {
			ts.byText, ts.compared = map[string]*title{}, map[[2]int]likeness{}
		}
		t = parseTitle(s)
		t.number = len(ts.byText)
		ts.byText[s] = t
	}
	return t
}

// compare is compareTitles, which it asks once for each two titles.
func (ts *titles) compare(a, b *title) likeness {
	if a.number > b.number {
		a, b = b, a
	}
	key := [2]int{a.number, b.number}
	l, ok := ts.compared[key]
	if !ok {
		l = compareTitles(a, b)
		ts.compared[key] = l
	}
	return l
}

// counts returns in how many distinct titles each part occurs.
func (ts *titles) counts() map[string]int {
	count := map[string]int{}
	for _, t := range ts.byText {
		for i, p := range t.parts {
			if i == 0 || t.parts[i-1].text != p.text {
				count[p.text]++
			}
		}
	}
	return count
}
