package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// likeness says how much a text looks like what it is asked about.
type likeness int

const (
	unlike   likeness = iota
	possible          // if something else speaks for it too: a label, an honorific, its place
	likely
)

// noNameSigns stand in no name.
var noNameSigns = newCharset("「」『』《》:：?？!！。、,;/／|@#()（）[]\"")

// personLike tells how much s looks like the name of a person.
func personLike(s string) likeness {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 60 || noNameSigns.in(s) || strings.HasSuffix(s, "'s") || strings.HasSuffix(s, "’s") {
		return unlike
	}
	var few fewWords
	ws := few.of(s)
	var latin, east int
	for _, w := range ws {
		switch w.class {
		case latinWord:
			latin++
		case hanWord, katakanaWord, hiraganaWord, hangulWord:
			east++
		case numberWord:
			return unlike
		case signWord:
			if !strings.Contains(".'’-&·・=", w.text) || w.text == "&" {
				return unlike
			}
		}
	}
	switch {
	case latin > 0 && east == 0:
		return latinName(ws)
	case east > 0 && latin == 0:
		return easternName(s)
	}
	return unlike
}

// particles stand in names in lower case.
var particles = newWordSet("de da di do dos du del della der den van von der la le el al bin ibn ben ter ten zu y e af av")

// latinName tells how much ws look like a name in Latin letters: two to four
// words with capitals that are no words of titles.
func latinName(ws []word) likeness {
	count, initials, dotted, suspicious := 0, 0, 0, 0
	for i, w := range ws {
		switch {
		case w.class == signWord:
			continue
		case particles.holds(w.text) && i > 0:
			continue
		case titleWords.has(w.text):
			return unlike
		case initialLetters(w.text) && capitalised(w.text):
			initials++
			if strings.Contains(w.text, ".") || i+1 < len(ws) && ws[i+1].text == "." {
				dotted++
			}
			continue
		case !capitalised(w.text):
			return unlike
		case inCapitals(w.text):
			suspicious++
		case !nameShaped(w.text):
			return unlike
		}
		count++
	}
	switch {
	case count == 2 && suspicious == 2 && initials == 0 && len(ws) == 2 && len(ws[0].text) >= 3 && len(ws[1].text) >= 4:
		return possible // "NAOKO ABE"
	case count == 1 && initials == 0 || count+initials > 4 || suspicious > 1 && count == suspicious:
		if count == 1 && suspicious == 0 {
			return possible // one name alone
		}
		return unlike
	case count == 3 && suspicious == 1 && inCapitals(ws[len(ws)-1].text) && len(ws[len(ws)-1].text) == 2:
		return likely // "Rajan Pillai SJ"
	case suspicious > 0 || count+min(dotted, 1) < 2:
		return possible
	}
	return likely
}

// initialLetters tells whether s is a letter, or letters with dots between: "J", "C.S.".
func initialLetters(s string) bool {
	for _, part := range strings.Split(strings.TrimSuffix(s, "."), ".") {
		if utf8.RuneCountInString(part) != 1 {
			return false
		}
	}
	return true
}

// inCapitals tells whether s is written in capitals: a family name may be, as
// acronyms are.
func inCapitals(s string) bool {
	return len(s) > 1 && strings.ToUpper(s) == s && has(s, unicode.IsLetter)
}

// nameShaped tells whether s has its capitals where names have them: at the
// beginning, behind a hyphen or an apostrophe, behind "Mc", "Mac" and "De".
func nameShaped(s string) bool {
	before := rune('-')
	for i, r := range s {
		switch {
		case unicode.IsDigit(r) || r == '_':
			return false
		case unicode.IsUpper(r) && unicode.IsLetter(before):
			switch s[:i] {
			case "Mc", "Mac", "De", "Di", "Da", "La", "Le", "Van", "Fitz", "O":
			default:
				return false
			}
		}
		before = r
	}
	return true
}

// easternName tells how much s, in Japanese, Chinese or Korean script, looks like
// a name.
func easternName(s string) likeness {
	parts := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '　' })
	n := utf8.RuneCountInString(strings.Join(parts, ""))
	switch {
	case len(parts) > 3 || n < 2 || n > 14:
		return unlike
	case only(strings.Join(parts, ""), hangul):
		return koreanName(parts, n)
	case only(s, func(r rune) bool { return katakana(r) || r == '・' || r == '＝' || r == '=' || unicode.IsSpace(r) }):
		if strings.ContainsAny(s, "・＝=") {
			return likely
		}
		if len(parts) == 2 && n <= 10 {
			return possible
		}
		return unlike
	case commonNoun(s):
		return unlike
	case len(parts) == 2:
		return japaneseName(parts)
	case len(parts) == 1 && only(s, han):
		return hanName(s, n)
	case len(parts) == 1 && n <= 7 && !hasParticle(s):
		return possible
	}
	return unlike
}

// japaneseName tells how much a family name and a given name, written apart, look
// like that.
func japaneseName(parts []string) likeness {
	for _, p := range parts {
		if utf8.RuneCountInString(p) > 5 || hasParticle(p) || commonNoun(p) {
			return unlike
		}
	}
	if !has(parts[0], han) && !has(parts[1], han) && !only(parts[0]+parts[1], hiragana) {
		return possible
	}
	if utf8.RuneCountInString(parts[0]) <= 3 || only(parts[0], hiragana) {
		return likely
	}
	return possible
}

var joiningKana = newCharset("のをはがでにとへも")

// hasParticle tells whether hiragana join words in s, as in no name.
func hasParticle(s string) bool {
	rs := []rune(s)
	for i, r := range rs {
		if i > 0 && i < len(rs)-1 && joiningKana.has(r) && !hiragana(rs[i-1]) && !hiragana(rs[i+1]) {
			return true
		}
	}
	for _, tail := range [...]string{"する", "した", "です", "ます", "たい", "って", "した話", "について", "ために"} {
		if strings.HasSuffix(s, tail) {
			return true
		}
	}
	return false
}

// hanName tells how much s, n Han characters without a space, looks like a name.
// Chinese names show by their family name; Japanese ones have none that would end
// like a noun of titles.
func hanName(s string, n int) likeness {
	first, _ := utf8.DecodeRuneInString(s)
	switch {
	case n == 4 && anyPrefix(s, compoundSurnames):
		return likely
	case n <= 3 && chineseFamilies.has(first):
		return likely
	case n >= 3 && n <= 5:
		return possible
	case n == 2:
		return possible
	}
	return unlike
}

// koreanName tells how much Hangul of n syllables looks like a name.
func koreanName(parts []string, n int) likeness {
	first, _ := utf8.DecodeRuneInString(parts[0])
	surname := koreanFamilies.has(first)
	switch {
	case len(parts) > 2 || commonNoun(strings.Join(parts, "")):
		return unlike
	case n == 3 && surname && len(parts) == 1, len(parts) == 2 && n <= 4 && surname && utf8.RuneCountInString(parts[0]) <= 2:
		return likely
	case n == 2 && surname, n == 4 && len(parts) == 1:
		return possible
	}
	return unlike
}

func anyPrefix(s string, list []string) bool {
	for _, p := range list {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

func anySuffix(s string, list []string) bool {
	for _, p := range list {
		if strings.HasSuffix(s, p) {
			return true
		}
	}
	return false
}

// chineseSurnames and koreanSurnames are the family names that nine in ten people
// bear.
const (
	chineseSurnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳敖朵郁占佘裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫"
	koreanSurnames  = "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용지나"
)

var chineseFamilies, koreanFamilies = newCharset(chineseSurnames), newCharset(koreanSurnames)

var compoundSurnames = []string{"欧阳", "司马", "上官", "诸葛", "司徒", "东方", "令狐", "尉迟", "皇甫", "公孙", "慕容"}

// commonNoun tells whether s is a noun of programmes, or ends like one.
func commonNoun(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return nounEnds.has(r) || nounFinder.any(s) || nameLikeWords.holds(s)
}

// nameLikeWords are words of Chinese of two or three characters that begin with a family name
// and are no names.
var nameLikeWords = newNameSet("高可用|高性能|高并发|高级|高效|高阶|高端|高密度|高吞吐|高手|金融|金融业|安全|安装|安卓|安心|方案|方法论|方向|周报|周年|周边|周刊|" +
	"成都|成本|成长|成果|成熟|成功|成分|温州|温度|管控|管道|时代|时序|时间|常见|常用|常态|常州|严选|严格|万字|万级|万能|江湖|江苏|江西|江南|文档|程序|项目|任务|任意|" +
	"路由|路线|路径|路演|易用|单元|单体|单机|单测|白皮书|白话|解密|解读|解决|钱包|石油|石墨|石头|古代|车联网|车载|游戏|顾问|顾客|宁波|宁夏|徐州|郑州|苏州|苏宁|柳州|" +
	"华为|华南|华东|齐全|左移|左右|左边|段落|向前|边缘|边界|关键|关于|余额|雷达|毛利|池塘|宋体|庞大|曾经|曲线|武汉|武器|洪水|包装|包含|强一致|强大|查询|查看|何时|何去|" +
	"景观|于是|史上|唐山|费用|罗马|毕业|毕竟|康复|黄金|黄河|熊猫|纪念|纪要|舒适|席卷|季度|颜色|盛大|凌晨|莫名|房产|谷歌|甘肃|龙头|申请|桂林|欧洲")

var nounFinder, nounEnds = newWords(nouns), newCharset("編論法術化性版録記会集話例題点回篇章式型系的者時品料況際網側層件制展践析进化战谈量率员题")

// nouns stand in headings of programmes and are no names.
var nouns = []string{
	"講演", "発表", "挨拶", "休憩", "懇親", "登壇", "会場", "受付", "入門", "概要", "感想", "総括", "資料", "参考", "質疑", "応答", "開場", "閉会",
	"開会", "基調", "自己", "紹介", "事例", "運用", "構築", "実践", "検証", "解説", "比較", "管理", "監視", "基盤", "開発", "技術", "環境", "企業", "株式",
	"主题", "演讲", "讲师", "总结", "回顾", "实践", "架构", "介绍", "原理", "解析", "云原生", "开源", "社区", "服务", "网格", "平台", "技术", "活动", "现场", "嘉宾",
	"후기", "발표", "세션", "소개", "정리", "쿠버", "도입", "운영", "사례", "구축", "자료", "일정", "장소", "참고", "질문", "휴식", "시간", "환경", "클라우드", "서비스", "활용", "개발", "관리", "입문", "기초", "심화",
}

// titleWords are words that stand in titles and in no name.
var titleWords = newWordSet(
	`a an and or the of for with without within between across during after before since until many much every each some few if but just only off out up down in on at to from by into your our my we you it is are be can how why what when where who vs via as
	all any no not new next more most best better beyond behind inside under over using use used building build run running making make
	introduction intro deep dive overview update updates project projects panel keynote keynotes opening closing remarks welcome lightning
	talk talks session sessions workshop tutorial demo case study studies part day days track room hall stage break lunch party agenda
	schedule q&a qa faq getting started started guide hands-on advanced beginner intermediate
	cloud native container containers service services mesh meshes platform platforms engineering engineer security observability
	monitoring logging tracing metrics operator operators operations ops devops gitops devsecops mlops aiops sre scheduling scheduler
	autoscaling scaling scale networking network storage database databases data policy policies edge serverless microservice
	microservices api apis gateway ingress proxy sidecar runtime image images registry supply chain software architecture patterns
	practice practices production development developer developers experience enterprise cluster clusters multi-cluster multi-tenancy
	node nodes pod pods workload workloads app apps application applications infrastructure code open source community meetup
	conference summit recap report reports notes summary review tips tricks future state road roadmap journey story stories lessons
	learned performance testing test tests chaos release management manager migration migrating ai ml llm gpu wasm ebpf linux
	introducing understanding exploring extending managing securing automating implementing adopting deploying design designing
	first second third one two three 101 zero trust secure policy-as-code everything nothing things thing time world end user users
	apache slides slide video videos deck recording link links references resources event events speaker speakers title topic
	monday tuesday wednesday thursday friday saturday sunday january february july september october november december
	controller controllers controlplane control plane custom resource resources machine learning big web server client systems system
	team teams work working company business value cost costs finops green sustainability standards standard framework tool tools tooling
	foundation special interest group sig tag wg toc cncf office hours maintainer maintainers contributors track project pavilion poster birds feather bof`,
)
