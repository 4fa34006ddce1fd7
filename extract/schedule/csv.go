package schedule

import (
	"strings"

	"github.com/cncfgraph/cncfgraph/extract/record"
)

// talkColumns are the columns of a table of talks, under the names that people
// give them.
type talkColumns struct {
	title, event, start, end, city, track, page, video, slides, speakers, company, abstract, projects, language int
}

func findTalkColumns(t *record.Table) (c talkColumns, ok bool) {
	for _, at := range []struct {
		place *int
		names []string
	}{
		{&c.title, []string{"title", "talk", "session", "talk title", "session title", "topic", "summary", "name"}},
		{&c.event, []string{"event", "conference", "event name", "meetup"}},
		{&c.start, []string{"date", "start", "event_start", "start date", "event date", "day"}},
		{&c.end, []string{"event_end", "end date"}},
		{&c.city, []string{"city", "location", "place", "venue"}},
		{&c.track, []string{"track", "category", "type"}},
		{&c.page, []string{"url", "link", "page", "session url"}},
		{&c.video, []string{"video", "recording", "youtube", "video url"}},
		{&c.slides, []string{"slides", "deck", "slides url"}},
		{&c.speakers, []string{"speakers", "speaker", "presenters", "presenter", "speaker name"}},
		{&c.company, []string{"company", "organization", "organisation", "affiliation", "employer"}},
		{&c.abstract, []string{"abstract", "description"}},
		{&c.projects, []string{"projects", "project"}},
		{&c.language, []string{"language", "lang"}},
	} {
		*at.place, _ = t.Column(at.names...)
	}
	// Tables of other things have titles, dates and categories too.
	telling := 0
	for _, place := range []int{c.event, c.video, c.slides, c.speakers} {
		if place >= 0 {
			telling++
		}
	}
	return c, c.title >= 0 && telling > 0 && (telling > 1 || c.start >= 0 || c.page >= 0)
}

func isTalkCSV(text string) bool {
	t, ok := record.ReadTable(record.Head(text))
	if ok {
		_, ok = findTalkColumns(t)
	}
	return ok
}

// readTalkCSV reads a table of talks with commas between its columns.
func readTalkCSV(text string) *record.File {
	f := &record.File{}
	table, ok := record.ReadTable(text)
	if !ok {
		return f
	}
	c, _ := findTalkColumns(table)
	r := talkRows{file: f, columns: c, events: map[string]*record.Event{}, places: map[string]string{}}
	table.Rows(f, r.row)
	r.sessions = tidied(f, r.sessions)
	split(r.sessions)
	hosts := r.nameEvents()
	for _, name := range r.order {
		if e, ok := hosts[name]; ok && e.Name == name {
			f.Events = append(f.Events, e)
		}
	}
	keep(f, r.sessions, func(t *record.Talk) record.Event { return hosts[t.Event] })
	dropSharedVideos(f.Talks)
	return f
}

// talkRows gathers the rows of a table of talks.
type talkRows struct {
	file     *record.File
	columns  talkColumns
	sessions []record.Talk
	events   map[string]*record.Event // by name as written
	order    []string                 // their names
	places   map[string]string        // by name: where the rows say that it is, "Virtual" too
}

func (r *talkRows) row(row record.Row) {
	c := &r.columns
	t := record.Talk{
		Title: record.OneLine(row.Get(c.title)), Line: row.Line, End: row.End, Event: record.OneLine(row.Get(c.event)),
		Track: record.OneLine(row.Get(c.track)), Abstract: record.OneLine(row.Get(c.abstract)), Page: pageOf(row.Get(c.page)),
		Language: languageCode(row.Get(c.language)),
	}
	if t.Title == "" {
		r.file.Fail(row.Line, errTitle)
		return
	}
	start, err := optionalDate(row.Get(c.start))
	if err != nil {
		r.file.Fail(row.Line, err)
		return
	}
	end, err := optionalDate(row.Get(c.end))
	if err != nil {
		r.file.Fail(row.Line, err)
		return
	}
	addLink(&t, "video", row.Get(c.video))
	addLink(&t, "slides", row.Get(c.slides))
	company := record.Company(row.Get(c.company))
	if list := record.OneLine(row.Get(c.speakers)); list != "" {
		t.Speakers = listedSpeakers(list, company)
	}
	t.Projects = splitList(row.Get(c.projects))
	if t.Event == "" {
		t.Date = start
	} else {
		r.event(&t, start, end, record.OneLine(row.Get(c.city)))
	}
	r.sessions = append(r.sessions, t)
}

// event notes what the row says of the talk's event.
func (r *talkRows) event(t *record.Talk, start, end, place string) {
	e := r.events[t.Event]
	if e == nil {
		e = &record.Event{Name: t.Event, Line: t.Line}
		r.events[t.Event] = e
		r.order = append(r.order, t.Event)
	}
	if e.Start == "" || start != "" && start < e.Start {
		e.Start = start
	}
	e.End, e.Location = max(e.End, end), firstOf(e.Location, town(place))
	if place != "" {
		r.places[t.Event] = place
	}
}

// nameEvents gives the talks the events that they were given at: a name with the
// town behind it, "E - Town", is that of E, and "E Town - Day" is a day held with
// E, where the file names E too. It returns the events by name.
func (r *talkRows) nameEvents() map[string]record.Event {
	named := map[string]record.Event{}
	known := map[string]string{} // by key without the town
	for _, name := range r.order {
		named[name] = *r.events[name]
		known[eventKey(name)] = name
	}
	renamed := map[string]string{}
	for _, name := range r.order {
		head, tail, ok := strings.Cut(name, " - ")
		if !ok {
			continue
		}
		if _, same := named[head]; same && r.places[head] == tail {
			renamed[name] = head
			delete(named, name)
			continue
		}
		for _, other := range r.order {
			if e := r.events[other]; e.Location != "" && other != name {
				place, _, _ := strings.Cut(e.Location, ",")
				if bare, ok := strings.CutSuffix(head, " "+place); ok && eventKey(bare) == eventKey(other) {
					day := named[name]
					day.Host, day.Location = other, e.Location
					named[name] = day
				}
			}
		}
	}
	for i := range r.sessions {
		if to, ok := renamed[r.sessions[i].Event]; ok {
			r.sessions[i].Event = to
		}
	}
	return named
}

// eventKey returns what is left of an event's name if KubeCon's second name is
// left out.
func eventKey(name string) string {
	return record.OneLine(strings.NewReplacer("+", " ", "CloudNativeCon", " ").Replace(name))
}

// dropSharedVideos takes away the videos that the file gives to talks of different
// events or titles: a list of recordings that was matched by title does so, and
// which talk is recorded cannot be told.
func dropSharedVideos(talks []record.Talk) {
	type use struct{ event, title string }
	first := map[string]use{}
	shared := map[string]bool{}
	for i := range talks {
		t := &talks[i]
		if t.Video == "" {
			continue
		}
		now := use{t.Event, strings.ToLower(t.Title)}
		if was, seen := first[t.Video]; seen && was != now {
			shared[t.Video] = true
		}
		first[t.Video] = now
	}
	for i := range talks {
		if shared[talks[i].Video] {
			talks[i].Video = ""
		}
	}
}

func optionalDate(s string) (string, error) {
	if s == "" {
		return "", nil
	}
	return record.Date(s)
}

// town returns a place without what says that there is none.
func town(s string) string {
	s = record.OneLine(s)
	if strings.HasPrefix(strings.ToLower(s), "virtual") || strings.EqualFold(s, "online") {
		return ""
	}
	return s
}

// splitList returns the values of a field that holds several.
func splitList(s string) []string {
	var list []string
	for v := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ';' || r == ',' || r == '|' }) {
		if v = strings.TrimSpace(v); v != "" {
			list = append(list, v)
		}
	}
	return list
}

// listedSpeakers returns the speakers of a column of their own, who are all of the
// company where a column names one.
func listedSpeakers(list, company string) []record.Speaker {
	if len(list) > maxTitle {
		return nil
	}
	speakers := NewSplitter([]string{"- - " + list}).Speakers(list)
	if len(speakers) == 0 || company != "" {
		speakers = nil
		for _, u := range unitsOf(strings.NewReplacer(";", " & ", ",", " & ").Replace(list)) {
			speakers = append(speakers, record.Speaker{Name: strings.Join(u.parts, ", ")})
		}
	}
	for i := range speakers {
		if company != "" {
			speakers[i].Organization = company
		}
	}
	return speakers
}
