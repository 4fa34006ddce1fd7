package schedule

import (
	"errors"
	"fmt"
	"html"
	"strings"

	ics "github.com/arran4/golang-ical"

	"github.com/cncfgraph/cncfgraph/extract/record"
	"github.com/cncfgraph/cncfgraph/internal/pattern"
)

func isCalendar(text string) bool {
	line, _, _ := strings.Cut(strings.TrimLeft(text, " \t\r\n"), "\n")
	return strings.EqualFold(strings.TrimSpace(line), "BEGIN:VCALENDAR")
}

// Errors of events in a calendar.
var (
	errOpen    = errors.New("VEVENT without an end")
	errNoEvent = errors.New("no VEVENT")
	errTitle   = errors.New("no title")
	errNested  = errors.New("VEVENT inside a VEVENT")
)

// readCalendar reads an iCalendar such as Sched writes it. The events are cut out
// first and parsed one by one, so that a bad one is that of one line and does no
// harm to the others.
func readCalendar(text string) *record.File {
	f := &record.File{}
	c := calendar{file: f}
	var block strings.Builder
	first := 0
	for l := range record.Lines(text) {
		switch key := strings.ToUpper(strings.TrimSpace(l.Text)); {
		case key == "BEGIN:VEVENT":
			if first > 0 {
				f.Rows++
				f.Fail(first, errNested)
			}
			first = l.Number
			block.Reset()
			block.WriteString("BEGIN:VEVENT\r\n")
		case key == "END:VEVENT" && first > 0:
			f.Rows++
			block.WriteString("END:VEVENT\r\n")
			c.event(block.String(), first, l.Number)
			first = 0
		case first > 0:
			block.WriteString(l.Text)
			block.WriteString("\r\n")
		default:
			c.property(l.Text)
		}
	}
	if first > 0 {
		f.Rows++
		f.Fail(first, errOpen)
	}
	c.sessions = tidied(f, c.sessions)
	split(c.sessions)
	host := c.host()
	f.Events = append(f.Events, host)
	for i := range c.sessions {
		c.sessions[i].Event = host.Name
	}
	keep(f, c.sessions, func(*record.Talk) record.Event { return host })
	f.Title = host.Name
	return f
}

// calendar is what is read of a calendar.
type calendar struct {
	file     *record.File
	name     string // that the calendar gives itself
	product  string // what made it, where that names the event
	sessions []record.Talk
	places   map[string]int
}

// sched is how Sched names the event as the calendar's product.
var sched = pattern.Lazy(`(?i)^-//sched\.com\s+(.*?)//`)

// property reads a line of the calendar itself.
func (c *calendar) property(line string) {
	name, value, _ := strings.Cut(line, ":")
	switch strings.ToUpper(name) {
	case "X-WR-CALNAME":
		c.name = record.OneLine(ics.FromText(value))
	case "PRODID":
		if m := sched().FindStringSubmatch(value); m != nil {
			c.product = record.OneLine(ics.FromText(m[1]))
		}
	}
}

// host returns the event that the calendar is of: from the first to the last day
// on which somebody speaks, in the town that most of its sessions name.
func (c *calendar) host() record.Event {
	e := record.Event{Name: c.product, Line: 1}
	if e.Name == "" {
		e.Name = c.name
	}
	e.Start, e.End = days(c.sessions, true)
	if e.Start == "" {
		e.Start, e.End = days(c.sessions, false)
	}
	all := 0
	for _, n := range c.places {
		all += n
	}
	for place, n := range c.places {
		if 2*n > all {
			e.Location = place
		}
	}
	return e
}

// days returns the first and the last day of the sessions: of those that name a
// speaker, or of all.
func days(sessions []record.Talk, spoken bool) (first, last string) {
	for i := range sessions {
		day := sessions[i].Date
		if spoken && len(sessions[i].Speakers) == 0 {
			continue
		}
		if first == "" || day < first {
			first = day
		}
		last = max(last, day)
	}
	return first, last
}

// event reads one VEVENT, which stands on the lines from first to last.
func (c *calendar) event(block string, first, last int) {
	f := c.file
	cal, err := ics.ParseCalendar(strings.NewReader("BEGIN:VCALENDAR\r\n" + block + "END:VCALENDAR\r\n"))
	if err != nil {
		f.Fail(first, fmt.Errorf("iCalendar: %w", err))
		return
	}
	events := cal.Events()
	if len(events) != 1 {
		f.Fail(first, errNoEvent)
		return
	}
	get := func(p ics.ComponentProperty) string {
		if v := events[0].GetProperty(p); v != nil {
			return strings.TrimSpace(v.Value)
		}
		return ""
	}
	t := record.Talk{
		Title: record.OneLine(get(ics.ComponentPropertySummary)), Line: first, End: last,
		Track: record.OneLine(get(ics.ComponentPropertyCategories)), Page: pageOf(get(ics.ComponentPropertyUrl)),
		Abstract: record.OneLine(html.UnescapeString(get(ics.ComponentPropertyDescription))),
	}
	if t.Title == "" {
		f.Fail(first, errTitle)
		return
	}
	if t.Date, err = dayOf(get(ics.ComponentPropertyDtStart)); err != nil {
		f.Fail(first, err)
		return
	}
	if _, town, ok := strings.Cut(get(ics.ComponentPropertyLocation), ", "); ok {
		if c.places == nil {
			c.places = map[string]int{}
		}
		c.places[town]++
	}
	for _, a := range events[0].Attendees() {
		if role := a.ICalParameters["ROLE"]; len(role) == 1 && role[0] == "CHAIR" || len(role) == 0 {
			if name := a.ICalParameters["CN"]; len(name) == 1 && isName(name[0]) {
				t.Speakers = append(t.Speakers, record.Speaker{Name: name[0]})
			}
		}
	}
	c.sessions = append(c.sessions, t)
}

// dayOf returns the day of a time such as 20260322T070000Z or of a date, as the
// calendar states it.
func dayOf(stamp string) (string, error) {
	if len(stamp) < len("20060102") {
		return "", fmt.Errorf("%q is no time", stamp)
	}
	return record.Date(stamp[:4] + "-" + stamp[4:6] + "-" + stamp[6:8])
}
