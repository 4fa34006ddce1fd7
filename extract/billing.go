package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// billing is what one line announces: a talk with its title and who gives it.
type billing struct {
	title  passage
	people people
	by     span   // of the people, in the text of the line; empty where there are none
	label  string // the kind of talk that stood before the title: "lt", "keynote", "session"
	timed  bool   // a time of day, or the code of a slot or room, stood before it
	quoted bool   // the title is in quotation marks
	graded bool   // a level or a length stood behind it
	signs  signs  // of the ways to split it
}

// maxLine is the size in bytes of a line that may announce a talk.
const maxLine = 2 << 10

// billingOf splits a line into what it announces. There are always a title or
// people; a line that announces nothing comes back as a title.
func billingOf(p passage) billing {
	if p.hi-p.lo > maxLine {
		return billing{title: p}
	}
	b := billing{title: withoutMaterial(p).trim("*_ ")}
	b.lead()
	led := b.title
	b.trail()
	b.signs = b.title.signs(splitSigns)
	b.split()
	if b.title != led {
		b.lead()
		b.trail()
	}
	b.title = b.title.trim(" -–—:：/／|｜,、・\t")
	return b
}

// splitSigns are those of the ways to split a billing.
const splitSigns = quoteSign | handleSign | bySign | dashSign | introSign | listSign

// split parts the title from who gives the talk, in the first way that fits.
func (b *billing) split() bool {
	return b.emphasised() || b.tabbed() ||
		b.signs&quoteSign != 0 && b.quotes() ||
		b.credited() ||
		b.signs&handleSign != 0 && b.handles() ||
		b.opened() || b.preposition() || b.behind() || b.hyphened() || b.before() || b.brackets() || b.listed() || b.spaced() ||
		b.signs&listSign != 0 && b.fields() ||
		b.signs&dashSign != 0 && b.company()
}

// withoutMaterial returns p up to the first link that says only that it leads to
// slides, a video or code: "Title - [slides](…) / [video](…)".
func withoutMaterial(p passage) passage {
	s := p.text()
	for _, a := range p.links() {
		text := s[a.start:a.end]
		if a.start > 0 && (materialWord(text) || strings.Contains(text, "://")) {
			return p.sub(0, a.start).trim(" -–—|｜/／[(（【·,、:：→<")
		}
	}
	return p
}

// materialWord tells whether s says only that it leads to material of a talk.
func materialWord(s string) bool {
	return slideWord(s) || videoWord(s) || materialWords.holds(strings.ToLower(bare(s)))
}

var materialWords = newNameSet("repo|code|demo|github|source|link|details|abstract|sched|notes|blog|summary|デモ|コード|リポジトリ|リンク|メモ|記事|코드|데모|링크|代码|链接|详情")

// give makes title the title and by the people, if by is nothing but people.
func (b *billing) give(title, by passage, surely bool) bool {
	found, ok := speakersIn(by, surely)
	if !ok || !surely && !found.sure && !allLikely(found.list) {
		return false
	}
	b.people, b.title = found, title.trim("")
	b.by = span{by.lo, by.hi}
	return true
}

// allLikely tells whether each of list has a name that looks like a full name.
func allLikely(list []Speaker) bool {
	for _, s := range list {
		if s.Handle == "" && personLike(withoutNick(string(s.Name))) < likely {
			return false
		}
	}
	return true
}

// titleLike tells whether s may be the title of a talk: some words, no sentence
// that ends.
func titleLike(s string) bool {
	s = strings.TrimSpace(s)
	if len(s) > utf8.UTFMax*200 {
		return false
	}
	n := utf8.RuneCountInString(s)
	return n >= 4 && n <= 200 && countFunc(s, unicode.IsLetter) >= 2 && !logistics(s)
}

func countFunc(s string, f func(rune) bool) int {
	n := 0
	for _, r := range s {
		if f(r) {
			n++
		}
	}
	return n
}

// credit says that the people of b, who stand in of, speak.
func (b *billing) credit(of *prose) credit {
	return credit{people: b.people, at: passage{of, b.by.start, b.by.end}}
}
