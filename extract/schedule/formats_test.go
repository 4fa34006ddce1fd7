package schedule

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/cncfgraph/cncfgraph/extract/record"
)

// read reads text as the format does that finds itself in it.
func read(t *testing.T, format, text string) *record.File {
	t.Helper()
	for _, f := range Formats() {
		if f.Detect(text) {
			if f.Name != format {
				t.Fatalf("taken for %s, want %s", f.Name, format)
			}
			return f.Read(text)
		}
	}
	t.Fatalf("no format finds itself, want %s", format)
	return nil
}

// told returns the talks and problems of f, a line each.
func told(f *record.File) string {
	var out strings.Builder
	for _, t := range f.Talks {
		fmt.Fprintf(&out, "%d-%d %s", t.Line, t.End, t.Title)
		for _, s := range t.Speakers {
			fmt.Fprintf(&out, " | %s, %s", s.Name, s.Organization)
		}
		for _, rest := range []string{t.Other, t.Event, t.Date, t.Page, t.Slides, t.Video} {
			if rest != "" {
				out.WriteString(" | " + rest)
			}
		}
		out.WriteByte('\n')
	}
	for _, e := range f.Events {
		fmt.Fprintf(&out, "%d event %s %s %s %s %s\n", e.Line, e.Name, e.Start, e.End, e.Location, e.Host)
	}
	for _, p := range f.Problems {
		fmt.Fprintf(&out, "%d: %v\n", p.Line, p.Err)
	}
	return out.String()
}

const (
	calendarHead = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Sched.com MeshConf Oslo 2031//EN\r\n"
	soundEvent   = "BEGIN:VEVENT\r\nDTSTART:20310405T070000Z\r\nSUMMARY:Proxies in the cold - Ada Nord\\, Fjord Labs &\r\n  Bo Sund\\, Skerry Inc.\r\nLOCATION:Hall 1\\, Oslo\\, Norway\r\nCATEGORIES:TALKS\r\nURL:https://meshconfoslo2031.sched.com/event/1abc\r\nEND:VEVENT\r\n"
	soundTold    = "4-11 Proxies in the cold | Ada Nord, Fjord Labs | Bo Sund, Skerry Inc. | MeshConf Oslo 2031 | 2031-04-05 | https://meshconfoslo2031.sched.com/event/1abc\n"
	hostTold     = "1 event MeshConf Oslo 2031 2031-04-05 2031-04-05 Oslo, Norway \n"
)

const pentabarfHead = `<?xml version="1.0" encoding="UTF-8"?>
<schedule><conference><title>MeshConf 2031</title><city>Oslo</city><start>2031-04-05</start></conference>
<day date="2031-04-05"><room name="A">
`

const soundSession = `<event id="1"><title>Proxies in the cold</title>
<persons><person id="1">Ada Nord (Fjord Labs)</person></persons>
<links><link href="https://speakerdeck.com/ada/proxies">Slides</link></links></event>
`

func TestFormats(t *testing.T) {
	tests := []struct{ name, format, text, want string }{
		{"calendar", "icalendar", calendarHead + soundEvent + "END:VCALENDAR\r\n", soundTold + hostTold},
		{"calendar cut off", "icalendar", calendarHead + soundEvent + "BEGIN:VEVENT\r\nSUMMARY:Cut", soundTold + hostTold + "12: VEVENT without an end\n"},
		{"event in an event", "icalendar", calendarHead + "BEGIN:VEVENT\r\nSUMMARY:Lost\r\n" + strings.ReplaceAll(soundEvent, "4-11", ""), "6-13" + soundTold[4:] + hostTold + "4: VEVENT inside a VEVENT\n"},
		{"no such day", "icalendar", calendarHead + soundEvent + "BEGIN:VEVENT\r\nDTSTART:20310230T070000Z\r\nSUMMARY:X - Ada Nord\\, Fjord Labs\r\nEND:VEVENT\r\n", soundTold + hostTold + "12: \"2031-02-30\" is no date (YYYY, YYYY-MM or YYYY-MM-DD)\n"},
		{"no title", "icalendar", calendarHead + soundEvent + "BEGIN:VEVENT\r\nDTSTART:20310405T070000Z\r\nEND:VEVENT\r\n", soundTold + hostTold + "12: no title\n"},
		{
			"lunch and a day of its own", "icalendar", calendarHead + soundEvent +
				"BEGIN:VEVENT\r\nDTSTART:20310405T100000Z\r\nSUMMARY:Lunch 🍲\r\nCATEGORIES:BREAKS\r\nEND:VEVENT\r\n" +
				"BEGIN:VEVENT\r\nDTSTART:20310404T100000Z\r\nSUMMARY:SidecarCon Hosted by Fjord - Half-Day Event | ALL ACCESS PASS REQUIRED\r\nCATEGORIES:CO-LOCATED EVENTS\r\nEND:VEVENT\r\n",
			soundTold + hostTold + "17 event SidecarCon 2031 2031-04-04  Oslo, Norway MeshConf Oslo 2031\n",
		},

		{"pentabarf", "pentabarf", pentabarfHead + soundSession + "</room></day></schedule>", "4-6 Proxies in the cold | Ada Nord, Fjord Labs | MeshConf 2031 | 2031-04-05 | https://speakerdeck.com/ada/proxies\n2 event MeshConf 2031 2031-04-05  Oslo \n"},
		{"pentabarf cut off", "pentabarf", pentabarfHead + soundSession + "<event id=\"2\"><title>Cut", "4-6 Proxies in the cold | Ada Nord, Fjord Labs | MeshConf 2031 | 2031-04-05 | https://speakerdeck.com/ada/proxies\n2 event MeshConf 2031 2031-04-05  Oslo \n7: XML: unexpected EOF\n"},
		{"pentabarf in Latin-1", "pentabarf", strings.Replace(pentabarfHead, "UTF-8", "ISO-8859-1", 1), "1: xml: opening charset \"ISO-8859-1\": encoding \"ISO-8859-1\"; only UTF-8 is read\n"},
		{"entity in a session", "pentabarf", pentabarfHead + "<event id=\"1\"><title>&x;</title></event>" + soundSession + "</room></day></schedule>", "4-6 Proxies in the cold | Ada Nord, Fjord Labs | MeshConf 2031 | 2031-04-05 | https://speakerdeck.com/ada/proxies\n2 event MeshConf 2031 2031-04-05  Oslo \n4: XML: invalid character entity &x;\n"},
		{"entities", "pentabarf", "<!DOCTYPE schedule [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>\n<schedule><conference><title>&b;&c;</title></conference></schedule>", "2: XML: invalid character entity &b;\n"},

		{
			"table", "talks-table", "# MeshConf 2031 - Oslo\n\n|Topic|Video|\n|---|:---:|\n|冷たいプロキシ — Ada Nord，Fjord<br>Proxies in the cold - Ada Nord, Fjord Labs|[Video](https://youtu.be/a)|\n|One cell|\n|Welcome - Bo Sund, Skerry Inc.|[Video](https://youtu.be/b)|\n",
			"5-5 Proxies in the cold | Ada Nord, Fjord Labs | 冷たいプロキシ | MeshConf 2031 - Oslo | https://youtu.be/a\n7-7 Welcome | Bo Sund, Skerry Inc. | MeshConf 2031 - Oslo | https://youtu.be/b\n1 event MeshConf 2031 - Oslo   Oslo \n6: a row of another number of cells than the table's header\n",
		},

		{
			"csv", "talks-csv", "Title,Speakers,Company,Event,Date,City,Video\n\"Proxies, cold\",\"Ada Nord, Bo Sund\",Fjord Labs,MeshConf 2031,2031-04-05,Oslo,https://youtu.be/a\nragged,row\nBad day,Ada Nord,,MeshConf 2031,2031-02-30,Oslo,\n\"open,Ada,,,,,\nLast,Bo Sund,,MeshConf 2031,,,\n",
			"2-2 Proxies, cold | Ada Nord, Fjord Labs | Bo Sund, Fjord Labs | MeshConf 2031 | https://youtu.be/a\n6-6 Last | Bo Sund,  | MeshConf 2031\n2 event MeshConf 2031 2031-04-05  Oslo \n3: 2 fields under 7 columns\n4: \"2031-02-30\" is no date (YYYY, YYYY-MM or YYYY-MM-DD)\n5: a quote that is not closed\n",
		},
		{
			"speakers who are nobody", "talks-csv", "title,speakers,event\nOars,TBA,X 2030\nSails,Speakers to be announced,X 2030\nRopes,Speaker: TBD,X 2030\nKnots,Core Maintainer,X 2030\nLocks,The Keel maintainers,X 2030\nTides,\"Ada Nord, Moderator\",X 2030\nMasts,Tba Engineer,X 2030\n",
			"2-2 Oars | X 2030\n3-3 Sails | X 2030\n4-4 Ropes | X 2030\n5-5 Knots | X 2030\n6-6 Locks | X 2030\n7-7 Tides | Ada Nord,  | X 2030\n8-8 Masts | Tba Engineer,  | X 2030\n2 event X 2030    \n",
		},
		{
			"one video for two talks", "talks-csv", "title,event,video\nA - Ada Nord,X 2030,https://youtu.be/a\nB - Bo Sund,X 2031,https://youtu.be/a\n",
			"2-2 A | Ada Nord,  | X 2030\n3-3 B | Bo Sund,  | X 2031\n2 event X 2030    \n3 event X 2031    \n",
		},

		{
			"yaml", "talks-yaml", "- name: Proxies in the cold\n  presenters:\n    - name: Ada Nord\n      github: ada\n  date: 2031-04-05\n  event:\n    name: MeshConf 2031\n- name: [broken\n  presenters:\n- name: Alias\n  presenters: *a\n- name: Bad day\n  presenters: [Bo]\n  date: 2031-02-30\n",
			"1-7 Proxies in the cold | Ada Nord,  | MeshConf 2031 | 2031-04-05\n7 event MeshConf 2031    \n8: YAML: did not find expected ',' or ']'\n11: YAML: unknown anchor 'a' referenced\n14: \"2031-02-30\" is no date (YYYY, YYYY-MM or YYYY-MM-DD)\n",
		},
		{"alias bomb", "talks-yaml", "- name: &a [x, x, x]\n  presenters: [*a, *a, *a]\n- name: Proxies\n  speakers: [Ada Nord]\n", "3-4 Proxies | Ada Nord, \n2: YAML aliases are not read\n"},

		{"json", "events-json", "[\n {\n  \"name\": \"MeshConf\",\n  \"startDate\": \"2031-04-05\",\n  \"city\": \"Oslo\"\n },\n {\"name\": 7, \"startDate\": \"\"},\n {\"name\": \"Bad\", \"startDate\": \"2031-02-30\"},\n {\"name\": \"Cut", "3 event MeshConf 2031 2031-04-05  Oslo \n7: JSON: json: cannot unmarshal number into Go struct field entry.Name of type string\n8: \"2031-02-30\" is no date (YYYY, YYYY-MM or YYYY-MM-DD)\n9: JSON: cut off\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := told(read(t, test.format, test.text)); got != test.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, test.want)
			}
		})
	}
}

// TestLongLines checks that time does not run away on one endless row.
func TestLongLines(t *testing.T) {
	long := strings.Repeat("A & B, C - ", 10<<20/11)
	for name, text := range map[string]string{
		"icalendar":   calendarHead + "BEGIN:VEVENT\r\nDTSTART:20310405T070000Z\r\nSUMMARY:" + long + "\r\nEND:VEVENT\r\n" + soundEvent,
		"talks-csv":   "title,event,video\n" + strings.ReplaceAll(long, ",", ";") + ",X,\nA - Ada Nord,X,\n",
		"talks-table": "|Title|Video|\n|---|---|\n|甲<br>A - Ada Nord|x|\n|" + long + "|x|\n",
		"talks-yaml":  "- name: A\n  speakers: [Ada Nord]\n- name: \"" + long + "\"\n  speakers: [Bo]\n",
	} {
		start := time.Now()
		f := read(t, name, text)
		if len(f.Talks) == 0 {
			t.Errorf("%s: the sound row is lost: %v", name, f.Problems)
		}
		t.Logf("%s: %v", name, time.Since(start))
	}
}

func TestIsTalk(t *testing.T) {
	speaker := []record.Speaker{{Name: "Ada Nord"}}
	for _, test := range []struct {
		title, track string
		speakers     []record.Speaker
		want         bool
	}{
		{"Badge Pick-Up", "REGISTRATION", nil, false},
		{"Coffee Break ☕", "BREAKS", nil, false},
		{"Mini Break", "", nil, false},
		{"Lunch 🍲", "", nil, false},
		{"Breaking the monolith", "", speaker, true},
		{"Opening Reception", "", nil, false},
		{"Project Office Hours: Envoy", "Project Office Hours", nil, false},
		{"Virtual Project Office Hours: Envoy", "", speaker, false},
		{"Sponsored Demo: Nodes", "Solutions Showcase", nil, false},
		{"Cancelled: Proxies", "", speaker, false},
		{"[CANCELLED] Proxies", "", speaker, false},
		{"Keynote: Closing Remarks", "Keynotes", nil, false},
		{"Keynote: Closing Remarks", "Keynotes", speaker, true},
		{"Keynote: Project updates", "Keynotes", nil, true},
		{"Peer Group Mentoring", "", nil, false},
		{"Proxies in the cold", "Networking", nil, false},
		{"SidecarCon Hosted by CNCF - Full-Day Event | ALL ACCESS PASS REQUIRED", "Co-located Event", nil, false},
		{"Proxies in the cold", "Networking", speaker, true},
	} {
		if got := isTalk(&record.Talk{Title: test.title, Track: test.track, Speakers: test.speakers}, true); got != test.want {
			t.Errorf("%q in %q by %v: %v", test.title, test.track, test.speakers, got)
		}
	}
}

func FuzzFormats(f *testing.F) {
	f.Add(calendarHead + soundEvent + "END:VCALENDAR\r\n")
	f.Add(pentabarfHead + soundSession)
	f.Add("|Title|Video|\n|---|---|\n|A - Ada Nord|[v](https://youtu.be/a)|\n|B|x|\n")
	f.Add("title,event,video\nA - Ada Nord,X,\n\"")
	f.Add("- name: A\n  speakers: [Ada Nord]\n")
	f.Add("[{\"name\": \"A\", \"startDate\": \"2031\"}]")
	f.Fuzz(func(t *testing.T, text string) {
		lines := 1 + strings.Count(text, "\n")
		for _, format := range Formats() {
			if !format.Detect(text) {
				continue
			}
			file := format.Read(text)
			if again := format.Read(text); told(file) != told(again) {
				t.Errorf("%s reads the same text twice and differently", format.Name)
			}
			for _, x := range file.Talks {
				if x.Title == "" || x.Line < 1 || x.End < x.Line || x.End > lines {
					t.Errorf("%s: talk %q on lines %d to %d of %d", format.Name, x.Title, x.Line, x.End, lines)
				}
			}
			for _, p := range file.Problems {
				if p.Line < 1 || p.Line > lines {
					t.Errorf("%s: problem %v on line %d of %d", format.Name, p.Err, p.Line, lines)
				}
			}
			return
		}
	})
}
