package extract

import (
	"path"
	"slices"
	"strings"
	"unicode/utf8"
)

// stated is an event with what else the document says of it.
type stated struct {
	Event
	year int // in its name, 0 if none
}

// findEvent returns the event that the document is about; ok is false where it
// names none. It looks at the title first, then at what links to an event's page,
// at the first sentences, and last at the path of the document.
func (d *draft) findEvent() (e stated, ok bool) {
	for _, t := range d.titles() {
		if e, ok = d.eventInTitle(t); ok {
			break
		}
	}
	if !ok {
		for _, find := range [...]func() (stated, bool){d.eventInOpening, d.eventByPage, d.eventInPath, d.eventInHashtag, d.eventInLabel, d.eventAsTitle} {
			if e, ok = find(); ok {
				break
			}
		}
		if !ok {
			return e, false
		}
	}
	for _, dt := range datesIn(e.Name) {
		if dt.day > 0 {
			e.Date = Optional(dt.String())
		}
	}
	e.year = yearIn(e.Name)
	d.completeEvent(&e)
	return e, true
}

// yearIn returns the year that an event's name holds, 0 if none.
func yearIn(name string) int {
	for _, w := range wordsOf(name) {
		text := strings.TrimLeft(w.text, "CNDTKFOWSabcdefghijklmnopqrstuvwxyz")
		if year(text) {
			n, _ := number(text, 0)
			return n
		}
	}
	return 0
}

var tookPart = []string{"に参加", "へ参加", "参加", "に行って", "へ行って", "行ってき", "に登壇", "で登壇", "で発表", "でLT", "のレポート", "レポート", "のメモ", "メモ", "まとめ", "の感想"}

// withoutDates returns s with its full dates blanked: a year in them is no edition.
func withoutDates(s string) string {
	var b []byte
	for _, dt := range datesIn(s) {
		if dt.day == 0 {
			continue
		}
		if b == nil {
			b = []byte(s)
		}
		for i := dt.start; i < dt.end; i++ {
			b[i] = ' '
		}
	}
	if b == nil {
		return s
	}
	return string(b)
}

// rank orders the names in one title.
func (e eventName) rank() int {
	r := 0
	if e.head {
		r += 2
	}
	if e.edition {
		r++
	}
	return r
}

// sure tells whether the name alone tells that it is one of an event.
func (e eventName) sure() bool { return e.head && (e.edition || utf8.RuneCountInString(e.name) >= 8) }

// opening returns the blocks with text before the second section, at most two
// dozen: where a document says what it is about.
func (d *draft) opening() []*block {
	var out []*block
	headings := 0
	for _, b := range d.blocks {
		if b.prose == nil || b.quote {
			continue
		}
		if b.kind == heading {
			if headings++; headings > 2 || headings > 1 && !logistics(b.text()) {
				break
			}
		}
		if out = append(out, b); len(out) >= 24 {
			break
		}
	}
	return out
}

// eventInOpening returns the event whose page the opening links to, or that its
// first sentences say the author took part in.
func (d *draft) eventInOpening() (stated, bool) {
	var opening []*block
	for _, b := range d.matter {
		if b.key == "description" || b.key == "summary" {
			opening = append(opening, b)
		}
	}
	for _, b := range append(opening, d.opening()...) {
		if b.kind == slideText {
			break
		}
		if d.reporting && (b.kind == listItem || slices.Contains(d.titleLines, b.line)) {
			continue // where one talk of many was given
		}
		for _, a := range b.prose.all().links() {
			if targetOf(a.url).kind != eventTarget {
				continue
			}
			for _, e := range eventNames(withoutDates(b.prose.text[a.start:a.end])) {
				if e.head || e.edition {
					return stated{Event: Event{Name: e.name, URL: Optional(a.url), Line: d.src.line(b.prose.source(a.start))}}, true
				}
			}
		}
		for _, l := range b.prose.all().lines() {
			s := withoutDates(l.text())
			if name, ok := givenAt(s); ok {
				return stated{Event: Event{Name: name, Line: d.src.line(l.from(0))}}, true
			}
			if !labelledBy(s, eventLabels) && (b.kind == listItem || !d.reporting && !reported(s)) {
				continue
			}
			for _, e := range eventNames(s) {
				if e.head && e.edition || d.reporting && e.sure() {
					return stated{Event: Event{Name: e.name, Line: d.src.line(l.from(e.start))}}, true
				}
			}
		}
	}
	return stated{}, false
}

// eventByPage returns the title that holds a word for events, where a line of the
// opening is nothing but the address of an event's page.
func (d *draft) eventByPage() (stated, bool) {
	titles := d.titles()
	if len(titles) == 0 {
		return stated{}, false
	}
	name := titles[0].trim(" #")
	words := strings.Fields(name.text())
	if len(words) > 6 || !slices.ContainsFunc(words, eventWords.has) || has(name.text(), hiragana) {
		return stated{}, false
	}
	for _, b := range d.opening() {
		links := b.prose.links
		if b.kind != heading && len(links) == 1 && targetOf(links[0].url).kind == eventTarget && strings.TrimSpace(b.text()) == strings.TrimSpace(b.prose.text[links[0].start:links[0].end]) {
			return stated{Event: Event{Name: name.plain(), URL: Optional(links[0].url), Line: d.src.line(name.from(0))}}, true
		}
	}
	return stated{}, false
}

// givenAt reads "Slides from X, …" and "Talk given at X in …": the words with
// capitals behind.
func givenAt(s string) (name string, ok bool) {
	for _, w := range [...]string{"Slides from ", "Slides for ", "Slides of my talk at ", "Talk at ", "Talk given at ", "Presented at ", "presented at ", "Given at ", "given at ", "Notes from "} {
		i := strings.Index(s, w)
		if i < 0 {
			continue
		}
		rest := s[i+len(w):]
		rest = strings.TrimPrefix(rest, "the ")
		end := 0
		for _, x := range wordsOf(rest) {
			if x.class == signWord && !joiner(x.text) && x.text != "#" || x.class == latinWord && !capitalised(x.text) || x.text == "." {
				break
			}
			end = x.end
		}
		name = strings.TrimSpace(rest[:end])
		return name, len(strings.Fields(name)) >= 2
	}
	return "", false
}

// eventInLabel returns the event that a line anywhere says to be the one, "Event: X".
func (d *draft) eventInLabel() (stated, bool) {
	for _, b := range d.blocks {
		if b.prose == nil || b.quote || b.kind != paragraph && b.kind != listItem {
			continue
		}
		for _, l := range b.prose.all().lines() {
			if !labelledBy(l.text(), eventLabels) {
				continue
			}
			for _, e := range eventNames(withoutDates(l.text())) {
				if e.sure() {
					return stated{Event: Event{Name: e.name, Line: d.src.line(l.from(e.start))}}, true
				}
			}
		}
	}
	return stated{}, false
}

var eventLabels = []string{"event", "イベント", "イベント名", "勉強会", "행사", "행사명", "活动", "会议"}

// labelledBy tells whether s begins with one of labels and a colon.
func labelledBy(s string, labels []string) bool {
	before, _, ok := strings.Cut(strings.Replace(strings.TrimLeft(s, " *-・_"), "：", ":", 1), ":")
	if !ok {
		return false
	}
	before = strings.ToLower(strings.Trim(before, " *_【】[]"))
	for _, l := range labels {
		if before == l {
			return true
		}
	}
	return false
}

// eventInPath returns the event that the path of the document names, by its file
// or its folder, and the hashtag in its text that names one.
func (d *draft) eventInPath() (stated, bool) {
	for p := strings.TrimSuffix(d.path, path.Ext(d.path)); p != "." && p != "/" && p != ""; p = path.Dir(p) {
		name := strings.Map(func(r rune) rune {
			if r == '-' || r == '_' {
				return ' '
			}
			return r
		}, path.Base(p))
		for _, e := range eventNames(titleCase(withoutDates(name))) {
			if e.head && (e.edition || strings.Contains(e.name, " ")) {
				return stated{Event: Event{Name: e.name, Line: 1}}, true
			}
		}
	}
	return stated{}, false
}

// eventAsTitle returns the short title of a document that surely reports talks: all
// that it is called after is where they were given.
func (d *draft) eventAsTitle() (stated, bool) {
	titles := d.titles()
	if !d.reporting || len(titles) == 0 {
		return stated{}, false
	}
	t := titles[0].trim(" #")
	if slices.Contains(d.titleLines, d.src.line(t.from(0))) {
		return stated{}, false // one of the talks
	}
	s := withoutDates(t.text())
	for _, tail := range append([]string{" recap", " report", " notes", " trip", " Recap", " Report", " Notes"}, tookPart...) {
		if i := strings.Index(s, tail); i > 0 {
			s = s[:i]
		}
	}
	name := strings.Trim(s, " -–—:：|｜の")
	n := utf8.RuneCountInString(name)
	numbered := slices.ContainsFunc(strings.Fields(name), issueWords.has) // a newsletter's
	return stated{Event: Event{Name: name, Line: d.src.line(t.from(0))}}, n >= 4 && n <= 40 && !numbered && !logistics(name) && !anyPrefix(strings.ToLower(name), []string{"my ", "our ", "the ", "私", "自分"})
}
