package eval

import (
	"slices"

	"github.com/cncfgraph/cncfgraph/extract"
)

// set is a set of normal texts.
type set map[string]bool

// normalSet returns the set of the normal forms of all texts.
func normalSet(texts ...[]string) set {
	s := set{}
	s.add(texts...)
	return s
}

func (s set) add(texts ...[]string) {
	for _, text := range slices.Concat(texts...) {
		s[normal(text)] = true
	}
}

// scored tells whether p is a project of the landscape that has to be found.
func (p Project) scored() bool { return !p.External && !p.Optional && !p.Generic }

// scoreProjects scores the projects of the landscape and their mentions.
func (s *scorer) scoreProjects() {
	found := s.linesFound()
	told := s.freeNames() // names that are not reported as extra
	for _, p := range s.gold.Projects {
		if !p.scored() {
			continue
		}
		told.add([]string{p.Name})
		lines := map[int]bool{}
		for _, name := range append([]string{p.Name}, p.Accept...) {
			for line := range found[normal(name)] {
				lines[line] = true
			}
		}
		s.scoreMentions(p, lines)
		if slices.ContainsFunc(p.lines(), func(l int) bool { return lines[l] }) {
			s.Projects.TP++
		} else {
			s.Projects.Missed = append(s.Projects.Missed, s.finding(p.lines()[0], p.Name, ""))
		}
	}
	for _, p := range s.doc.Projects {
		if name := normal(p.Name); !p.External && !told[name] {
			told[name] = true
			s.Projects.Extra = append(s.Projects.Extra, s.finding(firstLine(p), p.Name, ""))
		}
	}
}

// scoreMentions scores the lines found for the project p.
func (s *scorer) scoreMentions(p Project, found map[int]bool) {
	want := map[int]bool{}
	for _, line := range p.lines() {
		switch {
		case want[line]:
		case found[line]:
			s.Mentions.TP++
		default:
			s.Mentions.Missed = append(s.Mentions.Missed, s.finding(line, p.Name, ""))
		}
		want[line] = true
	}
	var extra []int
	for line := range found {
		if !want[line] {
			extra = append(extra, line)
		}
	}
	slices.Sort(extra)
	for _, line := range extra {
		s.Mentions.Extra = append(s.Mentions.Extra, s.finding(line, p.Name, ""))
	}
}

// linesFound returns the lines found for each project of the landscape, by its
// normal name.
func (s *scorer) linesFound() map[string]map[int]bool {
	found := map[string]map[int]bool{}
	for _, p := range s.doc.Projects {
		if p.External {
			continue
		}
		name := normal(p.Name)
		if found[name] == nil {
			found[name] = map[int]bool{}
		}
		for _, m := range p.Mentions {
			found[name][m.Line] = true
		}
	}
	return found
}

// freeNames returns the names that are no error though no scored project has them.
func (s *scorer) freeNames() set {
	free := set{}
	for _, p := range s.gold.Projects {
		free.add(p.Accept)
		if !p.scored() {
			free.add([]string{p.Name}, p.Surface)
		}
	}
	for _, n := range s.gold.Neutral {
		free.add([]string{n.Surface})
	}
	return free
}

// scoreExternal scores the projects that the landscape lacks. They go by many
// names, so that a mention's text is as good as the name.
func (s *scorer) scoreExternal() {
	var found []extract.Project
	for _, p := range s.doc.Projects {
		if p.External {
			found = append(found, p)
		}
	}
	for _, p := range s.gold.Projects {
		switch {
		case !p.External || p.Optional:
		case slices.ContainsFunc(found, p.names):
			s.External.TP++
		default:
			s.External.Missed = append(s.External.Missed, s.finding(p.lines()[0], p.Name, ""))
		}
	}
	free := s.freeNames()
	for _, p := range found {
		named := slices.ContainsFunc(s.gold.Projects, func(g Project) bool { return g.names(p) })
		if !named && !free[normal(p.Name)] {
			s.External.Extra = append(s.External.Extra, s.finding(firstLine(p), p.Name, ""))
		}
	}
}

// names tells whether found has a name of p, and a mention on one of its lines.
func (p Project) names(found extract.Project) bool {
	names := normalSet([]string{p.Name}, p.Surface)
	named, there := names[normal(found.Name)], false
	for _, m := range found.Mentions {
		named = named || names[normal(m.Text)]
		there = there || slices.Contains(p.lines(), m.Line)
	}
	return named && there
}

// firstLine returns the line of the first mention of p, 0 if it has none.
func firstLine(p extract.Project) int {
	if len(p.Mentions) == 0 {
		return 0
	}
	return p.Mentions[0].Line
}
