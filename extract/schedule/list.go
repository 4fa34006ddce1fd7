package schedule

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/cncfgraph/cncfgraph/extract/record"
	"github.com/cncfgraph/cncfgraph/internal/pattern"
)

var (
	listEntry  = pattern.Lazy(`^- `)
	talkEntry  = pattern.Lazy(`(?m)^- +(?:name|title|talk):`)
	presenters = pattern.Lazy(`(?m)^  +(?:presenters|speakers|presenter|speaker):`)
)

func isTalkList(text string) bool {
	head := record.Head(text)
	named := strings.Contains(head, "presenter") || strings.Contains(head, "speaker")
	return named && strings.Contains(head, "- ") && talkEntry().MatchString(head) && presenters().MatchString(head)
}

// readTalkList reads a YAML list of talks, each with its presenters.
func readTalkList(text string) *record.File {
	f := &record.File{}
	known := map[string]bool{}
	record.Entries(f, text, listEntry(), func(e record.Entry) {
		t := record.Talk{
			Title: record.OneLine(firstOf(e.Get("title").Value, e.Get("name").Value, e.Get("talk").Value)),
			Line:  e.Line, End: e.End, Page: pageOf(e.Get("url").Value), Language: languageCode(e.Get("language").Value),
			Abstract: record.OneLine(firstOf(e.Get("description").Value, e.Get("abstract").Value)),
		}
		if t.Title == "" {
			f.Fail(e.Line, errTitle)
			return
		}
		date := e.Get("date")
		var err error
		if t.Date, err = optionalDate(date.Value); err != nil {
			f.Fail(date.Line, err)
			return
		}
		addLink(&t, "slides", e.Get("slides").Value)
		addLink(&t, "video", e.Get("video").Value)
		t.Speakers = presentersOf(e)
		for _, p := range e.List("projects") {
			t.Projects = append(t.Projects, p.Value)
		}
		for _, at := range e.Below("event") {
			name := at.Get("name")
			// An address may stand behind the name, and one of a single session in
			// place of the event's.
			t.Event, _, _ = strings.Cut(record.OneLine(name.Value), " http")
			if t.Event != "" && !known[t.Event] {
				known[t.Event] = true
				f.Events = append(f.Events, record.Event{Name: t.Event, Line: name.Line})
			}
		}
		if t.Event == "" {
			t.Event = record.OneLine(e.Get("event").Value)
		}
		f.Talks = append(f.Talks, t)
	})
	f.Talks = tidied(f, f.Talks)
	return f
}

func presentersOf(e record.Entry) []record.Speaker {
	var all []record.Speaker
	for _, key := range []string{"presenters", "presenter", "speakers", "speaker"} {
		for _, p := range e.Below(key) {
			s := record.Speaker{
				Name:         record.OneLine(p.Get("name").Value),
				Organization: record.Company(firstOf(p.Get("company").Value, p.Get("organization").Value, p.Get("affiliation").Value)),
			}
			for _, platform := range []string{"github", "twitter"} {
				if handle := p.Get(platform).Value; handle != "" && s.Handle == "" {
					s.Handle, s.Platform = record.Handle(handle), platform
				}
			}
			if s.Name != "" || s.Handle != "" {
				all = append(all, s)
			}
		}
		if len(e.Below(key)) == 0 {
			for _, p := range e.List(key) {
				all = append(all, record.Speaker{Name: record.OneLine(p.Value)})
			}
		}
	}
	return all
}

// eventListHead is how a JSON list of objects begins.
var eventListHead = pattern.Lazy(`^\s*\[\s*\{\s*"`)

func isEventList(text string) bool {
	head := record.Head(text)
	return strings.Contains(head, `"startDate"`) && eventListHead().MatchString(head) && strings.Contains(head, `"name"`)
}

// entry is a conference of a JSON list.
type entry struct {
	Name, URL, StartDate, EndDate, City, Country string
}

// readEventList reads a JSON list of conferences. Its elements are decoded one by
// one, so that one that is wrong or cut off leaves those before it.
func readEventList(text string) *record.File {
	f := &record.File{}
	lines := newLineIndex(text)
	decoder := json.NewDecoder(strings.NewReader(text))
	if _, err := decoder.Token(); err != nil { // "["
		f.Fail(1, fmt.Errorf("JSON: %w", err))
		return f
	}
	for decoder.More() {
		line := lines.at(int(decoder.InputOffset()) + gap(text[decoder.InputOffset():]))
		var raw json.RawMessage
		f.Rows++
		if err := decoder.Decode(&raw); err != nil {
			f.Fail(line, jsonError(err))
			break // where the next element begins cannot be told
		}
		var e entry
		if err := json.Unmarshal(raw, &e); err != nil {
			f.Fail(line, jsonError(err))
			continue
		}
		event, err := e.event(line + bytes.Count(raw[:max(0, bytes.Index(raw, []byte(`"name"`)))], []byte("\n")))
		if err != nil {
			f.Fail(line, err)
			continue
		}
		f.Events = append(f.Events, event)
	}
	nameEditions(f.Events)
	return f
}

// gap returns the length of what stands between two elements.
func gap(s string) int {
	return len(s) - len(strings.TrimLeft(s, ", \t\r\n"))
}

var errNameless = errors.New("no name")

func jsonError(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return errors.New("JSON: cut off")
	}
	return fmt.Errorf("JSON: %w", err)
}

func (e entry) event(line int) (record.Event, error) {
	event := record.Event{Name: record.OneLine(e.Name), URL: e.URL, Line: line}
	if event.Name == "" {
		return event, errNameless
	}
	var err error
	if event.Start, err = optionalDate(e.StartDate); err == nil {
		event.End, err = optionalDate(e.EndDate)
	}
	if event.Location = record.OneLine(e.City); e.Country != "" && event.Location != "" {
		event.Location += ", " + record.OneLine(e.Country)
	}
	return event, err
}

var (
	// addressRegion is the region that an event's address ends in.
	addressRegion = pattern.Lazy(`(?i)-(europe|north-america|china|india|japan|asia)(?:-\d{4})?/?$`)
	namedRegion   = pattern.Lazy(`(?i)\b(?:europe|north america|china|india|japan|asia|eu|na|apac)\b`)
)

// nameEditions adds to the names of events the region, where only the address has
// it, the year, and the town where a year saw two events of one name.
func nameEditions(events []record.Event) {
	seen := map[string][]int{}
	for i := range events {
		e := &events[i]
		if m := addressRegion().FindStringSubmatch(e.URL); m != nil && !namedRegion().MatchString(e.Name) {
			for word := range strings.SplitSeq(strings.ToLower(m[1]), "-") {
				e.Name += " " + strings.ToUpper(word[:1]) + word[1:]
			}
		}
		if !strings.ContainsFunc(e.Name, unicode.IsDigit) && len(e.Start) >= 4 {
			e.Name += " " + e.Start[:4]
		}
		key := strings.ToLower(strings.Join(strings.FieldsFunc(e.Name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), ""))
		seen[key] = append(seen[key], i)
	}
	for _, same := range seen {
		for _, i := range same {
			if town, _, _ := strings.Cut(events[i].Location, ","); len(same) > 1 && town != "" {
				events[i].Name += " - " + town
			}
		}
	}
}
