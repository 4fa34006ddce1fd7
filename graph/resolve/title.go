package resolve

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// title is the title of a talk, taken apart.
type title struct {
	text    string
	compact string // the tokens without what stands between them
	parts   []part // in order of id
	numbers string // the numbers in it, sorted
	weight  int    // of all parts
	telling int    // weight of the parts that no other talk need have
	cut     bool   // ends in an ellipsis
}

// part is a token of a title with how much it says.
type part struct {
	token
	id     int32 // of the text
	weight int
	small  bool // one of smallWords
}

// titled is a title and where it is said.
type titled struct {
	*title
	at fact
}

func (t titled) says(o titled) bool { return t.title == o.title }

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

// usualWords are words of so many titles that they lead none which has others. What
// they are changes how many titles are compared and hardly ever what is found.
var usualWords = set("cloud native kubernetes k8s cncf container containers cluster clusters service services platform open source " +
	"application applications data security production scale developer developers infrastructure operator operators workloads " +
	"building deep community maintainer maintainers project track future case study best practices")

// leadingParts is how many parts of a title lead it.
const leadingParts = 4

// leading returns the parts of t by which titles like it are found: those that are no
// small and no usual words first, of these the longest. What other titles there are
// does not matter, so that none of them changes what is found of t.
func (t *title) leading() []part {
	parts := slices.DeleteFunc(slices.Clone(t.parts), func(p part) bool { return p.small })
	rank := func(p part) int {
		if usualWords[p.text] || commonWords[p.text] {
			return 1
		}
		return 0
	}
	slices.SortFunc(parts, func(a, b part) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(len(b.text), len(a.text)), cmp.Compare(a.text, b.text))
	})
	return parts[:min(len(parts), leadingParts)]
}

// maxWeight is what the longest words weigh: their length says no more.
const maxWeight = 8

// parseTitle takes s apart. Its words are numbered by ids.
func parseTitle(s string, ids *interner) *title {
	trimmed := strings.TrimRight(s, " \t")
	t := &title{text: s, cut: strings.HasSuffix(trimmed, "…") || strings.HasSuffix(trimmed, "...")}
	var compact strings.Builder
	var numbers []string
	for _, tok := range translate(s) {
		compact.WriteString(tok.text)
		p := part{token: tok, id: ids.number(tok.text), weight: 1, small: smallWords[tok.text]}
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
	slices.SortFunc(t.parts, func(a, b part) int { return int(a.id - b.id) })
	slices.Sort(numbers)
	t.numbers = strings.Join(numbers, " ")
	t.compact = compact.String()
	return t
}

// titles keeps what is known of the titles that occur.
type titles struct {
	byText map[string]*title
	words  interner
}

// title returns the title s, taken apart.
func (ts *titles) title(s string) *title {
	t, ok := ts.byText[s]
	if !ok {
		if ts.byText == nil {
			ts.byText = map[string]*title{}
		}
		t = parseTitle(s, &ts.words)
		ts.byText[s] = t
	}
	return t
}
