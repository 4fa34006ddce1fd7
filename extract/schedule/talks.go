// Package schedule reads the programmes of events: Sched iCalendar, Pentabarf
// XML, tables of talks in Markdown and CSV, and lists of talks and of events in
// YAML and JSON.
package schedule

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/extract/record"
	"github.com/cncfgraph/cncfgraph/internal/pattern"
)

// Formats returns the formats of programmes, in the order in which they are tried.
func Formats() []record.Format {
	return []record.Format{
		{Name: "icalendar", Detect: isCalendar, Read: readCalendar},
		{Name: "pentabarf", Detect: isPentabarf, Read: readPentabarf},
		{Name: "events-json", Detect: isEventList, Read: readEventList},
		{Name: "talks-yaml", Detect: isTalkList, Read: readTalkList},
		{Name: "talks-csv", Detect: isTalkCSV, Read: readTalkCSV},
		{Name: "talks-table", Detect: isTalkTable, Read: readTalkTable},
	}
}

var (
	// idle is what a programme lists besides talks, by title.
	idle = pattern.Lazy(`(?i)^\W*(?:(?:project lightning talk|keynote|ai hub|wellness)\W+)?(?:` +
		`(?:mini |coffee |lunch |afternoon |morning |tea |networking |extended )?breaks?\b(?: *[(☕&+-].*)?\W*$|` +
		`(?:.* )?(?:lunch|breakfast|dinner)(?: break| on own|\W.*|)$|` +
		`registration\b|breakfast and registration|(?:badge|test kit|covid|t-shirt|speaker|attendee|conference|media)\b.*\b(?:pick.?up|check.?in|registration|test kits?)|` +
		`cloakroom|coat (?:&|and|\+)? ?(?:bag|luggage)|bag check|luggage|doors open|venue opens|end of day|` +
		`.*\b(?:welcome|evening|sponsor|booth|opening|closing|networking|all.attendee|attendee|hallway) (?:reception|party|crawl)|(?:.* )?(?:happy hour|reception|booth crawl|kubecrawl|after ?party|karaoke|cocktails?|#?kubecrawl.*)\W*$|` +
		`.*\boffice hours?\b|.*\b(?:in-booth|booth) demos?\b|solutions showcase|sponsor showcase|project (?:pavilion|demo|kiosk|meeting)\b.*|lightning talks|` +
		`.*\bsponsored demo\b.*|cncf project demo\b.*|.*\b(?:meet \+ greet|meet (?:and|&) greet|speed networking|fun run|yoga|meditation|pet-a-pup|puppy|puppies|trivia|games? (?:night|lounge)|laughter workshop|network(?:ing)? nook|chair massage|scavenger hunt|bingo|book signing|group photo|peer group mentoring|job board|wellness|quiet room|lounge open|hike|therapy dogs?|headshots?|caricature|zumba|stretch|mentoring)\b.*` +
		`)`)
	// idleTrack is a track of what is no talk, unless a speaker is named.
	idleTrack = pattern.Lazy(`(?i)registration|break|badge|pick.?up|office hours|meeting|co-?located|wellness|showcase|sponsor(?:ed|-hosted)|sponsor theater|pavilion|hackathon|capture the flag|experiences|inclusion|diversity|project opportunities|test kit|wrap up|birds of a feather|interactive|unclassified|contribfest|poster|working sessions|community day`)
	// meetingTrack is a track of what is no talk, whoever is named.
	meetingTrack = pattern.Lazy(`(?i)^\W*(?:registration|breaks?|badge pick-?up|project office hours|office hours|project meeting|wellness(?: activities)?|covid.*)\W*$`)
	// meeting is where all speak: a talk only if somebody is named.
	meeting = pattern.Lazy(`(?i)\b(?:unconference|town hall|chairs meeting|ask the experts|\bama\b|community gathering|birds of a feather|bof)\b`)
	// ceremony is the frame of a day, which is a talk only if somebody gives it.
	ceremony = pattern.Lazy(`(?i)^(?:[^|]*\| )?\W*(?:keynotes?\W+)?(?:welcome|opening|closing|wrap.?up|awards?|live demo|end user awards|introductions?)\b[\w\s+&,]*\W*$`)
	// colocated is an event at which others speak; what stands behind its name is
	// for visitors.
	colocated = pattern.Lazy(`(?i)^(.*?\S)\s*(?:\bhosted by\b|\bpresented by\b|\(hosted by| - (?:full|half|all)[- ]day event|\| (?:separate|all access|additional)|\b(?:separate|additional) registration).*$`)
	soldOut   = pattern.Lazy(`(?i)\s*\[(?:sold out|cancell?ed|(?:wait ?list|livestream)[^\]]*)\]\s*`)
	// cancelled are talks that were never given.
	cancelled = pattern.Lazy(`(?i)^\W*\[?(?:cancell?ed|\[cancell?ed\])\b`)
	// listed begins the title of a talk whose speakers a programme may not name.
	listed = pattern.Lazy(`(?i)^\W*(?:keynote|lightning talk|panel|tutorial|session|workshop|project lightning talk|sponsored keynote|cloud native theater)\b`)
)

// isTalk tells whether a session is a talk. spoken says that most sessions beside
// it name their speakers, so that one that does not is most likely none.
func isTalk(t *record.Talk, spoken bool) bool {
	switch {
	case t.Title == "", idle().MatchString(t.Title), cancelled().MatchString(t.Title), meetingTrack().MatchString(t.Track), isEvent(t):
		return false
	case len(t.Speakers) > 0, kindBehind().MatchString(t.Title):
		return true
	case ceremony().MatchString(t.Title), meeting().MatchString(t.Title), idleTrack().MatchString(t.Track):
		return false
	case !spoken, listed().MatchString(t.Title):
		return true
	}
	return t.Video != ""
}

// isEvent tells whether a session is an event of its own, at which others speak.
func isEvent(t *record.Talk) bool {
	return len(t.Speakers) == 0 && colocated().MatchString(t.Title)
}

// gathering is what an event of its own is called; parties are passed over.
var gathering = pattern.Lazy(`(?:Con|Day|Days|Summit|Gathering|Workshop|Forum|Conference|University|Fest|Zero)\b`)

// edition is what the name of an event ends in that its co-located events share.
var edition = pattern.Lazy(`(?:(?:Europe|North America|China|India|Japan|Asia|EU|NA|APAC)\s+)?\d{4}$`)

// eventAt returns the event that the session t of the event host is.
func eventAt(t *record.Talk, host record.Event) record.Event {
	name := colocated().FindStringSubmatch(soldOut().ReplaceAllString(t.Title, " "))[1]
	if short, _, ok := strings.Cut(name, ": "); ok && gathering().MatchString(short) {
		name = short
	}
	if of := edition().FindString(host.Name); of != "" && !strings.ContainsAny(name, "0123456789") {
		name += " " + of
	}
	return record.Event{Name: record.OneLine(name), Start: t.Date, Location: host.Location, URL: t.Page, Host: host.Name, Line: t.Line}
}

// keep sorts the sessions of one programme into talks and events of f, and counts
// the others.
func keep(f *record.File, sessions []record.Talk, host func(*record.Talk) record.Event) {
	named := 0
	for i := range sessions {
		if len(sessions[i].Speakers) > 0 {
			named++
		}
	}
	known := map[string]bool{}
	for i := range sessions {
		t := &sessions[i]
		switch {
		case isTalk(t, 2*named > len(sessions)):
			f.Talks = append(f.Talks, *t)
		case isEvent(t) && idleTrack().MatchString(t.Track) && gathering().MatchString(t.Title) && !idle().MatchString(t.Title):
			f.Passed++
			if e := eventAt(t, host(t)); !known[e.Name] {
				known[e.Name] = true
				f.Events = append(f.Events, e)
			}
		default:
			f.Passed++
		}
	}
}

// maxTitle is the length in bytes of the longest line that may be a title with its
// speakers.
const maxTitle = 1000

var errLong = fmt.Errorf("a title of more than %d bytes", maxTitle)

// tidied returns the sessions whose titles may be some, without speakers who are
// nobody, and notes the others as problems of f: nobody wrote them for people to read.
func tidied(f *record.File, sessions []record.Talk) []record.Talk {
	for i := range sessions {
		t := &sessions[i]
		t.Speakers = slices.DeleteFunc(t.Speakers, func(s record.Speaker) bool { return isNobody(s.Name) })
	}
	return slices.DeleteFunc(sessions, func(t record.Talk) bool {
		if len(t.Title) > maxTitle {
			f.Fail(t.Line, errLong)
		}
		return len(t.Title) > maxTitle
	})
}

// split parts the speakers off the titles of all sessions that name none yet.
func split(sessions []record.Talk) {
	lines := make([]string, len(sessions))
	for i := range sessions {
		lines[i] = sessions[i].Title
	}
	s := NewSplitter(lines)
	for i := range sessions {
		if t := &sessions[i]; len(t.Speakers) == 0 {
			t.Title, t.Speakers = s.Split(t.Title)
		}
	}
}
