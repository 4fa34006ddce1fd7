package extract

import (
	"maps"
	"slices"
	"sync"

	"github.com/cncfgraph/cncfgraph/internal/prefix"
)

// signs is a set of families of words: those that a text holds. Most rules can
// only find something where a word of theirs stands. All of these words are looked
// for in one pass over a prose, and the rules that lack theirs are not asked. A sign
// is no more than a reason to look: letters of either case make it, and no words
// around it count.
type signs uint32

const (
	askedSign     signs = 1 << iota // of no family: the text has been looked through
	madeSign                        // relationReader.creators
	renamedSign                     // relationReader.renamed
	levelSign                       // levelTerms
	quoteSign                       // billing.quotes
	handleSign                      // billing.handles
	bySign                          // billing.preposition
	dashSign                        // billing.behind, billing.company
	introSign                       // billing.before
	listSign                        // billing.fields
	bracketSign                     // billing.brackets, billing.credited, billing.listed
	eventSign                       // eventHead
	honorificSign                   // honorific
	frameSign                       // withoutFrame
	employerSign                    // takeEmployer
	labelSign                       // labelledCredits
	givenSign                       // givenBy
	spokenSign                      // spoken
	subjectSign                     // subject
	promiseSign                     // promiseIn
)

// signsOf returns the families of which a word stands in s.
func signsOf(s string) signs {
	if everySign {
		return ^signs(0)
	}
	return signFinder().in(s)
}

// everySign makes every text hold a word of every family, so that a test sees whether
// some rule finds something where its family has no word.
var everySign = false

var signFinder = sync.OnceValue(func() *finder {
	f := newFinder()
	f.add(madeSign, madeVerbs, madeBehind, madeBefore, openedVerbs, []string{"by "})
	f.add(renamedSign, renamedWords)
	for _, l := range levelForms {
		f.add(levelSign, l.words)
	}
	for _, q := range quotePairs {
		f.add(quoteSign, q[:1])
	}
	f.add(handleSign, []string{"@", "＠"})
	f.add(bySign, bylineWords)
	f.add(dashSign, dashes, ellipses, []string{"/"})
	f.add(introSign, introductions)
	f.add(listSign, []string{"，"})
	f.add(bracketSign, []string{")", "）", "]", "】"})
	f.add(eventSign, slices.Collect(maps.Keys(eventWords.all())), slices.Collect(maps.Keys(dayWords.all())), eventEnds, smallEventEnds, easternHeads, longEasternHeads)
	f.add(honorificSign, honorifics[:])
	f.add(employerSign, employerMarks)
	for n := range 10 {
		digit := string(rune('0' + n))
		f.add(frameSign, []string{"l" + digit + "00"})
		for _, unit := range frameUnits {
			f.add(frameSign, []string{digit + unit, digit + " " + unit, digit + "　" + unit})
		}
	}
	f.add(frameSign, roomWords, roomEnds, roleMarks, slices.Collect(maps.Keys(levels.all())), slices.Collect(maps.Keys(platforms)))
	for lang := range languagesOfTalks.all() {
		if len(lang) > 2 {
			f.add(frameSign, []string{lang})
			continue
		}
		for _, sep := range atomSeparators.words { // as a part of its own
			f.add(frameSign, []string{sep + lang})
		}
	}
	f.add(labelSign, speakerLabels, ledByWords)
	f.add(givenSign, givenByWords)
	f.add(spokenSign, spokenTails)
	f.add(subjectSign, subjectTails)
	f.add(promiseSign, promiseWords)
	f.link()
	return f
})

// finder finds which families have a word in a text: an automaton of Aho and
// Corasick. Letters of ASCII match in either case.
type finder struct {
	class [256]uint8 // of the bytes that the automaton tells apart
	wide  int        // classes
	next  []uint16   // by state and class
	found []signs    // by state: what has been met when it is entered
	words []familyWord
}

type familyWord struct {
	text string
	sign signs
}

func newFinder() *finder { return &finder{wide: 1} }

// add adds the words of lists, which are of one family.
func (f *finder) add(sign signs, lists ...[]string) {
	for _, list := range lists {
		for _, w := range list {
			f.words = append(f.words, familyWord{w, sign})
		}
	}
}

// lowerByte returns b, in lower case if it is a letter of ASCII.
func lowerByte(b byte) byte {
	if b >= 'A' && b <= 'Z' {
		return b + 'a' - 'A'
	}
	return b
}

// link makes the automaton of the words added.
func (f *finder) link() {
	for _, w := range f.words {
		for i := range len(w.text) {
			if c := lowerByte(w.text[i]); f.class[c] == 0 {
				f.class[c] = uint8(f.wide)
				f.wide++
			}
		}
	}
	for b := byte('A'); b <= 'Z'; b++ {
		f.class[b] = f.class[lowerByte(b)]
	}
	states := f.states()
	f.next, f.found = make([]uint16, f.wide, states*f.wide), make([]signs, 1, states)
	for _, w := range f.words {
		state := 0
		for i := range len(w.text) {
			to := &f.next[state*f.wide+int(f.class[w.text[i]])]
			if *to == 0 {
				*to = uint16(len(f.found))
				f.found = append(f.found, 0)
				state = int(*to)
				f.next = append(f.next, make([]uint16, f.wide)...)
				continue
			}
			state = int(*to)
		}
		f.found[state] |= w.sign
	}
	f.words = nil
	f.fail()
}

// states returns how many states the automaton has: one for each beginning of a word.
func (f *finder) states() int {
	texts := make([]string, len(f.words))
	for i, w := range f.words {
		texts[i] = lowerASCII(w.text)
	}
	slices.Sort(texts)
	return prefix.Count(slices.Values(texts))
}

// fail completes the automaton with where each state goes on where no word does:
// to the longest end of what was read that some word begins with.
func (f *finder) fail() {
	fail := make([]uint16, len(f.found))
	queue := make([]uint16, 1, len(f.found))
	for n := 0; n < len(queue); n++ {
		state := int(queue[n])
		for c := range f.wide {
			to := &f.next[state*f.wide+c]
			other := uint16(0)
			if state > 0 {
				other = f.next[int(fail[state])*f.wide+c]
			}
			if *to == 0 {
				*to = other
				continue
			}
			fail[*to] = other
			f.found[*to] |= f.found[other]
			queue = append(queue, *to)
		}
	}
}

// in returns the families of which a word stands in s.
func (f *finder) in(s string) signs {
	var out signs
	state := 0
	for i := range len(s) {
		state = int(f.next[state*f.wide+int(f.class[s[i]])])
		out |= f.found[state]
	}
	return out
}

// words is a finder of one family, for lists that short texts are asked for: it costs
// the same however long the list is. It is made when it is first asked: most commands
// read no documents.
type words struct {
	list []string
	once sync.Once
	f    *finder
}

func newWords(list []string) *words { return &words{list: list} }

// any tells whether one of the words stands in s.
func (w *words) any(s string) bool {
	w.once.Do(func() {
		w.f = newFinder()
		w.f.add(askedSign, w.list)
		w.f.link()
	})
	f, state := w.f, 0
	for i := range len(s) {
		state = int(f.next[state*f.wide+int(f.class[s[i]])])
		if f.found[state] != 0 {
			return true
		}
	}
	return false
}
