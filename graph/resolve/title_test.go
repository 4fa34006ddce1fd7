package resolve

import (
	"strings"
	"testing"
)

func parsedTitle(s string) *title {
	var ids interner
	return parseTitle(s, &ids)
}

// bothTitles parses titles with one numbering.
func bothTitles(a, b string) (*title, *title) {
	var ids interner
	return parseTitle(a, &ids), parseTitle(b, &ids)
}

func TestSplit(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", ""},
		{"Service Mesh: it's here!", "service mesh its here"},
		{"K8s, e2e and S3", "k8s e2e and s 3*"},
		{"a1234567890b", "a 1234567890* b"},
		{"Fluentd1.2 v010", "fluentd 1.2* v 10*"},
		{"2nd, 3rd and 100th 5things", "2* 3* and 100* 5* things"},
		{"サービスメッシュの今とこれから", "サービスメッシュ の今~ 今と~ とこ~ これ~ れか~ から~"},
		{"第7回 今", "第~ 7* 回~ 今~"},
		{"Ｉｓｔｉｏ１．５", "istio 1.5*"},
		{"Café Łódź ǅ", "cafe lodz dz"},
		{"쿠버네티스", "쿠버~ 버네~ 네티~ 티스~"},
		{"Прометей и Ёж", "прометеи и еж"},
	}
	for _, test := range tests {
		var words []string
		for _, tok := range split(fold(test.text)) {
			words = append(words, tok.text+map[kind]string{word: "", number: "*", piece: "~"}[tok.kind])
		}
		if got := strings.Join(words, " "); got != test.want {
			t.Errorf("split(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}

func TestTranslate(t *testing.T) {
	for _, s := range []string{
		"service mesh introduction", "サービスメッシュ入門", "서비스 메시 입문", "서비스메시 입문", "服务网格入门", "服務網格 入门", "ServiceMesh Intro",
	} {
		if got := parsedTitle(s).compact; got != "servicemeshintroduction" {
			t.Errorf("%q is compared as %q", s, got)
		}
	}
}

func TestCompareTitles(t *testing.T) {
	tests := []struct {
		a, b string
		want likeness
	}{
		{"", "", apart},
		{"", "Envoy", apart},
		{"Envoy, in the wild", "ENVOY in the wild!", equal},
		{"クバネティスの監視", "Kubernetes の監視", equal},
		{"Keynote: Envoy in the wild", "Envoy in the wild", near},
		{"What's new in Kubectl", "What’s New In Kubectl?", equal},
		{"Observing Kubernetes clusters at scale", "Observing Kubernetes cluster at scale", near},
		{"Observing Kubernetes at scale", "Observing Kubenetes at scale", near},
		{"Scaling OpenTelemetry pipelines", "Scaling Open Telemetry pipelines", equal},
		{"Scaling all OpenTelemetry pipelines", "Scaling Open Telemetry pipelines", near},
		{"Running Istio & Conduit in production", "Running Istio & Coduit & Linkerd in production", near},
		{"Envoy in the wild, part 1", "Envoy in the wild, part 2", related},
		{"Introduction to Helm", "Introduction to Flux", related},
		{"Introduction to Helm charts", "Deep dive into Helm charts", related},
		{"Kubernetes for AI", "Kubernetes for ML", related},
		{"自動管理システムのつくりかた", "自動構築システムのつくりかた", related},
		{"Envoy in the wild", "What came of Mesos", apart},
		{"A thousand proxies: taming Envoy at Example", "A thousand proxies: taming Envoy at Example, with a look at costs, teams and latency", within},
		{"A thousand proxies: taming Envoy…", "A thousand proxies: taming Envoy at Example, with a look at 2 teams", within},
		{"Envoy…", "Envoy in the wild", related},
	}
	for _, test := range tests {
		a, b := bothTitles(test.a, test.b)
		if got := compareTitles(a, b); got != test.want {
			t.Errorf("%q and %q: got %d, want %d", test.a, test.b, got, test.want)
		}
		b, a = bothTitles(test.b, test.a)
		if got := compareTitles(b, a); got != test.want {
			t.Errorf("%q and %q: got %d, want %d", test.b, test.a, got, test.want)
		}
	}
}

func TestTelling(t *testing.T) {
	for _, s := range []string{"", "LT", "Keynote", "Welcome + Opening Remarks", "Q&A Session", "クロージング", "Lightning Talks 2"} {
		if got := parsedTitle(s).telling; got >= minTelling {
			t.Errorf("%q tells %d", s, got)
		}
	}
	for _, s := range []string{"Helm", "Rook deep dive", "監視のはじめかた"} {
		if got := parsedTitle(s).telling; got < minTelling {
			t.Errorf("%q tells %d", s, got)
		}
	}
}

func TestIsSlip(t *testing.T) {
	for _, pair := range [][2]string{{"conduit", "coduit"}, {"kubenetes", "kubernetes"}, {"servie", "service"}, {"envoy", "envyo"}, {"istio", "istia"}, {"istio", "istioo"}, {"istio", "sistio"}} {
		if !isSlip(pair[0], pair[1]) || !isSlip(pair[1], pair[0]) {
			t.Errorf("%q", pair)
		}
	}
	for _, pair := range [][2]string{{"helm", "helms"}, {"flux", "flax"}, {"thanos", "cortex"}, {"envoy", "evnyo"}, {"istio", "istiooo"}, {"scale", "scaling"}} {
		if isSlip(pair[0], pair[1]) || isSlip(pair[1], pair[0]) {
			t.Errorf("%q", pair)
		}
	}
}

// FuzzCompareTitles checks that titles are compared in the same way from both
// sides and that every title equals itself.
func FuzzCompareTitles(f *testing.F) {
	f.Add("Envoy in the wild, part 1", "サービスメッシュ 入門…")
	f.Add("k8s 1.2.3 2nd", "'s ’ 々ーｶﾞ")
	f.Add("a\xff\u0301\u200b", "İ ǅ ﬁ ①")
	f.Fuzz(func(t *testing.T, s, u string) {
		if len(s)+len(u) > 400 {
			return
		}
		a, b := bothTitles(s, u)
		if a.compact != "" && compareTitles(a, a) != equal {
			t.Errorf("%q does not equal itself", s)
		}
		if x, y := bothTitles(u, s); compareTitles(a, b) != compareTitles(x, y) {
			t.Errorf("%q and %q differ by side", s, u)
		}
		p, q := parsePerson(s), parsePerson(u)
		if comparePersons(p, q) != comparePersons(q, p) {
			t.Errorf("persons %q and %q differ by side", s, u)
		}
		if len(p.keys) > 0 && comparePersons(p, p) != sameNamed {
			t.Errorf("person %q is not of their own name", s)
		}
		parseOccasion(s).includes(parseOccasion(u))
		linkKey("https://" + s)
		slugWords("https://speakerdeck.com/" + s)
		parseProfile("https://" + s)
		sessionPage("https://x.sched.com/" + s)
	})
}
