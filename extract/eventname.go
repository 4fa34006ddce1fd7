package extract

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// eventName is the name of an event in a text.
type eventName struct {
	span
	name    string
	edition bool // it says which edition: a number or a year
	head    bool // it says what it is: a meetup, a conference
}

// maxEventText is how many bytes of a text are looked through for events.
const maxEventText = 4 << 10

// eventNames returns the names of events in s, or in its beginning, in order.
func eventNames(s string) []eventName {
	ws := wordsOf(start(s, maxEventText))
	var out []eventName
	for i := 0; i < len(ws); i++ {
		if !eventHead(ws, i) && edition(ws, i) == 0 {
			continue
		}
		e, last, ok := nameAround(s, ws, i)
		if !ok {
			continue
		}
		if n := len(out); n > 0 && e.start < out[n-1].end || dayOfOne(e.name) {
			continue
		}
		out = append(out, e)
		i = last
	}
	return out
}

// dayOfOne tells whether name is a word for events and which day of one: "カンファレンス初日".
func dayOfOne(name string) bool {
	for _, end := range [...]string{"初日", "最終日", "1日目", "2日目", "3日目", "一日目", "二日目", "三日目", "当日", "前日"} {
		if word, ok := strings.CutSuffix(name, end); ok {
			return genericHeads.has(strings.TrimSpace(word))
		}
	}
	return false
}

// editionsIn returns those of the names of events in p, without its dates, that say
// what they are and which edition. None does without a number.
func editionsIn(p passage) []eventName {
	if p.signs(eventSign) == 0 || !numerals.in(p.text()) {
		return nil
	}
	return slices.DeleteFunc(eventNames(withoutDates(p.text())), func(e eventName) bool { return !e.edition || !e.head })
}

// numerals are in all that edition accepts.
var numerals = newCharset("0123456789０１２３４５６７８９第")

var apostrophes = newCharset("'’")

var (
	easternHeadEnds = newWordEnds(easternHeads)
	reportTailIndex = newWordIndex(reportTails)
)

// eventHead tells whether ws[i] says that a name is one of an event.
func eventHead(ws []word, i int) bool {
	w := ws[i]
	switch w.class {
	case latinWord:
		if eventWords.has(strings.TrimRight(w.text, "0123456789")) {
			return capitalised(w.text) || i+1 < len(ws) && edition(ws, i+1) > 0 ||
				i > 1 && ws[i-1].class == latinWord && capitalised(ws[i-1].text) && capitalised(ws[i-2].text) && !leadWords.has(ws[i-1].text) && !reportWords.has(ws[i-1].text)
		}
		if dayWords.has(w.text) {
			// "Service Mesh Day", not "Day 2" and "Monday".
			return i > 0 && ws[i-1].class == latinWord && capitalised(ws[i-1].text) && capitalised(w.text) && !roundWords.has(ws[i-1].text)
		}
		lower := w.text
		if at := apostrophes.index(w.text); at > 0 {
			lower = lower[:at] // "COSCon'22"
			if digits(strings.TrimLeft(w.text[at:], "'’")) {
				return eventWord(w.text[:at])
			}
		}
		for _, end := range smallEventEnds {
			if len(lower) > len(end)+3 && strings.EqualFold(lower[len(lower)-len(end):], end) && i+1 < len(ws) && (edition(ws, i+1) > 0 || i+2 < len(ws) && places.has(ws[i+1].text) && edition(ws, i+2) > 0) {
				return true
			}
		}
		return eventWord(w.text)
	case hanWord, katakanaWord, hiraganaWord, hangulWord:
		text := w.text
		if i > 0 && !w.space && ws[i-1].class >= hanWord {
			text = ws[i-1].text + text
		}
		return easternHeadEnds.end(text) || anyOf(text, longEasternHeads)
	}
	return false
}

// eventEnds end the names of events, smallEventEnds those that have an edition.
var (
	eventEnds      = []string{"Con", "Conf", "Days", "Fest", "Summit", "Meetup", "MeetUp", "Camp", "Kaigi", "Forum", "CON", "Day"}
	smallEventEnds = []string{"fest", "conf", "camp", "summit", "con"}
)

// eventWord tells whether s ends in what names of events end in: "PromCon",
// "SREcon22".
func eventWord(s string) bool {
	stem := strings.TrimRight(s, "0123456789")
	if len(stem) < len(s) && strings.HasSuffix(stem, "con") && inCapitals(strings.TrimSuffix(stem, "con")) {
		return true
	}
	for _, end := range eventEnds {
		if len(s) > len(end)+1 && strings.HasSuffix(stem, end) && !strings.Contains(s, "'") {
			return true
		}
	}
	return false
}

// nameAround returns the name that stands around ws[i], and the index of its last
// word.
func nameAround(s string, ws []word, i int) (e eventName, last int, ok bool) {
	first := i
	for first > 0 && before(ws, first) {
		first--
	}
	if k := runStart(ws, first); edition(ws, k) > 0 {
		first = k // "第8回…の…会"
	}
	last = i
	if n := edition(ws, i); n > 0 {
		last = i + n - 1
	}
	for last+1 < len(ws) {
		n := after(ws, last)
		if n == 0 {
			break
		}
		last += n
	}
	for first < last && (joiner(ws[first].text) || leadWords.has(ws[first].text) || first+1 < last && months.has(ws[first].text)) {
		first++
	}
	if first > 0 && first < last && year(ws[first].text) && ws[first-1].text == "in" {
		first++ // "Service mesh in 2020 Meetup #9"
	}
	e = eventName{span: span{ws[first].start, ws[last].end}}
	cut := clip(ws, first, last)
	e.start, e.end = cut.start, cut.end
	words := 0
	for k := first; k <= last; k++ {
		if n := edition(ws, k); n > 0 {
			e.edition = true
			k += n - 1
			if counted(ws[k].text) == 0 || counted(ws[k].text) == len(ws[k].text) {
				continue
			}
		}
		e.head = e.head || eventHead(ws, k)
		words++
		e.edition = e.edition || ws[k].class == latinWord && len(strings.TrimRight(ws[k].text, "0123456789")) <= len(ws[k].text)-2 && strings.IndexFunc(ws[k].text, func(r rune) bool { return r >= '0' && r <= '9' }) > 1
	}
	e.name = strings.Join(strings.Fields(s[e.start:e.end]), " ")
	if words == 1 && !e.edition && genericHeads.has(e.name) {
		return e, last, false
	}
	return e, last, words > 0 && utf8.RuneCountInString(e.name) >= 3 && utf8.RuneCountInString(e.name) <= 80
}

// runStart returns the first of the words that are glued to ws[i].
func runStart(ws []word, i int) int {
	for i > 0 && !ws[i].space && ws[i-1].class != signWord {
		i--
	}
	return i
}

// before tells whether the word before ws[i] belongs to the name.
func before(ws []word, i int) bool {
	w, cur := ws[i-1], ws[i]
	switch {
	case reportWords.has(w.text) || w.class != signWord && stops(w.text):
		return false
	case w.class == latinWord:
		if w.text == "x" || w.text == "and" || w.text == "of" || w.text == "on" || w.text == "for" || w.text == "in" {
			return i-2 >= 0 && ws[i-2].class == latinWord && capitalised(ws[i-2].text) && capitalised(cur.text) && !reportWords.has(ws[i-2].text) && !leadWords.has(ws[i-2].text)
		}
		inner := i-2 >= 0 && leadWords.has(w.text) && capitalised(w.text) && ws[i-2].class == latinWord && capitalised(ws[i-2].text) && !leadWords.has(ws[i-2].text) && !reportWords.has(ws[i-2].text) && innerWords.has(w.text)
		return named(w.text) && !leadWords.has(w.text) || inner || cur.class != latinWord && !cur.space && len(w.text) > 1 && !particles.holds(w.text)
	case w.class == numberWord:
		return year(w.text) || i-2 >= 0 && (ws[i-2].text == "第" || ws[i-2].text == "제") || edition(ws, i-1) > 0
	case w.class == hanWord || w.class == katakanaWord || w.class == hangulWord:
		return !cur.space || !counting(ws, i-1)
	case w.class == hiraganaWord:
		if cur.class == latinWord {
			return !cur.space && utf8.RuneCountInString(w.text) >= 3 && (i == 1 || ws[i-1].space || ws[i-2].class == signWord) && !strings.HasSuffix(w.text, "の") && !strings.HasSuffix(w.text, "は")
		}
		return !cur.space && (utf8.RuneCountInString(w.text) >= 3 || w.text == "の")
	case w.text == "-" && (year(cur.text) || w.space && cur.space):
		return false // "Looking back-2019 KubeCon", "Tuesday - PromCon"
	case w.text == "/" && cur.space && i-2 >= 0 && ws[i-2].class != latinWord && ws[i-2].class != numberWord:
		return false // "夜の運用 / Mesh Night #7"
	case joiner(w.text):
		return i-2 >= 0 && ws[i-2].class != signWord && !(w.text == "." && cur.space)
	case w.text == "#" || w.text == "'":
		return false
	}
	return false
}

// counting tells whether the run of glued words that ends in ws[i] begins with a
// number that is no edition: "100本", which counts things and names no event.
func counting(ws []word, i int) bool {
	for ; i > 0 && !ws[i].space; i-- {
		w, lead := ws[i-1], ""
		if i > 1 {
			lead = ws[i-2].text
		}
		if w.class == numberWord {
			return !year(w.text) && edition(ws, i-1) == 0 && lead != "第" && lead != "제"
		}
	}
	return false
}

// joiner tells whether s stands between the words of a name.
func joiner(s string) bool {
	switch s {
	case "+", "&", "＋", "＆", "×", "/", ".", "-":
		return true
	}
	return false
}

// after returns how many words behind ws[last] belong to the name that it ends so far.
func after(ws []word, last int) int {
	i := last + 1
	w, cur := ws[i], ws[last]
	if n := edition(ws, i); n > 0 {
		if cur.class == numberWord && w.class == numberWord {
			return 0
		}
		return n
	}
	if cur.class == numberWord && cur.text != "" && !year(cur.text) && w.class != signWord && w.space && !regions.has(w.text) && !seasons.has(w.text) && !placeAt(w.text) && !stand(w.text) && !months.has(w.text) && w.text != "in" {
		return 0
	}
	switch {
	case w.class != signWord && stops(w.text) || reportWords.has(w.text):
		return 0
	case w.class == latinWord:
		if w.text == "in" && i+1 < len(ws) && cur.class != numberWord && (ws[i+1].class == hanWord || places.has(ws[i+1].text)) {
			return 2
		}
		if w.text == "in" && i+1 < len(ws) && (year(cur.text) || last > 0 && strings.Contains("'’", ws[last-1].text)) && (ws[i+1].class == hanWord || places.has(ws[i+1].text)) {
			return 2
		}
		if year(cur.text) {
			if months.has(w.text) && capitalised(w.text) {
				return 1
			}
			if regions.has(w.text) || places.has(w.text) || seasons.has(w.text) {
				return 1
			}
			return 0
		}
		if named(w.text) && !leadWords.has(w.text) && !dayNumber(ws, i) {
			return 1
		}
		if places.has(w.text) && i+1 < len(ws) && edition(ws, i+1) > 0 {
			return 1
		}
	case w.class == hanWord && (stand(w.text) || placeAt(w.text)), w.class != signWord && eventHead(ws, i):
		return 1
	case (w.class == hanWord || w.class == katakanaWord || w.class == hangulWord) && w.space && utf8.RuneCountInString(w.text) <= 4 && cur.class != numberWord:
		return 1
	case w.class == hanWord && !w.space && year(cur.text) && seasons.has(w.text):
		return 1
	case (w.text == "@" || w.text == "＠") && !w.space && i+1 < len(ws) && ws[i+1].class == hanWord && placeAt(ws[i+1].text):
		return 2
	case w.text == "," && eventHead(ws, last):
		return regionAt(ws, i)
	case w.text == "+" || w.text == "&" || w.text == "/" || w.text == "×":
		for k := i + 1; k < len(ws) && k <= i+4 && ws[k].class == latinWord && capitalised(ws[k].text); k++ {
			if eventHead(ws, k) {
				return k - i + 1
			}
		}
		if i+1 < len(ws) && eventHead(ws, i+1) {
			return 2
		}
	}
	return 0
}

// regionAt returns how many words from the comma ws[i] on are a region and an edition:
// "MeshCon, North America 2023".
func regionAt(ws []word, i int) int {
	k := i + 1
	for k < len(ws) && k <= i+2 && regions.has(ws[k].text) {
		k++
	}
	if k == i+1 || k == len(ws) || edition(ws, k) == 0 {
		return 0
	}
	return k - i + edition(ws, k)
}

// placeAt tells whether s begins with a place, behind which only a report's words
// stand.
func placeAt(s string) bool {
	if places.has(s) {
		return true
	}
	for _, tail := range reportTails {
		if i := strings.Index(s, tail); i > 0 && places.has(s[:i]) {
			return true
		}
	}
	return false
}

// named tells whether s is written as names are: with a capital or a digit
// somewhere.
func named(s string) bool {
	return capitalised(s) || len(s) > 2 && (strings.ToLower(s) != s || strings.ContainsAny(s, "0123456789"))
}

// stand tells whether s begins with the stop of a series of events that tours
// cities: "上海站回顾".
func stand(s string) bool {
	i := strings.Index(s, "站")
	return i > 0 && utf8.RuneCountInString(s[:i]) <= 3
}

// dayNumber tells whether ws[i] begins "Day 1".
func dayNumber(ws []word, i int) bool {
	return dayWords.has(ws[i].text) && i+1 < len(ws) && ws[i+1].class == numberWord && len(ws[i+1].text) <= 2
}

// clip cuts away what reports say around a name in scripts without spaces:
// "深圳站回顾" keeps its place, "勉強会参加レポート" its kind.
func clip(ws []word, first, last int) span {
	out := span{ws[first].start, ws[last].end}
	w := ws[last]
	if w.class == hanWord || w.class == katakanaWord || w.class == hangulWord {
		for _, r := range reportTails {
			if i := strings.Index(w.text, r); i > 0 {
				out.end = min(out.end, w.start+i)
			}
		}
		for _, r := range koreanParticles {
			if w.class == hangulWord && strings.HasSuffix(w.text, r) && len(w.text) > len(r)+3 {
				out.end = min(out.end, w.end-len(r))
				break
			}
		}
	}
	return out
}

// stops tells whether an Eastern word ends a name: "報告" does, "報告会" is one.
func stops(s string) bool {
	return reportTailIndex.begin(s) && !easternHeadEnds.end(s) || endsName.holds(s)
}
