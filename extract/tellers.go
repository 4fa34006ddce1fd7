package extract

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// titleMarks stand before the title of a talk.
var titleMarks = []string{"topic 是", "topic是", "主题是", "主题为", "题目是", "题目为", "议题是", "议题为", "主題は", "タイトルは", "演題は", "テーマは", "発表タイトルは", "주제는", "제목은"}

// titledBefore tells whether s, before a title in quotation marks, says that one
// follows: "这次他的 topic 是《…》".
func titledBefore(s string) bool {
	return !anyOf(s[sentenceStart(s):], []string{"次回", "来月", "来年", "今回のテーマ", "今年のテーマ", "全体のテーマ", "会のテーマ", "イベントのテーマ", "다음", "이번 주제", "행사의 주제", "밋업의 주제", "下期", "下次", "本次主题", "本期主题", "活动的主题"}) && anySuffix(strings.TrimRight(s, " :：“\"「『《"), titleMarks)
}

// titleTails stand behind the title of a talk.
var titleTails = []string{"라는 주제로", "이라는 주제로", "라는 제목으로", "이라는 제목으로", "라는 발표", "라는 세션", "というタイトルで", "と題して", "と題した", "という題", "という発表", "というセッション", "という講演", "というLT", "为题", "为主题"}

// titledAfter tells whether s, behind a title, says that it was one.
func titledAfter(s string) bool {
	return anyPrefix(strings.TrimLeft(s, "」』》”\"*_ "), titleTails)
}

// guestMarks stand in a sentence that introduces the next speaker, whose name ends it.
var guestMarks = []string{"嘉宾是", "讲师是", "讲者是", "讲师", "嘉宾", "登壇者は", "スピーカーは", "연사는", "발표자는"}

// guestBefore returns who the paragraphs right before b in s introduce as the next
// speaker: "第一位嘉宾是…的黄玉奇。". The zero credit is nobody.
func (d *draft) guestBefore(s *section, b *block) credit {
	i := slices.Index(s.blocks, b)
	for k := i; k >= 0 && k > i-6; k-- {
		if s.blocks[k].prose == nil || s.blocks[k].kind != paragraph {
			continue
		}
		for _, l := range sentences(s.blocks[k].prose.all()) {
			text := strings.TrimRight(l.text(), " 。.！!\n")
			if !anyOf(text, guestMarks) || strings.ContainsAny(text, "《》") {
				continue
			}
			for _, mark := range guestMarks {
				if m := strings.LastIndex(text, mark); m >= 0 {
					name := l.sub(m+len(mark), len(text))
					if by, ok := speakersIn(name, true); ok && (by.sure || allLikely(by.list)) && len(by.list) == 1 {
						return credit{people: by, at: name}
					}
				}
			}
			if at := strings.LastIndexAny(text, " 的，师"); at >= 0 {
				_, n := utf8.DecodeRuneInString(text[at:])
				name := l.sub(at+n, len(text))
				if by, ok := speakersIn(name, true); ok && len(by.list) == 1 && personLike(name.text()) == likely {
					return credit{people: by, at: name}
				}
			}
		}
	}
	return credit{}
}

// talkWords name a talk in a sentence.
var talkWords = []string{"talk", "session", "keynote", "panel", "presentation", "workshop", "tutorial", "demo"}

// tellerBefore reads "Aさんの「Title」", "A's *Title*", "A's session, *Title*" and "A from
// Company presented *Title*" before the title at i.
func (d *draft) tellerBefore(p passage, i int) (credit, bool) {
	s := strings.TrimRight(p.text()[:i], " *_,:“\"「『《、")
	start := sentenceStart(s)
	if quoted := p.text()[i:]; strings.Contains(quoted, "」と") && !strings.Contains(quoted, "」という") || strings.Contains(quoted, "」って") {
		return credit{}, false // what somebody said
	}
	for _, tail := range [...]string{"による", "の", "의", "的", ""} {
		rest, ok := strings.CutSuffix(s, tail)
		if !ok || !has(rest, cjk) {
			continue
		}
		lo := start
		for _, sep := range [...]string{"、", "，", "。", "目は", "最後は", "最初は"} {
			if k := strings.LastIndex(rest, sep); k >= 0 {
				lo = max(lo, k+len(sep))
			}
		}
		q := p.sub(lo, len(rest))
		if by, ok := speakersIn(q, false); ok && by.sure {
			return credit{people: by, at: q}, true
		}
	}
	if strings.Contains(p.text()[i:i+sentenceEnd(p.text()[i:])], "발표") {
		for _, subject := range [...]string{"는", "은", "이", "가", "께서"} {
			rest, ok := strings.CutSuffix(s, subject)
			if !ok {
				continue
			}
			if c, ok := d.nameEnding(p, start, len(strings.TrimRight(rest, " "))); ok {
				return c, true // "Ann Lee 는 「…」을 발표한다"
			}
		}
	}
	lower := strings.ToLower(s)
	for _, own := range [...]string{"'s ", "’s "} {
		k := strings.LastIndex(s+" ", own)
		if k > start && (k+len(own) > len(s) || anySuffix(lower, talkWords)) {
			if c, ok := d.nameEnding(p, start, k); ok {
				return c, true
			}
		}
	}
	if c, ok := d.subjectBefore(p, start, len(s)); ok {
		return c, true
	}
	if c, ok := d.comingOn(p, start, len(s)); ok {
		return c, true
	}
	for _, verb := range [...]string{" presented", " gave a talk called", " gave a talk titled", " gave", " presents", " spoke about", " talked about", " delivered"} {
		if strings.HasSuffix(lower, verb) {
			return d.nameEnding(p, start, len(s)-len(verb))
		}
	}
	return credit{}, false
}

// subjectBefore reads "a session by A and B," and "A and B will be discussing", which
// stand between start and end of p's text, before a title.
func (d *draft) subjectBefore(p passage, start, end int) (credit, bool) {
	s := p.text()[start:end]
	if len(s) > 4*maxSpeakers {
		return credit{}, false
	}
	for _, w := range [...]string{"session by ", "talk by ", "keynote by ", "presentation by ", "workshop by ", "panel with "} {
		if i := strings.Index(s, w); i >= 0 {
			c, ok := nameBeginning(p, start+i+len(w), end)
			return c, ok && !d.anyKnown(c.list)
		}
	}
	for _, w := range [...]string{" will be ", " will ", " is going to ", " are going to ", " is presenting ", " are presenting "} {
		i := strings.Index(s, w)
		if i <= 0 {
			continue
		}
		if by, ok := speakersIn(p.sub(start, start+i), false); ok && allLikely(by.list) && !d.anyKnown(by.list) {
			return credit{people: by, at: p.sub(start, start+i)}, true
		}
		return d.nameEnding(p, start, start+i)
	}
	return credit{}, false
}

// comings stand before who comes on stage: "Next up we had A from C telling us
// how".
var comings = []string{" was ", " were ", " is ", " had ", " welcomed ", "joined by ", " with ", "followed by ", "heard from ", "then "}

// comingOn reads "Kicking off our evening was A from C, with a talk on", which
// stands between start and end of p's text, before a title.
func (d *draft) comingOn(p passage, start, end int) (credit, bool) {
	if end-start > 4*maxSpeakers {
		return credit{}, false
	}
	lower := lowerASCII(p.text()[start:end])
	for _, w := range comings {
		i := strings.Index(lower, w)
		if i < 0 {
			continue
		}
		c, ok := nameBeginning(p, start+i+len(w), end)
		if !ok || d.anyKnown(c.list) {
			continue
		}
		if between := lower[c.at.hi-p.lo-start:]; anyOf(between, introducing) && len(between) <= maxBetween {
			return c, true
		}
	}
	return credit{}, false
}

// introducing is what stands between a speaker who comes on stage and the title.
var introducing = append([]string{"discussion", "telling", "talking", "speaking", "presenting", "sharing", "showing", "explaining", "who "}, talkWords...)

// maxBetween is how many bytes of a sentence stand between its speaker and the title.
const maxBetween = 100

// sentenceStart returns where the last sentence of s begins.
func sentenceStart(s string) int {
	start := 0
	for _, end := range [...]string{"! ", "? ", "。", "！", "？", "\n"} {
		if k := strings.LastIndex(s, end); k >= 0 {
			start = max(start, k+len(end))
		}
	}
	for k := len(s); ; {
		if k = strings.LastIndex(s[:k], ". "); k < start {
			return start
		}
		if !runsOn(s[k+2:]) {
			return k + 2
		}
	}
}

// runsOn tells whether a sentence goes on with s behind a full stop, which ends an
// abbreviation then: "Acme, Inc. telling us how".
func runsOn(s string) bool { return s != "" && s[0] >= 'a' && s[0] <= 'z' }

// nameEnding returns the person whose name ends at end of p's text: the longest
// run of words there that look like a name, with an employer.
func (d *draft) nameEnding(p passage, start, end int) (credit, bool) {
	s := p.text()
	var best credit
	found := false
	for k := end - 1; k >= start; k-- {
		if k > start && s[k-1] != ' ' {
			continue
		}
		q := p.sub(k, end)
		if len(strings.Fields(q.text())) > 8 {
			break
		}
		if by, ok := speakersIn(q, false); ok && (by.sure || allLikely(by.list)) && capitalised(q.text()) {
			best, found = credit{people: by, at: q}, true
		}
	}
	return best, found
}

// tellerAfter reads ", A (Company) showed …", " by A", ", a panel with A and B"
// behind the title that ends at i.
func (d *draft) tellerAfter(p passage, i int) (credit, bool) {
	s := p.text()
	rest := strings.TrimLeft(s[i:], "*_\"”」』》")
	at := len(s) - len(rest)
	end := at + sentenceEnd(rest)
	sentence := s[at:end]
	lower := strings.ToLower(sentence)
	opening := strings.ToLower(s[sentenceStart(s[:i]):i])
	if strings.HasPrefix(sentence, ",") && (strings.HasPrefix(strings.TrimLeft(opening, "*_\"“ "), "in ") || strings.HasPrefix(opening, "during ")) {
		c, ok := nameBeginning(p, at+1, end)
		return c, ok && !d.anyKnown(c.list)
	}
	for _, w := range [...]string{" by ", " with ", " from "} {
		k := strings.Index(lower, w)
		if k < 0 || !anySuffix(lower[:k], talkWords) && (w != " by " || k > 60 || !given(lower[:k])) {
			continue
		}
		if c, ok := nameBeginning(p, at+k+len(w), end); ok && !d.anyKnown(c.list) {
			return c, true
		}
	}
	return credit{}, false
}

// given tells whether s, between a title and "by", says that it is a talk's: nothing
// does, "signed" does not.
func given(s string) bool {
	s = strings.Trim(s, " ,()")
	last := s[strings.LastIndex(s, " ")+1:]
	switch last {
	case "signed", "written", "authored", "co-authored", "published", "edited", "sponsored", "built", "created", "developed", "maintained", "made", "inspired", "powered", "backed", "supported", "recommended":
		return false
	}
	return true
}

// sentenceEnd returns where the first sentence of s ends.
func sentenceEnd(s string) int {
	end := len(s)
	for _, stop := range [...]string{"! ", "? ", "。", "\n"} {
		if k := strings.Index(s, stop); k >= 0 {
			end = min(end, k)
		}
	}
	for at := 0; ; {
		k := strings.Index(s[at:end], ". ")
		if k < 0 {
			return end
		}
		if at += k + 2; !runsOn(s[at:]) {
			return at - 2
		}
	}
}

// nameBeginning returns the people whose names begin at start of p's text: the
// longest list of them there.
func nameBeginning(p passage, start, end int) (credit, bool) {
	s := p.text()
	var best credit
	found := false
	for start < end && s[start] == ' ' {
		start++
	}
	for k := start + 1; k <= end; k++ {
		if k < end && strings.IndexByte(" ,).", s[k]) < 0 && s[k-1] != ')' {
			continue
		}
		q := p.sub(start, k)
		if utf8.RuneCountInString(q.text()) > 140 {
			break
		}
		if by, ok := speakersIn(q, false); ok && (by.sure || allLikely(by.list)) && capitalised(q.text()) {
			best, found = credit{people: by, at: q}, true
		}
	}
	return best, found
}
