package extract

import (
	"slices"
	"strings"
	"unicode/utf8"
)

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

// nameQuotes stand around names.
const nameQuotes = "\"'“”*_- "

// readAtom reads one part of a list of people, the first of which must be a person.
func readAtom(a atom, labelled, first bool) (readPerson, atomKind) {
	var out readPerson
	if nick, ok := ownNick(a.text()); ok {
		out.Name, out.Handle, out.sure = Optional(nick), Optional(nick), true
		return out, personAtom
	}
	rest := takeProfile(a.passage, &out)
	rest, ok := takeBrackets(rest, &out)
	if !ok {
		return out, otherAtom
	}
	rest = takeHandle(rest, &out)
	rest = takePlace(rest, &out)
	rest = takeHonorific(rest, &out)
	rest = takeEmployer(rest, &out)
	name := rest.trim(nameQuotes).plain()
	like := personLike(withoutNick(name))
	if team, last, ok := koreanMember(name); ok && out.Organization == "" {
		name, out.Organization, out.sure, like = last, Optional(team), true, likely
	}
	if like == unlike && personLike(string(out.Organization)) == likely && has(name, cjk) && utf8.RuneCountInString(name) <= 12 {
		// A mixed name, and the same again in brackets.
		name, out.Organization, like = string(out.Organization), "", likely
	}
	switch {
	case name == "":
		return out, kindOf(out.Handle != "", personAtom)
	case first && !labelled && !out.sure && (like == unlike || like == possible && out.Organization == ""):
		return out, otherAtom
	case out.sure && out.Handle != "" && personLike(name) == unlike && (strings.ContainsAny(name, " 　") || phrase(name)):
		return out, otherAtom
	case out.sure && nameable(name):
		out.Name = Optional(name)
		return out, personAtom
	case out.sure:
		return out, otherAtom
	case labelled && like == unlike && takeLatinEmployer(name, &out):
		return out, personAtom
	case labelled && like == unlike && takeFirstName(name, first, &out):
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

// ownNick reads "私(nick)", as authors name themselves among others.
func ownNick(s string) (string, bool) {
	for _, self := range [...]string{"私", "自分", "僕", "わたし"} {
		if rest, ok := strings.CutPrefix(s, self); ok {
			nick := strings.TrimLeft(strings.Trim(strings.TrimSpace(rest), "()（）"), "@＠")
			return nick, len(nick) < len(rest)-1 && validHandle(nick)
		}
	}
	return "", false
}

// withoutNick returns s without a nick in quotation marks: `Ann "Bee" Lee`.
func withoutNick(s string) string {
	for _, q := range [...][2]string{{`"`, `"`}, {"“", "”"}, {"'", "'"}} {
		first, rest, ok := strings.Cut(s, " "+q[0])
		if nick, last, closed := strings.Cut(rest, q[1]+" "); ok && closed && len(nick) <= 16 {
			return first + " " + last
		}
	}
	return s
}

// koreanMember splits "SK Telecom 개발팀 조동규": a team, and the name of a member.
func koreanMember(s string) (team, name string, ok bool) {
	i := strings.LastIndexByte(s, ' ')
	if i < 0 || !only(s[i+1:], hangul) || personLike(s[i+1:]) < likely {
		return "", "", false
	}
	team = strings.TrimSpace(s[:i])
	return team, s[i+1:], anySuffix(team, koreanTeams)
}

// koreanTeams end the names of teams and institutes.
var koreanTeams = []string{"팀", "연구실", "연구소", "연구원", "대학교", "대학원", "그룹", "센터", "본부", "실", "랩", "커뮤니티"}

// takeLatinEmployer reads "LINE 市原ゆうし": an employer in Latin letters and a name in
// others.
func takeLatinEmployer(s string, out *readPerson) bool {
	i := strings.LastIndexAny(s, " 　")
	if i <= 0 || out.Organization != "" || has(s[:i], cjk) || !capitalised(s) {
		return false
	}
	name := strings.TrimLeft(s[i:], " 　")
	if n := utf8.RuneCountInString(name); n < 2 || n > 6 || !only(name, cjk) || personLike(name) < possible {
		return false
	}
	out.Name, out.Organization, out.sure = Optional(name), Optional(strings.TrimSpace(s[:i])), true
	return true
}

// takeFirstName reads "郁长风 钱塘证券 架构师": a name, then an employer and a role,
// set apart by spaces. alone says that nobody stands before.
func takeFirstName(s string, alone bool, out *readPerson) bool {
	first, rest, ok := strings.Cut(s, " ")
	if !ok || !only(first, han) || personLike(first) == unlike || !alone && personLike(first) < likely {
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

// takeProfile takes the profile that a text links to. Where an employer stands
// before the link, its text is the name: "Company [name](profile)".
func takeProfile(p passage, out *readPerson) passage {
	for _, a := range p.links() {
		t := targetOf(a.url)
		if t.kind == otherTarget && a.start == 0 && a.end == len(p.text()) && has(p.text(), cjk) && personLike(p.text()) >= possible {
			out.sure = true // a name that links to a page of one's own
		}
		if t.kind != profileTarget || out.Handle != "" {
			continue
		}
		out.sure = true
		if t.platform == "twitter" || t.platform == "github" || t.platform == "qiita" || t.platform == "zenn" {
			out.Handle, out.Platform = Optional(t.handle), Optional(t.platform)
		}
		before := p.sub(0, a.start).trim(" 　の")
		if organizationLike(before.text()) == likely && a.end > a.start && out.Organization == "" {
			out.Organization = Optional(before.plain())
			p = p.sub(a.start, len(p.text()))
		}
	}
	return p
}

// platforms are what stands in brackets behind a handle.
var platforms = map[string]string{
	"twitter": "twitter", "x": "twitter", "github": "github", "qiita": "qiita", "zenn": "zenn", "ツイッター": "twitter", "트위터": "twitter",
	"bluesky": "bluesky", "mastodon": "mastodon", "linkedin": "linkedin", "slack": "slack",
}

var openingBrackets, closingBrackets = newCharset("(（[【"), newCharset(")）]】")

// takeBrackets takes the brackets in p: a handle, its platform, an employer or the
// name behind a handle. ok is false where p goes on behind them.
func takeBrackets(p passage, out *readPerson) (rest passage, ok bool) {
	for {
		s := p.text()
		open := openingBrackets.index(s)
		if open < 0 {
			return p, true
		}
		_, n := utf8.DecodeRuneInString(s[open:])
		end := closingBrackets.index(s[open:])
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
			before := p.sub(0, open).trim("")
			if tail != "" {
				takeHonorific(p.sub(end+m, len(s)), out)
				takeHandle(p.sub(end+m, len(s)), out)
				out.sure = true
				if honorific(tail) > 0 {
					before = takePrecedingEmployer(before, out)
				}
			}
			p = before
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
	if readAccounts(s, out) {
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
	case out.Organization == "" && strings.ContainsAny(s, ",、，") && roleBefore(&s):
		out.Organization = Optional(s)
	case out.Organization == "" && utf8.RuneCountInString(s) <= 60:
		if honorific(s) > 0 {
			takeHonorific(rest, out)
			return
		}
		out.Organization = Optional(s)
		out.sure = out.sure || organizationLike(s) == likely
	}
}

// roleBefore tells whether s is a role, a comma and an employer, and leaves the
// employer.
func roleBefore(s *string) bool {
	i := strings.LastIndexAny(*s, ",、，")
	_, n := utf8.DecodeRuneInString((*s)[i:])
	before, after := (*s)[:i], strings.TrimSpace((*s)[i+n:])
	if after == "" || !roleLike(before) || roleLike(after) {
		return false
	}
	*s = after
	return true
}

// readAccounts reads "Twitter: @a, GitHub: b"; the first account counts.
func readAccounts(s string, out *readPerson) bool {
	var handle, platform string
	for _, f := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(",、/／ ", r) }) {
		switch name, rest, ok := strings.Cut(strings.Replace(f, "：", ":", 1), ":"); {
		case ok && platforms[strings.ToLower(name)] != "":
			platform = platforms[strings.ToLower(name)]
			f = rest
		case platform == "":
			return false
		}
		if f = strings.TrimPrefix(f, "@"); f == "" {
			continue
		}
		if !validHandle(f) {
			return false
		}
		if handle == "" {
			handle = f
			out.Handle, out.Platform, out.sure = Optional(handle), Optional(platform), true
		}
	}
	return handle != ""
}

// takeHandle takes a handle: "@a", "@ a" before a platform, and "＠a".
func takeHandle(p passage, out *readPerson) passage {
	if p.signs(handleSign) == 0 {
		return p
	}
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
	if rest, ok := takeRank(p); ok {
		out.sure = true
		return takePrecedingEmployer(rest, out)
	}
	s := strings.TrimRight(p.text(), " 。.、！!")
	for _, h := range honorifics {
		if !strings.HasSuffix(s, h) || len(s) == len(strings.TrimSpace(h)) && out.Handle == "" && out.Organization == "" {
			continue
		}
		out.sure = true
		rest, _ := takeRank(p.sub(0, len(s)-len(h)).trim(""))
		return takePrecedingEmployer(rest, out)
	}
	return p
}

// ranks stand behind a name in Korean, an honorific behind them or not.
var ranks = [...]string{"부장", "차장", "과장", "대리", "사원", "이사", "상무", "전무", "팀장", "실장", "본부장", "센터장", "소장", "수석", "책임", "선임", "대표", "교수", "박사", "매니저", "엔지니어", "CTO", "CEO"}

// takeRank takes the rank that p ends in behind a name in Hangul: "홍길동 부장".
func takeRank(p passage) (passage, bool) {
	s := strings.TrimRight(p.text(), " ")
	i := strings.LastIndexByte(s, ' ')
	if i < 0 || !slices.Contains(ranks[:], s[i+1:]) {
		return p, false
	}
	before := s[:i]
	name := before[strings.LastIndexByte(before, ' ')+1:]
	if n := utf8.RuneCountInString(name); n < 2 || n > 4 || !only(name, hangul) || personLike(name) < possible {
		return p, false
	}
	return p.sub(0, i).trim(""), true
}

// takePlace takes the employer from "Aさん＠Company".
func takePlace(p passage, out *readPerson) passage {
	if p.signs(handleSign) == 0 {
		return p
	}
	s := p.text()
	for _, at := range [...]string{"＠", " @ ", "@"} {
		i := strings.Index(s, at)
		if i <= 0 {
			continue
		}
		for _, h := range honorifics {
			if strings.HasSuffix(strings.TrimRight(s[:i], " "), h) {
				out.Organization = Optional(p.sub(i+len(at), len(s)).plain())
				return p.sub(0, i).trim("")
			}
		}
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
	if i := strings.LastIndex(s, "の"); i > 0 && i+len("の") < len(s) && (personLike(s[i+len("の"):]) >= possible || validHandle(s[i+len("の"):])) && !hiragana(runeBefore(s, i)) {
		out.employedBy(p.sub(0, i).plain())
		return p.sub(i+len("の"), len(s))
	}
	if company, name, ok := strings.Cut(s, "의 "); ok && only(name, hangul) && personLike(name) >= possible {
		out.employedBy(p.sub(0, len(company)).plain())
		return p.sub(len(s)-len(name), len(s))
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
	foreign := !has(before, han) && has(name, cjk) || has(before, han) && utf8.RuneCountInString(before) >= 4 && !strings.ContainsAny(before, " 　") && personLike(name) >= possible
	if organizationLike(before) == likely || foreign && !only(before, hiragana) && !strings.ContainsAny(before, "・") {
		if full := strings.LastIndexAny(before, " 　"); full > 0 && organizationLike(before[:full]) == likely && has(before[full:], han) {
			i = full // "Company 姓 名"
			_, n = utf8.DecodeRuneInString(s[i:])
		}
		out.employedBy(p.sub(0, i).plain())
		return p.sub(i+n, len(s)).trim("")
	}
	if full := strings.IndexAny(before, " 　"); full > 0 && organizationLike(before[:full]) >= possible && has(before[full:], han) {
		out.employedBy(p.sub(0, full).plain())
		return p.sub(full, len(s)).trim("")
	}
	return p
}

// employedBy notes the employer that stands before a name, unless it is only what
// the person does there.
func (r *readPerson) employedBy(s string) {
	if r.Organization == "" && !(roleLike(s) && organizationLike(s) < likely) {
		r.Organization = Optional(s)
	}
}

// employerSigns are in all that stands between a name and an employer.
var employerSigns = newCharset(" @＠—-")

// employerMarks stand between a name and an employer.
var employerMarks = []string{" at ", " from ", " @ ", " @", "@", "＠", " of ", " - ", " – ", " — ", "——", "-"}

// takeEmployer takes the employer from "Name at Company", "Name from Company",
// "Name @ Company" and "Name - Company".
func takeEmployer(p passage, out *readPerson) passage {
	s := p.text()
	if !employerSigns.in(s) {
		return p
	}
	for _, own := range [...]string{"’s ", "'s "} {
		company, name, ok := strings.Cut(s, own)
		if ok && company != "" && capitalised(company) && personLike(name) == likely {
			out.employedBy(company)
			return p.sub(len(s)-len(name), len(s)) // "Globex's Ann Lee"
		}
	}
	for _, sep := range employerMarks {
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
