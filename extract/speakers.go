package extract

import (
	"cmp"
	"strings"
	"unicode/utf8"
)

// people is what a stretch of text says of who speaks.
type people struct {
	list []Speaker
	// sure tells whether more than the look of the names says that they are people:
	// a handle, an honorific, a profile, a known employer.
	sure bool
	// listed tells whether a comma stands before the "and" of the last of them, so that the
	// commas before it part people.
	listed bool
}

// maxSpeakers is how many characters a list of speakers has at most.
const maxSpeakers = 240

// fewSpeakers is how many it has at most with fewer than four commas.
const fewSpeakers = 160

// speakersIn reads p as a list of people and nothing else: "A & B, Company",
// "A (X), B (Y)", "Company Aさん", "A @handle (Twitter)". labelled says that a label
// or the place already tells that people stand here, so that names are believed
// that look like little. ok is false where p is anything else.
func speakersIn(p passage, labelled bool) (people, bool) {
	if len(p.text()) > utf8.UTFMax*fewSpeakers { // a long line is asked about often: told without reading it
		return people{}, false
	}
	p = trimSpeech(p)
	if !labelled && nobodyIn(p) {
		return people{}, false
	}
	if n := utf8.RuneCountInString(p.text()); n == 0 || n > maxSpeakers || n > fewSpeakers && strings.Count(p.text(), ", ") < 4 || !balanced(p.text()) {
		return people{}, false
	}
	var out people
	var pending []int // people whose employer may follow
	if inner, ok := teamOf(p); ok {
		return namesIn(inner)
	}
	var few fewAtoms
	atoms, framed := few.of(p), false
	if mayFrame(p) {
		atoms, framed = withoutFrame(atoms)
	}
	labelled, out.sure = labelled || framed, framed
	out.listed = len(atoms) > 2 && strings.Contains(p.text(), ", and ")
	for i, atom := range atoms {
		one, kind := readAtom(atom, labelled, len(out.list) == 0)
		switch {
		case kind == personAtom && atom.comma && alias(out.list, one):
			out.sure = out.sure || one.sure
			last := &out.list[len(out.list)-1]
			last.Name = cmp.Or(last.Name, one.Name)
			*last = joined(*last, one.Speaker)
		case kind == personAtom && atom.comma && employedAs(out.list, one):
			last := &out.list[len(out.list)-1]
			last.Organization, last.Handle, last.Platform = one.Name, one.Handle, one.Platform
			pending, out.sure = nil, true
		case kind == personAtom:
			if n := len(out.list); atom.comma && n > 0 && !one.sure && one.Organization == "" && employer(string(one.Name), out, labelled) && !lastButOne(atoms, i, n) {
				out.employ(&pending, one.Name)
				out.sure = out.sure || organizationLike(string(one.Name)) == likely
				continue
			}
			pending = append(pending, len(out.list))
			if one.Organization != "" {
				pending = nil
			}
			out.list = append(out.list, one.Speaker)
			out.sure = out.sure || one.sure
		case kind == organizationAtom && len(out.list) > 0:
			out.employ(&pending, one.Name)
			out.sure = out.sure || organizationLike(string(one.Name)) == likely
		case kind == roleAtom && len(out.list) > 0:
			out.sure = true
		case atom.comma && len(pending) > 0 && brand(atom.text()):
			out.employ(&pending, Optional(atom.text()))
		default:
			return people{}, false
		}
	}
	return out, len(out.list) > 0
}

// employ notes for whom those of p at pending work. None is pending then.
func (p *people) employ(pending *[]int, by Optional) {
	for _, i := range *pending {
		p.list[i].Organization = by
	}
	*pending = nil
}

// brand tells whether s is one word with a capital inside, as companies write theirs:
// "theBandOfIT".
func brand(s string) bool {
	return len(s) >= 4 && !strings.ContainsAny(s, " .:/@") && validHandle(s) && strings.ToLower(s[1:]) != s[1:] && strings.ToUpper(s) != s
}

// employedAs tells whether one, behind a comma, is whom the last of list works for, with
// their handle or with who owns it: "Ann Lee, Initech @ann", "Ann Lee, Initech at Globex".
func employedAs(list []Speaker, one readPerson) bool {
	if len(list) == 0 || one.Handle == "" && one.Organization == "" || one.Name == "" || personLike(string(one.Name)) == likely {
		return false
	}
	last := list[len(list)-1]
	return last.Handle == "" && last.Organization == "" && personLike(string(last.Name)) == likely && !has(string(one.Name), cjk)
}

// nobodyIn tells quickly that p, for which no label speaks, is no list of people: its
// first part is no name, and has nothing that tells people without their names
// looking like that, neither handles, brackets, links nor honorifics. Most of what is
// asked about is such text.
func nobodyIn(p passage) bool {
	if p.of == nil {
		return false
	}
	first := firstAtom(p)
	if first.trim("").empty() || first.signs(handleSign|honorificSign) != 0 || len(p.of.links) > 0 && len(first.links()) > 0 {
		return false
	}
	s := first.text()
	if _, _, ok := koreanMember(strings.TrimSpace(s)); ok {
		return false
	}
	if openingBrackets.in(s) || closingBrackets.in(s) {
		return false
	}
	if first.hi < p.hi && mayFrame(p) {
		// A room or a length may tell that people stand beside it, if they are short.
		return len(s) > 30*utf8.UTFMax && !strings.Contains(s, " ")
	}
	if first.signs(employerSign) == 0 {
		return personLike(withoutNick(first.trim(nameQuotes).plain())) < likely
	}
	word := nextWord(s, 0)
	switch word.class {
	case latinWord:
		return !languageWord(word.text) && !levelWord(word.text) && (cjk(runeAfter(s, word.end)) || titleWords.has(word.text) || !capitalised(word.text))
	case signWord, numberWord:
		return false
	}
	return longEastern(s)
}

// mayFrame tells whether withoutFrame may find something in p.
func mayFrame(p passage) bool { return p.signs(frameSign) != 0 }

// firstAtom returns what stands in p before the first sign that parts people, in
// brackets or not.
func firstAtom(p passage) passage {
	s := p.text()
	for i := 0; i < len(s); i++ {
		if separatorAt(s, i) != "" {
			return p.sub(0, i)
		}
	}
	return p
}

// longEastern tells whether s begins with more characters of East Asian scripts than
// a name has, or with hiragana among others and nothing behind that a name goes on
// with.
func longEastern(s string) bool {
	n, mixed := 0, false
	for i, r := range s {
		if !cjk(r) {
			return n > 14 || mixed && (r == '、' || r == '。') && i > 0
		}
		mixed = mixed || hiragana(r)
		n++
	}
	return n > 14 || mixed
}

// alias tells whether one, behind a slash or comma, is the last of list again: the
// name in other letters, or the handle.
func alias(list []Speaker, one readPerson) bool {
	if len(list) == 0 {
		return false
	}
	last := list[len(list)-1]
	switch {
	case one.Name == "":
		return last.Handle == "" && last.Name != ""
	case last.Name == "" || last.Organization != "":
		return false
	}
	a, b := string(last.Name), string(one.Name)
	return has(a, cjk) != has(b, cjk) && personLike(a) >= possible && personLike(b) == likely && organizationLike(b) < likely && givenNameOrSure(b, one)
}

// givenNameOrSure tells whether the Latin name b is one of a person and not that of
// an employer.
func givenNameOrSure(b string, one readPerson) bool { return one.sure || givenName(b) }

// teamOf returns the names in "Team X (A, B, C)".
func teamOf(p passage) (passage, bool) {
	s := p.text()
	if !strings.HasPrefix(s, "Team ") && !strings.HasPrefix(s, "チーム") {
		return p, false
	}
	open := strings.IndexAny(s, "(（")
	if open < 0 {
		return p, false
	}
	return p.sub(open, len(s)).trim("()（）"), true
}

// namesIn reads names parted by commas, none of them an employer.
func namesIn(p passage) (people, bool) {
	out := people{sure: true}
	var few fewAtoms
	for _, a := range few.of(p) {
		one, kind := readAtom(a, true, len(out.list) == 0)
		if kind != personAtom {
			return people{}, false
		}
		out.list = append(out.list, one.Speaker)
	}
	return out, len(out.list) > 0
}

// roleMarks stand before the name of who leads a panel.
var roleMarks = []string{"モデレータ", "モデレーター", "Moderator", "moderator", "moderated by ", "Moderated by ", "司会", "ファシリテータ", "ファシリテーター", "主持人"}

// withoutFrame drops the atoms that say in which room, at which level and for how
// long a talk is given, and tells whether there were any: people stand beside them.
func withoutFrame(atoms []atom) ([]atom, bool) {
	out := atoms[:0]
	framed := false
	for _, a := range atoms {
		s := a.text()
		if len(s) <= longestFrame {
			if room(s) || levelWord(s) || minutesOnly(s) || languageWord(s) {
				framed = true
				continue
			}
			if _, ok := platforms[lowerCase(s)]; ok {
				continue // "A / Twitter", as a link to a page is called
			}
		}
		for _, w := range roleMarks {
			if rest, ok := strings.CutPrefix(s, w); ok {
				a.passage = a.sub(len(s)-len(rest), len(s)).trim(":： ")
				framed = true
				break
			}
		}
		out = append(out, a)
	}
	return out, framed
}

// longestFrame is how many bytes what room and the others accept has at most.
const longestFrame = 24 * utf8.UTFMax

// balanced tells whether every bracket of s has its other half.
func balanced(s string) bool {
	depth := 0
	for _, r := range s {
		switch r {
		case '(', '（', '[', '【':
			depth++
		case ')', '）', ']', '】':
			if depth--; depth < 0 {
				return false
			}
		}
	}
	return depth == 0
}

// employer tells whether the name-like text behind "A," is for whom A works rather
// than a second person: one comma parts a person and an employer, more of them
// part people.
func employer(s string, before people, labelled bool) bool {
	last := before.list[len(before.list)-1]
	switch {
	case organizationLike(s) == likely:
		return true
	case before.listed:
		return false
	case last.Organization != "" || givenName(s) || has(s, cjk) && personLike(s) == likely:
		return false
	}
	return !labelled || personLike(s) < likely
}

// lastButOne tells whether atoms[i] is the last but one of a list of people, n of whom
// stand before it: "A, B & C", where C would have an employer too if B were one, and
// "A, B, C, Company".
func lastButOne(atoms []atom, i, n int) bool {
	return i+2 == len(atoms) && personLike(atoms[i].text()) == likely && organizationLike(atoms[i].text()) < likely &&
		(!atoms[i+1].comma || n >= 2 && personLike(atoms[i+1].text()) < likely)
}

// speechStarts and speechEnds are what a sentence puts before and behind names.
var (
	speechStarts = []string{"by ", "By ", "from ", "From ", "presented by ", "Presented by ", "with ", "talk by ", "Talk by ", "a talk by ", "session by ", "keynote by "}
	speechEnds   = []string{"による発表", "の発表です", "の発表", "の登壇", "のセッション", "による", "から", "より", "です", "でした", "입니다", "발표"}

	speechStartIndex, speechEndIndex = newWordIndex(speechStarts), newWordEnds(speechEnds)
)

// trimSpeech takes away what a sentence puts around names: "by", "from", quotation
// marks, "から。", "です".
func trimSpeech(p passage) passage {
	p = p.trim(" -–—*_・:：|｜/／,、。.　>→~〜")
	labelled := p.of != nil && p.of.has(labelSign)
	if speechStartIndex.begin(p.text()) {
		for _, w := range speechStarts {
			if strings.HasPrefix(p.text(), w) {
				p = p.sub(len(w), len(p.text())).trim(":：")
			}
		}
	}
	for _, w := range sureSpeakerLabels {
		if !labelled {
			break
		}
		if rest, ok := strings.CutPrefix(p.text(), w); ok && (strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "：")) {
			p = p.sub(len(w), len(p.text())).trim(":： ")
			break
		}
	}
	s := strings.TrimRight(p.text(), "。.!！ ")
	if !speechEndIndex.end(s) {
		return p
	}
	for _, w := range speechEnds {
		if strings.HasSuffix(s, w) {
			p = p.sub(0, len(s)-len(w)).trim("、。")
			s = strings.TrimRight(p.text(), "。.!！ ")
		}
	}
	return p
}
