package schedule

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/cncfgraph/cncfgraph/extract/record"
	"github.com/cncfgraph/cncfgraph/internal/pattern"
)

var scheduleElement = pattern.Lazy(`^\s*(?:<\?xml[^>]*>\s*|<!--(?s:.*?)-->\s*|<!DOCTYPE(?s:.*?)>\s*)*<schedule[\s>]|^\s*<\?xml(?s:.*?)<schedule[\s>]`)

func isPentabarf(text string) bool {
	head := record.Head(text)
	return strings.Contains(head, "<schedule") && scheduleElement().MatchString(head)
}

// session is an <event> of a Pentabarf schedule, as frab, pretalx and others write it.
type session struct {
	Title    string `xml:"title"`
	Subtitle string `xml:"subtitle"`
	Date     string `xml:"date"`
	Track    string `xml:"track"`
	Type     string `xml:"type"`
	Language string `xml:"language"`
	Abstract string `xml:"abstract"`
	Text     string `xml:"description"`
	URL      string `xml:"url"`
	Address  string `xml:"full_conf_url"`
	Persons  []struct {
		Name       string `xml:",chardata"`
		PublicName string `xml:"public_name"`
	} `xml:"persons>person"`
	Links []struct {
		Href string `xml:"href,attr"`
		Text string `xml:",chardata"`
	} `xml:"links>link"`
	Attachments []struct {
		Href string `xml:"href,attr"`
	} `xml:"attachments>attachment"`
}

// conference is the <conference> of a schedule.
type conference struct {
	Title string `xml:"title"`
	Start string `xml:"start"`
	End   string `xml:"end"`
	City  string `xml:"city"`
	URL   string `xml:"url"`
}

// readPentabarf reads a schedule in Pentabarf's XML. Entities that the document
// defines are not known, and nothing outside of it is read. Behind a fault it goes on
// with the next session or day.
func readPentabarf(text string) *record.File {
	f := &record.File{}
	p := pentabarf{file: f, lines: newLineIndex(text)}
	for at := 0; at >= 0; {
		p.from(text, at)
		err := p.read()
		if err == nil {
			break
		}
		var syntax *xml.SyntaxError
		next := -1
		if errors.As(err, &syntax) {
			err, next = errors.New("XML: "+syntax.Msg), nextStart(text, p.offset())
		}
		if at == 0 || !strings.HasPrefix(err.Error(), "XML: unexpected end element") { // of what began before the fault
			f.Rows++
			f.Fail(p.line(), err)
		}
		at = next
	}
	p.sessions = tidied(f, p.sessions)
	for i := range p.sessions {
		p.sessions[i].Event = p.event.Name
	}
	if p.event.Name != "" {
		f.Events = append(f.Events, p.event)
	}
	keep(f, p.sessions, func(*record.Talk) record.Event { return p.event })
	f.Title = p.event.Name
	return f
}

// nextStart returns where the next session or day begins in text behind from, -1
// where none does.
func nextStart(text string, from int) int {
	next := -1
	for _, tag := range [...]string{"<event ", "<event>", "<day "} {
		if i := strings.Index(text[min(from, len(text)):], tag); i >= 0 && (next < 0 || from+i < next) {
			next = from + i
		}
	}
	return next
}

type pentabarf struct {
	file     *record.File
	lines    lineIndex
	decoder  *xml.Decoder
	base     int // where in the text the decoder began
	event    record.Event
	day      string
	sessions []record.Talk
}

// from makes the decoder begin at an offset of text.
func (p *pentabarf) from(text string, at int) {
	p.base, p.decoder = at, xml.NewDecoder(strings.NewReader(text[at:]))
	p.decoder.CharsetReader = func(charset string, _ io.Reader) (io.Reader, error) {
		return nil, fmt.Errorf("encoding %q; only UTF-8 is read", charset)
	}
}

// offset returns where in the text the decoder stands.
func (p *pentabarf) offset() int { return p.base + int(p.decoder.InputOffset()) }

// line returns the line that it stands on.
func (p *pentabarf) line() int { return p.lines.at(p.offset()) }

func (p *pentabarf) read() error {
	for {
		token, err := p.decoder.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		line := p.line()
		switch start.Name.Local {
		case "conference":
			var c conference
			if err := p.decoder.DecodeElement(&c, &start); err != nil {
				return err
			}
			p.event = record.Event{Name: record.OneLine(c.Title), Location: record.OneLine(c.City), URL: strings.TrimSpace(c.URL), Line: line}
			p.event.Start, _ = record.Date(c.Start) // without it the days tell
			p.event.End, _ = record.Date(c.End)
		case "day":
			p.day = ""
			for _, a := range start.Attr {
				if a.Name.Local == "date" {
					p.day = a.Value
				}
			}
		case "event":
			var s session
			if err := p.decoder.DecodeElement(&s, &start); err != nil {
				return err
			}
			p.file.Rows++
			p.session(&s, line)
		}
	}
}

func (p *pentabarf) session(s *session, line int) {
	t := record.Talk{
		Title: record.OneLine(s.Title), Line: line, End: p.line(), Track: record.OneLine(s.Track), Language: languageCode(s.Language),
		Abstract: record.OneLine(s.Abstract + " " + s.Text), Page: pageOf(firstOf(s.URL, s.Address)),
	}
	if t.Title == "" {
		p.file.Fail(line, errTitle)
		return
	}
	var err error
	if t.Date, err = record.Date(firstOf(p.day, s.Date)); err != nil {
		p.file.Fail(line, err)
		return
	}
	for _, person := range s.Persons {
		if name := record.OneLine(firstOf(person.Name, person.PublicName)); name != "" {
			t.Speakers = append(t.Speakers, bracketed(name))
		}
	}
	for _, l := range s.Links {
		// Some programmes name the company in the link to the speaker's page.
		if named := bracketed(record.OneLine(l.Text)); named.Organization != "" {
			for i := range t.Speakers {
				if t.Speakers[i].Name == named.Name {
					t.Speakers[i].Organization = named.Organization
				}
			}
		}
		addLink(&t, l.Text, l.Href)
	}
	for _, a := range s.Attachments {
		addLink(&t, "slides", a.Href)
	}
	p.sessions = append(p.sessions, t)
}

// bracketed returns the speaker that "Name (Company)" means.
func bracketed(s string) record.Speaker {
	name, company, ok := strings.Cut(s, " (")
	if company, closed := strings.CutSuffix(company, ")"); ok && closed {
		return record.Speaker{Name: name, Organization: record.Company(company)}
	}
	return record.Speaker{Name: s}
}

// firstOf returns the first of texts that is not blank.
func firstOf(texts ...string) string {
	for _, s := range texts {
		if s = strings.TrimSpace(s); s != "" {
			return s
		}
	}
	return ""
}
