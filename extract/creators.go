package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// madeVerbs say that somebody made something; the maker stands before, with one of
// makerParticles.
var (
	madeVerbs      = []string{"開発", "作った", "作って", "作成", "公開", "発表し", "発表さ", "に発表", "主導", "立ち上げ", "リリース", "OSS化", "オープンソース化", "創建", "创建", "开源", "开发", "개발했", "개발한", "만들었", "만든", "공개했", "공개한"}
	makerParticles = []string{"社によって", "によって", "社により", "により", "社が", "が", " 社が", "가", "이", "에서"}
	// madeBehind are words that say the same right behind the name.
	madeBehind = []string{"製", "発。", "発の", "発祥", "で使われていたのがOSS", "で生まれ", "で開発され", "主導", "开源的", "开发的", "推出的", "研发的"}
)

// madeBefore are those that stand before it.
var madeBefore = []string{
	"created by", "developed by", "built by", "made by", "written by", "originally by", "started by", "open sourced by", "open-sourced by", "originally created at", "originally developed at", "originally built at",
	"originally created by", "originally developed by", "developed at", "created at", "born at", "is by",
}

// creators reads who made the project that a clause is on; lower is its text in
// lower case.
func (r *relationReader) creators(c *clause, lower string) {
	s := c.text()
	for _, verb := range madeVerbs {
		if at := strings.Index(s, verb); at > 0 && r.madeByVerb(c, at) {
			return
		}
	}
	for _, w := range madeBehind {
		at := strings.Index(s, w)
		if at <= 0 || w == "製" && at+len(w) < len(s) && !anyPrefix(s[at+len(w):], []string{" ", "の", "）", ")"}) {
			continue
		}
		if org, start := organizationBefore(s[:at]); r.credit(c, org, start, at) {
			return
		}
	}
	for _, w := range madeBefore {
		if at := strings.Index(lower, " "+w+" "); at >= 0 {
			start := at + len(w) + 2
			r.credit(c, organizationAfter(s[start:]), start, len(s))
			return
		}
	}
	if r.openedBy(c, lower) {
		return
	}
	if rest, ok := strings.CutPrefix(lower, "by "); ok && len(c.subjects) == 1 {
		if org := organizationAfter(s[len(s)-len(rest):]); len(org) == len(strings.TrimSpace(rest)) {
			r.credit(c, org, len(s)-len(rest), len(s))
		}
	}
	r.madeByItem(c)
}

// openedVerbs say that the name behind was made by the one before.
var openedVerbs = []string{" open-sourced", " open sourced", " created", " developed", " started", " built"}

// openedBy reads "Company open-sourced X" and "Company created X".
func (r *relationReader) openedBy(c *clause, lower string) bool {
	s := c.text()
	for i := range c.mentions {
		m := &c.mentions[i]
		head := strings.TrimSuffix(strings.TrimRight(lower[:m.start-c.lo], " "), " the")
		for _, w := range openedVerbs {
			before, ok := strings.CutSuffix(head, w)
			if !ok {
				continue
			}
			org, start := organizationBefore(strings.TrimSuffix(strings.TrimSuffix(s[:len(before)], " originally"), " has"))
			if org == "" || !strings.Contains(w, "sourced") && organizationLike(org) < likely || personLike(org) == likely {
				return false
			}
			r.add(Relation{From: r.name(m.ID), Type: vocab.CreatedBy.Name, To: org, Line: r.src.line(c.from(start)), fromID: m.ID})
			return true
		}
	}
	return false
}

// madeByVerb reads "X が 2018年に開発", "X と Y が共同開発", "由X开源" with the verb at
// at.
func (r *relationReader) madeByVerb(c *clause, at int) bool {
	s := c.text()
	best, size := -1, 0
	for _, p := range makerParticles {
		if k := strings.LastIndex(s[:at], p); k >= 0 && (k+len(p) > best+size || k+len(p) == best+size && len(p) > size) {
			best, size = k, len(p)
		}
	}
	if best > 0 && utf8.RuneCountInString(s[best+size:at]) <= 16 && !strings.ContainsAny(s[best:at], "、。") {
		org, start := organizationBefore(s[:best])
		if size == len("が") && only(org, han) && organizationLike(org) < likely {
			return false // "付加価値が生まれる": any noun stands before a mere が
		}
		if !r.credit(c, org, start, at) {
			return false
		}
		for {
			rest, ok := strings.CutSuffix(strings.TrimRight(s[:start], " "), "と")
			if !ok {
				return true
			}
			if org, start = organizationBefore(rest); !r.credit(c, org, start, at) {
				return true
			}
		}
	}
	if k := strings.LastIndex(s[:at], "由"); k >= 0 && at-k <= 30 {
		return r.credit(c, strings.TrimSpace(s[k+len("由"):at]), k+len("由"), at)
	}
	return false
}

// credit states that org, which stands at start of c, made the project that c is
// on: the object between it and the verb at verb, the project named before it, or
// the one that c stands under.
func (r *relationReader) credit(c *clause, org string, start, verb int) bool {
	if org == "" {
		return false
	}
	var made, before *mention
	for i := range c.mentions {
		m := &c.mentions[i]
		switch lo, hi := m.start-c.lo, m.end-c.lo; {
		case hi <= start:
			before = m
		case lo >= start+len(org) && hi <= verb && strings.HasPrefix(strings.TrimLeft(c.text()[hi:], " "), "を"):
			made = m
		case lo >= verb && made == nil && lo-verb <= 16 && before == nil && anyOf(c.text()[verb:lo], []string{"した", "製の", "的", "만든", "한 "}):
			made = m
		}
	}
	if made == nil && before != nil && utf8.RuneCountInString(c.text()[before.end-c.lo:start]) <= 40 {
		made = before
	}
	if made == nil {
		made = c.single()
	}
	if made == nil || strings.EqualFold(r.name(made.ID), org) {
		return false
	}
	r.add(Relation{From: r.name(made.ID), Type: vocab.CreatedBy.Name, To: org, Line: r.src.line(c.from(start)), fromID: made.ID})
	return true
}

// organizationBefore returns the name that s ends in, and where it begins: words
// with capitals, or a run of katakana or Han.
func organizationBefore(s string) (org string, start int) {
	s = strings.TrimRight(s, " ")
	start = len(s)
	ws := wordsOf(s)
	for i := len(ws) - 1; i >= 0; i-- {
		w := ws[i]
		first := i == len(ws)-1
		latin := w.class == latinWord && capitalised(w.text)
		if !first && (ws[i+1].start-w.end > 1 || !latin || ws[i+1].class != latinWord || len(ws)-i > 3) {
			break
		}
		known := w.class == hangulWord && organizations.holds(w.text)
		if !latin && !known && (!first || w.class != katakanaWord && w.class != hanWord) || utf8.RuneCountInString(w.text) < 2 {
			break
		}
		start = w.start
	}
	org = s[start:]
	if rest, ok := strings.CutPrefix(org, "是"); ok {
		org, start = rest, start+len("是") // "X 是蚂蚁开源的"
	}
	if org == "" || year(org) || languagesOfCode[org] || makesObjects.has(org) || org == "言語" || org == "语言" || !has(org, unicode.IsLetter) || anyOf(org, []string{"自社", "我々", "弊社", "他社", "本人", "今回", "誰"}) {
		return "", start
	}
	return org, start
}

// makesObjects are parts of a cluster, which make objects in it.
var makesObjects = newWordSet("pod pods node nodes controller operator kubelet container containers service api client server agent daemon scheduler")

// languagesOfCode are what "製" may stand behind too.
var languagesOfCode = map[string]bool{"Go": true, "Golang": true, "Rust": true, "C": true, "Python": true, "Java": true, "Scala": true, "Ruby": true, "TypeScript": true, "JavaScript": true, "Erlang": true, "Elixir": true, "Kotlin": true}

// organizationAfter returns the name that s begins with: words with capitals.
func organizationAfter(s string) string {
	end := 0
	for i, w := range wordsOf(s) {
		if w.class != latinWord || !capitalised(w.text) || i >= 3 || i > 0 && w.start-end > 1 {
			break
		}
		end = w.end
	}
	return s[:end]
}

// madeByItem reads an item that is nothing but known organisations, below an item
// that is nothing but a project, or behind one and a colon.
func (r *relationReader) madeByItem(c *clause) {
	s := c.text()
	var made *mention
	start := 0
	if lead := c.leading(); len(lead) == 1 && anyPrefix(s[lead[0].end-c.lo:], []string{":", "："}) {
		made, start = lead[0], lead[0].end-c.lo
	} else if len(c.subjects) == 1 && c.heading != nil && len(c.heading.mentions) > 0 && utf8.RuneCountInString(c.heading.text()) <= utf8.RuneCountInString(c.heading.mentions[0].text())+4 {
		made = c.subjects[0]
	}
	if made == nil {
		return
	}
	names := strings.FieldsFunc(strings.NewReplacer(" と ", ",", " and ", ",", "、", ",", " & ", ",", ":", ",", "：", ",").Replace(s[start:]), func(r rune) bool { return r == ',' })
	for _, n := range names {
		if n = strings.TrimSpace(n); n != "" && !organizations.holds(strings.ToLower(n)) {
			return
		}
	}
	for _, n := range names {
		if n = strings.TrimSpace(n); n != "" {
			r.add(Relation{From: r.name(made.ID), Type: vocab.CreatedBy.Name, To: n, Line: r.src.line(c.from(start)), fromID: made.ID})
		}
	}
}
