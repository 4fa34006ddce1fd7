package extract

import (
	"strings"
	"unicode/utf8"
)

// occasion tells whether e says only where and when the talks below it were given:
// "4월 Busan Meetup", "Mar 2019: X Conf".
func (e *entry) occasion() bool {
	if e.line || len(e.children) == 0 || len(e.children) > 4 || len(e.people.list) > 0 || e.timed && clocked(e) || e.whole && (e.slides.url != "" || e.video.url != "") && len(e.own[0].links()) > 0 {
		return false
	}
	text := strings.TrimSpace(e.own[0].text())
	dated := monthLead(text)
	if ds := datesIn(text); len(ds) > 0 && ds[0].start <= 1 && ds[0].month > 0 {
		dated = true
	}
	names := eventNames(withoutDates(text))
	if !dated {
		return false
	}
	first := e.children[0].own[0]
	title := strings.TrimSpace(first.text())
	if labelledBy(title, speakerLabels) || labelledBy(title, entryLabels) || !titleText(title) || strings.HasSuffix(title, "。") || personLike(title) == likely {
		return false
	}
	return len(names) > 0 && names[0].head || len(e.own[0].links()) == 0 && (len(first.links()) > 0 || len(e.children) == 1)
}

// introduces tells whether e is a line that ends in a colon and says that talks
// follow: "Some lightning talks:".
func (e *entry) introduces() bool {
	s := strings.TrimSpace(e.own[len(e.own)-1].text())
	if !e.line || !anySuffix(s, []string{":", "："}) {
		return false
	}
	s = strings.ToLower(strings.TrimRight(s[sentenceStart(s):], ":： "))
	return utf8.RuneCountInString(s) <= 100 && anySuffix(s, []string{"talks", "sessions", "keynotes", "presentations", "workshops", "セッション", "発表", "講演", "세션", "발표", "议题", "演讲"})
}

// gloss cuts off what a report says of a talk behind its title: "Title – about X".
func (e *entry) gloss() {
	s := e.title.text()
	for _, d := range [...]string{" – ", " — ", " - "} {
		if i := strings.LastIndex(s, d); i > 0 && i+len(d) < len(s) && s[i+len(d)] >= 'a' && s[i+len(d)] <= 'z' && len(strings.Fields(s[i+len(d):])) >= 3 {
			e.title = e.title.sub(0, i)
			return
		}
	}
}

// monthLead tells whether s begins with a month.
func monthLead(s string) bool {
	_, ok := behindMonth(s)
	return ok
}

// behindMonth returns what stands behind the month that s begins with: "4월 X", "3月 X",
// "Mar X".
func behindMonth(s string) (rest string, ok bool) {
	ws := wordsOf(start(s, 64))
	if len(ws) < 2 {
		return "", false
	}
	if ws[0].class == numberWord && len(ws[0].text) <= 2 && !ws[1].space {
		if ws[1].text == "月" {
			return s[ws[1].end:], true
		}
		return strings.CutPrefix(s[ws[1].start:], "월")
	}
	ok = ws[0].class == latinWord && months.has(ws[0].text) && capitalised(ws[0].text) && !strings.EqualFold(ws[0].text, "may")
	return s[ws[0].end:], ok
}

// occasionName returns the name of the event that the text of an occasion says: one that
// is known as such, else what stands behind the date, up to a dash; "" for none.
func occasionName(text string) string {
	if names := eventNames(withoutDates(text)); len(names) > 0 && names[0].head {
		return names[0].name
	}
	rest, ok := behindMonth(text)
	if ds := datesIn(text); len(ds) > 0 && ds[0].start <= 1 {
		rest, ok = text[ds[0].end:], true
	}
	rest, _, _ = strings.Cut(rest, " - ")
	rest = strings.Trim(rest, " 　,:：-–—|()（）")
	if n := utf8.RuneCountInString(rest); !ok || n < 3 || n > 60 || logistics(rest) {
		return ""
	}
	return rest
}
