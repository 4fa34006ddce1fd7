package extract

import (
	"strings"
	"unicode/utf8"
)

// organizationLike tells how much s looks like the name of a company or another
// organisation.
func organizationLike(s string) likeness {
	s = strings.TrimSpace(s)
	n := utf8.RuneCountInString(s)
	if s == "" || n > 60 || noOrganizationSigns.in(s) {
		return unlike
	}
	lower := lowerCase(strings.TrimRight(s, "."))
	if organizations.holds(lower) || organizationEnds.end(lower) || anyPrefix(s, organizationPrefixes) || strings.Contains(s, "株式会社") {
		return likely
	}
	if n > 40 || hasParticle(s) {
		return unlike
	}
	capital := false
	var few fewWords
	for _, w := range few.of(s) {
		switch {
		case w.class == latinWord && capitalised(w.text):
			capital = true
		case w.class == latinWord && particles.holds(w.text) || w.text == "and" || w.text == "the" || strings.Contains(w.text, "."):
		case w.class == latinWord:
			return unlike
		case w.class != signWord && w.class != numberWord:
			capital = true
		}
	}
	if capital {
		return possible
	}
	return unlike
}

// noOrganizationSigns stand in no name of one.
var noOrganizationSigns = newCharset("「」『』《》?？!！。@#\n")

// roleLike tells whether s names what somebody does rather than for whom.
func roleLike(s string) bool {
	var few fewWords
	for _, w := range few.of(s) {
		if w.class == latinWord && roles.has(w.text) {
			return true
		}
	}
	return easternRoleFinder.any(s)
}

// roleTitle tells whether s, which looks like a name, is the title of a post:
// "Executive Director".
func roleTitle(s string) bool {
	var few fewWords
	ws := few.of(s)
	return !givenName(s) && roles.has(ws[len(ws)-1].text)
}

var roles = newWordSet(
	`engineer engineering developer manager advocate devrel architect lead leader head cto ceo coo cso ciso vp svp evp president founder cofounder
	co-founder director principal senior sr staff maintainer ambassador evangelist chair co-chair professor student consultant
	sre pm product researcher scientist specialist analyst writer organizer committer contributor member fellow intern freelance
	freelancer independent technologist strategist officer administrator`,
)

var easternRoles = []string{
	"エンジニア", "代表", "部長", "課長", "マネージャ", "リーダー", "アーキテクト", "アドボケイト", "コンサルタント", "フリーランス", "研究員", "教授", "学生", "オーガナイザ", "実行委員", "主催", "運営", "司会",
	"工程师", "架构师", "专家", "负责人", "创始人", "总监", "经理", "研究员", "布道师", "主席", "总裁", "院长", "主管", "顾问", "研发", "架構師", "工程師",
	"엔지니어", "개발자", "대표", "팀장", "매니저", "리더", "아키텍트", "교수", "연구원", "이사", "책임", "선임", "실장", "부장", "과장", "컨설턴트", "총괄", "멤버", "운영진", "오거나이저",
}

var easternRoleFinder = newWords(easternRoles)

var organizationEnds = newWordEnds(organizationSuffixes)

var organizationSuffixes = []string{
	" inc", ", inc", " ltd", " llc", " corp", " corporation", " co", " gmbh", " ag", " bv", " s.a", " plc", " k.k", " labs", " lab", " technologies", " technology",
	" systems", " software", " networks", " solutions", " consulting", " group", " bank", " university", " institute", " foundation",
	" cloud", " security", " studio", " studios", " media", " health", " financial", " holdings", " ventures", ".io", ".com", ".ai", ".dev", ".co", ".jp", ".tech",
	"社", "大学", "銀行", "研究所", "財団", "公司", "集团", "科技", "银行", "研究院", "金服", "大學", "은행", "대학교", "연구소", "(주)",
}

var organizationPrefixes = []string{"株式会社", "合同会社", "有限会社", "(株)", "（株）", "㈱", "주식회사", "(주)", "Team ", "University of "}

// organizations are names that speakers of this field put behind their own: what
// looks like a person, or like nothing, is known from here.
var organizations = newNameSet(
	`google|microsoft|microsoft azure|amazon|aws|amazon web services|red hat|redhat|ibm|vmware|vmware tanzu|broadcom|suse|rancher|rancher labs|cncf|
	cloud native computing foundation|linux foundation|the linux foundation|docker|mirantis|oracle|sap|intel|amd|nvidia|cisco|hpe|hewlett packard enterprise|dell|
	datadog|new relic|dynatrace|splunk|elastic|grafana labs|isovalent|buoyant|tetrate|solo.io|kong|hashicorp|gitlab|github|weaveworks|
	d2iq|mesosphere|coreos|heptio|pivotal|giant swarm|loodse|kubermatic|canonical|percona|mongodb|cockroach labs|pingcap|confluent|
	cloudflare|fastly|akamai|digitalocean|linode|equinix|equinix metal|vmturbo|turbonomic|sysdig|aqua|aqua security|styra|snyk|chainguard|tigera|
	spotify|netflix|uber|lyft|airbnb|pinterest|twitter|facebook|meta|apple|salesforce|adobe|intuit|heroku|paypal|ebay|walmart|target|nike|zalando|adidas|
	bloomberg|capital one|goldman sachs|jpmorgan|fidelity|cern|nasa|siemens|bosch|sap se|swisscom|ericsson|nokia|huawei|zte|alibaba|alibaba cloud|
	ant financial|ant group|tencent|tencent cloud|baidu|bytedance|jd.com|meituan|didi|netease|xiaomi|caicloud|daocloud|alauda|qingcloud|kubesphere|
	line|line corporation|mercari|merpay|cyberagent|zozo|yahoo|yahoo japan|yahoo! japan|rakuten|dena|gree|mixi|cookpad|cybozu|z lab|ntt|ntt data|ntt communications|nttcom|
	kddi|softbank|fujitsu|nec|hitachi|toshiba|sony|panasonic|toyota|denso|freee|sansan|smarthr|moneyforward|money forward|wantedly|gmo pepabo|gmo|sakura internet|creationline|
	samsung|samsung sds|lg|lg cns|sk telecom|skt|sk|naver|kakao|kakao enterprise|kakaobank|coupang|toss|line plus|nhn|megazone|bespin global|openstack foundation|
	ヤフー|メルカリ|メルペイ|サイバーエージェント|サイボウズ|ゼットラボ|リクルート|クックパッド|楽天|日立|富士通|ソフトバンク|レッドハット|グーグル|マイクロソフト|オラクル|クリエーションライン|さくらインターネット|
	ペパボ|ドワンゴ|はてな|ディー・エヌ・エー|ミクシィ|マネーフォワード|ゾゾ|オルターブース|エーピーコミュニケーションズ|
	华为|华为云|阿里巴巴|阿里云|腾讯|腾讯云|百度|字节跳动|京东|美团|滴滴|网易|小米|蚂蚁金服|蚂蚁集团|才云|谐云|灵雀云|青云|微软|谷歌|红帽|京东云|网易云|新浪微博|中国移动|
	네이버|카카오|삼성|삼성전자|쿠팡|라인|토스|우아한형제들|당근마켓|당근|구글|아마존|마이크로소프트|레드햇|메가존|베스핀글로벌|에스케이텔레콤|엔에이치엔`,
)
