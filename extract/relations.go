package extract

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// relationRule says which words beside the name of a project tell of a relation.
// It holds between the subject of the clause and that project, or the other way
// round.
type relationRule struct {
	relation vocab.Relation
	words    []string
	reversed bool
}

// behindRules are of words that stand right behind the name, those of the first
// rule that fits counting.
var behindRules = [...]relationRule{
	{vocab.BuiltOn, []string{"ベース", " ベース", "をベース", "上に構築", "の上に構築", "をもとに", "を元に", "をラップ", "-based", " based", " 기반", "기반", "を内包", "を持っている"}, false},
	{vocab.PartOf, []string{"の一部で", "の一部だ", "の一部にな", "のサブプロジェクト", "のコンポーネント", "プロジェクトであり", "プロジェクトの一部", "に取り込まれ", "に統合され", "の子プロジェクト", "'s subproject", " subproject", "의 일부", "的一部分", "的子项目"}, false},
	{vocab.AlternativeTo, []string{"の代替", "の代わり", "と互換", "の競合", "の置き換え", "からの移行", "의 대안", "的替代"}, false},
	{vocab.RenamedFrom, []string{"の後継", "から改名", "からリネーム", "から名前"}, false},
	{vocab.Uses, []string{"の内部でも利用", "の内部で", "の中で使", "の中でも使", "で利用さ", "で使われ", "でも使われ", "で使用さ", "で採用さ", "で利用", "に採用さ", "に組み込まれ", "に実装され", "機能に実装され", "のデフォルト", "におけるDNSのデフォルト", "에서 사용", "내부에서"}, true},
	{vocab.Uses, []string{"を使", "を利用", "を採用", "を用い", "を活用", "を併用", "を内蔵", "を同梱", "同梱", " 同梱", "を組み込", "をバックエンド", "が必要", "に依存", " 必須", "必須", "API対応", " API対応", "を裏で", "を内部で", " 사용", "를 사용", "을 사용", "でできて"}, false},
}

// beforeRules are of words that stand right before the name.
var beforeRules = [...]relationRule{
	{vocab.BuiltOn, []string{"built on", "built on top of", "based on", "on top of", "built upon", "powered by", "layered on", "基于", "wrapper around", "wraps"}, false},
	{vocab.PartOf, []string{"part of", "subproject of", "sub-project of", "component of", "module of"}, false},
	{vocab.AlternativeTo, []string{"alternative to", "replacement for", "competitor of", "competitor to", "replaces", "drop-in for", "競合は", "替代"}, false},
	{vocab.RenamedFrom, []string{"formerly", "formerly known as", "previously", "previously known as", "renamed from", "successor of", "successor to", "旧", "前身は"}, false},
	{vocab.Uses, []string{"uses", "which uses", "using", "which runs", "which in turn runs", "which internally uses", "runs one", "relies on", "depends on", "embeds", "bundles", "ships with", "is written in", "中に", "底层使用", "底层基于", "內部使用", "使用", "使用了", "采用", "采用了"}, false},
	{vocab.RenamedFrom, []string{"(now", "now known as", "now called", "(現", "（現", "（现", "(现", "现名"}, true},
}

// relations returns the statements on relations of projects, in order.
func (l *linked) relations() []Relation {
	r := &relationReader{linked: l, out: []Relation{}, said: map[Relation]bool{}}
	for _, c := range l.clauses() {
		r.clause(c)
	}
	return r.out
}

type relationReader struct {
	*linked
	out  []Relation
	said map[Relation]bool
	at   *clause // at hand
	fact *bool   // whether it states facts, nil where nobody has asked
}

// state adds the statement that from is related to to, at the offset at of the
// source.
func (r *relationReader) state(from *mention, relation vocab.Relation, to *mention, at int) {
	if from == nil || to == nil || from.ID == to.ID {
		return
	}
	r.add(Relation{From: r.name(from.ID), Type: relation.Name, To: r.name(to.ID), Line: r.src.line(at), fromID: from.ID, toID: to.ID})
}

func (r *relationReader) add(x Relation) {
	if !r.said[x] && r.factual() {
		r.said[x] = true
		r.out = append(r.out, x)
	}
}

// factual tells whether the clause at hand states facts. It is asked where there is
// something to state, which is seldom.
func (r *relationReader) factual() bool {
	if r.fact == nil {
		s := r.at.text()
		fact := !hedged(s) && !past(s)
		r.fact = &fact
	}
	return *r.fact
}

// clause reads the relations that one clause states.
func (r *relationReader) clause(c *clause) {
	s := c.text()
	r.at, r.fact = c, nil
	lower := lowerASCII(s)
	if c.of.has(madeSign) {
		r.creators(c, lower)
	} else {
		r.madeByItem(c)
	}
	if c.of.has(renamedSign) {
		r.renamed(c, lower)
	}
	r.merged(c)
	for i := range c.mentions {
		m := &c.mentions[i]
		tail := start(s[m.end-c.lo:], wordsBehind)
		if rule := ruleBehind(tail); rule != nil {
			r.behind(c, i, *rule)
		}
		if strings.HasPrefix(tail, "の") && asPart(tail) {
			r.behind(c, i, relationRule{relation: vocab.Uses, reversed: true})
		}
		head := strings.TrimRight(lower[:m.start-c.lo], " *_\"")
		head = strings.TrimSuffix(strings.TrimSuffix(head, " the"), " an")
		if rule, w := ruleBefore(head); rule != nil {
			subject := r.subjectBefore(c, i, len(head)-len(w))
			if rule.reversed {
				r.state(m, rule.relation, subject, c.from(m.start-c.lo))
			} else {
				r.state(subject, rule.relation, m, c.from(m.start-c.lo))
			}
		}
		if anyPrefix(strings.TrimLeft(tail, " "), []string{"が使われ", "が利用され"}) {
			r.state(insideOf(c, i), vocab.Uses, m, c.from(m.start-c.lo))
		}
	}
}

// wordsBehind is how many bytes behind a name tell what it does.
const wordsBehind = 400

// wordsBehindNoun is how many bytes hold a short noun and the words behind it.
const wordsBehindNoun = 80

// start returns the first n bytes of s, cut at a character's border.
func start(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// past tells whether a clause is on what was, or on a change of tools by somebody.
func past(s string) bool {
	return anyOf(s, pastWords) || anyOf(lowerASCII(s), pastPhrases)
}

var (
	pastWords   = []string{"やめ", "乗り換え", "だったので", "捨て", "から移行し", "置き換えた", "比較", "違い", "より"}
	pastPhrases = []string{" switched ", " moved from ", " migrated ", " swapped ", " we use", " i use", " they use", " we run"}
)

// ruleWord is a word of a rule, and which of the rules that is.
type ruleWord struct {
	text string
	rule int
}

// behindIndex holds the words of behindRules by their first byte, beforeIndex those
// of beforeRules by their last.
var (
	behindIndex = sync.OnceValue(func() *[256][]ruleWord {
		return byByte(ruleWords(behindRules[:]), func(w ruleWord) byte { return w.text[0] })
	})
	beforeIndex = sync.OnceValue(func() *[256][]ruleWord {
		return byByte(ruleWords(beforeRules[:]), func(w ruleWord) byte { return w.text[len(w.text)-1] })
	})
)

// ruleWords returns the words of all rules.
func ruleWords(rules []relationRule) []ruleWord {
	var list []ruleWord
	for i, rule := range rules {
		for _, w := range rule.words {
			list = append(list, ruleWord{w, i})
		}
	}
	return list
}

// ruleBehind returns the first rule a word of which stands at the beginning of tail,
// nil for none. Behind at most a short noun that of use may too: "Envoyプロキシを使用".
func ruleBehind(tail string) *relationRule {
	if near := strings.TrimLeft(tail, " "); len(near) < len(tail) && near != "" && near[0] >= utf8.RuneSelf {
		tail = near // "Envoy を使う"
	}
	if tail == "" {
		return nil
	}
	for _, w := range behindIndex()[tail[0]] {
		if strings.HasPrefix(tail, w.text) {
			return &behindRules[w.rule]
		}
	}
	near := start(tail, wordsBehindNoun)
	object := strings.Index(near, "を")
	if object <= 0 || utf8.RuneCountInString(near[:object]) > 10 || strings.ContainsAny(near[:object], "、,。(（をがはと") {
		return nil
	}
	for _, w := range behindIndex()["を"[0]] {
		if rule := &behindRules[w.rule]; rule.relation == vocab.Uses && !rule.reversed && strings.HasPrefix(near[object:], w.text) {
			return rule
		}
	}
	return nil
}

// ruleBefore returns the first rule that head ends in a word of, as a word of its
// own, and that word; nil for none.
func ruleBefore(head string) (*relationRule, string) {
	if head == "" {
		return nil, ""
	}
	for _, w := range beforeIndex()[head[len(head)-1]] {
		rest, ok := strings.CutSuffix(head, w.text)
		if ok && (rest == "" || w.text[0] >= utf8.RuneSelf || !handleByte(rest[len(rest)-1])) {
			return &beforeRules[w.rule], w.text
		}
	}
	return nil, ""
}

// asPart tells whether tail says that something serves the project before it:
// "のsidecarとして使われる".
func asPart(tail string) bool {
	k := strings.Index(tail, "として")
	return k > len("の") && utf8.RuneCountInString(tail[:k]) <= 16 && !strings.ContainsAny(tail[:k], "、,。を")
}

// behind states the relation of rule for the mention i of c, and for those that
// stand before it in a list.
func (r *relationReader) behind(c *clause, i int, rule relationRule) {
	first := i
	for first > 0 && listGap(c.of.text[c.mentions[first-1].end:c.mentions[first].start]) {
		first--
	}
	subject := r.subjectOf(c, first)
	for k := first; k <= i; k++ {
		m := &c.mentions[k]
		at := c.from(m.start - c.lo)
		if rule.reversed {
			r.state(m, rule.relation, subject, at)
		} else {
			r.state(subject, rule.relation, m, at)
		}
	}
}

// subjectOf returns the project that a clause says something of before its mention
// i: the one that は, が and the like mark, the one before a bracket that i stands
// in, else the one that the clause stands under.
func (r *relationReader) subjectOf(c *clause, i int) *mention {
	s := c.text()
	for k := i - 1; k >= 0; k-- {
		m := &c.mentions[k]
		tail := strings.TrimLeft(s[m.end-c.lo:], " ")
		if anyPrefix(tail, []string{"は", "が", "も", ":", "：", "는", "은", "では", "には", "自体は", "是"}) || k == i-1 && anyPrefix(tail, []string{"(", "（"}) {
			return m
		}
	}
	if strings.Contains(s[:c.mentions[i].start-c.lo], "は") && !strings.Contains(s[:c.mentions[i].start-c.lo], "では") {
		return nil // something else is what the clause is on
	}
	return c.single()
}

// single returns the one project that c stands under, nil if there are several or
// none.
func (c *clause) single() *mention {
	if len(c.subjects) == 1 {
		return c.subjects[0]
	}
	return nil
}

// subjectBefore returns the project that stands close before the words at offset
// end of c, which relate it to the mention i.
func (r *relationReader) subjectBefore(c *clause, i, end int) *mention {
	if i == 0 {
		if end <= 24 {
			return c.single()
		}
		return nil
	}
	m := &c.mentions[i-1]
	gap := c.of.text[m.end : c.lo+end]
	if first := strings.TrimPrefix(gap, " "); first != gap && capitalised(first) {
		// "Kubernetes Ingress built on": what the clause begins with is, if anything.
		if lead := c.leading(); len(lead) == 1 && strings.HasPrefix(c.of.text[lead[0].end:], " is ") {
			return lead[0]
		}
		return nil
	}
	if slices.ContainsFunc(strings.Fields(gap), func(w string) bool { return runsOnIt.holds(w) }) {
		return nil // "our Kubernetes clusters are based on"
	}
	if utf8.RuneCountInString(gap) > 32 || strings.ContainsAny(gap, ";。") || strings.Contains(gap, " and ") || has(gap, han) && utf8.RuneCountInString(gap) > 3 && strings.HasPrefix(c.of.text[c.lo+end:], "基于") {
		return nil
	}
	return m
}

// runsOnIt are what runs on a project and is not the project.
var runsOnIt = newNameSet("cluster|clusters|operator|operators|workload|workloads|application|applications|apps|pods|service|services|environment|environments|user|users|team|teams|deployment|deployments")

// insideOf returns the project inside which, or by which, the mention i of c is
// used: "Xの中でYが使われている".
func insideOf(c *clause, i int) *mention {
	if i == 0 {
		return nil
	}
	m := &c.mentions[i-1]
	if anyPrefix(strings.TrimLeft(c.of.text[m.end:c.hi], " "), []string{"の中で", "の内部で", "では", "には", "の裏で"}) {
		return m
	}
	return nil
}

// renamed reads "X から Y に名前を変えた" and "X was renamed to Y".
func (r *relationReader) renamed(c *clause, lower string) {
	if len(c.mentions) < 2 || !anyOf(lower, renamedWords) {
		return
	}
	for i := 1; i < len(c.mentions); i++ {
		from, to := &c.mentions[i-1], &c.mentions[i]
		if from.ID != to.ID {
			r.state(to, vocab.RenamedFrom, from, c.from(to.start-c.lo))
			return
		}
	}
}

// renamedWords tell, in lower case, that the one project became the other.
var renamedWords = []string{"に名前を変え", "に改名", "にリネーム", "に名前が変わ", "に名称変更", "renamed to", "rebranded as", "became known as", "로 이름", "改名为", "更名为"}

// merged reads "X = Y + Z".
func (r *relationReader) merged(c *clause) {
	for i := 0; i+2 < len(c.mentions); i++ {
		x, y, z := &c.mentions[i], &c.mentions[i+1], &c.mentions[i+2]
		if strings.TrimSpace(c.of.text[x.end:y.start]) == "=" && strings.TrimSpace(c.of.text[y.end:z.start]) == "+" {
			r.state(x, vocab.RenamedFrom, y, c.from(y.start-c.lo))
			r.state(x, vocab.RenamedFrom, z, c.from(z.start-c.lo))
		}
	}
}
