package extract

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// levelTerm is a word for a level of maturity in a text.
type levelTerm struct {
	span
	level string
}

// levelForms are the words for the levels, in lower case.
var levelForms = [...]struct {
	level string
	words []string
}{
	{"sandbox", []string{"sandbox", "サンドボックス", "샌드박스", "沙箱"}},
	{"incubating", []string{"incubating", "incubation", "incubator", "インキュベーティング", "インキュベーション", "インキュベータ", "인큐베이팅", "인큐베이션", "孵化"}},
	{"graduated", []string{"graduated", "graduation", "卒業", "グラデュエーテッド", "グラデュエート", "졸업", "毕业", "畢業"}},
	{"archived", []string{"archived", "アーカイブされ", "アーカイブ済", "归档", "歸檔"}},
	{"donated", []string{"donated", "donation", "contributed", "gave", "寄贈", "寄付", "移管", "기증", "捐赠", "捐给", "捐贈", "捐給"}},
}

// levelTerms returns the words for levels in s, in order.
func levelTerms(s string) []levelTerm {
	if signsOf(s)&levelSign == 0 {
		return nil
	}
	var out []levelTerm
	lower := lowerASCII(s)
	for _, f := range levelForms {
		for _, w := range f.words {
			for at := 0; ; {
				n := strings.Index(lower[at:], w)
				if n < 0 {
					break
				}
				at += n
				out = append(out, levelTerm{span: span{at, at + len(w)}, level: f.level})
				at += len(w)
			}
		}
	}
	slices.SortFunc(out, func(a, b levelTerm) int { return cmp.Compare(a.start, b.start) })
	return out
}

// lowerASCII is strings.ToLower for ASCII letters: no byte moves.
func lowerASCII(s string) string {
	for i := range len(s) {
		if lowerByte(s[i]) == s[i] {
			continue
		}
		b := []byte(s)
		for k := i; k < len(b); k++ {
			b[k] = lowerByte(b[k])
		}
		return string(b)
	}
	return s
}

// headingLevel returns the level that a heading says its items have, "" if none,
// and whether the heading says nothing else.
func headingLevel(s string) (level string, only bool) {
	words := levelTerms(s)
	if len(words) != 1 || words[0].level == "donated" || hedged(s) {
		return "", false
	}
	w := words[0]
	rest := strings.ToLower(strings.Trim(s[:w.start]+s[w.end:], " :：()（）"))
	if rest == "" || rest == "projects" || rest == "project" {
		return w.level, true
	}
	if anyOf(rest, []string{"project", "プロジェクト", "プロダクト", "一覧", "list", "cncf", "项目", "프로젝트", "リスト"}) && utf8.RuneCountInString(s) <= 50 {
		return w.level, false
	}
	return "", false
}
