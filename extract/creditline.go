package extract

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// creditsIn returns who the line l of b says to speak. seen lines of the section
// stand before it: names that only look like names are believed at its beginning.
func (d *draft) creditsIn(b *block, l passage, seen int) []credit {
	if seen < 20 {
		if list := labelledCredits(l); len(list) > 0 {
			return list
		}
	}
	if c, ok := d.creditIn(b, l, seen); ok {
		return []credit{c}
	}
	return nil
}

func (d *draft) creditIn(b *block, l passage, seen int) (credit, bool) {
	text := strings.TrimSpace(l.text())
	if seen <= 2 && b.kind == paragraph {
		if c, ok := givenBy(l); ok {
			return c, true
		}
	}
	if len(text) > 160*utf8.UTFMax || seen > 5 && text[0] != '@' {
		return credit{}, false
	}
	n := utf8.RuneCountInString(text)
	if n > 160 || seen > 5 && !(b.kind == listItem && b.level == 1 && n <= 30) {
		return credit{}, false
	}
	if c, ok := spoken(l); ok && seen <= 5 {
		return c, true
	}
	if c, ok := subject(l); ok && seen <= 1 && b.kind == paragraph {
		return c, true
	}
	if strings.Contains(text, "?") || strings.Contains(text, "？") {
		return credit{}, false
	}
	if seen <= 2 && b.kind == paragraph {
		if c, ok := postedPerson(l); ok {
			return c, true
		}
	}
	if c, ok := titledPerson(l); ok && seen == 0 && b.kind == paragraph {
		return c, true
	}
	by, ok := speakersIn(l, false)
	switch {
	case !ok, b.kind == listItem && seen > 0 && !personal(l) && !givenName(string(by.list[0].Name)):
		return credit{}, false
	case by.sure && seen <= 5 && (b.kind != listItem || b.level == 1), by.sure && only(text[:1], func(r rune) bool { return r == '@' }):
		return credit{people: by, at: l}, true
	case seen <= 1 && allLikely(by.list) && !d.anyKnown(by.list) && (b.kind != listItem || b.level == 1):
		return credit{people: by, at: l}, true
	}
	return credit{}, false
}

// personal tells whether l has what only people have: a handle, an honorific, a profile.
func personal(l passage) bool {
	return l.signs(handleSign|honorificSign) != 0 || slices.ContainsFunc(l.links(), func(a anchor) bool { return targetOf(a.url).kind == profileTarget })
}

// postedPerson reads "周小四 某云平台架构师，某社区创始人": a name in Han, a space, and the
// posts of the person.
func postedPerson(l passage) (credit, bool) {
	name, posts, ok := strings.Cut(l.text(), " ")
	if !ok || !allHan(name) || utf8.RuneCountInString(posts) > 120 || strings.ContainsAny(posts, "。！？!?") {
		return credit{}, false
	}
	first, _, _ := strings.Cut(posts, "，")
	if first, _, _ = strings.Cut(first, "、"); !anyOf(first, easternRoles) {
		return credit{}, false
	}
	return credit{people: people{list: []Speaker{{Name: Optional(name)}}, sure: true}, at: l.sub(0, len(name))}, true
}

// titledPerson reads "周小四：云平台研发负责人": a name in Han or Hangul, a colon, and
// what the person is and where.
func titledPerson(l passage) (credit, bool) {
	s := l.text()
	i := strings.Index(s, "：")
	if i <= 0 || personLike(s[:i]) < likely || !has(s[:i], cjk) {
		return credit{}, false
	}
	who := strings.TrimSpace(s[i+len("："):])
	if !roleTitle(who) && !roleLike(who) && organizationLike(who) < likely || utf8.RuneCountInString(who) > 40 {
		return credit{}, false
	}
	name := l.sub(0, i)
	one := Speaker{Name: Optional(name.plain())}
	if first, _, ok := strings.Cut(who, "\t"); ok {
		one.Organization = Optional(first)
	}
	return credit{people: people{list: []Speaker{one}, sure: true}, at: l}, true
}

// anyKnown tells whether one of list has the name of a project.
func (d *draft) anyKnown(list []Speaker) bool {
	for _, p := range list {
		if p.Name != "" && d.known(string(p.Name)) {
			return true
		}
	}
	return false
}

// labelledCredits reads "Speaker: A, Company", "登壇者：Aさん" and "Moderator: A.
// Panelists: B, C".
func labelledCredits(l passage) []credit {
	if l.signs(labelSign) == 0 {
		return nil
	}
	var out []credit
	s := l.text()
	start := 0
	for i := 0; i+2 < len(s); i++ {
		if s[i] != '.' && s[i] != "。"[0] {
			continue
		}
		full := strings.HasPrefix(s[i:], "。") && anyPrefix(s[i+len("。"):], sureSpeakerLabels)
		if full || s[i] == '.' && s[i+1] == ' ' && labelledBy(s[i+2:], speakerLabels) {
			if c, ok := labelledPeople(l.sub(start, i)); ok {
				out = append(out, c)
			}
			start = i + 2
			if full {
				start = i + len("。")
			}
		}
	}
	if c, ok := labelledPeople(l.sub(start, len(s))); ok {
		out = append(out, c)
	}
	if c, ok := ledBy(l); ok && len(out) == 0 {
		out = append(out, c)
	}
	return out
}

var speakerLabelIndex = newWordIndex(speakerLabels)

func labelledPeople(l passage) (credit, bool) {
	l = l.trim(" \t*_・-–>■◆●　")
	s := l.text()
	lower := lowerCase(s)
	if s == "" || len(lower) != len(s) {
		return credit{}, false
	}
	for _, w := range speakerLabelIndex.at(lower[0]) {
		if !strings.HasPrefix(lower, w) {
			continue
		}
		rest := strings.TrimLeft(s[len(w):], " *_】]")
		colon := 0
		for _, c := range [...]string{":", "：", "】", "/", "｜", "|", "-", "は"} {
			if strings.HasPrefix(rest, c) {
				colon = len(c)
				break
			}
		}
		if colon == 0 && !(w == "by" || w == "presented by" || w == "talk by" || strings.HasPrefix(s[len(w):], "】")) {
			continue
		}
		at := len(s) - len(rest) + colon
		p := l.sub(at, len(s))
		for _, q := range [...]passage{p, l.sub(at, at+sentenceEnd(s[at:]))} {
			if by, ok := speakersIn(q, slices.Contains(sureSpeakerLabels, w)); ok {
				if oneSpeaker.holds(w) {
					by.employLast(q.text())
				}
				return credit{people: by, at: q, labelled: true}, true
			}
		}
	}
	return credit{}, false
}

// oneSpeaker are labels of one person.
var oneSpeaker = newNameSet("speaker|presenter|presented by|talk by|by")

// employLast makes the second of two names in s, "Ann Lee, Cobalt Rail", that of who
// employs the first: one person is asked for.
func (p *people) employLast(s string) {
	if len(p.list) != 2 || strings.Count(s, ", ") != 1 || anyOf(s, []string{" & ", " and "}) {
		return
	}
	a, b := &p.list[0], p.list[1]
	if a.Organization == "" && b.Organization == "" && b.Handle == "" && !givenName(string(b.Name)) && !has(string(b.Name), cjk) {
		a.Organization = b.Name
		p.list = p.list[:1]
	}
}

// subjectTails stand behind the name of the person whom a sentence is on.
var subjectTails = []string{"さん、", "さんが", "さんは", "氏が", "氏は"}

// subject reads a sentence whose subject is a person at its very beginning:
// "Aさん、二度目の登場。".
func subject(l passage) (credit, bool) {
	if l.signs(subjectSign) == 0 {
		return credit{}, false
	}
	s := l.text()
	for _, tail := range subjectTails {
		i := strings.Index(s, tail)
		if i <= 0 || utf8.RuneCountInString(s[:i]) > 12 || personLike(s[:i]) < possible {
			continue
		}
		h, _ := utf8.DecodeLastRuneInString(tail)
		p := l.sub(0, i+len(tail)-utf8.RuneLen(h))
		if by, ok := speakersIn(p, false); ok && by.sure {
			return credit{people: by, at: p}, true
		}
	}
	return credit{}, false
}

// spokenTails end the part of a sentence that says who spoke.
var spokenTails = []string{
	"さんから", "氏から", "様から", "さんの発表", "氏の発表", "さんによる", "氏による", "さんのセッション", "さんの講演", "氏の講演", "さんの登壇", "さんのLT", "さんのお話", "さんの話", "さんより", "氏より",
	"님의 발표", "님이 발표", "님께서", "님 발표", "老师的分享", "老师分享", "带来的", "带来了",
}

// spoken reads a sentence that begins with who spoke: "Aさんから。".
func spoken(l passage) (credit, bool) {
	if l.signs(spokenSign) == 0 {
		return credit{}, false
	}
	s := l.text()
	for _, tail := range spokenTails {
		i := strings.Index(s, tail)
		if i < 0 || utf8.RuneCountInString(s[:i]) > 50 {
			continue
		}
		end := i
		for _, h := range honorifics {
			if strings.HasPrefix(tail, strings.TrimSpace(h)) {
				end = i + len(strings.TrimSpace(h))
			}
		}
		start := 0
		for _, sep := range [...]string{"、", "，", "は", "番目", "目は"} {
			if k := strings.LastIndex(s[:i], sep); k >= 0 && k+len(sep) > start && i-k > len(sep) && sep != "は" {
				start = k + len(sep)
			}
		}
		p := l.sub(start, end)
		if by, ok := speakersIn(p, false); ok && by.sure {
			return credit{people: by, at: p}, true
		}
		if by, ok := speakersIn(l.sub(0, end), false); ok && by.sure {
			return credit{people: by, at: l.sub(0, end)}, true
		}
	}
	return credit{}, false
}
