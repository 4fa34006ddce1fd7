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
}

// speakersIn reads p as a list of people and nothing else: "A & B, Company",
// "A (X), B (Y)", "Company Aさん", "A @handle (Twitter)". labelled says that a label
// or the place already tells that people stand here, so that names are believed
// that look like little. ok is false where p is anything else.
func speakersIn(p passage, labelled bool) (people, bool) {
	p = trimSpeech(p)
	if p.empty() || utf8.RuneCountInString(p.text()) > 160 || !balanced(p.text()) {
		return people{}, false
	}
	var out people
	var pending []int // people whose employer may follow
	if inner, ok := teamOf(p); ok {
		return namesIn(inner)
	}
	atoms, framed := withoutFrame(atomsOf(p))
	labelled, out.sure = labelled || framed, framed
	for _, atom := range atoms {
		one, kind := readAtom(atom, labelled)
		switch {
		case kind == personAtom && atom.comma && alias(out.list, one):
			out.sure = out.sure || one.sure
			last := &out.list[len(out.list)-1]
			last.Name = cmp.Or(last.Name, one.Name)
			*last = joined(*last, one.Speaker)
		case kind == personAtom:
			if n := len(out.list); atom.comma && n > 0 && !one.sure && one.Organization == "" && employer(string(one.Name), out, labelled) {
				for _, i := range pending {
					out.list[i].Organization = one.Name
				}
				pending = nil
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
			for _, i := range pending {
				out.list[i].Organization = one.Name
			}
			pending = nil
			out.sure = out.sure || organizationLike(string(one.Name)) == likely
		case kind == roleAtom && len(out.list) > 0:
			out.sure = true
		default:
			return people{}, false
		}
	}
	return out, len(out.list) > 0
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
	open := strings.IndexAny(s, "(（")
	if !strings.HasPrefix(s, "Team ") && !strings.HasPrefix(s, "チーム") || open < 0 {
		return p, false
	}
	return p.sub(open, len(s)).trim("()（）"), true
}

// namesIn reads names parted by commas, none of them an employer.
func namesIn(p passage) (people, bool) {
	out := people{sure: true}
	for _, a := range atomsOf(p) {
		one, kind := readAtom(a, true)
		if kind != personAtom {
			return people{}, false
		}
		out.list = append(out.list, one.Speaker)
	}
	return out, len(out.list) > 0
}

// withoutFrame drops the atoms that say in which room, at which level and for how
// long a talk is given, and tells whether there were any: people stand beside them.
func withoutFrame(atoms []atom) ([]atom, bool) {
	var out []atom
	framed := false
	for _, a := range atoms {
		s := a.text()
		if room(s) || levelWord(s) || minutesOnly(s) || languageWord(s) {
			framed = true
			continue
		}
		if _, ok := platforms[strings.ToLower(s)]; ok {
			continue // "A / Twitter", as a link to a page is called
		}
		for _, w := range [...]string{"モデレータ", "モデレーター", "Moderator", "moderator", "moderated by ", "Moderated by ", "司会", "ファシリテータ", "ファシリテーター", "主持人"} {
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
	case last.Organization != "" || givenName(s) || has(s, cjk) && personLike(s) == likely:
		return false
	}
	return !labelled || personLike(s) < likely
}

// trimSpeech takes away what a sentence puts around names: "by", "from", quotation
// marks, "から。", "です".
func trimSpeech(p passage) passage {
	p = p.trim(" -–—*_・:：|｜/／,、。.　>→~〜")
	for _, w := range [...]string{"by ", "By ", "from ", "From ", "presented by ", "Presented by ", "with "} {
		if strings.HasPrefix(p.text(), w) {
			p = p.sub(len(w), len(p.text())).trim(":：")
		}
	}
	for _, w := range sureSpeakerLabels {
		if rest, ok := strings.CutPrefix(p.text(), w); ok && (strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "：")) {
			p = p.sub(len(w), len(p.text())).trim(":： ")
			break
		}
	}
	for _, w := range [...]string{"による発表", "の発表です", "の発表", "の登壇", "のセッション", "による", "から", "より", "です", "でした", "입니다", "발표"} {
		if s := strings.TrimRight(p.text(), "。.!！ "); strings.HasSuffix(s, w) {
			p = p.sub(0, len(s)-len(w)).trim("、。")
		}
	}
	return p
}

// atom is one part of a list of people.
type atom struct {
	passage
	comma bool // what stands before it parts people from employers too
}

// separators of people, and of people and their employers, outside of brackets.
var atomSeparators = [...]string{" & ", "＆", " and ", " と ", "、", "，", ", ", ";", "；", " × ", " x ", "／", " / ", " + ", " | ", "&", "，"}

// atomsOf splits p at the separators that stand outside of brackets.
func atomsOf(p passage) []atom {
	var out []atom
	s := p.text()
	start, depth, comma := 0, 0, false
	add := func(end int) {
		if a := p.sub(start, end).trim(""); !a.empty() {
			out = append(out, atom{a, comma})
		}
	}
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch r {
		case '(', '（', '[', '【':
			depth++
		case ')', '）', ']', '】':
			depth = max(depth-1, 0)
		}
		if depth == 0 {
			sep := separatorAt(s, i)
			if strings.HasPrefix(s[i:], " @") && strings.Contains(s[start:i], "@") {
				sep = " " // "@a @b"
			}
			if sep != "" {
				add(i)
				start = i + len(sep)
				comma = sep == ", " || sep == "，" || sep == "／" || sep == " / "
				i = start
				continue
			}
		}
		i += n
	}
	add(len(s))
	return out
}

func separatorAt(s string, i int) string {
	for _, sep := range atomSeparators {
		if strings.HasPrefix(s[i:], sep) {
			return sep
		}
	}
	// "Aさん/Bさん", "A/B" in Japanese.
	if s[i] == '/' && i > 0 && s[i-1] >= utf8.RuneSelf {
		return "/"
	}
	return ""
}

// atomKind tells what a part of a list of people is.
type atomKind int

const (
	otherAtom atomKind = iota
	personAtom
	organizationAtom
	roleAtom
)

// readPerson is a speaker, and whether they surely are a person.
type readPerson struct {
	Speaker
	sure bool
}

// readAtom reads one part of a list of people.
func readAtom(a atom, labelled bool) (readPerson, atomKind) {
	var out readPerson
	rest := takeProfile(a.passage, &out)
	rest, ok := takeBrackets(rest, &out)
	if !ok {
		return out, otherAtom
	}
	rest = takeHandle(rest, &out)
	rest = takeHonorific(rest, &out)
	rest = takeEmployer(rest, &out)
	name := rest.trim("\"'“”*_- ").plain()
	like := personLike(name)
	if like == unlike && personLike(string(out.Organization)) == likely && has(name, cjk) {
		// A mixed name, and the same again in brackets.
		name, out.Organization, like = string(out.Organization), "", likely
	}
	switch {
	case name == "":
		return out, kindOf(out.Handle != "", personAtom)
	case out.sure && out.Handle != "" && personLike(name) == unlike && (strings.ContainsAny(name, " 　") || phrase(name)):
		return out, otherAtom
	case out.sure && nameable(name):
		out.Name = Optional(name)
		return out, personAtom
	case out.sure:
		return out, otherAtom
	case labelled && like == unlike && takeFirstName(name, &out):
		return out, personAtom
	case roleLike(name) && (like < likely || roleTitle(name)):
		return out, roleAtom
	case organizationLike(name) == likely:
		out.Name = Optional(name)
		return out, organizationAtom
	case like == likely, like == possible && (labelled || out.Organization != ""):
		out.Name = Optional(name)
		return out, personAtom
	case labelled && nameable(name) && (!strings.Contains(name, " ") || only(strings.ReplaceAll(name, " ", ""), hangul)) && organizationLike(name) < likely:
		out.Name = Optional(name)
		return out, personAtom
	case organizationLike(name) == possible && len(eventNames(name)) > 0:
		return out, roleAtom // where the talk was given
	case organizationLike(name) == possible:
		out.Name = Optional(name)
		return out, organizationAtom
	}
	return out, otherAtom
}

// takeFirstName reads "郁长风 钱塘证券 架构师": a name, then an employer and a role,
// set apart by spaces.
func takeFirstName(s string, out *readPerson) bool {
	first, rest, ok := strings.Cut(s, " ")
	if !ok || !only(first, han) || personLike(first) == unlike {
		return false
	}
	out.Name, out.sure = Optional(first), true
	if company := strings.Fields(rest)[0]; !roleLike(company) {
		out.Organization = Optional(company)
	}
	return true
}

func kindOf(ok bool, kind atomKind) atomKind {
	if ok {
		return kind
	}
	return otherAtom
}

// nameable tells whether s may be what a person is called, given that a person is
// called so.
func nameable(s string) bool {
	return utf8.RuneCountInString(s) <= 30 && !strings.ContainsAny(s, "「」『』《》?？!！。:：") && len(strings.Fields(s)) <= 4
}

// phrase tells whether s, which has no spaces, mixes scripts as titles do and
// nicknames do not.
func phrase(s string) bool {
	ascii := func(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' }
	return utf8.RuneCountInString(s) > 8 && has(s, ascii) && (has(s, hiragana) || has(s, hangul))
}

// takeProfile takes the profile that a text links to.
func takeProfile(p passage, out *readPerson) passage {
	for _, a := range p.links() {
		if t := targetOf(a.url); t.kind == profileTarget && out.Handle == "" {
			out.sure = true
			if t.platform == "twitter" || t.platform == "github" || t.platform == "qiita" || t.platform == "zenn" {
				out.Handle, out.Platform = Optional(t.handle), Optional(t.platform)
			}
		}
	}
	return p
}

// platforms are what stands in brackets behind a handle.
var platforms = map[string]string{
	"twitter": "twitter", "x": "twitter", "github": "github", "qiita": "qiita", "zenn": "zenn", "ツイッター": "twitter", "트위터": "twitter",
	"bluesky": "bluesky", "mastodon": "mastodon", "linkedin": "linkedin", "slack": "slack",
}

// takeBrackets takes the brackets in p: a handle, its platform, an employer or the
// name behind a handle. ok is false where p goes on behind them.
func takeBrackets(p passage, out *readPerson) (rest passage, ok bool) {
	for {
		s := p.text()
		open := strings.IndexAny(s, "(（[【")
		if open < 0 {
			return p, true
		}
		_, n := utf8.DecodeRuneInString(s[open:])
		end := strings.IndexAny(s[open:], ")）]】")
		if end < 0 {
			return p, true
		}
		end += open
		_, m := utf8.DecodeRuneInString(s[end:])
		inner := p.sub(open+n, end).trim("")
		readBrackets(inner, out)
		tail := strings.TrimSpace(s[end+m:])
		switch {
		case open == 0:
			p = p.sub(end+m, len(s)).trim("")
		case tail == "" || honorific(tail) > 0 || strings.HasPrefix(tail, "@") || strings.HasPrefix(tail, "("):
			if tail != "" {
				takeHonorific(p.sub(end+m, len(s)), out)
				takeHandle(p.sub(end+m, len(s)), out)
				out.sure = true
			}
			p = p.sub(0, open).trim("")
		default:
			return p, false
		}
	}
}

// readBrackets reads what stands in brackets behind or before a name.
func readBrackets(p passage, out *readPerson) {
	s := p.plain()
	if name := platforms[strings.ToLower(s)]; name != "" {
		out.Platform, out.sure = Optional(name), true
		return
	}
	before := out.Handle
	rest := takeHandle(takeProfile(p, out), out).trim(",、/／ ")
	if rest.empty() {
		return
	}
	s = rest.plain()
	if anyOf(strings.ToLower(s), []string{"sponsor", "speaker", " chair", "organizer", "スポンサー", "후원"}) {
		return
	}
	switch {
	case before != "" && personLike(s) >= possible && organizationLike(s) < likely && out.Name == "":
		out.Name = Optional(s)
	case out.Organization == "" && utf8.RuneCountInString(s) <= 60:
		if honorific(s) > 0 {
			takeHonorific(rest, out)
			return
		}
		out.Organization = Optional(s)
		out.sure = out.sure || organizationLike(s) == likely
	}
}

// takeHandle takes a handle: "@a", "@ a" before a platform, and "＠a".
func takeHandle(p passage, out *readPerson) passage {
	s := p.text()
	at, n := strings.Index(s, "@"), 1
	if at < 0 {
		if at, n = strings.Index(s, "＠"), len("＠"); at < 0 {
			return p
		}
	}
	start := at + n
	spaced := start < len(s) && s[start] == ' '
	if spaced {
		start++
	}
	end := start
	for end < len(s) && (handleByte(s[end]) || s[end] == '-' && end+1 < len(s) && handleByte(s[end+1])) {
		end++
	}
	handle := s[start:end]
	if handle == "" || at > 0 && handleByte(s[at-1]) {
		return p
	}
	if spaced && out.Platform == "" && (capitalised(handle) && !strings.ContainsAny(handle, "_0123456789") || organizationLike(s[start:]) == likely) {
		return p // "Name @ Company"
	}
	if out.Handle == "" {
		out.Handle = Optional(strings.Trim(handle, "-"))
	}
	out.sure = true
	tail := strings.TrimSpace(s[end:])
	switch {
	case tail == "":
		return p.sub(0, at).trim(",、/／ ")
	case at == 0 || strings.TrimSpace(s[:at]) == "":
		return p.sub(end, len(s)).trim(",、/／ ")
	case honorific(tail) > 0:
		return p.sub(0, at).trim("")
	}
	return p.sub(0, at).trim("")
}

// honorifics follow names.
var honorifics = [...]string{"さんたち", "さん", "氏", "様", "さま", "先生", "くん", "ちゃん", "님", " 씨", "老师", "老師", "同学", "博士"}

// honorific returns the size of the honorific that s begins with, which nothing
// but its sentence's end may follow, or 0.
func honorific(s string) int {
	s = strings.TrimLeft(s, " ")
	for _, h := range honorifics {
		if strings.HasPrefix(s, h) {
			rest := strings.Trim(s[len(h):], " 。.、！!")
			if rest == "" {
				return len(h)
			}
		}
	}
	return 0
}

// takeHonorific takes the honorific that p ends in, and the employer that stands
// before the name with it: "メルカリの上田さん".
func takeHonorific(p passage, out *readPerson) passage {
	s := strings.TrimRight(p.text(), " 。.、！!")
	for _, h := range honorifics {
		if !strings.HasSuffix(s, h) || len(s) == len(strings.TrimSpace(h)) && out.Handle == "" && out.Organization == "" {
			continue
		}
		out.sure = true
		rest := p.sub(0, len(s)-len(h)).trim("")
		return takePrecedingEmployer(rest, out)
	}
	return p
}

// takePrecedingEmployer takes the employer from "Company Name" and
// "CompanyのName".
func takePrecedingEmployer(p passage, out *readPerson) passage {
	s := p.text()
	if i := strings.LastIndex(s, "である"); i > 0 {
		return p.sub(i+len("である"), len(s)).trim("") // "委員長であるAさん"
	}
	if i := strings.LastIndex(s, "の"); i > 0 && i+len("の") < len(s) && personLike(s[i+len("の"):]) >= possible && !hiragana(runeBefore(s, i)) {
		out.Organization = Optional(p.sub(0, i).plain())
		return p.sub(i+len("の"), len(s))
	}
	i := strings.LastIndexAny(s, " 　")
	if i < 0 {
		return p
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	before, name := strings.TrimSpace(s[:i]), s[i+n:]
	if before == "" || name == "" {
		return p
	}
	foreign := !has(before, han) && has(name, cjk)
	if organizationLike(before) == likely || foreign && !only(before, hiragana) && !strings.ContainsAny(before, "・") {
		if full := strings.LastIndexAny(before, " 　"); full > 0 && organizationLike(before[:full]) == likely && has(before[full:], han) {
			i = full // "Company 姓 名"
			_, n = utf8.DecodeRuneInString(s[i:])
		}
		out.Organization = Optional(p.sub(0, i).plain())
		return p.sub(i+n, len(s)).trim("")
	}
	if full := strings.IndexAny(before, " 　"); full > 0 && organizationLike(before[:full]) >= possible && has(before[full:], han) {
		out.Organization = Optional(p.sub(0, full).plain())
		return p.sub(full, len(s)).trim("")
	}
	return p
}

// takeEmployer takes the employer from "Name at Company", "Name from Company",
// "Name @ Company" and "Name - Company".
func takeEmployer(p passage, out *readPerson) passage {
	s := p.text()
	for _, sep := range [...]string{" at ", " from ", " @ ", " @", "@", "＠", " of ", " - ", " – ", " — ", "——", "-"} {
		i := strings.Index(s, sep)
		if i <= 0 {
			continue
		}
		name, company := s[:i], strings.TrimSpace(s[i+len(sep):])
		if sep == "-" && (!has(name, cjk) || personLike(name) < likely) {
			continue
		}
		if has(name, cjk) && personLike(name) >= possible && !has(company, cjk) && personLike(company) == likely && organizationLike(company) < likely {
			return p.sub(0, i) // the name again, in other letters
		}
		if personLike(name) >= possible && organizationLike(company) >= possible {
			out.Organization = Optional(company)
			if organizationLike(company) == likely {
				out.sure = true
			}
			return p.sub(0, i)
		}
	}
	return p
}

// givenNames are first names that tell a person from a company of two words.
var givenNames = newWordSet(
	`aaron abby adam adrian alan alba alejandro alex alexander alexandra alice alicia alina allison amanda amy ana andre andrea andreas andrew andy angela anna anne
	annie anthony antonio april arun asha ashley barbara ben benjamin bill bob brad brandon brendan brian bruce bryan carl carla carlos carol caroline catherine
	celeste charles charlie cheryl chris christian christina christine christopher claire colin connor craig cynthia dan daniel danielle darren dave david dean
	deborah deepak denis dennis diana diane dmitri dominic don donna doug duffie dylan ed edgar eduardo edward elena eli elizabeth ellen emily emma eric erica erik
	erin ethan eva evan felix fernando fiona francesco frank frederick gabriel gary george gerald gina glenn grace greg gregory guido guillaume hannah harry heather
	helen henry holly ian igor ivan jack jackie jacob jake james jamie jan jane janet jason jay jean jeff jeffrey jen jennifer jenny jeremy jerome jerry jess jesse
	jessica jill jim jimmy joan joe joel john johnny jon jonathan jordan jorge jose joseph josh joshua juan judy julia julian julie julius justin karen karl karthik kate
	katherine kathleen kathryn katie keith kelly kelsey ken kenneth kevin kim kris kristen kristina kyle larry laura lauren lee leo leon leonardo lewis liam lin lisa
	liz louis lucas lucy luis luke lydia madhav magnus manuel marc marco marcus margaret maria marie mario mark martin mary mateo matt matthew matthias maya megan
	melanie melissa michael michelle miguel mike mohamed monica nadia nancy natalie natasha nathan neha nicholas nick nicolas nicole nigel nikhita nina noah nora
	olga oliver olivia oscar pablo pamela patricia patrick paul paula pavel pedro peter phil philip pierre priya priyanka rachel rafael rahul ralph ravi ray rebecca
	ricardo richard rick rita rob robert roberto robin rodrigo roger ron rose ross roy russell ruth ryan sam samantha samuel sandra sanjay sara sarah saad scott sean
	sebastian sergey shannon sharon shaun simon sofia sophia stefan stella stephanie stephen steve steven stuart susan suzanne sylvia taylor ted teresa terry thomas
	tiffany tim timothy tina todd tom tony tracy travis tyler valerie vanessa victor victoria vijay vincent vishal walter wayne wei wendy will william xavier yan
	yuan yvonne zach zoe
	akira atsushi daisuke hiroshi hiroki hiroyuki ichiro jun junichi kazuki kazuya keisuke kenichi kenji kenta kohei koichi kota makoto masahiro masaki masaya naoki
	ryo ryota satoshi shinichi shinya shota shun taichi takahiro takashi takeshi takuya taro tatsuya tetsuya tomohiro tomoya toshi wataru yuichi yuki yusuke yuta yuya`,
)

// givenName tells whether s begins with a common first name and goes on.
func givenName(s string) bool {
	first, rest, _ := strings.Cut(strings.TrimSpace(s), " ")
	return givenNames.has(first) && strings.TrimSpace(rest) != ""
}
