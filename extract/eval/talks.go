package eval

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/extract"
)

const (
	sameTalk      = 0.85 // similarity of titles from which they are one talk's
	lineTolerance = 2    // how many lines away a talk or a statement may stand
	untitledReach = 3    // how many lines from a talk without title anything may be one
)

// scoreTalks scores the talks and, of those found, what is said of them.
func (s *scorer) scoreTalks() error {
	var titled, untitled []Talk
	for _, t := range s.gold.Talks {
		if t.Title == "" {
			untitled = append(untitled, t)
		} else {
			titled = append(titled, t)
		}
	}
	pairs := bestPairs(len(titled), len(s.doc.Talks), sameTalk, func(i, j int) float64 {
		return titled[i].resembles(s.doc.Talks[j])
	})
	slices.SortFunc(pairs, func(a, b pair) int { return cmp.Compare(a.i, b.i) })
	found, right := make([]bool, len(titled)), make([]bool, len(s.doc.Talks))
	for _, p := range pairs {
		found[p.i], right[p.j] = true, true
	}
	for i, t := range titled {
		switch {
		case t.Optional:
		case found[i]:
			s.Talks.TP++
		default:
			s.Talks.Missed = append(s.Talks.Missed, s.finding(t.Line, t.Title, ""))
		}
	}
	for j, t := range s.doc.Talks {
		free := slices.ContainsFunc(untitled, func(u Talk) bool {
			return near(t.Line, untitledReach, u.Line, u.SpeakerLine)
		})
		if !right[j] && !free {
			s.Talks.Extra = append(s.Talks.Extra, s.finding(t.Line, string(t.Title), ""))
		}
	}
	for _, p := range pairs {
		want, got := titled[p.i], s.doc.Talks[p.j]
		s.scoreAbout(want, got)
		s.scoreSpeakers(want, got)
		if err := s.scoreSlides(want, got); err != nil {
			return err
		}
	}
	return nil
}

// resembles returns how similar the titles are, 0 where the talks stand apart.
func (t Talk) resembles(got extract.Talk) float64 {
	if !near(got.Line, lineTolerance, t.Line, t.SlidesLine, t.SpeakerLine) {
		return 0
	}
	best := 0.0
	for _, title := range append([]string{t.Title}, t.AltTitles...) {
		best = max(best, similarity(title, string(got.Title)))
	}
	return best
}

// scoreAbout scores the projects that a talk is about.
func (s *scorer) scoreAbout(want Talk, got extract.Talk) {
	about, found := normalSet(want.About), normalSet(got.Projects)
	free := normalSet(want.AboutOptional, want.AboutExternal)
	for _, name := range distinct(want.About) {
		if found[normal(name)] {
			s.About.TP++
		} else {
			s.About.Missed = append(s.About.Missed, s.finding(want.Line, name, want.Title))
		}
	}
	for _, name := range distinct(got.Projects) {
		if n := normal(name); !about[n] && !free[n] {
			s.About.Extra = append(s.About.Extra, s.finding(got.Line, name, want.Title))
		}
	}
}

// distinct returns the names without those whose normal form was there before.
func distinct(names []string) []string {
	seen := set{}
	var out []string
	for _, name := range names {
		if n := normal(name); !seen[n] {
			seen[n] = true
			out = append(out, name)
		}
	}
	return out
}

// scoreSpeakers scores the speakers of a talk. Each one found stands for the first
// in gold that it can be.
func (s *scorer) scoreSpeakers(want Talk, got extract.Talk) {
	left := slices.Clone(got.Speakers)
	for _, sp := range want.Speakers {
		if i := slices.IndexFunc(left, sp.is); i >= 0 {
			s.Speakers.TP++
			left = slices.Delete(left, i, i+1)
			continue
		}
		s.Speakers.Missed = append(s.Speakers.Missed, s.finding(cmp.Or(want.SpeakerLine, want.Line), cmp.Or(sp.Name, sp.Handle), want.Title))
	}
	for _, sp := range left {
		s.Speakers.Extra = append(s.Speakers.Extra, s.finding(got.Line, string(cmp.Or(sp.Name, sp.Handle)), want.Title))
	}
}

// scoreSlides scores the address of a talk's slides. Where gold has none, one that
// the document does not hold is invented; one that it holds is passed over.
func (s *scorer) scoreSlides(want Talk, got extract.Talk) error {
	url := string(got.Slides)
	if want.Slides != "" {
		if sameURL(want.Slides, url) {
			s.Slides.TP++
			return nil
		}
		s.Slides.Missed = append(s.Slides.Missed, s.finding(cmp.Or(want.SlidesLine, want.Line), want.Slides, want.Title))
		if url != "" {
			s.Slides.Extra = append(s.Slides.Extra, s.finding(got.Line, url, want.Title))
		}
		return nil
	}
	if url == "" || s.readFile == nil {
		return nil
	}
	if s.squeezed == "" {
		text, err := s.readFile(s.doc.Source)
		if err != nil {
			return fmt.Errorf("look for %s: %w", url, err)
		}
		s.squeezed = squeezed(string(text))
	}
	if !strings.Contains(s.squeezed, withoutScheme(url)) && !strings.Contains(s.squeezed, lastPart(url)) {
		s.Slides.Extra = append(s.Slides.Extra, s.finding(got.Line, url, want.Title))
	}
	return nil
}

// withoutScheme returns url from its "//" on.
func withoutScheme(url string) string {
	return strings.TrimPrefix(strings.TrimPrefix(url, "https:"), "http:")
}

// lastPart returns the last part of url's path. A document may hold no more of the
// address of an embedded deck.
func lastPart(url string) string {
	if i := strings.IndexAny(url, "?#"); i >= 0 {
		url = url[:i]
	}
	url = strings.TrimRight(url, "/")
	return url[strings.LastIndexByte(url, '/')+1:]
}
