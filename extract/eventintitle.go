package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// titles returns the passages that are the document's title, the surest first.
func (d *draft) titles() []passage {
	var out []passage
	for _, b := range d.matter {
		switch b.key {
		case "title", "event", "event.name", "subtitle", "conference":
			out = append(out, b.prose.all())
		case "categories", "category", "series":
			if names := eventNames(b.text()); len(names) > 0 && names[0].head && names[0].edition {
				out = append(out, b.prose.all())
			}
		}
	}
	headings := 0
	for _, b := range d.blocks {
		if b.prose == nil || b.quote {
			continue
		}
		if d.format == "deck" && b.slide <= 1 {
			out = append(out, b.prose.all().lines()...)
			continue
		}
		if b.kind == heading {
			out = append(out, b.prose.all())
			if headings++; headings == 1 && b.level > 1 || headings == 2 {
				break
			}
			continue
		}
		if headings == 0 && len(out) == 0 && b.kind == paragraph {
			out = append(out, b.prose.all().lines()[0])
		}
		if b.kind == slideText && b.slide <= 1 {
			out = append(out, columnsOf(b.prose.all())...)
			continue
		}
		if headings == 0 && b.line > 12 || b.kind == slideText {
			break
		}
	}
	return out
}

// reportOf returns what a title says to be a report of: "Meetup report: X",
// "[イベントレポート] X".
func reportOf(t passage) (passage, bool) {
	s := t.text()
	for _, q := range [...][2]string{{"[", "]"}, {"【", "】"}, {"", ":"}, {"", "："}} {
		if !strings.HasPrefix(s, q[0]) {
			continue
		}
		end := strings.Index(s, q[1])
		if end < 0 || utf8.RuneCountInString(s[:end]) > 24 {
			continue
		}
		label := strings.ToLower(s[len(q[0]):end])
		if !anyOf(label, []string{"meetup", "conference", "event", "イベント", "勉強会", "밋업", "행사", "컨퍼런스", "trip", "会议"}) ||
			!anyOf(label, []string{"report", "recap", "notes", "レポ", "メモ", "報告", "후기", "参加", "정리", "回顾"}) {
			continue
		}
		rest := t.sub(end+len(q[1]), len(s))
		if cut := strings.IndexAny(rest.text(), ",(|–—（、〜"); cut > 0 {
			rest = rest.sub(0, cut)
		}
		rest = rest.trim("")
		n := utf8.RuneCountInString(rest.text())
		return rest, n >= 4 && n <= 60
	}
	return passage{}, false
}

// eventInTitle returns the event that a title names.
func (d *draft) eventInTitle(t passage) (stated, bool) {
	e, ok := d.quotedInTitle(t)
	if !ok {
		e, ok = d.monthlyInTitle(t)
	}
	if !ok {
		e, ok = d.namedInTitle(t)
	}
	if !ok {
		if p, found := reportOf(t); found {
			e, ok = stated{Event: Event{Name: p.plain(), Line: d.src.line(p.from(0))}}, true
		}
	}
	for _, dt := range datesIn(t.text()) {
		if ok && dt.day > 0 && dt.year > 0 {
			e.Date = Optional(dt.String())
			break
		}
	}
	return e, ok
}

// quotedInTitle reads "「X」第3回" and "「X #3」": a name in quotation marks and its
// edition.
func (d *draft) quotedInTitle(t passage) (stated, bool) {
	s := t.text()
	open, end := strings.Index(s, "「"), strings.Index(s, "」")
	if open < 0 || end < open || utf8.RuneCountInString(s[open:end]) < 5 {
		return stated{}, false
	}
	name := s[open+len("「") : end]
	rest := s[end+len("」"):]
	if ws := wordsOf(rest); len(ws) > 0 {
		if n := edition(ws, 0); n > 0 && !year(ws[0].text) {
			name += " " + rest[:ws[n-1].end]
		}
	}
	for _, e := range eventNames(name) {
		if e.edition && e.end == len(name) {
			return stated{Event: Event{Name: name, Line: d.src.line(t.from(open))}}, true
		}
	}
	return stated{}, false
}

// namedInTitle returns the event that a title names as events are named.
func (d *draft) namedInTitle(t passage) (stated, bool) {
	s := withoutDates(t.text())
	if name, ok := smallTitle(s); ok {
		return stated{Event: Event{Name: name, Line: d.src.line(t.from(0))}}, true
	}
	best, found := eventName{}, false
	for _, e := range eventNames(s) {
		if !found || e.rank() > best.rank() || e.rank() == best.rank() && strings.HasPrefix(e.name, best.name+" ") {
			best, found = e, true
		}
	}
	if found && !best.head && d.known(strings.TrimRight(best.name, " #0123456789.v")) {
		return stated{}, false // "Istio 2019" is a project and a year
	}
	alone := found && best.edition && utf8.RuneCountInString(strings.TrimSpace(s)) <= utf8.RuneCountInString(best.name)+2 && t.of.text != "" && (d.format == "transcript" || d.format == "deck")
	if !found || !best.sure() && !reported(s) && !alone && !d.reporting && !d.supported() {
		return stated{}, false
	}
	best = wholeRun(s, best)
	return stated{Event: Event{Name: best.name, Line: d.src.line(t.from(best.start))}}, true
}

// smallTitle returns a title in small letters that is nothing but a name and the
// number of an edition: "docker night otaru #31".
func smallTitle(t string) (string, bool) {
	if len(t) > 120 {
		return "", false
	}
	ws := wordsOf(strings.TrimSpace(t))
	head := false
	for i, w := range ws {
		switch {
		case i > 0 && w.text == "#" && i+2 == len(ws) && edition(ws, i) == 2:
			return strings.TrimSpace(t), head && i <= 6
		case w.class != latinWord || leadWords.has(w.text) || reportWords.has(w.text):
			return "", false
		}
		head = head || eventWords.has(w.text)
	}
	return "", false
}

// wholeRun returns e from where its run of Japanese begins: where a title says that
// its author took part in what stands before, that is all of it a name, particles
// and all.
func wholeRun(s string, e eventName) eventName {
	if !e.edition || !cjk(runeAfter(s, e.start)) || !anyPrefix(strings.TrimLeft(s[e.end:], " "), tookPart) {
		return e
	}
	start := 0
	for i, r := range s[:e.start] {
		if unicode.IsSpace(r) || unicode.IsPunct(r) && r != '・' && r != 'ー' || unicode.IsSymbol(r) {
			start = i + utf8.RuneLen(r)
		}
	}
	name := s[start:e.end]
	if utf8.RuneCountInString(name) > 30 || anyPrefix(name, []string{"初めて", "はじめて", "先日", "昨日", "今日", "本日", "今年", "去年", "社内", "また"}) {
		return e
	}
	e.start, e.name = start, name
	return e
}

// reported tells whether a title says that somebody took part in something.
func reported(s string) bool {
	return reportFinder.any(lowerCase(s))
}

var reportFinder = newWords(reportSigns)

var reportSigns = []string{
	"参加", "レポート", "レポ", "まとめ", "what i learned", "what we learned", "登壇", "聴講", "行ってき", "行って来", "参戦", "に行った", "イベント", "勉強会", "開催",
	"talk at", "presented at", "given at", "slides from", "slides for", "で発表", "発表資料", "발표한", "recap", "trip report", "attend", "conference", "meetup", "takeaways", "highlights", "notes from", "report",
	"후기", "참석", "참가", "밋업", "회고", "参会", "回顾", "见闻", "圆满", "沙龙", "meetup",
}

// supported tells whether more than a title speaks for an event: a page that
// announces it, or a date in the opening.
func (d *draft) supported() bool {
	for _, b := range d.opening() {
		for _, a := range b.prose.links {
			if targetOf(a.url).kind == eventTarget {
				return true
			}
		}
		if len(datesIn(b.text())) > 0 && b.line <= 6 && utf8.RuneCountInString(b.text()) < 60 {
			return true
		}
	}
	return false
}
