package resolve

import (
	"slices"
	"strings"
	"sync"
)

// translations gives terms of the field, as they are written in other scripts or
// for short, in the words that titles are compared in. A title that was
// translated in part is then still the same title.
var translations = map[string]string{
	// words that are one or two
	"servicemesh": "service mesh", "cloudnative": "cloud native", "microservice": "micro service",
	"microservices": "micro services", "opensource": "open source", "multicluster": "multi cluster",
	"deepdive": "deep dive", "lightningtalk": "lightning talk",
	// for short
	"k8s": "kubernetes", "o11y": "observability", "otel": "opentelemetry", "oss": "open source",
	"intro": "introduction",
	// Japanese
	"サービスメッシュ": "service mesh", "クラウドネイティブ": "cloud native", "クラウド": "cloud",
	"マイクロサービス": "micro service", "サービス": "service", "コンテナ": "container", "コンテナー": "container",
	"クラスタ": "cluster", "クラスター": "cluster", "クバネティス": "kubernetes", "クーバネティス": "kubernetes",
	"オブザーバビリティ": "observability", "可観測性": "observability", "サーバーレス": "serverless", "サーバレス": "serverless",
	"ネットワーク": "network", "ストレージ": "storage", "セキュリティ": "security", "プラットフォーム": "platform",
	"オペレータ": "operator", "オペレーター": "operator", "エンジニアリング": "engineering", "ゲートウェイ": "gateway",
	"データベース": "database", "デプロイ": "deploy", "モニタリング": "monitoring", "プロキシ": "proxy",
	"オープンソース": "open source", "オートスケール": "autoscale", "ポリシー": "policy", "ワークフロー": "workflow",
	"入門": "introduction", "監視": "monitoring", "運用": "operation",
	// Korean
	"서비스메시": "service mesh", "서비스 메시": "service mesh", "쿠버네티스": "kubernetes", "클라우드 네이티브": "cloud native",
	"클라우드네이티브": "cloud native", "컨테이너": "container", "마이크로서비스": "micro service", "클러스터": "cluster",
	"옵저버빌리티": "observability", "모니터링": "monitoring", "서버리스": "serverless", "입문": "introduction",
	// Chinese
	"服务网格": "service mesh", "服務網格": "service mesh", "云原生": "cloud native", "雲原生": "cloud native",
	"容器": "container", "微服务": "micro service", "集群": "cluster", "可观测性": "observability", "无服务器": "serverless",
	"开源": "open source", "监控": "monitoring", "入门": "introduction",
}

// phrases replaces the terms of scripts that do not part words; those of others
// are replaced as whole words, by translate.
var phrases = sync.OnceValue(func() *strings.Replacer {
	var terms []string
	for term := range translations {
		if !isASCII(term) {
			terms = append(terms, term)
		}
	}
	// The replacer takes the first of several that fit: the longest.
	slices.SortFunc(terms, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	var args []string
	for _, term := range terms {
		args = append(args, fold(term), " "+translations[term]+" ")
	}
	return strings.NewReplacer(args...)
})

// translate returns the tokens of s with the terms that are known in one form.
func translate(s string) []token {
	s = fold(s)
	if !isASCII(s) {
		s = phrases().Replace(s)
	}
	var tokens []token
	for _, t := range split(s) {
		words, ok := translations[t.text]
		if !ok || t.kind == piece {
			tokens = append(tokens, t)
			continue
		}
		for w := range strings.FieldsSeq(words) {
			tokens = append(tokens, token{w, word})
		}
	}
	return tokens
}
