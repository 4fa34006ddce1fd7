package extract

import (
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

// eventNames returns the names of events in s, in order.
func eventNames(s string) []eventName {
	ws := wordsOf(s)
	var out []eventName
	for i := 0; i < len(ws); i++ {
		if !eventHead(ws, i) && edition(ws, i) == 0 {
			continue
		}
		e, last, ok := nameAround(s, ws, i)
		if !ok {
			continue
		}
		if n := len(out); n > 0 && e.start < out[n-1].end {
			continue
		}
		out = append(out, e)
		i = last
	}
	return out
}

// eventHead tells whether ws[i] says that a name is one of an event.
func eventHead(ws []word, i int) bool {
	w := ws[i]
	lower := strings.ToLower(w.text)
	switch w.class {
	case latinWord:
		if eventWords[strings.TrimRight(lower, "0123456789")] {
			return capitalised(w.text) || i+1 < len(ws) && edition(ws, i+1) > 0 ||
				i > 1 && ws[i-1].class == latinWord && capitalised(ws[i-1].text) && capitalised(ws[i-2].text) && !leadWords.has(ws[i-1].text) && !reportWords.has(ws[i-1].text)
		}
		if dayWords[lower] {
			// "Service Mesh Day", not "Day 2" and "Monday".
			return i > 0 && ws[i-1].class == latinWord && capitalised(ws[i-1].text) && capitalised(w.text) && !roundWords.has(ws[i-1].text)
		}
		for _, end := range [...]string{"fest", "conf", "camp", "summit", "con"} {
			if len(lower) > len(end)+3 && strings.HasSuffix(lower, end) && i+1 < len(ws) && (edition(ws, i+1) > 0 || i+2 < len(ws) && places.has(ws[i+1].text) && edition(ws, i+2) > 0) {
				return true
			}
		}
		for _, end := range [...]string{"Con", "Conf", "Days", "Fest", "Summit", "Meetup", "MeetUp", "Camp", "Kaigi", "Forum", "CON", "Day"} {
			if len(w.text) > len(end)+1 && strings.HasSuffix(strings.TrimRight(w.text, "0123456789"), end) && !strings.Contains(w.text, "'") {
				return true
			}
		}
	case hanWord, katakanaWord, hiraganaWord, hangulWord:
		text := w.text
		if i > 0 && !w.space && ws[i-1].class >= hanWord {
			text = ws[i-1].text + text
		}
		return anySuffix(text, easternHeads) || anyOf(text, longEasternHeads)
	}
	return false
}

var (
	eventWords = newWordSet(`meetup meetups meet-up conference conf summit forum fest festival camp expo rejekts kcd kcds kaigi hackfest unconference
		kubecon cloudnativecon promcon devopsdays kccnc cndt cndk cndf cndo cndw cnds jkd ossummit re:invent barcamp symposium devconf fosdem night nights`)
	genericHeads = newWordSet("meetup meetups meet-up conference conf summit forum fest festival camp expo unconference hackfest symposium barcamp night nights 勉強会 大会 ミートアップ カンファレンス サミット フォーラム 交流会 セミナー 沙龙 峰会 论坛 밋업 컨퍼런스 모임 세미나 포럼 스터디")
	dayWords     = newWordSet("day days week")
	// roundWords stand before "day" where it is no event.
	roundWords   = newWordSet("first second third last one two three next every each all working the my our a this that same full half whole zero release demo")
	easternHeads = []string{
		"勉強会", "読書会", "もくもく会", "大会", "ミートアップ", "カンファレンス", "コンファレンス", "サミット", "フォーラム", "交流会", "倶楽部", "クラブ", "セミナー", "ナイト", "フェス", "フェスタ", "フェスティバル",
		"座談会", "祭", "発表会", "報告会", "研究会", "茶会", "夜会", "分科会", "コンテナデイズ", "デイズ", "沙龙", "峰会", "论坛", "技术沙龙", "开发者大会", "研讨会", "分享会", "交流会", "开放日", "年会",
		"밋업", "컨퍼런스", "콘퍼런스", "서밋", "소모임", "모임", "세미나", "포럼", "데이", "스터디", "반상회",
	}
	longEasternHeads = []string{"勉強会", "もくもく会", "ミートアップ", "カンファレンス", "밋업", "컨퍼런스", "소모임", "沙龙", "峰会", "论坛"}
)

// edition returns how many words from ws[i] on say which edition an event is:
// "#8", "vol.3", "第8回", "2019", "제3회", "v18.12"; 0 if they do not.
func edition(ws []word, i int) int {
	w := ws[i]
	next := func(k int) word {
		if i+k < len(ws) {
			return ws[i+k]
		}
		return word{}
	}
	switch {
	case (w.text == "#" || w.text == "＃") && next(1).class == numberWord && !next(1).space:
		if i > 0 && !w.space && ws[i-1].class == signWord && ws[i-1].text != ")" {
			return 0
		}
		return 2
	case w.class == numberWord && year(w.text):
		return 1
	case (w.text == "'" || w.text == "’") && next(1).class == numberWord && len(next(1).text) == 2:
		return 2
	case volume(w.text) && next(1).text == "." && next(2).class == numberWord:
		return 3
	case volume(w.text) && next(1).class == numberWord:
		return 2
	case w.class == latinWord && volumeNumber(w.text):
		return 1
	case w.text == "第" && (next(1).class == numberWord) && next(2).class == hanWord:
		return 3
	case w.class == hanWord && strings.HasPrefix(w.text, "第") && (strings.HasSuffix(w.text, "届") || strings.HasSuffix(w.text, "期") || strings.HasSuffix(w.text, "回")):
		return 1
	case w.text == "제" && next(1).class == numberWord && next(2).class == hangulWord:
		return 3
	case w.class == numberWord && len(w.text) <= 3 && !next(1).space && anyPrefix(next(1).text, []string{"회", "차", "회차", "回目"}) && next(1).class != latinWord:
		return 2
	case bareEdition(ws, i):
		return 1
	case w.class == latinWord && len(w.text) >= 4 && w.text[0] == 'v' && strings.Contains(w.text, ".") && strings.Trim(w.text[1:], "0123456789.") == "":
		return 1
	}
	return 0
}

// bareEdition tells whether ws[i] is a number that ends a name: "DevOps Meetup
// Busan 7".
func bareEdition(ws []word, i int) bool {
	w := ws[i]
	if w.class != numberWord || len(w.text) > 2 || !w.space || i < 2 || !digits(w.text) {
		return false
	}
	if i+1 < len(ws) && !(ws[i+1].space && strings.Contains("([（【|-–—~:", ws[i+1].text)) {
		return false
	}
	head := i - 1
	if places.has(ws[head].text) {
		head--
	}
	return ws[head].class == latinWord && genericHeads.has(ws[head].text) && capitalised(ws[head].text)
}

// year tells whether s is a year in which there were such events.
func year(s string) bool {
	return len(s) == 4 && digits(s) && s >= "2010" && s <= "2039"
}

// volume tells whether s announces the number of an edition.
func volume(s string) bool {
	switch strings.ToLower(s) {
	case "vol", "volume", "ep", "episode", "season", "edition", "no":
		return true
	}
	return false
}

// volumeNumber tells whether s is such a word with its number: "vol.3", "Vol3".
func volumeNumber(s string) bool {
	lower := strings.ToLower(s)
	for _, w := range [...]string{"vol.", "vol", "ep.", "no."} {
		if rest, ok := strings.CutPrefix(lower, w); ok {
			return digits(rest) && len(rest) <= 3
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
	last = i
	if n := edition(ws, i); n > 0 {
		last = i + n - 1
	}
	for last+1 < len(ws) {
		n := after(ws, first, last)
		if n == 0 {
			break
		}
		last += n
	}
	for first < last && (joiner(ws[first].text) || leadWords.has(ws[first].text)) {
		first++
	}
	e = eventName{span: span{ws[first].start, ws[last].end}}
	cut := clip(ws, first, last)
	e.start, e.end = cut.start, cut.end
	words := 0
	for k := first; k <= last; k++ {
		if n := edition(ws, k); n > 0 {
			e.edition = true
			k += n - 1
			continue
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
		return capitalised(w.text) && !leadWords.has(w.text) || cur.class != latinWord && !cur.space && len(w.text) > 1 && !particles[w.text]
	case w.class == numberWord:
		return year(w.text) || i-2 >= 0 && (ws[i-2].text == "第" || ws[i-2].text == "제") || edition(ws, i-1) > 0
	case w.class == hanWord || w.class == katakanaWord || w.class == hangulWord:
		return !cur.space || !counting(ws, i-1)
	case w.class == hiraganaWord:
		return !cur.space && cur.class != latinWord && (utf8.RuneCountInString(w.text) >= 3 || w.text == "の")
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

// after returns how many words behind ws[last] belong to the name that begins with
// ws[first].
func after(ws []word, first, last int) int {
	i := last + 1
	w, cur := ws[i], ws[last]
	if n := edition(ws, i); n > 0 {
		if cur.class == numberWord && w.class == numberWord {
			return 0
		}
		return n
	}
	if cur.class == numberWord && cur.text != "" && !year(cur.text) && w.class != signWord && w.space && !regions.has(w.text) && !seasons.has(w.text) && !places.has(w.text) && !stand(w.text) {
		return 0
	}
	switch {
	case w.class != signWord && stops(w.text) || reportWords.has(w.text):
		return 0
	case w.class == latinWord:
		if w.text == "in" && i+1 < len(ws) && cur.class != numberWord && (ws[i+1].class == hanWord || places.has(ws[i+1].text)) {
			return 2
		}
		if year(cur.text) {
			if regions.has(w.text) || places.has(w.text) || seasons.has(w.text) {
				return 1
			}
			return 0
		}
		if capitalised(w.text) && !leadWords.has(w.text) && !dayNumber(ws, i) {
			return 1
		}
	case w.class == hanWord && (stand(w.text) || places.has(w.text)), w.class != signWord && eventHead(ws, i):
		return 1
	case (w.class == hanWord || w.class == katakanaWord || w.class == hangulWord) && w.space && utf8.RuneCountInString(w.text) <= 4 && cur.class != numberWord:
		return 1
	case w.class == hanWord && !w.space && year(cur.text) && seasons.has(w.text):
		return 1
	case (w.text == "+" || w.text == "&" || w.text == "/" || w.text == "×") && i+1 < len(ws) && eventHead(ws, i+1):
		return 2
	}
	return 0
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

// stops tells whether an Eastern word ends a name.
func stops(s string) bool {
	return anyPrefix(s, reportTails) || endsName[s]
}

var (
	reportTails = []string{
		"参加", "登壇", "参戦", "開催", "レポ", "メモ", "感想", "まとめ", "行って", "行った", "行く", "聴講", "資料", "発表", "報告", "備忘", "雑感", "運営", "主催", "視聴", "振り返", "ふりかえ", "参照", "スタッフ", "にて", "でした", "での", "から", "まで", "より", "という", "について",
		"回顾", "总结", "参会", "见闻", "小记", "笔记", "纪要", "圆满", "落幕", "感想", "分享", "活动", "成功", "举办", "演讲", "资料", "收官", "举行", "回放", "议程",
		"후기", "참석", "참가", "참여", "정리", "발표", "다녀", "리뷰", "회고",
	}
	endsName        = newWordSet("へ に を で は が と も の 및 와 과")
	koreanParticles = []string{"에서", "에", "를", "을", "의", "는", "은"}
	reportWords     = newWordSet(`recap report reports notes note review retrospective highlights summary experience takeaways memo trip wrap-up wrapup thoughts
		slides talk talks schedule agenda day1 day2 attending attended visited joined speaking learned blog post impressions insights debrief favorites`)
	leadWords = newWordSet(`my our the a an at from to for on with about this that these first second third last next best top all why what how attending notes trip recap report i we it is was
		and or but by as after before during join see live watch day part reflections thoughts lessons key some more another meet hello goodbye back welcome introducing announcing takeaways visiting speaking`)
	regions = newWordSet("na eu europe america north china japan asia india apac emea us usa uk korea australia latam virtual online global international nordics benelux")
	seasons = newWordSet("spring summer fall autumn winter edition online virtual 春 夏 秋 冬")
	places  = newWordSet(`tokyo osaka kyoto nagoya fukuoka sapporo sendai hiroshima okinawa yokohama kansai kanto tohoku kyushu seoul busan pangyo beijing shanghai shenzhen hangzhou chengdu guangzhou
		taipei taiwan singapore bangalore bengaluru delhi mumbai pune chennai sydney melbourne london edinburgh manchester berlin munich hamburg cologne paris lyon amsterdam rotterdam utrecht
		brussels antwerp zurich geneva vienna prague warsaw krakow budapest bucharest copenhagen stockholm oslo helsinki tampere barcelona madrid valencia lisbon porto milan rome turin bologna
		dublin austin seattle boston chicago detroit denver portland atlanta dallas houston toronto vancouver montreal vegas francisco diego angeles york washington
		salt lake san los las new city 東京 大阪 京都 名古屋 福岡 札幌 仙台 広島 沖縄 横浜 関西 北海道 北京 上海 深圳 杭州 成都 广州 武汉 南京 西安 台北 서울 부산 판교 강남 대전`)
)
