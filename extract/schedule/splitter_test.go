package schedule

import (
	"os"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/extract/record"
)

// annotated is a line of a schedule and what a person read in it.
type annotated struct {
	title, rest string
	speakers    []record.Speaker
}

// annotatedTitles returns the 200 lines of testdata/titles.txt.
func annotatedTitles(t *testing.T) []annotated {
	t.Helper()
	data, err := os.ReadFile("testdata/titles.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []annotated
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if of, ok := strings.CutPrefix(line, "\t"); ok {
			name, company, _ := strings.Cut(of, "\t")
			last := &all[len(all)-1]
			last.speakers = append(last.speakers, record.Speaker{Name: name, Organization: company})
			continue
		}
		title, rest, _ := strings.Cut(line, "\t")
		all = append(all, annotated{title: title, rest: rest})
	}
	return all
}

// TestSplitAnnotated holds the splitter to what a person read in 200 lines drawn
// at random from one schedule: nineteen speakers in twenty, and more.
func TestSplitAnnotated(t *testing.T) {
	all := annotatedTitles(t)
	var lines []string
	for _, a := range all {
		lines = append(lines, a.title+a.rest)
	}
	s := NewSplitter(lines)
	var right, found, wanted, companies, titles int
	for i, a := range all {
		title, got := s.Split(lines[i])
		if title == record.OneLine(a.title) {
			titles++
		} else {
			t.Logf("title %q, want %q", title, a.title)
		}
		found += len(got)
		wanted += len(a.speakers)
		for _, w := range a.speakers {
			ok := false
			for _, g := range got {
				if g.Name == w.Name {
					ok = true
					right++
					if g.Organization == w.Organization {
						companies++
					} else {
						t.Logf("%s: %q, want %q", g.Name, g.Organization, w.Organization)
					}
				}
			}
			if !ok {
				t.Logf("%q: no %q in %v", lines[i], w.Name, got)
			}
		}
		if len(got) > len(a.speakers) {
			t.Logf("%q: %v", lines[i], got)
		}
	}
	precision, recall := float64(right)/float64(found), float64(right)/float64(wanted)
	t.Logf("speakers: precision %.3f, recall %.3f; companies %.3f; titles %d of %d", precision, recall, float64(companies)/float64(wanted), titles, len(all))
	if len(all) != 200 || precision < 0.96 || recall < 0.96 {
		t.Errorf("precision %.3f and recall %.3f on %d lines, want at least 0.96 on 200", precision, recall, len(all))
	}
}

func TestSplit(t *testing.T) {
	lines := []string{
		"Proxies - Ada Nord, Fjord Labs", "Mesh - Bo Sund, Fjord Labs", "Waves - Cy Vik, Harbour & Sons, Ltd.",
		"A - B: notes from the field - Ada Nord, Fjord Labs & Di Ek, Skerry",
		"Wind, waves - Cy Vik, Ada Nord & Di Ek, Fjord Labs",
		"Sails - Ada Nord, Founder & CEO, Skerry Inc.",
		"Ropes - Ada Nord, Director, Cloud & Infrastructure, Fjord Labs; Bo Sund, Skerry",
		"Knots – Ada Nord & Bo Sund (Any Skill Level)",
		"How we cut costs in half and... Ada Nord & Bo Sund",
		"Ready or not? -Ada Nord, Fjord Labs",
		"Cables - Ada Nord, Sund - Vik & Bo Sund, Skerry",
		"Deep Dive - Lessons Learned",
		"KeelCon Hosted by CNCF - Half-Day Event",
		"Locks - Ada Nord, Director, Fjord Labs & Core Maintainer, Keel",
		"Tides - Bo Sund, Product & Community Leader",
		"Winds - Cy Vik & Technical Lead, Keel",
		"Hulls - Ada Nord, Skerry & Di Ek, Senior Engineer, Keel - Release Engineering, Fjord Labs",
		"Masts - Ada Nord, Fjord Labs & TBD",
		"Rigs - Bo Engineer & Cy Head, Skerry",
		"Inc, A, Inc - Inc, A, Inc & B, Inc",
		" - ", "-", "&", "by", "x - ;;;", "x - ,,,", "x - & & &",
	}
	want := []string{
		"Proxies|Ada Nord/Fjord Labs", "Mesh|Bo Sund/Fjord Labs", "Waves|Cy Vik/Harbour & Sons, Ltd.",
		"A - B: notes from the field|Ada Nord/Fjord Labs|Di Ek/Skerry",
		"Wind, waves|Cy Vik/Fjord Labs|Ada Nord/Fjord Labs|Di Ek/Fjord Labs",
		"Sails|Ada Nord/Skerry Inc.",
		"Ropes|Ada Nord/Fjord Labs|Bo Sund/Skerry",
		"Knots|Ada Nord/|Bo Sund/",
		"How we cut costs in half and...|Ada Nord/|Bo Sund/",
		"Ready or not?|Ada Nord/Fjord Labs",
		"Cables|Ada Nord/Sund - Vik|Bo Sund/Skerry",
		"Deep Dive - Lessons Learned",
		"KeelCon Hosted by CNCF - Half-Day Event",
		"Locks|Ada Nord/Keel",
		"Tides|Bo Sund/",
		"Winds|Cy Vik/",
		"Hulls|Ada Nord/Skerry|Di Ek/Fjord Labs",
		"Masts|Ada Nord/Fjord Labs",
		"Rigs|Bo Engineer/Skerry|Cy Head/Skerry",
	}
	s := NewSplitter(lines)
	for i, l := range lines {
		title, speakers := s.Split(l)
		got := title
		for _, p := range speakers {
			got += "|" + p.Name + "/" + p.Organization
		}
		if i < len(want) && got != want[i] {
			t.Errorf("%q:\n got %s\nwant %s", l, got, want[i])
		}
	}
}

// TestSplitLearns parts lines that are told by what else a file names.
func TestSplitLearns(t *testing.T) {
	known := []string{
		"Oars - Ada Nord, Fjord Labs", "Sheets - Ada Nord, Fjord Labs", "Booms - Ada Vik, Fjord Labs", "Ropes - Bo Sund, Red Skerry", "Knots - Cy Ek, Red Skerry",
		"Gales - Leif da Mata, Skerry", "Bows - Di Berg & Bo Sund, Skerry",
	}
	for line, want := range map[string]string{
		"Wakes - Bo Sund & Cy Ek, Ada Holm":                                        "Wakes|Bo Sund/|Cy Ek/|Ada Holm/",
		"Wakes - Cy Ek, Senior Engineer, Di Berg":                                  "Wakes|Cy Ek/|Di Berg/",
		"Wakes - Cy Ek, Elm Roe & Bo Sund, Skerry; Fay Oak, Elder Ltd":             "Wakes|Cy Ek/Skerry|Elm Roe/Skerry|Bo Sund/Skerry|Fay Oak/Elder Ltd",
		"Wakes - Cy Ek, Elm Roe, Skerry; Fay Oak":                                  "Wakes|Cy Ek/Skerry|Elm Roe/Skerry|Fay Oak/",
		"Wakes - Cy Ek, M.C. Roe, & Bo Sund, Skerry":                               "Wakes|Cy Ek/Skerry|M.C. Roe/Skerry|Bo Sund/Skerry",
		"Wakes - Cy Ek, Skerry & Bo Sund; Fjord Labs":                              "Wakes|Cy Ek/Skerry|Bo Sund/Fjord Labs",
		"Wakes - Cy Ek, Skerry & yue li, Fjord Labs":                               "Wakes|Cy Ek/Skerry|yue li/Fjord Labs",
		"Wakes - 陈杰, 阿里云 & 马金晶, 蚂蚁金服":                                              "Wakes|陈杰/阿里云|马金晶/蚂蚁金服",
		"Wakes - Cy Ek, Skerry School of Science and Mathematics":                  "Wakes|Cy Ek/Skerry School of Science & Mathematics",
		"Wakes - Cy Ek, Director, Big Data and Machine Learning, Skerry & Bo Sund": "Wakes|Cy Ek/Skerry|Bo Sund/",
		"Wakes - Cy Ek, Skerry & Bo Sund, SK - Skerry Kredit AG":                   "Wakes|Cy Ek/Skerry|Bo Sund/SK - Skerry Kredit AG",
		"Wakes - Cy Ek, Director - Sails, Skerry":                                  "Wakes|Cy Ek/Skerry",
		"Wakes - Cy Ek, Freelance & Bo Sund, Skerry":                               "Wakes|Cy Ek/|Bo Sund/Skerry",
		"Wakes - Bo Sund & Cy Ek, Co-Chairs":                                       "Wakes|Bo Sund/|Cy Ek/",
		"Wakes - Cy Ek, Fjord Labs & Bo Sund, Red Sk...":                           "Wakes|Cy Ek/Fjord Labs|Bo Sund/Red Skerry",
		"Wakes - Cy Ek, Fjord Labs & Bo Sund, Z...":                                "Wakes|Cy Ek/Fjord Labs|Bo Sund/",
		"Wakes - Cy Ek, Fjord Labs, and Leif da M…":                                "Wakes|Cy Ek/Fjord Labs|Leif da Mata/",
		"Wakes - Cy Ek, Fjord Labs & Ola Marjr...":                                 "Wakes|Cy Ek/Fjord Labs",
		"Wakes - Don't Call Us, We'll Call You | Project Lightning Talk":           "Wakes - Don't Call Us, We'll Call You | Project Lightning Talk",
		"Hub: Unconference Session - Gen AI and IO":                                "Hub: Unconference Session - Gen AI and IO",
	} {
		title, speakers := NewSplitter(append(known, line)).Split(line)
		got := title
		for _, p := range speakers {
			got += "|" + p.Name + "/" + p.Organization
		}
		if got != want {
			t.Errorf("%q:\n got %s\nwant %s", line, got, want)
		}
	}
}

// FuzzSplit checks that every line is parted without loss of its title.
func FuzzSplit(f *testing.F) {
	f.Add("A - B & C, D; E, F, Inc", "Proxies - Ada Nord, Fjord Labs")
	f.Add("Inc, A, Inc - Inc, A", "x by A, B")
	f.Fuzz(func(t *testing.T, line, other string) {
		if len(line) > maxTitle || len(other) > maxTitle {
			return
		}
		title, speakers := NewSplitter([]string{line, other}).Split(line)
		if !strings.HasPrefix(clean(line), title) {
			t.Errorf("%q: title %q", line, title)
		}
		for _, p := range speakers {
			if strings.TrimSpace(p.Name) == "" {
				t.Errorf("%q: a speaker without a name", line)
			}
		}
	})
}
