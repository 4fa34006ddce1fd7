package eval_test

import (
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/extract"
	"github.com/cncfgraph/cncfgraph/extract/eval"
)

// perturber puts errors into what was extracted, of every kind that scoring tells
// apart. The same seed gives the same errors.
type perturber struct {
	*rand.Rand
	gold []*eval.Gold
}

// one tells true once in n.
func (p perturber) one(n int) bool { return p.IntN(n) == 0 }

// thin returns the elements without some, with some twice.
func thin[T any](p perturber, all []T) []T {
	var out []T
	for _, e := range all {
		switch p.IntN(14) {
		case 0:
		case 1:
			out = append(out, e, e)
		default:
			out = append(out, e)
		}
	}
	return out
}

func (p perturber) documents(docs []*extract.Document) []*extract.Document {
	docs = slices.DeleteFunc(docs, func(*extract.Document) bool { return p.one(20) })
	for _, d := range docs {
		p.projects(d)
		p.distractors(d)
		p.talks(d)
		p.events(d)
		p.statements(d)
	}
	return docs
}

// line returns a line not far from l.
func (p perturber) line(l int) int {
	if p.one(4) {
		l += p.IntN(9) - 4
	}
	return max(l, 1)
}

// text returns s, or s with some of its characters altered.
func (p perturber) text(s extract.Optional) extract.Optional {
	r := []rune(string(s))
	if len(r) == 0 || p.one(2) {
		return s
	}
	for range 1 + p.IntN(1+len(r)/4) {
		i := p.IntN(len(r) + 1)
		switch p.IntN(5) {
		case 0:
			r = slices.Delete(r, max(i-1, 0), i)
		case 1:
			r = slices.Insert(r, i, []rune("a1 -「Ｋß")[p.IntN(7)])
		case 2:
			r = r[:max(i, len(r)*3/4)]
		case 3:
			r = []rune(strings.ToUpper(string(r)))
		default:
			r = append(r, []rune(" (LT)")...)
		}
	}
	return extract.Optional(r)
}

func (p perturber) projects(d *extract.Document) {
	d.Projects = thin(p, d.Projects)
	for i := range d.Projects {
		project := &d.Projects[i]
		project.External = project.External != p.one(30)
		if p.one(20) {
			project.Name = string(p.text(extract.Optional(project.Name)))
		}
		project.Mentions = thin(p, project.Mentions)
		for j := range project.Mentions {
			project.Mentions[j].Line = p.line(project.Mentions[j].Line)
		}
	}
	if len(d.Projects) > 1 && p.one(2) {
		a, b := p.IntN(len(d.Projects)), p.IntN(len(d.Projects))
		d.Projects[a].Name, d.Projects[b].Name = d.Projects[b].Name, d.Projects[a].Name
	}
}

// distractors links some distractors of the gold, whole or in part.
func (p perturber) distractors(d *extract.Document) {
	for _, g := range p.gold {
		if !strings.Contains(d.Source, g.ID+".") {
			continue
		}
		for _, x := range append(slices.Clone(g.Distractors), g.Neutral...) {
			if !p.one(5) {
				continue
			}
			text := []rune(x.Surface)
			m := extract.Mention{Line: x.Line, Text: string(text[:len(text)-p.IntN(min(3, len(text)))])}
			d.Projects = append(d.Projects, extract.Project{Name: x.Surface, External: p.one(2), Mentions: []extract.Mention{m}})
		}
	}
}

func (p perturber) talks(d *extract.Document) {
	d.Talks = thin(p, d.Talks)
	for i := range d.Talks {
		t := &d.Talks[i]
		t.Line, t.Title, t.Slides = p.line(t.Line), p.text(t.Title), p.address(t.Slides)
		t.Projects = thin(p, t.Projects)
		if p.one(6) && len(d.Projects) > 0 {
			t.Projects = append(t.Projects, d.Projects[p.IntN(len(d.Projects))].Name)
		}
		t.Speakers = thin(p, t.Speakers)
		for j := range t.Speakers {
			t.Speakers[j] = p.speaker(t.Speakers[j])
		}
	}
	if len(d.Talks) > 1 && p.one(2) {
		a, b := p.IntN(len(d.Talks)), p.IntN(len(d.Talks))
		d.Talks[a].Title, d.Talks[b].Title = d.Talks[b].Title, d.Talks[a].Title
		d.Talks[a].Speakers, d.Talks[b].Speakers = d.Talks[b].Speakers, d.Talks[a].Speakers
	}
}

func (p perturber) speaker(s extract.Speaker) extract.Speaker {
	words := strings.Fields(string(s.Name))
	switch p.IntN(8) {
	case 0:
		slices.Reverse(words)
		s.Name = extract.Optional(strings.Join(words, " "))
	case 1:
		s.Name = extract.Optional(strings.Join(words[:min(1, len(words))], " "))
	case 2:
		s.Handle = ""
	case 3:
		s.Handle = "@" + extract.Optional(strings.ToUpper(string(s.Handle)))
	case 4:
		s.Name = p.text(s.Name)
	}
	return s
}

// address returns url in another form, another address or none.
func (p perturber) address(url extract.Optional) extract.Optional {
	switch p.IntN(10) {
	case 0:
		return ""
	case 1:
		return "https://slides.example/" + extract.Optional("abc"[:1+p.IntN(3)])
	case 2:
		return "https://slides.example/u/an-invented-deck?x=1#2"
	case 3:
		return extract.Optional(strings.Replace(string(url), "https://", "http://www.", 1))
	case 4:
		return url + "/"
	case 5:
		return extract.Optional(strings.ToUpper(string(url)))
	case 6:
		return url + "?slide=3"
	}
	return url
}

func (p perturber) events(d *extract.Document) {
	d.Events = thin(p, d.Events)
	for i := range d.Events {
		e := &d.Events[i]
		if p.one(3) {
			e.Name = string(p.text(extract.Optional(e.Name)))
		}
		if p.one(4) {
			e.Date = []extract.Optional{"", "2020-01-01", "2019-03"}[p.IntN(3)]
		}
	}
}

func (p perturber) statements(d *extract.Document) {
	d.Maturity, d.Relations = thin(p, d.Maturity), thin(p, d.Relations)
	for i := range d.Maturity {
		m := &d.Maturity[i]
		m.Line = p.line(m.Line)
		if p.one(6) {
			m.Level = "graduated"
		}
	}
	for i := range d.Relations {
		r := &d.Relations[i]
		r.Line = p.line(r.Line)
		if p.one(6) {
			r.Type = []string{"uses", "integrates_with"}[p.IntN(2)]
		}
		if p.one(6) {
			r.From, r.To = r.To, r.From
		}
	}
}
