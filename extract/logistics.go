package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// logistics tells whether a heading or a slot of a programme is no talk: what
// frames the talks, groups them, or is the author's own remark.
func logistics(s string) bool {
	s = bare(s)
	if s == "" {
		return true
	}
	if host := strings.Index(s, " sponsored by "); host > 0 {
		s = s[:host]
	}
	lower := lowerCase(s)
	if frames.holds(lower) || dayHeading(lower) || minutesOnly(lower) || kindOnly(lower) || slideWord(s) || videoWord(s) {
		return true
	}
	if framesOnly(lower) || ranking(lower) {
		return true
	}
	n := utf8.RuneCountInString(s)
	if has(s, cjk) {
		return n <= 16 && (easternEnds.end(s) || easternStarts.begin(s) && n <= 12)
	}
	words := len(strings.Fields(s))
	if anyPrefix(lower, sureFrameStarts) {
		return true
	}
	return n <= 40 && (words <= 4 && latinStarts.begin(lower) && !strings.Contains(lower, " journey ") || words <= 3 && latinEnds.end(lower))
}

var (
	easternEnds, latinEnds     = newWordEnds(easternFrameEnds), newWordEnds(latinFrameEnds)
	easternStarts, latinStarts = newWordIndex(easternFrameStarts), newWordIndex(latinFrameStarts)
)

// framesOnly tells whether s, without what stands in brackets, lists frames:
// "受付開始 (19:30まで)、ネットワーキング".
func framesOnly(s string) bool {
	s = withoutBrackets(s)
	listed := false
	for s != "" {
		part := s
		if i := frameSeparators.index(s); i >= 0 {
			_, n := utf8.DecodeRuneInString(s[i:])
			part, s = s[:i], s[i+n:]
		} else {
			s = ""
		}
		if part == "" {
			continue
		}
		if !frames.holds(bare(part)) {
			return false
		}
		listed = true
	}
	return listed
}

// frameSeparators stand between frames.
var frameSeparators = newCharset("、,，&＆+/／・")

// withoutBrackets returns s without what stands in round brackets.
func withoutBrackets(s string) string {
	if !strings.Contains(s, "(") && !strings.Contains(s, "（") && !strings.Contains(s, ")") && !strings.Contains(s, "）") {
		return s
	}
	var b strings.Builder
	depth := 0
	for _, r := range s {
		switch {
		case r == '(' || r == '（':
			depth++
		case r == ')' || r == '）':
			depth = max(depth-1, 0)
		case depth == 0:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// bare returns s without the signs and pictograms around it.
func bare(s string) string {
	return strings.TrimFunc(s, func(r rune) bool {
		return bareSigns.has(r) || unicode.IsSpace(r) || !cjk(r) && unicode.Is(unicode.So, r)
	})
}

var bareSigns = newCharset("*_:：!！?？.。、,-–—~〜【】[]■□◆◇●○★☆▼・/\"'“”…\u200d\ufe0f")

// dayHeading tells whether s, in lower case, is a day of an event: "Day 2",
// "1日目", "Wednesday", "2019/07/22 (Mon)".
func dayHeading(s string) bool {
	for _, w := range [...]string{"day ", "day", "track ", "room ", "part ", "トラック", "セッション", "session ", "talk ", "slide "} {
		if rest, ok := strings.CutPrefix(s, w); ok {
			first, tail, _ := strings.Cut(strings.TrimSpace(rest), " ")
			tail = strings.Trim(tail, " -–—()（）")
			if first != "" && len(first) <= 2 && (digits(first) || len(first) == 1) && (tail == "" || weekday(tail) || len(datesIn(tail)) > 0) {
				return true
			}
			if n, motto, ok := strings.Cut(first, ":"); ok && motto == "" && w == "day " && digits(n) && n != "" {
				return true // "Day 1: Hands-on Learning"
			}
		}
	}
	for _, w := range [...]string{"日目", "일차", "天", "日程"} {
		if i := strings.Index(s, w); i > 0 && i <= 8 && utf8.RuneCountInString(s) <= 12 {
			return true
		}
	}
	if weekday(strings.Trim(s, " ,")) {
		return true
	}
	if !strings.ContainsAny(s, "0123456789") {
		return false // no date
	}
	rest := s
	for _, d := range datesIn(titleCase(s)) {
		rest = strings.Replace(rest, s[d.start:d.end], "", 1)
	}
	if rest != s && strings.HasPrefix(rest, "#") {
		// "#12 — November 14th, 2023 @ Some Place (special)".
		rest, _, _ = strings.Cut(strings.TrimLeft(rest, "#0123456789"), "@")
		rest, _, _ = strings.Cut(rest, "(")
	}
	return rest != s && utf8.RuneCountInString(strings.Trim(rest, " ()（）.,-–—~〜月火水木金土日祝월화수목금토일/、曜요")) == 0
}

func weekday(s string) bool {
	first, rest, _ := strings.Cut(s, " ")
	switch strings.Trim(first, ",.") {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun":
		return rest == "" || len(datesIn(rest)) > 0 || frames.holds(strings.Trim(rest, " -–:"))
	}
	return false
}

// kindOnly tells whether s is nothing but a kind of talk: "LT", "Keynote 2",
// "Lightning Talks x 4".
func kindOnly(s string) bool {
	_, n := kindLabel(s)
	if n == len(s) && n > 0 {
		return true
	}
	rest := strings.Trim(s[n:], " ")
	if n == 0 {
		word, number, _ := strings.Cut(s, " ")
		return kindWords.holds(word) && number != "" && strings.Trim(number, "0123456789 #.,/-") == ""
	}
	return n > 0 && (rest == "" || strings.HasPrefix(rest, "x ") || strings.HasPrefix(rest, "×"))
}

// ranking tells whether s, in lower case, heads a choice of talks: "Top 5 Sessions at X",
// "Five talks we are waiting for".
func ranking(s string) bool {
	for _, w := range [...]string{"top ", "my top ", "our top ", "the top "} {
		if rest, ok := strings.CutPrefix(s, w); ok {
			n, rest, _ := strings.Cut(rest, " ")
			return digits(n) && (anyOf(rest, talkWords) || rest == "")
		}
	}
	return strings.HasPrefix(s, "talks ") && len(strings.Fields(s)) <= 5
}

// kindWords are kinds of talks with which a number or a date is no title: "Keynotes
// 100, 21.05.2019".
var kindWords = newNameSet("keynote|keynotes|session|sessions|talk|talks|workshop|workshops|tutorial|tutorials|panel|panels")

// frames are headings and slots that are no talks, in lower case.
var frames = newNameSet(
	`참고|참고 url|참고 링크|agenda|schedule|timetable|program|programme|sessions|session|talks|talk|keynotes|keynote|lightning talks|lightning talk|workshops|panels|tutorials|tracks|speakers|speaker|speaker|
	abstract|abstracts|notes|note|memo|description|outline|contents|content|table of contents|toc|tl;dr|tldr|tl; dr|faq|q&a|qa|q & a|questions|question|discussion|discussions|
	introduction|intro|overview|summary|conclusion|conclusions|wrap up|wrap-up|wrapup|recap|closing|closing remarks|closing thoughts|opening|opening remarks|opening talk|opening keynote|
	welcome|welcome & introduction|welcome and introduction|welcome and introductions|introductions|final thoughts|thoughts|my thoughts|overall|overall impressions|impressions|highlights|
	takeaways|key takeaways|main takeaways|lessons learned|what's next|next steps|next|feedback|thanks|thank you|acknowledgements|acknowledgments|
	references|reference|links|link|resources|further reading|see also|related|about|about me|about the event|about us|background|motivation|preface|prologue|epilogue|appendix|
	venue|location|place|date|time|access|registration|check-in|doors open|break|short break|long break|coffee break|coffee|lunch|lunch break|dinner|breakfast|drinks|food|pizza|
	networking|party|after party|afterparty|after-party|booth crawl|kubecrawl|social|reception|happy hour|community social|sponsors|sponsor|sponsor session|organizers|organisers|hosts|attendees|photos|pictures|
	slides|slide|videos|video|recordings|media|media coverage|press|appearances|articles|blog posts|blogs|podcasts|interviews|public presentations|public speaking|recording|deck|decks|materials|presentations|presentation|demo|demos|events|event|meetups|meetup|past events|upcoming events|
	announcements|announcement|news|project updates|projects|booths|booth|expo|the event|the venue|the talks|the sessions|other talks|other sessions|more talks|the keynotes|
	talk info|talk information|session info|session information|quick start|quickstart|getting started|installation|usage|license|contributing|
	よくある質問|どんな会|どんな会？|どんな勉強会？|開催概要|参加方法|発表情報|登壇情報|セッション情報|발표 정보|발표정보|세션 정보|빠른 시작|시작하기|설치|설치 방법|사용법|라이선스|저장소 개요|
	conference|the conference|travel|getting there|hotel|cost|swag|people|community|diversity|hallway track|co-located events|day 0|day zero|maturity|sandbox|incubating|graduated|
	accueil|pause|pause café|buffet|apéro|programme détaillé|réservation|inscription|pour venir|à propos|à propos des intervenants|intervenants|orateurs|lieu|introduction et accueil|clôture|
	bienvenida|bienvenida y registro|registro|descanso|almuerzo|cierre|agenda del día|ponentes|patrocinadores|lugar|preguntas|
	begrüßung|begrüssung|anmeldung|anfahrt|kaffeepause|mittagspause|mittagessen|abschluss|verabschiedung|vorträge|programm|agenda und ablauf|ablauf|get-together|referenten|sponsoren|veranstaltungsort|
	boas-vindas|boas vindas|credenciamento|almoço|encerramento|intervalo|palestrantes|palestras|programação|patrocinadores|
	概要|目次|これはなに|これは何|この記事は|この記事について|本記事について|はじめに|初めに|始めに|最初に|まえがき|前書き|前置き|あとがき|後書き|おわりに|終わりに|最後に|さいごに|おしまい|おまけ|余談|雑感|雑談|番外編|補足|追記|注意|注意事項|免責|免責事項|
	セッション|セッション一覧|セッション内容|発表|発表内容|発表一覧|発表資料|登壇|登壇者|発表者|登壇資料|講演|講演一覧|スピーカー|スライド|スライド一覧|資料|資料一覧|動画|アーカイブ|タイムテーブル|タイムスケジュール|スケジュール|
	プログラム|アジェンダ|内容|当日の内容|当日の様子|会場|会場の様子|会場について|場所|日時|日程|開催日時|受付|受付開始|開場|開会|閉会|開会挨拶|挨拶|ご挨拶|挨拶・諸注意|諸注意|諸連絡|
	オープニング|クロージング|休憩|昼休み|ランチ|ランチタイム|乾杯|懇親会|懇親タイム|雑談タイム|宿題|ネットワーキング|ソーシャル|交流会|交流タイム|歓談|二次会|アフターパーティー|ビアバッシュ|飲み会|撤収|解散|アンケート|告知|お知らせ|宣伝|次回|次回予告|今後|今後の予定|
	質疑応答|質問|質疑|q&aタイム|パネルディスカッション|ディスカッション|ワールドカフェ|ハンズオン|lt大会|ライトニングトーク|基調講演|キーノート|目的|参加目的|参加理由|動機|背景|経緯|前提|きっかけ|参加のきっかけ|
	スポンサー|協賛|主催|主催者|運営|参加者|参加人数|所感|感想|全体感想|まとめ|総括|総評|学び|気づき|振り返り|ふりかえり|わかったこと|知ったこと|やったこと|メモ|雑なメモ|個人メモ|自己紹介|
	参考|参考資料|参考リンク|参考文献|参考url|リンク|リンク集|関連|関連リンク|関連資料|ブース|展示|企業ブース|ノベルティ|グッズ|写真|食事|ツイート|実況|hashtag|ハッシュタグ|
	개요|소개|행사 소개|행사 개요|들어가며|들어가면서|시작하며|시작하기 전에|서론|본론|결론|마치며|마무리|마무리하며|맺음말|후기|총평|느낀점|느낀 점|개인적인 생각|개인적인 의견|개인적인 후기|생각|소감|정리|요약|일정|시간표|장소|일시|아젠다|발표|발표자|스피커|연사|발표 자료|발표자료|발표 목록|
	세션|세션 목록|세션 정리|참고|참고 자료|참고자료|출처|링크|질문|질의응답|q&a 세션|휴식|휴식 시간|점심|점심 시간|점심식사|네트워킹|뒤풀이|등록|참가 등록|오프닝|클로징|키노트|기조연설|라이트닝 토크|패널 토의|부스|부스 투어|경품|사진|목차|배경|
	前言|引言|简介|概述|概览|背景|介绍|活动介绍|活动背景|活动信息|活动议程|活动安排|活动回顾|活动现场|现场照片|现场|议程|日程|议题|议题列表|演讲|演讲资料|演讲者|讲师|讲师介绍|嘉宾|嘉宾介绍|分享嘉宾|主办方|赞助商|
	总结|小结|结语|结束语|尾声|后记|感想|感受|心得|收获|致谢|参考|参考资料|参考链接|链接|相关链接|相关资料|资料|资料下载|ppt|ppt下载|ppt 下载|视频|视频回放|回放|直播|时间|地点|时间地点|报名|签到|茶歇|午餐|抽奖|合影|圆桌|圆桌讨论|互动|互动环节|提问|问答|q&a环节|其他|关于我们|关于`,
)

// easternFrameEnds and the others hold what frames end or begin with.
var (
	easternFrameEnds = []string{
		"感想", "まとめ", "概要", "所感", "総括", "雰囲気", "様子", "について一言", "を終えて", "に参加して", "参加して", "の話など", "休憩", "懇親会", "挨拶", "ご案内", "のお知らせ", "の告知", "タイムテーブル",
		"セッション一覧", "発表一覧", "資料まとめ", "スライドまとめ", "ふりかえり", "振り返り", "コーナー", "終わって", "学んだこと", "わかったこと", "思ったこと", "やりたいこと", "参考資料", "おわりに", "自己紹介", "セッション", "セッション紹介", "とは", "休憩時間", "レポート",
		"후기", "소감", "느낀점", "느낀 점", "마치며", "소개", "정리", "시간", "자료", "목록", "총평", "등록", "식사", "회고", "넘버",
		"总结", "回顾", "介绍", "感想", "心得", "感受", "花絮", "照片", "资料", "下载", "议程", "日程", "报名", "信息", "致谢", "环节", "预告", "见闻", "回放", "地址",
	}
	easternFrameStarts = []string{"参加した", "会場", "次回", "全体", "その他", "そのほか", "当日", "イベント", "聴講", "今回", "最後", "懇親", "受付", "休憩", "主催", "スポンサー", "開会", "閉会", "オープニング", "クロージング", "행사", "참가", "참석", "전체", "다음", "기타", "등록", "휴식", "점심", "마무리", "질의", "질문", "活动", "现场", "签到", "茶歇", "报名", "关于", "PPT"}
	latinFrameStarts   = []string{
		"what i ", "what we ", "before you", "that's ", "until next", "come ", "what's next", "why i ", "why we ", "my ", "our ", "about ", "overall", "final ", "general ", "key takeaway", "takeaway", "other ", "summary", "coffee", "lunch", "registration",
		"networking", "welcome", "opening remarks", "closing remarks", "opening & ", "closing & ", "arrive ", "doors ", "introductionary words", "food", "pizza", "drinks", "q&a", "sponsor", "venue", "date:", "how to get", "thanks ", "thank ",
		"table of", "see you", "highlights", "photos", "useful ", "further ", "in closing", "wrapping", "announcement", "agenda",
	}
	sureFrameStarts = []string{"what's new at ", "what’s new at ", "we'll be ", "we’ll be ", "we will be ", "see the ", "watch the ", "watch all ", "watch live", "check out ", "subscribe ", "previous episode", "last episode", "next episode", "join us ", "register ", "arrive ", "introductionary words", "introductory words", "welcome from ", "welcome words", "welcome by ", "welcome to our ", "welcome to this ", "welcome to the meetup", "welcome to the event", "welcome and intro", "words from ", "doors open", "food and ", "drinks and ", "networking, ", "registration "}
	latinFrameEnds  = []string{" remarks", " impressions", " thoughts", " break", " reception", " party", " networking", " lunch", " breakfast", " takeaways", " highlights", " sessions", " talks", " keynotes", " links", " sponsors", " booth", " booths", " crawl", " happy hour", " registration", " updates from the community", " summary", " overview of the event", " experience", " playlist"}
)

// longestMaterial is how many bytes the words of slideWord and videoWord have at most.
const longestMaterial = 12 * utf8.UTFMax

// slideWord and videoWord tell whether the text of a link or label says only that
// it leads to slides, or to a recording.
func slideWord(s string) bool {
	if s = bare(s); len(s) > longestMaterial {
		return false
	}
	s = lowerCase(s)
	if n := utf8.RuneCountInString(s); n > 3 && n <= 10 && strings.Contains(s, "ppt") && has(s, cjk) {
		return true
	}
	for _, tail := range [...]string{" 바로가기", "바로가기", " 보기", " 다운로드", " 링크", "へのリンク", "のリンク", "はこちら", "こちら"} {
		if rest, ok := strings.CutSuffix(s, tail); ok && slideLabels.holds(rest) {
			return true
		}
	}
	return slideLabels.holds(s) || utf8.RuneCountInString(s) <= 8 && strings.Contains(s, "슬라이드") || utf8.RuneCountInString(s) <= 8 && anySuffix(s, []string{"スライド", "資料", "발표자료", "幻灯片"})
}

func videoWord(s string) bool {
	if s = bare(s); len(s) > longestMaterial {
		return false
	}
	s = lowerCase(s)
	if a, b, ok := strings.Cut(s, "/"); ok && videoLabels.holds(strings.TrimSpace(a)) && videoLabels.holds(strings.TrimSpace(b)) {
		return true
	}
	return videoLabels.holds(s) || utf8.RuneCountInString(s) <= 12 && anySuffix(s, []string{"영상", "레코딩", "録画", "動画", "アーカイブ", "视频", "回放"})
}

var (
	slideLabels = newNameSet("slides|slide|deck|slide deck|pdf|ppt|pptx|presentation|presentations|materials|speaker deck|speakerdeck|slideshare|docswell|google slides|" +
		"スライド|資料|発表資料|登壇資料|講演資料|当日資料|スライド資料|スライドはこちら|資料はこちら|スライドリンク|슬라이드|발표자료|발표 자료|자료|장표|幻灯片|讲义|资料|演讲资料|ppt下载|ppt 下载|下载|演示文稿|投影片|簡報")
	videoLabels = newNameSet("video|videos|video recording|watch video|watch videos|watch the video|watch the videos|watch the recording|recording|recordings|livestream|live stream|stream|youtube|watch|watch here|watch now|vimeo|録画|動画|アーカイブ|アーカイブ動画|配信|영상|발표영상|발표 영상|동영상|녹화|유튜브|视频|視頻|录像|回放|视频回放")
)

// speakerLabels stand before names: the first of them nowhere else, the others
// before titles too.
var (
	speakerLabels     = append(append([]string{}, sureSpeakerLabels...), "by", "who", "panel", "登壇", "発表", "担当", "氏名", "발표")
	sureSpeakerLabels = []string{
		"speakers", "speaker(s)", "speaker", "presenters", "presenter", "presented by", "talk by", "panelists", "panelist", "moderator",
		"intervenant", "intervenants", "intervenante", "orateur", "oratrice", "conférencier", "ponente", "ponentes", "palestrante", "palestrantes", "sprecher", "sprecherin", "referent", "referentin", "referenten", "relatore",
		"スピーカー", "登壇者", "発表者", "講演者", "講師", "話し手",
		"발표자", "스피커", "연사", "강연자", "讲师", "演讲者", "演讲人", "嘉宾", "分享嘉宾", "分享人", "分享者", "主讲人", "主讲", "讲者", "講者", "演讲嘉宾", "特邀嘉宾",
	}
)
