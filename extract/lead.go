package extract

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// lead takes away what programmes put before a title: the time, the number of the
// slot, the room, the kind of talk.
func (b *billing) lead() {
	for {
		b.title = b.title.trim(" \t*_-–—|｜、・>　")
		s := b.title.text()
		n := leadingSign(s)
		if n == 0 {
			if n = timeOfDay(s); n > 0 {
				b.timed = true
			}
		}
		if n == 0 {
			n = leadingDate(s)
		}
		if n == 0 {
			n = slot(s)
			b.timed = b.timed || n > 0 && s[0] == '['
		}
		if n == 0 {
			n = reportLabel(s)
		}
		if n == 0 {
			n = lengthBefore(s)
		}
		if n == 0 {
			var label string
			if label, n = kindLabel(s); n > 0 && label != "" {
				b.label = label
			}
		}
		if n == 0 {
			return
		}
		b.title = b.title.sub(n, len(s))
	}
}

// leadingSign returns the size of a bullet or pictogram that s begins with.
func leadingSign(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if leadingSigns.has(r) || r >= utf8.RuneSelf && !cjk(r) && (unicode.Is(unicode.So, r) || unicode.Is(unicode.Variation_Selector, r)) {
		return n
	}
	return 0
}

var leadingSigns = newCharset("■□◆◇●○★☆▼▽◎•▶►‣※✓→:：\u200d")

// timeOfDay returns the size of "19:00", "19:00-19:30", "9:00 AM – 9:30 AM" and
// the like at the beginning of s.
func timeOfDay(s string) int {
	i := 0
	for i < len(s) && (s[i] == '(' || s[i] == '[') {
		i++
	}
	n := clock(s[i:])
	if n == 0 {
		return 0
	}
	i += n
	rest := strings.TrimLeft(s[i:], " ")
	for _, dash := range [...]string{"-", "–", "—", "~", "〜", "～", "−", "to "} {
		if !strings.HasPrefix(rest, dash) {
			continue
		}
		after := strings.TrimLeft(rest[len(dash):], " ")
		if n := clock(after); n > 0 {
			i = len(s) - len(after) + n
		} else if dash != "-" && dash != "–" && dash != "—" || !strings.HasPrefix(rest[len(dash):], " ") {
			i = len(s) - len(rest) + len(dash)
		}
		break
	}
	for i < len(s) && strings.IndexByte(")]:,", s[i]) >= 0 {
		i++
	}
	return i
}

// leadingDate returns the size of the full date that s begins with, before a title.
func leadingDate(s string) int {
	if len(s) < 12 || s[0] < '0' || s[0] > '9' {
		return 0
	}
	ds := datesIn(s[:min(len(s), 40)])
	if len(ds) == 0 || ds[0].start > 0 || ds[0].day == 0 || ds[0].year == 0 {
		return 0
	}
	rest := strings.TrimLeft(s[ds[0].end:], " :：-–—|")
	if rest == "" || len(rest) == len(s)-ds[0].end {
		return 0
	}
	return len(s) - len(rest)
}

// clock returns the size of one time of day at the beginning of s.
func clock(s string) int {
	h, n := number(s, 0)
	if n == 0 || n > 2 || h > 25 {
		return 0
	}
	rest := s[n:]
	minutes := false
	for _, sep := range [...]string{":", "：", "h", "時", "시 ", "시"} {
		if !strings.HasPrefix(rest, sep) {
			continue
		}
		m, k := number(rest, len(sep))
		if k == 2 && m < 60 {
			n += len(sep) + 2
			minutes = true
			for _, unit := range [...]string{"分", "분"} {
				if strings.HasPrefix(s[n:], unit) {
					n += len(unit)
				}
			}
			break
		}
		if sep == "時" && k == 0 {
			n += len(sep)
			minutes = true
			break
		}
	}
	tail := strings.TrimLeft(s[n:], " ")
	for _, half := range [...]string{"am", "pm", "AM", "PM", "a.m.", "p.m."} {
		if strings.HasPrefix(tail, half) {
			return len(s) - len(tail) + len(half)
		}
	}
	if !minutes {
		return 0
	}
	return n
}

// slot returns the size of the number or code of a slot at the beginning of s:
// "[A-1]", "1.", "(2)", "①", "#3 ", "B3:".
func slot(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if r >= '①' && r <= '⑳' {
		return n
	}
	for _, q := range [...][2]string{{"[", "]"}, {"【", "】"}, {"(", ")"}, {"（", "）"}} {
		if !strings.HasPrefix(s, q[0]) {
			continue
		}
		end := strings.Index(s, q[1])
		if end < 0 {
			return 0
		}
		inner := strings.TrimSpace(s[len(q[0]):end])
		if code(inner) || framing(inner) || minutesOnly(inner) || levelWord(inner) || languageWord(inner) {
			return end + len(q[1])
		}
		return 0
	}
	if _, n := number(s, 0); n > 0 && n <= 2 && n < len(s) && (s[n] == '.' || s[n] == ')') && (n+1 == len(s) || s[n+1] == ' ' || s[n+1] >= utf8.RuneSelf) {
		return n + 1
	}
	if s != "" && s[0] == '#' {
		if _, n := number(s, 1); n > 0 && n <= 2 && n+1 < len(s) && s[n+1] == ' ' {
			return n + 1
		}
	}
	if i := strings.Index(s, ":"); i > 1 && i <= 12 && (code(s[:i]) || room(s[:i])) {
		return i + 1
	}
	return 0
}

// reportLabel returns the size of "[Report]" before the title of a report on one
// talk.
func reportLabel(s string) int {
	for _, q := range [...][2]string{{"[", "]"}, {"【", "】"}} {
		end := strings.Index(s, q[1])
		if strings.HasPrefix(s, q[0]) && end > 0 && reportLabels.holds(strings.ToLower(strings.TrimSpace(s[len(q[0]):end]))) {
			return end + len(q[1])
		}
	}
	return 0
}

var reportLabels = newNameSet("report|session report|recap|notes|レポート|参加レポート|セッションレポート|登壇レポート|イベントレポート|メモ|リポート|리포트|세션 리포트|세션리포트|후기|세션 후기|발표|정리|세션 정리|笔记|演讲笔记|分享|实录|演讲实录")

// framing tells whether what stands in brackets before a title says where, for
// whom or how it is given: "Room 101, Intermediate".
func framing(s string) bool {
	for _, f := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(",、/／|・", r) }) {
		f = strings.TrimSpace(f)
		if !room(f) && !levelWord(f) && !languageWord(f) && !minutesOnly(f) {
			return false
		}
	}
	return s != ""
}

// lengthBefore returns the size of "5분 " before the kind of a talk.
func lengthBefore(s string) int {
	first, rest, ok := strings.Cut(s, " ")
	if ok && minutesOnly(first) {
		if _, n := kindLabel(rest); n > 0 {
			return len(first) + 1
		}
	}
	return 0
}

// code tells whether s is the code of a slot: "A-1", "1C6", "T2-S3", "12".
func code(s string) bool {
	if s == "" || len(s) > 8 {
		return false
	}
	digit := false
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			digit = true
		case c >= 'A' && c <= 'Z', c == '-', c == '.', c == '_':
		default:
			return false
		}
	}
	return digit && strings.Count(s, "-") <= 2 && len(strings.Trim(s, "0123456789-._")) <= 3
}

// roomWords begin the names of rooms and tracks.
var roomWords = []string{"room", "track", "hall", "stage", "ルーム", "トラック", "会場", "ホール", "メインホール", "트랙", "会议室", "main hall", "ballroom", "auditorium"}

// frameUnits stand behind the number of a floor or a length.
var frameUnits = []string{"F", "층", "階", "楼", "분", "分", "m"}

// roomEnds end the names of rooms in Korean.
var roomEnds = []string{"호", "홀", "룸"}

// room tells whether s names a room or a track.
func room(s string) bool {
	if utf8.RuneCountInString(s) > 24 {
		return false
	}
	lower := lowerCase(s)
	for _, w := range roomWords {
		if strings.HasPrefix(lower, w) && utf8.RuneCountInString(s) <= 14 {
			return true
		}
	}
	_, floor := number(s, 0)
	rest := strings.TrimSpace(s[floor:])
	korean := anySuffix(s, roomEnds) && strings.ContainsAny(s, "0123456789")
	return korean || floor > 0 && (rest == "F" || rest == "층" || rest == "階" || rest == "楼")
}

// minutesOnly tells whether s is a length: "15分", "30 min".
func minutesOnly(s string) bool {
	_, n := number(s, 0)
	if n == 0 || n > 3 {
		return false
	}
	switch lowerCase(strings.TrimSpace(s[n:])) {
	case "分", "min", "mins", "minutes", "min.", "m", "분", "分钟":
		return true
	}
	return false
}

var levels = newNameSet("beginner|intermediate|advanced|any skill level|all levels|any|introductory|expert|everyone|全レベル|入門|初級|中級|上級|初心者向け|中級者向け|上級者向け|초급|중급|고급|입문|初级|中级|高级")

func levelWord(s string) bool {
	if s = strings.TrimSpace(s); len(s) > longestLevel {
		return false
	}
	s = lowerCase(s)
	if len(s) == 4 && s[0] == 'l' && digits(s[1:]) && s[2:] == "00" {
		return true // "L300"
	}
	return levels.holds(s) || levels.holds(strings.TrimSuffix(s, " skill level")) || levels.holds(strings.TrimSuffix(s, " level"))
}

// longestLevel is how many bytes the words of levelWord have at most.
const longestLevel = 64

var languagesOfTalks = newNameSet("en|ja|jp|ko|kr|zh|cn|english|japanese|korean|chinese|skipped|missed|cancelled|canceled|日本語|英語|한국어|영어|中文|英文|online|virtual|offline|オンライン|recorded|録画")

func languageWord(s string) bool { return languagesOfTalks.has(strings.TrimSpace(s)) }

// kindLabels are the kinds of talks that stand before a title, the longest first,
// and the names of the kinds. "" is a label that says nothing.
var kindLabels = [...][2]string{
	{"sponsored keynote", "keynote"},
	{"opening keynote", "keynote"},
	{"closing keynote", "keynote"},
	{"keynote session", "keynote"},
	{"keynotes", "keynote"},
	{"keynote", "keynote"},
	{"基調講演", "keynote"},
	{"キーノート", "keynote"},
	{"기조연설", "keynote"},
	{"기조 연설", "keynote"},
	{"키노트", "keynote"},
	{"主题演讲", "keynote"},
	{"主旨演讲", "keynote"},
	{"主題演講", "keynote"},
	{"スポンサーlt", "lt"},
	{"lightning talks", "lt"},
	{"lightning talk", "lt"},
	{"lightning", "lt"},
	{"ignite talk", "lt"},
	{"panel discussion", "panel"},
	{"panel", "panel"},
	{"パネルディスカッション", "panel"},
	{"パネル", "panel"},
	{"hands-on workshop", "workshop"},
	{"hands-on", "workshop"},
	{"ハンズオン", "workshop"},
	{"workshop", "workshop"},
	{"ワークショップ", "workshop"},
	{"tutorial", "workshop"},
	{"ライトニングトーク", "lt"},
	{"라이트닝 토크", "lt"},
	{"라이트닝토크", "lt"},
	{"闪电演讲", "lt"},
	{"快闪演讲", "lt"},
	{"lt", "lt"},
	{"sponsored session", "session"},
	{"sponsor session", "session"},
	{"スポンサーセッション", "session"},
	{"breakout session", "session"},
	{"session", "session"},
	{"セッション", "session"},
	{"세션", "session"},
	{"議題", "session"},
	{"议题", "session"},
	{"주제", "session"},
	{"talk", "session"},
	{"トーク", "session"},
	{"発表", "session"},
	{"講演", "session"},
	{"발표", "session"},
	{"演讲", "session"},
	{"分享", "session"},
	{"topic", "session"},
	{"agenda", "session"},
	{"아젠다", "session"},
	{"title", ""},
	{"タイトル", ""},
	{"제목", ""},
	{"标题", ""},
	{"题目", ""},
	{"presentation", "session"},
	{"track", ""},
}

// kindIndex holds kindLabels by their first byte.
var kindIndex = sync.OnceValue(func() *[256][][2]string {
	return byByte(kindLabels[:], func(l [2]string) byte { return l[0][0] })
})

// kindLabel returns the kind of talk that s begins with and the size of the label
// with its number and what parts it from the title. A label without number must be
// parted by a sign.
func kindLabel(s string) (kind string, size int) {
	start := 0
	closing := ""
	for _, q := range [...][2]string{{"【", "】"}, {"[", "]"}, {"(", ")"}, {"（", "）"}, {"<", ">"}, {"［", "］"}} {
		if strings.HasPrefix(s, q[0]) {
			start, closing = len(q[0]), q[1]
			break
		}
	}
	rest := s[start:]
	if rest == "" {
		return "", 0
	}
	for _, l := range kindIndex()[lowerByte(rest[0])] {
		if len(rest) < len(l[0]) || !strings.EqualFold(rest[:len(l[0])], l[0]) {
			continue
		}
		at := start + len(l[0])
		n := skipNumber(s[at:])
		at += n
		if closing != "" {
			if strings.HasPrefix(s[at:], closing) {
				return l[1], at + len(closing)
			}
			return "", 0
		}
		tail := s[at:]
		if tail == "" {
			return l[1], at
		}
		r, m := utf8.DecodeRuneInString(tail)
		trimmed := strings.TrimLeft(tail, " 　")
		next, k := utf8.DecodeRuneInString(trimmed)
		switch {
		case strings.ContainsRune(":：-–—|｜/／.)）】」、.", next) && (next != '-' || len(trimmed) < len(tail)):
			return l[1], len(s) - len(trimmed) + k
		case (r == ' ' || r == '　') && n > 0:
			return l[1], at + m
		case (r == ' ' || r == '　') && l[1] == "lt":
			return l[1], at + m
		case r == '「' || r == '『' || r == '《' || r == '“':
			return l[1], at
		}
		return "", 0
	}
	return "", 0
}

// skipNumber returns the size of the number behind a label: "1", " 2", "#3", "一",
// "A".
func skipNumber(s string) int {
	t := strings.TrimLeft(s, " ")
	t = strings.TrimPrefix(strings.TrimPrefix(t, "#"), "No.")
	if _, n := number(t, 0); n > 0 && n <= 2 {
		return len(s) - len(t) + n
	}
	r, n := utf8.DecodeRuneInString(t)
	if n > 0 && strings.ContainsRune("一二三四五六七八九十①②③④⑤⑥⑦⑧⑨", r) {
		return len(s) - len(t) + n
	}
	if n == 1 && r >= 'A' && r <= 'F' && (len(t) == 1 || !handleByte(t[1])) {
		return len(s) - len(t) + 1
	}
	return 0
}

// trail takes away what programmes put behind a title: the level, the length, the
// language, hashtags, anchors of the site generator.
func (b *billing) trail() {
	for {
		b.title = b.title.trim(" \t")
		s := b.title.text()
		n := trailSize(s)
		if n == 0 {
			return
		}
		b.graded = b.graded || graded(s[len(s)-n:])
		b.title = b.title.sub(0, len(s)-n)
	}
}

// graded tells whether s is a level or a length in brackets or behind a dash.
func graded(s string) bool {
	s = strings.Trim(s, " -()（）[]【】<>")
	return levelWord(s) || minutesOnly(s)
}

// deckSites are what pages of decks and events end their titles with.
var deckSites = newNameSet("speaker deck|slideshare|docswell|google slides|google スライド|connpass|slides.com|youtube|zenn|qiita|note")

// longestTrail is how many bytes a level or the name of a site has at most, behind
// a dash.
const longestTrail = 64

// trailSize returns the size of what does not belong to the title at the end of s.
func trailSize(s string) int {
	for _, q := range [...][2]string{{"(", ")"}, {"（", "）"}, {"[", "]"}, {"【", "】"}, {"<", ">"}} {
		if !strings.HasSuffix(s, q[1]) {
			continue
		}
		open := matching(s, q)
		if open <= 0 {
			return 0
		}
		inner := strings.TrimSpace(s[open+len(q[0]) : len(s)-len(q[1])])
		_, label := kindLabel(inner)
		if levelWord(inner) || minutesOnly(inner) || languageWord(inner) || label == len(inner) && label > 0 || inner == "仮題" || inner == "仮" || inner == "TBD" || slideWord(inner) || videoWord(inner) || inner == "" || framing(inner) || timeOfDay(inner) == len(inner) || hours(inner) {
			return len(s) - open
		}
		return 0
	}
	for _, dash := range [...]string{" - ", " | ", " – "} {
		if i := strings.LastIndex(s, dash); i > 0 && len(s)-i <= longestTrail && (levelWord(s[i+len(dash):]) || deckSites.holds(strings.ToLower(s[i+len(dash):]))) {
			return len(s) - i
		}
	}
	if strings.HasSuffix(s, "}") {
		if open := strings.LastIndex(s, "{"); open > 0 && (strings.HasPrefix(s[open:], "{#") || strings.HasPrefix(s[open:], "{:")) {
			return len(s) - open
		}
	}
	if i := max(strings.LastIndexByte(s, ' '), strings.LastIndex(s, "　")); i > 0 {
		_, n := utf8.DecodeRuneInString(s[i:])
		last := s[i+n:]
		if len(last) > 2 && last[0] == '#' && !digits(last[1:]) {
			return len(s) - i
		}
		if strings.Contains(last, "://") {
			return len(s) - i
		}
	}
	return 0
}

// hours tells whether s is nothing but hours of a day: "8-10pm".
func hours(s string) bool {
	return s != "" && s[0] >= '0' && s[0] <= '9' && strings.Trim(strings.ToLower(s), "0123456789:.apm -–~～") == "" && strings.ContainsAny(s, "ap:")
}
