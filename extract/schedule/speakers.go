package schedule

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cncfgraph/cncfgraph/extract/record"
	"github.com/cncfgraph/cncfgraph/internal/pattern"
)

// unit is what stands between two "&": a person, and behind commas a role, a
// company, or more people.
type unit struct {
	parts  []string
	listed bool // a comma stands before the "&" behind it, as in a list: "A, B, & C"
}

var (
	joint     = pattern.Lazy(`,?\s+(?:&|and|＆|with)\s+|,\s*(?:&|and)\s+`)
	legalForm = pattern.Lazy(`^(?i:inc|llc|ltd|co|corp|gmbh|b\.?v|s\.?a|a/s|ag|plc|pvt|limited|incorporated|s\.?r\.?l|pte)(?:[\s.,]|$)|^(?i:jr|sr|ph\.?d|iii)\.?$`)
	// roles are what a person is called for their work.
	roles = pattern.Lazy(`(?i)\b(?:engineer(?:ing)?|manager|ceo|cto|cio|ciso|coo|cfo|cpo|evp|svp|vp|director|founder|co-?founder|president|chairs?|co-?chairs?|lead|leader|head|maintainer|contributor|reviewer|approver|advocate|evangelist|architect|professor|developer|scientist|researcher|strategist|consultant|officer|ambassadors?|intern|student|analyst|administrator|designer|writer|editor|fellow|principal|staff|senior|sr|chief|specialist|coordinator|host|member|moderator|devrel|attorney|advisor|exec dir|dmts|mentee|mentor|students?|engineers|tsc|toc|sre|owner|partner|expert|technologist|executive|producer|author|volunteer|program|programme|community|emeritus)\b`)
	// organisation is what only companies and institutes have in their names.
	organisation = pattern.Lazy(`(?i)\b(?:inc|llc|ltd|gmbh|ag|plc|corp|corporation|technolog(?:y|ies)|universit(?:y|ät|é)|institute|laborator(?:y|ies)|labs?|cloud|bank|group|foundation|software|systems|solutions|networks?|security|computing|services|company|consulting|international|college|school|research|hospital|government|ministry|media|studios?|digital|data|engine|games|entertainment|financial|capital|investments|insurance|telekom|telecom|mobile|health|robotics|ai|io|aws|cncf)\b|\.\p{L}{2,}$|\d|^the `)
)

// subject ends what people study, work on, or lead, and no name of theirs: "Machine
// Learning", "Strategic Programs".
var subject = pattern.Lazy(`(?i)(?:^|\s)(?:learning|analytics|mathematics|management|media|studies|programs|programmes|marketing|operations|economics|sciences?|infrastructure|strategy|incubation|telecommunications|engineering|education|arts)$`)

// isRole tells whether s names a role and no company. "Founder" is one, "Google
// Developer Relations" too.
func isRole(s string) bool {
	return roles().MatchString(s) && !legalForm().MatchString(s) && !strings.HasPrefix(s, "The ")
}

// unitsOf parts the speakers of one group, "A, Role, Company & B, Company". Of those
// who follow, it leaves out who is nobody.
func unitsOf(group string) []unit {
	var units []unit
	for text, listed := range joined(strings.TrimSpace(group)) {
		var parts []string
		for raw := range strings.SplitSeq(text, ",") {
			p := strings.TrimSpace(raw)
			switch {
			case p == "":
			case legalForm().MatchString(p) && len(parts) > 0:
				parts[len(parts)-1] += "," + strings.TrimRight(raw, " ")
			default:
				parts = append(parts, p)
			}
		}
		switch {
		case len(parts) == 0, unknown().MatchString(parts[0]):
		case len(units) > 0 && goesOn(units[len(units)-1], parts):
			last := &units[len(units)-1]
			last.parts[len(last.parts)-1] += " & " + parts[0]
			last.parts = append(last.parts, parts[1:]...)
		case len(units) > 0 && isBareRole(parts[0]):
		default:
			units = append(units, unit{parts: parts, listed: listed})
		}
	}
	return units
}

// joined yields what stands between two "&" of a group, and whether a comma stands
// before the one behind it.
func joined(group string) iter.Seq2[string, bool] {
	return func(yield func(string, bool) bool) {
		from := 0
		for _, at := range joint().FindAllStringIndex(group, -1) {
			if !yield(group[from:at[0]], group[at[0]] == ',') {
				return
			}
			from = at[1]
		}
		yield(group[from:], false)
	}
}

// isLowName tells whether s may be a person's name in small letters or in a script
// that has no others.
func isLowName(s string) bool {
	words := strings.Fields(s)
	if !hasNoCase(s) || strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != ' ' && r != '-' }) >= 0 {
		return false
	}
	if unicode.Is(unicode.Han, []rune(s)[0]) {
		return len(words) == 1 && utf8.RuneCountInString(s) <= 4
	}
	return len(words) == 2 && !organisation().MatchString(s) && !isRole(s) && !titleWords().MatchString(s)
}

// goesOn tells whether what stands behind an "&" is no person but the rest of a
// role or of a company before it: "Founder & CEO, Company", "Director, Cloud &
// Infrastructure, Company", "Nippon Telegraph & Telephone Corporation", or another
// role of that person: "Manager, Company & Core Maintainer, Project". A person of few
// capitals or none, "yue li, Company" and "马金晶，公司", has a company to be known by.
func goesOn(before unit, parts []string) bool {
	if len(before.parts) < 2 {
		return false
	}
	last, first := before.parts[len(before.parts)-1], parts[0]
	switch {
	case subject().MatchString(first):
		return true
	case len(parts) > 1 && isLowName(first):
		return false
	case isBareRole(first), isRole(first) && !isFullName(first), isRole(first) && isRole(last):
		return true
	case isFullName(first) && !organisation().MatchString(first), len(parts) == 1 && isName(first) && !strings.ContainsAny(first, " ") && !isRole(last) && first != strings.ToUpper(first):
		return false
	}
	for _, p := range before.parts[1:] {
		if isRole(p) {
			return true
		}
	}
	return !isName(first) || organisation().MatchString(first) || first == strings.ToUpper(first) && len(first) > 1
}

// Speakers returns the people that a list such as "A & B, Company; C, Role,
// Company" names; none where it is no such list.
func (s *Splitter) Speakers(list string) []record.Speaker {
	list = clean(list)
	if m := offered().FindStringSubmatch(list); m != nil {
		list = m[1]
	}
	list, _, _ = strings.Cut(list, " | ")
	list, cut := cutOff(list)
	groups := strings.Split(list, ";")
	var all []record.Speaker
	for _, g := range groups {
		if s.isCompany(g) && len(all) > 0 && all[len(all)-1].Organization == "" {
			all[len(all)-1].Organization = record.Company(g) // "A; Company"
			continue
		}
		people := s.group(g, len(groups) > 1)
		if people == nil && len(all) == 0 {
			return nil
		}
		all = append(all, people...)
	}
	if len(all) > 0 && (cut || s.isInitial(all[len(all)-1].Organization)) {
		all = s.completed(all)
	}
	if !s.arePeople(all) || len(all) == 1 && all[0].Organization == "" && s.isCompany(all[0].Name) {
		return nil
	}
	if len(all) == 1 && all[0].Organization == "" && !strings.Contains(list, ",") {
		words := strings.Fields(list)
		if len(words) < 2 || len(words) > 4 || s.isTitleLike(words) && s.people[all[0].Name] < 3 {
			return nil
		}
	}
	return all
}

// arePeople tells whether at least one of the names is more than a word and more
// at home among people than in titles, or has a company that is known.
func (s *Splitter) arePeople(all []record.Speaker) bool {
	for _, p := range all {
		known := s.people[p.Name] > 1 || s.companies[p.Organization] > 1
		words := strings.Fields(p.Name)
		if known || (len(words) > 1 || hasNoCase(p.Name)) && (p.Organization != "" || !s.isTitleLike(words)) {
			return true
		}
	}
	return false
}

// group returns the people of one group, nil where it names anything else. Who
// has no company has that of the next one who does.
func (s *Splitter) group(group string, several bool) []record.Speaker {
	units := unitsOf(group)
	var people []record.Speaker
	if len(units) == 1 && s.allNames(units[0].parts) { // "A, B, C, D"
		for _, p := range units[0].parts {
			people = append(people, record.Speaker{Name: tidyName(p)})
		}
		return people
	}
	for i, u := range units {
		if !isName(u.parts[0]) && !s.isLooseName(u) || isBareRole(u.parts[0]) || isRole(u.parts[0]) && len(units) == 1 && !several && len(u.parts) == 1 {
			return nil
		}
		for _, part := range s.sort(u, i == len(units)-1, len(units[len(units)-1].parts) == 1 || several && i < len(units)-1) {
			if part.person {
				people = append(people, record.Speaker{Name: tidyName(part.text)})
			} else {
				people[len(people)-1].Organization = record.OneLine(part.text)
			}
		}
	}
	company := ""
	for i := len(people) - 1; i >= 0; i-- {
		if people[i].Organization == "" {
			people[i].Organization = company
		}
		company = people[i].Organization
	}
	for i := range people { // last: who works for none has not the next one's company
		people[i].Organization = record.Company(people[i].Organization)
	}
	return people
}

// sorted is a part of a unit: a person or a company.
type sorted struct {
	text   string
	person bool
}

// isTornOff tells whether a list of several begins with one word that names nobody
// known: it may be the end of a company that has a hyphen in its name, as in
// "A.P. Moller - Maersk", or of a role before it, "A, Director - OpenShift, Company".
func (s *Splitter) isTornOff(before, list string) bool {
	units := unitsOf(list)
	if len(units) == 0 {
		return false
	}
	comma := strings.LastIndex(before, ", ")
	inRole := comma > 0 && isRole(before[comma+2:])
	if !inRole && (len(units) < 2 || len(units[0].parts) > 1) {
		return false
	}
	name := units[0].parts[0]
	known := s.people[name] > 0
	if inRole {
		known = s.people[name] > 1 // once is here
	}
	return !strings.Contains(name, " ") && !hasNoCase(name) && !known
}

// sort tells persons and companies apart and drops roles. last says that no unit
// follows in the group, so that the unit's own end is a company's place; bare that
// no company stands before an "&" in the group: it ends in a person without one, as
// a list of people alone does, or other groups follow, each with its one company.
func (s *Splitter) sort(u unit, last, bare bool) []sorted {
	out := []sorted{{u.parts[0], true}}
	bare = bare || u.listed
	working := false // a role was said: departments and the company follow
	for i, p := range u.parts[1:] {
		end := i == len(u.parts)-2
		before := &out[len(out)-1]
		switch {
		case isRole(p) && s.companies[p] < 2:
			working = true
		case s.isPerson(p), !working && !end && s.isBeforeCompany(p, u.parts[i+2]):
			out = append(out, sorted{p, true})
			working = false
		case !before.person && working: // "A, Role, Department, Company"
			before.text = p
		case !before.person && isFullName(p) && s.companies[p] <= s.people[p]: // "A, Company, B"
			out = append(out, sorted{p, true})
			working = false
		case !before.person: // "A, Company, City"
		case end && last, working, !isFullName(p), organisation().MatchString(p), s.companies[p] > s.people[p]:
			out = append(out, sorted{p, false})
		case bare, s.people[p] > 0, s.given[firstWord(p)] > 0, s.allNames(u.parts):
			out = append(out, sorted{p, true})
		default:
			out = append(out, sorted{p, false})
		}
	}
	return out
}

// isLooseName tells whether a unit begins with a name that is written in small
// letters, "yue li", which its company, known from elsewhere, gives away.
func (s *Splitter) isLooseName(u unit) bool {
	words := strings.Fields(u.parts[0])
	if len(u.parts) < 2 || len(words) < 2 || len(words) > 4 || s.companies[u.parts[len(u.parts)-1]] == 0 || titleWords().MatchString(u.parts[0]) {
		return false
	}
	return strings.IndexFunc(u.parts[0], func(r rune) bool { return !unicode.IsLetter(r) && r != ' ' && r != '-' && r != '.' && r != '\'' }) < 0
}

// isPerson tells whether a part behind a comma is surely another person: the file
// names them elsewhere, or it names others with that first name and no such company.
func (s *Splitter) isPerson(p string) bool {
	if !isFullName(p) || organisation().MatchString(p) || firstWord(p) == strings.ToUpper(firstWord(p)) && s.people[p] == 0 {
		return false // "JP Something" has no given name
	}
	known := s.people[p]
	return known > 0 && known >= s.companies[p] || s.companies[p] < 2 && s.given[firstWord(p)] > 1
}

// isBeforeCompany tells whether p, behind a person, is another one: "A, B, Company",
// where the file names the company and none that is called p.
func (s *Splitter) isBeforeCompany(p, next string) bool {
	return isFullName(p) && !organisation().MatchString(p) && s.companies[p] == 0 && s.companies[next] > 0 && !subject().MatchString(p)
}

// isCompany tells whether a list, which is one name alone, is a company and no person.
func (s *Splitter) isCompany(list string) bool {
	name := strings.TrimSpace(list)
	if name == "" || strings.ContainsAny(name, ",&") {
		return false
	}
	once := s.people[name] < 2 && s.given[firstWord(name)] < 2 // which is here
	return s.companies[name] > max(1, s.people[name]) || once && organisation().MatchString(name)
}

// allNames tells whether three parts or more all look like names of people.
func (s *Splitter) allNames(parts []string) bool {
	for _, p := range parts {
		if !isFullName(p) || organisation().MatchString(p) || isRole(p) || s.companies[p] > max(1, s.people[p]) {
			return false
		}
	}
	return len(parts) > 2
}

// particles are the small words in names.
var particles = map[string]bool{
	"van": true, "von": true, "de": true, "der": true, "den": true, "da": true, "dos": true, "das": true, "di": true,
	"del": true, "della": true, "la": true, "le": true, "el": true, "al": true, "bin": true, "ibn": true, "du": true,
	"ter": true, "ten": true, "zu": true, "y": true, "e": true, "do": true, "op": true, "ze": true, "af": true, "van't": true,
}

// titleWords begin or end what is no name.
var titleWords = pattern.Lazy(`(?i)\b(?:deep dive|lessons|learned|event|day|days|session|sessions|part|intro|introduction|update|updates|overview|panel|discussion|q&a|keynote|workshop|tutorial|edition|required|sold out|hosted|beyond|future|the|of|for|in|with|to|your|our|how|what|why|when|from|kubernetes|cloud native|cloud-native|security|performance|production|meetup|office hours|demo|demos|welcome|remarks|closing|opening|booth|live|virtual|project|projects|sig|wg|tag|status|report|edge|journey|story|case study|tba|tbd|more)\b`)

// apostrophes joins what they part: "Guo'an" has no word "an".
var apostrophes = strings.NewReplacer("'", "", "’", "")

// isName tells whether s may be the name of a person: one to five words that begin
// with a capital, particles aside, and none that only titles have.
func isName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 6 || utf8.RuneCountInString(s) > 60 || strings.ContainsAny(s, "?!:/=+<>{}|_#•→%") || titleWords().MatchString(apostrophes.Replace(s)) {
		return false
	}
	capitals := 0
	for _, w := range words {
		switch first, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, `("“'‘@`)); {
		case unicode.IsUpper(first), unicode.IsLetter(first) && !unicode.IsLower(first):
			capitals++
		case unicode.IsDigit(first):
			return false
		case particles[strings.ToLower(strings.Trim(w, "'’"))], strings.ContainsAny(w, "'’"):
		case len(words) == 2 && unicode.IsLower(first) && capitals > 0: // "Brandon philips"
		default:
			return false
		}
	}
	return capitals > 0
}

// isFullName tells whether s may be a given name and a family name.
func isFullName(s string) bool {
	words := strings.Fields(s)
	if !isName(s) || len(words) < 2 || len(words) > 4 {
		return false
	}
	for _, w := range words {
		if utf8.RuneCountInString(w) > 2 && w == strings.ToUpper(w) && !hasNoCase(w) && !strings.HasSuffix(w, ".") {
			return false // "ACC ICT"
		}
	}
	return true
}

func hasNoCase(s string) bool { return strings.ToLower(s) == s }

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return w
}

// tidyName drops what stands around a name.
func tidyName(s string) string { return strings.Trim(s, " .,-–") + dot(s) }

// dot returns the full stop of initials at the end of a name: "Julien D.".
func dot(s string) string {
	words := strings.Fields(s)
	if last := words[len(words)-1]; len(last) > 1 && strings.IndexByte(last, '.') == 1 && strings.HasSuffix(last, ".") {
		return "."
	}
	return ""
}
