package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// completeEvent adds the date and the page of e as the opening states them. The
// date of a post is not that of its event.
func (d *draft) completeEvent(e *stated) {
	for _, b := range d.opening() {
		if e.year != 0 || b.prose == nil || !numerals.in(b.text()) {
			continue
		}
		text := withoutDates(b.text())
		if !strings.Contains(squeeze(text), squeeze(e.Name)) {
			continue
		}
		for _, n := range eventNames(text) {
			if e.year == 0 && n.edition && n.name != e.Name && strings.HasPrefix(squeeze(n.name), squeeze(e.Name)) {
				e.Name = n.name // the same, with its edition
				e.year = yearIn(n.name)
			}
		}
	}
	page := slices.ContainsFunc(d.matter, func(b *block) bool { return b.key == "event" || b.key == "date_end" || b.key == "event_url" })
	for _, b := range d.matter {
		switch b.key {
		case "date":
			if ds := datesIn(b.text()); page && e.Date == "" && len(ds) > 0 && ds[0].day > 0 && (e.year == 0 || e.year == ds[0].year) {
				e.Date = Optional(ds[0].String()) // of the event whose page it is
			}
		case "eventdate", "event_date", "event.date", "event-date":
			if ds := datesIn(b.text()); e.Date == "" && len(ds) > 0 && ds[0].day > 0 {
				e.Date = Optional(ds[0].String())
			}
		case "eventurl", "event_url", "event.url", "event-url", "eventlink":
			if e.URL == "" {
				e.URL = Optional(b.text())
			}
		}
	}
	for _, b := range d.matter {
		if b.key == "description" || b.key == "summary" {
			for _, dt := range datesIn(b.text()) {
				if e.Date == "" && dt.year > 0 && dt.day > 0 && (e.year == 0 || e.year == dt.year) {
					e.Date = Optional(dt.String())
				}
			}
		}
	}
	posted := ""
	if !page {
		posted = d.posted()
	}
	for i, b := range d.opening() {
		lines := b.prose.all().lines()
		if b.kind == slideText {
			lines = columnsOf(b.prose.all())
		}
		for _, l := range lines {
			if e.Date == "" {
				if dt, ok := eventDate(l.text(), b, i, e, posted); ok {
					e.Date = Optional(dt.String())
				}
			}
			if e.URL == "" {
				e.URL = eventURL(l, e.Name)
			}
		}
	}
}

// posted returns the date of the front matter, "" for none.
func (d *draft) posted() string {
	for _, b := range d.matter {
		if b.key == "date" {
			return b.text()
		}
	}
	return ""
}

var dateLabels = []string{
	"日時", "開催日", "開催日時", "日付", "日程", "会期", "date", "dates", "when", "event date", "일시", "날짜", "일자", "일정", "开催", "时间", "日期", "活动时间", "会议时间",
}

// eventDate returns the date that a line of the opening states for e: behind a
// label, as a line of its own that is not when the document was posted, or in a sentence
// on the event.
func eventDate(s string, b *block, index int, e *stated, posted string) (date, bool) {
	ds := datesIn(s)
	if len(ds) == 0 {
		return date{}, false
	}
	dt := ds[0]
	if dt.year == 0 {
		dt.year = e.year
	}
	if dt.day == 0 || dt.year == 0 || !dt.valid() {
		return date{}, false
	}
	if e.year != 0 && dt.year != e.year {
		return date{}, false
	}
	short := utf8.RuneCountInString(strings.TrimSpace(s)) <= 60
	other := !strings.HasPrefix(posted, dt.String())
	alone := short && strings.Trim(s[:dt.start], " *_-・()（）") == "" && index <= 6 && other
	named := strings.Contains(squeeze(s), squeeze(e.Name)) || strings.Contains(s, "開催") || held(s)
	first := index <= 2 && e.year != 0 && b.kind == paragraph && len(ds) == 1 && other
	return dt, first || labelledBy(s, dateLabels) || labelledWith(s, dateLabels) || alone && b.kind != listItem || alone && index <= 3 || named && b.kind != slideText
}

// labelledWith tells whether s is a label, white space and a date.
func labelledWith(s string, labels []string) bool {
	first, _, ok := strings.Cut(strings.TrimLeft(s, " *-・"), " ")
	if !ok {
		return false
	}
	for _, l := range labels {
		if strings.EqualFold(first, l) {
			return true
		}
	}
	return false
}

// held tells whether a sentence says that something took place.
func held(s string) bool {
	lower := strings.ToLower(s)
	return anyOf(lower, []string{"に行われ", "に参加", "took place", "was held", "happened", "was happening", "에 열린", "열렸", "개최", "진행되었", "진행됐", "举办", "举行", "召开", "圆满结束"})
}

// squeeze returns s in lower case without white space.
func squeeze(s string) string {
	var few [128]byte
	b := few[:0]
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		switch {
		case unicode.IsSpace(r):
		case r < utf8.RuneSelf:
			b = append(b, lowerByte(s[i]))
		case n == 3 && caseless(s[i], s[i+1], s[i+2]):
			b = append(b, s[i:i+n]...)
		default:
			b = append(b, strings.ToLower(s[i:i+n])...)
		}
		i += n
	}
	return string(b)
}

// eventURL returns the page of the event name that a line links to.
func eventURL(l passage, name string) Optional {
	for _, a := range l.links() {
		if targetOf(a.url).kind != eventTarget {
			continue
		}
		text := l.text()[a.start:a.end]
		bare := strings.Contains(text, "://")
		if bare || strings.Contains(squeeze(text), squeeze(name)) || strings.Contains(squeeze(name), squeeze(text)) || utf8.RuneCountInString(text) <= 12 {
			return Optional(a.url)
		}
	}
	return ""
}
