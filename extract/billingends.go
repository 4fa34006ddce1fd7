package extract

import (
	"strings"
	"unicode/utf8"
)

// quotePairs are the quotation marks of titles.
var quotePairs = [...][2]string{{"「", "」"}, {"『", "』"}, {"《", "》"}, {"“", "”"}, {"\"", "\""}}

// quotes splits "Aさん「Title」", "「Title」A（Company）" and "《Title》A-Company".
func (b *billing) quotes() bool {
	s := b.title.text()
	for _, q := range quotePairs {
		open := strings.Index(s, q[0])
		if open < 0 {
			continue
		}
		start := open + len(q[0])
		end := strings.LastIndex(s[start:], q[1])
		if end < 4 {
			continue
		}
		end += start
		title := b.title.sub(start, end)
		before := b.title.sub(0, open).trim(" -–—:：/／|、，,・")
		after := b.title.sub(end+len(q[1]), len(s)).trim(" -–—:：/／|、，,・")
		if rest, ok := strings.CutPrefix(after.text(), "by "); ok {
			after = after.sub(len(after.text())-len(rest), len(after.text()))
		}
		if strings.Contains(title.text(), q[1]) && q[0] != "\"" {
			continue // several quotations: none of them is the title
		}
		switch {
		case before.empty() && after.empty():
			b.title, b.quoted = title, true
			return false // the title may hold its speakers
		case before.empty() && b.give(title, after, false), after.empty() && b.give(title, before, len(before.text()) <= 30 && open > 0 && b.timed),
			trailing(after.text()) && b.give(title, before, false):
			b.quoted = true
			return true
		case after.empty() && logistics(before.text()):
			b.title, b.quoted = title, true
			return false
		}
	}
	return false
}

// emphasised splits "2024-02-28 (Group) Ann Lee, *Title*": the title is what is
// emphasised at the end.
func (b *billing) emphasised() bool {
	if b.title.of == nil || len(b.title.of.marks) == 0 {
		return false
	}
	s := b.title.text()
	marks := b.title.clip(b.title.of.marks)
	if len(marks) != 1 || marks[0].start == 0 || strings.Trim(s[marks[0].end:], " .。") != "" || !titleLike(s[marks[0].start:marks[0].end]) {
		return false
	}
	by := b.title.sub(0, marks[0].start).trim(" ,、:：-–—|/*_")
	for range 2 {
		text := by.text()
		if ds := datesIn(text); len(ds) > 0 && ds[0].start == 0 {
			by = by.sub(ds[0].end, len(text)).trim(" ,:")
		} else if end := strings.IndexByte(text, ')'); strings.HasPrefix(text, "(") && end > 0 {
			by = by.sub(end+1, len(text)).trim(" ,:")
		}
	}
	return !by.empty() && b.give(b.title.sub(marks[0].start, marks[0].end), by, false)
}

// tabbed splits "Title<tab>Company A": a row of a programme.
func (b *billing) tabbed() bool {
	i := strings.LastIndexByte(b.title.text(), '\t')
	return i > 0 && b.give(b.title.sub(0, i), b.title.sub(i+1, len(b.title.text())), false)
}

// trailing tells whether s is what a sentence puts behind a title.
func trailing(s string) bool {
	s = strings.Trim(s, " 。.")
	for _, w := range [...]string{"の発表", "という発表", "というタイトル", "について", "の話", "です", "を発表", "の講演", "主题分享", "的分享", "を聴講", "を聞いた"} {
		if s == w {
			return true
		}
	}
	return s == ""
}

// handles splits "Title @a @b", "Title @a, @b" and "Title - Name @a".
func (b *billing) handles() bool {
	s := b.title.text()
	at := strings.IndexAny(s, "@＠")
	if at == 0 {
		return b.handleFirst()
	}
	if at <= 0 || !strings.ContainsAny(s[at-1:at], " \t(（") && !strings.HasSuffix(s[:at], "　") && !strings.HasSuffix(s[:at], "（") {
		return false
	}
	if b.preposition() || b.behind() || b.brackets() {
		return true
	}
	title, by := b.title.sub(0, at), b.title.sub(at, len(s))
	if !handlesOnly(by.text()) {
		return b.before()
	}
	return b.give(title.trim("(（"), by.trim(")）"), false)
}

// handleFirst splits "@a Title" and "@aさん Title".
func (b *billing) handleFirst() bool {
	s := b.title.text()
	end := strings.IndexAny(s, " 　")
	if end < 0 || b.before() {
		return end >= 0
	}
	by, title := b.title.sub(0, end), b.title.sub(end, len(s)).trim(" -–—:：/／|｜　")
	return handlesOnly(by.text()) && titleLike(title.text()) && !anyPrefix(title.text(), []string{"(", "（", "&", "＆", "and ", "と", "@", "x "}) &&
		personLike(title.text()) == unlike && b.give(title, by, false)
}

// handlesOnly tells whether s holds nothing but handles, honorifics and platforms:
// "@ Hall 3" is a place.
func handlesOnly(s string) bool {
	for _, f := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" ,、&＆/　", r) }) {
		f = strings.Trim(f, "()（）")
		_, known := platforms[strings.ToLower(f)]
		switch {
		case f == "" || known || f == "and" || f == "と" || honorific(f) > 0:
		case strings.HasPrefix(f, "@") || strings.HasPrefix(f, "＠"):
			name := strings.TrimLeft(f, "@＠")
			for _, h := range honorifics {
				name = strings.TrimSuffix(name, h)
			}
			if name == "" || !validHandle(name) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// bylineWords stand between a title and who gives the talk.
var bylineWords = []string{" — panel with ", " - panel with ", " presented by ", " by ", " By ", " BY ", "(by ", "（by "}

// beforeBy are the words behind which "by" names nobody who gives the talk.
var beforeBy = []string{"moderated", "powered", "driven", "backed", "inspired", "secured", "enabled", "sponsored", "accelerated", " step", " one", " side"}

// preposition splits "Title by A (Company)".
func (b *billing) preposition() bool {
	if b.signs&bySign == 0 {
		return false
	}
	s := b.title.text()
	for _, w := range bylineWords {
		for i := 0; i < len(s); {
			k := strings.Index(s[i+1:], w)
			if i += k + 1; k < 0 || i+len(w) >= len(s) {
				break
			}
			if anySuffix(strings.ToLower(s[:i]), beforeBy) {
				continue
			}
			by := b.title.sub(i+len(w), len(s))
			if w[0] != ' ' {
				by = by.trim(")）")
			}
			if handlesOnly(by.text()) && b.signedBy(b.title.sub(0, i), by) {
				return true
			}
			for _, dash := range dashes[:4] {
				// "Title by A (Company) - no slides".
				if k := strings.Index(by.text(), dash); k > 0 && b.give(b.title.sub(0, i), by.sub(0, k), false) {
					return true
				}
			}
			name, _, _ := strings.Cut(by.plain(), " (")
			named := !strings.ContainsAny(by.text(), "?？") && capitalised(by.text()) && personLike(name) >= possible
			if b.give(b.title.sub(0, i), by, false) || named && b.give(b.title.sub(0, i), by, true) {
				return true
			}
		}
	}
	return false
}

// signedBy splits "Title - Ann Lee, Company by @ann", where title is all before "by":
// the handle is that of the one person before it.
func (b *billing) signedBy(title, handle passage) bool {
	left := billing{title: title, signs: b.signs}
	account, ok := speakersIn(handle, false)
	if !ok || len(account.list) != 1 || !left.behind() || len(left.people.list) != 1 || left.people.list[0].Handle != "" {
		return false
	}
	left.people.list[0] = joined(left.people.list[0], account.list[0])
	b.title, b.people, b.by = left.title, people{list: left.people.list, sure: true}, span{left.by.start, handle.hi}
	return true
}

// dashes stand between a title and who gives the talk, either first.
var dashes = []string{" - ", " – ", " — ", "——", " -- ", " ― ", " ー ", " // ", " / ", "／", " | ", " ｜ ", "｜", " : ", "：", " · ", " • "}

var dashIndex = newWordIndex(dashes)

// behind splits "Title - A & B, Company": at the first of the dashes behind which
// there are only people, so that an employer stays with them.
func (b *billing) behind() bool {
	if b.signs&dashSign == 0 {
		return false
	}
	s := b.title.text()
	for i := 1; i < len(s); i++ {
		for _, d := range dashIndex.at(s[i]) {
			if !strings.HasPrefix(s[i:], d) {
				continue
			}
			if b.give(b.title.sub(0, i), b.title.sub(i+len(d), len(s)), lasting(s[:i])) {
				return true
			}
		}
		if cut := ellipsis(s[i:]); cut > 0 && b.give(b.title.sub(0, i+cut), b.title.sub(i+cut, len(s)), false) {
			return true
		}
		if s[i] == '/' && b.give(b.title.sub(0, i), b.title.sub(i+1, len(s)), false) && b.people.sure {
			return true
		}
	}
	return false
}

// hyphened splits "題名-A，B": names in Han behind a hyphen without spaces.
func (b *billing) hyphened() bool {
	s := b.title.text()
	i := strings.LastIndexByte(s, '-')
	if i <= 0 || i+1 == len(s) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	behind, _ := utf8.DecodeRuneInString(s[i+1:])
	return cjk(before) && han(behind) && b.give(b.title.sub(0, i), b.title.sub(i+1, len(s)), false)
}

// lasting tells whether s ends in brackets with a length: "Title (30min)", behind which
// a sign parts it from people.
func lasting(s string) bool {
	open := strings.LastIndexAny(s, "(（")
	if open <= 0 || !strings.HasSuffix(s, ")") && !strings.HasSuffix(s, "）") {
		return false
	}
	return minutesOnly(strings.Trim(s[open:], "()（） "))
}

// ellipses are what sites put behind the beginning of a title that is too long.
var ellipses = []string{"... ", "… "}

// ellipsis returns the size of the dots that s begins with and a space follows, as
// sites cut titles that are too long: "Attacking and Defending Kube... A & B"; 0
// where there are none.
func ellipsis(s string) int {
	for _, dots := range ellipses {
		if strings.HasPrefix(s, dots) {
			return len(dots) - 1
		}
	}
	return 0
}

// introductions stand between who gives the talk and its title.
var introductions = []string{"——", "：", ": ", " - ", " – ", " — ", " / ", "／", "さん ", "님 "}

var introIndex = newWordIndex(introductions)

// before splits "A（Company）：Title", "Aさん - Title" and, behind "Talk 2:", "A & B: Title".
func (b *billing) before() bool {
	if b.signs&introSign == 0 {
		return false
	}
	s := b.title.text()
	for i := 1; i < len(s); i++ {
		for _, d := range introIndex.at(s[i]) {
			if !strings.HasPrefix(s[i:], d) {
				continue
			}
			by := b.title.sub(0, i)
			if strings.TrimSpace(d) == "さん" || strings.TrimSpace(d) == "님" {
				by = b.title.sub(0, i+len(d)-1)
			}
			title := b.title.sub(i+len(d), len(s))
			found, ok := speakersIn(by, false)
			if !ok {
				continue
			}
			bracketed := d == "：" && allLikely(found.list) && found.list[0].Organization != "" && has(string(found.list[0].Name), cjk)
			plain := bracketed || d != "：" && d != ": " && len(found.list) == 1 && allLikely(found.list) && (has(by.text(), cjk) || givenName(by.text()))
			plain = plain || d == ": " && b.label != "" && allLikely(found.list)
			if (found.sure || plain) && titleLike(title.text()) {
				return b.give(title, by, plain)
			}
		}
	}
	return false
}

// opened splits "A（Company）Title" and "A（Company），Title", where A is a name in Han.
func (b *billing) opened() bool {
	s := b.title.text()
	end := openingEnd(s)
	if end == 0 {
		return false
	}
	by, title := b.title.sub(0, end), b.title.sub(end, len(s)).trim(" 　，,")
	if anyPrefix(title.text(), []string{"、", "&", "/", "：", ":"}) || openingEnd(title.text()) > 0 {
		return false // there are more people, or a sign that before splits at
	}
	found, ok := speakersIn(by, false)
	return ok && len(found.list) == 1 && found.list[0].Organization != "" && titleLike(title.text()) && b.give(title, by, true)
}

// openingEnd returns where the brackets end that stand behind a name in Han which s
// begins with, 0 where none do.
func openingEnd(s string) int {
	open, end := strings.IndexAny(s, "（("), strings.IndexAny(s, "）)")
	if open <= 0 || end < open || !allHan(strings.TrimSpace(s[:open])) {
		return 0
	}
	_, size := utf8.DecodeRuneInString(s[end:])
	return end + size
}

// credited splits "Title（Aさん／Company）": people for sure, in the brackets at the
// end.
func (b *billing) credited() bool {
	if !honoured(b.title.text()) {
		return false
	}
	was := *b
	if b.brackets() && b.people.sure && honoured(was.title.text()[b.by.start-was.title.lo:]) {
		return true
	}
	*b = was
	return false
}

// honoured tells whether s, from names on, has an honorific.
func honoured(s string) bool {
	return anyOf(s, []string{"さん", "氏", "님", "様", "老师"})
}

// listed splits "Title, A (Company)".
func (b *billing) listed() bool {
	s := b.title.text()
	if !strings.HasSuffix(s, ")") {
		return false
	}
	for i := len(s); i > 0; {
		if i = strings.LastIndex(s[:i], ", "); i <= 0 {
			break
		}
		by := b.title.sub(i+2, len(s))
		if found, ok := speakersIn(by, false); ok && found.list[len(found.list)-1].Organization != "" && allLikely(found.list) {
			return b.give(b.title.sub(0, i), by, true)
		}
	}
	return false
}

// spaced splits "タイトル　Ann Lee (Company)": a title in East Asian script, a wide
// space, and a full name with brackets or a handle.
func (b *billing) spaced() bool {
	s := b.title.text()
	i := strings.LastIndex(s, "　")
	if i <= 0 || !has(s[:i], cjk) || b.signs&(bracketSign|handleSign) == 0 && !strings.HasSuffix(s, ")") && !strings.HasSuffix(s, "）") {
		return false
	}
	by := b.title.sub(i+len("　"), len(s))
	found, ok := speakersIn(by, false)
	return ok && allLikely(found.list) && (found.sure || found.list[len(found.list)-1].Organization != "") && b.give(b.title.sub(0, i), by, true)
}

// fields splits "Title，A，Company", "Title，A（Company）", "Title，A" and "Title，A，B".
func (b *billing) fields() bool {
	s := b.title.text()
	last := strings.LastIndex(s, "，")
	if last <= 0 {
		return false
	}
	first := last
	for first > 0 {
		k := strings.LastIndex(s[:first], "，")
		if k <= 0 || !allHan(s[k+len("，"):first]) {
			break
		}
		first = k
	}
	if found, ok := speakersIn(b.title.sub(last+len("，"), len(s)), false); ok && len(found.list) == 1 && allHan(string(found.list[0].Name)) && utf8.RuneCountInString(s[:first]) >= 6 {
		return b.give(b.title.sub(0, first), b.title.sub(first+len("，"), len(s)), true)
	}
	name := strings.LastIndex(s[:last], "，")
	if name <= 0 {
		return false
	}
	person, company := personLike(s[name+len("，"):last]), organizationLike(s[last+len("，"):])
	if min(person, company) < possible || max(person, company) < likely ||
		utf8.RuneCountInString(s[last+len("，"):]) > 16 || strings.HasPrefix(s[name+len("，"):], "在") {
		return false
	}
	return b.give(b.title.sub(0, name), b.title.sub(name+len("，"), len(s)), true)
}

// allHan tells whether s is a name in Han.
func allHan(s string) bool { return personLike(s) == likely && only(s, han) }

// company cuts off who sent the speaker, who is not named: "Title - X team".
func (b *billing) company() bool {
	s := b.title.text()
	for _, d := range [...]string{" - ", " – ", " — "} {
		i := strings.LastIndex(s, d)
		if i <= 0 {
			continue
		}
		rest := s[i+len(d):]
		if organizationLike(rest) == likely || strings.HasSuffix(rest, " team") && len(strings.Fields(rest)) <= 4 {
			b.title = b.title.sub(0, i)
			return true
		}
	}
	return false
}

// brackets splits "Title（A／Company）", "Title (A님)" and "Title (@a)".
func (b *billing) brackets() bool {
	s := strings.TrimRight(b.title.text(), " ")
	for _, q := range [...][2]string{{"（", "）"}, {"(", ")"}, {"[", "]"}, {"【", "】"}} {
		if !strings.HasSuffix(s, q[1]) {
			continue
		}
		open := matching(s, q)
		if open <= 0 {
			continue
		}
		by := b.title.sub(open+len(q[0]), len(s)-len(q[1]))
		if b.give(b.title.sub(0, open), by, false) {
			return true
		}
	}
	return false
}

// matching returns where the bracket opens that s ends in, or -1.
func matching(s string, q [2]string) int {
	depth := 0
	for i := len(s); i > 0; {
		_, n := utf8.DecodeLastRuneInString(s[:i])
		i -= n
		switch s[i : i+n] {
		case q[1]:
			depth++
		case q[0]:
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}
