package corpus

import (
	"math/rand/v2"
	"strconv"
	"strings"
)

// writer writes one document.
type writer struct {
	rand     *rand.Rand
	japanese bool
	company  []string // that the document's people work for
	b        []byte
}

// one returns one of list.
func (w *writer) one(list []string) string { return list[w.rand.IntN(len(list))] }

// chance is true once in n times.
func (w *writer) chance(n int) bool { return w.rand.IntN(n) == 0 }

// between returns a number from lo to hi.
func (w *writer) between(lo, hi int) int { return lo + w.rand.IntN(hi-lo+1) }

// add writes parts.
func (w *writer) add(parts ...string) {
	for _, p := range parts {
		w.b = append(w.b, p...)
	}
}

// in returns ja in a Japanese document, else en.
func (w *writer) in(ja, en string) string {
	if w.japanese {
		return ja
	}
	return en
}

// template is a sentence cut at its signs: text, then a sign and the text behind it
// for each.
type template struct {
	lead  string
	slots []slot
}

type slot struct {
	sign byte
	tail string
}

// templates reads sentences in which "$" and a letter are signs.
func templates(sentences ...string) []template {
	out := make([]template, len(sentences))
	for i, s := range sentences {
		lead, rest, more := strings.Cut(s, "$")
		out[i].lead = lead
		for more {
			one := slot{sign: rest[0]}
			one.tail, rest, more = strings.Cut(rest[1:], "$")
			out[i].slots = append(out[i].slots, one)
		}
	}
	return out
}

// sentence writes a sentence.
func (w *writer) sentence() {
	list := enSentence
	if w.japanese {
		list = jaSentence
	}
	t := &list[w.rand.IntN(len(list))]
	w.add(t.lead)
	for _, s := range t.slots {
		w.add(w.word(s.sign), s.tail)
	}
}

// word returns a word for a sign of a template.
func (w *writer) word(sign byte) string {
	ja := w.japanese
	switch {
	case sign == 'p':
		return w.project()
	case sign == 'c':
		return w.one(w.company)
	case sign == '#':
		return strconv.Itoa(w.between(2, 400))
	case sign == 'n' && ja:
		return w.one(jaNoun)
	case sign == 'a' && ja:
		return w.one(jaAdj)
	case sign == 'd' && ja:
		return w.one(jaPast)
	case sign == 'v' && ja:
		return w.one(jaVerb)
	case sign == 'l' && ja:
		return w.one(jaFamily)
	case sign == 'w' && ja:
		return w.one(jaPlace)
	case sign == 'n':
		return w.one(enNoun)
	case sign == 'a':
		return w.one(enAdj)
	case sign == 'd':
		return w.one(enPast)
	case sign == 'v':
		return w.one(enVerb)
	case sign == 'r':
		return w.one(enAdv)
	case sign == 'f':
		return w.one(enGiven)
	case sign == 'l':
		return w.one(enFamily)
	case sign == 'w':
		return w.one(enPlace)
	}
	panic("corpus: unknown sign " + string(sign))
}

// project returns the name of a project, one at the beginning of the list far more
// often than one at its end.
func (w *writer) project() string {
	u := w.rand.Float64()
	return projects[int(u*u*float64(len(projects)))]
}

// companies returns the companies of a document.
func (w *writer) companies() []string {
	out := make([]string, 6)
	for i := range out {
		if w.japanese {
			out[i] = w.one(jaCompanyA) + w.one(jaCompanyB)
		} else {
			out[i] = w.one(enCompanyA) + " " + w.one(enCompanyB)
		}
	}
	return out
}

// person is a speaker as documents of the trade name them.
type person struct {
	name, handle, company string
}

// person returns somebody.
func (w *writer) person() person {
	p := person{company: w.one(w.company)}
	given, family := w.one(enGiven), w.one(enFamily)
	p.name = given + " " + family
	p.handle = strings.ToLower(given[:1] + "_" + family)
	if w.chance(3) {
		p.handle = strings.ToLower(family) + strconv.Itoa(w.between(1, 99))
	}
	if w.japanese {
		p.name = w.one(jaFamily) + " " + w.one(jaGiven)
	}
	return p
}

// titled returns s with a capital at its beginning.
func titled(s string) string {
	if s[0] >= 'a' && s[0] <= 'z' {
		return string(s[0]-'a'+'A') + s[1:]
	}
	return s
}

// title returns the title of a talk.
func (w *writer) title() string {
	if w.japanese {
		switch w.rand.IntN(5) {
		case 0:
			return w.project() + "で" + w.one(jaNoun) + "を" + w.one(jaPast) + w.one(jaEnd)
		case 1:
			return w.one(jaAdj) + w.one(jaNoun) + "のための" + w.project() + "入門"
		case 2:
			return w.project() + "と" + w.project() + "、" + w.one(jaNoun) + "を" + w.one(jaVerb) + w.one(jaEnd)
		case 3:
			return w.one(jaNoun) + "から" + w.one(jaVerb) + w.one(jaNoun) + "の" + w.one(jaEnd)
		}
		return w.one(jaNoun) + "と" + w.one(jaNoun) + "の" + w.one(jaEnd)
	}
	switch w.rand.IntN(5) {
	case 0:
		return w.one(enTitle) + " the " + titled(w.one(enAdj)) + " " + titled(w.one(enNoun)) + " With " + w.project()
	case 1:
		return titled(w.one(enNoun)) + ", " + titled(w.one(enNoun)) + " and " + titled(w.one(enNoun)) + ": " + w.project() + " in Practice"
	case 2:
		return "From " + w.project() + " to " + w.project() + ": a " + titled(w.one(enAdj)) + " " + titled(w.one(enNoun))
	case 3:
		return "How We " + titled(w.one(enPast)) + " Our " + titled(w.one(enNoun)) + " in " + strconv.Itoa(w.between(3, 90)) + " Days"
	}
	return w.one(enTitle) + " " + titled(w.one(enNoun)) + "s at " + w.one(w.company)
}

// slug returns words for an address.
func (w *writer) slug() string {
	return w.one(enAdj) + "-" + w.one(enNoun) + "-" + w.one(enNoun) + "-" + strconv.Itoa(w.between(1, 999))
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

// id returns n letters and digits.
func (w *writer) id(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = letters[w.rand.IntN(len(letters))]
	}
	return string(b)
}

// slides returns the address of a deck.
func (w *writer) slides(p person) string {
	switch w.rand.IntN(4) {
	case 0:
		return "https://www.slideshare.net/" + p.handle + "/" + w.slug()
	case 1:
		return "https://docs.google.com/presentation/d/" + w.id(44) + "/edit"
	}
	return "https://speakerdeck.com/" + p.handle + "/" + w.slug()
}

// page returns the address of any page.
func (w *writer) page() string {
	switch w.rand.IntN(3) {
	case 0:
		return "https://github.com/" + w.one(enNoun) + "/" + w.one(enNoun) + "-" + w.one(enNoun)
	case 1:
		return "https://" + w.one(enNoun) + ".example.com/blog/" + w.slug() + "/"
	}
	return "https://docs." + w.one(enNoun) + ".io/" + w.one(enNoun) + "/" + w.one(enNoun)
}

// date returns a day.
func (w *writer) date() (year, month, day int) {
	return w.between(2017, 2025), w.between(1, 12), w.between(1, 28)
}

// two returns n with two digits.
func two(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
